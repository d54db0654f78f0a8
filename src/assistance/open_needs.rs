//! The open needs of a selection, one after the other on several threads: what gaps and shared needs are counted of.

use crate::domain::Standing;
use crate::query::register::{Address, Chunk, Register, is_open};
use crate::query::{Followed, Selection, chunks_told};
use std::sync::Arc;

/// An open need that is counted.
pub(super) struct OpenNeed<'a> {
    /// The chunk that it stands in.
    pub(super) chunk: &'a Chunk,
    /// Its place there.
    pub(super) place: usize,
    /// How far it is served.
    pub(super) standing: Standing,
    /// Its State: a place in the vocabulary.
    pub(super) state: u16,
}

/// The open needs among those selected, as far as they are wanted.
pub(super) struct OpenNeeds<'a, W> {
    pub(super) register: &'a Register,
    pub(super) selection: &'a Selection,
    /// Whether a need is wanted, by the number of its chunk and its place there.
    pub(super) wanted: W,
}

impl<W: Fn(usize, usize) -> bool + Sync> OpenNeeds<'_, W> {
    /// Gives each of them to `count`, on several threads; the results of all come back. `None` when the caller cancels
    /// it, which is asked before each chunk.
    pub(super) fn counted<T: Send>(
        &self,
        start: impl Fn() -> T + Sync,
        count: impl Fn(&mut T, OpenNeed<'_>) + Sync,
        followed: Followed<'_>,
    ) -> Option<Vec<T>> {
        let Self { register, selection, wanted } = self;
        let standings = register.vocabulary.standings();
        let states: Vec<u16> = register.vocabulary.provenances().map(|of| of.state).collect();
        let rows = &selection.rows;
        let of_chunk = |number: usize| {
            let start = rows.partition_point(|row| row.chunk() < number);
            let count = rows[start..].partition_point(|row| row.chunk() == number);
            &rows[start..start + count]
        };
        let of_part = |result: &mut T, number: usize, chunk: &Arc<Chunk>| {
            let (facts, triage) = (&*chunk.facts, &*chunk.triage);
            for place in of_chunk(number).iter().map(|row: &Address| row.offset()) {
                let open = is_open(triage.response[place], triage.duplicate[place]);
                if register.is_void || !open || !wanted(number, place) {
                    continue;
                }
                let standing = standings[facts.activities[place].index()];
                let state = states[facts.provenance[place].index()];
                count(result, OpenNeed { chunk, place, standing, state });
            }
        };
        chunks_told(register, start, of_part, followed)
    }
}
