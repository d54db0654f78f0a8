//! The groups of States that are told of when States are not named.

use crate::query::Field;

/// The groups of States that are told when States are not named: never both, since few States are in
/// one region and one group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Disclosure {
    /// The regional group.
    #[default]
    Regions,
    /// LDC, LLDC, SIDS.
    Groups,
}

impl Disclosure {
    /// Whether a field is not told at all.
    pub fn withholds(self, field: Field) -> bool {
        match field {
            Field::Region => self != Self::Regions,
            Field::Group => self != Self::Groups,
            field => field.tells_the_state(),
        }
    }
}
