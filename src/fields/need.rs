//! The fields of a technical-assistance need.

use super::declared::Declared;
use super::stored::{Referred, Side, Stored};
use super::value::{FieldValue, codes};
use crate::domain::{Horizon, Priority, Response, Source};

const fn beside(table: &'static str) -> Side {
    Side::all(table, "need_id")
}

pub(super) const FIELDS: &[Declared] = &[
    Declared::new("state", Stored::Reference("state_id", Referred::STATE), FieldValue::Reference)
        .required()
        .filtered("state"),
    Declared::new(
        "review",
        Stored::Reference("review_id", Referred::REVIEW),
        FieldValue::Reference,
    )
    .filtered("review"),
    Declared::column("source", FieldValue::OneOf(codes::<Source>)).required().filtered("source"),
    Declared::new("article", Stored::List(beside("need_article"), "article"), FieldValue::Articles)
        .filtered("article"),
    Declared::new("chapter", Stored::List(beside("need_chapter"), "chapter"), FieldValue::Chapters)
        .filtered("chapter"),
    Declared::new(
        "category",
        Stored::Reference("category_id", Referred::CATEGORY),
        FieldValue::Reference,
    )
    .filtered("category"),
    Declared::column("text", FieldValue::Text).required(),
    Declared::column("language", FieldValue::Language),
    Declared::new(
        "document",
        Stored::ReferenceBeside(beside("need_document"), "document_id", Referred::DOCUMENT),
        FieldValue::Reference,
    )
    .filtered("document"),
    Declared::new("document-words", Stored::Column("document"), FieldValue::Line),
    Declared::column("paragraph", FieldValue::Line),
    Declared::new("identified", Stored::Column("identified_on"), FieldValue::Date)
        .filtered("identified"),
    Declared::column("rank", FieldValue::Number(1, 65_535)).filtered("rank"),
    Declared::new(
        "recommendation",
        Stored::Rows(
            beside("recommendation").in_order(),
            &[("text", None), ("language", None), ("document", None), ("paragraph", None)],
        ),
        FieldValue::Rows,
    )
    .filtered("recommendation"),
    Declared::column("priority", FieldValue::OneOf(codes::<Priority>)).filtered("priority"),
    Declared::column("horizon", FieldValue::OneOf(codes::<Horizon>)).filtered("horizon"),
    Declared::column("response", FieldValue::OneOf(codes::<Response>)).filtered("response"),
    Declared::new(
        "focal",
        Stored::Reference("focal_point_id", Referred::PERSON),
        FieldValue::Reference,
    )
    .filtered("focal"),
    Declared::column("notes", FieldValue::Text),
    Declared::new("projected", Stored::Column("projected_on"), FieldValue::Day)
        .filtered("projected"),
    Declared::new(
        "theme",
        Stored::Links(beside("need_theme"), "theme_id", Referred::THEME),
        FieldValue::References,
    )
    .filtered("theme"),
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
