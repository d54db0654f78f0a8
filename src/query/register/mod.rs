//! The register in memory: small tables of States, reviews, people and words, and the needs as
//! columns in chunks.
//!
//! A published register never changes. A change of some needs makes a new [`Register`] that shares
//! every untouched chunk, so that the screen can go on drawing the old one meanwhile, without a lock.

mod columns;
mod need;
mod texts;
mod vocabulary;

pub use columns::{CHUNK, Chunk, Facts, NONE, Triage, decoded, encoded};
pub use need::NeedRef;
pub use texts::Texts;
pub use vocabulary::{Activity, Category, Organisation, Person, Review, State, Theme, Vocabulary};

use std::sync::Arc;

/// A register as it was at one moment.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// Larger with every register that a worker publishes.
    pub stamp: u64,
    /// Whether the needs are illustrative; every screen and export then says so.
    pub illustrative: bool,
    /// The small tables.
    pub vocabulary: Arc<Vocabulary>,
    /// The needs, by id; every chunk but the last is full.
    pub chunks: Vec<Arc<Chunk>>,
}

impl Register {
    /// How many needs there are.
    pub fn len(&self) -> usize {
        self.chunks.last().map_or(0, |last| (self.chunks.len() - 1) * CHUNK + last.len())
    }

    /// Whether there is no need.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The need at a row, if there is such a row.
    pub fn need(&self, row: u32) -> Option<NeedRef<'_>> {
        let chunk = self.chunks.get(row as usize / CHUNK)?;
        let place = row as usize % CHUNK;
        (place < chunk.len()).then(|| NeedRef {
            vocabulary: &self.vocabulary,
            facts: &chunk.facts,
            triage: &chunk.triage,
            place,
        })
    }

    /// The row of the need with this id, if it is there.
    pub fn row_of(&self, id: u32) -> Option<u32> {
        let number =
            self.chunks.partition_point(|c| c.facts.id.last().is_some_and(|last| *last < id));
        let place = self.chunks.get(number)?.facts.id.binary_search(&id).ok()?;
        Some((number * CHUNK + place) as u32)
    }
}
