//! Notes on a need: several lines, in an editor that stays open until they are safe. What is typed
//! is kept as a draft within a second, and offered again wherever one left off.

use crate::app::keys::commands;
use crate::app::keys::key::Key;
use crate::app::keys::line_edit::Put;
use crate::app::state::editor::Editor;
use crate::app::state::notice::Notice;
use crate::app::state::overlay::{Early, Notes, Overlay};
use crate::app::state::pending::Pending;
use crate::app::state::place::{Screen, View};
use crate::app::state::waits::Wait;
use crate::app::{App, layout};
use crate::domain::{Change, Edit, Moment, NOTES_LIMIT};
use crate::query::parse;
use crate::store::{Draft, NeedDetail};
use crate::text::{Message, Text};
use crate::worker::Request;
use std::collections::BTreeSet;

/// How much that is typed before the text is there waits for it, in bytes.
const MOST_EARLY: usize = 4 * NOTES_LIMIT;

impl Notes {
    /// How many bytes more can wait for the text.
    fn room(&self) -> usize {
        let size = |early: &Early| match early {
            Early::Char(_) | Early::Edit(_) => 1,
            Early::Typed(text) | Early::Pasted(text) => text.len(),
        };
        MOST_EARLY.saturating_sub(self.early.iter().map(size).sum())
    }
}

impl App {
    /// Opens the notes of the current need; the text comes from the file.
    pub(in crate::app) fn edit_notes(&mut self) {
        let Some(need) = self.current_need() else { return };
        let (need, version) = (need.id(), need.version());
        let (early, before) = (Vec::new(), String::new());
        let notes = Notes { need, version, editor: None, early, before, theirs: None };
        // One may have begun them at another terminal meanwhile.
        self.ask_drafts();
        self.ask_detail(need);
        self.overlays.push(Overlay::Notes(notes));
        if self.also_open(need).any(|who| who == self.settings.who) {
            self.warn("notice-open-by-you");
        }
    }

    /// The text of the notes has come; a draft goes before it.
    pub(in crate::app) fn fill_notes(&mut self, detail: &NeedDetail) {
        let draft = self.drafts.get(detail.id).cloned();
        let Some(Overlay::Notes(notes)) = self.overlays.last_mut() else { return };
        if notes.need != detail.id || notes.editor.is_some() {
            return;
        }
        notes.before.clone_from(&detail.notes);
        let mut editor = Editor::new(&detail.notes);
        if let Some(draft) = draft {
            editor.replace(&draft.text);
            notes.version = draft.version;
            let message = Message::new("notice-draft-offered").with("at", minute(draft.at));
            notes.editor = Some(editor);
            self.say(Notice::done(message));
        } else {
            notes.editor = Some(editor);
        }
        self.type_early();
    }

    /// Whether the editor is open and its text still to come.
    pub fn awaits_notes(&self) -> bool {
        matches!(self.overlays.last(), Some(Overlay::Notes(notes)) if notes.editor.is_none())
    }

    /// What was typed before the text was there goes into it.
    fn type_early(&mut self) {
        let Some(Overlay::Notes(notes)) = self.overlays.last_mut() else { return };
        let early = std::mem::take(&mut notes.early);
        let (mut changed, mut left_out) = (false, 0);
        for early in early {
            let put = self.type_in_notes(early);
            changed |= put.changed;
            left_out += put.left_out;
        }
        if changed {
            self.keep_draft();
        }
        self.tell_left_out(left_out);
    }

    /// A character or an edit goes into the editor.
    pub(in crate::app) fn type_in_notes(&mut self, early: Early) -> Put {
        let (room, page) = layout::notes(self.settings.size);
        let Some(Overlay::Notes(notes)) = self.overlays.last_mut() else { return Put::default() };
        let Some(editor) = &mut notes.editor else {
            let fits = notes.room() > 0;
            notes.early.extend(fits.then_some(early));
            return Put { changed: false, left_out: usize::from(!fits) };
        };
        let changed = match early {
            Early::Char(c) => editor.type_char(c),
            Early::Edit(edit) => editor.edit(edit, room.into(), page.into()),
            Early::Typed(text) => editor.type_in(&text),
            Early::Pasted(text) => editor.paste(&text),
        };
        Put { changed, left_out: editor.take_left_out() }
    }

