//! The needs that are picked in a list of a page, one by one, by a range or all at once.

use std::collections::BTreeSet;

/// Picked needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picks {
    chosen: BTreeSet<u32>,
    /// The row where the range began that is being drawn.
    from: Option<usize>,
}

impl Picks {
    /// Whether a need is picked, in the row `row` of a list whose cursor is in the row `cursor`.
    pub fn holds(&self, need: u32, row: usize, cursor: usize) -> bool {
        let in_range = |from: usize| (from.min(cursor)..=from.max(cursor)).contains(&row);
        self.chosen.contains(&need) || self.from.is_some_and(in_range)
    }

    /// Picks a need or lets it go.
    pub fn turn(&mut self, need: u32) {
        if !self.chosen.remove(&need) {
            self.chosen.insert(need);
        }
    }

    /// Begins a range at the cursor, or ends the one that is being drawn: its rows are picked.
    pub fn turn_range(&mut self, rows: &[u32], cursor: usize) {
        if self.from.is_some() {
            self.chosen.extend(self.among(rows, cursor));
            self.from = None;
        } else {
            self.from = Some(cursor);
        }
    }

    /// The picked needs among rows, in their order.
    pub fn among(&self, rows: &[u32], cursor: usize) -> Vec<u32> {
        let picked = rows.iter().enumerate();
        let picked = picked.filter(|(row, need)| self.holds(**need, *row, cursor));
        picked.map(|(_, need)| *need).collect()
    }

    /// Picks these needs and no others.
    pub fn set(&mut self, needs: impl IntoIterator<Item = u32>) {
        *self = Self { chosen: needs.into_iter().collect(), from: None };
    }

    /// Whether no need is picked and no range begun.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty() && self.from.is_none()
    }

    /// Whether a range is being drawn.
    pub fn draws_range(&self) -> bool {
        self.from.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needs_are_picked_one_by_one_and_by_a_range() {
        let rows = [50, 40, 30, 20, 10];
        let mut picks = Picks::default();
        picks.turn(20);
        picks.turn_range(&rows, 0);
        assert!(picks.holds(40, 1, 1) && !picks.holds(30, 2, 1), "up to the cursor");
        picks.turn_range(&rows, 1);
        assert_eq!(picks.among(&rows, 4), [50, 40, 20]);
        picks.turn(50);
        assert_eq!(picks.among(&rows, 4), [40, 20]);
        assert_eq!(picks.among(&[20, 10], 0), [20], "those alone that are listed");
        picks.set([30]);
        assert_eq!((picks.among(&rows, 0), picks.is_empty()), (vec![30], false));
        picks.set([]);
        assert!(picks.is_empty());
    }
}
