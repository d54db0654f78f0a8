//! `ta-tui focal-points`: who answers for the needs: focal points State by State, advisers, officers.

use super::failure::Failure;
use super::list::{self, Described, ListArgs, ListColumn};
use super::session::Session;
use crate::domain::Coded;
use crate::exchange::Cell;
use crate::query::register::{Person, State};
use crate::query::{Field, Measure};

struct Row<'a> {
    person: &'a Person,
    state: Option<&'a State>,
    needs: u32,
}

fn columns<'a>() -> [ListColumn<Row<'a>>; 7] {
    [
        ListColumn::new("code", "column-code", |row, _| row.person.code.as_str().into()),
        ListColumn::new("post", "column-post", |row, to| {
            to.name(&row.person.post_en, &row.person.post_zh)
        }),
        ListColumn::new("kind", "column-kind", |row: &Row<'_>, _| row.person.kind.code().into())
            .on_request(),
        ListColumn::new("state", "column-state", |row, to| {
            row.state.map_or(Cell::Missing, |state| to.state(state))
        }),
        ListColumn::new("iso3", "column-iso3", |row: &Row<'_>, _| {
            row.state.map_or(Cell::Missing, |state| Cell::stated(state.iso3.as_str()))
        })
        .on_request(),
        ListColumn::new("region", "column-region", |row: &Row<'_>, to| {
            to.region(row.state.and_then(|state| state.region))
        })
        .ranked(|row| row.state.and_then(|state| state.region).map(Coded::index)),
        ListColumn::new("needs", "column-needs", |row, _| row.needs.into()),
    ]
}

/// The columns, to tell of them.
pub(super) fn described() -> Vec<Described> {
    list::described(&columns())
}

/// With terms on States alone the focal points of these States; else those who answer for one of
/// the needs; without a filter everybody.
pub(super) fn run(session: &Session<'_>, args: &ListArgs) -> Result<(), Failure> {
    let register = session.register()?;
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
    list::write(&columns(), &question, args, rows, |place| {
        let place = place as usize;
        let person = vocabulary.people.get(place)?;
        let state = person.state.and_then(|state| vocabulary.states.get(usize::from(state)));
        Some(Row { person, state, needs: needs(place) })
    })
}
