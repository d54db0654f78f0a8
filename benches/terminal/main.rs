//! The times that a user waits, measured from outside: the release binary in a pseudo-terminal,
//! from its start to the first full screen and until all is loaded, from a key to the last frame
//! that follows from it, from another's change to its sight; the memory that it takes, and its use
//! of the processor while idle.
//!
//! `cargo bench --bench terminal`; `docs/performance.md` names the budgets of the figures.
//! Environment: `BENCH_DB` for another register than the sample (it is copied); `BENCH_STARTS`,
//! `BENCH_ROUNDS`, `BENCH_CHANGES` and `BENCH_IDLE`, in seconds, for shorter or longer runs;
//! `BENCH_QUIET`, in milliseconds, for the pause that ends an answer. `cargo bench --bench terminal -- narrow` does the
//! everyday tasks over a narrow line instead, of `BENCH_DELAY` milliseconds there and back and `BENCH_RATE` bits a second.

#[allow(unreachable_pub, dead_code, clippy::unwrap_used)] // the tests' own
#[path = "../../tests/it/support/cost.rs"]
mod cost;
#[allow(unreachable_pub, dead_code)]
#[path = "../../tests/it/support/counted.rs"]
mod counted;
#[allow(unreachable_pub, dead_code, clippy::panic)]
#[path = "../../tests/it/support/frames.rs"]
mod frames;
#[allow(unreachable_pub, clippy::panic)]
#[path = "../../tests/it/support/keys.rs"]
mod keys;
#[allow(unreachable_pub)]
#[path = "../../tests/it/support/stale.rs"]
mod stale;

mod bare;
mod elsewhere;
mod idle;
mod line;
mod narrow;
mod place;
mod pressing;
mod starts;
mod table;
mod typing;

use place::Place;
use std::error::Error;
use std::io::{self, Write};

/// Set where this program is to be the bare one.
const BARE: &str = "BENCH_BARE";
const SIZE: (u16, u16) = (80, 24);

fn main() -> Result<(), Box<dyn Error>> {
    if std::env::var_os(BARE).is_some() {
        return Ok(bare::run()?);
    }
    // `cargo bench NAME` hands the name to every suite.
    if std::env::args().skip(1).any(|arg| {
        !arg.starts_with('-') && !["terminal", "narrow"].iter().any(|own| own.contains(&*arg))
    }) {
        return Ok(());
    }
    let mut out = io::stdout().lock();
    if std::env::args().skip(1).any(|arg| arg == "narrow") {
        return narrow::measure(&mut out);
    }
    let place = Place::new()?;
    writeln!(out, "{} needs", ta_tui::text::grouped(place.needs))?;
    starts::measure(&place, &mut out)?;
    pressing::measure(&place, &mut out)?;
    typing::measure(&place, &mut out)?;
    elsewhere::measure(&place, &mut out)?;
    idle::measure(&place, &mut out)
}

/// A number from the environment.
fn number(name: &str, usual: usize) -> usize {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(usual)
}
