//! The list of the needs that are like the one in the form: choosing one opens its page; the draft of the form is kept.

use super::alike;
use super::record_form::RecordForm;
use crate::app::App;
use crate::app::layers::picker::{Choice, Pick};
use crate::app::state::layer::After;
use crate::app::state::picker::{Item, Picker};
use crate::domain::NeedNumber;

/// The choice of a need like the one in the form.
#[derive(Debug)]
pub struct LikeIt {
    title: String,
}

impl Choice for LikeIt {
    type Value = NeedNumber;

    fn title(&self, _: &App) -> String {
        self.title.clone()
    }

    fn choose(&mut self, picker: &mut Picker<NeedNumber>, app: &mut App) -> After {
        let Some(need) = picker.current().map(|item| item.value) else { return After::Stays };
        if let Some(form) = app.overlays.take::<RecordForm>() {
            app.left_form(&form);
        }
        app.open_need(need);
        After::Closes
    }
}

impl App {
    /// Whether needs like the one in the form are known.
    pub(in crate::app) fn has_alike(&self) -> Result<(), &'static str> {
        let open = self.overlays.top::<RecordForm>().filter(|open| !open.waits);
        open.filter(|open| !open.alike.is_empty()).map(drop).ok_or("reason-nothing-alike")
    }

    /// Lists the needs like the one in the form.
    pub(in crate::app) fn list_alike(&mut self) {
        let Some(open) = self.overlays.top::<RecordForm>() else { return };
        let title = alike::like_it(&open.form, self, self.text());
        let items = open.alike.iter().map(|(need, line)| Item::new(*need, line.clone())).collect();
        self.overlays.push(Pick::new(LikeIt { title }, items));
    }
}
