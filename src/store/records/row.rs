//! The values of one record, field by field, as the change log writes them.

use crate::domain::{Coded, Kind, Record};
use crate::fields::RecordField;
use std::collections::BTreeMap;

/// A record as it stands in the file, or as a write would have it.
///
/// The row has all fields of its kind, or of a need in triage only those that triage sets.
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
    /// A record of a kind that is not in the file yet.
    pub(in crate::store) fn new(kind: Kind) -> Self {
        let fields = RecordField::of(kind);
        let values = vec![None; fields.len()].into_boxed_slice();
        Self { fields, values, is_there: false, version: 0 }
    }

    /// A record with values for these fields, in their order.
    pub(super) fn with(
        fields: &'static [RecordField],
        values: Vec<Option<String>>,
        is_there: bool,
        version: u32,
    ) -> Self {
        Self { fields, values: values.into_boxed_slice(), is_there, version }
    }

    /// The fields that it has.
    pub(in crate::store) fn fields(&self) -> &'static [RecordField] {
        self.fields
    }

    /// Whether the record is there: added, and not taken out.
    pub(in crate::store) fn is_there(&self) -> bool {
        self.is_there
    }

    fn place(&self, field: RecordField) -> Option<usize> {
        // A need in triage has its fields in their own order.
        let place = match field.triage() {
            Some(triage) if !self.fields.first().is_some_and(|first| first.is_itself()) => {
                triage.index()
            }
            _ => field.place(),
        };
        self.fields.get(place).filter(|own| **own == field).map(|_| place)
    }

    /// The value of a field; `None` for "not stated", and for a field that it does not have.
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

    /// The fields that differ from `before`. Of a record that is added this is the record itself: its first values
    /// are its own.
    pub(in crate::store) fn differing(&self, before: &Self) -> Vec<RecordField> {
        let fields = self.fields.iter().copied();
        if before.version == 0 {
            return fields.filter(|field| field.is_itself()).collect();
        }
        fields.filter(|field| before.get(*field) != self.get(*field)).collect()
    }
}
