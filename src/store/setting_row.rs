//! A setting in the file: its value, its version, its number in the log, and its value on an earlier day.

use super::{StoreError, decode};
use crate::domain::{Coded, OverdueDays, Setting, Weights};
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
    match read.optional()? {
        Some((value, version)) => Ok(SettingRow { setting, value, version }),
        // Registers that are older than the setting have it from its first change on.
        None if setting != Setting::OverdueDays => {
            Ok(SettingRow { setting, value: setting.usual(), version: 1 })
        }
        None => Err(strange(setting)),
    }
}

/// Puts a setting that the file does not have yet in, with its usual value.
pub(super) fn put_usual(connection: &Connection, setting: Setting) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO setting (name, value, id) SELECT ?1, ?2, (SELECT max(id) + 1 FROM setting)
         WHERE NOT EXISTS (SELECT 1 FROM setting WHERE name = ?1)",
        params![setting.code(), setting.usual()],
    )?;
    Ok(())
}

/// How many points each part of the rule of candidates can give.
pub(super) fn candidate_weights(connection: &Connection) -> Result<Weights, StoreError> {
    weights(&row(connection, Setting::CandidateWeights)?.value)
}

/// The weights as they were before a moment; `None` where they have not been changed since.
pub(super) fn candidate_weights_before(
    connection: &Connection,
    moment: i64,
) -> Result<Option<Weights>, StoreError> {
    let before = before(connection, Setting::CandidateWeights, moment)?;
    before.map(|before| weights(&before)).transpose()
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
    let before = before(connection, Setting::OverdueDays, moment)?;
    before.map(|before| days(&before)).transpose()
}

/// The value of a setting as it was before a moment; `None` where it has not been changed since.
fn before(
    connection: &Connection,
    setting: Setting,
    moment: i64,
) -> Result<Option<String>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT c.before FROM change c CROSS JOIN batch b ON b.id = c.batch_id
         WHERE c.kind <> 'need' AND c.kind = 'setting' AND b.at >= ?2
           AND c.record = (SELECT id FROM setting WHERE name = ?1)
         ORDER BY c.id LIMIT 1",
    )?;
    let read = statement.query_row(params![setting.code(), moment], |row| decode::line(row, 0));
    Ok(read.optional()?)
}

fn days(value: &str) -> Result<OverdueDays, StoreError> {
    OverdueDays::read(value).ok_or_else(|| strange(Setting::OverdueDays))
}

fn weights(value: &str) -> Result<Weights, StoreError> {
    Weights::read(value).ok_or_else(|| strange(Setting::CandidateWeights))
}

fn strange(setting: Setting) -> StoreError {
    StoreError::Damaged(None, format!("setting {}", setting.code()))
}
