//! The fields of a setting.

use super::declared::Declared;
use super::value::FieldValue;

pub(super) const FIELDS: &[Declared] = &[Declared::column("value", FieldValue::Line).required()];
