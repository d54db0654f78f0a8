//! Themes in the file: free tags, so that a name which nobody has used yet makes a new one.

use super::{StoreError, decode, names};
use crate::domain::{Change, Coded, Kind, NeedNumber, ThemeNames, fold};
use crate::text::UNSTATED;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::HashMap;

/// The names by which the file knows themes and posts, each looked up once.
pub(super) struct Names<'c> {
    connection: &'c Connection,
    known: HashMap<String, String>,
    codes: HashMap<String, String>,
}

impl<'c> Names<'c> {
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self { connection, known: HashMap::new(), codes: HashMap::new() }
    }

    /// The change with each theme under the name by which the file knows it, in whatever spelling of
    /// case and accents and in whichever language it came, and with the post under the code that the
    /// file has, which may be shown otherwise.
    pub(super) fn known(&mut self, change: &Change) -> Result<Change, StoreError> {
        Ok(match change {
            Change::Themes(names) => {
                let known = names.iter().map(|name| self.name(name));
                Change::Themes(known.collect::<Result<_, _>>()?)
            }
            Change::AddTheme(name) => Change::AddTheme(self.name(name)?),
            Change::RemoveTheme(name) => Change::RemoveTheme(self.name(name)?),
            Change::FocalPoint(Some(code)) => Change::FocalPoint(Some(self.code(code)?)),
            other => other.clone(),
        })
    }

    fn code(&mut self, code: &str) -> Result<String, StoreError> {
        if let Some(known) = self.codes.get(code) {
            return Ok(known.clone());
        }
        let known = known_code(self.connection, code)?;
        self.codes.insert(code.to_owned(), known.clone());
        Ok(known)
    }

    fn name(&mut self, name: &str) -> Result<String, StoreError> {
        if let Some(known) = self.known.get(name) {
            return Ok(known.clone());
        }
        let known = known_name(self.connection, name)?;
        self.known.insert(name.to_owned(), known.clone());
        Ok(known)
    }
}

fn known_name(connection: &Connection, name: &str) -> Result<String, StoreError> {
    let mut exact = connection.prepare_cached("SELECT code FROM theme WHERE code = ?1")?;
    if let Some(found) = exact.query_row([name], |row| decode::raw(row, 0)).optional()? {
        return Ok(found.unwrap_or_default());
    }
    let mut all = connection.prepare_cached(
        "SELECT t.code, coalesce(n.text, '') FROM theme t
         LEFT JOIN name n ON n.kind = 'theme' AND n.record = t.id AND n.field = 'name'
         WHERE t.void = 0 ORDER BY t.id",
    )?;
    let mut rows = all.query([])?;
    let wanted = fold(name);
    while let Some(row) = rows.next()? {
        let named = [decode::name(row, 0)?, decode::name(row, 1)?];
        if named.iter().any(|own| !own.is_empty() && fold(own) == wanted) {
            return Ok(decode::raw(row, 0)?.unwrap_or_default());
        }
    }
    Ok(name.to_owned())
}

fn known_code(connection: &Connection, code: &str) -> Result<String, StoreError> {
    let mut exact =
        connection.prepare_cached("SELECT 1 FROM person WHERE code = ?1 AND void = 0")?;
    if exact.exists([code])? {
        return Ok(code.to_owned());
    }
    let mut all =
        connection.prepare_cached("SELECT code FROM person WHERE void = 0 ORDER BY id")?;
    let mut rows = all.query([])?;
    while let Some(row) = rows.next()? {
        if decode::name(row, 0)? == code {
            return Ok(decode::raw(row, 0)?.unwrap_or_default());
        }
    }
    Ok(code.to_owned())
}

/// Makes the themes of needs the ones that the log names.
pub(super) struct Linker<'c> {
    connection: &'c Connection,
    ids: HashMap<String, i64>,
    /// Whether needs may have themes that are taken out.
    with_gone: bool,
}

impl<'c> Linker<'c> {
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self { connection, ids: HashMap::new(), with_gone: false }
    }

    /// Lets needs have themes that are taken out, as they do in a copy of before both were added.
    pub(super) fn with_gone(self) -> Self {
        Self { with_gone: true, ..self }
    }

    /// Links a need that has the themes of one code of the log with those of another.
    pub(super) fn link(
        &mut self,
        need: NeedNumber,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<(), StoreError> {
        let (before, after) = (ThemeNames::read(before), ThemeNames::read(after));
        let has = |names: &ThemeNames, name: &str| names.iter().any(|other| other == name);
        for name in before.iter().filter(|name| !has(&after, name)) {
            let mut gone = self.connection.prepare_cached(
                "DELETE FROM main.need_theme
                 WHERE need_id = ?1 AND theme_id = (SELECT id FROM theme WHERE code = ?2)",
            )?;
            gone.execute(params![need, name])?;
        }
        for name in after.iter().filter(|name| !has(&before, name)) {
            let theme = self.theme(name)?;
            let mut link = self.connection.prepare_cached(
                "INSERT INTO main.need_theme (need_id, theme_id) VALUES (?1, ?2)",
            )?;
            link.execute(params![need, theme])?;
        }
        Ok(())
    }

    /// The theme with this name; it is created where it is missing.
    fn theme(&mut self, name: &str) -> Result<i64, StoreError> {
        if let Some(id) = self.ids.get(name) {
            return Ok(*id);
        }
        let made = self
            .connection
            .prepare_cached("INSERT INTO theme (code) VALUES (?1) ON CONFLICT DO NOTHING")?
            .execute([name])?;
        let mut known =
            self.connection.prepare_cached("SELECT id, void FROM theme WHERE code = ?1")?;
        let (id, void) = known.query_row([name], |row| Ok((row.get(0)?, row.get(1)?)))?;
        if void && !self.with_gone {
            return Err(StoreError::UnknownRecord(Kind::Theme.code(), name.to_owned()));
        }
        if made > 0 {
            // Nobody has said in which language it was typed.
            names::add(self.connection, ("theme", id), "name", &[(UNSTATED, name)].into())?;
        }
        self.ids.insert(name.to_owned(), id);
        Ok(id)
    }
}

/// How often needs or their links were changed without a line in the log.
pub(super) fn unlogged(connection: &Connection) -> Result<i64, StoreError> {
    let mut statement = connection.prepare_cached("SELECT number FROM unlogged")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}
