//! What one did to saved views while the program runs, to take it back. What was there before is
//! kept whole: a view that everybody has may be somebody else's work.

use super::overlay::Overlay;
use super::views::Views;
use super::{App, Notice};
use crate::store::SavedView;
use crate::text::Message;
use crate::worker::{Request, Ticket};

/// A view that was saved, replaced or deleted.
#[derive(Clone, Debug)]
pub(super) struct ViewChange {
    /// What stood under its name before.
    before: Option<SavedView>,
    /// What stands there since.
    after: Option<SavedView>,
    /// The request that changed it.
    done: Ticket,
    /// The request that takes it back.
    undone: Option<Ticket>,
}

impl ViewChange {
    /// The view that it is about.
    fn view(&self) -> Option<&SavedView> {
        self.before.as_ref().or(self.after.as_ref())
    }
}

impl Views {
    /// The view of the same name and owner.
    pub(super) fn same(&self, view: &SavedView) -> Option<&SavedView> {
        self.items
            .iter()
            .map(|(_, view)| view)
            .find(|other| other.id >= 0 && other.name == view.name && other.owner == view.owner)
    }
}

impl App {
    /// Saves a view.
    pub(super) fn change_view(&mut self, view: SavedView, before: Option<SavedView>) {
        let done = self.ticket();
        let after = Some(view.clone());
        self.view_changes.push(ViewChange { before, after, done, undone: None });
        self.outbox.push(Request::SaveView { ticket: done, view: Box::new(view) });
    }

    /// Deletes a view, and says so.
    pub(super) fn remove_view(&mut self, view: SavedView) {
        let done = self.ticket();
        let id = if view.owner.is_none() { "notice-view-gone-shared" } else { "notice-view-gone" };
        let message = Message::new(id).with("name", view.name.as_str());
        self.say(Notice::done(message.with("key", self.key_of("views.undo"))));
        self.outbox.push(Request::DeleteView { ticket: done, id: view.id });
        self.view_changes.push(ViewChange { before: Some(view), after: None, done, undone: None });
    }

    /// Whether there is something to take back.
    pub(super) fn view_was_changed(&self) -> Result<(), &'static str> {
        let open = self.view_changes.iter().any(|change| change.undone.is_none());
        if open { Ok(()) } else { Err("notice-view-unchanged") }
    }

    /// Takes back what was done last to a view, unless somebody has changed it since.
    pub(super) fn undo_view(&mut self) {
        let Some(place) = self.view_changes.iter().rposition(|c| c.undone.is_none()) else {
            return;
        };
        let Some(Overlay::Views(views)) = self.overlays.last() else { return };
        let change = self.view_changes[place].clone();
        let Some(view) = change.view() else { return };
        let here = views.same(view).cloned();
        let unnumbered = |view: &SavedView| SavedView { id: 0, ..view.clone() };
        let name = view.name.clone();
        if here.as_ref().map(unnumbered) != change.after.as_ref().map(unnumbered) {
            self.view_changes.remove(place);
            let message = Message::new("notice-view-changed-since").with("name", name);
            self.say(Notice::failed(message));
            return;
        }
        let ticket = self.ticket();
        self.view_changes[place].undone = Some(ticket);
        self.outbox.push(match (change.before, here) {
            (Some(before), _) => Request::SaveView { ticket, view: Box::new(unnumbered(&before)) },
            (None, Some(here)) => Request::DeleteView { ticket, id: here.id },
            (None, None) => return,
        });
        let message = Message::new("notice-view-back").with("name", name);
        self.say(Notice::done(message));
    }

    /// A request about views has ended: what did not happen is not taken back, and what was taken
    /// back is done with.
    pub(super) fn view_change_ended(&mut self, ticket: Ticket, well: bool) {
        self.view_changes
            .retain(|change| if well { change.undone } else { Some(change.done) } != Some(ticket));
        for change in &mut self.view_changes {
            change.undone = change.undone.filter(|undone| *undone != ticket);
        }
    }
}
