//! The fields of a review, with the dates of its steps.

use super::declared::Declared;
use super::side::{Referred, Side};
use super::stored::Stored;
use super::value::{FieldValue, codes};
use crate::domain::Cycle;

const fn reviewer(code: &'static str, column: &'static str) -> Declared {
    Declared::new(code, Stored::Reference(column, Referred::STATE), FieldValue::Reference)
}

/// The date of a step. Its code is that of the step.
const fn step(code: &'static str, only: &'static [(&'static str, &'static str)]) -> Declared {
    let row = Side::only("review_step", "review_id", only);
    Declared::new(code, Stored::Beside(row, "on_date"), FieldValue::Date)
}

const DIALOGUE: Side = Side::only("review_step", "review_id", &[("step", "direct-dialogue")]);

pub(super) const FIELDS: &[Declared] = &[
    Declared::new("state", Stored::Reference("state_id", Referred::STATE), FieldValue::Reference)
        .once()
        .filtered("state"),
    Declared::column("cycle", FieldValue::OneOf(codes::<Cycle>)).once().filtered("cycle"),
    reviewer("reviewer-1", "reviewer1_id"),
    reviewer("reviewer-2", "reviewer2_id"),
    step("started", &[("step", "started")]),
    step("self-assessment", &[("step", "self-assessment")]),
    step("desk-review", &[("step", "desk-review")]),
    step("direct-dialogue", &[("step", "direct-dialogue")]),
    Declared::new(
        "dialogue",
        Stored::Beside(DIALOGUE, "dialogue"),
        FieldValue::OneOf(|| vec!["country visit", "joint meeting"]),
    ),
    step("executive-summary", &[("step", "executive-summary")]),
    step("country-report", &[("step", "country-report")]),
    Declared::column("stakeholders", FieldValue::YesNo),
    Declared::new("civil-society", Stored::Column("civil_society"), FieldValue::YesNo),
    Declared::new("private-sector", Stored::Column("private_sector"), FieldValue::YesNo),
    Declared::column("academia", FieldValue::YesNo),
    Declared::column("media", FieldValue::YesNo),
];
