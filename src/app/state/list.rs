//! A list's cursor. The selection is an identity, not a row number: when rows come, go or change
//! their order, the cursor stays on what the user chose.

use crate::domain::NeedNumber;

/// A step of the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Move {
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
}

/// A step sideways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Side {
    Left,
    Right,
}

/// The cursor of a list whose rows have identities.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// The identity of the row under the cursor; `None` in an empty list or before the first answer.
    pub current: Option<u32>,
    /// The row where it last was: where to go on when it is gone.
    pub row: usize,
    /// The column that the list is sorted by: a place in the table's columns.
    pub column: usize,
    /// Whether the order is reversed.
    pub descending: bool,
    /// The identities of the rows that stand on top whatever the order.
    pub pinned: Vec<u32>,
    /// The number of rows that others have removed before the cursor (added, where negative): pages
    /// are reckoned as before these changes, so that the rows on the screen stay where they are.
    pub(in crate::app) gone: isize,
}

impl List {
    /// A list sorted by a column.
    pub fn sorted(column: usize, descending: bool) -> Self {
        Self { column, descending, ..Self::default() }
    }

    /// A copy of the list with the cursor at its top and nothing pinned.
    pub(in crate::app) fn with_cursor_on_top(&self) -> Self {
        Self { current: None, row: 0, pinned: Vec::new(), ..self.clone() }
    }

    /// The number of the need under the cursor, in a list of needs.
    pub fn need(&self) -> Option<NeedNumber> {
        self.current.map(NeedNumber::new)
    }

    /// Pins the row under the cursor to the top, or lets it go. Returns whether it is pinned now; `None` without a
    /// row under the cursor.
    pub(in crate::app) fn turn_pin(&mut self) -> Option<bool> {
        let current = self.current?;
        let pinned = !self.is_pinned(current);
        self.pinned.retain(|id| *id != current);
        if pinned {
            self.pinned.push(current);
        }
        Some(pinned)
    }

    /// Whether a row stands on top whatever the order.
    pub fn is_pinned(&self, id: u32) -> bool {
        self.pinned.contains(&id)
    }

    /// Rows with those that are pinned on top, which keep their order among themselves.
    pub(in crate::app) fn with_pins<T>(&self, rows: Vec<T>, id: impl Fn(&T) -> u32) -> Vec<T> {
        if self.pinned.is_empty() {
            return rows;
        }
        let (mut top, rest): (Vec<T>, Vec<T>) =
            rows.into_iter().partition(|row| self.is_pinned(id(row)));
        top.extend(rest);
        top
    }

    /// Finds the cursor's identity among the rows as they are now. One that is gone leaves the
    /// cursor at the same row.
    pub fn anchor(&mut self, rows: &dyn Rows) {
        if rows.count() == 0 {
            self.current = None;
            return;
        }
        let found = self.current.and_then(|id| match rows.get(self.row) {
            Some(there) if there == id => Some(self.row),
            _ => rows.find(id),
        });
        self.row = found.unwrap_or(self.row.min(rows.count() - 1));
        self.current = rows.get(self.row);
    }

    /// Gives the cursor and the pinned rows the new identities of their records; one that is gone leaves the cursor at
    /// its row.
    pub fn renumber(&mut self, moved: &dyn Fn(u32) -> Option<u32>) {
        self.current = self.current.and_then(moved);
        self.pinned = self.pinned.iter().filter_map(|id| moved(*id)).collect();
    }

    /// While a filter is typed: the cursor is where it was before, or else on the first row.
    pub fn find_again(&mut self, before: Option<u32>, rows: &dyn Rows) {
        self.row = before.and_then(|id| rows.find(id)).unwrap_or(0);
        self.current = rows.get(self.row);
    }

    /// Anchors the cursor as [`Self::anchor`] does, after changes by others: it keeps its line of
    /// the screen too.
    pub fn anchor_in_place(&mut self, rows: &dyn Rows) {
        let before = self.row;
        self.anchor(rows);
        self.gone += before.cast_signed() - self.row.cast_signed();
    }

    /// Before more of the register is read: a cursor that has not left the first row stays there,
    /// whichever rows come before.
    pub fn stay_at_top(&mut self) {
        if self.row == 0 {
            self.current = None;
        }
    }

    /// Moves the cursor; `page` is how many rows the screen shows.
    pub fn step(&mut self, step: Move, page: usize, rows: &dyn Rows) {
        let Some(last) = rows.count().checked_sub(1) else { return };
        let page = page.max(1);
        self.row = match step {
            Move::Up => self.row.saturating_sub(1),
            Move::Down => (self.row + 1).min(last),
            Move::PageUp => self.row.saturating_sub(page),
            Move::PageDown => (self.row + page).min(last),
            Move::First => 0,
            Move::Last => last,
        };
        if step == Move::First {
            self.gone = 0;
        }
        self.current = rows.get(self.row);
    }

    /// The first row to show, of `len`, on a screen of `page` rows. The list moves by pages when
    /// the cursor leaves the screen: over a slow line one step then costs a mark, not a screen.
    pub fn top(&self, page: usize, len: usize) -> usize {
        let page = page.max(1);
        let number = (self.row.cast_signed() + self.gone).div_euclid(page.cast_signed());
        let top = number * page.cast_signed() - self.gone;
        usize::try_from(top).unwrap_or(0).min(len.saturating_sub(page))
    }
}

