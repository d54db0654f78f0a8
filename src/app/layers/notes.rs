//! Notes on a need: several lines, in an editor that stays open until they are safe. Typed text is
//! kept as a draft within a second.

use crate::app::App;
use crate::app::keys::commands::command::Command;
use crate::app::keys::context::KeyContext;
use crate::app::keys::line_edit::Put;
use crate::app::layout;
use crate::app::state::editor::Editor;
use crate::app::state::layer::Layer;
use crate::app::state::notice::Notice;
use crate::app::state::pending::Pending;
use crate::app::state::text_edit::TextEdit;
use crate::domain::{Change, Edit, Moment, NOTES_LIMIT, NeedNumber};
use crate::paint::Canvas;
use crate::paint::line::{shortened, wrapped};
use crate::store::{Draft, NeedDetail};
use crate::text::{Arg, Message};
use crate::worker::Request;
use ratatui::layout::Position;

/// The most bytes of typed text that wait until the notes are read.
const MOST_EARLY: usize = 4 * NOTES_LIMIT;

/// Notes being written.
#[derive(Debug)]
pub struct Notes {
    /// The need.
    pub need: NeedNumber,
    /// The version that the user has seen.
    pub version: u32,
    /// The text; `None` until the worker has brought it.
    pub editor: Option<Editor>,
    /// The keys and text typed before the notes were read.
    early: Vec<Early>,
    /// The notes as they were read.
    pub before: String,
    /// The notes that another session wrote meanwhile, where the user has chosen to go on over them.
    pub theirs: Option<String>,
}

/// An input typed before the notes were read.
#[derive(Clone, Debug)]
pub enum Early {
    /// A character.
    Char(char),
    /// An edit, or a step of the cursor.
    Edit(TextEdit),
    /// Characters that came at once.
    Typed(String),
    /// Pasted text.
    Pasted(String),
}

impl Notes {
    /// The number of bytes that can still wait until the notes are read.
    fn room(&self) -> usize {
        let size = |early: &Early| match early {
            Early::Char(_) | Early::Edit(_) => 1,
            Early::Typed(text) | Early::Pasted(text) => text.len(),
        };
        MOST_EARLY.saturating_sub(self.early.iter().map(size).sum())
    }

    /// A character goes into the editor.
    fn put_char(&mut self, c: char) -> Put {
        let Some(editor) = &mut self.editor else { return self.wait(Early::Char(c)) };
        let changed = editor.type_char(c);
        Put { changed, left_out: editor.take_left_out() }
    }

    /// An edit in the editor.
    fn edit_text(&mut self, edit: TextEdit, size: (u16, u16)) -> Put {
        let (room, page) = layout::notes(size);
        let Some(editor) = &mut self.editor else { return self.wait(Early::Edit(edit)) };
        let changed = editor.edit(edit, room.into(), page.into());
        Put { changed, left_out: editor.take_left_out() }
    }

    /// Keeps a key until the notes are read, where there is room.
    fn wait(&mut self, early: Early) -> Put {
        let fits = self.room() > 0;
        self.early.extend(fits.then_some(early));
        Put { changed: false, left_out: usize::from(!fits) }
    }

    /// Characters that came at once, typed or pasted, go into the editor.
    fn put_in(&mut self, text: &str, typed: bool) -> Put {
        let Some(editor) = &mut self.editor else {
            let room = self.room();
            let end =
                text.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|e| *e <= room);
            let (head, rest) = text.split_at(end.last().unwrap_or(0));
            let early = if typed { Early::Typed } else { Early::Pasted };
            self.early.push(early(head.to_owned()));
            return Put { changed: false, left_out: rest.chars().count() };
        };
        let changed = if typed { editor.type_in(text) } else { editor.paste(text) };
        Put { changed, left_out: editor.take_left_out() }
    }

    /// The text of the notes has come; a draft goes before it.
    fn fill(&mut self, detail: &NeedDetail, app: &mut App) {
        self.before.clone_from(&detail.notes);
        let mut editor = Editor::new(&detail.notes);
        if let Some(draft) = app.drafts.get(detail.id) {
            editor.replace(&draft.text);
            self.version = draft.version;
            let message = Message::new("notice-draft-offered").with("at", minute(draft.at));
            app.say(Notice::done(message));
        }
        self.editor = Some(editor);
    }

    /// Puts the input typed before the notes were read into them. Returns how many characters had no room.
    fn type_early(&mut self, app: &mut App) -> usize {
        let (mut changed, mut left_out) = (false, 0);
        for early in std::mem::take(&mut self.early) {
            let put = match early {
                Early::Char(c) => self.put_char(c),
                Early::Edit(edit) => self.edit_text(edit, app.settings.size),
                Early::Typed(text) => self.put_in(&text, true),
                Early::Pasted(text) => self.put_in(&text, false),
            };
            changed |= put.changed;
            left_out += put.left_out;
        }
        if changed {
            self.keep_draft(app);
        }
        left_out
    }

    /// After a letter: sends the text so far to the worker, which saves it within a second.
    fn keep_draft(&self, app: &mut App) {
        let Some(editor) = &self.editor else { return };
        let (need, version, text) = (self.need, self.version, editor.text().to_owned());
        if app.settings.read_only {
            return;
        }
        if text == self.before {
            app.drafts.remove(need);
            app.outbox.push(Request::DropDraft(need));
            return;
        }
        let draft = Draft { need, version, text: text.clone(), at: app.now, here: true };
        app.drafts.put(draft);
        app.outbox.push(Request::Draft { need, version, text });
    }
}

