//! The fields of a State: its facts as a party, and its names.

use super::declared::Declared;
use super::stored::{Referred, Side, Stored};
use super::value::{FieldValue, codes};
use crate::domain::Region;

pub(super) const FIELDS: &[Declared] = &[
    Declared::column("iso2", FieldValue::Line),
    Declared::column("iso3", FieldValue::Line),
    Declared::new("name", Stored::Name("name"), FieldValue::Line).required(),
    Declared::new(
        "spelling",
        Stored::Rows(
            Side::all("spelling", "state_id").in_order(),
            &[("language", None), ("text", None), ("status", None), ("listed", None)],
        ),
        FieldValue::Rows,
    ),
    Declared::column(
        "kind",
        FieldValue::OneOf(|| vec!["state", "observer", "organization", "unnamed"]),
    )
    .required(),
    Declared::column("party", FieldValue::YesNo).required(),
    Declared::new("party-since", Stored::Column("party_since"), FieldValue::Day),
    Declared::column("region", FieldValue::OneOf(codes::<Region>)).filtered("region"),
    Declared::new(
        "membership",
        Stored::Rows(
            Side::all("membership", "state_id"),
            &[("grp", None), ("since", None), ("until", None)],
        ),
        FieldValue::Rows,
    )
    .filtered("group"),
    Declared::new(
        "adviser",
        Stored::Reference("adviser_id", Referred::PERSON),
        FieldValue::Reference,
    )
    .filtered("adviser"),
];