/// The rows of a list, by identity.
pub trait Rows {
    /// The number of rows.
    fn count(&self) -> usize;
    /// The identity of a row.
    fn get(&self, row: usize) -> Option<u32>;
    /// The row of an identity.
    fn find(&self, id: u32) -> Option<usize> {
        (0..self.count()).find(|row| self.get(*row) == Some(id))
    }
}

impl Rows for Vec<u32> {
    fn count(&self) -> usize {
        self.len()
    }

    fn get(&self, row: usize) -> Option<u32> {
        self.as_slice().get(row).copied()
    }
}

/// The row of a short list of a figure after a step: a page is ten rows.
pub(in crate::app) fn stepped_in_figure(step: Move, row: usize, last: usize) -> usize {
    stepped(step, row, last + 1, 10)
}

/// The row of a plain list after a step.
pub(in crate::app) fn stepped(step: Move, row: usize, count: usize, page: usize) -> usize {
    let last = count.saturating_sub(1);
    match step {
        Move::Up => row.saturating_sub(1),
        Move::Down => (row + 1).min(last),
        Move::PageUp => row.saturating_sub(page.max(1)),
        Move::PageDown => (row + page.max(1)).min(last),
        Move::First => 0,
        Move::Last => last,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_follows_its_identity() {
        let mut list = List::default();
        list.anchor(&vec![10, 20, 30]);
        assert_eq!(list.current, Some(10));
        list.step(Move::Last, 5, &vec![10, 20, 30]);
        list.anchor(&vec![30, 20, 10]);
        assert_eq!((list.current, list.row), (Some(30), 0));
    }

    #[test]
    fn what_others_take_or_bring_above_moves_nothing_on_the_screen() {
        let all: Vec<u32> = (0..100).collect();
        let mut list = List { current: Some(33), row: 33, ..List::default() };
        assert_eq!((list.top(10, 100), list.row), (30, 33));
        let without: Vec<u32> = all.iter().copied().filter(|id| *id != 3 && *id != 7).collect();
        list.anchor_in_place(&without);
        assert_eq!((list.top(10, 98), list.row), (28, 31), "the fourth line, as before");
        list.step(Move::PageDown, 10, &without);
        assert_eq!((list.top(10, 98), list.row), (38, 41));
        list.anchor_in_place(&all);
        assert_eq!((list.top(10, 100), list.row), (40, 43));
        for row in 0..100 {
            for gone in -12..=12 {
                let list = List { row, gone, ..List::default() };
                let top = list.top(10, 100);
                assert!((top..top + 10).contains(&row), "{row} {gone}: {top}");
            }
        }
        list.step(Move::First, 10, &all);
        assert_eq!(list.top(10, 100), 0);
    }

    #[test]
    fn what_was_chosen_before_a_filter_was_typed_is_found_again() {
        let mut list = List { current: Some(30), row: 2, ..List::default() };
        list.find_again(Some(30), &vec![10, 20]);
        assert_eq!((list.current, list.row), (Some(10), 0));
        list.find_again(Some(30), &Vec::new());
        assert_eq!((list.current, list.row), (None, 0));
        list.find_again(Some(30), &vec![10, 30, 40]);
        assert_eq!((list.current, list.row), (Some(30), 1));
    }

    #[test]
    fn what_is_gone_leaves_the_cursor_in_its_row() {
        let mut list = List { current: Some(20), row: 1, ..List::default() };
        list.anchor(&vec![10, 30]);
        assert_eq!((list.current, list.row), (Some(30), 1));
        list.anchor(&Vec::new());
        assert_eq!(list.current, None);
    }

    #[test]
    fn a_cursor_that_has_not_moved_stays_on_the_first_row_while_more_is_read() {
        let mut list = List::default();
        list.anchor(&vec![30, 40]);
        list.stay_at_top();
        list.anchor(&vec![10, 20, 30, 40]);
        assert_eq!((list.current, list.row), (Some(10), 0));
        list.step(Move::Down, 5, &vec![10, 20, 30, 40]);
        list.stay_at_top();
        list.anchor(&vec![5, 10, 20, 30, 40]);
        assert_eq!((list.current, list.row), (Some(20), 2), "one that has moved follows its need");
    }

    #[test]
    fn pinned_rows_stand_on_top_in_their_order() {
        let mut list = List { current: Some(30), ..List::default() };
        assert_eq!(list.turn_pin(), Some(true));
        list.current = Some(20);
        assert_eq!(list.turn_pin(), Some(true));
        let rows = |list: &List| list.with_pins(vec![10, 20, 30, 40], |id| *id);
        assert_eq!(rows(&list), [20, 30, 10, 40]);
        assert_eq!(list.turn_pin(), Some(false));
        assert_eq!(rows(&list), [30, 10, 20, 40]);
        assert_eq!(List::default().turn_pin(), None);
    }

    #[test]
    fn the_list_moves_by_pages_and_ends_full() {
        let list = |row| List { row, ..List::default() };
        assert_eq!(list(9).top(10, 25), 0);
        assert_eq!(list(10).top(10, 25), 10);
        assert_eq!(list(24).top(10, 25), 15);
        assert_eq!(list(3).top(10, 4), 0);
    }

    #[test]
    fn steps_stop_at_the_ends() {
        let rows = vec![1, 2, 3];
        let mut list = List::default();
        list.step(Move::Up, 2, &rows);
        assert_eq!(list.row, 0);
        list.step(Move::PageDown, 2, &rows);
        list.step(Move::PageDown, 2, &rows);
        assert_eq!(list.row, 2);
        list.step(Move::Down, 2, &rows);
        assert_eq!(list.current, Some(3));
    }
}
