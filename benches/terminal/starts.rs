//! From the start of the process to its first full screen, and until everything is read.

use super::line::{Line, Shown};
use super::place::Place;
use super::table::{Budget, at, figure, heads, line};
use super::{SIZE, number};
use std::error::Error;
use std::io::Write;
use ta_tui::text::grouped;

/// Times the program's start, in turn with the bare program, so that other work of the machine
/// falls on both.
pub(crate) fn measure(place: &Place, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let count = number("BENCH_STARTS", if place.is_large() { 10 } else { 40 });
    let (mut first, mut bare, mut whole) = (Vec::new(), Vec::new(), Vec::new());
    // After a first round in which the system learns to know both programs.
    for measured in std::iter::once(false).chain(std::iter::repeat_n(true, count)) {
        let theirs = bare_start(place)?;
        let (ours, loaded) = start(place, "")?;
        if measured {
            bare.push(theirs);
            first.push(ours);
            whole.push(loaded);
        }
    }
    let searched = (0..count).map(|_| Ok(start(place, "training")?.1));
    let searched: Vec<Shown> = searched.collect::<Result<_, Box<dyn Error>>>()?;
    let (screen, all) = if place.is_large() {
        (Budget::Of(60), Budget::Of(800))
    } else {
        (Budget::None, Budget::None)
    };
    heads(out, "from the start, ms")?;
    line(out, "bare program", &bare, Budget::None)?;
    line(out, "first full screen", &first, screen)?;
    line(out, "everything loaded and shown", &whole, all)?;
    line(out, "everything loaded and searched", &searched, all)?;
    let ratio = |share| at(&first, share).as_secs_f64() / at(&bare, share).as_secs_f64();
    let budget = (!place.is_large()).then_some(5.0);
    figure(out, "first screen to the bare program's, medians", ratio(0.5), budget)?;
    figure(out, "the same, minima", ratio(0.0), budget)?;
    Ok(())
}

fn bare_start(place: &Place) -> Result<Shown, Box<dyn Error>> {
    let mut line = Line::start(place.bare()?, SIZE)?;
    let since = line.started;
    Ok(line.settle(since, place.quiet).ok_or_else(|| line.screen())?)
}

/// The first full screen, and the last change of it: then everything is loaded.
fn start(place: &Place, filter: &str) -> Result<(Shown, Shown), Box<dyn Error>> {
    let mut line = Line::start(place.program(filter), SIZE)?;
    let since = line.started;
    let all = format!(" of {} needs", grouped(place.needs));
    let first = line.until(since, &all).ok_or_else(|| line.screen())?;
    // If the first frame has everything, no other follows.
    let frames = line.frames.len();
    line.press(b"", 3 * place.quiet)?;
    let more = line.frames[frames..].last();
    let last = more.map_or(first, |&(at, end)| Shown { after: at - since, bytes: end });
    Ok((first, last))
}
