//! Somebody was quicker: what one wanted to write collides with what stands there by now. Both
//! are shown, and one chooses for each field; nothing is written and nothing lost before that.

use crate::app::state::list::{Move, stepped};
use crate::app::state::notice::Notice;
use crate::app::state::overlay::{Conflicts, Keep, Overlay};
use crate::app::state::pending::Pending;
use crate::app::{App, layout};
use crate::domain::{Edit, TriageField};
use crate::store::Conflict;
use crate::text::{Message, wrapped};

impl Conflicts {
    /// Goes to another field, or, where there is one only or a page is turned, on in its values.
    pub(in crate::app) fn step(&mut self, step: Move, size: (u16, u16)) {
        let page = usize::from(layout::conflict(size).1.1);
        match step {
            Move::Up | Move::Down | Move::First | Move::Last if self.found.len() > 1 => {
                self.go(stepped(step, self.row, self.found.len(), page));
            }
            _ => self.scroll = stepped(step, self.scroll, self.hidden(size) + 1, page),
        }
    }

    /// To a field, at the beginning of its values.
    fn go(&mut self, row: usize) {
        (self.row, self.scroll) = (row, 0);
    }

    /// One's own value of the field under the cursor.
    pub(in crate::app) fn mine(&self) -> Option<String> {
        self.found.get(self.row)?.mine.clone()
    }

    /// How many lines of the longest of the three values the window has no room for.
    pub fn hidden(&self, size: (u16, u16)) -> usize {
        let (wide, rows) = layout::conflict(size).1;
        let Some(conflict) = self.found.get(self.row) else { return 0 };
        let values = [&conflict.before, &conflict.theirs, &conflict.mine];
        let lines =
            values.map(|value| value.as_deref().map_or(0, |v| wrapped(v, wide.into()).len()));
        lines.into_iter().max().unwrap_or(0).saturating_sub(rows.into())
    }
}

impl App {
    /// Shows what collides.
    pub(in crate::app) fn show_conflicts(&mut self, edits: Vec<Edit>, found: Vec<Conflict>) {
        let kept = vec![None; found.len()];
        self.notice = None;
        self.overlays.push(Overlay::Conflicts(Conflicts { edits, found, kept, row: 0, scroll: 0 }));
    }

    /// Keeps one side of the field under the cursor and goes on to the next; after the last,
    /// writes what is to be written.
    pub(in crate::app) fn keep(&mut self, keep: Keep) {
        let Some(Overlay::Conflicts(conflicts)) = self.overlays.last_mut() else { return };
        if let Some(kept) = conflicts.kept.get_mut(conflicts.row) {
            *kept = Some(keep);
        }
        match conflicts.kept.iter().position(Option::is_none) {
            Some(next) => conflicts.go(next),
            None => self.resolve(),
        }
    }

    /// Keeps one side of every field that is not decided.
    pub(in crate::app) fn keep_all(&mut self, keep: Keep) {
        let Some(Overlay::Conflicts(conflicts)) = self.overlays.last_mut() else { return };
        for kept in &mut conflicts.kept {
            kept.get_or_insert(keep);
        }
        self.resolve();
    }

    /// Another value in the place of one's own: from the list that sets the field, or in the editor.
    pub(in crate::app) fn edit_conflict(&mut self) {
        let Some(Overlay::Conflicts(conflicts)) = self.overlays.last() else { return };
        let Some(conflict) = conflicts.found.get(conflicts.row).cloned() else { return };
        match conflict.field {
            TriageField::Priority => self.choose_priority(),
            TriageField::Response => self.choose_response(),
            TriageField::Horizon => self.choose_horizon(),
            TriageField::FocalPoint => self.choose_focal(),
            TriageField::Notes => self.edit_notes_over(conflict),
            TriageField::ProjectedOn => self.ask_projected(),
            TriageField::DuplicateOf => self.ask_duplicate(),
            TriageField::Themes => self.choose_themes(),
        }
    }

    /// Back to the editor, with what stands there now before one's eyes.
    fn edit_notes_over(&mut self, conflict: Conflict) {
        self.overlays.pop();
        if let Some(Overlay::Notes(notes)) = self.overlays.last_mut() {
            notes.version = conflict.version;
            notes.theirs = conflict.theirs;
        }
    }

    /// Writes what is left of one's own.
    fn resolve(&mut self) {
        let Some(Overlay::Conflicts(conflicts)) = self.overlays.pop() else { return };
        let side = |edit: &Edit| {
            let place = conflicts
                .found
                .iter()
                .position(|c| c.need == edit.need && c.field == edit.change.field());
            place.and_then(|place| conflicts.kept[place])
        };
        let mut edits: Vec<Edit> = conflicts.edits.clone();
        edits.retain(|edit| side(edit) != Some(Keep::Theirs));
        for edit in &mut edits {
            let seen = conflicts.found.iter().find(|conflict| conflict.need == edit.need);
            edit.if_version = seen.map(|conflict| conflict.version).or(edit.if_version);
        }
        let of_notes = matches!(self.overlays.last(), Some(Overlay::Notes(_)));
        if edits.is_empty() {
            if let Some(Overlay::Notes(notes)) = self.overlays.pop_if(|_| of_notes) {
                // One's own words stay as a draft: whoever changes their mind finds them again.
                let message = Message::new("notice-kept-theirs-draft");
                let key = self.key_of("triage.notes");
                let message = message.with("need", notes.need.to_string()).with("key", key);
                self.say(Notice::done(message));
                return;
            }
            self.say(Notice::done(Message::new("notice-kept-theirs")));
        } else if of_notes {
            self.send(edits.clone(), Pending::Notes(edits));
        } else {
            self.write(edits);
        }
    }
}
