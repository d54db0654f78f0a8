//! A word typed at 30 keys a second: whether every letter arrives, whether a number ever stands
//! beside a filter that it does not belong to, and how long after its letter the right one comes.

use super::frames::screens;
use super::line::{Line, Shown};
use super::place::Place;
use super::stale::{Beside, Known};
use super::table::{Budget, figure, heads, line};
use super::{SIZE, number};
use std::error::Error;
use std::io::Write;
use std::time::{Duration, Instant};
use ta_tui::app::layers::filter::FilterLine;
use ta_tui::query::register::Register;
use ta_tui::store::{Access, Store};
use tui_input::Input;

/// From one letter to the next.
const BEAT: Duration = Duration::from_millis(33);

const WORDS: [&str; 4] =
    ["training of investigators", "model legisl", "expert comments", "贪污 法"];

/// Types the words, some rounds.
pub(crate) fn measure(place: &Place, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let register = Store::open(&place.db(), Access::ReadOnly)
        .and_then(|store| store.load(&mut |_| true))
        .map_err(|error| format!("{error:?}"))?;
    let mut found = Found::default();
    for _ in 0..number("BENCH_ROUNDS", 12).div_ceil(4) {
        for word in WORDS {
            found.add(place, &register, word)?;
        }
    }
    heads(out, "30 letters a second, ms")?;
    let budget = if place.is_large() { 30 } else { 5 };
    line(out, "a letter's right number", &found.answered, Budget::Of(budget))?;
    figure(out, "letters", f64::from(found.letters), None)?;
    figure(out, "words that lost a letter", f64::from(found.lost), Some(0.0))?;
    figure(
        out,
        "letters overtaken by the next",
        f64::from(found.letters - found.answered.len() as u32),
        None,
    )?;
    figure(out, "frames with a number of another filter", f64::from(found.stale), Some(0.0))?;
    Ok(())
}

/// The results of typing.
#[derive(Default)]
struct Found {
    letters: u32,
    /// Words that did not end as they were typed.
    lost: u32,
    /// Frames with a number beside a filter that it does not belong to.
    stale: u32,
    /// For each letter whose number was shown before the next came.
    answered: Vec<Shown>,
}

impl Found {
    fn add(
        &mut self,
        place: &Place,
        register: &Register,
        word: &str,
    ) -> Result<(), Box<dyn Error>> {
        let mut terminal = Line::start(place.program(""), SIZE)?;
        let since = terminal.started;
        terminal.settle(since, 3 * place.quiet).ok_or_else(|| terminal.screen())?;
        terminal.press(b"4", place.quiet)?;
        terminal.press(b"/", place.quiet)?;
        let before = terminal.frames.len();
        let begun = Instant::now();
        let mut written = Vec::new();
        for (turn, letter) in (1..).zip(word.chars()) {
            written.push(Instant::now());
            terminal.write(letter.to_string().as_bytes())?;
            terminal.read_until(begun + turn * BEAT);
        }
        terminal.press(b"", 3 * place.quiet)?;
        if !terminal.screen().contains(&format!("Filter {word} ")) {
            self.lost += 1;
        }
        let screens = screens(&terminal.received, SIZE);
        self.look(&screens, &mut Known::of(register));
        for (place, at) in written.iter().enumerate() {
            let typed: String = word.chars().take(place + 1).collect();
            if typed.ends_with(' ') || waits_for_field(&typed) {
                continue; // asks nothing new
            }
            self.letters += 1;
            self.answered.extend(first_right(&terminal, before, &typed, *at));
        }
        Ok(())
    }

    /// Counts the frames that show a wrong number.
    fn look(&mut self, screens: &[Vec<String>], known: &mut Known) {
        for beside in screens.iter().filter_map(|screen| Beside::on(screen)) {
            let right = known.right(&beside.typed).is_none_or(|right| right == beside.count);
            self.stale += u32::from(!right);
        }
    }
}

/// Whether no number is to come yet, because the last word may become the name of a field.
fn waits_for_field(typed: &str) -> bool {
    FilterLine { input: Input::new(typed.to_owned()), ..FilterLine::default() }.waits_for_field()
}

/// When the first frame with a number beside this text had come.
fn first_right(terminal: &Line, before: usize, typed: &str, since: Instant) -> Option<Shown> {
    let mut parser = vt100::Parser::new(SIZE.1, SIZE.0, 0);
    let mut from = 0;
    for (number, (at, end)) in terminal.frames.iter().enumerate() {
        parser.process(&terminal.received[from..*end]);
        if number >= before {
            let lines: Vec<String> = parser.screen().rows(0, SIZE.0).collect();
            if Beside::on(&lines).is_some_and(|beside| beside.typed == typed) {
                return Some(Shown { after: at.duration_since(since), bytes: end - from });
            }
        }
        from = *end;
    }
    None
}
