//! What people keep for themselves: saved views, what was done to them, drafts.

use super::finding::{DRAFT, Finding, Findings, VIEW, VIEW_LOG};
use super::rows::each;
use crate::query::parse;
use crate::store::{SavedView, StoreError};
use rusqlite::Connection;

pub(super) fn look(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    each(connection, "SELECT id, filter FROM saved_view ORDER BY id", |row| {
        let filter = row.get_ref(1)?.as_bytes()?;
        if std::str::from_utf8(filter).map_or(true, |filter| parse(filter).is_err()) {
            let id: i64 = row.get(0)?;
            findings.add(Finding::new(&VIEW).table("saved_view").row(&id.to_string()));
        }
        Ok(())
    })?;
    each(connection, "SELECT id, before, after FROM view_change ORDER BY id", |row| {
        let readable = |column| -> Result<bool, rusqlite::Error> {
            let json = row.get_ref(column)?.as_bytes_or_null()?;
            Ok(json.is_none_or(|json| serde_json::from_slice::<SavedView>(json).is_ok()))
        };
        if !(readable(1)? && readable(2)?) {
            let id: i64 = row.get(0)?;
            findings.add(Finding::new(&VIEW_LOG).table("view_change").row(&id.to_string()));
        }
        Ok(())
    })?;
    let ahead = "SELECT d.need_id FROM draft d JOIN need n ON n.id = d.need_id
                 WHERE d.version > n.version OR d.version < 1 ORDER BY 1";
    each(connection, ahead, |row| {
        findings.add(Finding::new(&DRAFT).table("draft").need(row.get(0)?));
        Ok(())
    })
}
