//! The everyday tasks over a narrow line: a relay between the pseudo-terminal and its reader delays every byte, in both
//! directions, and lets through only so many in a second.

use super::counted::{EVERYDAY, Task};
use super::keys;
use super::line::{Line, Narrow};
use super::place::Place;
use super::{SIZE, number};
use std::error::Error;
use std::io::Write;
use std::time::{Duration, Instant};

/// A pause that ends an answer on this line: longer than the gap between two frames of one answer.
const QUIET: Duration = Duration::from_millis(600);

/// The pause between two keys of a person who types on. Many keys at once would be taken for pasted text.
const TYPING: Duration = Duration::from_millis(100);

/// The pause between the keys that lead to where a task begins, and after those that a question or a list follows.
const BETWEEN: Duration = Duration::from_millis(40);
const LOOK: Duration = Duration::from_millis(1_500);

/// The cost of a task over the line.
struct Cost {
    /// From the first key to the last byte of what the task shows.
    time: Duration,
    /// Bytes that came.
    bytes: usize,
}

/// Does each everyday task twice: by a person who looks at the answer to each key, and by one who types on, ten keys a second, and looks only
/// where the program wants it: at a question about many needs, which takes no answer before it was drawn, and at the end.
pub(crate) fn measure(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let delay = Duration::from_millis(number("BENCH_DELAY", 300) as u64) / 2;
    let rate = number("BENCH_RATE", 64_000) / 8;
    writeln!(
        out,
        "\n{} ms there and back, {} bytes a second\n{:<60}{:>6}{:>9}{:>9}{:>7}{:>9}{:>9}",
        2 * delay.as_millis(),
        rate,
        "task",
        "keys",
        "looking",
        "bytes",
        "looks",
        "typing",
        "bytes"
    )?;
    let narrow = Narrow { delay, rate };
    for task in EVERYDAY {
        let pressed = keys::pressed(task.keys);
        let one_by_one: Vec<&[Vec<u8>]> = pressed.chunks(1).collect();
        let answers = pressed.len() > 1 && task.keys.ends_with('y') && task.writes.0 > 1;
        let on = pressed.len() - usize::from(answers);
        let typed_on: Vec<&[Vec<u8>]> =
            [&pressed[..on], &pressed[on..]].into_iter().filter(|keys| !keys.is_empty()).collect();
        let looking = cost(task, narrow, &one_by_one)?;
        let typing = cost(task, narrow, &typed_on)?;
        let seconds = |cost: &Cost| cost.time.as_secs_f64();
        let name: String = task.what.chars().take(58).collect();
        writeln!(
            out,
            "{name:<60}{:>6}{:>7.1} s{:>9}{:>7}{:>7.1} s{:>9}",
            pressed.len(),
            seconds(&looking),
            looking.bytes,
            typed_on.len(),
            seconds(&typing),
            typing.bytes,
        )?;
    }
    Ok(())
}

/// Does a task on a register of its own, in so many turns of keys, with a look at the answer to each turn.
fn cost(task: &Task, narrow: Narrow, turns: &[&[Vec<u8>]]) -> Result<Cost, Box<dyn Error>> {
    let place = Place::new()?;
    let mut command = place.program("");
    // The program takes its cheaper signs on such a line.
    command.env("SSH_CONNECTION", "192.0.2.1 50000 192.0.2.2 22");
    let mut line = Line::over(command, SIZE, narrow)?;
    let since = line.started;
    line.settle(since, QUIET).ok_or_else(|| line.screen())?;
    for key in keys::pressed(task.from) {
        line.write(&key)?;
        line.read_until(Instant::now() + if key == b"\r" { LOOK } else { BETWEEN });
    }
    line.read_until(Instant::now() + LOOK);
    let (first, at) = (line.received.len(), Instant::now());
    let mut time = Duration::ZERO;
    for keys in turns {
        let Some((last, before)) = keys.split_last() else { continue };
        for key in before {
            line.write(key)?;
            line.read_until(Instant::now() + TYPING);
        }
        let shown = line.type_in(last, QUIET)?.ok_or_else(|| line.screen())?;
        time += TYPING * before.len() as u32 + shown.after;
    }
    for words in task.shows {
        let missing = || format!("{}: no {words}\n", task.what);
        line.until(at, words).ok_or_else(|| missing() + &line.screen())?;
    }
    Ok(Cost { time, bytes: line.received.len() - first })
}
