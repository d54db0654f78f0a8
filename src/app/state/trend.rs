//! The cursor in the totals over the years.

use crate::analysis::trend::{Held, Published, SERIES, SeriesLine, Trend, Year};
use crate::app::state::list::Side;
use crate::domain::Day;

/// A place in time where the cursor can stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The end of a year.
    Year(i16),
    /// A published total, by its place among those of the series.
    Point(usize),
}

/// The cursor in the totals over the years.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TrendCursor {
    /// The total, by its place in [`SERIES`].
    pub series: usize,
    /// The position in time; `None`: the last.
    stop: Option<Stop>,
}

/// The bar or total under the cursor.
#[derive(Clone, Copy, Debug)]
pub enum Under<'a> {
    /// The end of a year, by its place in the line.
    Year(usize, Year),
    /// A published total, by its place in the line.
    Point(usize, &'a Published),
}

impl Under<'_> {
    /// The day, and the register's total.
    pub fn held(&self) -> (Day, Held) {
        match self {
            Self::Year(_, year) => (year.day, year.held),
            Self::Point(_, point) => (point.day, point.held),
        }
    }
}

/// The places of a line in time, in order; a year ends after the totals published in it.
fn stops(line: &SeriesLine) -> Vec<Stop> {
    let years = line.years.iter().map(|year| ((year.day, 1), Stop::Year(year.day.date().year())));
    let points = line.published.iter().enumerate();
    let points = points.map(|(at, point)| ((point.day, 0), Stop::Point(at)));
    let mut all: Vec<_> = years.chain(points).collect();
    all.sort_by_key(|(when, _)| *when);
    all.into_iter().map(|(_, stop)| stop).collect()
}

impl TrendCursor {
    /// The total that is shown.
    pub fn line<'t>(&self, trend: &'t Trend) -> Option<&'t SeriesLine> {
        trend.lines.get(self.series)
    }

    fn place(&self, stops: &[Stop]) -> usize {
        let found = self.stop.and_then(|stop| stops.iter().position(|other| *other == stop));
        found.unwrap_or(stops.len().saturating_sub(1))
    }

    /// The bar or total of a line under the cursor.
    pub fn under<'t>(&self, line: &'t SeriesLine) -> Option<Under<'t>> {
        let stops = stops(line);
        match *stops.get(self.place(&stops))? {
            Stop::Year(year) => {
                let at = line.years.iter().position(|one| one.day.date().year() == year)?;
                Some(Under::Year(at, line.years[at]))
            }
            Stop::Point(at) => Some(Under::Point(at, line.published.get(at)?)),
        }
    }

    /// A step to the side; false where there is nothing on that side.
    pub(in crate::app) fn along(&mut self, line: &SeriesLine, side: Side) -> bool {
        let stops = stops(line);
        let place = self.place(&stops);
        let next = match side {
            Side::Left => place.checked_sub(1),
            Side::Right => Some(place + 1),
        };
        let Some(stop) = next.and_then(|next| stops.get(next)) else { return false };
        self.stop = Some(*stop);
        true
    }

    /// Another total; the year stays.
    pub(in crate::app) fn show_series(&mut self, series: usize, from: Option<&SeriesLine>) {
        if let (Some(Stop::Point(at)), Some(line)) = (self.stop, from) {
            let day = line.published.get(at).map(|point| point.day);
            self.stop = day.map(|day| Stop::Year(day.date().year()));
        }
        self.series = series;
    }

    /// The next thing that is counted, in the same cycle where that has one.
    pub(in crate::app) fn turn_measure(&mut self) {
        let shown = SERIES[self.series.min(SERIES.len() - 1)];
        let next =
            |other: &&(usize, &crate::analysis::trend::Series)| other.1.counted != shown.counted;
        let after: Vec<_> = SERIES.iter().enumerate().cycle().skip(self.series).take(10).collect();
        let Some((first, next)) = after.iter().find(next).copied() else { return };
        let same =
            SERIES.iter().position(|one| one.counted == next.counted && one.cycle == shown.cycle);
        (self.series, self.stop) = (same.unwrap_or(first), None);
    }
}
