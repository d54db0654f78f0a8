//! Totals over the years: the number in the register at the end of each year, and each published
//! number of the same total, on its day.

mod held;
mod series;
mod totals;
mod words;
mod years;

pub use held::Held;
pub use series::{SERIES, STANDING_SERIES, Series, TrendMeasure};
pub use totals::{Published, SeriesLine, Trend, Year};
pub use words::{PointRow, Strip, TrendColumn, Worded, name, published, source};
pub use years::{YearRow, Years};

use super::FilteredRegister;
use crate::domain::Day;
use crate::domain::reference::{HistoryRow, history};
use crate::query::register::Register;
use crate::query::{Context, Filter, FilterError, Plan, period, select};
use held::{Since, is_of_states, is_timeless};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Before this year nothing was counted.
const FIRST_YEAR: i16 = 2007;

/// The reason why there is no trend.
#[derive(Debug)]
pub enum Untold<E> {
    /// The filter names something that the register does not have.
    Unreadable(FilterError),
    /// The register of a day cannot be had.
    Register(E),
    /// The work was cancelled.
    Stopped,
}

/// The question of a trend: the register, the filter and the day.
#[derive(Clone, Copy)]
pub struct Ask<'a> {
    /// The register of the day shown.
    pub register: &'a Register,
    /// Whether that is the register as it is, rather than of an earlier day.
    pub now: bool,
    /// The filter in force.
    pub narrowed: &'a Filter,
    /// The day shown, and who asks.
    pub context: Context,
    /// Whether a newer question has come.
    pub cancelled: &'a (dyn Fn() -> bool + Sync),
}

/// Counts every total at the end of each year and on each day of a published one. `register_of`
/// gives the register of a day; it is asked only where the filter depends on time, for
/// one day after the other, the latest first.
///
/// # Errors
/// See [`Untold`].
pub fn trend<E>(
    ask: Ask<'_>,
    register_of: &mut dyn FnMut(Day) -> Result<Arc<Register>, E>,
) -> Result<Trend, Untold<E>> {
    let until = ask.context.today;
    let rows = history().into_iter().filter_map(|row| Some((period(&row.as_of, until)?.1, row)));
    let (published, later): (Vec<_>, Vec<_>) = rows.partition(|(day, _)| *day <= until);
    let published: Vec<(Day, Arc<HistoryRow>)> =
        published.into_iter().map(|(day, row)| (day, Arc::new(row))).collect();
    let ends = year_ends(until);
    let days: BTreeSet<Day> =
        ends.iter().copied().chain(published.iter().map(|(d, _)| *d)).collect();
    let days: Vec<Day> = days.into_iter().collect();
    let counts = counts(ask, &days, register_of)?;
    let held = |series: usize, day: Day| {
        let place = days.binary_search(&day).unwrap_or(0); // every day asked for is one of them
        counts[place][series]
    };
    let line = |(at, series): (usize, &'static Series)| {
        let published: Vec<Published> = published
            .iter()
            .filter(|(_, row)| series.has(row))
            .map(|(day, row)| Published { row: Arc::clone(row), day: *day, held: held(at, *day) })
            .collect();
        let years = ends.iter().map(|day| Year { day: *day, held: held(at, *day) }).collect();
        let later = later.iter().filter(|(_, row)| series.has(row)).count();
        SeriesLine { series, years: from_the_first(years, &published), published, later }
    };
    let other = |(_, row): &&(Day, Arc<HistoryRow>)| !SERIES.iter().any(|series| series.has(row));
    Ok(Trend {
        until,
        narrowed: ask.narrowed.clone(),
        lines: SERIES.iter().enumerate().map(line).collect(),
        others: published.iter().filter(other).cloned().collect(),
    })
}

/// The ends of the years until a day, which stands for the last.
pub fn year_ends(until: Day) -> Vec<Day> {
    let last = until.date().year();
    let ends = (FIRST_YEAR..last).filter_map(|year| Day::new(year, 12, 31));
    ends.chain([until]).collect()
}

/// Without the years before there was anything.
fn from_the_first(years: Vec<Year>, published: &[Published]) -> Vec<Year> {
    let something = |year: &Year| {
        year.held != Held::Count(0) || published.first().is_some_and(|first| first.day <= year.day)
    };
    let first = years.iter().position(something).unwrap_or(years.len() - 1);
    years.into_iter().skip(first).collect()
}

/// The numbers of each series on each day.
fn counts<E>(
    ask: Ask<'_>,
    days: &[Day],
    register_of: &mut dyn FnMut(Day) -> Result<Arc<Register>, E>,
) -> Result<Vec<[Held; SERIES.len()]>, Untold<E>> {
    let until = ask.context.today;
    let of_states = is_of_states(ask.narrowed);
    let row = |since: &Since, place: usize, day: Day| {
        SERIES.map(|series| match series.counted {
            TrendMeasure::Parties if !of_states => Held::NotAsked,
            _ => since.on(series, place, day, ask.now && day == until),
        })
    };
    if is_timeless(ask.narrowed, &ask.register.vocabulary) {
        let since = since(ask, ask.register, until, days)?;
        return Ok(days.iter().enumerate().map(|(at, day)| row(&since, at, *day)).collect());
    }
    let dated = |day: &Day| {
        let past;
        let register = if *day == until {
            ask.register
        } else {
            past = register_of(*day).map_err(Untold::Register)?;
            &*past
        };
        Ok(row(&since(ask, register, *day, &[*day])?, 0, *day))
    };
    // Backwards: the register of a day comes of a later one with less work than of the newest.
    let mut counts = days.iter().rev().map(dated).collect::<Result<Vec<_>, _>>()?;
    counts.reverse();
    Ok(counts)
}

fn since<E>(
    ask: Ask<'_>,
    register: &Register,
    today: Day,
    days: &[Day],
) -> Result<Since, Untold<E>> {
    let context = Context { today, ..ask.context };
    let plan = Plan::resolve(ask.narrowed, register, &context).map_err(Untold::Unreadable)?;
    plan.may_show_needs(ask.narrowed, &register.vocabulary).map_err(Untold::Unreadable)?;
    let selection = select(register, &plan, ask.cancelled).ok_or(Untold::Stopped)?;
    Ok(Since::of(FilteredRegister { register, plan: &plan, selection: &selection }, days))
}
