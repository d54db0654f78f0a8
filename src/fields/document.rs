//! The fields of a document that needs and activities come from.

use super::declared::Declared;
use super::side::Referred;
use super::stored::Stored;
use super::value::{FieldValue, codes};
use crate::domain::DocumentKind;

pub(super) const FIELDS: &[Declared] = &[
    Declared::column("symbol", FieldValue::Line).once(),
    Declared::new("title", Stored::Name("title"), FieldValue::Line),
    Declared::column("kind", FieldValue::OneOf(codes::<DocumentKind>)),
    Declared::new("date", Stored::Column("on_date"), FieldValue::Date),
    Declared::new(
        "body",
        Stored::Reference("body_id", Referred::ORGANISATION),
        FieldValue::Reference,
    ),
    Declared::column("session", FieldValue::Number(1, 1_000)),
    Declared::column("link", FieldValue::Line),
];
