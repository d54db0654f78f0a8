//! Open needs over the years by how far activities serve them: at the end of each year those that were open, and which of
//! them were served, planned for and unserved.

use super::few_states::withheld_parts;
use crate::analysis::trend::{
    Ask, Held, STANDING_SERIES, Series, SeriesLine, Trend, Untold, Year, year_ends,
};
use crate::domain::Day;
use crate::query::register::{Register, Slot};
use crate::query::{Context, Field, Filter, Measure, Plan, Selection, Term, Value, select};
use std::sync::Arc;

/// The numbers of [`STANDING_SERIES`] on a day.
type Counts = [Held; STANDING_SERIES.len()];

/// Counts the open needs at the end of each year, from the first year with any on, and those of each standing.
/// `register_of` gives the register of a day; it is asked for one day after the other, the latest first. Where States are
/// not named, a number behind which too few of them stand is hidden.
///
/// # Errors
/// See [`Untold`].
pub fn standing_trend<E>(
    ask: Ask<'_>,
    register_of: &mut dyn FnMut(Day) -> Result<Arc<Register>, E>,
) -> Result<Trend, Untold<E>> {
    let until = ask.context.today;
    let year = |day: Day| {
        if day == until {
            return Ok((day, counted(ask, ask.register, day)?));
        }
        let register = register_of(day).map_err(Untold::Register)?;
        Ok((day, counted(ask, &register, day)?))
    };
    let years = year_ends(until).into_iter().rev().map(year);
    let mut years = years.collect::<Result<Vec<(Day, Counts)>, _>>()?;
    years.reverse();
    let first = years.iter().position(|(_, counts)| counts[0] != Held::Count(0));
    let years = years.split_off(first.unwrap_or(years.len().saturating_sub(1)));
    let line = |(at, series): (usize, &'static Series)| SeriesLine {
        series,
        years: years.iter().map(|(day, counts)| Year { day: *day, held: counts[at] }).collect(),
        published: Vec::new(),
        later: 0,
    };
    Ok(Trend {
        until,
        narrowed: ask.narrowed.clone(),
        lines: STANDING_SERIES.iter().enumerate().map(line).collect(),
        others: Vec::new(),
    })
}

/// The open needs of the register of a day, and those of each standing.
fn counted<E>(ask: Ask<'_>, register: &Register, day: Day) -> Result<Counts, Untold<E>> {
    let selected = |filter: &Filter| -> Result<Selection, Untold<E>> {
        let context = Context { today: day, ..ask.context };
        let plan = Plan::resolve(filter, register, &context).map_err(Untold::Unreadable)?;
        select(register, &plan, ask.cancelled).ok_or(Untold::Stopped)
    };
    let mut open = ask.narrowed.clone();
    open.terms.push(Term::field(Field::Match, Value::Any));
    let selection = selected(&open)?;
    let of = |measure| {
        let parts = selection.counts.of(Field::Match, measure);
        let part = |place| parts.get(Slot::at(place).entry()).copied().unwrap_or(0);
        [part(0), part(1), part(2), selection.counts.total(measure)]
    };
    let [served, planned_for, unserved, open] = of(Measure::Needs);
    let mut counts = [open, served, planned_for, unserved].map(Held::Count);
    if register.vocabulary.nameless.is_some() {
        let hidden = withheld_parts(&of(Measure::States));
        for (place, hidden) in [1, 2, 3, 0].into_iter().zip(hidden) {
            if hidden {
                counts[place] = Held::Hidden;
            }
        }
    }
    Ok(counts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::parse;
    use crate::testing::random_register;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]

        #[test]
        fn the_parts_add_up_to_the_open_needs_in_every_year(seed in any::<u64>()) {
            let register = random_register::register(seed, 150);
            let context = Context { today: Day::new(2019, 12, 31).expect("a day"), me: None };
            let narrowed = parse("-chapter:V").expect("a filter");
            let ask = Ask { register: &register, now: true, narrowed: &narrowed, context, cancelled: &|| false };
            let same = Arc::new(register.clone());
            let mut days = Vec::new();
            let mut register_of = |day| {
                days.push(day);
                Ok::<_, ()>(Arc::clone(&same))
            };
            let trend = standing_trend(ask, &mut register_of).expect("years");
            prop_assert!(days.is_sorted_by(|a, b| a > b), "the latest first");
            let [open, parts @ ..] = &trend.lines[..] else { panic!("no lines") };
            prop_assert_eq!(open.years.last().map(|year| year.day), Some(context.today));
            for (place, year) in open.years.iter().enumerate() {
                let of = |line: &SeriesLine| line.years[place].held.count().unwrap_or_default();
                prop_assert_eq!(year.held.count(), Some(parts.iter().map(of).sum::<u32>()));
            }
        }
    }
}
