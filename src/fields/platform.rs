//! The fields of a regional platform.

use super::declared::Declared;
use super::row_cell::RowCell;
use super::side::{Referred, Side};
use super::stored::Stored;
use super::value::FieldValue;

/// A table with rows for each priority.
const fn of_priority(table: &'static str) -> Side {
    Side::all(table, "priority_id")
}

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
    Declared::new(
        "priorities",
        Stored::Rows(
            Side::all("platform_priority", "platform_id").in_order(),
            &[
                RowCell::column("rank", FieldValue::Number(1, 1_000)),
                RowCell::list(
                    "articles",
                    of_priority("platform_priority_article"),
                    "article",
                    FieldValue::Articles,
                ),
                RowCell::list(
                    "themes",
                    of_priority("platform_priority_theme"),
                    "theme",
                    FieldValue::Lines,
                ),
                RowCell::names("text", "priority", "description"),
            ],
        ),
        FieldValue::Rows,
    ),
];
