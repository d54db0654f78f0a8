//! The messages of failures: of files, of other programs, of differences of the schema.

use super::conflict::{changed_since, conflict};
use super::{Difference, StoreError};
use crate::domain::{Coded, Kind, NAME_LIMIT, NOTES_LIMIT, OverdueDays, Setting, clean_line};
use crate::text::{Arg, Message};
use std::fmt;
use std::path::Path;

impl StoreError {
    /// The message of the error: the cause, the state of the data and the advice. Every error is named here, so that one
    /// without a message does not compile.
    pub fn message(&self) -> Message {
        match self {
            Self::Missing(path) => about("store-missing", path),
            Self::Directory(path) => about("store-directory", path),
            Self::NoPermission(path) => about("store-no-permission", path),
            Self::Exists(path) => about("store-exists", path),
            Self::CannotMake(path, detail) => {
                about("store-cannot-make", path).with("detail", clean_line(detail))
            }
            Self::Empty(path) => about("store-empty", path),
            Self::NoDatabase(path) => about("store-no-database", path),
            Self::Foreign(path) => about("store-foreign", path),
            Self::Newer(path, found, known) => versions("store-newer", path, *found, *known),
            Self::Older(path, found, known) => versions("store-older", path, *found, *known),
            Self::Damaged(Some(path), detail) => {
                about("store-damaged", path).with("detail", clean_line(detail))
            }
            Self::Damaged(None, detail) => detailed("store-damaged-now", detail),
            Self::Altered(path, difference) => altered(path, difference),
            Self::Interfered(difference) => interfered(difference),
            Self::PendingLog(path) => about("store-pending-log", path),
            Self::CutOff(Some(path)) => about("store-cut-off", path),
            Self::CutOff(None) => Message::new("store-cut-off-now"),
            Self::Busy => Message::new("store-busy"),
            Self::Held(holder) => holder.told(Message::new("store-held")),
            Self::GivenUp(None) => Message::new("store-given-up-unseen"),
            Self::GivenUp(Some(holder)) => holder.told(Message::new("store-given-up")),
            Self::Full => Message::new("store-full"),
            Self::ReadOnly => Message::new("store-read-only"),
            Self::Gone(path) => about("store-gone", path),
            Self::Replaced(path, None) => about("store-replaced", path),
            Self::Replaced(path, Some(log)) => beside("store-replaced-log", path, log),
            Self::NotWritable(entry) => entry.about("store-not-writable"),
            Self::Companion(path, companion) => beside("store-companion", path, companion),
            Self::NoRegularFile(path, other) => beside("store-no-regular-file", path, other),
            Self::ForeignLog(path, log) => beside("store-foreign-log", path, log),
            Self::Link(path) => about("store-link", path),
            Self::InUse(path) => about("store-in-use", path),
            Self::SameFile(path) => about("store-same-file", path),
            Self::WriteRefused(detail) => detailed("store-write-refused", detail),
            Self::Archive(fault) => fault.message(),
            Self::TooLarge => Message::new("store-too-large"),
            Self::ChangedMeanwhile => Message::new("store-changed-meanwhile"),
            Self::Conflict(conflicts) => conflict(conflicts),
            Self::ChangedSince(later) => changed_since(later),
            Self::Circle(need) => Message::new("store-circle").with("need", need.to_string()),
            Self::UnknownBatch(batch) => {
                Message::new("store-unknown-batch").with("batch", batch.to_string())
            }
            Self::Nobody => Message::new("store-nobody"),
            Self::LongNotes => Message::new("store-long-notes").with("limit", NOTES_LIMIT),
            Self::LongName => Message::new("store-long-name").with("limit", NAME_LIMIT),
            Self::Nameless => Message::new("store-nameless"),
            Self::ViewChanged(name) => {
                Message::new("store-view-changed").with("name", clean_line(name))
            }
            Self::SettingValue(setting, value) => of_setting(*setting, value),
            Self::NotIllustrative(path) => about("store-not-illustrative", path),
            Self::Stopped => Message::new("store-stopped"),
            Self::OldLibrary(version) => {
                Message::new("store-old-library").with("version", version.clone())
            }
            Self::Other(detail) => detailed("store-other", detail),
            Self::IntoItself(_)
            | Self::PartOf(..)
            | Self::HasMatch(..)
            | Self::UnknownNeed(_)
            | Self::Void(..)
            | Self::NoSuchVersion { .. }
            | Self::UnknownPerson(_)
            | Self::UnknownRecord(..)
            | Self::Referred(..)
            | Self::Taken(..)
            | Self::FieldValue(..)
            | Self::Required(_)
            | Self::GivenOnce(_)
            | Self::Fixed(_)
            | Self::Refused(_)
            | Self::StepBefore(..)
            | Self::StepAhead(..)
            | Self::Rule(..)
            | Self::StateName(..)
            | Self::OwnReviewer(_)
            | Self::Retired(..)
            | Self::HasQueue(..)
            | Self::HasNeeds(..)
            | Self::MayNot(..)
            | Self::OnlyOfficers(..)
            | Self::SettingChanged { .. } => self.of_record(),
            Self::NotInRole { .. }
            | Self::OtherName { .. }
            | Self::OnlyAdministrators(_)
            | Self::NoSession(_)
            | Self::ManySessions { .. }
            | Self::KeyTaken(..)
            | Self::RoleRaised { .. }
            | Self::AlreadyUndone { .. }
            | Self::NotYours { .. } => self.of_role(),
        }
    }

