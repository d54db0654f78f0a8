//! The fields of a theme.

use super::declared::Declared;
use super::stored::Stored;
use super::value::FieldValue;

pub(super) const FIELDS: &[Declared] = &[
    Declared::column("code", FieldValue::Line).once(),
    Declared::new("name", Stored::Name("name"), FieldValue::Line).required(),
];
