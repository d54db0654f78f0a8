//! The fields of an activity: assistance given, under way or planned.

use super::declared::Declared;
use super::row_cell::RowCell;
use super::side::{Referred, Side};
use super::stored::Stored;
use super::value::{FieldValue, codes};
use crate::domain::{ActivityStatus, Cycle, DateStage, MoneyStage};

const fn beside(table: &'static str) -> Side {
    Side::all(table, "activity_id")
}

/// The organisations in a role. The code is that of the role.
const fn organisations(
    code: &'static str,
    only: &'static [(&'static str, &'static str)],
) -> Declared {
    let rows = Side::only("activity_organisation", "activity_id", only);
    let stored = Stored::Links(rows, "organisation_id", Referred::ORGANISATION);
    Declared::new(code, stored, FieldValue::References)
}

/// The States in a role, where no share of the assistance goes with it. The code is that of the role.
const fn states(code: &'static str, only: &'static [(&'static str, &'static str)]) -> Declared {
    let rows = Side::only("activity_state", "activity_id", only);
    Declared::new(code, Stored::Links(rows, "state_id", Referred::STATE), FieldValue::References)
}

const HELPED: Side = Side::only("activity_state", "activity_id", &[("role", "helped")]);
const IDENTIFIER: Side = Side::only("activity_identifier", "activity_id", &[("former", "0")]);
const FORMER: Side = Side::only("activity_identifier", "activity_id", &[("former", "1")]);

pub(super) const FIELDS: &[Declared] = &[
    Declared::column("code", FieldValue::Line).once(),
    Declared::new("title", Stored::Name("title"), FieldValue::Line),
    Declared::new("description", Stored::Name("description"), FieldValue::Text).required(),
    Declared::column("kind", FieldValue::Line).required(),
    Declared::column("level", FieldValue::OneOf(|| vec!["global", "regional", "national"]))
        .required(),
    Declared::column("status", FieldValue::OneOf(codes::<ActivityStatus>)),
    Declared::new("starts", Stored::Column("starts_on"), FieldValue::Date),
    Declared::new("starts-as", Stored::Column("starts_as"), FieldValue::OneOf(codes::<DateStage>)),
    Declared::new("ends", Stored::Column("ends_on"), FieldValue::Date),
    Declared::new("ends-as", Stored::Column("ends_as"), FieldValue::OneOf(codes::<DateStage>)),
    Declared::new("date", Stored::Name("date"), FieldValue::Line),
    Declared::new("identifier", Stored::Beside(IDENTIFIER, "identifier"), FieldValue::Line),
    Declared::new("former-identifier", Stored::List(FORMER, "identifier"), FieldValue::Lines),
    Declared::new(
        "reporting",
        Stored::Reference("reporting_id", Referred::ORGANISATION),
        FieldValue::Reference,
    ),
    organisations("provider", &[("role", "provider")]),
    organisations("partner", &[("role", "partner")]),
    organisations("donor", &[("role", "donor")]),
    Declared::new(
        "programme",
        Stored::Reference("programme_id", Referred::ACTIVITY),
        FieldValue::Reference,
    ),
    Declared::new("programme-words", Stored::Name("programme"), FieldValue::Line),
    Declared::new(
        "helped",
        Stored::Rows(
            HELPED,
            &[
                RowCell::reference("state", "state_id", Referred::STATE),
                RowCell::column("share", FieldValue::Number(0, 100)).with_decimals(),
            ],
        ),
        FieldValue::Rows,
    ),
    states("host", &[("role", "host")]),
    states("providing-state", &[("role", "provider")]),
    Declared::new("unnamed-states", Stored::Column("unnamed_states"), FieldValue::Number(1, 1_000)),
    Declared::new(
        "area",
        Stored::Links(beside("activity_area"), "area_id", Referred::AREA),
        FieldValue::References,
    ),
    Declared::new("region-words", Stored::Column("region_text"), FieldValue::Line),
    Declared::column("place", FieldValue::Line),
    Declared::new(
        "article",
        Stored::List(beside("activity_article"), "article"),
        FieldValue::Articles,
    )
    .filtered("article"),
    Declared::new(
        "chapter",
        Stored::List(beside("activity_chapter"), "chapter"),
        FieldValue::Chapters,
    )
    .filtered("chapter"),
    Declared::new(
        "theme",
        Stored::Links(beside("activity_theme"), "theme_id", Referred::THEME),
        FieldValue::References,
    )
    .filtered("theme"),
    Declared::new("theme-words", Stored::Column("themes"), FieldValue::Line),
    Declared::column("participants", FieldValue::Line),
    Declared::new(
        "reach",
        Stored::Links(beside("activity_reach"), "reach_id", Referred::REACH),
        FieldValue::References,
    ),
    Declared::new(
        "reviews-served",
        Stored::Rows(
            beside("activity_review").in_order(),
            &[
                RowCell::reference("state", "state_id", Referred::STATE),
                RowCell::column("cycle", FieldValue::OneOf(codes::<Cycle>)),
            ],
        ),
        FieldValue::Rows,
    ),
    Declared::new(
        "money",
        Stored::Rows(
            beside("activity_money").in_order(),
            &[
                RowCell::column("stage", FieldValue::OneOf(codes::<MoneyStage>)),
                RowCell::reference("organisation", "organisation_id", Referred::ORGANISATION),
                RowCell::column("amount", FieldValue::Number(1, u32::MAX)),
                RowCell::column("currency", FieldValue::Line),
            ],
        ),
        FieldValue::Rows,
    ),
    Declared::new("sdg", Stored::List(beside("activity_sdg"), "target"), FieldValue::Lines),
    Declared::column("link", FieldValue::Line),
    Declared::new(
        "edition-language",
        Stored::List(beside("activity_language"), "language"),
        FieldValue::Lines,
    ),
    Declared::column("edition", FieldValue::Number(1, 10_000)),
    Declared::new("outcome", Stored::Name("outcome"), FieldValue::Text),
    Declared::column("document", FieldValue::Line).required().filtered("document"),
    Declared::column("paragraph", FieldValue::Line),
    Declared::column("uncertainty", FieldValue::Line),
];
