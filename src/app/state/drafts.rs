//! Drafts of notes: their texts so far, and whether they are safe.

use crate::domain::{Moment, NeedNumber};
use crate::store::Draft;
use crate::text::Message;
use std::collections::BTreeMap;

/// The drafts of this session, at most one for a need.
#[derive(Debug, Default)]
pub struct Drafts {
    begun: BTreeMap<NeedNumber, Begun>,
    /// Whether those that the file has were read before.
    read: bool,
}

/// The seconds after which typed text is surely in the file, if it can be saved.
const UNSAVED_SECONDS: i64 = 3;

/// A shorter text may be the beginning of another by chance.
const TYPED_ON: usize = 12;

#[derive(Debug)]
struct Begun {
    draft: Draft,
    /// Why it could not be saved the last time.
    unsaved: Option<Message>,
}

impl Drafts {
    /// The draft of a need.
    pub fn get(&self, need: NeedNumber) -> Option<&Draft> {
        self.begun.get(&need).map(|begun| &begun.draft)
    }

    /// The needs with a draft.
    pub fn needs(&self) -> impl Iterator<Item = NeedNumber> {
        self.begun.keys().copied()
    }

    /// Whether those of the file are read for the first time: asked once.
    pub(in crate::app) fn at_start(&mut self) -> bool {
        !std::mem::replace(&mut self.read, true)
    }

    /// Takes the drafts of the file. The text here goes before the file's own copy of it while it is newer; drafts of
    /// the same person's other sessions are joined to it; and drafts finished there are dropped, but for unsaved and
    /// fresh ones and that of the open need.
    pub(in crate::app) fn read(&mut self, rows: Vec<Draft>, open: Option<NeedNumber>, now: Moment) {
        let fresh = Moment::from_seconds(now.seconds() - UNSAVED_SECONDS);
        let mut of: BTreeMap<NeedNumber, Vec<Draft>> = BTreeMap::new();
        for draft in rows {
            of.entry(draft.need).or_default().push(draft);
        }
        self.begun.retain(|need, begun| {
            let stays = begun.unsaved.is_some() || Some(*need) == open || begun.draft.at >= fresh;
            stays || of.contains_key(need)
        });
        for (need, mut rows) in of {
            rows.sort_by_key(|draft| draft.at);
            let here =
                self.get(need).filter(|here| rows.iter().all(|d| !d.here || d.at <= here.at));
            if let Some(here) = here.cloned() {
                rows.retain(|draft| !draft.here);
                rows.push(Draft { here: true, ..here });
            }
            rows.sort_by_key(|draft| draft.here);
            if let Some(whole) = joined(rows) {
                self.put(whole);
            }
        }
    }

    /// Puts a draft in the place of the last one; why that was unsaved still holds.
    pub(in crate::app) fn put(&mut self, draft: Draft) {
        let before = self.begun.remove(&draft.need);
        let unsaved = before.and_then(|begun| begun.unsaved);
        self.begun.insert(draft.need, Begun { draft, unsaved });
    }

    /// Takes one out; whether there was one.
    pub(in crate::app) fn remove(&mut self, need: NeedNumber) -> bool {
        self.begun.remove(&need).is_some()
    }

    /// Notes why a draft could not be saved, or with `None` that it was saved.
    pub(in crate::app) fn tried(&mut self, need: NeedNumber, reason: Option<Message>) {
        if let Some(begun) = self.begun.get_mut(&need) {
            begun.unsaved = reason;
        }
    }

    /// Gives the reason why a need's draft is not saved; `None` if it is saved.
    pub(in crate::app) fn unsaved(&self, need: NeedNumber) -> Option<&Message> {
        self.begun.get(&need)?.unsaved.as_ref()
    }

    /// The drafts that are only in this program, each with the reason.
    pub fn all_unsaved(&self) -> impl Iterator<Item = (&Draft, &Message)> {
        self.begun.values().filter_map(|begun| Some((&begun.draft, begun.unsaved.as_ref()?)))
    }
}

/// Whether another text contains this one: as whole lines, or as its beginning, with more typed behind it.
fn is_in(text: &str, other: &str) -> bool {
    let typed_on = text.chars().count() >= TYPED_ON && other.starts_with(text);
    typed_on || format!("\n{other}\n").contains(&format!("\n{text}\n"))
}

/// Several drafts of one need as one, in their order, without those contained in another; over the oldest version
/// that one of them has seen.
fn joined(drafts: Vec<Draft>) -> Option<Draft> {
    let mut texts: Vec<&str> = Vec::new();
    for draft in &drafts {
        if texts.iter().any(|text| is_in(&draft.text, text)) {
            continue;
        }
        texts.retain(|text| !is_in(text, &draft.text));
        texts.push(&draft.text);
    }
    let text = texts.join("\n");
    let version = drafts.iter().map(|draft| draft.version).min()?;
    let at = drafts.iter().map(|draft| draft.at).max()?;
    let last = drafts.into_iter().next_back()?;
    Some(Draft { text, version, at, ..last })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment::from_seconds(1_000_000);

    fn draft(text: &str, at: i64, here: bool) -> Draft {
        let at = Moment::from_seconds(at);
        Draft { need: NeedNumber::new(1), text: text.into(), version: 1, at, here }
    }

    fn text(drafts: &Drafts) -> &str {
        drafts.get(NeedNumber::new(1)).map_or("", |draft| &draft.text)
    }

    #[test]
    fn what_was_typed_a_moment_ago_goes_before_what_the_file_has() {
        let mut drafts = Drafts::default();
        drafts.read(vec![draft("a", 5, true)], None, NOW);
        drafts.put(draft("abc", 5, true));
        drafts.read(vec![draft("ab", 5, true)], None, NOW);
        assert_eq!(text(&drafts), "abc");
        assert!(drafts.at_start() && !drafts.at_start());
    }

    #[test]
    fn what_was_begun_in_several_sessions_is_all_there_and_once() {
        let mut drafts = Drafts::default();
        drafts.read(vec![draft("here", 9, true), draft("there", 5, false)], None, NOW);
        assert_eq!(text(&drafts), "there\nhere");
        // taken over and typed on
        drafts.put(draft("there\nhere, and more", 12, true));
        let file = || vec![draft("here", 9, true), draft("there", 5, false)];
        drafts.read(file(), None, NOW);
        assert_eq!(text(&drafts), "there\nhere, and more");
        // the other one goes on
        let file = vec![draft("there\nhere, and more", 12, true), draft("there too", 13, false)];
        drafts.read(file, None, NOW);
        assert_eq!(text(&drafts), "there too\nthere\nhere, and more");
        // and the other way round, typed on from the beginning
        let ended = "there\nhere, and more. The end";
        drafts.put(draft("there\nhere, and more", 14, true));
        drafts.read(vec![draft(ended, 15, false)], None, NOW);
        assert_eq!(text(&drafts), ended);
    }

    #[test]
    fn what_was_finished_in_another_session_is_gone_here() {
        let mut drafts = Drafts::default();
        drafts.read(vec![draft("a", 5, true)], None, NOW);
        drafts.read(Vec::new(), Some(NeedNumber::new(1)), NOW);
        assert_eq!(text(&drafts), "a", "it is being written");
        drafts.read(Vec::new(), None, NOW);
        assert_eq!(text(&drafts), "");
        drafts.put(draft("typed now", NOW.seconds(), true));
        drafts.read(Vec::new(), None, NOW);
        assert_eq!(text(&drafts), "typed now", "it is not in the file yet");
    }
}
