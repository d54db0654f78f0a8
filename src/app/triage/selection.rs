//! The selection: by key, by range, all that the filter matches. It is kept by the needs'
//! numbers, so that another filter hides some of it and loses nothing.

use crate::app::App;
use crate::app::state::identities::Identities;
use crate::app::state::list::{List, Move, Rows};
use crate::app::state::place::View;
use crate::app::state::range::Range;
use crate::domain::{Edit, NeedNumber};
use crate::query::register::NeedRef;
use std::collections::BTreeSet;

/// A decision about selected needs that was written.
#[derive(Clone, Copy, Debug)]
pub(in crate::app) struct Decided {
    /// The number of needs that it was sent for.
    pub needs: usize,
    /// The number of needs that are still selected.
    pub left: usize,
}

impl App {
    /// The number of selected needs, the range being drawn included.
    pub fn selected_count(&self) -> usize {
        self.selected.len() + self.range.map_or(0, |range| range.fresh)
    }

    /// The number of selected needs that the present filter hides.
    pub fn selected_hidden(&self) -> usize {
        self.hidden
    }

    /// Selects the current need or lets it go, and goes on to the next.
    pub(in crate::app) fn select(&mut self) {
        let Some(id) = self.current_need().map(NeedRef::id) else { return };
        if !self.selected.remove(id) {
            self.selected.insert(id);
        }
        self.step(Move::Down);
    }

    /// Selects everything that the filter matches; where that is selected already, lets all go.
    pub(in crate::app) fn select_all(&mut self) {
        let has_range = self.range.take().is_some();
        let Some(answer) = &self.answer else { return };
        if !has_range && self.selected.len().checked_sub(self.hidden) == Some(answer.rows.len()) {
            return self.let_all_go();
        }
        let needs = answer.rows.iter().filter_map(|row| answer.register.need(*row));
        self.selected.extend(needs.map(NeedRef::id));
        self.hidden = self.selected.len() - answer.rows.len();
    }

    /// Lets all go.
    pub(in crate::app) fn select_none(&mut self) {
        self.range = None;
        self.selected.clear();
        self.hidden = 0;
    }

    /// Deselects needs after a decision about them is written; those left over have no likely person. `None` where
    /// the edits are about other needs.
    pub(in crate::app) fn drop_decided(&mut self, edits: &[Edit]) -> Option<Decided> {
        let needs: BTreeSet<NeedNumber> = edits.iter().map(|edit| edit.need).collect();
        if needs.is_empty() || !needs.iter().all(|need| self.selected.contains(*need)) {
            return None;
        }
        for need in &needs {
            self.selected.remove(*need);
        }
        self.count_hidden();
        Some(Decided { needs: needs.len(), left: self.selected.len() })
    }

    /// Begins a range at the cursor, or ends the one that is being drawn.
    pub(in crate::app) fn turn_range(&mut self) {
        if self.range.is_some() {
            self.end_range();
        } else if let (Some(id), Some(list)) =
            (self.current_need().map(NeedRef::id), self.place().view.list())
        {
            self.range = Some(Range { from: id.get(), row: list.row, fresh: 0 });
            self.stretch_range();
        }
    }

    /// Selects the needs of the range, for the next decision.
    pub(in crate::app) fn end_range(&mut self) {
        if !self.overlays.is_empty() {
            return; // the question that stands has its needs already
        }
        self.keep_range();
    }

    /// Turns the range into a selection of its present needs before the rows change.
    pub(in crate::app) fn keep_range(&mut self) {
        let Some(range) = self.range.take() else { return };
        let ids = self.in_range(range);
        self.selected.extend(ids);
    }

    /// Adapts the range after the cursor or the rows have moved: counts the needs that it adds.
    pub(in crate::app) fn stretch_range(&mut self) {
        let Some(mut range) = self.range else { return };
        let rows = self.rows();
        match rows.get(range.row) {
            Some(there) if there == range.from => {}
            _ => range.row = rows.find(range.from).unwrap_or(range.row),
        }
        range.fresh = if self.selected.is_empty() {
            let cursor = self.place().view.list().map_or(range.row, |list| list.row);
            range.row.abs_diff(cursor) + 1
        } else {
            let fresh = |id: &NeedNumber| !self.selected.contains(*id);
            self.in_range(range).iter().filter(|id| fresh(id)).count()
        };
        self.range = Some(range);
    }

    /// After changes by others, selects the needs that the range held and goes on from the cursor, so that needs
    /// moved into it by others stay unselected.
    pub(in crate::app) fn hold_range(&mut self, drawn: Option<Vec<NeedNumber>>) {
        let (Some(range), Some(drawn)) = (self.range, drawn) else { return };
        if self.in_range(range) == drawn {
            return;
        }
        self.selected.extend(drawn);
        self.range = None;
        self.turn_range();
        self.count_hidden();
    }

    pub(in crate::app) fn in_range(&self, range: Range) -> Vec<NeedNumber> {
        let cursor = self.place().view.list().map_or(range.row, |list: &List| list.row);
        let rows = self.rows();
        (range.row.min(cursor)..=range.row.max(cursor))
            .filter_map(|row| rows.get(row))
            .map(NeedNumber::new)
            .collect()
    }

    fn rows(&self) -> Identities<'_> {
        let view: &View = &self.place().view;
        Self::identities(self.answer.as_deref(), view, self.settings.lang)
    }

    /// After another answer: how many of the selected needs its filter hides.
    pub(in crate::app) fn count_hidden(&mut self) {
        self.hidden = 0;
        if self.selected.is_empty() {
            return;
        }
        let Some(answer) = &self.answer else { return };
        let needs = answer.rows.iter().filter_map(|row| answer.register.need(*row));
        let shown = needs.filter(|need| self.selected.contains(need.id())).count();
        self.hidden = self.selected.len() - shown;
    }
}
