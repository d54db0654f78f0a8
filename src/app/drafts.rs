//! Notes that were begun and are not written: what they say so far, and whether that is safe.

use crate::store::Draft;
use crate::text::Message;
use std::collections::BTreeMap;

/// One draft a need at most.
#[derive(Debug, Default)]
pub struct Drafts {
    begun: BTreeMap<u32, Begun>,
    /// Whether those that the file has were read before.
    read: bool,
}

#[derive(Debug)]
struct Begun {
    draft: Draft,
    /// Why it could not be saved the last time.
    unsaved: Option<Message>,
}

impl Drafts {
    /// What was begun on a need.
    pub fn get(&self, need: u32) -> Option<&Draft> {
        self.begun.get(&need).map(|begun| &begun.draft)
    }

    /// The needs on which something was begun.
    pub fn needs(&self) -> impl Iterator<Item = u32> {
        self.begun.keys().copied()
    }

    /// Whether those of the file are read for the first time: asked once.
    pub(super) fn at_start(&mut self) -> bool {
        !std::mem::replace(&mut self.read, true)
    }

    /// Takes one that was read from the file, where it is newer than what is here: what was typed a
    /// moment ago may not be in the file yet.
    pub(super) fn read(&mut self, draft: Draft) {
        if self.get(draft.need).is_none_or(|here| here.at < draft.at) {
            self.put(draft);
        }
    }

    /// Puts one in the place of what was there; why that was unsaved still holds.
    pub(super) fn put(&mut self, draft: Draft) {
        let before = self.begun.remove(&draft.need);
        let unsaved = before.and_then(|begun| begun.unsaved);
        self.begun.insert(draft.need, Begun { draft, unsaved });
    }

    /// Takes one out; whether there was one.
    pub(super) fn remove(&mut self, need: u32) -> bool {
        self.begun.remove(&need).is_some()
    }

    /// It could not be saved, or, with no reason, it could after all.
    pub(super) fn tried(&mut self, need: u32, reason: Option<Message>) {
        if let Some(begun) = self.begun.get_mut(&need) {
            begun.unsaved = reason;
        }
    }

    /// Why the draft of a need is only in this program; nothing where it is safe.
    pub(super) fn unsaved(&self, need: u32) -> Option<&Message> {
        self.begun.get(&need)?.unsaved.as_ref()
    }

    /// Those that are only in this program, each with the reason.
    pub fn all_unsaved(&self) -> impl Iterator<Item = (&Draft, &Message)> {
        self.begun.values().filter_map(|begun| Some((&begun.draft, begun.unsaved.as_ref()?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Moment;

    #[test]
    fn what_was_typed_a_moment_ago_goes_before_what_the_file_has() {
        let draft = |text: &str, at| {
            let at = Moment::from_seconds(at);
            Draft { need: 1, text: text.into(), version: 1, at }
        };
        let mut drafts = Drafts::default();
        drafts.read(draft("a", 5));
        drafts.put(draft("abc", 5));
        drafts.read(draft("ab", 5));
        assert_eq!(drafts.get(1).unwrap().text, "abc");
        drafts.read(draft("from another terminal", 6));
        assert_eq!(drafts.get(1).unwrap().text, "from another terminal");
        assert!(drafts.at_start() && !drafts.at_start());
    }
}
