//! Help: every key of the screen below, by group.

use crate::app::App;
use crate::app::keys::commands::{self, command::Group};
use crate::app::keys::context::KeyContext;
use crate::app::layers::picker::{Choice, Pick};
use crate::app::state::layer::After;
use crate::app::state::picker::Picker;
use crate::domain::Coded;
use crate::text::Arg;

/// A command, by its id.
#[derive(Debug)]
pub struct ByGroup;

impl Choice for ByGroup {
    type Value = &'static str;

    fn context(&self) -> KeyContext {
        KeyContext::Help
    }

    fn widest(&self) -> u16 {
        110
    }

    fn title(&self, app: &App) -> String {
        let text = app.text();
        let context = app.place().view.context();
        let place = text.tr(&format!("context-{}", context.code())).into_owned();
        let title = text.tra("help-title", &[("context", Arg::from(place))]);
        // Outside a session nothing asks for a role.
        match &app.settings.held {
            Some(_) => title,
            None => format!("{title} · {}", text.tr("help-no-roles")),
        }
    }

    fn heading(&self, id: &&'static str) -> Option<Group> {
        Some(commands::by_id(id).map_or(Group::Program, |command| command.group))
    }

    fn choose(&mut self, picker: &mut Picker<&'static str>, app: &mut App) -> After {
        match picker.current().map(|item| item.value) {
            Some(id) => app.run_chosen(id),
            None => After::Stays,
        }
    }
}

impl App {
    /// Opens help: the commands of this context under their groups, in the order of the table.
    pub(in crate::app) fn open_help(&mut self) {
        let mut items = self.command_items();
        let group = |id: &str| commands::by_id(id).map_or(0, |command| command.group.index());
        items.sort_by_key(|item| group(item.value));
        self.overlays.push(Pick::new(ByGroup, items));
    }
}
