//! The columns that hold the fields of filters.

use super::columns::{Chunk, Facts, Triage};
use super::plain::Plain;
use crate::domain::Coded;
use crate::query::Field;
use std::sync::OnceLock;

/// The place of a column among those of its group.
#[derive(Clone, Copy, Debug)]
enum Held {
    Fact(usize),
    Triage(usize),
}

/// The column that holds a field of filters, if one column does.
fn held(field: Field) -> Option<Held> {
    static HELD: OnceLock<Vec<Option<Held>>> = OnceLock::new();
    let of = |field: &Field| {
        let code = field.code();
        let fact = Facts::COLUMNS.iter().position(|column| column.shows(code)).map(Held::Fact);
        let triage = || Triage::COLUMNS.iter().position(|column| column.shows(code));
        fact.or_else(|| triage().map(Held::Triage))
    };
    let all = HELD.get_or_init(|| Field::ALL.iter().map(of).collect());
    all.get(field.index()).copied().flatten()
}

impl Field {
    /// Whether triage changes it.
    pub fn is_of_triage(self) -> bool {
        matches!(held(self), Some(Held::Triage(_)))
    }
}

/// The column of a field of filters, where it is one of plain values.
pub(super) fn plain<'a>(field: Field, facts: &'a Facts, triage: &'a Triage) -> Option<Plain<'a>> {
    match held(field)? {
        Held::Fact(column) => facts.plain(column),
        Held::Triage(column) => triage.plain(column),
    }
}

impl Chunk {
    /// The column of a field of filters in this chunk, where it is one of plain values.
    pub fn plain(&self, field: Field) -> Option<Plain<'_>> {
        plain(field, &self.facts, &self.triage)
    }
}
