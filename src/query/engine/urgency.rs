//! The order of a triage queue: the most urgent decision first.
//!
//! 1. open needs before closed ones (met, withdrawn, or marked as the duplicate of another);
//! 2. untriaged ones (priority or response not stated) before the others;
//! 3. the higher priority first, not stated between high and medium: it may be either;
//! 4. the longer known first, by the day of identification; without a day last;
//! 5. by number.

use super::bitmap::Bitmap;
use super::parallel;
use super::radix_sort::by_figures;
use super::selection::Selection;
use crate::domain::{Coded, Priority, Response};
use crate::query::register::{Address, Chunk, NO_DAY, Register, Slot, decoded, last_day};
use std::sync::LazyLock;

/// How many values columns of priorities and of responses hold.
const PRIORITIES: usize = Slot::room(Priority::ALL.len());
const RESPONSES: usize = Slot::room(Response::ALL.len());

/// How many numbers there are for the rules 1 to 3.
const DECISIONS: u32 = 1 << (u32::BITS - DAY_BITS);

/// How many bits a day takes: 700,000 years around 1970.
const DAY_BITS: u32 = 28;

/// The day of a need without one.
const NEVER: u32 = (1 << DAY_BITS) - 1;

/// Gives the rows of a selection that are assigned to the person of a slot (`Slot::NONE`: unassigned), or all rows for
/// `None`, the most urgent first.
pub fn by_urgency(register: &Register, selection: &Selection, whose: Option<Slot>) -> Vec<Address> {
    let found = parallel::over_chunks(
        register,
        Vec::new,
        |found, number, chunk| found.push((number, Part::of(number, chunk, selection, whose))),
        &|| false,
    );
    let mut parts: Vec<(usize, Part)> = found.unwrap_or_default().into_iter().flatten().collect();
    parts.sort_unstable_by_key(|(number, _)| *number);
    let days = || parts.iter().filter_map(|(_, part)| part.days);
    let first = days().map(|(first, _)| first).min().unwrap_or(0);
    let last = days().map(|(_, last)| last).max().unwrap_or(0);
    // Few days make few figures to sort by: they count from the first one, "not stated" comes last.
    let unknown = last - first + 1;
    let figure = |urgency: u32| {
        let known_since = (urgency & NEVER).saturating_sub(first).min(unknown);
        (urgency >> DAY_BITS) * (unknown + 1) + known_since
    };
    let pairs = parts.iter().flat_map(|(number, part)| {
        let of = |place: &u16| Address::new(*number, usize::from(*place));
        let rows = part.places.iter().map(of);
        part.urgency.iter().map(|urgency| figure(*urgency)).zip(rows)
    });
    by_figures(pairs, (DECISIONS - 1) * (unknown + 1) + unknown)
}

/// The part of a queue in one chunk.
struct Part {
    /// The places of the needs, rising.
    places: Vec<u16>,
    /// The result of rules 1 to 4 for each need, as a number.
    urgency: Vec<u32>,
    /// The first and the last stated day of rule 4, as they stand in that number.
    days: Option<(u32, u32)>,
}

impl Part {
    fn of(number: usize, chunk: &Chunk, selection: &Selection, whose: Option<Slot>) -> Self {
        let mut places = Vec::new();
        if let Some(rows) = selection.bits.get(number) {
            let mut own = rows.clone();
            if let Some(who) = whose {
                own.and(&Bitmap::of(&chunk.triage.focal, |person| person == who));
            }
            own.list(&mut places);
        }
        let (priority, response) = (&chunk.triage.priority, &chunk.triage.response);
        let (mut first, mut last) = (NEVER, 0);
        let (decided, duplicate) = (&*DECIDED, &chunk.triage.duplicate);
        // Most chunks have no duplicates, and then the column is not looked at again.
        let repeating = duplicate.iter().fold(0, |any, other| any | other) != 0;
        let urgency = |place: &u16| {
            let place = usize::from(*place);
            let known_since = known_since(last_day(chunk.facts.identified[place]));
            first = first.min(known_since);
            last = last.max(if known_since == NEVER { 0 } else { known_since });
            let decided = decided[usize::from(priority[place])][usize::from(response[place])];
            let repeats = u32::from(repeating && duplicate[place] != 0) * CLOSED;
            ((decided | repeats) << DAY_BITS) | known_since
        };
        let urgency = places.iter().map(urgency).collect();
        Self { places, urgency, days: (first <= last).then_some((first, last)) }
    }
}

