//! `ta-tui reviews`: reviews with what they have reached and the number of their needs that a
//! filter lets through.

use super::failure::Failure;
use super::list::{self, ListArgs, ListColumn};
use super::needs::regions;
use super::property::{Kind, codes};
use super::session::Session;
use crate::domain::{Coded, Step};
use crate::exchange::{Cell, Room};
use crate::query::register::{Review, State};

pub(super) struct Row<'a> {
    review: &'a Review,
    state: &'a State,
    needs: u32,
}

/// The columns; names and order are a contract. What has come later stands at the end.
pub(super) fn columns<'a>() -> [ListColumn<Row<'a>>; 15] {
    let later =
        |name, key, cell| ListColumn::<Row<'a>>::new(name, key, Kind::Day, cell).on_request();
    [
        ListColumn::new("state", "state", Kind::Text, |row: &Row<'_>, to| to.state(row.state))
            .stated()
            .room(Room::Stays),
        ListColumn::new("iso3", "iso3", Kind::Text, |row: &Row<'_>, _| {
            Cell::stated(row.state.iso3.as_str())
        })
        .room(Room::YieldsFirst),
        ListColumn::new("cycle", "cycle", Kind::Number, |row: &Row<'_>, _| {
            Cell::Id(row.review.cycle.number().into())
        })
        .stated()
        .room(Room::Stays),
        ListColumn::new("reached", "reached", Kind::OneOf(codes::<Step>), |row: &Row<'_>, to| {
            to.step(row.review.reached())
        })
        .ranked(|row| row.review.reached().map(Coded::index)),
        ListColumn::new("started_on", "started", Kind::Day, |row: &Row<'_>, _| {
            day(row, Step::Started)
        })
        .in_data(),
        ListColumn::new("completed_on", "completed", Kind::Day, |row: &Row<'_>, _| {
            day(row, Step::ExecutiveSummary)
        }),
        ListColumn::new("reviewers", "reviewers", Kind::Texts, |row: &Row<'_>, to| {
            to.states(&row.review.reviewers)
        })
        .room(Room::Fills),
        ListColumn::new("stakeholders", "stakeholders", Kind::Flag, |row: &Row<'_>, _| {
            row.review.stakeholders.map_or(Cell::Missing, Cell::Flag)
        })
        .room(Room::YieldsFirst),
        ListColumn::new("joint_meeting", "joint-meeting", Kind::Flag, |row: &Row<'_>, _| {
            row.review.joint_meeting.map_or(Cell::Missing, Cell::Flag)
        })
        .in_data(),
        ListColumn::new("needs", "needs", Kind::Count, |row: &Row<'_>, _| row.needs.into())
            .room(Room::Stays),
        ListColumn::new("region", "region", Kind::OneOf(regions), |row: &Row<'_>, to| {
            to.region(row.state.region)
        })
        .on_request()
        .ranked(|row| row.state.region.map(Coded::index)),
        later("self_assessment_on", "self-assessment", |row: &Row<'_>, _| {
            day(row, Step::SelfAssessment)
        }),
        later("desk_review_on", "desk-review", |row: &Row<'_>, _| day(row, Step::DeskReview)),
        later("direct_dialogue_on", "direct-dialogue", |row: &Row<'_>, _| {
            day(row, Step::DirectDialogue)
        }),
        later("country_report_on", "country-report", |row: &Row<'_>, _| {
            day(row, Step::CountryReport)
        }),
    ]
}

/// The day on which a review reached a step.
fn day(row: &Row<'_>, step: Step) -> Cell {
    row.review.steps[step.index()].into()
}

pub(super) fn run(session: &Session<'_>, args: &ListArgs) -> Result<(), Failure> {
    let register = session.register()?;
    let question = session.ask(&register, &args.filter)?;
    let vocabulary = &register.vocabulary;
    let passed = question.reviews();
    let rows = (0..passed.len() as u32).filter(|place| passed[*place as usize]).collect();
    list::write(columns(), &question, args, rows, |place| {
        let place = place as usize;
        let review = vocabulary.reviews.get(place)?;
        let state = vocabulary.states.get(usize::from(review.state))?;
        Some(Row { review, state, needs: question.needs_of_review(place) })
    })
}
