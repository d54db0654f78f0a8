//! The fields of a regional platform.

use super::declared::Declared;
use super::stored::{Referred, Side, Stored};
use super::value::FieldValue;

pub(super) const FIELDS: &[Declared] = &[
    Declared::column("code", FieldValue::Line).once(),
    Declared::new(
        "organisation",
        Stored::Reference("organisation_id", Referred::ORGANISATION),
        FieldValue::Reference,
    )
    .required(),
    Declared::new(
        "activity",
        Stored::Reference("activity_id", Referred::ACTIVITY),
        FieldValue::Reference,
    ),
    Declared::new(
        "member",
        Stored::Links(Side::all("platform_state", "platform_id"), "state_id", Referred::STATE),
        FieldValue::References,
    ),
];
