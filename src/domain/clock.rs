//! Which day it is: as the system says, or as it is set, so that what depends on the day can be
//! shown and tested again on another one.

use super::{Day, Moment};

/// Where the day comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// The system.
    #[default]
    System,
    /// It is always this day.
    Set(Day),
}

impl Clock {
    /// Today where the user is, for what people say and ask.
    pub fn today(self) -> Day {
        match self {
            Self::System => Day::today(),
            Self::Set(day) => day,
        }
    }

    /// Today in UTC, as moments are written.
    pub fn today_in_utc(self) -> Day {
        match self {
            Self::System => Moment::now().day(),
            Self::Set(day) => day,
        }
    }
}
