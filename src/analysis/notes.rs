//! The notes that the Secretariat has issued, each with the day whose register it counts: the dates
//! to which one looks back.

use crate::domain::Day;

/// A note on the needs, and the day whose state it describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its symbol.
    pub symbol: &'static str,
    /// The meeting that it was written for, as people call it: a session of the Conference (COSP) or of the
    /// Implementation Review Group (IRG), by number (paragraph 9 of CAC/COSP/2019/14).
    pub meeting: &'static str,
    year: i16,
    month: i8,
    day: i8,
}

/// The notes, the oldest first. A note that gives only a month counts at its end; the one of 2017
/// gives no day for its counts and is taken as of the first of September.
pub const NOTES: &[Note] = &[
    Note { symbol: "CAC/COSP/2017/7", meeting: "COSP 7", year: 2017, month: 9, day: 1 },
    Note { symbol: "CAC/COSP/IRG/2019/5", meeting: "IRG 10", year: 2019, month: 5, day: 31 },
    Note { symbol: "CAC/COSP/2019/14", meeting: "COSP 8", year: 2019, month: 9, day: 30 },
];

impl Note {
    /// The day.
    pub fn day(&self) -> Day {
        // The dates above are days of the calendar; a test reads them.
        Day::new(self.year, self.month, self.day).unwrap_or(Day::from_number(0))
    }
}

/// The day of the last note before the newest need of a register: needs identified since then are
/// new. Without needs, and where every note is later, the day of the last note.
pub fn last_note_before(newest: Option<Day>) -> Day {
    let days = || NOTES.iter().rev().map(Note::day);
    let before = newest.and_then(|newest| days().find(|day| *day < newest));
    before.or_else(|| days().next()).unwrap_or(Day::from_number(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_are_days_and_rise() {
        let days: Vec<String> = NOTES.iter().map(|note| note.day().to_string()).collect();
        assert_eq!(days, ["2017-09-01", "2019-05-31", "2019-09-30"]);
    }
}
