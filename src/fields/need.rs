//! The fields of a technical-assistance need.

use super::declared::Declared;
use super::row_cell::RowCell;
use super::side::{Referred, Side};
use super::stored::Stored;
use super::value::{FieldValue, codes};
use crate::domain::{Horizon, Priority, Response, Source};

const fn beside(table: &'static str) -> Side {
    Side::all(table, "need_id")
}

pub(super) const FIELDS: &[Declared] = &[
    Declared::new("state", Stored::Reference("state_id", Referred::STATE), FieldValue::Reference)
        .required()
        .filtered("state")
        .in_form(2),
    Declared::new(
        "review",
        Stored::Reference("review_id", Referred::REVIEW),
        FieldValue::Reference,
    )
    .filtered("review")
    .in_form(1),
    Declared::column("source", FieldValue::OneOf(codes::<Source>)).required().filtered("source"),
    Declared::new("article", Stored::List(beside("need_article"), "article"), FieldValue::Articles)
        .filtered("article")
        .in_form(3),
    Declared::new("chapter", Stored::List(beside("need_chapter"), "chapter"), FieldValue::Chapters)
        .filtered("chapter"),
    Declared::new(
        "category",
        Stored::Reference("category_id", Referred::CATEGORY),
        FieldValue::Reference,
    )
    .filtered("category")
    .in_form(4),
    Declared::column("text", FieldValue::Text).required().in_form(6),
    Declared::column("language", FieldValue::Language),
    Declared::new(
        "document",
        Stored::ReferenceBeside(beside("need_document"), "document_id", Referred::DOCUMENT),
        FieldValue::Reference,
    )
    .filtered("document")
    .in_form(7),
    Declared::new("document-words", Stored::Column("document"), FieldValue::Line),
    Declared::column("paragraph", FieldValue::Line).in_form(8),
    Declared::new("identified", Stored::Column("identified_on"), FieldValue::Date)
        .filtered("identified")
        .in_form(9),
    Declared::column("rank", FieldValue::Number(1, 65_535)).filtered("rank").in_form(10),
    Declared::new(
        "recommendation",
        Stored::Rows(
            beside("recommendation").in_order(),
            &[
                RowCell::column("text", FieldValue::Text),
                RowCell::column("language", FieldValue::Language),
                RowCell::column("document", FieldValue::Line),
                RowCell::column("paragraph", FieldValue::Line),
            ],
        ),
        FieldValue::Rows,
    )
    .filtered("recommendation"),
    Declared::column("priority", FieldValue::OneOf(codes::<Priority>))
        .filtered("priority")
        .in_form(11),
    Declared::column("horizon", FieldValue::OneOf(codes::<Horizon>))
        .filtered("horizon")
        .in_form(13),
    Declared::column("response", FieldValue::OneOf(codes::<Response>))
        .filtered("response")
        .in_form(12),
    Declared::new(
        "focal",
        Stored::Reference("focal_point_id", Referred::PERSON),
        FieldValue::Reference,
    )
    .filtered("focal")
    .in_form(14),
    Declared::column("notes", FieldValue::Text).in_form(15),
    Declared::new("projected", Stored::Column("projected_on"), FieldValue::Day)
        .filtered("projected"),
    Declared::new(
        "theme",
        Stored::Links(beside("need_theme"), "theme_id", Referred::THEME),
        FieldValue::References,
    )
    .filtered("theme")
    .in_form(5),
    Declared::new(
        "duplicate",
        Stored::Reference("duplicate_of", Referred::NEED),
        FieldValue::Reference,
    )
    .filtered("duplicate"),
    Declared::new(
        "merged-into",
        Stored::Reference("merged_into", Referred::NEED),
        FieldValue::Reference,
    )
    .kept(),
];
