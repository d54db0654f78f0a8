//! The UUIDs and origins of records: the tables that hold them, and giving them to records that are
//! made together with their register. Later records get their UUIDs from the schema
//! (`0011_identity_rules.sql`).

use super::{StoreError, own_day, register_id};
use crate::domain::{Coded, Kind, Origin, RegisterId, reference};
use crate::fields::table_of;
use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Error, Transaction};

/// The table of a kind of record whose rows have a UUID.
pub(super) struct Table {
    /// The kind.
    pub(super) kind: Kind,
    /// The table.
    pub(super) name: &'static str,
    /// The name of a record among its kind, in SQL. Two copies of a register name it alike.
    pub(super) named: &'static str,
}

/// The tables of the records that have a UUID.
pub(super) fn tables() -> impl Iterator<Item = Table> {
    let of = |kind| Some(Table { kind, name: table_of(kind), named: named(kind)? });
    Kind::ALL.iter().filter_map(move |kind| of(*kind))
}

/// The name of a record of a kind in SQL; `None` for settings, which have no UUID: every register has the same ones.
const fn named(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Need
        | Kind::Review
        | Kind::State
        | Kind::Person
        | Kind::Organisation
        | Kind::Activity
        | Kind::Comment => Some("id"),
        Kind::Match => Some("need_id || ' ' || activity_id"),
        Kind::Overlap => Some("first_id || ' ' || second_id"),
        Kind::Theme | Kind::Platform => Some("code"),
        Kind::Document => Some("symbol"),
        Kind::View => Some("coalesce(owner, '') || char(10) || name"),
        Kind::Setting => None,
    }
}

/// The name of the SQL function that derives a UUID while this module works.
const FUNCTION: &str = "record_uuid";

/// Gives the records of a register of an earlier version their UUIDs and origins: the needs,
/// reviews and matches of an illustrative register are made up, the rows of the reference tables
/// are published.
pub(super) fn give_to_older(transaction: &Transaction) -> Result<(), StoreError> {
    let id = register_id::of_older(transaction)?;
    register_id::write(transaction, id)?;
    // Comments and marks came later than UUIDs.
    let is_older = |table: &Table| !matches!(table.kind, Kind::Comment | Kind::Overlap);
    give(transaction, id, tables().filter(is_older))?;
    published(transaction)
}

/// Gives the records of a new register their UUIDs, and says that its reference facts are published.
pub(super) fn give_to_new(connection: &Connection, id: RegisterId) -> Result<(), StoreError> {
    register_id::write(connection, id)?;
    give(connection, id, tables())?;
    published(connection)
}

/// Gives every record the UUID that follows from the register's id, but for needs, which have theirs by now; those
/// who make up a register insert a million of them.
pub(super) fn give_but_to_needs(connection: &Connection, id: RegisterId) -> Result<(), StoreError> {
    register_id::write(connection, id)?;
    give(connection, id, tables().filter(|table| table.kind != Kind::Need))?;
    published(connection)
}

/// The rows of the tables get their UUIDs one after the other: memory stays as it is, however many there are.
fn give(
    connection: &Connection,
    id: RegisterId,
    mut tables: impl Iterator<Item = Table>,
) -> Result<(), StoreError> {
    let illustrative = own_day::illustrative(connection)?;
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DIRECTONLY;
    connection.create_scalar_function(FUNCTION, 2, flags, move |of| {
        let kind = Kind::from_code(&of.get::<String>(0)?);
        let kind = kind.ok_or_else(|| Error::UserFunctionError("no kind of record".into()))?;
        Ok(match of.get_raw(1) {
            ValueRef::Integer(number) => id.record(kind, &number),
            ValueRef::Text(name) => id.record(kind, &String::from_utf8_lossy(name)),
            other => id.record(kind, &format!("{other:?}")),
        })
    })?;
    let given = without_triggers(connection, || {
        tables.try_for_each(|table| {
            let made_up = matches!(table.kind, Kind::Need | Kind::Review | Kind::Match);
            let origin =
                if illustrative && made_up { Origin::Illustrative } else { Origin::Recorded };
            let Table { kind, name, named } = table;
            let kind = kind.code();
            let sql =
                format!("UPDATE {name} SET uuid = {FUNCTION}('{kind}', {named}), origin = ?1");
            Ok(connection.execute(&sql, [origin.code()]).map(drop)?)
        })
    });
    connection.remove_function(FUNCTION, 2)?;
    given
}

