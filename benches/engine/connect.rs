//! Counts the articles that come together, and puts them in order.

use super::question::EVERYTHING;
use super::registers::{Case, each, register};
use divan::Bencher;
use std::fmt;
use ta_tui::analysis::{FEW, Ranking, connections};
use ta_tui::query::Measure;

/// The holders of articles: needs or States.
#[derive(Clone, Copy)]
struct By(Measure);

impl fmt::Display for By {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(if self.0 == Measure::States { "States" } else { "needs" })
    }
}

fn cases() -> Vec<Case<By>> {
    let by = [By(Measure::Needs), By(Measure::States)];
    each(&by).into_iter().map(|(size, by)| Case(size, by)).collect()
}

#[divan::bench(args = cases())]
fn engine(bencher: Bencher, Case(size, by): &Case<By>) {
    let register = register(*size);
    let selection = EVERYTHING.selection(register);
    bencher.bench_local(|| {
        let found = connections(register, &selection.rows, by.0, &|| false);
        found.map(|found| found.ranked(Ranking::Lift, FEW))
    });
}
