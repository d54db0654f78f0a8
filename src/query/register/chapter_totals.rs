//! The number of needs by chapter, known before the needs are read.

use super::ProvenancePlace;

/// The number of needs of each provenance and set of chapters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChapterTotals {
    /// A provenance, a set of chapters (bit i for the chapter with index i), and how many needs of
    /// that provenance touch just these.
    pub lines: Vec<(ProvenancePlace, u8, u32)>,
}

impl ChapterTotals {
    /// How many needs there are in all.
    pub fn needs(&self) -> usize {
        self.lines.iter().map(|(_, _, needs)| *needs as usize).sum()
    }
}
