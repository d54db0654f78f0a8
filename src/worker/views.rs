//! Saved views: reading, saving, deleting, undo and redo. Each is answered with the new list.

use super::state::Loop;
use super::{Report, Ticket, Way};
use crate::store::{SavedView, StoreError, ViewTurned};

impl Loop<'_> {
    /// Reports the views.
    pub(super) fn views(&self, ticket: Ticket) -> bool {
        self.report_views(ticket, Ok(None))
    }

    /// Saves everybody's view or one of the user's; nobody saves one for somebody else.
    pub(super) fn save_view(
        &self,
        ticket: Ticket,
        mut view: SavedView,
        seen: Option<&SavedView>,
    ) -> bool {
        view.owner = view.owner.map(|_| self.settings.who.clone());
        let saved = self.store.save_view(&self.settings.who, &view, seen);
        self.report_views(ticket, saved.map(|_| None))
    }

    /// Deletes a view.
    pub(super) fn delete_view(&self, ticket: Ticket, view: &SavedView) -> bool {
        let deleted = self.store.delete_view(&self.settings.who, view);
        self.report_views(ticket, deleted.map(|()| None))
    }

    /// Takes back what the user did last to a view, or does it again.
    pub(super) fn turn_view(&self, ticket: Ticket, way: Way) -> bool {
        let turned = match way {
            Way::Undo => self.store.undo_view(&self.settings.who),
            Way::Redo => self.store.redo_view(&self.settings.who),
        };
        self.report_views(ticket, turned)
    }

    /// Reports the views, and what has become of a change to them or why it failed.
    fn report_views(
        &self,
        ticket: Ticket,
        changed: Result<Option<ViewTurned>, StoreError>,
    ) -> bool {
        let (turned, result) = match changed {
            Ok(turned) => (turned, self.store.saved_views(&self.settings.who)),
            Err(error) => (None, Err(error)),
        };
        let turns = self.store.view_turns(&self.settings.who).ok();
        (self.report)(Report::Views { ticket, result, turned, turns })
    }
}
