//! Cells that are merged into one: the words of the first stand for all of them.

use super::csv::{MOST_COLUMNS, MOST_ROW};
use super::place::Region;
use super::row::{Cell, CellState};
use super::{Unreadable, packed};

/// The regions of merged cells of a sheet, gone through row by row.
#[derive(Clone, Debug, Default)]
pub(super) struct Merged {
    /// The regions that are still to come, the last one first.
    coming: Vec<Region>,
    /// The regions that reach into the row, with the words of their first cells.
    here: Vec<(Region, String)>,
}

impl Merged {
    /// The regions of a sheet, in any order.
    pub(super) fn new(regions: &[Region]) -> Self {
        let is_read = |region: &&Region| (region.first.column as usize) < MOST_COLUMNS;
        let mut coming: Vec<Region> = regions.iter().filter(is_read).copied().collect();
        coming.sort_by_key(|region| std::cmp::Reverse(region.first));
        Self { coming, here: Vec::new() }
    }

    /// Adds a region that begins in the row that is filled next.
    pub(super) fn begin(&mut self, region: Region) {
        self.coming.push(region);
    }

    /// Fills the cells of a row that are covered by others. Rows come in order.
    ///
    /// # Errors
    /// More regions cover each other than a row has columns, or the words that they stand for are longer than a row.
    pub(super) fn fill(&mut self, row: u32, cells: &mut Vec<Cell>) -> Result<(), Unreadable> {
        self.here.retain(|(region, _)| region.last.row >= row);
        while let Some(region) = self.coming.pop_if(|region| region.first.row <= row) {
            // A first row without any cell leaves the region without words.
            let first = cells.get(region.first.column as usize);
            let words = first.filter(|_| region.first.row == row).map(|cell| cell.text.clone());
            let words = words.filter(|words| !words.is_empty() && region.last.row >= row);
            self.here.extend(words.map(|words| (region, words)));
        }
        if self.here.len() > MOST_COLUMNS {
            return Err(packed::damaged("mergeCells"));
        }
        let mut length = 0;
        for (region, words) in &self.here {
            let last = (region.last.column as usize).min(MOST_COLUMNS - 1);
            for column in region.first.column as usize..=last {
                if row == region.first.row && column == region.first.column as usize {
                    continue;
                }
                if cells.len() <= column {
                    cells.resize(column + 1, Cell::default());
                }
                cells[column] = Cell { text: words.clone(), state: CellState::Covered };
                length += words.len();
            }
            if length > MOST_ROW {
                return Err(packed::damaged("mergeCells"));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn covered_cells_have_the_words_of_the_first() {
        let regions = ["A2:A4", "B1:C1", "B3:C4"].map(|name| Region::of(name).unwrap());
        let mut merged = Merged::new(&regions);
        let mut row = |number: u32, texts: &[&str]| {
            let mut cells = texts.iter().map(|text| Cell::of(*text)).collect();
            merged.fill(number, &mut cells).unwrap();
            let told = |cell: Cell| match cell.state {
                CellState::Covered => format!("({})", cell.text),
                _ => cell.text,
            };
            cells.into_iter().map(told).collect::<Vec<_>>().join("|")
        };
        assert_eq!(row(0, &["", "title"]), "|title|(title)");
        assert_eq!(row(1, &["Ghana", "52", "x"]), "Ghana|52|x");
        // B3 has no words, so that nothing stands for what it covers.
        assert_eq!(row(2, &["", "", "y"]), "(Ghana)||y");
        assert_eq!(row(3, &["", "53"]), "(Ghana)|53");
        assert_eq!(row(4, &["", "54"]), "|54");
    }
}
