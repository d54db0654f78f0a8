//! A range of rows being selected.

/// A range being drawn: every row from where it began to the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The need where it began.
    pub(in crate::app) from: u32,
    /// The row of that need.
    pub row: usize,
    /// The number of needs that it adds to those selected before.
    pub fresh: usize,
}

impl Range {
    /// Whether a row lies between the beginning and the cursor.
    pub fn holds(&self, row: usize, cursor: usize) -> bool {
        (self.row.min(cursor)..=self.row.max(cursor)).contains(&row)
    }
}
