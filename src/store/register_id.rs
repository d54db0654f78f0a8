//! The register's own id, a row of `meta`: from it follow the UUIDs of the records that are made together with the
//! register.
//!
//! The id is another row than that of the line of copies ([`super::identity`]), since the two are asked for different
//! things. That one says whether a file may take the place of another under an open program: a restored backup must
//! not, so restoring renews it, and a sample has none until it is written to. This one says that a record of one file
//! is a record of another: a restored backup has the same records, and the needs of a sample are the same in every
//! copy of it, so it is made with the register and never changes.

use super::{StoreError, decode};
use crate::domain::RegisterId;
use rusqlite::{Connection, OptionalExtension};

/// The row of `meta` that holds it.
pub(super) const KEY: &str = "id";

/// The first entry of the log, with its moment, its person and the need that it is about: two registers that were
/// made apart have different ones, and copies of one have the same.
const FIRST_ENTRY: &str = "
  SELECT concat_ws(char(10), b.at, b.who, c.record, c.field, coalesce(c.before, ''), coalesce(c.after, ''), n.text)
  FROM change c JOIN batch b ON b.id = c.batch_id JOIN need n ON n.id = c.record
  WHERE c.kind = 'need' ORDER BY b.id, c.id LIMIT 1";

/// The needs as the register began with them, where nothing has been changed in it.
const NEEDS: &str =
    "SELECT concat_ws(char(10), id, coalesce(review_id, 0), text) FROM need ORDER BY id";

/// The id that the file holds; an error where it holds none.
pub(super) fn read(connection: &Connection) -> Result<RegisterId, StoreError> {
    let mut value = connection.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
    let id = value.query_row([KEY], |row| decode::raw(row, 0)).optional()?.flatten();
    let strange = || StoreError::Damaged(None, format!("meta.{KEY}"));
    id.and_then(|id| RegisterId::parse(&id)).ok_or_else(strange)
}

/// Writes the id of a register into its file.
pub(super) fn write(connection: &Connection, id: RegisterId) -> Result<(), StoreError> {
    let mut insert =
        connection.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)")?;
    insert.execute([KEY, &id.to_string()])?;
    Ok(())
}

/// An id by chance.
pub(super) fn by_chance(connection: &Connection) -> Result<RegisterId, StoreError> {
    let bytes = connection.query_row("SELECT randomblob(16)", [], |row| row.get(0))?;
    Ok(RegisterId::by_chance(bytes))
}

/// The id of a register of an earlier version: from the first entry of its log, else from its
/// needs, else from the line of copies that it belongs to. One by chance where nothing tells it
/// from others.
pub(super) fn of_older(connection: &Connection) -> Result<RegisterId, StoreError> {
    let first = connection.query_row(FIRST_ENTRY, [], |row| decode::raw(row, 0)).optional()?;
    if let Some(first) = first.flatten() {
        return Ok(RegisterId::of(&format!("begun\n{first}")));
    }
    let mut id = None;
    let mut needs = connection.prepare(NEEDS)?;
    let mut needs = needs.query([])?;
    while let Some(row) = needs.next()? {
        let need = decode::raw(row, 0)?.unwrap_or_default();
        id = Some(id.unwrap_or_else(|| RegisterId::of("holding")).and(&need));
    }
    if let Some(id) = id {
        return Ok(id);
    }
    let line = super::identity::Identity::read(connection)?.register;
    line.map_or_else(
        || by_chance(connection),
        |line| Ok(RegisterId::of(&format!("copied\n{line}"))),
    )
}
