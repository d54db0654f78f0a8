//! The palette: every command that exists where the user is, by name.

use crate::app::App;
use crate::app::keys::commands;
use crate::app::keys::context::KeyContext;
use crate::app::layers::picker::{Choice, Pick};
use crate::app::state::layer::After;
use crate::app::state::picker::{Item, Picker};

/// A command, by its id.
#[derive(Debug)]
pub struct ByName;

impl Choice for ByName {
    type Value = &'static str;

    fn context(&self) -> KeyContext {
        KeyContext::Palette
    }

    fn title(&self, app: &App) -> String {
        app.text().tr("palette-title").into_owned()
    }

    fn choose(&mut self, picker: &mut Picker<&'static str>, app: &mut App) -> After {
        app.run_chosen(picker)
    }
}

impl App {
    pub(in crate::app) fn open_palette(&mut self) {
        let items = self.command_items();
        self.overlays.push(Pick::new(ByName, items));
    }

    /// Every command that exists where the user is, with its keys.
    pub(in crate::app) fn command_items(&self) -> Vec<Item<&'static str>> {
        let (text, context) = (self.text(), self.context());
        commands::all()
            .filter(|command| command.is_in(context))
            .map(|command| {
                let keys = self.settings.keymap.keys(command).iter().map(|key| key.name(text));
                let ready = (command.ready)(self);
                let reason = ready.err().map(|reason| text.say(&self.not_now(reason)));
                let named = command.keys_id().map(|id| text.tr(id).into_owned());
                let detail = named.into_iter().chain(keys).chain(reason);
                let detail = detail.collect::<Vec<_>>().join("  ");
                let label = text.tr(&command.about_id()).into_owned();
                Item { detail, ready: ready.is_ok(), ..Item::new(command.id, label) }
            })
            .collect()
    }

    /// Runs the command under the cursor.
    pub(in crate::app) fn run_chosen(&mut self, picker: &Picker<&'static str>) -> After {
        let command = picker.current().and_then(|item| commands::by_id(item.value));
        let Some(command) = command else { return After::Stays };
        self.run(command);
        After::Closes
    }
}
