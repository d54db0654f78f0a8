//! The counts of an import while its rows are judged: by verdict, and by reason and column.

use super::verdict::{Reason, ReasonKind, Verdict};
use crate::domain::Coded;
use std::collections::BTreeMap;

/// The numbers of rows by verdict and by reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    by_verdict: [u32; 4],
    by_reason: BTreeMap<(ReasonKind, Option<usize>), u32>,
    /// The number of records that good and doubtful rows would become.
    pub records: u32,
}

impl Tally {
    /// The number of rows with a verdict.
    pub fn rows(&self, verdict: Verdict) -> u32 {
        self.by_verdict[verdict.index()]
    }

    /// The number of rows in all.
    pub fn all(&self) -> u32 {
        self.by_verdict.iter().sum()
    }

    /// The reasons with their columns and numbers of rows, the worst first.
    pub fn reasons(&self) -> impl Iterator<Item = (ReasonKind, Option<usize>, u32)> {
        self.by_reason.iter().map(|((kind, column), count)| (*kind, *column, *count))
    }

    /// The number of rows with a reason, in whatever column.
    pub fn rows_with(&self, kind: ReasonKind) -> u32 {
        self.reasons().filter(|(own, _, _)| *own == kind).map(|(_, _, count)| count).sum()
    }

    /// Counts a row.
    pub(super) fn count(&mut self, verdict: Verdict, reasons: &[Reason], records: usize) {
        self.by_verdict[verdict.index()] += 1;
        self.records += records as u32;
        for (place, reason) in reasons.iter().enumerate() {
            let key = (reason.kind, reason.column);
            // A row with two reasons of a kind in a column is one row.
            if !reasons[..place].iter().any(|other| (other.kind, other.column) == key) {
                *self.by_reason.entry(key).or_default() += 1;
            }
        }
    }
}
