//! The fields of a mark of an overlap: the two activities, what was found out about them, and on which facts.

use super::declared::Declared;
use super::side::Referred;
use super::stored::Stored;
use super::value::{FieldValue, codes};
use crate::domain::Mark;

pub(super) const FIELDS: &[Declared] = &[
    Declared::new(
        "first",
        Stored::Reference("first_id", Referred::ACTIVITY),
        FieldValue::Reference,
    )
    .once(),
    Declared::new(
        "second",
        Stored::Reference("second_id", Referred::ACTIVITY),
        FieldValue::Reference,
    )
    .once(),
    Declared::column("mark", FieldValue::OneOf(codes::<Mark>)).required(),
    Declared::column("why", FieldValue::Text),
    Declared::column("facts", FieldValue::Text).kept(),
    Declared::new("marked-by", Stored::Column("who"), FieldValue::Line).kept(),
    Declared::new("marked-at", Stored::Column("at"), FieldValue::Moment).kept(),
];
