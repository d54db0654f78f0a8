//! What failures say of conflicts, of files and of differences of the schema.

use super::{Conflict, Difference, Later};
use crate::domain::{Coded, TriageField, clean_line};
use crate::text::{Arg, Message};
use std::collections::BTreeSet;
use std::path::Path;

/// The first conflict and how many more there are; who wants them all has the list.
pub(super) fn conflict(conflicts: &[Conflict]) -> Message {
    let Some(first) = conflicts.first() else { return Message::new("store-busy") };
    let Some(at) = first.at else {
        // Nobody has changed it: the version that was named is not one that it ever had.
        return Message::new("store-other-version")
            .with("need", first.need.to_string())
            .with("version", first.version);
    };
    Message::new("store-conflict")
        .with("need", first.need.to_string())
        .with("field", Arg::field(first.field.code()))
        .with("theirs", named(first.field, first.theirs.as_deref()))
        .with("by", first.by.clone())
        .with("at", at.to_string())
        .with("more", conflicts.len() - 1)
}

impl Conflict {
    /// The conflict in one line: what the writer had seen, what stands there now and since whom,
    /// what the writer would have put there.
    pub fn message(&self) -> Message {
        let id = if self.at.is_some() { "store-collides" } else { "store-unheard-of" };
        Message::new(id)
            .with("need", self.need.to_string())
            .with("field", Arg::field(self.field.code()))
            .with("before", named(self.field, self.before.as_deref()))
            .with("theirs", named(self.field, self.theirs.as_deref()))
            .with("mine", named(self.field, self.mine.as_deref()))
            .with("by", self.by.clone())
            .with("at", self.at.map(|at| at.to_string()).unwrap_or_default())
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
        .with("names", names.into_iter().collect::<Vec<_>>().join(", "))
}

/// The message with this id about a file and another one beside it.
pub(super) fn beside(id: &'static str, path: &Path, other: &Path) -> Message {
    about(id, path).with("other", clean_line(&other.to_string_lossy()))
}

/// The message about a part of the schema that is missing or changed.
pub(super) fn altered(path: &Path, difference: &Difference) -> Message {
    let id = match difference.id() {
        "schema-missing" => "store-altered-missing",
        "schema-changed" => "store-altered-changed",
        _ => "store-altered-odd",
    };
    let about = about(id, path).with("kind", difference.kind().word());
    about.with("name", difference.name())
}

/// The message about a trigger or index that another program added.
pub(super) fn interfered(difference: &Difference) -> Message {
    let id = match difference.id() {
        "schema-trigger" => "store-trigger",
        _ => "store-index",
    };
    Message::new(id).with("name", difference.name()).with("table", difference.table())
}

/// A file's name can hold anything, escape sequences included.
pub(super) fn about(id: &'static str, path: &Path) -> Message {
    Message::new(id).with("file", clean_line(&path.to_string_lossy()))
}
