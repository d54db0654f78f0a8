//! The rows of small tables that a published figure counts.

use crate::analysis::ledger::What;
use crate::analysis::{Row, rows};
use crate::app::App;
use crate::app::layers::picker::{Choice, Pick};
use crate::app::state::layer::After;
use crate::app::state::picker::{Item, Picker};

/// The rows of small tables that a published figure counts.
#[derive(Debug)]
pub struct CountedRecords {
    /// The name of the figure.
    pub name: String,
}

impl Choice for CountedRecords {
    type Value = u32;

    fn title(&self, _: &App) -> String {
        self.name.clone()
    }

    fn choose(&mut self, _: &mut Picker<u32>, _: &mut App) -> After {
        After::Closes
    }
}

impl App {
    /// Opens the rows that the figure of this name counts.
    pub(in crate::app) fn show_counted(&mut self, name: String, what: &What) {
        let vocabulary = self.register().map(|register| &register.vocabulary);
        let rows = vocabulary.map(|of| rows(what, of, self.settings.lang)).unwrap_or_default();
        let item = |row: Row| Item { detail: row.detail, ..Item::new(row.number, row.label) };
        let items = rows.into_iter().map(item).collect();
        self.overlays.push(Pick::new(CountedRecords { name }, items));
    }
}
