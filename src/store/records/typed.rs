//! Reading a typed value of a field into the form of the log.

use super::json_rows;
use super::table_columns::Columns;
use crate::domain::{Change, Kind, Record};
use crate::fields::{RecordField, Stored};
use crate::store::themes::Names;
use crate::store::{StoreError, merge, setting_row};
use rusqlite::Connection;

/// A typed value of a field.
pub(super) struct Typed<'v> {
    pub(super) record: Record,
    pub(super) field: RecordField,
    pub(super) value: Option<&'v str>,
}

impl Typed<'_> {
    /// Reads the value into the form of the log; `now` is the value that the field has.
    pub(super) fn read(
        &self,
        (connection, names, columns): (&Connection, &mut Names<'_>, &mut Columns<'_>),
        now: Option<&str>,
    ) -> Result<Option<String>, StoreError> {
        let Self { record, field, value } = *self;
        let strange = || StoreError::FieldValue(field, value.unwrap_or_default().to_owned());
        if field.kind() != record.kind || field.is_itself() {
            return Err(strange());
        }
        if let Some(triage) = field.triage() {
            let stated = value.filter(|value| !value.trim().is_empty());
            let change = Change::of(triage, stated).ok_or_else(strange)?;
            merge::refuse_long(&change)?;
            return Ok(names.known(&change)?.over(now));
        }
        if record.kind == Kind::Setting {
            let setting = setting_row::numbered(connection, record.number)?;
            let value = value.unwrap_or_default();
            let refused = || StoreError::SettingValue(setting, value.to_owned());
            return setting.read(value).ok_or_else(refused).map(Some);
        }
        let read = field.value().read(value.unwrap_or_default()).ok_or_else(strange)?;
        let Some(value) = read else { return Ok(None) };
        match field.stored() {
            Stored::Rows(side, cells) => {
                let columns = columns.of(side.table)?;
                json_rows::typed(side, cells, &columns, &value).map_err(|_| strange())
            }
            _ => Ok(Some(value)),
        }
    }
}
