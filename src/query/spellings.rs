//! The States that the program knows, whether a register has them or not, by all their names.

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
            let own = row
                .into_iter()
                .flat_map(|row| row.name.iter().chain(reference::parts(&row.aliases)));
            let others = state.taken().map(|spelling| spelling.text.as_str());
            let names: Vec<Name> = own.chain(others).map(Name::new).collect();
            let beyond = names.first().filter(|_| row.is_none()).cloned();
            Known { code: state.code, names, beyond }
        };
        state_names().into_iter().map(known).collect()
    })
}
