//! The substantive chapters of the Convention, II to VI.

use super::{Coded, coded};

coded! {
    /// A chapter of the Convention that a need can concern.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[repr(u8)]
    pub enum Chapter {
        /// Preventive measures, articles 5 to 14.
        II = 2 => "II",
        /// Criminalization and law enforcement, articles 15 to 42.
        III = 3 => "III",
        /// International cooperation, articles 43 to 50.
        IV = 4 => "IV",
        /// Asset recovery, articles 51 to 59.
        V = 5 => "V",
        /// Technical assistance and information exchange, articles 60 to 62.
        VI = 6 => "VI",
    }
}

impl Chapter {
    /// The number in Arabic figures, 2 to 6.
    pub fn number(self) -> u8 {
        self as u8
    }

    /// The chapter with this number, 2 to 6.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.iter().copied().find(|c| c.number() == number)
    }

    /// The first and the last article of the chapter.
    pub fn articles(self) -> (u8, u8) {
        match self {
            Self::II => (5, 14),
            Self::III => (15, 42),
            Self::IV => (43, 50),
            Self::V => (51, 59),
            Self::VI => (60, 62),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chapters_cover_articles_5_to_62_without_gap() {
        let mut next = 5;
        for chapter in Chapter::ALL {
            let (first, last) = chapter.articles();
            assert_eq!(first, next);
            next = last + 1;
        }
        assert_eq!(next, 63);
    }

    #[test]
    fn number_and_code_lead_back() {
        for &chapter in Chapter::ALL {
            assert_eq!(Chapter::from_number(chapter.number()), Some(chapter));
            assert_eq!(Chapter::from_code(chapter.code()), Some(chapter));
            assert_eq!(Chapter::at(chapter.index()), Some(chapter));
        }
    }
}
