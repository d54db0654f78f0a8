//! How many needs a register has, before they are read.

/// The number of needs of each review and set of chapters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChapterTotals {
    /// A review (a place in [`super::Vocabulary::reviews`]), a set of chapters (bit i for the
    /// chapter with index i), and how many of its needs touch just these.
    pub lines: Vec<(u16, u8, u32)>,
}

impl ChapterTotals {
    /// How many needs there are in all.
    pub fn needs(&self) -> usize {
        self.lines.iter().map(|(_, _, needs)| *needs as usize).sum()
    }
}
