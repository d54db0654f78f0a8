//! `ta-tui states`: States with the numbers of their needs and reviews that a filter lets through.

use super::failure::Failure;
use super::list::{self, ListArgs, ListColumn};
use super::needs::regions;
use super::property::Kind;
use super::session::{Question, Session};
use crate::domain::{Coded, CountryGroup};
use crate::exchange::{Cell, Room};
use crate::query::register::State;

pub(super) struct Row<'a> {
    state: &'a State,
    needs: u32,
    reviews: u32,
}

/// The columns; names and order are a contract. What has come later stands at the end.
pub(super) fn columns<'a>() -> [ListColumn<Row<'a>>; 15] {
    let group = |name, key, cell| ListColumn::<Row<'a>>::new(name, key, Kind::Flag, cell);
    [
        ListColumn::new("iso3", "iso3", Kind::Text, |row: &Row<'_>, _| {
            Cell::stated(row.state.iso3.as_str())
        })
        .room(Room::Stays),
        ListColumn::new("state", "state", Kind::Text, |row: &Row<'_>, to| to.state(row.state))
            .stated()
            .room(Room::Fills),
        ListColumn::new("region", "region", Kind::OneOf(regions), |row: &Row<'_>, to| {
            to.region(row.state.region)
        })
        .ranked(|row| row.state.region.map(Coded::index)),
        group("ldc", "ldc", |row: &Row<'_>, to| to.in_group(row.state, CountryGroup::Ldc)),
        group("lldc", "lldc", |row: &Row<'_>, to| to.in_group(row.state, CountryGroup::Lldc)),
        group("sids", "sids", |row: &Row<'_>, to| to.in_group(row.state, CountryGroup::Sids)),
        group("party", "party", |row: &Row<'_>, _| {
            row.state.party.map_or(Cell::Missing, Cell::Flag)
        }),
        ListColumn::new("party_since", "party-since", Kind::Day, |row: &Row<'_>, _| {
            row.state.party_since.into()
        })
        .in_data(),
        ListColumn::new("adviser", "adviser", Kind::Text, |row: &Row<'_>, to| {
            let place = row.state.adviser.map(usize::from);
            to.post(place.and_then(|place| to.vocabulary.people.get(place)))
        })
        .in_data(),
        ListColumn::new("needs", "needs", Kind::Count, |row: &Row<'_>, _| row.needs.into())
            .room(Room::Stays),
        ListColumn::new("reviews", "reviews", Kind::Count, |row: &Row<'_>, _| row.reviews.into()),
        ListColumn::new("iso2", "iso2", Kind::Text, |row: &Row<'_>, _| {
            Cell::stated(row.state.iso2.as_str())
        })
        .on_request(),
        ListColumn::new("name_zh", "name-zh", Kind::Text, |row: &Row<'_>, _| {
            Cell::stated(row.state.name_zh.as_str())
        })
        .on_request(),
        ListColumn::new("other_names", "other-names", Kind::Texts, |row: &Row<'_>, _| {
            Cell::List(row.state.aliases.iter().map(|name| name.as_str().into()).collect())
        })
        .on_request(),
        group("unnamed", "unnamed", |row: &Row<'_>, _| Cell::Flag(row.state.unnamed))
            .stated()
            .on_request(),
    ]
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
    list::write(columns(), &question, args, rows, |place| {
        let (needs, reviews) = *numbers.get(place as usize)?;
        Some(Row { state: vocabulary.states.get(place as usize)?, needs, reviews })
    })
}

/// A State without a review is shown where nothing is asked that only a review can answer.
fn shows(question: &Question<'_>, place: usize, reviews: u32) -> bool {
    if question.on_states_only() { question.plan.state_matches(place) } else { reviews > 0 }
}
