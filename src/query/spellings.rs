//! The names by which States are known, ready to be compared: those of the reference and every other spelling.

use super::names::Name;
use crate::domain::{reference, state_names};
use std::sync::OnceLock;

/// A State as the program knows it, whether a register has it or not.
pub(super) struct Known {
    /// ISO 3166 alpha-3; `EU` for the European Union.
    pub(super) code: &'static str,
    /// Its names and spellings.
    pub(super) names: Vec<Name>,
    /// Its name, where no new register has the State.
    pub(super) beyond: Option<Name>,
}

/// Every State that the program knows, in the order of the codes.
pub(super) fn known() -> &'static [Known] {
    static KNOWN: OnceLock<Vec<Known>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let rows = reference::states();
        let known = |state: crate::domain::StateNames| {
            let is_own = |row: &&reference::StateRow| match &*row.iso3 {
                "" => row.iso2 == state.code,
                iso3 => iso3 == state.code,
            };
            let row = rows.iter().find(is_own);
            let own = row.into_iter().flat_map(|row| {
                [&*row.name_en, &*row.name_zh].into_iter().chain(reference::parts(&row.aliases))
            });
            let names: Vec<Name> =
                own.chain(state.spellings.iter().copied()).map(Name::new).collect();
            let beyond = names.first().filter(|_| row.is_none()).cloned();
            Known { code: state.code, names, beyond }
        };
        state_names().into_iter().map(known).collect()
    })
}

/// The names of the State with this code; nothing where there is no such.
pub(super) fn of(code: &str) -> &'static [Name] {
    let known = known();
    let place = known.binary_search_by(|state| state.code.cmp(code));
    place.map_or(&[], |place| &known[place].names)
}
