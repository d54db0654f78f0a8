//! Typed or pasted text goes into the field that takes it, as far as there is room; a notice tells
//! of characters without room, and of text that no field takes.

use crate::app::keys::commands;
use crate::app::keys::key::Key;
use crate::app::keys::line_edit::{self, Put};
use crate::app::state::layer::Layer;
use crate::app::state::notice::Notice;
use crate::app::state::text_edit::TextEdit;
use crate::app::{App, layout};
use crate::domain::clean_line;
use crate::text::{Message, grouped, shortened};

/// The cells of an ignored text that the notice shows.
const SHOWN: usize = 24;

impl App {
    /// Whether characters that come at once are text.
    pub(in crate::app) fn takes_run(&self) -> bool {
        self.overlays.last().is_some_and(Layer::takes_text)
    }

    /// A key that no command has, where text is typed.
    pub(in crate::app) fn type_key(&mut self, key: Key) {
        let typed = key.typed();
        let put = self.on_top(|layer, app| {
            layer.before_typing(app, typed.is_some());
            let Some(typed) = typed else { return Put::default() };
            match layer.line_mut() {
                Some(line) if line_edit::is_full(line) => Put { changed: false, left_out: 1 },
                Some(line) => Put { changed: line_edit::type_char(line, typed), left_out: 0 },
                None => layer.type_char(app, typed),
            }
        });
        self.entered(put.unwrap_or_default());
    }

    /// Edits the text that is typed, or moves the cursor in it.
    pub(in crate::app) fn edit_text(&mut self, edit: TextEdit) {
        let put = self.on_top(|layer, app| {
            layer.before_typing(app, false);
            match layer.line_mut() {
                Some(line) => Put { changed: line_edit::edit(line, edit), left_out: 0 },
                None => layer.edit(app, edit),
            }
        });
        self.entered(put.unwrap_or_default());
    }

    /// Takes text that was pasted.
    pub(in crate::app) fn paste(&mut self, text: &str) {
        self.enter(text, false);
    }

    /// Puts text in that came at once, `typed` or pasted, or says that it is ignored. Whether all
    /// of it was taken.
    pub(in crate::app) fn enter(&mut self, text: &str, typed: bool) -> bool {
        if layout::is_too_small(self.settings.size) {
            return false;
        }
        if !self.takes_run() {
            self.ignore(text);
            return false;
        }
        let put = self.on_top(|layer, app| {
            layer.before_typing(app, true);
            match layer.line_mut() {
                Some(line) if typed => line_edit::type_in(line, text),
                Some(line) => line_edit::paste(line, text),
                None => layer.type_text(text, typed),
            }
        });
        let put = put.unwrap_or_default();
        self.entered(put);
        put.left_out == 0
    }

    /// After text was put in.
    fn entered(&mut self, put: Put) {
        if put.changed {
            self.on_top(Layer::typed);
        }
        self.tell_left_out(put.left_out);
    }

    /// Says how many characters had no room.
    pub(in crate::app) fn tell_left_out(&mut self, count: usize) {
        if count == 0 {
            return;
        }
        let Some((id, most)) = self.overlays.last().map(Layer::full) else { return };
        let message = Message::new(id).with("most", grouped(most as u64));
        self.say(Notice::warning(message.with("count", grouped(count as u64))));
    }

    /// Says that text was ignored where keys are commands, and how it can be searched for.
    fn ignore(&mut self, text: &str) {
        let beginning: String = text.chars().take(10 * SHOWN).collect();
        let shown = shortened(&clean_line(&beginning), SHOWN);
        let context = self.context();
        let searches = commands::by_id("filter.edit").filter(|c| c.is_in(context));
        let key = searches.map(|_| self.key_of("filter.edit")).unwrap_or_default();
        let id = if key.is_none() { "notice-text-ignored-here" } else { "notice-text-ignored" };
        self.say(Notice::warning(Message::new(id).with("text", shown).with("key", key)));
    }
}
