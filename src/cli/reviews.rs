//! `ta-tui reviews`: reviews with what they have reached and the number of their needs that a
//! filter lets through.

use super::failure::Failure;
use super::list::{self, Described, ListArgs, ListColumn};
use super::session::Session;
use crate::domain::{Coded, Step};
use crate::exchange::Cell;
use crate::query::register::{Review, State};

struct Row<'a> {
    review: &'a Review,
    state: &'a State,
    needs: u32,
}

fn columns<'a>() -> [ListColumn<Row<'a>>; 10] {
    [
        ListColumn::new("state", "column-state", |row, to| to.state(row.state)),
        ListColumn::new("iso3", "column-iso3", |row, _| Cell::stated(row.state.iso3.as_str())),
        ListColumn::new("cycle", "column-cycle", |row, _| {
            Cell::Id(row.review.cycle.number().into())
        }),
        ListColumn::new("reached", "column-reached", |row: &Row<'_>, to| {
            to.step(row.review.reached())
        })
        .ranked(|row| row.review.reached().map(Coded::index)),
        ListColumn::new("started_on", "column-started", |row: &Row<'_>, _| day(row, Step::Started))
            .on_request(),
        ListColumn::new("completed_on", "column-completed", |row, _| {
            day(row, Step::ExecutiveSummary)
        }),
        ListColumn::new("reviewers", "column-reviewers", |row, to| {
            to.states(&row.review.reviewers)
        }),
        ListColumn::new("stakeholders", "column-stakeholders", |row, _| {
            row.review.stakeholders.map_or(Cell::Missing, Cell::Flag)
        }),
        ListColumn::new("joint_meeting", "column-joint-meeting", |row: &Row<'_>, _| {
            row.review.joint_meeting.map_or(Cell::Missing, Cell::Flag)
        })
        .on_request(),
        ListColumn::new("needs", "column-needs", |row, _| row.needs.into()),
    ]
}

/// The columns, to tell of them.
pub(super) fn described() -> Vec<Described> {
    list::described(&columns())
}

fn day(row: &Row<'_>, step: Step) -> Cell {
    row.review.steps[step.index()].into()
}

pub(super) fn run(session: &Session<'_>, args: &ListArgs) -> Result<(), Failure> {
    let register = session.register()?;
    let question = session.ask(&register, &args.filter)?;
    let vocabulary = &register.vocabulary;
    let passed = question.reviews();
    let rows = (0..passed.len() as u32).filter(|place| passed[*place as usize]).collect();
    list::write(&columns(), &question, args, rows, |place| {
        let place = place as usize;
        let review = vocabulary.reviews.get(place)?;
        let state = vocabulary.states.get(usize::from(review.state))?;
        Some(Row { review, state, needs: question.needs_of_review(place) })
    })
}
