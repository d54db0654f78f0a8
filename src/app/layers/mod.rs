//! The layers over a screen, a file for each kind: its state, its opening, its keys and its looks. Each is a
//! [`Layer`]; those that are a list narrowed by typing are a [`picker::Choice`] each. Nothing else in the program
//! lists the kinds.

pub mod by_number;
pub mod chooser;
pub mod columns;
pub mod comments;
pub mod confirm;
pub mod conflicts;
pub mod counted;
pub mod dates;
mod decided;
pub mod duplicate;
pub mod export;
pub mod filter;
pub mod form;
pub mod gap_fields;
pub mod handover;
pub mod help;
pub mod legend;
pub mod marking;
pub mod matching;
pub mod menu;
pub mod merge;
pub mod messages;
pub mod new_view;
pub mod notes;
pub mod palette;
pub mod peek;
pub mod person;
pub mod picker;
pub mod prompt;
mod question;
mod rows;
pub mod tagging;
pub mod taking_back;
pub mod themes;
pub mod unmatching;
pub mod value;
pub mod views;
pub mod void;
pub mod void_back;

use crate::app::App;
use crate::app::keys::commands::command::Command;
use crate::app::keys::key::Key;
use crate::app::state::layer::{After, Layer};

/// The rows of the table of commands that layers bring with them, in the order of help.
pub(in crate::app) const COMMANDS: &[&[Command]] = &[
    confirm::COMMANDS,
    taking_back::COMMANDS,
    notes::COMMANDS,
    filter::COMMANDS,
    themes::COMMANDS,
    tagging::COMMANDS,
    chooser::COMMANDS,
    views::COMMANDS,
    new_view::COMMANDS,
    form::COMMANDS,
    columns::COMMANDS,
    export::COMMANDS,
    marking::COMMANDS,
    conflicts::COMMANDS,
    legend::COMMANDS,
    peek::COMMANDS,
    messages::COMMANDS,
    matching::COMMANDS,
];

impl App {
    /// Lets the layer on top act on the program; `None` where there is no layer.
    pub(in crate::app) fn on_top<R>(
        &mut self,
        act: impl FnOnce(&mut dyn Layer<Self>, &mut Self) -> R,
    ) -> Option<R> {
        let mut layer = self.overlays.pop()?;
        let below = self.overlays.len();
        let done = act(&mut *layer, self);
        self.overlays.put_back(below, layer);
        Some(done)
    }

    /// Lets the layer on top act where it is of this kind; else `None`.
    pub(in crate::app) fn with<T: Layer<Self>, R>(
        &mut self,
        act: impl FnOnce(&mut T, &mut Self) -> R,
    ) -> Option<R> {
        let mut layer = self.overlays.take::<T>()?;
        let below = self.overlays.len();
        let done = act(&mut layer, self);
        self.overlays.put_back(below, Box::new(layer));
        Some(done)
    }

    /// Lets the layer on top act, and drops it where it closes. Returns the action's result.
    fn act(
        &mut self,
        act: impl FnOnce(&mut dyn Layer<Self>, &mut Self) -> Option<After>,
    ) -> Option<After> {
        let mut layer = self.overlays.pop()?;
        let below = self.overlays.len();
        let after = act(&mut *layer, self);
        if after != Some(After::Closes) {
            self.overlays.put_back(below, layer);
        }
        after
    }

    /// Whether a key means something to the layer on top before any command is looked for.
    pub(in crate::app) fn heard_on_top(&mut self, key: Key) -> bool {
        self.act(|layer, app| layer.hear(app, key)).is_some()
    }

    /// Enter in the layer on top.
    pub(in crate::app) fn accept(&mut self) {
        self.act(|layer, app| Some(layer.accept(app)));
    }

    /// Closes the layer on top.
    pub(in crate::app) fn close_overlay(&mut self) {
        if let Some(mut layer) = self.overlays.pop() {
            layer.closed(self);
        }
    }
}
