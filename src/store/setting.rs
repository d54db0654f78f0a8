//! What the register is set to: read with the small tables, written and logged on the one path of all records.

use super::record_row::{Row, Rows};
use super::{Store, StoreError, decode};
use crate::domain::{Coded, Kind, Moment, OverdueDays, Record, Setting, clean_line};
use rusqlite::{Connection, OptionalExtension, params};

/// A setting as it stands in a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingRow {
    /// Which.
    pub setting: Setting,
    /// Its value.
    pub value: String,
    /// Its version, which every change raises.
    pub version: u32,
}

/// What a change of a setting has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingWritten {
    /// The value before.
    pub before: String,
    /// The setting as it stands now.
    pub now: SettingRow,
    /// The moment that was written down, where the clock is behind the change before this one;
    /// nothing also where nothing was changed.
    pub clock: Option<Moment>,
}

impl Store {
    /// All settings, with their versions.
    pub fn settings(&self) -> Result<Vec<SettingRow>, StoreError> {
        let row = |setting: &Setting| row(&self.connection, *setting);
        let rows: Result<_, _> = Setting::ALL.iter().map(row).collect();
        rows.map_err(|error: StoreError| error.at(&self.path))
    }

    /// Sets a setting; a value that it has already is no change and leaves no record.
    ///
    /// Errors: [`StoreError::SettingValue`] for a value that it cannot have,
    /// [`StoreError::SettingChanged`] where it is not at the version that its writer has seen.
    pub fn set(
        &self,
        who: &str,
        setting: Setting,
        typed: &str,
        seen: Option<u32>,
    ) -> Result<SettingWritten, StoreError> {
        let who = clean_line(who);
        if who.is_empty() {
            return Err(StoreError::Nobody);
        }
        let refused = || StoreError::SettingValue(setting, clean_line(typed));
        let value = setting.read(typed).ok_or_else(refused)?;
        self.in_one_write(|transaction| {
            let row = row(transaction, setting)?;
            if let Some(seen) = seen.filter(|seen| *seen != row.version) {
                return Err(StoreError::SettingChanged { setting, now: row.version, seen });
            }
            if row.value == value {
                return Ok(SettingWritten { before: value, now: row, clock: None });
            }
            let record = Record { kind: Kind::Setting, number: number(transaction, setting)? };
            let now = SettingRow { value, ..row.clone() };
            let rows = Rows::from([(record, (Row::Setting(row.clone()), Row::Setting(now.clone())))]);
            let written = self.record(transaction, &who, "", None, &rows)?;
            let now = SettingRow { version: row.version + 1, ..now };
            Ok(SettingWritten { before: row.value, now, clock: written.clock })
        })
    }
}

impl SettingRow {
    /// Reads the setting with a number; an error where there is none.
    pub(super) fn numbered(connection: &Connection, number: u32) -> Result<Self, StoreError> {
        let missing = || StoreError::Damaged(None, format!("setting {number}"));
        let mut statement = connection.prepare_cached("SELECT name FROM setting WHERE id = ?1")?;
        let name = statement.query_row([number], |row| decode::name(row, 0)).optional()?;
        let setting = name.as_deref().and_then(Setting::from_code).ok_or_else(missing)?;
        row(connection, setting)
    }

    /// Writes the value, with the next version, if the setting still has the version that was seen.
    pub(super) fn write(&self, connection: &Connection, seen: u32) -> Result<(), StoreError> {
        let mut statement = connection.prepare_cached(
            "UPDATE setting SET value = ?2, version = version + 1 WHERE name = ?1 AND version = ?3",
        )?;
        let written = statement.execute(params![self.setting.code(), self.value, seen])?;
        if written == 1 { Ok(()) } else { Err(StoreError::Busy) }
    }
}

/// The number by which the log names a setting.
fn number(connection: &Connection, setting: Setting) -> Result<u32, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id FROM setting WHERE name = ?1")?;
    Ok(statement.query_row([setting.code()], |row| row.get(0))?)
}

fn row(connection: &Connection, setting: Setting) -> Result<SettingRow, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT value, version FROM setting WHERE name = ?1")?;
    let read = statement
        .query_row([setting.code()], |row| Ok((decode::line(row, 0)?, row.get::<_, u32>(1)?)));
    let (value, version) = read.optional()?.ok_or_else(|| strange(setting))?;
    Ok(SettingRow { setting, value, version })
}

/// After how many days without a change a need is overdue.
pub(super) fn overdue_days(connection: &Connection) -> Result<OverdueDays, StoreError> {
    days(&row(connection, Setting::OverdueDays)?.value)
}

/// The same as it was before a moment; nothing where it has not been changed since.
pub(super) fn overdue_days_before(
    connection: &Connection,
    moment: i64,
) -> Result<Option<OverdueDays>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT c.before FROM change c CROSS JOIN batch b ON b.id = c.batch_id
         WHERE c.kind <> 'need' AND c.kind = 'setting' AND b.at >= ?2
           AND c.record = (SELECT id FROM setting WHERE name = ?1)
         ORDER BY c.id LIMIT 1",
    )?;
    let read = statement
        .query_row(params![Setting::OverdueDays.code(), moment], |row| decode::line(row, 0));
    read.optional()?.map(|before| days(&before)).transpose()
}

fn days(value: &str) -> Result<OverdueDays, StoreError> {
    OverdueDays::read(value).ok_or_else(|| strange(Setting::OverdueDays))
}

fn strange(setting: Setting) -> StoreError {
    StoreError::Damaged(None, format!("setting {}", setting.code()))
}
