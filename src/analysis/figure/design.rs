//! The designs of the figures of a note: the fields and measures of each.

use crate::analysis::notes::NOTES;
use crate::domain::{Cycle, Day};
use crate::query::{Field, Measure};

/// A figure before it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Design {
    /// Its number, from 1.
    pub number: u8,
    /// The cycle whose needs it counts.
    pub cycle: Cycle,
    /// The filter of its needs.
    pub(super) filter: &'static str,
    /// The measure in the note.
    pub measure: Measure,
    /// The field whose values are its lines.
    pub rows: Field,
    /// The field whose values are its columns, where it is a table of two fields.
    pub columns: Option<Field>,
    /// Whether it shows growth since an earlier note even when no date is given.
    grows: bool,
    /// The message with its title when needs are counted, and when States are.
    pub(super) titles: [&'static str; 2],
}

const FIRST: Design = Design {
    number: 1,
    cycle: Cycle::First,
    filter: "cycle:1",
    measure: Measure::Needs,
    rows: Field::Category,
    columns: None,
    grows: false,
    titles: ["figure-1-needs", "figure-1-states"],
};

const SECOND: Design = Design { cycle: Cycle::Second, filter: "cycle:2", ..FIRST };

/// The figures, in order.
pub const DESIGNS: [Design; 7] = [
    Design { measure: Measure::States, rows: Field::Region, grows: true, ..FIRST },
    Design { number: 2, grows: true, titles: ["figure-2-needs", "figure-2-states"], ..FIRST },
    Design {
        number: 3,
        rows: Field::Article,
        columns: Some(Field::Category),
        titles: ["figure-3-needs", "figure-3-states"],
        ..FIRST
    },
    Design {
        number: 4,
        rows: Field::Chapter,
        titles: ["figure-4-needs", "figure-4-states"],
        ..SECOND
    },
    Design { number: 5, titles: ["figure-5-needs", "figure-5-states"], ..SECOND },
    Design {
        number: 6,
        filter: "cycle:2 chapter:II",
        titles: ["figure-6-needs", "figure-6-states"],
        ..SECOND
    },
    Design {
        number: 7,
        filter: "cycle:2 chapter:V",
        titles: ["figure-7-needs", "figure-7-states"],
        ..SECOND
    },
];

/// The earlier day with which numbers are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Compared {
    /// The usual day: for a figure the one of its design, for everything else none.
    #[default]
    Usual,
    /// This one, or none.
    With(Option<Day>),
}

impl Compared {
    /// The day of a figure, where it is before the one shown.
    pub fn since(self, design: &Design, until: Day) -> Option<Day> {
        match self {
            Self::Usual => design.usual_since(until),
            Self::With(_) => self.day(until),
        }
    }

    /// The day that was chosen, where it is before the one shown.
    pub fn day(self, until: Day) -> Option<Day> {
        match self {
            Self::Usual => None,
            Self::With(day) => day.filter(|day| *day < until),
        }
    }
}

impl Design {
    /// Whether it has bars of needs, which can be split, when this is counted.
    pub fn splits(&self, measure: Measure) -> bool {
        self.columns.is_none() && measure == Measure::Needs
    }

    /// The figure with this number.
    pub fn numbered(number: u8) -> Option<&'static Self> {
        DESIGNS.iter().find(|design| design.number == number)
    }

    /// The earlier day that it is compared with when none is given: growth is growth since the
    /// note of 2017, if that is earlier.
    pub fn usual_since(&self, until: Day) -> Option<Day> {
        let first = NOTES.first().map(super::super::notes::Note::day);
        first.filter(|first| self.grows && *first < until)
    }
}
