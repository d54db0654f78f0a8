//! Which needs of the register the needs of a file are: by UUID, else by State, cycle, document, paragraph and text, else
//! by the place alone where one need with a text like it stands there, else likely by State, article and text.

use super::finding::Finding;
use super::known_needs::{Asked, KnownNeeds, MarkedNeed};
use super::row_key::{Key, KeyMaker, NeedKeys, NeedParts, uuid_of};
use crate::domain::{Article, ArticleSet, NeedNumber, Origin, Record, fold};
use crate::import::{Candidate, StateOf};
use crate::query::{LIKELY, LetterPairs, per_cent_alike};
use crate::store::{Store, StoreError};
use std::collections::{HashMap, HashSet};

/// So many per cent two texts at one place have to be alike for the one to be taken for a new wording of the other.
const REWORDED: u8 = 50;

/// The needs of a file while they are matched.
struct Matching<'a> {
    needs: &'a [&'a Candidate],
    keys: Vec<NeedKeys>,
    uuids: Vec<Option<[u8; 16]>>,
    is_illustrative: bool,
    found: Vec<Option<Finding>>,
    /// The need of the register at the same place as one of the file, with another text, and how much it is alike.
    same_place: Vec<Option<(NeedNumber, u8)>>,
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
        same_place: vec![None; needs.len()],
        claimed: HashSet::new(),
    };
    let known = KnownNeeds::read(store, &maker, &matching.asked(), go_on)?;
    matching.by_uuid(&known);
    matching.by_whole(&known, repeats);
    matching.by_place(store, &known)?;
    matching.by_likeness(store, &known, go_on)?;
    let Matching { found, same_place, claimed, .. } = matching;
    let asked = |place: Option<(NeedNumber, u8)>| {
        let free = place.filter(|(need, _)| !claimed.contains(need));
        free.map_or(Finding::New, |(need, per_cent)| {
            Finding::SamePlace(Record::need(need), per_cent)
        })
    };
    let both = found.into_iter().zip(same_place);
    Ok(both.map(|(found, place)| found.unwrap_or_else(|| asked(place))).collect())
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

    /// Whether a need of the file belongs to another State than one of the register, whose State is taken out with it
    /// where it is gone.
    fn is_of_other_state(&self, place: usize, state: u32, is_gone: bool) -> bool {
        match self.needs[place].state {
            Some(StateOf::Known(own)) => own != i64::from(state),
            Some(StateOf::Beyond(_) | StateOf::NotNamed) => !is_gone,
            None => false,
        }
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
            if let Some(of) = known.by_uuid.get(&uuid)
                && (of.is_illustrative || !self.is_made_up(place))
            {
                if self.is_of_other_state(place, of.state, known.gone.contains(&of.need)) {
                    self.found[place] = Some(Finding::OtherState(Record::need(of.need)));
                } else {
                    self.claim(place, of.need, known);
                }
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

    /// Finds needs without a UUID at a place where one need stands in the register and one in the file: the need of the
    /// register takes over the wording where an import made it, the texts are alike, and no article speaks against it.
    ///
    /// Errors: the register cannot be read.
    fn by_place(&mut self, store: &Store, known: &KnownNeeds) -> Result<(), StoreError> {
        let mut count: HashMap<Key, usize> = HashMap::new();
        for place in self.keys.iter().filter_map(|keys| keys.place) {
            *count.entry(place).or_default() += 1;
        }
        for place in 0..self.needs.len() {
            let key = self.keys[place].place.filter(|key| count.get(key) == Some(&1));
            let open = self.found[place].is_none() && self.uuids[place].is_none();
            let (Some(key), true) = (key, open) else { continue };
            let only = match known.by_place.get(&key).map(Vec::as_slice) {
                Some([only]) if !self.claimed.contains(only) => *only,
                _ => continue,
            };
            let text = store.known_text(only)?.unwrap_or_default();
            let own = self.needs[place].value("text").unwrap_or_default();
            let per_cent = per_cent_alike(own, &text);
            if per_cent >= REWORDED
                && self.may_share_articles(place, only, known)
                && store.was_imported(only)?
            {
                self.claim(place, only, known);
            } else {
                self.same_place[place] = Some((only, per_cent));
            }
        }
        Ok(())
    }

    /// Whether a need of the file and one of the register have an article in common, or one of them states none.
    fn may_share_articles(&self, place: usize, other: NeedNumber, known: &KnownNeeds) -> bool {
        let own = articles(self.needs[place]);
        let Some(StateOf::Known(state)) = self.needs[place].state else { return false };
        let of_state = known.by_state.get(&state).map(Vec::as_slice).unwrap_or_default();
        let has_number = |marked: &&MarkedNeed| marked.need == other;
        let theirs = of_state.iter().find(has_number).map(|marked| marked.articles);
        theirs.is_none_or(|theirs| own.is_empty() || theirs.is_empty() || theirs.meets(own))
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
