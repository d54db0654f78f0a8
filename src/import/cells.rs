//! The cells of a row as they are read: cleaned, without what a file of text adds, with the reasons that gives.

use super::mapping::Mapping;
use super::target::Meaning;
use super::verdict::{Reason, ReasonKind};
use crate::domain::{as_stated, clean_text, cleaned_text};
use crate::spreadsheet::{CellState, Row};
use std::borrow::Cow;
use unicode_normalization::char::is_combining_mark;

/// The reasons of a row while it is judged. A reason whose proposals the user has accepted for its column is marked so.
pub(super) struct Reasons<'m> {
    mapping: &'m Mapping,
    all: Vec<Reason>,
}

impl<'m> Reasons<'m> {
    /// No reasons yet, under the decisions of a mapping.
    pub(super) fn new(mapping: &'m Mapping) -> Self {
        Self { mapping, all: Vec::new() }
    }

    /// Adds a reason about the column at a place, or about the row as a whole.
    pub(super) fn add(&mut self, column: Option<usize>, reason: Reason) {
        let accepted = reason.kind.can_be_accepted() && self.mapping.accepts(column, reason.kind);
        self.all.push(Reason { column, accepted, ..reason });
    }

    /// Adds a reason by its kind alone.
    pub(super) fn say(&mut self, column: Option<usize>, value: &str, kind: ReasonKind) {
        self.add(column, Reason::at(None, value, kind));
    }

    /// All reasons.
    pub(super) fn into_all(self) -> Vec<Reason> {
        self.all
    }
}

/// A cell of a column with a meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Prepared {
    /// The place of the column.
    pub(super) column: usize,
    /// The meaning of the column.
    pub(super) means: Meaning,
    /// The words, cleaned; empty for a cell that says nothing or cannot be read.
    pub(super) text: String,
    /// The kind of the content.
    pub(super) state: CellState,
}

/// The cells of a row in columns with a meaning.
pub(super) struct Cells {
    all: Vec<Prepared>,
}

impl Cells {
    /// Reads the cells of a row. `is_csv` says that an apostrophe before a formula is taken off.
    pub(super) fn of(
        row: &Row,
        mapping: &Mapping,
        is_csv: bool,
        reasons: &mut Reasons<'_>,
    ) -> Self {
        let mut all = Vec::new();
        // What stands behind a mark that is never closed can be anything, whatever its column means.
        if let Some(column) = row.cells.len().checked_sub(1)
            && let CellState::Unclosed(line) = row.cells[column].state
        {
            let reason = Reason::at(None, &row.cells[column].text, ReasonKind::Unclosed);
            reasons.add(Some(column), reason.with(line.to_string()));
        }
        for (column, mapped) in mapping.columns.iter().enumerate() {
            let Some(means) = mapped.means.filter(|means| *means != Meaning::LeftOut) else {
                continue;
            };
            let Some(cell) = row.cells.get(column) else { continue };
            let bad = match cell.state {
                CellState::Error => Some(ReasonKind::CellError),
                CellState::NoResult => Some(ReasonKind::NoResult),
                CellState::Structure => Some(ReasonKind::Structure),
                CellState::Covered if !cell.is_blank() => {
                    reasons.say(Some(column), &cell.text, ReasonKind::Merged);
                    None
                }
                _ => None,
            };
            if let CellState::Unclosed(_) = cell.state {
                continue;
            }
            if let Some(kind) = bad {
                reasons.say(Some(column), &cell.text, kind);
                continue;
            }
            let text = if is_csv { as_stated(&cell.text) } else { &cell.text };
            let cleaned = cleaned_text(text);
            if text.len() < cell.text.len() {
                reasons.say(Some(column), &cleaned, ReasonKind::Apostrophe);
            }
            if matches!(cleaned, Cow::Owned(_)) && has_signs_that_act(text) {
                reasons.say(Some(column), &cleaned, ReasonKind::Cleaned);
            }
            let text = cleaned.trim().to_owned();
            all.push(Prepared { column, means, text, state: cell.state });
        }
        Self { all }
    }

    /// The filled cells in the order of their columns.
    pub(super) fn filled(&self) -> impl Iterator<Item = &Prepared> {
        self.all.iter().filter(|cell| !cell.text.is_empty())
    }

    /// The first filled cell with a meaning.
    pub(super) fn find(&self, means: Meaning) -> Option<&Prepared> {
        self.filled().find(|cell| cell.means == means)
    }

    /// The first filled cell of the field with a code.
    pub(super) fn field(&self, code: &str) -> Option<&Prepared> {
        let is_it = |cell: &&Prepared| matches!(cell.means, Meaning::Field(f) if f.code() == code);
        self.filled().find(is_it)
    }

    /// The words of the first filled cell with a meaning; empty if no cell is filled.
    pub(super) fn text(&self, means: Meaning) -> &str {
        self.find(means).map_or("", |cell| cell.text.as_str())
    }
}

/// Whether a text has characters that act or are not seen, other than white space and marks on letters.
fn has_signs_that_act(text: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_graphic() || c.is_whitespace() || is_combining_mark(c);
    text.chars().filter(|c| !is_plain(*c)).any(|c| {
        let shown = clean_text(&format!("a{c}b"));
        shown.chars().count() < 3 || c.is_control() || shown.contains(char::REPLACEMENT_CHARACTER)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::target::Target;
    use crate::import::testing::row;

    #[test]
    fn a_cell_is_cleaned_and_what_was_taken_out_is_said() {
        let mut mapping = Mapping::of_headings(Target::Needs, &["Need".to_owned()]);
        mapping.columns[0].means = Meaning::from_code(Target::Needs, "text");
        for (cell, text, kinds) in [
            ("Train", "Train", &[][..]),
            (" Train\r\nthem ", "Train\nthem", &[]),
            ("a\u{1b}[2Jb\u{202e}", "a [2Jb", &[ReasonKind::Cleaned]),
            ("e\u{301}te\u{301}", "été", &[]),
            ("'=1+1", "=1+1", &[ReasonKind::Apostrophe]),
            ("''=1+1", "'=1+1", &[ReasonKind::Apostrophe]),
            ("'quoted'", "'quoted'", &[]),
            ("a\u{0}b", "a b", &[ReasonKind::Cleaned]),
        ] {
            let mut reasons = Reasons::new(&mapping);
            let cells = Cells::of(&row(1, &[cell]), &mapping, true, &mut reasons);
            assert_eq!(cells.field("text").map_or("", |cell| &cell.text), text, "{cell:?}");
            let found: Vec<ReasonKind> = reasons.into_all().iter().map(|one| one.kind).collect();
            assert_eq!(found, kinds, "{cell:?}");
        }
    }
}
