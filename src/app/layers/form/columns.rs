//! How a form divides the screen: the columns of its fields, and the rows that a text takes.

use crate::app::state::form::Form;
use crate::text::{Text, width};

/// The least columns of a screen that shows the needs of a sitting beside the fields.
const BESIDE: u16 = 100;

/// The least columns of the fields beside a sitting's needs.
const WITH_PANE: u16 = 67;

/// The most columns of the names of fields.
const NAMES: usize = 24;

/// The columns of the parts of a form's line.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    names: u16,
    all: u16,
}

impl Columns {
    /// Computes the columns of a form that has `all` columns.
    pub(super) fn of(form: &Form, all: u16, text: &Text) -> Self {
        let wide = form.fields.iter().map(|own| width(&own.field.in_words(text)));
        let names = wide.max().unwrap_or(0).min(NAMES).min(usize::from(all) / 3) as u16;
        Self { names, all }
    }

    /// Gives the width of the names of fields.
    pub(super) fn names(self) -> usize {
        self.names.into()
    }

    /// Gives the column at which the words of a field begin.
    pub(super) fn at(self) -> u16 {
        self.names + 4
    }

    /// Gives the width of the words of a field.
    pub(super) fn words(self) -> u16 {
        self.all.saturating_sub(self.at() + 2).max(8)
    }
}

/// Gives the most rows of the text under the cursor, on a screen of `rows` rows.
pub(super) fn most_rows(rows: u16) -> u16 {
    (rows / 4).clamp(3, 14)
}

/// Gives the width of the fields on a screen of `columns` columns, of which they take so many per cent beside a pane.
pub(super) fn fields_width(columns: u16, beside: Option<u16>) -> u16 {
    match beside {
        Some(share) if columns >= BESIDE => {
            WITH_PANE.max((u32::from(columns) * u32::from(share) / 100) as u16)
        }
        _ => columns,
    }
}

/// Gives the width of a field's words, and the most rows of a text.
pub(super) fn room(
    form: &Form,
    size: (u16, u16),
    text: &Text,
    beside: Option<u16>,
) -> (usize, usize) {
    let columns = Columns::of(form, fields_width(size.0, beside), text);
    (columns.words().into(), most_rows(size.1).into())
}
