//! The settings of a register: the same for everybody who works with it, and kept in its file.

use super::{Weights, coded};
use std::fmt;

coded! {
    /// A setting of a register.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Setting {
        /// After how many days without a change a need is overdue: [`OverdueDays`].
        OverdueDays => "overdue-days",
        /// How many points each part of the rule of candidates can give: [`Weights`].
        CandidateWeights => "candidate-weights",
    }
}

impl Setting {
    /// A value as it is kept, from a typed one; `None` where the setting cannot have it.
    pub fn read(self, typed: &str) -> Option<String> {
        match self {
            Self::OverdueDays => OverdueDays::read(typed).map(|days| days.to_string()),
            Self::CandidateWeights => Weights::read(typed).map(|weights| weights.to_string()),
        }
    }

    /// The value that it has until it is changed.
    pub fn usual(self) -> String {
        match self {
            Self::OverdueDays => OverdueDays::default().to_string(),
            Self::CandidateWeights => Weights::default().to_string(),
        }
    }
}

/// The days without a change after which a need is overdue that is taken on and has no projected date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OverdueDays(u16);

impl OverdueDays {
    /// The fewest days.
    pub const LEAST: u16 = 1;
    /// The most days.
    pub const MOST: u16 = 3_650;

    /// So many days; nothing beyond the bounds.
    pub fn new(days: u16) -> Option<Self> {
        (Self::LEAST..=Self::MOST).contains(&days).then_some(Self(days))
    }

    /// Reads a number of days in figures.
    pub fn read(typed: &str) -> Option<Self> {
        let figures = typed.bytes().all(|byte| byte.is_ascii_digit());
        typed.parse().ok().filter(|_| figures).and_then(Self::new)
    }

    /// The number.
    pub fn days(self) -> u16 {
        self.0
    }
}

impl Default for OverdueDays {
    /// A quarter of a year.
    fn default() -> Self {
        Self(90)
    }
}

impl fmt::Display for OverdueDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_days_is_read_within_its_bounds() {
        for typed in ["1", "60", "090", "3650"] {
            assert!(OverdueDays::read(typed).is_some(), "{typed}");
        }
        for typed in ["", "0", "3651", "-1", "+60", "60 ", "1.5", "sixty", "99999999"] {
            assert_eq!(OverdueDays::read(typed), None, "{typed}");
        }
        assert_eq!(Setting::OverdueDays.read("090").as_deref(), Some("90"));
    }
}
