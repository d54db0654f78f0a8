//! One record with the values of all its fields.

use super::row::Row;
use crate::domain::Record;
use crate::fields::RecordField;
use crate::store::{Store, StoreError};

/// A record with its values in the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeRecord {
    /// The record.
    pub record: Record,
    /// The record's version.
    pub version: u32,
    /// Whether the record is there, not taken out.
    pub is_there: bool,
    /// The fields with a value, and the values as in the change log.
    pub values: Vec<(RecordField, String)>,
}

impl WholeRecord {
    /// Makes a record of its row.
    pub(in crate::store) fn of(record: Record, row: &Row) -> Self {
        let fields = row.fields().iter().copied().filter(|field| !field.is_itself());
        let values = fields.filter_map(|field| Some((field, row.get(field)?.to_owned())));
        let (version, is_there) = (row.version, row.is_there());
        Self { record, version, is_there, values: values.collect() }
    }

    /// Gives the value of a field; `None` for "not stated".
    pub fn value(&self, field: RecordField) -> Option<&str> {
        self.values.iter().find(|(own, _)| *own == field).map(|(_, value)| value.as_str())
    }
}

impl Store {
    /// Reads a record of any kind with all its fields, also one that is taken out.
    ///
    /// Errors: no record of its kind has this number.
    pub fn whole_record(&self, record: Record) -> Result<WholeRecord, StoreError> {
        Ok(WholeRecord::of(record, &Row::read(&self.connection, record)?))
    }
}
