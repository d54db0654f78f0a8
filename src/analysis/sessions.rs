//! The sessions of the Conference of the States Parties: dates to which one looks back, beside
//! those of the notes. `docs/reference.md` says where each date was checked.

use crate::domain::Day;

/// A session: where it was held, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConferenceSession {
    /// Its number.
    pub number: u8,
    /// Its first and its last day: year, month, day.
    days: [(i16, i8, i8); 2],
}

/// The sessions, the oldest first. The third set up the reviews: a register begins to fill after it.
pub const SESSIONS: &[ConferenceSession] = &[
    ConferenceSession { number: 1, days: [(2006, 12, 10), (2006, 12, 14)] },
    ConferenceSession { number: 2, days: [(2008, 1, 28), (2008, 2, 1)] },
    ConferenceSession { number: 3, days: [(2009, 11, 9), (2009, 11, 13)] },
    ConferenceSession { number: 4, days: [(2011, 10, 24), (2011, 10, 28)] },
    ConferenceSession { number: 5, days: [(2013, 11, 25), (2013, 11, 29)] },
    ConferenceSession { number: 6, days: [(2015, 11, 2), (2015, 11, 6)] },
    ConferenceSession { number: 7, days: [(2017, 11, 6), (2017, 11, 10)] },
    ConferenceSession { number: 8, days: [(2019, 12, 16), (2019, 12, 20)] },
    ConferenceSession { number: 9, days: [(2021, 12, 13), (2021, 12, 17)] },
    ConferenceSession { number: 10, days: [(2023, 12, 11), (2023, 12, 15)] },
    ConferenceSession { number: 11, days: [(2025, 12, 15), (2025, 12, 19)] },
];

impl ConferenceSession {
    /// The day that counts as its date: its last.
    pub fn day(&self) -> Day {
        Self::day_of(self.days[1])
    }

    /// The day on which it began.
    pub fn first_day(&self) -> Day {
        Self::day_of(self.days[0])
    }

    fn day_of((year, month, day): (i16, i8, i8)) -> Day {
        // The dates above are days of the calendar; a test reads them.
        Day::new(year, month, day).unwrap_or(Day::from_number(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Arg, Lang, Text};

    #[test]
    fn the_days_are_days_and_rise() {
        let days: Vec<Day> =
            SESSIONS.iter().flat_map(|session| [session.first_day(), session.day()]).collect();
        assert!(days.is_sorted() && days.iter().all(|day| day.number() > 13_000), "{days:?}");
        let numbers: Vec<u8> = SESSIONS.iter().map(|session| session.number).collect();
        assert_eq!(numbers, (1..=11).collect::<Vec<_>>());
    }

    #[test]
    fn a_session_lasts_from_a_monday_to_a_friday_but_the_first() {
        use jiff::civil::Weekday::{Friday, Monday};
        for session in &SESSIONS[1..] {
            let [first, last] = [session.first_day(), session.day()];
            assert_eq!((first.date().weekday(), last.date().weekday()), (Monday, Friday));
            assert_eq!(last.number() - first.number(), 4, "{session:?}");
        }
    }

    #[test]
    fn each_has_a_name_and_a_place_in_every_language() {
        for &lang in Lang::ALL {
            let name = |session: &ConferenceSession| {
                let number = Arg::from(u32::from(session.number));
                Text::of(lang).tra("dates-session", &[("number", number)])
            };
            let mut names: Vec<String> = SESSIONS.iter().map(name).collect();
            names.dedup();
            assert_eq!(names.len(), SESSIONS.len(), "{names:?}");
        }
    }
}
