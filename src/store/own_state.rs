//! Seeing one State alone: views that stand before the tables of a connection, so that no query of it, whichever screen,
//! command or list asks, finds a row of another State. A row that is not found cannot be counted, completed or logged.
//!
//! SQLite takes a view of the connection's own before a table of the file with the same name. Statements that write name
//! the table of the file, `main.need`, and so do the few that must see every row to write soundly: the next number, the
//! last moment of the log, the permission of a write.

use rusqlite::Connection;

/// The tables that are narrowed, each with the condition of the rows that are seen; `$` stands for the State.
const NARROWED: &[(&str, &str)] = &[
    ("need", "t.state_id = $"),
    ("review", "t.state_id = $"),
    ("review_step", "EXISTS (SELECT 1 FROM main.review r WHERE r.id = t.review_id AND r.state_id = $)"),
    ("need_article", OF_NEED),
    ("need_chapter", OF_NEED),
    ("need_document", OF_NEED),
    ("need_theme", OF_NEED),
    ("need_activity", OF_NEED),
    ("recommendation", OF_NEED),
    ("comment", OF_NEED),
    ("presence", OF_NEED),
    (
        "tally",
        "t.review_id = 0 AND t.state_id = $
         OR EXISTS (SELECT 1 FROM main.review r WHERE r.id = t.review_id AND r.state_id = $)",
    ),
    (
        "change",
        "CASE t.kind
         WHEN 'need' THEN EXISTS (SELECT 1 FROM main.need n WHERE n.id = t.record AND n.state_id = $)
         WHEN 'review' THEN EXISTS (SELECT 1 FROM main.review r WHERE r.id = t.record AND r.state_id = $)
         WHEN 'state' THEN t.record = $
         WHEN 'person' THEN EXISTS (SELECT 1 FROM main.person p WHERE p.id = t.record AND p.state_id = $)
         WHEN 'comment' THEN EXISTS (SELECT 1 FROM main.comment c JOIN main.need n ON n.id = c.need_id
                                     WHERE c.id = t.record AND n.state_id = $)
         WHEN 'match' THEN EXISTS (SELECT 1 FROM main.need_activity m JOIN main.need n ON n.id = m.need_id
                                   WHERE m.id = t.record AND n.state_id = $)
         WHEN 'view' THEN EXISTS (SELECT 1 FROM temp.saved_view v WHERE v.id = t.record)
         ELSE 1 END",
    ),
    ("batch", "EXISTS (SELECT 1 FROM temp.change c WHERE c.batch_id = t.id)"),
];

/// The condition of a row that belongs to a need.
const OF_NEED: &str =
    "EXISTS (SELECT 1 FROM main.need n WHERE n.id = t.need_id AND n.state_id = $)";

/// Has a connection see one State alone, for the person with this code; no State at all without a number.
pub(super) fn narrow(
    connection: &Connection,
    state: Option<u32>,
    who: &str,
) -> Result<(), rusqlite::Error> {
    // No view may be made while queries alone are allowed.
    let only: bool = connection.pragma_query_value(None, "query_only", |row| row.get(0))?;
    connection.pragma_update(None, "query_only", false)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    // States are numbered from 1.
    let state = state.unwrap_or(0).to_string();
    let name = who.replace('\'', "''");
    view(connection, "saved_view", &format!("t.owner IS NULL OR t.owner = '{name}'"))?;
    for (table, condition) in NARROWED {
        view(connection, table, &condition.replace('$', &state))?;
    }
    connection.pragma_update(None, "query_only", only)?;
    Ok(())
}

fn view(connection: &Connection, table: &str, condition: &str) -> Result<(), rusqlite::Error> {
    connection.execute_batch(&format!(
        "DROP VIEW IF EXISTS temp.\"{table}\";
         CREATE TEMP VIEW \"{table}\" AS SELECT t.* FROM main.\"{table}\" t WHERE {condition}"
    ))
}
