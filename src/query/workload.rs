//! The workload of each person: needs to decide about, by focal point.

use super::Condition;
use super::engine::parallel;
use super::engine::selection::Selection;
use super::register::{Chunk, Register, Slot, encoded};
use crate::domain::{Coded, Priority};
use std::sync::Arc;

/// The workload of one focal point, under a filter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Needs assigned.
    pub needs: u32,
    /// Needs assigned and untriaged: priority or response not stated.
    pub untriaged: u32,
    /// Needs assigned, unmet and of high priority.
    pub pressing: u32,
    /// Needs assigned and overdue.
    pub overdue: u32,
}

/// How much each person has to do among the needs of a selection: by place in the vocabulary plus
/// one; the first line is nobody's.
pub fn loads_by_person(register: &Register, selection: &Selection) -> Vec<Load> {
    let nothing = || vec![Load::default(); Slot::room(register.vocabulary.people.len())];
    let count = |loads: &mut Vec<Load>, number: usize, chunk: &Arc<Chunk>| {
        let Some(rows) = selection.bits.get(number) else { return };
        let met = selection.met.chunk(number);
        let mut own = Vec::new();
        rows.list(&mut own);
        let high = encoded(Some(Priority::High));
        for place in own.into_iter().map(usize::from) {
            let person = chunk.triage.focal[place].entry();
            let Some(load) = loads.get_mut(person) else { continue };
            let is =
                |condition: Condition| u32::from(met[place].conditions >> condition.index() & 1);
            load.needs += 1;
            load.untriaged += is(Condition::Untriaged);
            load.pressing += is(Condition::Unmet) * u32::from(chunk.triage.priority[place] == high);
            load.overdue += is(Condition::Overdue);
        }
    };
    let parts = parallel::over_chunks(register, nothing, count, &|| false).unwrap_or_default();
    let mut loads = nothing();
    for part in &parts {
        for (load, more) in loads.iter_mut().zip(part) {
            load.needs += more.needs;
            load.untriaged += more.untriaged;
            load.pressing += more.pressing;
            load.overdue += more.overdue;
        }
    }
    loads
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Day, Response};
    use crate::query::register::CHUNK;
    use crate::query::{Context, Plan, parse, select};
    use crate::testing::random_register;

    #[test]
    fn everybody_has_what_the_needs_say() {
        let register = random_register::register(4, CHUNK + 600);
        let today = Day::from_number(17_900);
        let context = Context { today, me: None };
        let filter = parse("cycle:1 -is:matched").unwrap();
        let plan = Plan::resolve(&filter, &register, &context).unwrap();
        let selection = select(&register, &plan, &|| false).unwrap();
        assert!(!selection.rows.is_empty() && selection.rows.len() < register.len());
        let mut expected = vec![Load::default(); Slot::room(register.vocabulary.people.len())];
        for need in selection.rows.iter().filter_map(|row| register.need(*row)) {
            let load = &mut expected[need.focal_slot().entry()];
            let unmet = need.response() == Some(Response::Unmet);
            load.needs += 1;
            load.untriaged += u32::from(need.priority().is_none() || need.response().is_none());
            load.pressing += u32::from(unmet && need.priority() == Some(Priority::High));
            load.overdue += u32::from(need.is_overdue(today));
        }
        assert_eq!(loads_by_person(&register, &selection), expected);
    }
}
