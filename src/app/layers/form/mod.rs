//! The form of a record: all fields of its kind, to be filled and saved. It stays open until the write is done, and
//! unsaved words are kept as a draft.

mod alike;
mod alike_list;
mod beside;
mod by_name;
mod columns;
mod commands;
mod doubt;
mod drafts;
mod draw;
mod edit_list;
mod fields;
mod open;
mod pasted;
mod place;
mod record_form;
mod save;
mod sitting;
mod step_today;
mod workshop;

pub use alike_list::LikeIt;
pub(super) use commands::COMMANDS;
pub use edit_list::Offered;
pub use record_form::RecordForm;
pub use workshop::PlanQuestion;

use crate::app::App;
use crate::app::keys::context::KeyContext;
use crate::app::keys::key::{Code, Key};
use crate::app::keys::line_edit::Put;
use crate::app::state::form::field::FieldInput;
use crate::app::state::layer::{After, Layer};
use crate::app::state::text_edit::TextEdit;
use crate::domain::{LINE_LIMIT, NOTES_LIMIT};
use crate::paint::Canvas;
use ratatui::layout::Position;
use record_form::Early;
use tui_input::Input;

impl RecordForm {
    /// Gives the edit of a key that moves within a text of several lines; `None` if the key leaves the field.
    fn steps_in_text(
        &self,
        key: Key,
        size: (u16, u16),
        text: &crate::text::Text,
    ) -> Option<TextEdit> {
        let own = self.form.current()?;
        let FieldInput::Lines(editor) = &own.input else { return None };
        let (room, _) = columns::room(&self.form, size, text, self.beside_pane());
        let rows = editor.rows(room);
        let row = editor.cursor(&rows, room).0;
        let is_bare = !(key.ctrl || key.alt);
        match key.code {
            Code::Up if is_bare && row > 0 => Some(TextEdit::Up),
            Code::Down if is_bare && row + 1 < rows.len() => Some(TextEdit::Down),
            Code::PageUp if row > 0 => Some(TextEdit::PageUp),
            Code::PageDown if row + 1 < rows.len() => Some(TextEdit::PageDown),
            _ => None,
        }
    }
}

impl Layer<App> for RecordForm {
    fn context(&self) -> KeyContext {
        KeyContext::Form
    }

    fn line(&self) -> Option<&Input> {
        match &self.form.current()?.input {
            FieldInput::Line(line) if !self.waits && !self.is_beside_fields() => Some(line),
            _ => None,
        }
    }

    fn line_mut(&mut self) -> Option<&mut Input> {
        let waits = self.waits || self.is_beside_fields();
        match &mut self.form.current_mut()?.input {
            FieldInput::Line(line) if !waits => Some(line),
            _ => None,
        }
    }

    fn full(&self) -> (&'static str, usize) {
        match self.form.current().map(|own| &own.input) {
            Some(FieldInput::Lines(_)) => ("notice-text-full", NOTES_LIMIT),
            _ => ("notice-line-full", LINE_LIMIT),
        }
    }

    fn hears_tab(&self) -> bool {
        true
    }

    /// Opens the list of a choice on a space, and moves within a text of several lines on arrows. A waiting form hears
    /// only the keys that leave it, and keeps the others.
    fn hear(&mut self, app: &mut App, key: Key) -> Option<After> {
        if self.waits {
            let command = app.settings.keymap.command(KeyContext::Form, key);
            match command.map(|command| command.id) {
                Some("form.save") => {}
                Some("overlay.close" | "quit.now" | "redraw" | "suspend") => return None,
                _ => {
                    self.wait(Early::Key(key));
                }
            }
            return Some(After::Stays);
        }
        if self.is_beside_fields() {
            return self.hear_beside(app, key);
        }
        let vocabulary = app.register().map(|register| register.vocabulary.clone());
        if key.typed() == Some(' ')
            && let Some(vocabulary) = vocabulary
            && self.form.take_proposal(&vocabulary, app.settings.lang)
        {
            app.keep_form(self);
            app.look_for_alike(self);
            return Some(After::Stays);
        }
        if key.typed() == Some(' ') && self.form.space_opens() {
            self.open_list(app);
            return Some(After::Stays);
        }
        let edit = self.steps_in_text(key, app.settings.size, app.text())?;
        Layer::edit(self, app, edit);
        Some(After::Stays)
    }

    fn type_char(&mut self, _: &App, c: char) -> Put {
        if self.waits {
            return self.wait(Early::Key(Key::char(c)));
        }
        if self.is_beside_fields() {
            return Put::default();
        }
        self.form.current_mut().map_or_else(Put::default, |own| own.type_char(c))
    }

    fn edit(&mut self, app: &App, edit: TextEdit) -> Put {
        if self.is_beside_fields() {
            return Put::default();
        }
        let (room, page) =
            columns::room(&self.form, app.settings.size, app.text(), self.beside_pane());
        let own = self.form.current_mut();
        own.map_or_else(Put::default, |own| own.edit(edit, room, page))
    }

    fn type_text(&mut self, typed: &str, is_typed: bool) -> Put {
        if self.waits {
            return self.wait(Early::Text(typed.to_owned(), is_typed));
        }
        if self.is_beside_fields() {
            self.type_beside(typed);
            return Put { changed: true, left_out: 0 };
        }
        if !is_typed && self.take_passage(typed) {
            return Put { changed: true, left_out: 0 };
        }
        let own = self.form.current_mut();
        own.map_or_else(Put::default, |own| own.type_text(typed, is_typed))
    }

    fn typed(&mut self, app: &mut App) {
        if let Some(own) = self.form.current_mut() {
            own.problem = None;
        }
        self.form.doubted = false;
        app.keep_form(self);
        app.say_pasted(self);
        app.look_for_alike(self);
    }

    /// Says whether the typed words are kept as a draft; nothing is written.
    fn closed(&mut self, app: &mut App) {
        app.left_form(self);
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        draw::draw(self, app, canvas)
    }
}
