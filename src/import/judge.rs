//! The second pass over a file: each row with its verdict and the records that it would become.

use super::apart;
use super::cells::{Cells, Reasons};
use super::context::{Context, Options};
use super::look::Looked;
use super::staged::Staged;
use super::target::Target;
use super::verdict::{Reason, ReasonKind};
use super::{needs, records};
use crate::domain::Origin;
use crate::query::register::Vocabulary;
use crate::spreadsheet::Row;
use std::sync::Arc;

/// The second pass over the rows of a file. Rows are to be given in their order, since an empty cell can be filled from
/// the row above.
pub struct Judge<'a> {
    context: Context<'a>,
    headings: Vec<u32>,
    is_cross_table: bool,
}

impl<'a> Judge<'a> {
    /// A pass over a file with the findings of the first one, whose mapping may have been corrected since.
    pub fn new(looked: &Looked, vocabulary: &'a Vocabulary, options: Options) -> Self {
        Self {
            context: Context::new(looked, vocabulary, options),
            headings: looked.headings.clone(),
            is_cross_table: looked.is_cross_table,
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
        let mapping = Arc::clone(&self.context.mapping);
        let mut reasons = Reasons::new(&mapping);
        let cells = Cells::of(row, &mapping, self.context.options.is_csv, &mut reasons);
        self.more_cells(row, &mut reasons);
        if self.context.options.encoding_is_guess {
            let word = row.cells.iter().find(|cell| !cell.text.is_ascii());
            let shown = word.or(row.cells.first()).map_or("", |cell| cell.text.as_str());
            reasons.say(None, shown, ReasonKind::GuessedEncoding);
        }
        let mut found = match self.context.target {
            Target::Needs => needs::candidates(&mut self.context, row.number, &cells, &mut reasons),
            Target::Reviews | Target::People | Target::Activities => {
                records::candidates(&mut self.context, row.number, &cells, &mut reasons)
            }
        };
        let is_marked = found.iter().any(|one| one.origin == Origin::Illustrative);
        if self.context.options.is_illustrative && !is_marked {
            reasons.say(None, "", ReasonKind::Illustrative);
            for one in &mut found {
                one.origin = Origin::Illustrative;
            }
        }
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
        apart::reason(row, &self.context.mapping, &self.context.names)
    }

    /// Keeps the State of a row that stands over others.
    fn take_state_above(&mut self, row: &Row) {
        let place = self.context.mapping.column_of("state");
        let cell = place.and_then(|place| row.cells.get(place)).filter(|cell| !cell.is_blank());
        if let Some(cell) = cell {
            self.context.above = Some((row.number, cell.text.trim().to_owned()));
        }
    }

    /// Says that a row has more filled cells than there are columns.
    fn more_cells(&self, row: &Row, reasons: &mut Reasons<'_>) {
        let more = row.cells.iter().skip(self.context.mapping.columns.len());
        if let Some(cell) = more.clone().find(|cell| !cell.is_blank()) {
            reasons.say(None, &cell.text, ReasonKind::MoreCells);
        }
    }
}
