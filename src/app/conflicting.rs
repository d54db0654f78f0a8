//! Somebody was quicker: what one wanted to write collides with what stands there by now. Both
//! are shown, and one chooses for each field; nothing is written and nothing lost before that.

use super::deciding::Pending;
use super::overlay::{Conflicts, Keep, Overlay};
use super::{App, Notice};
use crate::domain::{Edit, TriageField};
use crate::store::Conflict;
use crate::text::Message;

impl App {
    /// Shows what collides.
    pub(super) fn show_conflicts(&mut self, edits: Vec<Edit>, found: Vec<Conflict>) {
        let kept = vec![None; found.len()];
        self.notice = None;
        self.overlays.push(Overlay::Conflicts(Conflicts { edits, found, kept, row: 0 }));
    }

    /// Keeps one side of the field under the cursor and goes on to the next; after the last,
    /// writes what is to be written.
    pub(super) fn keep(&mut self, keep: Keep) {
        let Some(Overlay::Conflicts(conflicts)) = self.overlays.last_mut() else { return };
        if let Some(kept) = conflicts.kept.get_mut(conflicts.row) {
            *kept = Some(keep);
        }
        match conflicts.kept.iter().position(Option::is_none) {
            Some(next) => conflicts.row = next,
            None => self.resolve(),
        }
    }

    /// Keeps one side of every field that is not decided.
    pub(super) fn keep_all(&mut self, keep: Keep) {
        let Some(Overlay::Conflicts(conflicts)) = self.overlays.last_mut() else { return };
        for kept in &mut conflicts.kept {
            kept.get_or_insert(keep);
        }
        self.resolve();
    }

    /// Another value in the place of one's own: from the list that sets the field, or in the editor.
    pub(super) fn edit_conflict(&mut self) {
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
            if of_notes {
                self.overlays.pop();
                self.drop_draft(&conflicts.edits);
            }
            self.say(Notice::done(Message::new("notice-kept-theirs")));
        } else if of_notes {
            self.send(edits.clone(), Pending::Notes(edits));
        } else {
            self.write(edits);
        }
    }
}
