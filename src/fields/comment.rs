//! The fields of a comment: a signed remark on a need. Who has made it and when, the change log says.

use super::declared::Declared;
use super::side::Referred;
use super::stored::Stored;
use super::value::FieldValue;

pub(super) const FIELDS: &[Declared] = &[
    Declared::new("need", Stored::Reference("need_id", Referred::NEED), FieldValue::Reference)
        .once(),
    Declared::column("text", FieldValue::Text).once(),
];
