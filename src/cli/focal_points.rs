//! `ta-tui focal-points`: who answers for the needs: focal points State by State, advisers, officers.

use super::failure::Failure;
use super::list::{self, ListArgs};
use super::session::Session;
use crate::columns::property::{ValueKind, codes, regions};
use crate::columns::{Column, RecordList};
use crate::domain::{Coded, PersonKind};
use crate::exchange::{Cell, Room};
use crate::query::register::{Person, State};
use crate::query::{Field, Measure};
use crate::text::Lang;

pub(super) struct PostRow<'a> {
    person: &'a Person,
    state: Option<&'a State>,
    needs: u32,
}

/// The list of those who answer for needs.
pub(super) struct FocalPoints;

impl RecordList for FocalPoints {
    type Row<'a> = PostRow<'a>;
    type Order = ();
}

type Of = Column<FocalPoints>;

/// The columns; names and order are a contract. Later columns stand at the end.
pub(super) fn columns() -> Vec<Of> {
    let of_all = [
        Of::new("code", "code", ValueKind::Text, |row, _| row.person.code.as_str().into())
            .stated()
            .room(Room::Stays),
        Of::new("post", "post", ValueKind::Text, |row, to| to.name(&row.person.posts))
            .stated()
            .room(Room::Fills),
        Of::new("kind", "post-kind", ValueKind::OneOf(codes::<PersonKind>), |row, _| {
            row.person.kind.code().into()
        })
        .stated()
        .in_data(),
        Of::new("state", "state", ValueKind::Text, |row, to| {
            row.state.map_or(Cell::Missing, |state| to.state(state))
        })
        .of_field(Field::State),
        Of::new("iso3", "iso3", ValueKind::Text, |row, _| {
            row.state.map_or(Cell::Missing, |state| Cell::stated(state.iso3.as_str()))
        })
        .in_data(),
        Of::new("region", "region", ValueKind::OneOf(regions), |row, to| {
            to.region(row.state.and_then(|state| state.region))
        })
        .of_field(Field::Region)
        .ranked(|row| row.state.and_then(|state| state.region).map(Coded::index)),
        Of::new("needs", "needs", ValueKind::Count, |row, _| row.needs.into()).room(Room::Stays),
    ];
    let named =
        |lang| Of::in_language(lang, "post", |row, to| to.in_its_language(&row.person.posts));
    of_all.into_iter().chain(Lang::default().others().map(named)).collect()
}

/// With terms on States alone the focal points of these States; else those who answer for one of
/// the needs; without a filter everybody.
pub(super) fn run(session: &Session<'_>, args: &ListArgs) -> Result<(), Failure> {
    let register = session.register(&args.filter)?;
    let question = session.ask(&register, &args.filter)?;
    let vocabulary = &register.vocabulary;
    let needs = question.selection.counts.of(Field::Focal, Measure::Needs);
    let needs = |place: usize| needs.get(place + 1).copied().unwrap_or(0);
    let shows = |place: &u32| {
        let place = *place as usize;
        let person = &vocabulary.people[place];
        let of_state = |state: u16| question.plan.state_matches(usize::from(state));
        question.plan.is_empty()
            || needs(place) > 0
            || (question.on_states_only() && person.state.is_some_and(of_state))
    };
    let mut rows: Vec<u32> = (0..vocabulary.people.len() as u32).filter(shows).collect();
    if vocabulary.nameless.is_some() {
        // Their own order is the alphabet's, which names them.
        rows.sort_by_key(|place| vocabulary.people[*place as usize].state);
    }
    let columns = columns();
    let columns: Vec<_> = columns.iter().collect();
    list::write(&columns, &question, args, rows, |place| {
        let place = place as usize;
        let person = vocabulary.people.get(place)?;
        let state = person.state.and_then(|state| vocabulary.states.get(usize::from(state)));
        Some(PostRow { person, state, needs: needs(place) })
    })
}
