//! The register before a batch, where fields beside triage were changed since: a copy of the file
//! in which every change from that batch on is taken back, of records of every kind.

use super::{Store, StoreError};
use crate::domain::{Kind, Kinds, NeedNumber, Record};
use crate::fields::table_of;
use crate::query::register::Register;
use crate::store::records::{Row, Rows, Writer, order};
use crate::store::{Access, load, log, own_state, secure, void};
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Duration;

/// Pages that are copied at once.
const STEP: i32 = 4096;

impl Store {
    /// Whether, from a batch on, fields beside the triage of needs were changed: of one need and of
    /// its matches, where one is named.
    pub(super) fn is_beyond_triage(
        &self,
        first: i64,
        need: Option<NeedNumber>,
    ) -> Result<bool, StoreError> {
        if first == i64::MAX {
            return Ok(false);
        }
        if self.has_other_changes(first)? {
            return Ok(true);
        }
        let which = if need.is_some() { "record = ?2" } else { "?2 IS NULL" };
        let mut facts = self.connection.prepare_cached(&format!(
            "SELECT 1 FROM change WHERE {which} AND batch_id >= ?1 AND {}",
            log::facts_of_needs()
        ))?;
        Ok(facts.exists((first, need))?)
    }

    /// Whether, from a batch on, records that the register in memory holds beside needs were changed.
    pub(super) fn has_other_changes(&self, first: i64) -> Result<bool, StoreError> {
        let mut others = self.connection.prepare_cached(&format!(
            "SELECT 1 FROM change WHERE kind <> 'need' AND kind NOT IN ({}) AND batch_id >= ?1",
            log::codes(Kinds::beside_memory())
        ))?;
        Ok(others.exists([first])?)
    }

    /// The whole register as it was before a batch, or the needs that were void then.
    pub(super) fn whole_before(&self, first: i64, void: bool) -> Result<Register, StoreError> {
        let copy = self.copied_before(first)?;
        if void {
            void::read(&copy, self.day, &self.added_since(first)?)
        } else {
            load::whole(&copy, self.kept, self.day)
        }
    }

    /// The needs that were added in a batch or after it: in a copy of before they are taken out, and were never void.
    fn added_since(&self, first: i64) -> Result<BTreeSet<NeedNumber>, StoreError> {
        let mut added = self.connection.prepare_cached(&format!(
            "SELECT record FROM change
             WHERE batch_id >= ?1 AND {} AND field = 'record' AND before IS NULL AND version = 1",
            log::facts_of_needs()
        ))?;
        let added = added.query_map([first], |row| row.get(0))?;
        Ok(added.collect::<Result<_, _>>()?)
    }

    /// The file as it was before a batch, to be read.
    pub(super) fn store_before(&self, first: i64) -> Result<Self, StoreError> {
        let copy = self.copied_before(first)?;
        let mut past = Self::over(copy, &self.path, Access::ReadOnly, None);
        (past.kept, past.day, past.known_then) = (self.kept, self.day, self.known_then);
        past.rights = self.rights.clone();
        Ok(past)
    }

    pub(in crate::store) fn copied_before(&self, first: i64) -> Result<Connection, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        // Without a name it is a file of its own that is gone with the connection.
        let mut copy = secure::connect(Path::new(""), flags)?;
        Backup::new(&self.connection, &mut copy)?.run_to_completion(STEP, Duration::ZERO, None)?;
        let transaction = copy.unchecked_transaction()?;
        take_back(&transaction, first)?;
        transaction.commit()?;
        if let Some((who, state)) = self.seen_state() {
            own_state::narrow(&copy, state, who)?;
        }
        Ok(copy)
    }
}

/// Takes every change from a batch on back, and out of the log.
fn take_back(connection: &Connection, first: i64) -> Result<(), StoreError> {
    let (rows, versions) = rows_before(connection, first)?;
    connection.execute_batch(
        "PRAGMA defer_foreign_keys = ON; DROP TRIGGER change_stays; DROP TRIGGER batch_stays;",
    )?;
    connection.execute("DELETE FROM change WHERE batch_id >= ?1", [first])?;
    connection.execute("DELETE FROM batch WHERE id >= ?1", [first])?;
    let mut writer = Writer::of_past(connection)?;
    let mut changed: Vec<_> = rows.iter().collect();
    changed.sort_by_key(|(record, _)| order(record.kind));
    for (record, change) in changed {
        let fields = change.1.differing(&change.0);
        writer.write(*record, change, &fields)?;
    }
    writer.finish(true)?;
    for (record, version) in versions {
        let sql =
            format!("UPDATE {} SET version = max(?2, 1) WHERE id = ?1", table_of(record.kind));
        connection.prepare_cached(&sql)?.execute((record.number, version))?;
    }
    Ok(())
}

/// The records that were changed from a batch on, each with its row before, and the versions of
/// then.
fn rows_before(
    connection: &Connection,
    first: i64,
) -> Result<(Rows, BTreeMap<Record, u32>), StoreError> {
    let (mut rows, mut versions) = (Rows::new(), BTreeMap::new());
    let mut changes = connection.prepare(
        "SELECT kind, record, field, before, version FROM change WHERE batch_id >= ?1 ORDER BY id DESC",
    )?;
    let mut changes = changes.query([first])?;
    while let Some(change) = changes.next()? {
        let (record, field) = log::named(change, (0, 1, 2))?;
        // Views are no part of a register as it was seen.
        if record.kind == Kind::View {
            continue;
        }
        let (_, then) = match rows.entry(record) {
            Entry::Occupied(row) => row.into_mut(),
            Entry::Vacant(place) => {
                let row = Row::read(connection, record)?;
                place.insert((row.clone(), row))
            }
        };
        then.set(field, super::decode::raw(change, 3)?);
        versions.insert(record, change.get::<_, u32>(4)?.saturating_sub(1));
    }
    Ok((rows, versions))
}
