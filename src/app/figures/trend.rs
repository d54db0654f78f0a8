//! Totals over the years on the screen of figures: which one is shown, and the cursor that walks
//! along the time, from the ends of the years to the days on which something was published.

use crate::analysis::trend::{Held, Trend, TrendMeasure};
use crate::app::App;
use crate::app::state::figures::{FigureEntry, Figures};
use crate::app::state::list::{Move, Side};
use crate::app::state::place::{Screen, View};
use crate::query::Measure;
use crate::worker::Made;

impl App {
    /// The totals over the years that are shown, once they are counted under the filter and to the day shown.
    pub fn told(&self) -> Option<&Trend> {
        let View::Figures(state) = &self.place().view else { return None };
        let made = self.answer.as_ref()?.made.as_ref()?;
        let ((FigureEntry::Trend, Made::Trend(trend))
        | (FigureEntry::Standing, Made::Standing(trend))) = (state.entry, made)
        else {
            return None;
        };
        let is_it = trend.narrowed == self.place().filter
            && self.as_of().is_none_or(|day| day == trend.until);
        is_it.then_some(&**trend)
    }

    /// Shows the totals over the years, the cursor in them.
    pub(in crate::app) fn go_to_trend(&mut self) {
        self.go(Screen::Figures);
        if let View::Figures(state) = &mut self.place_mut().view {
            (state.entry, state.in_list) = (FigureEntry::Trend, false);
        }
        self.ask();
    }

    /// A step from one total to another.
    pub(in crate::app) fn step_trend(&mut self, state: &mut Figures, step: Move) {
        let Some(trend) = self.told() else { return };
        let Some(cursor) = state.over_years_mut() else { return };
        let last = trend.lines.len().saturating_sub(1);
        let series = match step {
            Move::Up => cursor.series.saturating_sub(1),
            Move::Down => (cursor.series + 1).min(last),
            Move::PageUp | Move::First => 0,
            Move::PageDown | Move::Last => last,
        };
        cursor.show_series(series, cursor.line(trend));
    }

    /// A step in time; from the first to the list.
    pub(in crate::app) fn trend_sideways(&self, state: &mut Figures, side: Side) {
        if state.in_list {
            state.in_list = side == Side::Left;
            return;
        }
        let trend = self.told();
        let stepped = state.over_years_mut().is_some_and(|cursor| {
            let line = trend.and_then(|trend| cursor.line(trend));
            line.is_some_and(|line| cursor.along(line, side))
        });
        state.in_list = !stepped && side == Side::Left;
    }

    /// Opens the records that the register's number counts, on its day.
    pub(in crate::app) fn open_trend(&mut self) {
        let View::Figures(state) = &self.place().view else { return };
        let (Some(trend), Some(register)) = (self.told(), self.register()) else { return };
        let Some(cursor) = state.over_years() else { return };
        let Some(line) = cursor.line(trend) else { return };
        let Some(under) = cursor.under(line) else { return };
        let (day, held) = under.held();
        if line.series.counted.is_of_standing() && self.is_nameless() {
            return self.warn("reason-not-of-single-needs");
        }
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
            TrendMeasure::Needs | TrendMeasure::Open | TrendMeasure::Standing(_) => {
                self.push_counted(on, Measure::Needs, filter);
            }
            TrendMeasure::States => self.push_counted(on, Measure::States, filter),
            // Reviews are counted whether they have needs or not, where only they are asked about.
            TrendMeasure::Reviews => self.push_on(on, View::of(Screen::Reviews), filter),
            TrendMeasure::Parties => self.push_on(on, View::of(Screen::States), filter),
        }
    }
}
