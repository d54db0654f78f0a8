//! How a form divides the screen: the columns of its fields, and the rows that a text takes.

use crate::app::state::form::Form;
use crate::text::{Text, width};

/// From so many columns on, the needs of a sitting stand beside the fields.
const BESIDE: u16 = 100;

/// The columns of the fields where something stands beside them.
const WITH_PANE: u16 = 67;

/// The widest that names of fields are shown.
const NAMES: usize = 24;

/// Where the parts of a line stand.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    names: u16,
    all: u16,
}

impl Columns {
    /// Those of a form that has so many in all.
    pub(super) fn of(form: &Form, all: u16, text: &Text) -> Self {
        let wide = form.fields.iter().map(|own| width(&own.field.in_words(text)));
        let names = wide.max().unwrap_or(0).min(NAMES).min(usize::from(all) / 3) as u16;
        Self { names, all }
    }

    /// The columns of the names.
    pub(super) fn names(self) -> usize {
        self.names.into()
    }

    /// Where the words of a field begin.
    pub(super) fn at(self) -> u16 {
        self.names + 4
    }

    /// How many columns they have.
    pub(super) fn words(self) -> u16 {
        self.all.saturating_sub(self.at() + 2).max(8)
    }
}

/// The most rows of the text that the cursor is in.
pub(super) fn most_rows(rows: u16) -> u16 {
    (rows / 4).clamp(3, 14)
}

/// The columns of the fields on a screen of this width.
pub(super) fn fields_width(columns: u16, is_sitting: bool) -> u16 {
    if is_sitting && columns >= BESIDE { WITH_PANE.max(columns * 11 / 20) } else { columns }
}

/// The columns of the words of a field, and the most rows that a text takes.
pub(super) fn room(form: &Form, size: (u16, u16), text: &Text, is_sitting: bool) -> (usize, usize) {
    let columns = Columns::of(form, fields_width(size.0, is_sitting), text);
    (columns.words().into(), most_rows(size.1).into())
}
