//! The stakeholders outside government that take part in a review (paragraph 84 of the note).

use super::{Coded, coded_values};

/// A kind of stakeholders outside government.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stakeholder {
    /// Organizations of civil society.
    CivilSociety,
    /// Enterprises and their associations.
    PrivateSector,
    /// Universities and research.
    Academia,
    /// The press and other media.
    Media,
}

impl Stakeholder {
    /// How many kinds there are.
    pub const COUNT: usize = 4;
}

impl Coded for Stakeholder {
    coded_values! {
        CivilSociety => "civil-society",
        PrivateSector => "private-sector",
        Academia => "academia",
        Media => "media",
    }
}
