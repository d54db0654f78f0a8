//! One record with the values of all its fields.

use super::row::Row;
use crate::domain::Record;
use crate::fields::RecordField;
use crate::store::{Store, StoreError};

/// A record as it stands in the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeRecord {
    /// Which.
    pub record: Record,
    /// Its version.
    pub version: u32,
    /// Whether it is there, and not taken out.
    pub is_there: bool,
    /// Its fields with what they hold, as the change log keeps it: those that hold something.
    pub values: Vec<(RecordField, String)>,
}

impl WholeRecord {
    /// What a field holds; nothing for "not stated".
    pub fn value(&self, field: RecordField) -> Option<&str> {
        self.values.iter().find(|(own, _)| *own == field).map(|(_, value)| value.as_str())
    }
}

impl Store {
    /// Reads a record of any kind with all its fields, also one that is taken out.
    ///
    /// Errors: no record of its kind has this number.
    pub fn whole_record(&self, record: Record) -> Result<WholeRecord, StoreError> {
        let row = Row::read(&self.connection, record)?;
        let fields = row.fields().iter().copied().filter(|field| !field.is_itself());
        let values = fields.filter_map(|field| Some((field, row.get(field)?.to_owned())));
        let (version, is_there) = (row.version, row.is_there());
        Ok(WholeRecord { record, version, is_there, values: values.collect() })
    }
}
