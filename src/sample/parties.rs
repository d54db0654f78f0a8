//! The States parties as the plan of the sample sees them.

use super::language::Language;
use crate::domain::reference;
use crate::domain::{Coded, Day, Region};

/// A State party.
pub(super) struct Party {
    /// ISO 3166 alpha-2; the code that the European Union uses counts as one.
    pub(super) iso2: String,
    /// Its regional group, where there is one.
    pub(super) region: Option<Region>,
    /// The day on which it became a party.
    pub(super) since: Day,
    /// Whether it is a small island developing State.
    pub(super) sids: bool,
    /// The language of the United Nations that its authorities write in, besides English.
    pub(super) language: Language,
    /// The adviser for its region, where there is one.
    pub(super) adviser: Option<String>,
}

/// The parties of September 2019, in the order of the table of States.
pub(super) fn parties() -> Vec<Party> {
    reference::states()
        .into_iter()
        .filter(|row| row.party == "yes")
        .filter_map(|row| {
            Some(Party {
                region: Region::from_code(&row.region),
                // A test of the reference tables holds that every party says so.
                since: Day::parse(&row.party_since)?,
                sids: row.sids == "yes",
                language: Language::of_state(&row.iso2),
                adviser: (!row.adviser.is_empty()).then_some(row.adviser),
                iso2: row.iso2,
            })
        })
        .collect()
}
