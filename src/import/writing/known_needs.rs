//! The needs of the register that those of a file may be: kept by their keys where the file has the same key, and by a
//! mark of their text where the file names their State.

use super::row_key::{Key, KeyMaker, NeedKeys, NeedParts};
use crate::domain::{ArticleSet, NeedNumber, fold};
use crate::import::StateOf;
use crate::query::{LetterPairs, PairMark};
use crate::store::{KnownNeed, Store, StoreError};
use std::collections::{HashMap, HashSet};

/// What a file asks of the register.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// The UUIDs.
    pub(super) uuids: HashSet<[u8; 16]>,
    /// The keys of whole needs.
    pub(super) wholes: HashSet<Key>,
    /// The keys of places.
    pub(super) places: HashSet<Key>,
    /// The numbers of the States.
    pub(super) states: HashSet<i64>,
}

/// A need of the register with the mark of its text.
#[derive(Clone, Copy, Debug)]
pub(super) struct MarkedNeed {
    pub(super) need: NeedNumber,
    pub(super) is_illustrative: bool,
    pub(super) articles: ArticleSet,
    pub(super) mark: PairMark,
}

/// A need of the register whose UUID a file has.
#[derive(Clone, Copy, Debug)]
pub(super) struct NeedOfUuid {
    pub(super) need: NeedNumber,
    pub(super) is_illustrative: bool,
    /// The number of its State.
    pub(super) state: u32,
}

/// The needs of the register that those of a file may be.
#[derive(Debug, Default)]
pub(super) struct KnownNeeds {
    /// By UUID.
    pub(super) by_uuid: HashMap<[u8; 16], NeedOfUuid>,
    /// By the whole need, also those that are taken out; those that are there first.
    pub(super) by_whole: HashMap<Key, Vec<NeedNumber>>,
    /// By place, those that are there.
    pub(super) by_place: HashMap<Key, Vec<NeedNumber>>,
    /// By State, those that are there.
    pub(super) by_state: HashMap<i64, Vec<MarkedNeed>>,
    /// Those of them that are taken out.
    pub(super) gone: HashSet<NeedNumber>,
}

impl KnownNeeds {
    /// Reads the needs that a file asks for. `go_on` is asked now and then.
    ///
    /// Errors: [`StoreError::Stopped`]; the register cannot be read.
    pub(super) fn read(
        store: &Store,
        maker: &KeyMaker,
        asked: &Asked,
        go_on: &mut dyn FnMut() -> bool,
    ) -> Result<Self, StoreError> {
        let mut known = Self::default();
        let mut gone: Vec<(Key, NeedNumber)> = Vec::new();
        let mut read = 0_usize;
        store.each_known_need(&mut |need| {
            known.take(maker, asked, &need, &mut gone);
            read += 1;
            !read.is_multiple_of(256) || go_on()
        })?;
        for (whole, need) in gone {
            known.by_whole.entry(whole).or_default().push(need);
        }
        Ok(known)
    }

    fn take(
        &mut self,
        maker: &KeyMaker,
        asked: &Asked,
        need: &KnownNeed,
        gone: &mut Vec<(Key, NeedNumber)>,
    ) {
        if let Some(uuid) = need.uuid.filter(|uuid| asked.uuids.contains(uuid)) {
            let (number, is_illustrative) = (need.need, need.is_illustrative);
            let of_uuid = NeedOfUuid { need: number, is_illustrative, state: need.state };
            self.by_uuid.insert(uuid, of_uuid);
            self.gone.extend((!need.is_there).then_some(need.need));
        }
        let number = i64::from(need.state);
        if !asked.states.contains(&number) {
            return;
        }
        let state = StateOf::Known(number);
        let NeedKeys { whole, place } = maker.keys(NeedParts {
            is_illustrative: need.is_illustrative,
            state: Some(&state),
            cycle: need.cycle,
            document: &need.document,
            paragraph: &need.paragraph,
            text: &need.text,
        });
        if !need.is_there {
            if asked.wholes.contains(&whole) {
                gone.push((whole, need.need));
                self.gone.insert(need.need);
            }
            return;
        }
        if asked.wholes.contains(&whole) {
            self.by_whole.entry(whole).or_default().push(need.need);
        }
        if let Some(place) = place.filter(|place| asked.places.contains(place)) {
            self.by_place.entry(place).or_default().push(need.need);
        }
        let mark = LetterPairs::of(&fold(&need.text)).mark();
        let (is_illustrative, articles) = (need.is_illustrative, need.articles);
        let marked = MarkedNeed { need: need.need, is_illustrative, articles, mark };
        self.by_state.entry(number).or_default().push(marked);
    }
}
