//! The processor time and wake-ups that the program takes while nobody touches it, as the system
//! counts them.

#![allow(clippy::cast_precision_loss)] // a few hundred

use super::cost::Cost;
use super::line::Line;
use super::place::Place;
use super::table::figure;
use super::{SIZE, number};
use std::error::Error;
use std::io::Write;
use std::time::{Duration, Instant};

/// The rest after the last key, in which its work ends.
const REST: Duration = Duration::from_secs(3);

/// Leaves the list of needs alone for `BENCH_IDLE` seconds.
pub(crate) fn measure(place: &Place, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let mut terminal = Line::start(place.program(""), SIZE)?;
    let since = terminal.started;
    terminal.settle(since, 10 * place.quiet).ok_or_else(|| terminal.screen())?;
    terminal.press(b"4", REST)?;
    let process = terminal.process().ok_or("the program has ended")?;
    let (bytes, before, begun) = (terminal.received.len(), Cost::of(process), Instant::now());
    terminal.read_until(begun + Duration::from_secs(number("BENCH_IDLE", 60) as u64));
    let (cost, seconds) = (Cost::of(process).since(before), begun.elapsed().as_secs_f64());
    writeln!(out, "\nidle for {seconds:.0} s")?;
    figure(out, "wake-ups a second", cost.sleeps as f64 / seconds, Some(1.0))?;
    let share = 1_000.0 * cost.processor.as_secs_f64() / seconds;
    figure(out, "thousandths of one processor", share, Some(1.0))?;
    figure(out, "bytes", (terminal.received.len() - bytes) as f64, Some(0.0))?;
    Ok(())
}
