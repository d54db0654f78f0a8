//! Compares the schema of a file with the one that this program makes.
//!
//! Everything in a schema can run: a trigger with every write, a view or a generated column
//! with every reading, an index on an expression with both. So a file is used only as far as its
//! schema is known, and added objects are named.

mod difference;
mod known;
mod object;
mod pages;
mod sql;

pub use difference::{Difference, ObjectKind, Weight};

use super::{Access, Store, StoreError, identity, migrate};
use known::Known;
use object::Object;
use rusqlite::Connection;
use std::path::Path;

/// Tables that Litestream keeps in a database which it copies.
const LITESTREAM: [&str; 2] = ["_litestream_seq", "_litestream_lock"];

/// All differences between the schema of a file and the known schema of this version, the most
/// serious first.
pub(super) fn compare(
    connection: &Connection,
    version: i64,
) -> Result<Vec<Difference>, StoreError> {
    let (older, of_older);
    let known = if version == super::SCHEMA_VERSION {
        known::newest()
    } else {
        older = known::older(version)?;
        of_older = older.known();
        &of_older
    };
    let found = known::read(connection)?;
    let mut found: Vec<Object<'_>> = found.iter().map(known::Row::object).collect();
    found.sort_unstable();
    let mut differences = missing_or_changed(known, &found);
    let others: Vec<&Object<'_>> =
        found.iter().filter(|object| known.get(object.kind, object.name).is_none()).collect();
    // A foreign table that refers to the program's is changed with them, and its triggers run.
    let linked = others.iter().any(|o| o.kind == "table" && sql::mentions(o.sql, known.tables()));
    differences.extend(others.iter().filter_map(|object| added(object, known, linked)));
    for table in others.iter().filter(|o| o.kind == "table" && sql::mentions(o.sql, known.tables()))
    {
        if refers_to_no_key(connection, table.name)? {
            differences.push(Difference::table_that_blocks(table));
        }
    }
    // A missing table before its indexes, whose names say less.
    differences.sort_by_key(|d| (d.weight(), d.kind() != ObjectKind::Table));
    Ok(differences)
}

/// The objects of this program that are missing or have been changed, among those of a file in order.
fn missing_or_changed(known: &Known<'_>, found: &[Object<'_>]) -> Vec<Difference> {
    let mut differences = Vec::new();
    for object in known.objects() {
        let place = found.partition_point(|o| (o.kind, o.name) < (object.kind, object.name));
        let here = found.get(place).filter(|o| o.kind == object.kind && o.name == object.name);
        let unique =
            object.kind == "index" && (object.sql.is_empty() || sql::is_unique(object.sql));
        match here {
            Some(here) if here.is_like(object) => {}
            Some(here) if object.kind == "index" && !unique => {
                differences.push(if sql::is_plain_index(here.sql) {
                    Difference::index_missing(object)
                } else {
                    Difference::index_that_runs(here)
                });
            }
            Some(_) => differences.push(Difference::changed(object)),
            None if object.kind == "index" && !unique => {
                differences.push(Difference::index_missing(object));
            }
            None => differences.push(Difference::missing(object)),
        }
    }
    differences
}

/// Whether a table refers to columns that are no key: then SQLite refuses to change the table that it
/// refers to.
fn refers_to_no_key(connection: &Connection, table: &str) -> Result<bool, StoreError> {
    let sql = format!("PRAGMA main.foreign_key_check(\"{}\")", table.replace('"', "\"\""));
    match connection.prepare(&sql).map(drop).map_err(StoreError::from) {
        Ok(()) => Ok(false),
        Err(StoreError::Other(said)) if said.starts_with("foreign key mismatch") => Ok(true),
        Err(error) => Err(error),
    }
}

/// The difference that an object makes which this program did not create; `None` where it is known
/// to be harmless (of SQLite or Litestream).
fn added(object: &Object<'_>, known: &Known<'_>, linked: bool) -> Option<Difference> {
    if object.sql.is_empty() {
        // SQLite's own, for the table that it belongs to.
        let own = object.kind == "index" && object.name.starts_with("sqlite_autoindex_");
        return (!own).then(|| Difference::odd(object));
    }
    if !sql::makes(object.sql, object.kind, object.name) {
        return Some(Difference::odd(object));
    }
    if object.name.starts_with("sqlite_") && object.kind == "table" {
        return None;
    }
    if LITESTREAM.contains(&object.name) && object.kind == "table" {
        return None;
    }
    let on_ours = sql::mentions(object.sql, known.tables())
        || known.tables().iter().any(|table| table.eq_ignore_ascii_case(object.table));
    Some(match object.kind {
        "trigger" if on_ours || linked => Difference::trigger(object),
        "index" if on_ours && !sql::is_plain_index(object.sql) => {
            Difference::index_that_runs(object)
        }
        _ => Difference::others(object),
    })
}

/// Whether a file has the newest schema and nothing else, as its pages of this size say. False also where that cannot
/// be told so.
pub(super) fn is_plainly_newest(real: &Path, page: u32) -> bool {
    let Some(found) = pages::read(real, page) else { return false };
    let mut found: Vec<Object<'_>> = found.iter().map(known::Row::object).collect();
    found.sort_unstable();
    let known = known::newest().objects();
    let is_known = |(one, other): (&Object<'_>, &Object<'_>)| {
        (one.kind, one.name) == (other.kind, other.name) && one.is_like(other)
    };
    found.len() == known.len() && found.iter().zip(known).all(is_known)
}

/// The tables of the newest schema that this program writes.
pub(super) fn tables() -> Vec<&'static str> {
    let known = known::newest();
    let tables = known.objects().iter().filter(|object| object.kind == "table");
    tables.map(|object| object.name).filter(|name| !name.starts_with("sqlite_")).collect()
}

/// The rules of each of these tables, in SQL.
pub(super) fn rules() -> Vec<(&'static str, Vec<&'static str>)> {
    let known = known::newest();
    let tables = known.objects().iter().filter(|object| object.kind == "table");
    let rules = tables.map(|object| (object.name, sql::rules(object.sql)));
    rules.filter(|(_, rules)| !rules.is_empty()).collect()
}

/// Refuses a file whose schema is not one that can be used: at all, or for writing.
pub(super) fn accept(
    connection: &Connection,
    path: &Path,
    version: i64,
    access: Access,
) -> Result<Option<Difference>, StoreError> {
    let Some(first) = compare(connection, version)?.into_iter().next() else { return Ok(None) };
    match first.weight() {
        Weight::Refused => Err(StoreError::Altered(path.to_owned(), first)),
        Weight::ReadingOnly if access == Access::ReadWrite => Err(StoreError::Interfered(first)),
        Weight::ReadingOnly => Ok(Some(first)),
        Weight::Remark => Ok(None),
    }
}

impl Store {
    /// Refuses to go on if the schema was changed since the last comparison, be it by a newer program. Called inside the
    /// transaction that is about to read or write.
    pub(super) fn same_schema(&self, access: Access) -> Result<(), StoreError> {
        let now = identity::schema(&self.connection)?;
        if self.schema.get() == Some(now) {
            return Ok(());
        }
        migrate::refuse_unknown(&self.path, migrate::version(&self.connection)?)?;
        accept(&self.connection, &self.path, super::SCHEMA_VERSION, access)?;
        // A look before reading says nothing of writing.
        if access == self.access {
            self.schema.set(Some(now));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
