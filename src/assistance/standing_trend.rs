//! Open needs over the years by how far activities serve them: at the end of each year those that were open, and which of
//! them were served, planned for and unserved.

use super::few_states::withheld_parts;
use crate::analysis::trend::{Ask, Untold, year_ends};
use crate::domain::{Day, coded};
use crate::query::register::{Register, Slot};
use crate::query::{Context, Field, Filter, Measure, Plan, Selection, Term, Value, select};
use std::sync::Arc;

coded! {
    /// A part of the open needs, or all of them.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum StandingPart {
        /// All.
        Open => "open",
        /// Those that an activity serves.
        Served => "served",
        /// Those that an activity is planned for.
        PlannedFor => "planned for",
        /// The rest.
        Unserved => "unserved",
    }
}

/// The open needs at the end of a year, or on the day shown in the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandingYear {
    /// The day.
    pub day: Day,
    /// The number of each [`StandingPart`], in their order; `None` where too few States stand behind it to be told.
    pub counts: [Option<u32>; 4],
}

/// Counts the open needs at the end of each year, from the first year with any on. `register_of` gives the register of a
/// day; it is asked for one day after the other, the latest first.
///
/// # Errors
/// See [`Untold`].
pub fn standing_trend<E>(
    ask: Ask<'_>,
    register_of: &mut dyn FnMut(Day) -> Result<Arc<Register>, E>,
) -> Result<Vec<StandingYear>, Untold<E>> {
    let until = ask.context.today;
    let year = |day: Day| {
        if day == until {
            return counted(ask, ask.register, day);
        }
        let register = register_of(day).map_err(Untold::Register)?;
        counted(ask, &register, day)
    };
    let mut years = year_ends(until).into_iter().rev().map(year).collect::<Result<Vec<_>, _>>()?;
    years.reverse();
    let first = years.iter().position(|year| year.counts[0] != Some(0));
    Ok(years.split_off(first.unwrap_or(years.len().saturating_sub(1))))
}

/// The open needs of the register of a day.
fn counted<E>(ask: Ask<'_>, register: &Register, day: Day) -> Result<StandingYear, Untold<E>> {
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
    let mut counts = [open, served, planned_for, unserved].map(Some);
    if register.vocabulary.nameless.is_some() {
        let hidden = withheld_parts(&of(Measure::States));
        for (place, hidden) in [1, 2, 3, 0].into_iter().zip(hidden) {
            counts[place] = counts[place].filter(|_| !hidden);
        }
    }
    Ok(StandingYear { day, counts })
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
            let years = standing_trend(ask, &mut register_of).expect("years");
            prop_assert!(days.is_sorted_by(|a, b| a > b), "the latest first");
            prop_assert_eq!(years.last().map(|year| year.day), Some(context.today));
            for year in years {
                let [open, parts @ ..] = year.counts.map(Option::unwrap_or_default);
                prop_assert_eq!(open, parts.iter().sum::<u32>());
            }
        }
    }
}
