//! Documents: those that needs and activities name by symbol.

use super::table_rows::{optional_coded, rows};
use super::which_rows::Which;
use super::{Store, StoreError, decode, names};
use crate::domain::PartialDate;
use crate::query::register::Document;
use rusqlite::Connection;

/// The details of a document that only its own record shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentDetail {
    /// The row in the database.
    pub id: i64,
    /// The organisation that it is of or for: the row in the database.
    pub body: Option<i64>,
    /// For which of its sessions, where stated.
    pub session: Option<u32>,
    /// A link to read it; may be empty.
    pub link: String,
    /// How many needs come from it.
    pub needs: u32,
    /// The codes of the activities that it publishes.
    pub activities: Vec<String>,
}

/// All documents, in the order of their ids.
pub(super) fn read(connection: &Connection, which: Which) -> Result<Vec<Document>, StoreError> {
    let mut titles = names::read(connection, "document", "title")?;
    let there = which.condition();
    rows(
        connection,
        &format!("SELECT id, symbol, kind, on_date FROM document WHERE {there} ORDER BY id"),
        |row| {
            let on = decode::optional_name(row, 3)?;
            Ok(Document {
                id: row.get(0)?,
                symbol: decode::name(row, 1)?,
                kind: optional_coded(row, 2)?,
                on: on.as_deref().and_then(PartialDate::parse),
                title: titles.remove(&row.get(0)?).unwrap_or_default(),
            })
        },
    )
}

impl Store {
    /// The facts of a document that stand in the file alone; `None` where there is no such
    /// document.
    pub fn document_detail(&self, id: i64) -> Result<Option<DocumentDetail>, StoreError> {
        let activities = rows(
            &self.connection,
            &format!(
                "SELECT code FROM activity
                 WHERE void = 0 AND document = (SELECT symbol FROM document WHERE id = {id}) ORDER BY id"
            ),
            |row| decode::name(row, 0),
        )?;
        let mut statement = self.connection.prepare_cached(
            "SELECT body_id, session, link,
                    (SELECT count(*) FROM need_document l JOIN need n ON n.id = l.need_id
                     WHERE l.document_id = document.id AND n.void = 0)
             FROM document WHERE id = ?1 AND void = 0",
        )?;
        let mut found = statement.query([id])?;
        let Some(row) = found.next()? else { return Ok(None) };
        let (body, session, link, needs) =
            (row.get(0)?, row.get(1)?, decode::line(row, 2)?, row.get(3)?);
        Ok(Some(DocumentDetail { id, body, session, link, needs, activities }))
    }
}
