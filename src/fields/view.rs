//! The fields of a saved view. Together they are the view.

use super::declared::Declared;
use super::value::FieldValue;

pub(super) const FIELDS: &[Declared] = &[
    Declared::column("name", FieldValue::Line).required(),
    Declared::column("owner", FieldValue::Line),
    Declared::column("screen", FieldValue::Line).required(),
    Declared::column("filter", FieldValue::Line),
    Declared::column("sort", FieldValue::Line),
    Declared::column("columns", FieldValue::Line),
    Declared::column("grouping", FieldValue::Line),
    Declared::column("measure", FieldValue::OneOf(|| vec!["needs", "states", "reviews"]))
        .required(),
    Declared::column("key", FieldValue::Line),
];
