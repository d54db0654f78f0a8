//! `ta-tui states`: States with the numbers of their needs and reviews that a filter lets through.

use super::failure::Failure;
use super::list::{self, Described, ListArgs, ListColumn};
use super::session::{Question, Session};
use crate::domain::{Coded, CountryGroup};
use crate::exchange::Cell;
use crate::query::register::State;

struct Row<'a> {
    state: &'a State,
    needs: u32,
    reviews: u32,
}

fn columns<'a>() -> [ListColumn<Row<'a>>; 11] {
    [
        ListColumn::new("iso3", "column-iso3", |row, _| Cell::stated(row.state.iso3.as_str())),
        ListColumn::new("state", "column-state", |row, to| to.state(row.state)),
        ListColumn::new("region", "column-region", |row: &Row<'_>, to| to.region(row.state.region))
            .ranked(|row| row.state.region.map(Coded::index)),
        ListColumn::new("ldc", "column-ldc", |row, to| to.in_group(row.state, CountryGroup::Ldc)),
        ListColumn::new("lldc", "column-lldc", |row, to| {
            to.in_group(row.state, CountryGroup::Lldc)
        }),
        ListColumn::new("sids", "column-sids", |row, to| {
            to.in_group(row.state, CountryGroup::Sids)
        }),
        ListColumn::new("party", "column-party", |row, _| Cell::Flag(row.state.party)),
        ListColumn::new("party_since", "column-party-since", |row: &Row<'_>, _| {
            row.state.party_since.into()
        })
        .on_request(),
        ListColumn::new("adviser", "column-adviser", |row: &Row<'_>, to| {
            let place = row.state.adviser.map(usize::from);
            to.post(place.and_then(|place| to.vocabulary.people.get(place)))
        })
        .on_request(),
        ListColumn::new("needs", "column-needs", |row, _| row.needs.into()),
        ListColumn::new("reviews", "column-reviews", |row, _| row.reviews.into()),
    ]
}

/// The columns, to tell of them.
pub(super) fn described() -> Vec<Described> {
    list::described(&columns())
}

pub(super) fn run(session: &Session<'_>, args: &ListArgs) -> Result<(), Failure> {
    let register = session.register()?;
    let question = session.ask(&register, &args.filter)?;
    let vocabulary = &register.vocabulary;
    let reviews = question.reviews();
    let mut numbers = vec![(0, 0); vocabulary.states.len()];
    for (review, place) in vocabulary.reviews.iter().zip(0..) {
        let (needs, passed) = &mut numbers[usize::from(review.state)];
        *needs += question.needs_of_review(place);
        *passed += u32::from(reviews[place]);
    }
    let shows = |place: &u32| shows(&question, *place as usize, numbers[*place as usize].1);
    let rows = (0..vocabulary.states.len() as u32).filter(shows).collect();
    list::write(&columns(), &question, args, rows, |place| {
        let (needs, reviews) = *numbers.get(place as usize)?;
        Some(Row { state: vocabulary.states.get(place as usize)?, needs, reviews })
    })
}

/// A State without a review is shown where nothing is asked that only a review can answer.
fn shows(question: &Question<'_>, place: usize, reviews: u32) -> bool {
    if question.on_states_only() { question.plan.state_matches(place) } else { reviews > 0 }
}
