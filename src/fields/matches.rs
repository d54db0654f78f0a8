//! The fields of a match: an activity that serves a need.

use super::declared::Declared;
use super::side::Referred;
use super::stored::Stored;
use super::value::{FieldValue, codes};
use crate::domain::Extent;

pub(super) const FIELDS: &[Declared] = &[
    Declared::new("need", Stored::Reference("need_id", Referred::NEED), FieldValue::Reference)
        .once(),
    Declared::new(
        "activity",
        Stored::Reference("activity_id", Referred::ACTIVITY),
        FieldValue::Reference,
    )
    .once(),
    Declared::column("extent", FieldValue::OneOf(codes::<Extent>)).required(),
    Declared::column("note", FieldValue::Line),
    Declared::new("matched-by", Stored::Column("who"), FieldValue::Line),
    Declared::new("matched-at", Stored::Column("at"), FieldValue::Moment),
];