    /// Characters that came at once, typed or pasted, go into the editor.
    pub(in crate::app) fn enter_notes(&mut self, text: &str, typed: bool) -> Put {
        let Some(Overlay::Notes(notes)) = self.overlays.last_mut() else { return Put::default() };
        let Some(editor) = &mut notes.editor else {
            let room = notes.room();
            let end =
                text.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|e| *e <= room);
            let (head, rest) = text.split_at(end.last().unwrap_or(0));
            let early = if typed { Early::Typed } else { Early::Pasted };
            notes.early.push(early(head.to_owned()));
            return Put { changed: false, left_out: rest.chars().count() };
        };
        let changed = if typed { editor.type_in(text) } else { editor.paste(text) };
        Put { changed, left_out: editor.take_left_out() }
    }

    /// Takes the last step in the editor back, or does it again.
    pub(in crate::app) fn step_notes(&mut self, step: fn(&mut Editor) -> bool) {
        if let Some(Overlay::Notes(notes)) = self.overlays.last_mut()
            && let Some(editor) = &mut notes.editor
            && step(editor)
        {
            self.keep_draft();
        }
    }

    /// Puts what others have written meanwhile into one's own text, where the cursor is: one step of the
    /// editor, to be merged by hand.
    pub(in crate::app) fn take_theirs(&mut self) {
        if let Some(Overlay::Notes(notes)) = self.overlays.last_mut()
            && let (Some(editor), Some(theirs)) = (&mut notes.editor, &notes.theirs)
        {
            editor.paste(theirs);
            let left_out = editor.take_left_out();
            self.keep_draft();
            self.tell_left_out(left_out);
        }
    }

    /// Back to the notes as they stand in the register.
    pub(in crate::app) fn discard_notes(&mut self) {
        if let Some(Overlay::Notes(notes)) = self.overlays.last_mut()
            && let Some(editor) = &mut notes.editor
        {
            editor.replace(&notes.before.clone());
            self.keep_draft();
        }
    }

    /// After a letter: what is typed so far goes to the worker, which saves it within a second.
    pub(in crate::app) fn keep_draft(&mut self) {
        let Some(Overlay::Notes(notes)) = self.overlays.last() else { return };
        let Some(editor) = &notes.editor else { return };
        let (need, version, text) = (notes.need, notes.version, editor.text().to_owned());
        if self.settings.read_only {
            return;
        }
        if text == notes.before {
            self.drafts.remove(need);
            self.outbox.push(Request::DropDraft(need));
            return;
        }
        let draft = Draft { need, version, text: text.clone(), at: self.now, here: true };
        self.drafts.put(draft);
        self.outbox.push(Request::Draft { need, version, text });
    }

    /// The editor is closed without writing: what was typed stays as a draft.
    pub(in crate::app) fn put_notes_away(&mut self, notes: &Notes) {
        if self.drafts.get(notes.need).is_none() {
            return;
        }
        let told = |id: &'static str| {
            let message = Message::new(id).with("key", self.key_of("triage.notes"));
            message.with("need", notes.need.to_string())
        };
        self.say(match self.drafts.unsaved(notes.need) {
            None => Notice::warning(told("notice-draft-kept")),
            Some(_) => Notice::failed(told("notice-draft-unsaved")),
        });
    }

    /// A draft could not be saved: the worker tries again.
    pub(in crate::app) fn draft_failed(&mut self, need: u32, why: &Message) {
        let first = self.drafts.unsaved(need).is_none();
        self.drafts.tried(need, Some(why.clone()));
        if first {
            let why = Text::of(self.settings.lang).say(why);
            let message = Message::new("notice-draft-failed").with("why", why);
            self.say(Notice::failed(message.with("need", need.to_string())));
        }
    }

    /// What could not be saved before is safe now.
    pub(in crate::app) fn draft_saved(&mut self, need: u32) {
        self.drafts.tried(need, None);
        let message = Message::new("notice-draft-saved").with("need", need.to_string());
        self.say(Notice::done(message));
    }

    /// Notes are written: the editor closes, and the file has dropped the draft.
    pub(in crate::app) fn notes_are_safe(&mut self, edits: &[Edit]) {
        for edit in edits {
            self.drafts.remove(edit.need);
        }
        self.overlays.retain(|overlay| !matches!(overlay, Overlay::Notes(_)));
    }

    /// Asks for what was begun before, once the first screen is there.
    pub(in crate::app) fn ask_drafts(&mut self) {
        if self.is_nameless() {
            return; // they are somebody's own words
        }
        let ticket = self.ticket(Wait::Drafts);
        self.outbox.push(Request::Drafts(ticket));
    }

    /// Says what was begun and not written.
    pub(in crate::app) fn offer_drafts(&mut self, drafts: Vec<Draft>) {
        let at_start = self.drafts.at_start();
        if let Some(newest) = drafts.first()
            && self.notice.is_none()
            && at_start
        {
            let message = Message::new("notice-drafts")
                .with("count", drafts.iter().map(|d| d.need).collect::<BTreeSet<_>>().len())
                .with("key", self.key_of("triage.drafts"))
                .with("need", newest.need.to_string());
            self.say(Notice::warning(message));
        }
        let open = self.overlays.iter().find_map(|overlay| match overlay {
            Overlay::Notes(notes) if notes.editor.is_some() => Some(notes.need),
            _ => None,
        });
        self.drafts.read(drafts, open, self.now);
    }

    /// Shows the needs on which notes were begun.
    pub(in crate::app) fn list_drafts(&mut self) {
        let ids: Vec<String> = self.drafts.needs().map(|need| need.to_string()).collect();
        let filter = parse(&format!("id:{}", ids.join(","))).unwrap_or_default();
        self.push_on(self.as_of(), View::of(Screen::Needs), filter);
    }

    /// The first key of a command, where it has one.
    pub fn key_of(&self, id: &str) -> Option<Key> {
        let command = commands::by_id(id);
        command.and_then(|c| self.settings.keymap.keys(c).first().copied())
    }

    /// Writes the notes; the editor stays until the worker says that they are safe.
    pub(in crate::app) fn save_notes(&mut self) {
        let Some(Overlay::Notes(notes)) = self.overlays.last() else { return };
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
