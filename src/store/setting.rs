//! The settings of the register: read with the small tables, written and logged on the one path of all records.

use super::records::{Row, Rows};
use super::setting_row::{self, SettingRow, number, row};
use super::{Store, StoreError};
use crate::domain::{Coded, Kind, Moment, Record, Setting, clean_line};
use crate::fields::RecordField;

/// The result of a change of a setting.
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
            setting_row::put_usual(transaction, setting)?;
            let record = Record { kind: Kind::Setting, number: number(transaction, setting)? };
            let now = SettingRow { value, ..row.clone() };
            let before = Row::read(transaction, record)?;
            let mut after = before.clone();
            for field in RecordField::of(Kind::Setting).iter().filter(|field| !field.is_itself()) {
                after.set(*field, Some(now.value.clone()));
            }
            let rows = Rows::from([(record, (before, after))]);
            let written = self.record(transaction, &who, "", None, &rows)?;
            let now = SettingRow { version: row.version + 1, ..now };
            Ok(SettingWritten { before: row.value, now, clock: written.clock })
        })
    }
}