/// A day as a number below [`NEVER`], or that.
fn known_since(day: i32) -> u32 {
    let middle = i32::try_from(NEVER / 2).unwrap_or(i32::MAX);
    if day == NO_DAY {
        NEVER
    } else {
        day.saturating_add(middle).max(0).cast_unsigned().min(NEVER - 1)
    }
}

/// The result of rules 1 to 3, by priority and response as columns store them.
static DECIDED: LazyLock<[[u32; RESPONSES]; PRIORITIES]> = LazyLock::new(|| {
    let of = |priority, response| decided(decoded(priority as u8), decoded(response as u8));
    std::array::from_fn(|priority| std::array::from_fn(|response| of(priority, response)))
});

/// The part of that number that rule 1 makes.
const CLOSED: u32 = 1 << 3;

/// The result of rules 1 to 3 as a number; lower ones come first.
fn decided(priority: Option<Priority>, response: Option<Response>) -> u32 {
    let closed = matches!(response, Some(Response::Met | Response::Withdrawn));
    let triaged = priority.is_some() && response.is_some();
    let rank = match priority {
        Some(Priority::High) => 0,
        None => 1,
        Some(Priority::Medium) => 2,
        Some(Priority::Low) => 3,
    };
    (u32::from(closed) * CLOSED) | (u32::from(triaged) << 2) | rank
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;
    use crate::query::register::{CHUNK, NeedRef};
    use crate::query::{Context, Plan, parse, select};
    use crate::testing::random_register;
    use std::sync::Arc;

    /// The rules, one after the other.
    fn rules(need: NeedRef<'_>) -> (bool, bool, u8, i32, u32) {
        let (priority, response) = (need.priority(), need.response());
        let closed = matches!(response, Some(Response::Met | Response::Withdrawn))
            || need.duplicate_of().is_some();
        let rank = match priority {
            Some(Priority::High) => 0,
            None => 1,
            Some(Priority::Medium) => 2,
            Some(Priority::Low) => 3,
        };
        let known_since = need.identified().map_or(i32::MAX, |date| date.last_day().number());
        (closed, priority.is_some() && response.is_some(), rank, known_since, need.id().get())
    }

    #[test]
    fn the_order_is_that_of_the_rules() {
        let mut register = random_register::register(9, CHUNK + 900);
        // Days that nobody means are only days.
        let chunk = Arc::make_mut(&mut register.chunks[1]);
        let days = &mut Arc::make_mut(&mut chunk.facts).identified;
        days[..4].copy_from_slice(&[-100_000_000, 100_000_000, 0, NO_DAY]);
        let context = Context { today: Day::from_number(17_900), me: None };
        for (filter, whose) in
            [("", None), ("", Some(Slot::NONE)), ("cycle:1", Some(Slot::of(1))), ("id:0", None)]
        {
            let plan = Plan::resolve(&parse(filter).unwrap(), &register, &context).unwrap();
            let selection = select(&register, &plan, &|| false).unwrap();
            let need = |row: &Address| register.need(*row).expect("a need");
            let mut expected = selection.rows.to_vec();
            expected.retain(|row| whose.is_none_or(|who| need(row).focal_slot() == who));
            expected.sort_by_cached_key(|row| rules(need(row)));
            assert!(by_urgency(&register, &selection, whose) == expected, "{filter} {whose:?}");
        }
    }
}
