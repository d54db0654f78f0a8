//! Notes that were begun and are not written: what they say so far, and whether that is safe.

use crate::store::Draft;
use crate::text::Message;
use std::collections::BTreeMap;

/// One draft a need at most.
#[derive(Debug, Default)]
pub struct Drafts(BTreeMap<u32, Begun>);

#[derive(Debug)]
struct Begun {
    draft: Draft,
    /// Why it could not be saved the last time.
    unsaved: Option<Message>,
}

impl Drafts {
    /// What was begun on a need.
    pub fn get(&self, need: u32) -> Option<&Draft> {
        self.0.get(&need).map(|begun| &begun.draft)
    }

    /// Puts one in the place of what was there; why that was unsaved still holds.
    pub(super) fn put(&mut self, draft: Draft) {
        let before = self.0.remove(&draft.need);
        let unsaved = before.and_then(|begun| begun.unsaved);
        self.0.insert(draft.need, Begun { draft, unsaved });
    }

    /// Takes one out; whether there was one.
    pub(super) fn remove(&mut self, need: u32) -> bool {
        self.0.remove(&need).is_some()
    }

    /// It could not be saved, or, with no reason, it could after all.
    pub(super) fn tried(&mut self, need: u32, reason: Option<Message>) {
        if let Some(begun) = self.0.get_mut(&need) {
            begun.unsaved = reason;
        }
    }

    /// Why the draft of a need is only in this program; nothing where it is safe.
    pub(super) fn unsaved(&self, need: u32) -> Option<&Message> {
        self.0.get(&need)?.unsaved.as_ref()
    }

    /// Those that are only in this program, each with the reason.
    pub fn all_unsaved(&self) -> impl Iterator<Item = (&Draft, &Message)> {
        self.0.values().filter_map(|begun| Some((&begun.draft, begun.unsaved.as_ref()?)))
    }
}
