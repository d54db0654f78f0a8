//! A setting in the file: its value, its version, its number in the log, and its value on an earlier day.

use super::{StoreError, decode};
use crate::domain::{Coded, OverdueDays, Setting};
use rusqlite::{Connection, OptionalExtension, params};

/// A setting as it stands in a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingRow {
    /// The setting.
    pub setting: Setting,
    /// Its value.
    pub value: String,
    /// Its version, which every change raises.
    pub version: u32,
}

/// Finds the setting with a number.
///
/// Errors: [`StoreError::Damaged`] if no setting has this number.
pub(super) fn numbered(connection: &Connection, number: u32) -> Result<Setting, StoreError> {
    let missing = || StoreError::Damaged(None, format!("setting {number}"));
    let mut statement = connection.prepare_cached("SELECT name FROM setting WHERE id = ?1")?;
    let name = statement.query_row([number], |row| decode::name(row, 0)).optional()?;
    name.as_deref().and_then(Setting::from_code).ok_or_else(missing)
}

/// The number by which the log names a setting.
pub(super) fn number(connection: &Connection, setting: Setting) -> Result<u32, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id FROM setting WHERE name = ?1")?;
    Ok(statement.query_row([setting.code()], |row| row.get(0))?)
}

/// A setting as it stands in the file.
pub(super) fn row(connection: &Connection, setting: Setting) -> Result<SettingRow, StoreError> {
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

/// The number of days as it was before a moment; `None` where it has not been changed since.
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
