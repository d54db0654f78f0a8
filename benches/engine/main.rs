//! The engine, measured from inside: each question of the program at 4,000, 100,000 and 1,000,000
//! needs, beside the same question in SQL on the same file and beside a plain scan, which is the
//! machine's own limit.
//!
//! `cargo bench --bench engine` runs all; `cargo bench --bench engine -- facets` one file of it.
//! `BENCH_SIZES=4000,100000` chooses other sizes. A sample is one question, as a key asks it:
//! among a hundred samples the slowest is at least the 99th percentile.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a benchmark stops where it stands

mod candidates;
mod change;
mod connect;
mod draw;
mod end;
mod export;
mod facets;
mod gaps;
mod group;
mod input;
mod keys;
mod limit;
mod load;
mod program;
mod question;
mod queue;
mod registers;
mod select;
mod sort;
mod sql;

use std::time::Duration;

/// How long one line of the table may take; slow ones get fewer samples.
const PATIENCE: Duration = Duration::from_secs(3);

fn main() {
    divan::Divan::default()
        .sample_count(100)
        .sample_size(1)
        .max_time(PATIENCE)
        .skip_ext_time(true)
        .config_with_args()
        .main();
}