/// Does something while no trigger of the schema runs: those that give UUIDs by chance and hold that a record keeps
/// its own. Nothing that other triggers follow may be written meanwhile.
pub(super) fn without_triggers(
    connection: &Connection,
    work: impl FnOnce() -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let setting = DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER;
    connection.set_db_config(setting, false)?;
    let done = work();
    connection.set_db_config(setting, true)?;
    done
}

/// Sets the origin of the rows of the reference tables to "published": the posts too, for the terms
/// of reference of the review mechanism give each State party a focal point.
fn published(connection: &Connection) -> Result<(), StoreError> {
    let origin = Origin::Published.code();
    let mut state = connection.prepare("UPDATE state SET origin = ?1 WHERE iso2 = ?2")?;
    let mut person = connection.prepare("UPDATE person SET origin = ?1 WHERE code = ?2")?;
    for row in reference::states() {
        state.execute([origin, &row.iso2])?;
        person.execute([origin, &format!("fp-{}", row.iso2.to_lowercase())])?;
    }
    for code in reference::advisers().into_iter().map(|row| row.code) {
        person.execute([origin, &code])?;
    }
    person.execute([origin, reference::OFFICER])?;
    let mut organisation =
        connection.prepare("UPDATE organisation SET origin = ?1 WHERE code = ?2")?;
    for row in reference::organisations() {
        organisation.execute([origin, &row.code])?;
    }
    let mut platform = connection.prepare("UPDATE platform SET origin = ?1 WHERE code = ?2")?;
    for row in reference::platforms() {
        platform.execute([origin, &row.code])?;
    }
    let mut document = connection.prepare("UPDATE document SET origin = ?1 WHERE symbol = ?2")?;
    for row in reference::documents() {
        document.execute([origin, &row.symbol])?;
    }
    // The code with the paragraph of another table belongs to an activity entered here.
    let mut activity =
        connection.prepare("UPDATE activity SET origin = ?1 WHERE code = ?2 AND paragraph = ?3")?;
    for row in reference::activities() {
        activity.execute([origin, &row.code, &row.paragraph])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    /// A table with UUIDs that is left out here would have none after an upgrade; one without the index and the
    /// triggers would hold records that share one, change it or have none.
    #[test]
    fn every_table_with_uuids_gives_holds_and_keeps_them() {
        let store = Store::in_memory().unwrap();
        let names = |sql: &str| -> Vec<String> {
            let mut statement = store.connection.prepare(sql).unwrap();
            statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
        };
        let with = "SELECT t.name FROM sqlite_schema t, pragma_table_info(t.name) c
                    WHERE t.type = 'table' AND c.name = 'uuid' ORDER BY 1";
        let mut known: Vec<&str> = tables().map(|table| table.name).collect();
        known.sort_unstable();
        assert_eq!(names(with), known);
        for table in known {
            let rules = format!(
                "SELECT type || ' ' || name FROM sqlite_schema WHERE tbl_name = '{table}' AND name GLOB '*uuid*'
                 ORDER BY name"
            );
            let [index, given, stays] =
                [("index", ""), ("trigger", "_given"), ("trigger", "_stays")]
                    .map(|(kind, rest)| format!("{kind} {table}_uuid{rest}"));
            assert_eq!(names(&rules), [index, given, stays]);
        }
    }
}
