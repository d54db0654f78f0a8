//! The fields of a State: its facts as a party, and its names.

use super::declared::Declared;
use super::row_cell::RowCell;
use super::side::{Referred, Side};
use super::stored::Stored;
use super::value::{FieldValue, codes};
use crate::domain::{CountryGroup, NameStatus, Region};

pub(super) const FIELDS: &[Declared] = &[
    Declared::column("iso2", FieldValue::Line),
    Declared::column("iso3", FieldValue::Line),
    Declared::new("name", Stored::Name("name"), FieldValue::Line).required(),
    Declared::new(
        "spelling",
        Stored::Rows(
            Side::all("spelling", "state_id").in_order(),
            &[
                RowCell::column("language", FieldValue::Language),
                RowCell::column("text", FieldValue::Line),
                RowCell::column("status", FieldValue::OneOf(codes::<NameStatus>)),
                RowCell::column("listed", FieldValue::YesNo),
            ],
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
            &[
                RowCell::in_column("group", "grp", FieldValue::OneOf(codes::<CountryGroup>)),
                RowCell::column("since", FieldValue::Date),
                RowCell::column("until", FieldValue::Date),
            ],
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
