//! The rows of a file after judging: the records that they would become.

use super::tally::Tally;
use super::verdict::{Reason, ReasonKind, Verdict, worst};
use crate::domain::{Cycle, Kind, Origin};
use crate::fields::RecordField;

/// A State as a row means it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StateOf {
    /// A State of the register: its number.
    Known(i64),
    /// A State that the register does not have, by its ISO 3166 alpha-3 code: it is to be added as one that is no party.
    Beyond(&'static str),
    /// The State that the source does not name, where the register has none such yet: it is to be added.
    NotNamed,
}

impl StateOf {
    /// The value of a field that refers to it; `None` while the register does not have it.
    pub fn value(&self) -> Option<String> {
        match self {
            Self::Known(id) => Some(id.to_string()),
            Self::Beyond(_) | Self::NotNamed => None,
        }
    }
}

/// A record to be, from one row of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// A need, review, person or activity.
    pub kind: Kind,
    /// Its values as the change log keeps them, each field once; `None` for an empty cell. A field of which the file says
    /// nothing does not stand here. A State that the register has stands here too, under
    /// `state`; a review of a need and the record that it repeats do not.
    pub values: Vec<(RecordField, Option<String>)>,
    /// The State that it belongs to, where it belongs to one.
    pub state: Option<StateOf>,
    /// The review that a need belongs to, by State and cycle; it is made if it is missing. `None` for a need outside
    /// reviews, whose `source` then says where it comes from.
    pub review: Option<(StateOf, Cycle)>,
    /// The themes among its values that the register does not have, by name: to be made.
    pub new_themes: Vec<String>,
    /// Its UUID, where the file has one.
    pub uuid: Option<String>,
    /// Its number in the file.
    pub number_in_file: Option<u32>,
    /// The number in the file of the record that it repeats.
    pub duplicate_in_file: Option<u32>,
    /// The version of the record that the file was made of, where the file has it.
    pub version: Option<u32>,
    /// [`Origin::Illustrative`] where the file says so, else [`Origin::Imported`].
    pub origin: Origin,
}

impl Candidate {
    /// A record without values.
    pub(super) fn new(kind: Kind) -> Self {
        Self {
            kind,
            values: Vec::new(),
            state: None,
            review: None,
            new_themes: Vec::new(),
            uuid: None,
            number_in_file: None,
            duplicate_in_file: None,
            version: None,
            origin: Origin::Imported,
        }
    }

    /// The value of a field, by its code; `None` where it is not stated.
    pub fn value(&self, code: &str) -> Option<&str> {
        let found = self.values.iter().find(|(field, _)| field.code() == code);
        found.and_then(|(_, value)| value.as_deref())
    }

    /// Sets the value of a field, if there is one; a code that the kind does not have is left alone.
    pub(super) fn set(&mut self, code: &str, value: Option<String>) {
        if let Some(field) = RecordField::from_code(self.kind, code) {
            self.set_field(field, value);
        }
    }

    /// Sets the value of a field, if there is one.
    pub(super) fn set_field(&mut self, field: RecordField, value: Option<String>) {
        if value.is_none() {
            return;
        }
        match self.values.iter_mut().find(|(own, _)| *own == field) {
            Some((_, own)) => *own = value,
            None => self.values.push((field, value)),
        }
    }
}

/// A row of a file after judging.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staged {
    /// The number of the row, as the program of the file shows it.
    pub row: u32,
    /// The verdict.
    pub verdict: Verdict,
    /// The reasons of the verdict, and remarks.
    pub reasons: Vec<Reason>,
    /// The records: of a good row those that are written, of a doubtful one the proposal, of others none.
    pub records: Vec<Candidate>,
}

impl Staged {
    /// A row with its reasons and records; the verdict follows.
    pub(super) fn of(row: u32, reasons: Vec<Reason>, records: Vec<Candidate>) -> Self {
        let verdict = worst(&reasons);
        let is_kept = matches!(verdict, Verdict::Good | Verdict::Doubtful);
        Self { row, verdict, reasons, records: if is_kept { records } else { Vec::new() } }
    }

    /// Whether the row is empty or the headings.
    pub fn says_nothing(&self) -> bool {
        let says_nothing = |kind| matches!(kind, ReasonKind::Heading | ReasonKind::Blank);
        self.reasons.iter().any(|reason| says_nothing(reason.kind))
    }

    /// Counts the row, unless it is empty or the headings.
    pub fn count_in(&self, tally: &mut Tally) {
        if self.says_nothing() {
            return;
        }
        tally.count(self.verdict, &self.reasons, self.records.len());
    }
}
