//! The second pass over a file: each row with its verdict and the records that it would become.

use super::apart;
use super::categories_in_cell::Categories;
use super::cells::{Cells, Reasons};
use super::look::Looked;
use super::mapping::{DayOrder, Mapping};
use super::named_states::NamedStates;
use super::names_in_register::NamesInRegister;
use super::staged::Staged;
use super::states_in_cell::Named;
use super::target::{Meaning, Target};
use super::verdict::{Reason, ReasonKind};
use super::{needs, records};
use crate::domain::Day;
use crate::entry::{self, Refusal};
use crate::fields::RecordField;
use crate::query::register::Vocabulary;
use crate::spreadsheet::Row;
use crate::text::Arg;
use std::collections::HashMap;
use std::sync::Arc;

/// The facts about a file and its day that judging needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The day of the register: dates after it lie ahead.
    pub today: Day,
    /// Whether the file is CSV, in which an apostrophe stands before formulas.
    pub is_csv: bool,
    /// Whether the file is JSON: an empty value is not stated there, and is not filled from above.
    pub is_json: bool,
    /// Whether the encoding was guessed, so that each row is doubtful until it is confirmed.
    pub encoding_is_guess: bool,
}

/// The most values of cells that are remembered with what they mean.
const REMEMBERED: usize = 20_000;

/// The longest value that is remembered, in bytes.
const LONGEST: usize = 200;

/// The second pass over the rows of a file. Rows are to be given in their order, since an empty cell can be filled from
/// the row above.
pub struct Judge<'a> {
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) target: Target,
    pub(super) mapping: Arc<Mapping>,
    pub(super) options: Options,
    pub(super) names: Arc<NamedStates>,
    pub(super) categories: Categories,
    pub(super) register: NamesInRegister,
    /// The order of day and month in each column, and whether the column has both.
    orders: Vec<(Option<DayOrder>, bool)>,
    headings: Vec<u32>,
    is_cross_table: bool,
    remembered: Remembered,
    /// The State of the row above with its line.
    pub(super) above: Option<(u32, String)>,
}

/// The meanings of cells that were read before.
#[derive(Default)]
struct Remembered {
    states: HashMap<String, Named>,
    values: HashMap<(RecordField, String), Result<Option<String>, Refusal>>,
}

impl<'a> Judge<'a> {
    /// A pass over a file with the findings of the first one, whose mapping may have been corrected since.
    pub fn new(looked: &Looked, vocabulary: &'a Vocabulary, options: Options) -> Self {
        let mapping = looked.mapping.clone();
        let order = |(place, column): (usize, &super::mapping::MappedColumn)| {
            let seen = looked.orders.get(place).copied().unwrap_or_default();
            let is_contradiction = seen.is_contradiction() && column.first.is_none();
            (column.first.or(seen.order()), is_contradiction)
        };
        let names = if mapping.states.is_empty() {
            Arc::clone(&looked.names)
        } else {
            Arc::new(NamedStates::clone(&looked.names).with(&mapping.states))
        };
        Self {
            vocabulary,
            target: mapping.target,
            orders: mapping.columns.iter().enumerate().map(order).collect(),
            names,
            categories: Categories::new(vocabulary),
            register: NamesInRegister::new(vocabulary),
            headings: looked.headings.clone(),
            is_cross_table: looked.is_cross_table,
            mapping: Arc::new(mapping),
            options,
            remembered: Remembered::default(),
            above: None,
        }
    }

