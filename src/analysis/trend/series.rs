//! The totals that are followed over the years, each with the needs, States or reviews behind it.

use crate::domain::reference::HistoryRow;
use crate::domain::{Coded, Cycle, Day, Source, Standing};
use crate::query::register::Vocabulary;
use crate::query::{Alternative, Field, Filter, Term, TermPosition, Test, Value, code_of_value};

/// The things that a total counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrendMeasure {
    /// Needs.
    Needs,
    /// States with needs.
    States,
    /// Completed reviews: those with an executive summary.
    Reviews,
    /// States parties to the Convention.
    Parties,
    /// Open needs.
    Open,
    /// Open needs of a standing.
    Standing(Standing),
}

/// A total that is followed over the years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Series {
    /// The things counted.
    pub counted: TrendMeasure,
    /// The cycle; `None`: both, or for parties no cycle.
    pub cycle: Option<Cycle>,
}

const fn series(counted: TrendMeasure, cycle: Option<Cycle>) -> Series {
    Series { counted, cycle }
}

/// The series, in order.
pub const SERIES: [Series; 10] = [
    series(TrendMeasure::Needs, None),
    series(TrendMeasure::Needs, Some(Cycle::First)),
    series(TrendMeasure::Needs, Some(Cycle::Second)),
    series(TrendMeasure::States, None),
    series(TrendMeasure::States, Some(Cycle::First)),
    series(TrendMeasure::States, Some(Cycle::Second)),
    series(TrendMeasure::Reviews, None),
    series(TrendMeasure::Reviews, Some(Cycle::First)),
    series(TrendMeasure::Reviews, Some(Cycle::Second)),
    series(TrendMeasure::Parties, None),
];

/// The open needs and the standings that add up to them, in order.
pub const STANDING_SERIES: [Series; 4] = [
    series(TrendMeasure::Open, None),
    series(TrendMeasure::Standing(Standing::Served), None),
    series(TrendMeasure::Standing(Standing::Planned), None),
    series(TrendMeasure::Standing(Standing::Unserved), None),
];

impl TrendMeasure {
    /// The word for programs, which is also that of the table of published totals.
    pub fn code(self) -> &'static str {
        match self {
            Self::Needs => "needs",
            Self::States => "states",
            Self::Reviews => "reviews",
            Self::Parties => "parties",
            Self::Open => "open",
            Self::Standing(Standing::Planned) => "planned for",
            Self::Standing(standing) => standing.code(),
        }
    }

    /// Whether it counts open needs by how far they are served.
    pub fn is_of_standing(self) -> bool {
        matches!(self, Self::Open | Self::Standing(_))
    }
}

impl Series {
    /// The cycle for programs: `1`, `2`, `1+2`, or nothing.
    pub fn cycle_code(&self) -> &'static str {
        match (self.counted, self.cycle) {
            (TrendMeasure::Parties | TrendMeasure::Open | TrendMeasure::Standing(_), _) => "",
            (_, Some(cycle)) => cycle.code(),
            (_, None) => "1+2",
        }
    }

    /// Whether a published total is one of it.
    pub fn has(&self, row: &HistoryRow) -> bool {
        row.measure == self.counted.code() && row.cycle == self.cycle_code()
    }

    /// The records behind its number on a day, under a filter; the day's register is to be asked.
    pub fn behind(&self, narrowed: &Filter, vocabulary: &Vocabulary, day: Day) -> Filter {
        let mut filter = Filter::default();
        if let Some(cycle) = self.cycle {
            filter.narrow(Field::Cycle, cycle.code());
        }
        match self.counted {
            TrendMeasure::Needs | TrendMeasure::States
                if self.cycle.is_none() && !vocabulary.outside.is_empty() =>
            {
                filter.narrow(Field::Source, Source::Review.code());
            }
            TrendMeasure::Reviews => filter.narrow(Field::Review, "completed"),
            TrendMeasure::Parties => filter.terms.extend(no_parties(vocabulary, day)),
            TrendMeasure::Open => filter.terms.push(Term::field(Field::Match, Value::Any)),
            TrendMeasure::Standing(standing) => filter.narrow(Field::Match, standing.code()),
            TrendMeasure::Needs | TrendMeasure::States => {}
        }
        filter.terms.extend(narrowed.terms.iter().cloned());
        filter
    }
}

/// Leaves out the States that are no parties on a day, where there are any.
fn no_parties(vocabulary: &Vocabulary, day: Day) -> Option<Term> {
    let mut left_out: Vec<Alternative> = Vec::new();
    for (state, slot) in vocabulary.states.iter().zip(1..) {
        if state.party != Some(false) && state.party_since.is_none_or(|since| since <= day) {
            continue;
        }
        let value = if state.unnamed {
            Value::None
        } else {
            Value::Is(code_of_value(Field::State, slot, vocabulary))
        };
        if left_out.iter().all(|other| other.value != value) {
            left_out.push(value.into());
        }
    }
    let (test, at) = (Test::Field(Field::State, left_out.clone()), TermPosition::default());
    (!left_out.is_empty()).then_some(Term { negated: true, test, at })
}
