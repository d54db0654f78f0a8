//! The keys by which the needs of a file and of the register are compared. They are hashes with secret beginnings, of
//! 128 bits, so that nobody can make two needs that take each other's place.

use crate::domain::{Cycle, Origin, fold};
use crate::import::{Candidate, StateOf};
use std::hash::{BuildHasher, Hash, RandomState};
use uuid::Uuid;

/// Makes keys; those of one maker can be compared.
#[derive(Debug, Default)]
pub(super) struct KeyMaker {
    halves: [RandomState; 2],
}

/// A key.
pub(super) type Key = u128;

/// The keys of a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NeedKeys {
    /// State, cycle, document, paragraph and text.
    pub(super) whole: Key,
    /// State, cycle, document and paragraph; `None` without a paragraph.
    pub(super) place: Option<Key>,
}

/// What the keys of a need are made from.
#[derive(Clone, Copy, Debug)]
pub(super) struct NeedParts<'a> {
    pub(super) is_illustrative: bool,
    pub(super) state: Option<&'a StateOf>,
    pub(super) cycle: Option<Cycle>,
    pub(super) document: &'a str,
    pub(super) paragraph: &'a str,
    pub(super) text: &'a str,
}

impl<'a> NeedParts<'a> {
    /// The parts of a need of a file; every need of an illustrative register is illustrative.
    pub(super) fn of(candidate: &'a Candidate, is_illustrative: bool) -> Self {
        let value = |code| candidate.value(code).unwrap_or_default();
        let linked = value("document");
        Self {
            is_illustrative: is_illustrative || candidate.origin == Origin::Illustrative,
            state: candidate.state.as_ref(),
            cycle: candidate.review.as_ref().map(|(_, cycle)| *cycle),
            document: if linked.is_empty() { value("document-words") } else { linked },
            paragraph: value("paragraph"),
            text: value("text"),
        }
    }
}

impl KeyMaker {
    fn key(&self, of: impl Hash) -> Key {
        let [first, second] = self.halves.each_ref().map(|half| u128::from(half.hash_one(&of)));
        first << 64 | second
    }

    /// Makes the keys of a need.
    pub(super) fn keys(&self, parts: NeedParts<'_>) -> NeedKeys {
        let state = match parts.state {
            Some(StateOf::Known(number)) => (*number, ""),
            Some(StateOf::Beyond(code)) => (0, *code),
            Some(StateOf::NotNamed) => (0, "?"),
            None => (0, ""),
        };
        let [document, paragraph] = [parts.document, parts.paragraph].map(folded);
        let place = (parts.is_illustrative, state, parts.cycle, &document, &paragraph);
        NeedKeys {
            whole: self.key((place, folded(parts.text))),
            place: (!paragraph.is_empty()).then(|| self.key(place)),
        }
    }
}

/// A text without case, accents and space that differs.
pub(super) fn folded(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The UUID that a file has for a record; `None` for other words.
pub(super) fn uuid_of(candidate: &Candidate) -> Option<[u8; 16]> {
    let uuid = Uuid::try_parse(candidate.uuid.as_deref()?.trim()).ok()?;
    (!uuid.is_nil()).then(|| uuid.into_bytes())
}
