//! Saved views: reading, saving, deleting, undo and redo. Each is answered with the new list.

use super::state::Loop;
use super::{Report, Ticket, Way};
use crate::domain::{Kind, Kinds};
use crate::store::{LogQuery, SavedView, StoreError};

const VIEWS: Kinds = Kinds::one(Kind::View);

impl Loop<'_> {
    /// Reports the views.
    pub(super) fn views(&self, ticket: Ticket) -> bool {
        self.report_views(ticket, Ok(None))
    }

    /// Saves a view for everybody or for the user; a view named for another person becomes the user's.
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

    /// Undoes or redoes the user's last change to a view.
    pub(super) fn turn_view(&mut self, ticket: Ticket, way: Way) -> bool {
        let turned = self.turned(way);
        self.report_views(ticket, turned)
    }

    /// Undoes or redoes; gives the name of the view, `None` if there was no change of a view to turn.
    fn turned(&mut self, way: Way) -> Result<Option<String>, StoreError> {
        let Some(batch) = self.last_of_views(way)? else { return Ok(None) };
        match self.store.undo(batch, &self.settings.who) {
            Ok(written) => self.name_of_view(written.batch).map(Some),
            Err(error) => {
                if matches!(error, StoreError::ChangedSince(_) | StoreError::ViewChanged(_)) {
                    self.writes.passed.push(batch);
                }
                Err(error)
            }
        }
    }

    fn last_of_views(&self, way: Way) -> Result<Option<i64>, StoreError> {
        let (who, passed) = (&self.settings.who, &self.writes.passed);
        match way {
            Way::Undo => self.store.last_undoable(who, VIEWS, passed),
            Way::Redo => self.store.last_redoable(who, VIEWS, passed),
        }
    }

    fn name_of_view(&self, batch: Option<i64>) -> Result<String, StoreError> {
        let written = LogQuery { kinds: VIEWS, batch, limit: 1, ..LogQuery::default() };
        let entry = self.store.log(&written)?.pop();
        Ok(entry.and_then(|entry| entry.name).unwrap_or_default())
    }

    /// Reports the views, with the name of the one changed by undo or redo, or why the change failed.
    fn report_views(&self, ticket: Ticket, changed: Result<Option<String>, StoreError>) -> bool {
        let (turned, result) = match changed {
            Ok(turned) => (turned, self.store.saved_views(&self.settings.who)),
            Err(error) => (None, Err(error)),
        };
        let is_there = |way| self.last_of_views(way).map(|batch| batch.is_some());
        let turns = is_there(Way::Undo).and_then(|undo| Ok([undo, is_there(Way::Redo)?])).ok();
        (self.report)(Report::Views { ticket, result, turned, turns })
    }
}
