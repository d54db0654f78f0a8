//! One object of a schema: a table, a view, an index or a trigger.

use super::sql;

/// One object of a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Object<'a> {
    pub(super) kind: &'a str,
    pub(super) name: &'a str,
    pub(super) table: &'a str,
    /// Its SQL; empty for an object that SQLite makes by itself.
    pub(super) sql: &'a str,
}

impl Object<'_> {
    /// Whether it says the same, however it is spaced, quoted and explained.
    pub(super) fn is_like(&self, other: &Object<'_>) -> bool {
        self.table == other.table && (self.sql == other.sql || sql::same(self.sql, other.sql))
    }
}