    /// The message of an error about a record to be written; of roles and sessions, that of [`Self::of_role`].
    fn of_record(&self) -> Message {
        match self {
            Self::NoSuchVersion { record, version, named } => match record.of_need() {
                Some(need) => Message::new("store-no-such-version").with("need", need.to_string()),
                None => Message::new("store-record-no-such-version")
                    .with("kind", kind(record.kind.code()))
                    .with("record", record.number.to_string()),
            }
            .with("version", version.to_string())
            .with("named", named.to_string()),
            Self::UnknownNeed(need) => {
                Message::new("store-unknown-need").with("need", need.to_string())
            }
            Self::Void(record, voided) => Message::new(match voided.reason.as_str() {
                "" => "store-void-without-reason",
                _ => "store-void",
            })
            .with("kind", kind(record.kind.code()))
            .with("record", record.number.to_string())
            .with("by", voided.who.as_str())
            .with("at", voided.at.day().to_string())
            .with("reason", clean_line(&voided.reason)),
            Self::OwnReviewer(field) => {
                Message::new("store-own-reviewer").with("field", Arg::Named(field.name()))
            }
            Self::Retired(code, until) => Message::new("store-retired")
                .with("code", clean_line(code))
                .with("until", until.as_str()),
            Self::HasQueue(code, needs) => {
                Message::new("store-has-queue").with("code", clean_line(code)).with("count", *needs)
            }
            Self::HasNeeds(review, needs) => Message::new("store-has-needs")
                .with("review", review.number.to_string())
                .with("count", *needs),
            Self::MayNot(who, record) => Message::new("store-may-not")
                .with("who", clean_line(who))
                .with("kind", kind(record.kind.code()))
                .with("record", record.number.to_string()),
            Self::OnlyOfficers(who, setting) => only_officers(who, *setting),
            Self::UnknownPerson(code) => {
                Message::new("store-unknown-person").with("code", clean_line(code))
            }
            Self::UnknownRecord(what, name) => Message::new("store-unknown-record")
                .with("kind", kind(what))
                .with("name", clean_line(name)),
            Self::Referred(record, by) => Message::new("store-referred")
                .with("kind", kind(record.kind.code()))
                .with("record", record.number.to_string())
                .with(
                    "by",
                    by.iter().map(|(kind, count)| said(so_many(*kind, *count))).collect::<Arg>(),
                )
                .with("count", by.iter().map(|(_, count)| count).sum::<usize>()),
            Self::Taken(record, void, name) => {
                Message::new(if *void { "store-taken-out" } else { "store-taken" })
                    .with("kind", kind(record.kind.code()))
                    .with("record", name.arg())
            }
            Self::FieldValue(field, value) => Message::new("store-field-value")
                .with("field", Arg::Named(field.name()))
                .with("value", clean_line(value)),
            Self::Required(fields) => {
                Message::new("store-required").with("count", fields.len()).with(
                    "fields",
                    fields.iter().map(|field| Arg::Named(field.name())).collect::<Arg>(),
                )
            }
            Self::GivenOnce(field) => {
                Message::new("store-given-once").with("field", Arg::Named(field.name()))
            }
            Self::Fixed(of) => Message::new("store-fixed").with("kind", kind(of.code())),
            Self::StepBefore(step, follows) => Message::new("store-step-before")
                .with("step", Arg::Named(step.name()))
                .with("follows", Arg::Named(follows.name())),
            Self::StepAhead(step, date) => Message::new("store-step-ahead")
                .with("step", Arg::Named(step.name()))
                .with("date", date.as_str()),
            Self::Rule(field, rule) => {
                Message::new(rule.message_id()).with("field", Arg::Named(field.name()))
            }
            Self::StateName(field, name, other) => Message::new("store-state-name")
                .with("field", Arg::Named(field.name()))
                .with("name", clean_line(name))
                .with("other", clean_line(other)),
            Self::IntoItself(record) => Message::new("store-into-itself")
                .with("kind", kind(record.kind.code()))
                .with("record", record.number.to_string()),
            Self::PartOf(need, into) => Message::new("store-part-of")
                .with("need", need.to_string())
                .with("into", into.to_string()),
            Self::HasMatch(need, activity) => Message::new("store-has-match")
                .with("need", need.to_string())
                .with("activity", clean_line(activity)),
            Self::SettingChanged { setting, now, seen } => Message::new("store-setting-changed")
                .with("name", setting.code())
                .with("now", now.to_string())
                .with("seen", seen.to_string()),
            Self::Refused(rule) => Message::new("store-refused").with("rule", clean_line(rule)),
            _ => self.of_role(),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(f)
    }
}

/// The name of a kind of record.
fn kind(code: &str) -> Arg {
    Arg::Named(format!("record-{code}"))
}

/// The message with this id about a file and another one beside it.
fn beside(id: &'static str, path: &Path, other: &Path) -> Message {
    about(id, path).with("other", clean_line(&other.to_string_lossy()))
}

/// The message about a part of the schema that is missing or changed.
fn altered(path: &Path, difference: &Difference) -> Message {
    let id = match difference.id() {
        "schema-missing" => "store-altered-missing",
        "schema-changed" => "store-altered-changed",
        _ => "store-altered-odd",
    };
    let about = about(id, path).with("kind", difference.kind().word());
    about.with("name", difference.name())
}

/// The message about another program's object that keeps this one from writing.
fn interfered(difference: &Difference) -> Message {
    let id = match difference.id() {
        "schema-trigger" => "store-trigger",
        "schema-reference" => "store-reference",
        _ => "store-index",
    };
    Message::new(id).with("name", difference.name()).with("table", difference.table())
}

/// A message about a file whose schema has another version than the newest one that this program knows.
fn versions(id: &'static str, path: &Path, found: i64, known: i64) -> Message {
    about(id, path).with("found", found.to_string()).with("known", known.to_string())
}

/// The message with this id about what the system or the library has said.
fn detailed(id: &'static str, detail: &str) -> Message {
    Message::new(id).with("detail", clean_line(detail))
}

/// A file's name can hold anything, escape sequences included.
fn about(id: &'static str, path: &Path) -> Message {
    Message::new(id).with("file", clean_line(&path.to_string_lossy()))
}

/// The message about a setting that somebody else than an officer would change.
fn only_officers(who: &str, setting: Setting) -> Message {
    let message = Message::new("store-only-officers").with("who", clean_line(who));
    message.with("setting", setting.code())
}

/// The message about a value that a setting cannot have.
fn of_setting(setting: Setting, value: &str) -> Message {
    let message = match setting {
        Setting::OverdueDays => Message::new("store-setting-value")
            .with("least", OverdueDays::LEAST.to_string())
            .with("most", OverdueDays::MOST.to_string()),
        Setting::CandidateWeights => {
            Message::new("store-setting-weights").with("usual", setting.usual())
        }
    };
    message.with("name", setting.code()).with("value", clean_line(value))
}

/// So many records of a kind, in words.
pub fn so_many(kind: Kind, count: usize) -> Message {
    let id = match kind {
        Kind::Need => "so-many-needs",
        Kind::Review => "so-many-reviews",
        Kind::State => "so-many-states",
        Kind::Person => "so-many-people",
        Kind::Organisation => "so-many-organisations",
        Kind::Activity => "so-many-activities",
        Kind::Platform => "so-many-platforms",
        Kind::Match => "so-many-matches",
        Kind::Overlap => "so-many-overlaps",
        Kind::Theme => "so-many-themes",
        Kind::Document => "so-many-documents",
        Kind::Comment => "so-many-comments",
        Kind::View => "so-many-views",
        Kind::Setting => "so-many-settings",
    };
    Message::new(id).with("count", count)
}

fn said(message: Message) -> Arg {
    Arg::Said(Box::new(message))
}
