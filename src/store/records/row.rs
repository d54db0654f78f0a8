//! The values of one record, field by field, as the change log writes them.

use crate::domain::{Coded, Kind, Record};
use crate::fields::RecordField;
use std::collections::BTreeMap;

/// A record as it stands in the file, or as a write would make it.
///
/// The row has all fields of its kind; for triage of a need, only the triage fields.
#[derive(Clone, Debug)]
pub(in crate::store) struct Row {
    fields: &'static [RecordField],
    values: Box<[Option<String>]>,
    is_there: bool,
    /// Its version; 0 before it is in the file.
    pub(in crate::store) version: u32,
}

/// A record before and after a write.
pub(in crate::store) type RowChange = (Row, Row);

/// The records that a write changes.
pub(in crate::store) type Rows = BTreeMap<Record, RowChange>;

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        (self.version, self.is_there) == (other.version, other.is_there)
            && self.values == other.values
    }
}

impl Eq for Row {}

impl Row {
    /// Makes an empty row for a new record.
    pub(in crate::store) fn new(kind: Kind) -> Self {
        let fields = RecordField::of(kind);
        let values = vec![None; fields.len()].into_boxed_slice();
        Self { fields, values, is_there: false, version: 0 }
    }

    /// Makes a row with values for these fields, in order.
    pub(super) fn with(
        fields: &'static [RecordField],
        values: Vec<Option<String>>,
        is_there: bool,
        version: u32,
    ) -> Self {
        Self { fields, values: values.into_boxed_slice(), is_there, version }
    }

    /// Gives the fields of the row.
    pub(in crate::store) fn fields(&self) -> &'static [RecordField] {
        self.fields
    }

    /// Whether the record is there: added, and not taken out.
    pub(in crate::store) fn is_there(&self) -> bool {
        self.is_there
    }

    fn place(&self, field: RecordField) -> Option<usize> {
        // Triage rows have an order of their own.
        let place = match field.triage() {
            Some(triage) if !self.fields.first().is_some_and(|first| first.is_itself()) => {
                triage.index()
            }
            _ => field.place(),
        };
        self.fields.get(place).filter(|own| **own == field).map(|_| place)
    }

    /// Gives the value of a field; `None` for "not stated", and for a field outside the row.
    pub(in crate::store) fn get(&self, field: RecordField) -> Option<&str> {
        if field.is_itself() {
            return self.is_there.then_some(RecordField::THERE);
        }
        self.values.get(self.place(field)?)?.as_deref()
    }

    /// Sets the value of a field here, not in the file.
    pub(in crate::store) fn set(&mut self, field: RecordField, value: Option<String>) {
        if field.is_itself() {
            self.is_there = value.is_some();
        } else if let Some(place) = self.place(field) {
            self.values[place] = value;
        }
    }

    /// Gives the fields that differ from `before`. For an added record this is the record itself, which stands for its
    /// first values.
    pub(in crate::store) fn differing(&self, before: &Self) -> Vec<RecordField> {
        let fields = self.fields.iter().copied();
        if before.version == 0 {
            return fields.filter(|field| field.is_itself()).collect();
        }
        fields.filter(|field| before.get(*field) != self.get(*field)).collect()
    }
}
