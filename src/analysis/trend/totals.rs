//! Totals over the years, as they are counted and published.

use super::held::Held;
use super::series::Series;
use crate::domain::Day;
use crate::domain::reference::HistoryRow;
use crate::query::Filter;
use std::sync::Arc;

/// The end of a year, or the day shown in the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// The day.
    pub day: Day,
    /// The number in the register.
    pub held: Held,
}

/// A published total.
#[derive(Clone, Debug)]
pub struct Published {
    /// The published row.
    pub row: Arc<HistoryRow>,
    /// The day at whose end it stands.
    pub day: Day,
    /// The number in the register on that day.
    pub held: Held,
}

/// A total over the years.
#[derive(Clone, Debug)]
pub struct SeriesLine {
    /// The series.
    pub series: &'static Series,
    /// The years, from the first with anything on.
    pub years: Vec<Year>,
    /// The totals published of it until the day shown.
    pub published: Vec<Published>,
    /// How much was published of it later, which is left out.
    pub later: usize,
}

/// All totals over the years.
#[derive(Clone, Debug)]
pub struct Trend {
    /// The day shown.
    pub until: Day,
    /// The filter that narrows the register.
    pub narrowed: Filter,
    /// The totals, in the order of [`super::SERIES`], or the open needs by their standing, in that of
    /// [`super::STANDING_SERIES`].
    pub lines: Vec<SeriesLine>,
    /// Published totals of other series, which a register does not count.
    pub others: Vec<(Day, Arc<HistoryRow>)>,
}
