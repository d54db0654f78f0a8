//! The list of the values that a field of a form can hold. A field of several values gives or takes one.

use super::record_form::RecordForm;
use crate::app::App;
use crate::app::layers::picker::{Choice, Pick};
use crate::app::state::layer::After;
use crate::app::state::picker::{Item, Picker};
use crate::domain::fold;
use crate::text::capital;

/// The choice of a value for the current field of a form.
#[derive(Debug)]
pub struct Offered {
    title: String,
    is_small: bool,
}

impl Choice for Offered {
    type Value = String;

    fn title(&self, _: &App) -> String {
        self.title.clone()
    }

    fn is_small(&self) -> bool {
        self.is_small
    }

    fn choose(&mut self, picker: &mut Picker<String>, app: &mut App) -> After {
        let Some(value) = picker.current().map(|item| item.value.clone()) else {
            return After::Stays;
        };
        app.with(|open: &mut RecordForm, app| {
            open.form.choose(&value);
            app.keep_form(open);
        });
        After::Closes
    }
}

/// The most values that are shown in a small box.
const FEW: usize = 9;

impl RecordForm {
    /// Opens the list of values of the current field, the cursor on a chosen one.
    pub(super) fn open_list(&self, app: &mut App) {
        let (Some(own), Some(known)) = (self.form.current(), app.known()) else { return };
        let text = app.text();
        let mut offers: Vec<(String, String, String)> = self
            .form
            .all_offers(own, known)
            .into_iter()
            .map(|offer| {
                let label = if own.is_choice() { capital(&offer.label) } else { offer.label };
                (offer.insert, label, offer.also)
            })
            .collect();
        if own.is_choice() && !own.field.is_required() {
            let none = text.tr("slot-none").into_owned();
            offers.push((String::new(), none, String::new()));
        }
        let typed = own.typed();
        let given: Vec<String> = typed.split([';', ',']).map(|part| fold(part.trim())).collect();
        let items = offers.into_iter().map(|(value, label, also)| {
            let is_given = !typed.is_empty()
                && (value == typed || own.holds_several() && given.contains(&fold(&value)));
            let detail = if is_given { text.tr("form-given").into_owned() } else { String::new() };
            Item { detail, also, ..Item::new(value, label) }
        });
        let items: Vec<Item<String>> = items.collect();
        let (title, is_small) = (capital(&own.field.in_words(text)), items.len() <= FEW);
        let row = items.iter().position(|item| !item.detail.is_empty()).unwrap_or(0);
        let mut list = Pick::new(Offered { title, is_small }, items);
        list.picker.row = row;
        app.overlays.push(list);
    }
}
