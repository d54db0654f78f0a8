//! The vocabulary of a register with every State and category, for tests.

use crate::domain::{Cycle, reference, state_names};
use crate::query::register::{Category, Person, Spellings, State, Vocabulary};
use crate::testing::random_register;

/// Every State of the reference with its spellings, every category, and what else a random register has.
pub(super) fn vocabulary() -> Vocabulary {
    let random = random_register::register(3, 20).vocabulary;
    let model = random.states.first().unwrap();
    let known = state_names();
    let state = |(id, row): (i64, reference::StateRow)| {
        let code = if row.iso3.is_empty() { &row.iso2 } else { &row.iso3 };
        let own = known.iter().find(|state| state.code == code).unwrap();
        let spellings: Spellings = own.taken().map(|one| one.text.clone()).collect();
        State {
            id,
            iso2: row.iso2.clone(),
            iso3: row.iso3.clone(),
            names: row.name.clone(),
            aliases: reference::parts(&row.aliases).map(str::to_owned).collect(),
            spellings,
            unnamed: false,
            adviser: None,
            ..model.clone()
        }
    };
    let category = |(id, row): (i64, reference::CategoryRow)| Category {
        id,
        code: row.code.clone(),
        cycle: Cycle::from_number(row.cycle).unwrap(),
        names: row.name.clone(),
        aliases: reference::parts(&row.aliases).map(str::to_owned).collect(),
    };
    Vocabulary {
        states: (1..).zip(reference::states()).map(state).collect(),
        categories: (1..).zip(reference::categories()).map(category).collect(),
        reviews: Vec::new(),
        outside: Vec::new(),
        people: (random.people.iter().cloned())
            .map(|person| Person { state: None, ..person })
            .collect(),
        platforms: Vec::new(),
        ..random.as_ref().clone()
    }
}
