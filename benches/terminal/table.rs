//! The figures as a table, each with its budget beside it.

#![allow(clippy::cast_precision_loss, clippy::cast_sign_loss)] // shares of a few hundred times

use super::line::Shown;
use std::io::{self, Write};
use std::time::Duration;

/// The budget of a figure.
#[derive(Clone, Copy)]
pub(crate) enum Budget {
    /// Nothing.
    None,
    /// The 99th percentile, in milliseconds.
    Of(u64),
}

/// The heads of a table of times.
pub(crate) fn heads(out: &mut impl Write, what: &str) -> io::Result<()> {
    writeln!(
        out,
        "\n{what:<34}{:>8}{:>9}{:>9}{:>9}{:>8}{:>9}",
        "min", "median", "p99", "max", "bytes", "budget"
    )
}

/// A line: times in milliseconds, and the bytes on average.
pub(crate) fn line(
    out: &mut impl Write,
    name: &str,
    shown: &[Shown],
    budget: Budget,
) -> io::Result<()> {
    write!(out, "  {name:<32}")?;
    for (share, width) in [(0.0, 8), (0.5, 9), (0.99, 9), (1.0, 9)] {
        write!(out, "{:width$.1}", milliseconds(at(shown, share)))?;
    }
    let bytes: usize = shown.iter().map(|shown| shown.bytes).sum();
    write!(out, "{:8}", bytes / shown.len().max(1))?;
    match budget {
        Budget::None => writeln!(out),
        Budget::Of(limit) => {
            let over = at(shown, 0.99) > Duration::from_millis(limit);
            writeln!(out, "{limit:9}{}", if over { "  over" } else { "" })
        }
    }
}

/// A single figure.
pub(crate) fn figure(
    out: &mut impl Write,
    name: &str,
    value: f64,
    budget: Option<f64>,
) -> io::Result<()> {
    write!(out, "  {name:<50}{value:8.1}")?;
    match budget {
        None => writeln!(out),
        Some(limit) => {
            writeln!(out, "{:>18}{limit:9.0}{}", "", if value > limit { "  over" } else { "" })
        }
    }
}

/// The time that this share of all does not exceed.
pub(crate) fn at(shown: &[Shown], share: f64) -> Duration {
    let mut times: Vec<Duration> = shown.iter().map(|shown| shown.after).collect();
    times.sort_unstable();
    let place = (times.len() as f64 * share).ceil() as usize;
    times.get(place.saturating_sub(1)).copied().unwrap_or_default()
}

/// A time in milliseconds, as in a table.
pub(crate) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
