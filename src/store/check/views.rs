//! Checks the rows that people keep for themselves: saved views and drafts.

use super::finding::{CheckFinding, DRAFT, Findings, VIEW};
use super::rows::each;
use crate::query::parse;
use crate::store::StoreError;
use rusqlite::Connection;
use std::collections::BTreeMap;

pub(super) fn look(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    each(connection, "SELECT id, filter FROM saved_view WHERE void = 0 ORDER BY id", |row| {
        let filter = row.get_ref(1)?.as_bytes()?;
        if std::str::from_utf8(filter).map_or(true, |filter| parse(filter).is_err()) {
            let id: i64 = row.get(0)?;
            findings.add(CheckFinding::new(&VIEW).table("saved_view").row(&id.to_string()));
        }
        Ok(())
    })?;
    ahead(connection, findings)
}

/// Drafts of a version that their need has not had. The tables are put together here: see [`super::rows`].
pub(super) fn ahead(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let mut of: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    each(connection, "SELECT need_id, version FROM draft", |row| {
        of.entry(row.get(0)?).or_default().push(row.get(1)?);
        Ok(())
    })?;
    if of.is_empty() {
        return Ok(());
    }
    each(connection, "SELECT id, version FROM need ORDER BY id", |row| {
        let (need, version) = (row.get(0)?, row.get(1)?);
        for seen in of.get(&need).into_iter().flatten() {
            if !(1..=version).contains(seen) {
                findings.add(CheckFinding::new(&DRAFT).table("draft").need(need));
            }
        }
        Ok(())
    })
}
