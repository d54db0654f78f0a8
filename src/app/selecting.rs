//! The selection: by key, by range, all that the filter matches. It is kept by the needs'
//! numbers, so that another filter hides some of it and loses nothing.

use super::App;
use super::list::{List, Move, Rows};
use super::place::View;
use crate::query::register::NeedRef;

/// A range being drawn: every row from where it began to the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The need where it began.
    from: u32,
    /// The row of that need.
    pub row: usize,
    /// How many needs it adds to those selected before.
    pub fresh: usize,
}

impl Range {
    /// Whether a row lies between the beginning and the cursor.
    pub fn holds(&self, row: usize, cursor: usize) -> bool {
        (self.row.min(cursor)..=self.row.max(cursor)).contains(&row)
    }
}

impl App {
    /// How many needs are selected, the range being drawn included.
    pub fn selected_count(&self) -> usize {
        self.selected.len() + self.range.map_or(0, |range| range.fresh)
    }

    /// How many of them the present filter hides.
    pub fn selected_hidden(&self) -> usize {
        self.hidden
    }

    /// Selects the current need or lets it go, and goes on to the next.
    pub(super) fn select(&mut self) {
        let Some(id) = self.current_need().map(NeedRef::id) else { return };
        if !self.selected.remove(id) {
            self.selected.insert(id);
        }
        self.step(Move::Down);
    }

    /// Selects everything that the filter matches.
    pub(super) fn select_all(&mut self) {
        self.range = None;
        let Some(answer) = &self.answer else { return };
        let needs = answer.rows.iter().filter_map(|row| answer.register.need(*row));
        self.selected.extend(needs.map(NeedRef::id));
        self.hidden = self.selected.len() - answer.rows.len();
    }

    /// Lets all go.
    pub(super) fn select_none(&mut self) {
        self.range = None;
        self.selected.clear();
        self.hidden = 0;
    }

    /// Begins a range at the cursor, or ends the one that is being drawn.
    pub(super) fn turn_range(&mut self) {
        if self.range.is_some() {
            self.end_range();
        } else if let (Some(id), Some(list)) =
            (self.current_need().map(NeedRef::id), self.place().view.list())
        {
            self.range = Some(Range { from: id, row: list.row, fresh: 0 });
            self.stretch_range();
        }
    }

    /// Selects what the range holds. Whatever is decided next concerns it.
    pub(super) fn end_range(&mut self) {
        if !self.overlays.is_empty() {
            return; // the question that stands has its needs already
        }
        self.keep_range();
    }

    /// Before other rows come under it, a range becomes the needs that it holds: whoever drew it has
    /// seen these, and no others.
    pub(super) fn keep_range(&mut self) {
        let Some(range) = self.range.take() else { return };
        let ids = self.in_range(range);
        self.selected.extend(ids);
    }

    /// After the cursor or the rows have moved: what the range adds now.
    pub(super) fn stretch_range(&mut self) {
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
            let fresh = |id: &u32| !self.selected.contains(*id);
            self.in_range(range).iter().filter(|id| fresh(id)).count()
        };
        self.range = Some(range);
    }

    /// After rows have changed that nobody asked for here: what the range held is selected, and it goes
    /// on from the cursor, so that nothing that others bring into it is.
    pub(super) fn hold_range(&mut self, drawn: Option<Vec<u32>>) {
        let (Some(range), Some(drawn)) = (self.range, drawn) else { return };
        if self.in_range(range) == drawn {
            return;
        }
        self.selected.extend(drawn);
        self.range = None;
        self.turn_range();
        self.count_hidden();
    }

    pub(super) fn in_range(&self, range: Range) -> Vec<u32> {
        let cursor = self.place().view.list().map_or(range.row, |list: &List| list.row);
        let rows = self.rows();
        (range.row.min(cursor)..=range.row.max(cursor)).filter_map(|row| rows.get(row)).collect()
    }

    fn rows(&self) -> super::lines::Identities<'_> {
        let view: &View = &self.place().view;
        Self::identities(self.answer.as_deref(), view, self.settings.lang)
    }

    /// After another answer: how many of the selected needs its filter hides.
    pub(super) fn count_hidden(&mut self) {
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
