//! What the register is set to: read with the small tables, changed as everything else is: in a
//! transaction that compares versions and writes down who, when, before and after.

use super::{Store, StoreError, decode};
use crate::domain::{Coded, Moment, OverdueDays, Setting, clean_line};
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
            let (at, clock) = self.moment(transaction)?;
            let version = row.version + 1;
            transaction
                .prepare_cached("UPDATE setting SET value = ?2, version = ?3 WHERE name = ?1")?
                .execute(params![setting.code(), value, version])?;
            transaction
                .prepare_cached(
                    "INSERT INTO setting_change (at, who, name, before, after, version)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                )?
                .execute(params![at, who, setting.code(), row.value, value, version])?;
            let now = SettingRow { setting, value, version };
            Ok(SettingWritten { before: row.value, now, clock })
        })
    }
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
        "SELECT before FROM setting_change WHERE name = ?1 AND at >= ?2 ORDER BY id LIMIT 1",
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
