//! The list of dates to choose from, and what the date is for.

use crate::app::state::picker::Picker;
use crate::domain::Day;

/// The list of dates, and what the one that is chosen is for.
#[derive(Clone, Debug)]
pub struct Dates {
    /// The days; nothing: today, or none.
    pub picker: Picker<Option<Day>>,
    /// What for.
    pub purpose: Purpose,
}

/// What a date is chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To show the register of that day.
    Shown,
    /// To compare a figure with that day, which is before the one shown.
    Earlier,
}

impl Purpose {
    /// The id of the question.
    pub fn title(self) -> &'static str {
        match self {
            Self::Shown => "dates-title",
            Self::Earlier => "dates-earlier-title",
        }
    }
}
