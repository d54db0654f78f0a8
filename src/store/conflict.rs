//! Conflicts: an edit or undo of a field that another user has changed since, with their messages.

use crate::domain::{Coded, Edit, Moment, Record, TriageField, clean_line};
use crate::fields::RecordField;
use crate::text::{Arg, Message};
use std::collections::BTreeSet;

/// A conflict of an edit: another user changed the field first, and the write is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The record.
    pub record: Record,
    /// The field that the edit would have set.
    pub field: RecordField,
    /// The value in the version that the writer had seen; `None` for "not stated".
    pub before: Option<String>,
    /// The value now.
    pub theirs: Option<String>,
    /// The value that the edit would have set.
    pub mine: Option<String>,
    /// The writer of the field's last change.
    pub by: String,
    /// The moment of that change.
    pub at: Moment,
    /// The version to write over, once the person has seen `theirs`.
    pub version: u32,
}

/// A field that was changed after the batch to be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Later {
    /// The record.
    pub record: Record,
    /// Its name, where it has one: of views and settings.
    pub name: Option<String>,
    /// The field.
    pub field: RecordField,
    /// The field's value now; `None` for "not stated".
    pub value: Option<String>,
    /// The writer of its last change.
    pub by: String,
    /// The moment of that change.
    pub at: Moment,
    /// Whether that change took the record out.
    pub gone: bool,
    /// The code of the theme that was merged with another one by that change, where it moved themes.
    pub merged: Option<String>,
}

/// The first conflict and how many more there are; who wants them all has the list.
pub(super) fn conflict(conflicts: &[Conflict]) -> Message {
    let Some(first) = conflicts.first() else { return Message::new("store-busy") };
    about(first, "store-conflict", "store-record-conflict")
        .with("theirs", named(first.field, first.theirs.as_deref()))
        .with("by", first.by.clone())
        .with("at", first.at.to_string())
        .with("more", conflicts.len() - 1)
}

impl Conflict {
    /// Whether it is that of this edit.
    pub fn is_of(&self, edit: &Edit) -> bool {
        self.record == Record::need(edit.need) && self.field == edit.change.field().into()
    }

    /// The conflict in one line: who changed the field, its values before and after, and the value
    /// that the writer would have put there.
    pub fn message(&self) -> Message {
        about(self, "store-collides", "store-record-collides")
            .with("before", named(self.field, self.before.as_deref()))
            .with("theirs", named(self.field, self.theirs.as_deref()))
            .with("mine", named(self.field, self.mine.as_deref()))
            .with("by", self.by.clone())
            .with("at", self.at.to_string())
            .with("version", self.version.to_string())
    }
}

/// The message about a field of a need, or of another record.
fn about(conflict: &Conflict, of_need: &'static str, of_record: &'static str) -> Message {
    let message = match conflict.record.of_need() {
        Some(need) => Message::new(of_need).with("need", need.to_string()),
        None => Message::new(of_record)
            .with("kind", Arg::Named(format!("record-{}", conflict.record.kind.code())))
            .with("record", conflict.record.number.to_string()),
    };
    message.with("field", Arg::Named(conflict.field.name()))
}

/// A value as a person reads it.
fn named(field: RecordField, code: Option<&str>) -> Arg {
    use TriageField::{Horizon, Priority, Response};
    match (field.triage(), code) {
        (_, None) => Arg::Named("slot-none".to_owned()),
        (Some(field @ (Priority | Horizon | Response)), Some(code)) => {
            Arg::value(field.code(), code)
        }
        (_, Some(code)) => Arg::Words(clean_line(code)),
    }
}

/// The first field in the way, and how many needs by whom there are in all.
pub(super) fn changed_since(later: &[Later]) -> Message {
    let Some(first) = later.first() else { return Message::new("store-busy") };
    let field = first.field;
    if field.triage().is_none() || first.gone {
        return Message::new("store-record-changed-since")
            .with("kind", Arg::Named(format!("record-{}", first.record.kind.code())))
            .with("name", first.name.clone().unwrap_or_else(|| first.record.number.to_string()))
            .with("by", first.by.clone())
            .with("at", first.at.to_string());
    }
    let distinct = |list: Vec<String>| list.into_iter().collect::<BTreeSet<_>>();
    let needs = distinct(later.iter().map(|one| one.record.to_string()).collect()).len();
    let names = distinct(later.iter().map(|one| one.by.clone()).collect());
    Message::new("store-changed-since")
        .with("need", first.record.number.to_string())
        .with("field", Arg::Named(field.name()))
        .with("value", named(field, first.value.as_deref()))
        .with("by", first.by.clone())
        .with("at", first.at.to_string())
        .with("more", later.len() - 1)
        .with("needs", needs)
        .with("names", names.into_iter().collect::<Arg>())
}
