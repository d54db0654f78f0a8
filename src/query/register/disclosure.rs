//! How much is told of where States are, when they are not named.

use crate::query::Field;

/// What is told of where States are, when they are not named: never both, since few States are in
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
            // an adviser's region is smaller than a regional group; a summary is of one State, and a recommendation is
            // made to one
            Field::Adviser | Field::Document | Field::Recommendation => true,
            _ => false,
        }
    }
}