    /// Judges the next row.
    pub fn row(&mut self, row: &Row) -> Staged {
        if let Some(kind) = self.apart(row) {
            let first = row.cells.iter().find(|cell| !cell.is_blank());
            let value = first.map_or("", |cell| cell.text.trim());
            if kind == ReasonKind::RowOverOthers {
                self.take_state_above(row);
            }
            return Staged::of(row.number, vec![Reason::at(None, value, kind)], Vec::new());
        }
        let mapping = Arc::clone(&self.mapping);
        let mut reasons = Reasons::new(&mapping);
        let cells = Cells::of(row, &mapping, self.options.is_csv, &mut reasons);
        self.more_cells(row, &mut reasons);
        if self.options.encoding_is_guess {
            let word = row.cells.iter().find(|cell| !cell.text.is_ascii());
            let shown = word.or(row.cells.first()).map_or("", |cell| cell.text.as_str());
            reasons.say(None, shown, ReasonKind::GuessedEncoding);
        }
        let found = match self.target {
            Target::Needs => needs::candidates(self, row.number, &cells, &mut reasons),
            Target::Reviews | Target::People | Target::Activities => {
                records::candidates(self, row.number, &cells, &mut reasons)
            }
        };
        Staged::of(row.number, reasons.into_all(), found)
    }

    /// The reason why a row is no record.
    fn apart(&self, row: &Row) -> Option<ReasonKind> {
        let first = self.headings.first().copied().unwrap_or(0);
        if row.is_blank() {
            return Some(ReasonKind::Blank);
        }
        if row.number < first {
            return Some(ReasonKind::Title);
        }
        if self.headings.contains(&row.number) {
            return Some(ReasonKind::Heading);
        }
        if self.is_cross_table {
            return Some(ReasonKind::Counts);
        }
        apart::reason(row, &self.mapping, &self.names)
    }

    /// Keeps the State of a row that stands over others.
    fn take_state_above(&mut self, row: &Row) {
        let place = self.mapping.column_of("state");
        let cell = place.and_then(|place| row.cells.get(place)).filter(|cell| !cell.is_blank());
        if let Some(cell) = cell {
            self.above = Some((row.number, cell.text.trim().to_owned()));
        }
    }

    /// Says that a row has more filled cells than there are columns.
    fn more_cells(&self, row: &Row, reasons: &mut Reasons<'_>) {
        let more = row.cells.iter().skip(self.mapping.columns.len());
        if let Some(cell) = more.clone().find(|cell| !cell.is_blank()) {
            reasons.say(None, &cell.text, ReasonKind::MoreCells);
        }
    }

    /// The order of day and month in a column, and whether the column has both.
    pub(super) fn order(&self, column: usize) -> (Option<DayOrder>, bool) {
        self.orders.get(column).copied().unwrap_or_default()
    }

    /// The value that every record has for a meaning that no column has.
    pub(super) fn fixed(&self, means: Meaning) -> Option<String> {
        self.mapping.fixed.get(&means).cloned()
    }

    /// Reads a cell that names States.
    pub(super) fn states(&mut self, cell: &str) -> Named {
        if let Some(known) = self.remembered.states.get(cell) {
            return known.clone();
        }
        let named = super::states_in_cell::read(cell, &self.names);
        if self.remembered.states.len() < REMEMBERED && cell.len() <= LONGEST {
            self.remembered.states.insert(cell.to_owned(), named.clone());
        }
        named
    }

    /// Reads a cell as a form reads a value of its field, and says what it refuses.
    pub(super) fn value(
        &mut self,
        field: RecordField,
        cell: &str,
        column: Option<usize>,
        reasons: &mut Reasons<'_>,
    ) -> Option<String> {
        let key = (field, cell.to_owned());
        let known = self.remembered.values.get(&key).cloned();
        let read = known.unwrap_or_else(|| {
            let read = entry::read(field, cell, self.vocabulary);
            if self.remembered.values.len() < REMEMBERED && cell.len() <= LONGEST {
                self.remembered.values.insert(key, read.clone());
            }
            read
        });
        match read {
            Ok(value) => value,
            Err(refusal) => {
                let reason = Reason::at(None, cell, ReasonKind::Refused);
                reasons.add(column, Reason { refusal: Some(refusal), ..reason });
                None
            }
        }
    }

    /// Says that a value which every record has is missing.
    pub(super) fn missing(&self, code: &str, reasons: &mut Reasons<'_>) {
        let column = self.mapping.column_of(code);
        let name = match self.target.field(code) {
            Some(field) => Arg::Named(field.name()),
            None => Arg::Named(format!("field-{code}")),
        };
        reasons.add(column, Reason::at(None, "", ReasonKind::NoValue).with(name));
    }
}
