//! A row of the table of fields as the file of its kind declares it.

use super::stored::Stored;
use super::value::FieldValue;

/// A declared field.
pub(super) struct Declared {
    pub(super) code: &'static str,
    pub(super) stored: Stored,
    pub(super) value: FieldValue,
    pub(super) required: bool,
    pub(super) once: bool,
    pub(super) kept: bool,
    pub(super) filter: Option<&'static str>,
    /// Its place in a form.
    pub(super) form: u8,
}

/// The place in a form of a field that has none of its own.
const BEHIND: u8 = 100;

impl Declared {
    /// A field with its code, its place in the tables and the values that it can hold.
    pub(super) const fn new(code: &'static str, stored: Stored, value: FieldValue) -> Self {
        Self {
            code,
            stored,
            value,
            required: false,
            once: false,
            kept: false,
            filter: None,
            form: BEHIND,
        }
    }

    /// A field that stands in the column of its own code.
    pub(super) const fn column(code: &'static str, value: FieldValue) -> Self {
        Self::new(code, Stored::Column(code), value)
    }

    /// Every record has a value of it.
    pub(super) const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// Its value is given when the record is added and stays: others refer to the record by it, or the record would be
    /// another one.
    pub(super) const fn once(self) -> Self {
        Self { required: true, once: true, ..self }
    }

    /// A form shows it at this place, before fields that have none of their own.
    pub(super) const fn in_form(self, place: u8) -> Self {
        Self { form: place, ..self }
    }

    /// The program alone gives it a value, along with something else that it writes.
    pub(super) const fn kept(self) -> Self {
        Self { kept: true, ..self }
    }

    /// A filter of needs asks for it by the filter field with this code.
    pub(super) const fn filtered(self, by: &'static str) -> Self {
        Self { filter: Some(by), ..self }
    }
}
