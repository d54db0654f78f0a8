//! What a person is told where somebody else was quicker: with a write, or before an undo.

use super::{Conflict, Later};
use crate::domain::{Coded, TriageField, clean_line};
use crate::text::{Arg, Message};
use std::collections::BTreeSet;

/// The first conflict and how many more there are; who wants them all has the list.
pub(super) fn conflict(conflicts: &[Conflict]) -> Message {
    let Some(first) = conflicts.first() else { return Message::new("store-busy") };
    Message::new("store-conflict")
        .with("need", first.need.to_string())
        .with("field", Arg::field(first.field.code()))
        .with("theirs", named(first.field, first.theirs.as_deref()))
        .with("by", first.by.clone())
        .with("at", first.at.to_string())
        .with("more", conflicts.len() - 1)
}

impl Conflict {
    /// The conflict in one line: who changed the field, from what to what, and what the writer
    /// would have put there.
    pub fn message(&self) -> Message {
        Message::new("store-collides")
            .with("need", self.need.to_string())
            .with("field", Arg::field(self.field.code()))
            .with("before", named(self.field, self.before.as_deref()))
            .with("theirs", named(self.field, self.theirs.as_deref()))
            .with("mine", named(self.field, self.mine.as_deref()))
            .with("by", self.by.clone())
            .with("at", self.at.to_string())
            .with("version", self.version.to_string())
    }
}

/// A value as a person reads it.
fn named(field: TriageField, code: Option<&str>) -> Arg {
    match (field, code) {
        (_, None) => Arg::Named("slot-none".to_owned()),
        (TriageField::Priority | TriageField::Horizon | TriageField::Response, Some(code)) => {
            Arg::value(field.code(), code)
        }
        (_, Some(code)) => Arg::Words(clean_line(code)),
    }
}

/// The first field in the way, and how many needs by whom there are in all.
pub(super) fn changed_since(later: &[Later]) -> Message {
    let Some(first) = later.first() else { return Message::new("store-busy") };
    let distinct = |list: Vec<String>| list.into_iter().collect::<BTreeSet<_>>();
    let needs = distinct(later.iter().map(|one| one.need.to_string()).collect()).len();
    let names = distinct(later.iter().map(|one| one.by.clone()).collect());
    Message::new("store-changed-since")
        .with("need", first.need.to_string())
        .with("field", Arg::field(first.field.code()))
        .with("value", named(first.field, first.value.as_deref()))
        .with("by", first.by.clone())
        .with("at", first.at.to_string())
        .with("more", later.len() - 1)
        .with("needs", needs)
        .with("names", names.into_iter().collect::<Arg>())
}
