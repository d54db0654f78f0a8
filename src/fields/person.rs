//! The fields of a post: a focal point, an adviser or an officer.

use super::declared::Declared;
use super::side::{Referred, Side};
use super::stored::Stored;
use super::value::{FieldValue, codes};
use crate::domain::{PersonKind, Role, Sees};

pub(super) const FIELDS: &[Declared] = &[
    Declared::column("code", FieldValue::Line).once(),
    Declared::column("kind", FieldValue::OneOf(codes::<PersonKind>)).required(),
    Declared::new("state", Stored::Reference("state_id", Referred::STATE), FieldValue::Reference),
    Declared::new("post", Stored::Name("post"), FieldValue::Line).required(),
    Declared::column("since", FieldValue::Date),
    Declared::column("until", FieldValue::Date),
    // Not stated: the role that goes with the kind.
    Declared::column("role", FieldValue::OneOf(codes::<Role>)),
    Declared::column("sees", FieldValue::OneOf(codes::<Sees>)),
    Declared::new(
        "key",
        Stored::List(Side::all("person_key", "person_id"), "key"),
        FieldValue::Keys,
    ),
];
