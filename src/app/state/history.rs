//! Whose changes the page of the change log shows.

use crate::domain::Day;

/// Whose changes the page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Those of a need.
    Need,
    /// Those of a State's needs.
    State,
    /// Those that a person has made.
    Person,
    /// Those of a day.
    Day,
    /// All.
    #[default]
    All,
}

impl Scope {
    /// All of them, from left to right.
    pub const ORDER: [Self; 5] = [Self::Need, Self::State, Self::Person, Self::Day, Self::All];
}

/// What each scope of the page is about; it follows the change under the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The need.
    pub need: Option<u32>,
    /// The State: a place in the vocabulary.
    pub state: Option<u16>,
    /// The person's code, or the name that somebody gave.
    pub who: String,
    /// The day, in UTC.
    pub day: Day,
}
