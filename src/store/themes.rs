//! Themes in the file: free tags, so that a name which nobody has used yet makes a new one.

use super::{StoreError, column};
use crate::domain::{Change, ThemeNames, fold};
use rusqlite::{Connection, OptionalExtension, params};

/// The change with each theme under the name by which the file knows it, in whatever spelling of
/// case and accents and in whichever language it came, and with the post under the code that the file
/// has, which may be shown otherwise.
pub(super) fn known_names(connection: &Connection, change: &Change) -> Result<Change, StoreError> {
    let known = |name: &String| known_name(connection, name);
    Ok(match change {
        Change::Themes(names) => Change::Themes(names.iter().map(known).collect::<Result<_, _>>()?),
        Change::AddTheme(name) => Change::AddTheme(known(name)?),
        Change::RemoveTheme(name) => Change::RemoveTheme(known(name)?),
        Change::FocalPoint(Some(code)) => Change::FocalPoint(Some(known_code(connection, code)?)),
        other => other.clone(),
    })
}

fn known_name(connection: &Connection, name: &str) -> Result<String, StoreError> {
    let mut exact = connection.prepare_cached("SELECT name_en FROM theme WHERE name_en = ?1")?;
    if let Some(found) = exact.query_row([name], |row| column::raw(row, 0)).optional()? {
        return Ok(found.unwrap_or_default());
    }
    let mut all = connection.prepare_cached("SELECT name_en, name_zh FROM theme ORDER BY id")?;
    let mut rows = all.query([])?;
    let wanted = fold(name);
    while let Some(row) = rows.next()? {
        let (en, zh) = (column::name(row, 0)?, column::name(row, 1)?);
        if fold(&en) == wanted || (!zh.is_empty() && fold(&zh) == wanted) {
            return Ok(column::raw(row, 0)?.unwrap_or_default());
        }
    }
    Ok(name.to_owned())
}

fn known_code(connection: &Connection, code: &str) -> Result<String, StoreError> {
    let mut exact = connection.prepare_cached("SELECT 1 FROM person WHERE code = ?1")?;
    if exact.exists([code])? {
        return Ok(code.to_owned());
    }
    let mut all = connection.prepare_cached("SELECT code FROM person ORDER BY id")?;
    let mut rows = all.query([])?;
    while let Some(row) = rows.next()? {
        if column::name(row, 0)? == code {
            return Ok(column::raw(row, 0)?.unwrap_or_default());
        }
    }
    Ok(code.to_owned())
}

/// Makes the themes of a need the ones that the log names. The log says so, therefore the number
/// of unlogged changes stays what it was.
pub(super) fn link(
    connection: &Connection,
    need: u32,
    code: Option<&str>,
) -> Result<(), StoreError> {
    let unlogged = unlogged(connection)?;
    connection.prepare_cached("DELETE FROM need_theme WHERE need_id = ?1")?.execute([need])?;
    let mut make = connection
        .prepare_cached("INSERT INTO theme (name_en) VALUES (?1) ON CONFLICT DO NOTHING")?;
    let mut link = connection.prepare_cached(
        "INSERT INTO need_theme (need_id, theme_id)
         VALUES (?1, (SELECT id FROM theme WHERE name_en = ?2))",
    )?;
    for name in ThemeNames::read(code).iter() {
        make.execute([name])?;
        link.execute(params![need, name])?;
    }
    connection.prepare_cached("UPDATE unlogged SET number = ?1")?.execute([unlogged])?;
    Ok(())
}

/// How often needs or their links were changed without a line in the log.
pub(super) fn unlogged(connection: &Connection) -> Result<i64, StoreError> {
    let mut statement = connection.prepare_cached("SELECT number FROM unlogged")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}
