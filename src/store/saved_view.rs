//! Saved views: a screen with its filter and its arrangement, under a name.

use super::records::Row as RecordRow;
use super::{StoreError, decode};
use crate::domain::{Kind, NAME_LIMIT, clean_line};
use crate::fields::RecordField;
use rusqlite::{Connection, Row, params};

/// A saved view. Its parts are text here; the screens give them their meaning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedView {
    /// The row; 0 before it is saved.
    pub id: i64,
    /// Its name; one owner has no two views of one name.
    pub name: String,
    /// Its owner, as the log names people; `None` for everybody's.
    pub owner: Option<String>,
    /// The screen.
    pub screen: String,
    /// The filter, as typed.
    pub filter: String,
    /// The sort order.
    pub sort: String,
    /// The columns.
    pub columns: String,
    /// The grouping of the records.
    pub grouping: String,
    /// `needs`, `states` or `reviews`; empty for needs.
    pub measure: String,
    /// The key that opens it; may be empty.
    pub key: String,
    /// The change since which it is there, 0 where the log has none: a view that comes back is there since then.
    pub since: i64,
}

impl SavedView {
    /// Whether both say the same, whatever their rows and since when.
    pub fn is_like(&self, other: &Self) -> bool {
        Self { id: other.id, since: other.since, ..self.clone() } == *other
    }

    /// This view as it can be kept: foreign bytes cleaned, with a name.
    pub(super) fn cleaned(&self) -> Result<Self, StoreError> {
        let owner = self.owner.as_deref().map(clean_line);
        let measure = if self.measure.is_empty() { "needs" } else { &self.measure };
        let view = Self {
            id: self.id,
            name: clean_line(&self.name),
            screen: clean_line(&self.screen),
            filter: clean_line(&self.filter),
            sort: clean_line(&self.sort),
            columns: clean_line(&self.columns),
            grouping: clean_line(&self.grouping),
            measure: measure.to_owned(),
            key: clean_line(&self.key),
            owner,
            since: self.since,
        };
        match (view.name.as_str(), view.owner.as_deref()) {
            ("", _) => Err(StoreError::Nameless),
            (_, Some("")) => Err(StoreError::Nobody),
            (name, _) if name.chars().nth(NAME_LIMIT).is_some() => Err(StoreError::LongName),
            _ => Ok(view),
        }
    }

    /// The view that stands under the same name and owner, as both are shown: the file may hold them
    /// otherwise.
    pub(super) fn here(&self, connection: &Connection) -> Result<Option<Self>, StoreError> {
        let found = self.find(connection)?;
        Ok(found.filter(|(_, is_there)| *is_there).map(|(view, _)| view))
    }

    /// The number of the record of this name and owner, be it taken out; a new one where there was none yet.
    pub(super) fn number(&self, connection: &Connection) -> Result<u32, StoreError> {
        let found = self.find(connection)?;
        let number = match found {
            Some((view, _)) => view.id,
            // Nothing is ever erased, so that no number comes twice.
            None => connection
                .prepare_cached("SELECT coalesce(max(id), 0) + 1 FROM main.saved_view")?
                .query_row([], |row| row.get(0))?,
        };
        u32::try_from(number).map_err(|_| StoreError::TooLarge)
    }

    /// The view of this name and owner, and whether it is there: the one that was taken out last where none is.
    fn find(&self, connection: &Connection) -> Result<Option<(Self, bool)>, StoreError> {
        let mut statement = connection.prepare_cached(
            "SELECT id, name, owner, screen, filter, sort, columns, grouping, measure, key, 0, void
             FROM saved_view ORDER BY void, name IS NOT ?1, CASE void WHEN 1 THEN -id ELSE id END",
        )?;
        let mut rows = statement.query([&self.name])?;
        while let Some(row) = rows.next()? {
            let view = read(row)?;
            if view.name == self.name && view.owner == self.owner {
                return Ok(Some((view, !row.get::<_, bool>(11)?)));
            }
        }
        Ok(None)
    }

    /// A field as the change log keeps it.
    fn field(&self, field: RecordField) -> Option<&str> {
        let value = match field.code() {
            "name" => &self.name,
            "owner" => return self.owner.as_deref(),
            "screen" => &self.screen,
            "filter" => &self.filter,
            "sort" => &self.sort,
            "columns" => &self.columns,
            "grouping" => &self.grouping,
            "measure" => &self.measure,
            "key" => &self.key,
            _ => return None,
        };
        (!value.is_empty()).then_some(value)
    }

    /// The record of a view as this view has it.
    pub(super) fn over(&self, row: &RecordRow) -> RecordRow {
        let mut row = row.clone();
        for field in RecordField::of(Kind::View) {
            let value = self.field(*field).map(str::to_owned);
            row.set(*field, value.filter(|_| !field.is_itself()).or(there(*field)));
        }
        row
    }
}

/// The value of a record's own presence while it is there; `None` for other fields.
fn there(field: RecordField) -> Option<String> {
    field.is_itself().then(|| RecordField::THERE.to_owned())
}

/// A view that is taken out.
pub(super) fn taken_out(row: &RecordRow) -> RecordRow {
    let mut row = row.clone();
    row.set(RecordField::itself(Kind::View), None);
    row
}

/// Refuses a view whose name and owner another one has by now.
///
/// Errors: [`StoreError::ViewChanged`].
pub(super) fn refuse_taken_name(
    connection: &Connection,
    number: u32,
    row: &RecordRow,
) -> Result<(), StoreError> {
    let field = |code| RecordField::from_code(Kind::View, code).and_then(|field| row.get(field));
    let name = field("name").unwrap_or_default();
    let mut other = connection.prepare_cached(
        "SELECT 1 FROM saved_view WHERE name = ?1 AND owner IS ?2 AND id <> ?3 AND void = 0",
    )?;
    if row.is_there() && other.exists(params![name, field("owner"), number])? {
        return Err(StoreError::ViewChanged(decode::as_name(name)));
    }
    Ok(())
}

/// A view as it stands in a row.
pub(super) fn read(row: &Row) -> rusqlite::Result<SavedView> {
    Ok(SavedView {
        id: row.get(0)?,
        name: decode::name(row, 1)?,
        owner: decode::optional_name(row, 2)?,
        screen: decode::name(row, 3)?,
        filter: decode::line(row, 4)?,
        sort: decode::line(row, 5)?,
        columns: decode::line(row, 6)?,
        grouping: decode::line(row, 7)?,
        measure: decode::name(row, 8)?,
        key: decode::name(row, 9)?,
        since: row.get(10)?,
    })
}