impl Layer<App> for Notes {
    fn context(&self) -> KeyContext {
        KeyContext::Notes
    }

    fn full(&self) -> (&'static str, usize) {
        ("notice-notes-full", NOTES_LIMIT)
    }

    fn type_char(&mut self, _: &App, c: char) -> Put {
        self.put_char(c)
    }

    fn edit(&mut self, app: &App, edit: TextEdit) -> Put {
        self.edit_text(edit, app.settings.size)
    }

    fn type_text(&mut self, text: &str, typed: bool) -> Put {
        self.put_in(text, typed)
    }

    fn typed(&mut self, app: &mut App) {
        self.keep_draft(app);
    }

    /// Keeps the typed text as a draft; nothing is written.
    fn closed(&mut self, app: &mut App) {
        if app.drafts.get(self.need).is_none() {
            return;
        }
        let told = |id: &'static str| {
            let message = Message::new(id).with("key", app.key_of("triage.notes"));
            message.with("need", self.need.to_string())
        };
        app.say(match app.drafts.unsaved(self.need) {
            None => Notice::warning(told("notice-draft-kept")),
            Some(_) => Notice::failed(told("notice-draft-unsaved")),
        });
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let title = canvas.text.tra("notes-title", &[("id", Arg::from(self.need.to_string()))]);
        let (room, page) = layout::notes(canvas.size);
        let inside = canvas.panel((room + 4, page + 2), &title);
        let editor = self.editor.as_ref()?;
        let rows = editor.rows(room.into());
        let (row, column) = editor.cursor(&rows, room.into());
        let mut inside = inside;
        if let Some(theirs) = &self.theirs {
            let key = Arg::from(app.key_of("notes.theirs"));
            let head = canvas.text.tra("notes-theirs", &[("key", key)]);
            let mut lines = wrapped(theirs, room.into());
            // the user's text keeps half of the room
            let most = usize::from(page / 2).max(2) - 1;
            if lines.len() > most {
                lines.truncate(most);
                if let Some(last) = lines.last_mut() {
                    *last = shortened(&format!("{last}…"), room.into());
                }
            }
            for line in std::iter::once(&head).chain(&lines) {
                canvas.put(inside, 1, 0, line, canvas.theme.caution);
                (inside.y, inside.height) = (inside.y + 1, inside.height.saturating_sub(1));
            }
        }
        let page = usize::from(inside.height).max(1);
        let top = (row + 1).saturating_sub(page);
        for (y, range) in rows.iter().skip(top).take(page).enumerate() {
            let line = editor.text().get(range.clone()).unwrap_or("");
            canvas.put(inside, 1, y as u16, line.trim_end(), canvas.theme.plain);
        }
        canvas.put_more(inside, top, rows.len());
        let x = inside.x + (1 + column as u16).min(inside.width.saturating_sub(1));
        Some(Position::new(x, inside.y + (row - top) as u16))
    }
}

const HERE: &[KeyContext] = &[KeyContext::Notes];

/// The rows of the table of commands that are heard here alone.
pub(super) const COMMANDS: &[Command] = &[
    Command::in_layer("notes.save", &["Ctrl-s"], HERE, 1, App::save_notes).gone(&["Alt-Enter"]),
    Command::in_layer("notes.undo", &["Ctrl-_"], HERE, 4, |app| {
        app.step_notes(Editor::undo);
    }),
    Command::in_layer("notes.redo", &["Ctrl-r"], HERE, 5, |app| {
        app.step_notes(Editor::redo);
    }),
    Command::in_layer("notes.theirs", &["Ctrl-o"], HERE, 2, App::take_theirs)
        .once(&["Ctrl-t"])
        .ready(App::has_theirs),
    Command::in_layer("notes.discard", &["Ctrl-x"], HERE, 6, App::discard_notes),
];

