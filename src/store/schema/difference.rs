//! One thing in a schema that is not as this program made it: its sort, its weight and its
//! messages.

use super::object::Object;
use crate::domain::clean_line;
use crate::text::{Arg, Message};

/// A longer name is cut where it is said.
const NAME: usize = 80;

/// A kind of object of a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObjectKind {
    /// A table, or a virtual one.
    Table,
    /// A view.
    View,
    /// An index.
    Index,
    /// A trigger.
    Trigger,
}

impl ObjectKind {
    fn of(kind: &str) -> Self {
        match kind {
            "view" => Self::View,
            "index" => Self::Index,
            "trigger" => Self::Trigger,
            _ => Self::Table,
        }
    }

    /// Its name in every language.
    pub fn word(self) -> Arg {
        let id = match self {
            Self::Table => "schema-table",
            Self::View => "schema-view",
            Self::Index => "schema-index",
            Self::Trigger => "schema-trigger",
        };
        Arg::Named(id.to_owned())
    }
}

/// The weight of a difference for the use of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The file cannot be used.
    Refused,
    /// The file can be read: the added object runs with writes alone, or prevents them.
    ReadingOnly,
    /// The file can be used.
    Remark,
}

/// A way in which an object is different.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Missing,
    Changed,
    Odd,
    Runs,
    Blocks,
    Slow,
    Others,
}

/// An object of a schema that is not as this program made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    what: What,
    kind: ObjectKind,
    name: String,
    table: String,
}

impl Difference {
    fn of(object: &Object<'_>, what: What) -> Self {
        let short = |name: &str| clean_line(name).chars().take(NAME).collect();
        let kind = ObjectKind::of(object.kind);
        Self { what, kind, name: short(object.name), table: short(object.table) }
    }

    /// An object of this program that is missing.
    pub(super) fn missing(object: &Object<'_>) -> Self {
        Self::of(object, What::Missing)
    }

    /// An object of this program that has been changed.
    pub(super) fn changed(object: &Object<'_>) -> Self {
        Self::of(object, What::Changed)
    }

    /// A line of the schema that contradicts itself.
    pub(super) fn odd(object: &Object<'_>) -> Self {
        Self::of(object, What::Odd)
    }

    /// A trigger that this program did not make.
    pub(super) fn trigger(object: &Object<'_>) -> Self {
        Self::of(object, What::Runs)
    }

    /// An index that this program did not make and that calculates values or refuses rows.
    pub(super) fn index_that_runs(object: &Object<'_>) -> Self {
        Self::of(object, What::Runs)
    }

    /// Another program's table that refers to columns of this program's that are no key, so that
    /// SQLite refuses writes to these.
    pub(super) fn table_that_blocks(object: &Object<'_>) -> Self {
        Self::of(object, What::Blocks)
    }

    /// A missing index of this program that only makes it quick.
    pub(super) fn index_missing(object: &Object<'_>) -> Self {
        Self::of(object, What::Slow)
    }

    /// An object that another program or a person added, and that does no harm.
    pub(super) fn others(object: &Object<'_>) -> Self {
        Self::of(object, What::Others)
    }

    /// Its consequence for the use of the file.
    pub fn weight(&self) -> Weight {
        match self.what {
            What::Missing | What::Changed | What::Odd => Weight::Refused,
            What::Runs | What::Blocks => Weight::ReadingOnly,
            What::Slow | What::Others => Weight::Remark,
        }
    }

    /// A stable name of the sort of difference.
    pub fn id(&self) -> &'static str {
        match (self.what, self.kind) {
            (What::Missing, _) => "schema-missing",
            (What::Changed, _) => "schema-changed",
            (What::Odd, _) => "schema-odd",
            (What::Runs, ObjectKind::Trigger) => "schema-trigger",
            (What::Runs, _) => "schema-index",
            (What::Blocks, _) => "schema-reference",
            (What::Slow, _) => "schema-slow",
            (What::Others, _) => "schema-other",
        }
    }

    /// The kind of the object.
    pub fn kind(&self) -> ObjectKind {
        self.kind
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The table that it belongs to.
    pub fn table(&self) -> &str {
        &self.table
    }

    /// The message that states the difference.
    pub fn message(&self) -> Message {
        let id = match (self.what, self.kind) {
            (What::Missing, _) => "check-schema-missing",
            (What::Changed, _) => "check-schema-changed",
            (What::Odd, _) => "check-schema-odd",
            (What::Runs, ObjectKind::Trigger) => "check-schema-trigger",
            (What::Runs, _) => "check-schema-index",
            (What::Blocks, _) => "check-schema-reference",
            (What::Slow, _) => "check-schema-slow",
            (What::Others, _) => "check-schema-other",
        };
        Message::new(id)
            .with("kind", self.kind.word())
            .with("name", &*self.name)
            .with("table", &*self.table)
            .with("is-table", usize::from(self.name == self.table))
    }

    /// The message that advises on it.
    pub fn advice(&self) -> Message {
        Message::new(match (self.what, self.kind) {
            (What::Runs, ObjectKind::Trigger) => "check-do-trigger",
            (What::Runs, _) => "check-do-index",
            (What::Blocks, _) => "check-do-mismatch",
            (What::Slow, _) => "check-do-slow",
            (What::Others, _) => "check-do-nothing",
            _ => "check-do-backup",
        })
    }
}
