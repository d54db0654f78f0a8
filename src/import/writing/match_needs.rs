//! Which needs of the register the needs of a file are: by UUID, else by State, cycle, document, paragraph and text, else
//! by the place alone where one need stands there, else likely by State, article and text.

use super::finding::Finding;
use super::known_needs::{Asked, KnownNeeds};
use super::row_key::{Key, KeyMaker, NeedKeys, NeedParts, uuid_of};
use crate::domain::{Article, ArticleSet, NeedNumber, Origin, Record, fold};
use crate::import::{Candidate, StateOf};
use crate::query::{LIKELY, LetterPairs};
use crate::store::{Store, StoreError};
use std::collections::{HashMap, HashSet};

/// The needs of a file while they are matched.
struct Matching<'a> {
    needs: &'a [&'a Candidate],
    keys: Vec<NeedKeys>,
    uuids: Vec<Option<[u8; 16]>>,
    is_illustrative: bool,
    found: Vec<Option<Finding>>,
    /// The needs of the register that a need of the file is.
    claimed: HashSet<NeedNumber>,
}

/// Gives what each need of a file is. With `repeats` a need that the file says twice is two needs; `go_on` is asked now
/// and then.
///
/// Errors: [`StoreError::Stopped`]; the register cannot be read.
pub(super) fn match_needs(
    store: &Store,
    needs: &[&Candidate],
    repeats: bool,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<Vec<Finding>, StoreError> {
    let maker = KeyMaker::default();
    let is_illustrative = store.is_illustrative()?;
    let parts = |need: &&Candidate| maker.keys(NeedParts::of(need, is_illustrative));
    let mut matching = Matching {
        needs,
        keys: needs.iter().map(parts).collect(),
        uuids: needs.iter().map(|need| uuid_of(need)).collect(),
        is_illustrative,
        found: vec![None; needs.len()],
        claimed: HashSet::new(),
    };
    let known = KnownNeeds::read(store, &maker, &matching.asked(), go_on)?;
    matching.by_uuid(&known);
    matching.by_whole(&known, repeats);
    matching.by_place(&known);
    matching.by_likeness(store, &known, go_on)?;
    Ok(matching.found.into_iter().map(|found| found.unwrap_or(Finding::New)).collect())
}

impl Matching<'_> {
    fn asked(&self) -> Asked {
        let state = |need: &&Candidate| match need.state {
            Some(StateOf::Known(number)) => Some(number),
            _ => None,
        };
        Asked {
            uuids: self.uuids.iter().copied().flatten().collect(),
            wholes: self.keys.iter().map(|keys| keys.whole).collect(),
            places: self.keys.iter().filter_map(|keys| keys.place).collect(),
            states: self.needs.iter().filter_map(state).collect(),
        }
    }

    fn is_made_up(&self, place: usize) -> bool {
        self.is_illustrative || self.needs[place].origin == Origin::Illustrative
    }

    fn claim(&mut self, place: usize, need: NeedNumber, known: &KnownNeeds) {
        self.claimed.insert(need);
        let record = Record::need(need);
        let is_gone = known.gone.contains(&need);
        self.found[place] =
            Some(if is_gone { Finding::Gone(record) } else { Finding::Known(record) });
    }

    /// Finds the needs whose UUID the register has, and those whose UUID the file has twice. A made-up need is never
    /// one that is real.
    fn by_uuid(&mut self, known: &KnownNeeds) {
        let mut first: HashMap<[u8; 16], usize> = HashMap::new();
        for place in 0..self.needs.len() {
            let Some(uuid) = self.uuids[place] else { continue };
            if let Some(earlier) = first.get(&uuid) {
                self.found[place] = Some(Finding::Repeated(*earlier));
                continue;
            }
            first.insert(uuid, place);
            if let Some((need, is_illustrative)) = known.by_uuid.get(&uuid)
                && (*is_illustrative || !self.is_made_up(place))
            {
                self.claim(place, *need, known);
            }
        }
    }

    /// Finds needs without a UUID that the register, or the file before them, has in every part; as often as the register
    /// has them.
    fn by_whole(&mut self, known: &KnownNeeds, repeats: bool) {
        let mut seen: HashMap<Key, usize> = HashMap::new();
        for place in 0..self.needs.len() {
            let whole = self.keys[place].whole;
            if self.uuids[place].is_some() {
                continue;
            }
            if let Some(first) = seen.get(&whole).filter(|_| !repeats) {
                self.found[place] = Some(Finding::Repeated(*first));
                continue;
            }
            seen.insert(whole, place);
            let free = known.by_whole.get(&whole).into_iter().flatten();
            let free = free.copied().find(|need| !self.claimed.contains(need));
            if let Some(need) = free {
                self.claim(place, need, known);
            }
        }
    }

    /// Finds needs without a UUID at a place where one need stands in the register and one in the file.
    fn by_place(&mut self, known: &KnownNeeds) {
        let mut count: HashMap<Key, usize> = HashMap::new();
        for place in self.keys.iter().filter_map(|keys| keys.place) {
            *count.entry(place).or_default() += 1;
        }
        for place in 0..self.needs.len() {
            let key = self.keys[place].place.filter(|key| count.get(key) == Some(&1));
            let open = self.found[place].is_none() && self.uuids[place].is_none();
            let (Some(key), true) = (key, open) else { continue };
            if let Some([only]) = known.by_place.get(&key).map(Vec::as_slice)
                && !self.claimed.contains(only)
            {
                self.claim(place, *only, known);
            }
        }
    }

    /// Finds the need of the same State, with an article in common, whose text is likely the same.
    fn by_likeness(
        &mut self,
        store: &Store,
        known: &KnownNeeds,
        go_on: &mut dyn FnMut() -> bool,
    ) -> Result<(), StoreError> {
        for place in 0..self.needs.len() {
            if place % 256 == 0 && !go_on() {
                return Err(StoreError::Stopped);
            }
            let need = self.needs[place];
            let Some(StateOf::Known(state)) = need.state else { continue };
            let (None, Some(others)) = (self.found[place], known.by_state.get(&state)) else {
                continue;
            };
            let articles = articles(need);
            let pairs = LetterPairs::of(&fold(need.value("text").unwrap_or_default()));
            let mark = pairs.mark();
            let mut best: Option<(u8, NeedNumber)> = None;
            for other in others {
                if !other.articles.meets(articles)
                    || other.is_illustrative != self.is_made_up(place)
                    || !mark.may_be_alike(&other.mark, LIKELY)
                    || self.claimed.contains(&other.need)
                {
                    continue;
                }
                let text = store.known_text(other.need)?.unwrap_or_default();
                let per_cent = pairs.per_cent_alike(&LetterPairs::of(&fold(&text)));
                if per_cent >= LIKELY && best.is_none_or(|(most, _)| per_cent > most) {
                    best = Some((per_cent, other.need));
                }
            }
            let likely = |(per_cent, need)| Finding::Likely(Record::need(need), per_cent);
            self.found[place] = best.map(likely);
        }
        Ok(())
    }
}

/// The articles of a need of a file.
fn articles(need: &Candidate) -> ArticleSet {
    let numbers = need.value("article").unwrap_or_default().split("; ");
    numbers.filter_map(|number| number.parse().ok().and_then(Article::new)).collect()
}
