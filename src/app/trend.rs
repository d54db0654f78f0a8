//! Totals over the years on the screen of figures: which one is shown, and the cursor that walks
//! along the time, from the ends of the years to the days on which something was published.

use super::App;
use super::figures::Figures;
use super::list::{Move, Side};
use super::place::{Screen, View};
use crate::analysis::trend::{Counted, Held, Line, Published, SERIES, Trend, Year};
use crate::domain::Day;
use crate::query::Measure;
use crate::worker::Made;

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
pub struct Cursor {
    /// The total, by its place in [`SERIES`].
    pub series: usize,
    /// Where in time; nothing: the last.
    stop: Option<Stop>,
}

/// What the cursor is on.
#[derive(Clone, Copy, Debug)]
pub enum Under<'a> {
    /// The end of a year, by its place in the line.
    Year(usize, Year),
    /// A published total, by its place in the line.
    Point(usize, &'a Published),
}

impl Under<'_> {
    /// The day, and what the register holds.
    pub fn held(&self) -> (Day, Held) {
        match self {
            Self::Year(_, year) => (year.day, year.held),
            Self::Point(_, point) => (point.day, point.held),
        }
    }
}

/// The places of a line in time, in order; a year ends after what was published in it.
fn stops(line: &Line) -> Vec<Stop> {
    let years = line.years.iter().map(|year| ((year.day, 1), Stop::Year(year.day.date().year())));
    let points = line.published.iter().enumerate();
    let points = points.map(|(at, point)| ((point.day, 0), Stop::Point(at)));
    let mut all: Vec<_> = years.chain(points).collect();
    all.sort_by_key(|(when, _)| *when);
    all.into_iter().map(|(_, stop)| stop).collect()
}

impl Cursor {
    /// The total that is shown.
    pub fn line<'t>(&self, trend: &'t Trend) -> Option<&'t Line> {
        trend.lines.get(self.series)
    }

    fn place(&self, stops: &[Stop]) -> usize {
        let found = self.stop.and_then(|stop| stops.iter().position(|other| *other == stop));
        found.unwrap_or(stops.len().saturating_sub(1))
    }

    /// What it is on.
    pub fn under<'t>(&self, line: &'t Line) -> Option<Under<'t>> {
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
    fn along(&mut self, line: &Line, side: Side) -> bool {
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
    fn turn(&mut self, series: usize, from: Option<&Line>) {
        if let (Some(Stop::Point(at)), Some(line)) = (self.stop, from) {
            let day = line.published.get(at).map(|point| point.day);
            self.stop = day.map(|day| Stop::Year(day.date().year()));
        }
        self.series = series;
    }

    /// The next thing that is counted, in the same cycle where that has one.
    pub(super) fn turn_measure(&mut self) {
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

impl App {
    /// The totals over the years, once they are counted under the filter and to the day shown.
    pub fn told(&self) -> Option<&Trend> {
        let Some(Made::Trend(trend)) = &self.answer.as_ref()?.made else { return None };
        let is_it = trend.narrowed == self.place().filter
            && self.as_of().is_none_or(|day| day == trend.until);
        is_it.then_some(&**trend)
    }

    /// A step from one total to another.
    pub(super) fn step_trend(&mut self, state: &mut Figures, step: Move) {
        let last = SERIES.len() - 1;
        let series = match step {
            Move::Up => state.trend.series.saturating_sub(1),
            Move::Down => (state.trend.series + 1).min(last),
            Move::PageUp | Move::First => 0,
            Move::PageDown | Move::Last => last,
        };
        let line = self.told().and_then(|trend| state.trend.line(trend));
        state.trend.turn(series, line);
    }

    /// A step in time; from the first to the list.
    pub(super) fn trend_sideways(&self, state: &mut Figures, side: Side) {
        if state.in_list {
            state.in_list = side == Side::Left;
            return;
        }
        let line = self.told().and_then(|trend| state.trend.line(trend));
        let stepped = line.is_some_and(|line| state.trend.along(line, side));
        state.in_list = !stepped && side == Side::Left;
    }

    /// Opens the records that the register's number counts, on its day.
    pub(super) fn open_trend(&mut self) {
        let View::Figures(state) = &self.place().view else { return };
        let (Some(trend), Some(register)) = (self.told(), self.register()) else { return };
        let Some(line) = state.trend.line(trend) else { return };
        let Some(under) = state.trend.under(line) else { return };
        let (day, held) = under.held();
        if held.count().is_none() {
            let id = match held {
                Held::NotAsked => "trend-not-asked",
                _ => "reason-unknown-then",
            };
            return self.warn(id);
        }
        let filter = line.series.behind(&trend.narrowed, &register.vocabulary, day);
        let on = if day == trend.until { self.as_of() } else { Some(day) };
        match line.series.counted {
            Counted::Needs => self.push_counted(on, Measure::Needs, filter),
            Counted::States => self.push_counted(on, Measure::States, filter),
            // Reviews are counted whether they have needs or not, where only they are asked about.
            Counted::Reviews => self.push_on(on, View::of(Screen::Reviews), filter),
            Counted::Parties => self.push_on(on, View::of(Screen::States), filter),
        }
    }
}
