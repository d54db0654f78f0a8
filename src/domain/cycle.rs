//! The review cycles: the first reviews chapters III and IV, the second chapters II and V.

use super::{Chapter, Coded, coded};

coded! {
    /// A review cycle of the Implementation Review Mechanism.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Cycle {
        /// Chapters III and IV, from 2010.
        First => "1",
        /// Chapters II and V, from 2015.
        Second => "2",
    }
}

impl Cycle {
    /// 1 or 2.
    pub fn number(self) -> u8 {
        match self {
            Self::First => 1,
            Self::Second => 2,
        }
    }

    /// The cycle with this number, 1 or 2.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.iter().copied().find(|c| c.number() == number)
    }

    /// The chapters under review.
    pub fn chapters(self) -> [Chapter; 2] {
        match self {
            Self::First => [Chapter::III, Chapter::IV],
            Self::Second => [Chapter::II, Chapter::V],
        }
    }
}
