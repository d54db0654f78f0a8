//! The fields of an organisation, a programme or a donor.

use super::declared::Declared;
use super::stored::Stored;
use super::value::FieldValue;

pub(super) const FIELDS: &[Declared] = &[
    Declared::column("code", FieldValue::Line).once(),
    Declared::column("kind", FieldValue::Line).required(),
    Declared::new("name", Stored::Name("name"), FieldValue::Line).required(),
    Declared::new("role", Stored::Name("role"), FieldValue::Text),
];
