//! The register, the mapping and the decisions by which the cells of a file are read, with the meanings of cells that were
//! read before.

use super::categories_in_cell::Categories;
use super::cells::Reasons;
use super::look::Looked;
use super::mapping::{DayOrder, MappedColumn, Mapping};
use super::named_states::NamedStates;
use super::names_in_register::NamesInRegister;
use super::states_in_cell::{self, Named};
use super::target::{Meaning, Target};
use super::verdict::{Reason, ReasonKind};
use crate::domain::Day;
use crate::entry::{self, Refusal};
use crate::fields::RecordField;
use crate::query::register::Vocabulary;
use crate::text::Arg;
use std::collections::HashMap;
use std::sync::Arc;

/// The facts about a file and its day that judging needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools)] // each is a fact of its own
pub struct Options {
    /// The day of the register: dates after it lie ahead.
    pub today: Day,
    /// Whether the file is CSV, in which an apostrophe stands before formulas.
    pub is_csv: bool,
    /// Whether the file is JSON: an empty value is not stated there, and is not filled from above.
    pub is_json: bool,
    /// Whether the encoding was guessed, so that each row is doubtful until it is confirmed.
    pub encoding_is_guess: bool,
    /// Whether the file as a whole says that its records are illustrative.
    pub is_illustrative: bool,
}

/// The most values of cells that are remembered with what they mean.
const REMEMBERED: usize = 20_000;

/// The longest value that is remembered, in bytes.
const LONGEST: usize = 200;

/// What the cells of a file are read by.
pub(super) struct Context<'a> {
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) target: Target,
    pub(super) mapping: Arc<Mapping>,
    pub(super) options: Options,
    pub(super) names: Arc<NamedStates>,
    pub(super) categories: Categories,
    pub(super) register: NamesInRegister,
    /// The order of day and month in each column, and whether the column has both.
    orders: Vec<(Option<DayOrder>, bool)>,
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

impl<'a> Context<'a> {
    /// By the findings of the first pass over a file, whose mapping may have been corrected since.
    pub(super) fn new(looked: &Looked, vocabulary: &'a Vocabulary, options: Options) -> Self {
        let mapping = looked.mapping.clone();
        let order = |(place, column): (usize, &MappedColumn)| {
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
            mapping: Arc::new(mapping),
            options,
            remembered: Remembered::default(),
            above: None,
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
        let named = states_in_cell::read(cell, &self.names);
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
