//! The two fields by which gaps are told: a list of all pairs of rows and columns, the likely ones first.

use crate::app::App;
use crate::app::layers::picker::{Choice, Pick};
use crate::app::state::gap_pairs::gap_pairs;
use crate::app::state::layer::After;
use crate::app::state::picker::{Item, Picker};
use crate::app::state::screens::View;
use crate::query::Field;
use crate::text::{Arg, Text};

/// Two fields of gaps: rows and columns.
#[derive(Debug)]
pub struct GapFields;

impl Choice for GapFields {
    type Value = [Field; 2];

    fn title(&self, app: &App) -> String {
        app.text().tr("gap-fields-title").into_owned()
    }

    fn is_small(&self) -> bool {
        true
    }

    fn choose(&mut self, picker: &mut Picker<[Field; 2]>, app: &mut App) -> After {
        let Some(fields) = picker.current().map(|item| item.value) else { return After::Stays };
        if let View::Assistance(page) = &mut app.place_mut().view {
            page.tell_by(fields);
        }
        app.ask();
        After::Closes
    }
}

impl App {
    /// Opens the pairs of fields by which gaps can be told, the cursor on the pair behind the present one.
    pub(in crate::app) fn choose_gap_fields(&mut self) {
        let View::Assistance(page) = &self.place().view else { return };
        let is_nameless = self.is_nameless();
        let now = page.by(is_nameless);
        let text = self.text();
        let item = |fields: [Field; 2]| {
            let name = |text: &Text| {
                let [rows, columns] = fields.map(|field| Arg::from(field.name(text.lang())));
                text.tra("gap-fields-pair", &[("rows", rows), ("columns", columns)])
            };
            let others = self.settings.lang.others().map(|other| name(Text::of(other)));
            let also = others.collect::<Vec<_>>().join(" ");
            Item { also, ..Item::new(fields, name(text)) }
        };
        let items: Vec<_> = gap_pairs(is_nameless).map(item).collect();
        let place = items.iter().position(|item| item.value == now[..]);
        let mut pick = Pick::new(GapFields, items);
        pick.picker.row = place.map_or(0, |place| (place + 1) % pick.picker.items.len().max(1));
        self.overlays.push(pick);
    }
}
