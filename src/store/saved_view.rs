//! Saved views: a screen with its filter and its arrangement, under a name.

use super::{StoreError, decode};
use crate::domain::{Coded, NAME_LIMIT, RecordField, ViewField, clean_line};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// A saved view. What the parts mean, the screens know; here they are text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedView {
    /// The row; 0 before it is saved.
    pub id: i64,
    /// Its name; one owner has no two views of one name.
    pub name: String,
    /// Whose view it is, as the log names people; `None` for everybody's.
    pub owner: Option<String>,
    /// The screen.
    pub screen: String,
    /// The filter, as typed.
    pub filter: String,
    /// The sort order.
    pub sort: String,
    /// The columns.
    pub columns: String,
    /// What the records are grouped by.
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

    /// The same as it can be kept: foreign bytes cleaned, with a name.
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
                .prepare_cached("SELECT coalesce(max(id), 0) + 1 FROM saved_view")?
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
    fn field(&self, field: ViewField) -> Option<&str> {
        let value = match field {
            ViewField::Name => &self.name,
            ViewField::Owner => return self.owner.as_deref(),
            ViewField::Screen => &self.screen,
            ViewField::Filter => &self.filter,
            ViewField::Sort => &self.sort,
            ViewField::Columns => &self.columns,
            ViewField::Grouping => &self.grouping,
            ViewField::Measure => &self.measure,
            ViewField::Key => &self.key,
        };
        (!value.is_empty()).then_some(value)
    }
}

/// A view as a record: whether it is there, its fields, its version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ViewRow {
    is_there: bool,
    values: [Option<String>; ViewField::ALL.len()],
    /// Its version; 0 before it is in the file.
    pub(super) version: u32,
}

impl ViewRow {
    /// Reads the view with a number; an error where there was never one.
    pub(super) fn read(connection: &Connection, number: u32) -> Result<Self, StoreError> {
        let missing = || StoreError::Damaged(None, format!("view {number}"));
        Self::known(connection, number)?.ok_or_else(missing)
    }

    /// The same; nothing where there was never one.
    pub(super) fn known(connection: &Connection, number: u32) -> Result<Option<Self>, StoreError> {
        // The columns of the fields are called as their codes are.
        let mut statement = connection.prepare_cached(
            "SELECT name, owner, screen, filter, sort, columns, grouping, measure, key, version, void
             FROM saved_view WHERE id = ?1",
        )?;
        let row = statement.query_row([number], |row| {
            let mut values = [const { None }; ViewField::ALL.len()];
            for (place, value) in values.iter_mut().enumerate() {
                *value = decode::raw(row, place)?.filter(|value| !value.is_empty());
            }
            let (version, void): (u32, bool) = (row.get(9)?, row.get(10)?);
            Ok(Self { is_there: !void, values, version })
        });
        Ok(row.optional()?)
    }

    /// The same record as this view has it.
    pub(super) fn becoming(&self, view: &SavedView) -> Self {
        let values = std::array::from_fn(|place| {
            ViewField::at(place).and_then(|field| view.field(field)).map(str::to_owned)
        });
        Self { is_there: true, values, version: self.version }
    }

    /// The same record taken out.
    pub(super) fn taken_out(&self) -> Self {
        Self { is_there: false, ..self.clone() }
    }

    /// The same at another version.
    pub(super) fn at_version(&self, version: u32) -> Self {
        Self { version, ..self.clone() }
    }

    /// Whether both are there and hold the same, or neither is there.
    pub(super) fn says_what(&self, other: &Self) -> bool {
        self.is_there == other.is_there && (!self.is_there || self.values == other.values)
    }

    /// The value of a field, as the change log keeps it.
    pub(super) fn get(&self, field: RecordField) -> Option<&str> {
        match field {
            RecordField::Itself => self.is_there.then_some(RecordField::THERE),
            RecordField::View(field) => self.values[field.index()].as_deref(),
            RecordField::Need(_) | RecordField::Value => None,
        }
    }

    /// Sets the value of a field here, not in the file.
    pub(super) fn set(&mut self, field: RecordField, value: Option<String>) {
        match field {
            RecordField::Itself => self.is_there = value.is_some(),
            RecordField::View(field) => self.values[field.index()] = value,
            RecordField::Need(_) | RecordField::Value => {}
        }
    }
}

/// Writes a view, whole and with the next version, if it still has the version that was seen: 0 for a new one.
///
/// Errors: [`StoreError::ViewChanged`] where another view has its name by now.
pub(super) fn write(
    connection: &Connection,
    number: u32,
    seen: u32,
    row: &ViewRow,
) -> Result<(), StoreError> {
    let value = |field: ViewField| row.values[field.index()].as_deref();
    let text = |field: ViewField| value(field).unwrap_or_default();
    let (name, owner) = (text(ViewField::Name), value(ViewField::Owner));
    let mut other = connection.prepare_cached(
        "SELECT 1 FROM saved_view WHERE name = ?1 AND owner IS ?2 AND id <> ?3 AND void = 0",
    )?;
    if row.is_there && other.exists(params![name, owner, number])? {
        return Err(StoreError::ViewChanged(decode::as_name(name)));
    }
    let mut statement = connection.prepare_cached(
        "INSERT INTO saved_view (id, name, owner, screen, filter, sort, columns, grouping, measure,
                                 key, version, void)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11 + 1, ?12)
         ON CONFLICT (id) DO UPDATE SET
           name = excluded.name, owner = excluded.owner, screen = excluded.screen,
           filter = excluded.filter, sort = excluded.sort, columns = excluded.columns,
           grouping = excluded.grouping, measure = excluded.measure, key = excluded.key,
           version = excluded.version, void = excluded.void
         WHERE saved_view.version = ?11",
    )?;
    let written = statement.execute(params![
        number,
        name,
        owner,
        text(ViewField::Screen),
        text(ViewField::Filter),
        text(ViewField::Sort),
        text(ViewField::Columns),
        text(ViewField::Grouping),
        text(ViewField::Measure),
        text(ViewField::Key),
        seen,
        !row.is_there,
    ])?;
    if written == 1 { Ok(()) } else { Err(StoreError::Busy) }
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
