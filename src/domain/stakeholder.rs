//! The stakeholders outside government that take part in a review (paragraph 84 of the note).

use super::coded;

coded! {
    /// A kind of stakeholders outside government.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Stakeholder {
        /// Organizations of civil society.
        CivilSociety => "civil-society",
        /// Enterprises and their associations.
        PrivateSector => "private-sector",
        /// Universities and research.
        Academia => "academia",
        /// The press and other media.
        Media => "media",
    }
}

impl Stakeholder {
    /// How many kinds there are.
    pub const COUNT: usize = 4;
}