impl App {
    /// Opens the notes of the current need; the text comes from the file.
    pub(in crate::app) fn edit_notes(&mut self) {
        let Some(need) = self.current_need() else { return };
        let (need, version) = (need.id(), need.version());
        let (early, before) = (Vec::new(), String::new());
        let notes = Notes { need, version, editor: None, early, before, theirs: None };
        // The user may have begun notes at another terminal meanwhile.
        self.ask_drafts();
        self.ask_detail(need);
        self.overlays.push(notes);
        if self.also_open(need).any(|who| who == self.settings.who) {
            self.warn("notice-open-by-you");
        }
    }

    /// The text of the notes has come.
    pub(in crate::app) fn fill_notes(&mut self, detail: &NeedDetail) {
        let left_out = self.with(|notes: &mut Notes, app| {
            if notes.need != detail.id || notes.editor.is_some() {
                return 0;
            }
            notes.fill(detail, app);
            notes.type_early(app)
        });
        self.tell_left_out(left_out.unwrap_or(0));
    }

    /// Whether the editor is open and its text still to come.
    pub fn awaits_notes(&self) -> bool {
        self.overlays.top::<Notes>().is_some_and(|notes| notes.editor.is_none())
    }

    /// Takes the last step in the editor back, or does it again.
    pub(in crate::app) fn step_notes(&mut self, step: fn(&mut Editor) -> bool) {
        self.with(|notes: &mut Notes, app| {
            if notes.editor.as_mut().is_some_and(step) {
                notes.keep_draft(app);
            }
        });
    }

    /// Whether others have written meanwhile.
    pub(in crate::app) fn has_theirs(&self) -> Result<(), &'static str> {
        let notes = self.overlays.top::<Notes>();
        let theirs = notes.and_then(|notes| notes.theirs.as_ref());
        theirs.map(drop).ok_or("reason-no-theirs")
    }

    /// Inserts the notes that others have written meanwhile at the cursor of the user's text: one step of the
    /// editor, to be merged by hand.
    pub(in crate::app) fn take_theirs(&mut self) {
        let left_out = self.with(|notes: &mut Notes, app| {
            let (Some(editor), Some(theirs)) = (&mut notes.editor, &notes.theirs) else { return 0 };
            editor.paste(theirs);
            let left_out = editor.take_left_out();
            notes.keep_draft(app);
            left_out
        });
        self.tell_left_out(left_out.unwrap_or(0));
    }

    /// Back to the notes as they stand in the register.
    pub(in crate::app) fn discard_notes(&mut self) {
        self.with(|notes: &mut Notes, app| {
            if let Some(editor) = &mut notes.editor {
                editor.replace(&notes.before);
                notes.keep_draft(app);
            }
        });
    }

    /// Notes are written: the editor closes, and the file has dropped the draft.
    pub(in crate::app) fn notes_are_safe(&mut self, edits: &[Edit]) {
        for edit in edits {
            self.drafts.remove(edit.need);
        }
        self.overlays.remove::<Notes>();
    }

    /// Writes the notes; the editor stays until the worker says that they are safe.
    pub(in crate::app) fn save_notes(&mut self) {
        if self.save_comment() {
            return;
        }
        let Some(notes) = self.overlays.top::<Notes>() else { return };
        let Some(editor) = &notes.editor else { return };
        let change = Change::notes(editor.text());
        let edit = Edit { need: notes.need, change, if_version: Some(notes.version) };
        self.send(vec![edit.clone()], Pending::Notes(vec![edit]));
    }
}

/// A moment to the minute.
fn minute(at: Moment) -> String {
    let at = at.to_string();
    at.get(..16).unwrap_or(&at).replace('T', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waiting() -> Notes {
        let (early, before) = (Vec::new(), String::new());
        Notes { need: NeedNumber::new(1), version: 1, editor: None, early, before, theirs: None }
    }

    #[test]
    fn what_is_typed_before_the_text_is_there_waits_as_far_as_there_is_room() {
        let mut notes = waiting();
        assert_eq!(notes.put_char('a'), Put::default());
        assert_eq!(notes.put_in(&"é".repeat(MOST_EARLY / 2), true).left_out, 1, "a byte short");
        assert_eq!(notes.put_in("b", false).left_out, 0, "the last byte");
        assert_eq!(notes.put_char('c').left_out, 1);
        assert_eq!((notes.early.len(), notes.room()), (3, 0));
    }

    #[test]
    fn once_the_text_is_there_it_takes_what_is_typed() {
        let mut notes = Notes { editor: Some(Editor::new("one")), ..waiting() };
        assert!(notes.put_in(" two", true).changed);
        assert_eq!(notes.editor.map(|editor| editor.text().to_owned()).as_deref(), Some("one two"));
    }
}
