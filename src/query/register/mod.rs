//! The register in memory: small tables of States, reviews, people and words, and the needs as
//! columns in chunks.
//!
//! A published register never changes. A change of some needs makes a new [`Register`] that shares
//! every untouched chunk, so that the screen can go on drawing the old one meanwhile, without a lock.

mod address;
mod anonymous;
mod chapter_totals;
mod column;
mod columns;
mod disclosure;
mod held;
mod marked;
mod matched;
mod membership;
mod names_of_states;
mod need;
mod open;
mod overdue;
mod overlap_mark;
mod person;
mod place_list;
mod plain;
mod provenance;
mod repeated;
mod set_place;
mod slot;
mod sparse;
mod spellings;
mod standing;
mod texts;
mod vocabulary;

pub use address::Address;
pub use anonymous::{FEWEST, withhold_alike};
pub use chapter_totals::ChapterTotals;
pub use column::{Column, NeedColumn, Origin};
pub(crate) use columns::need_columns;
pub use columns::{
    CHUNK, Chunk, Facts, NONE, Triage, decoded, decoded_date, decoded_day, encoded, encoded_date,
    encoded_day, last_day,
};
pub use disclosure::Disclosure;
pub use matched::Match;
pub use membership::{Membership, groups_on};
pub use need::{NeedRef, Stated};
pub use open::is_open;
pub use overdue::OverdueFacts;
pub use overlap_mark::OverlapMark;
pub use person::Person;
pub use place_list::PlaceList;
pub use plain::{Entry, FewEntry, NO_DAY, Plain, PlainValue, Said};
pub use provenance::{Provenance, ProvenancePlace};
pub use repeated::{Repeated, RepeatedTexts};
pub use set_place::SetPlace;
pub use slot::Slot;
pub use sparse::Sparse;
pub use spellings::Spellings;
pub use texts::Texts;
pub use vocabulary::{
    Activity, Area, Category, Document, Organisation, Outside, Platform, Reach, Review, State,
    Theme, Vocabulary,
};

use crate::domain::{Day, NeedNumber};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many needs are looked at together where few are wanted.
const BLOCK: usize = 256;

/// A register as it was at one moment.
///
/// A *row* is the [`Address`] of a need in it.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// Larger with every register that a worker publishes.
    pub stamp: u64,
    /// Whether the needs are illustrative; every screen and export then says so.
    pub illustrative: bool,
    /// The day that counts as today in it, whatever the clock says: an illustrative register has one.
    pub own_day: Option<Day>,
    /// Whether its needs are those that are void, which count nowhere else.
    pub is_void: bool,
    /// Why each of its needs is void, in the writer's words: by number, without needs of which no reason is kept.
    pub void_reasons: Arc<BTreeMap<NeedNumber, String>>,
    /// The reviews of its vocabulary that are void, by number, each with the reason; none beside needs that are there.
    pub void_reviews: Arc<BTreeMap<i64, String>>,
    /// The small tables.
    pub vocabulary: Arc<Vocabulary>,
    /// The needs, by id. Chunks need not be full.
    pub chunks: Vec<Arc<Chunk>>,
    /// The rank of the text of each row, once it is known ([`crate::query::ranks_by_text`]).
    pub text_ranks: Option<Arc<Vec<u32>>>,
}

impl Register {
    /// How many needs there are.
    pub fn len(&self) -> usize {
        self.chunks.iter().map(|chunk| chunk.len()).sum()
    }

    /// Whether there is no need.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether it has the same needs as another one, in the same rows; their triage may differ.
    pub fn has_the_needs_of(&self, other: &Self) -> bool {
        let pairs = self.chunks.iter().zip(&other.chunks);
        self.chunks.len() == other.chunks.len()
            && Arc::ptr_eq(&self.vocabulary, &other.vocabulary)
            && pairs.into_iter().all(|(own, their)| Arc::ptr_eq(&own.facts, &their.facts))
    }

    /// The rows of all needs, by id.
    pub fn rows(&self) -> impl Iterator<Item = Address> + Clone {
        let chunks = self.chunks.iter().enumerate();
        chunks.flat_map(|(number, chunk)| Address::of_chunk(number, chunk.len()))
    }

    /// The need at a row, if there is such a row.
    pub fn need(&self, row: Address) -> Option<NeedRef<'_>> {
        let chunk = self.chunks.get(row.chunk())?;
        let place = row.offset();
        (place < chunk.len()).then(|| NeedRef {
            vocabulary: &self.vocabulary,
            facts: &chunk.facts,
            triage: &chunk.triage,
            is_void: self.is_void,
            place,
        })
    }

    /// The needs of the State at a place in the vocabulary, by id. They mostly stand together: a
    /// plain loop finds out which blocks hold any.
    pub fn needs_of_state(&self, state: u16) -> impl Iterator<Item = NeedRef<'_>> {
        let places = self.vocabulary.provenances_of(state);
        let mut rows = Vec::new();
        for (number, chunk) in self.chunks.iter().enumerate() {
            let blocks = chunk.facts.provenance.chunks(BLOCK).zip((0..).step_by(BLOCK));
            for (block, first) in blocks {
                // Every entry is looked at: that is a loop without branches.
                let holds =
                    |wanted| block.iter().map(|own| u8::from(own == wanted)).max() == Some(1);
                if places.iter().any(holds) {
                    let own = block.iter().zip(first..);
                    let own = own.filter(|(of, _)| places.contains(of));
                    rows.extend(own.map(|(_, offset)| Address::new(number, offset)));
                }
            }
        }
        rows.into_iter().filter_map(|row| self.need(row))
    }

    /// The row of the need with this id, if it is there.
    pub fn row_of(&self, id: NeedNumber) -> Option<Address> {
        let number =
            self.chunks.partition_point(|c| c.facts.id.last().is_some_and(|last| *last < id.get()));
        let place = self.chunks.get(number)?.facts.id.binary_search(&id.get()).ok()?;
        Some(Address::new(number, place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::random_register;

    /// Two chunks, neither of them full.
    fn with_a_gap() -> Register {
        let mut register = random_register::register(8, 900);
        let mut second = (*register.chunks[0]).clone();
        Arc::make_mut(&mut second.facts).id.iter_mut().for_each(|id| *id += 10_000);
        register.chunks.push(Arc::new(second));
        register
    }

    #[test]
    fn the_needs_of_a_state_are_found_in_every_chunk() {
        let register = with_a_gap();
        let mut found = 0;
        for state in 0..register.vocabulary.states.len() as u16 {
            let ids: Vec<NeedNumber> = register.needs_of_state(state).map(NeedRef::id).collect();
            let needs = register.rows().filter_map(|row| register.need(row));
            let expected = needs.filter(|need| need.state_place() == state);
            assert_eq!(ids, expected.map(NeedRef::id).collect::<Vec<_>>());
            found += ids.len();
        }
        assert_eq!(found, 1_800);
    }
}
