//! `ta-tui organisations`: who gives, takes part in or pays for assistance.

use super::assistance::{ask, in_file};
use super::failure::Failure;
use super::format::Format;
use super::list::{self, KindListArgs, Listed};
use super::session::{Question, Session};
use crate::assistance::of_few_states;
use crate::columns::organisations::{self, OrganisationRow};
use crate::query::register::Slot;
use crate::query::{Field, Measure};
use crate::store::{AssistanceInFile, Store};
use std::collections::BTreeSet;

/// The organisations that the filter shows, by their own names and by the activities that they provide.
pub(super) fn run(session: &Session<'_>, args: &KindListArgs) -> Result<(), Failure> {
    let (store, now) = session.loaded()?;
    let register = session.shown(&store, now)?;
    let (question, shown) =
        ask(session, &register, &args.list.filter, |shown| shown.organisations)?;
    let all = &register.vocabulary.organisations;
    let kinds = args.kinds("kind", all.iter().map(|one| one.kind.as_str()))?;
    let columns = organisations::data();
    let file = in_file(session, &store, args.list.reads_file(&columns))?;
    let rows = shown.into_iter().map(u32::from);
    let rows = rows.filter(|at| kinds.has(&all[*at as usize].kind)).collect();
    let untold = untold(&question);
    list::write(&columns, &question, &args.list, rows, |at| {
        row(&question, &untold, at as usize, &file)
    })
}

/// One organisation with every column; `None` where the register does not have it.
pub(super) fn record(
    store: &Store,
    question: &Question<'_>,
    id: i64,
    format: Format,
) -> Result<Option<Listed>, Failure> {
    let all = &question.register.vocabulary.organisations;
    let place = all.binary_search_by_key(&id, |one| one.id).ok();
    let file = store.assistance_in_file()?;
    let row = place.and_then(|place| row(question, &untold(question), place, &file));
    Ok(row.map(|row| list::record(&organisations::data(), question, format, &row)))
}

/// The slots of the organisations whose number of needs is not told.
fn untold(question: &Question<'_>) -> BTreeSet<Vec<u16>> {
    of_few_states(question.register, &question.selection, &[Field::Provider])
}

/// How many of the needs are matched with an activity that the organisation at a place provides; `None` where that is
/// not told.
fn needs(question: &Question<'_>, untold: &BTreeSet<Vec<u16>>, place: usize) -> Option<u32> {
    let needs = question.selection.counts.of(Field::Provider, Measure::Needs);
    let slot = Slot::at(place);
    let is_told = !untold.contains(&vec![slot.number()]);
    is_told.then(|| needs.get(slot.entry()).copied().unwrap_or(0))
}

/// An organisation by its place.
fn row<'a>(
    question: &Question<'a>,
    untold: &BTreeSet<Vec<u16>>,
    place: usize,
    file: &AssistanceInFile,
) -> Option<OrganisationRow<'a>> {
    let vocabulary = &question.register.vocabulary;
    let is_there = |id: i64| vocabulary.activities.binary_search_by_key(&id, |a| a.id).is_ok();
    let reports = file.reports(vocabulary.organisations.get(place)?.id, is_there);
    OrganisationRow::new(vocabulary, place as u16, needs(question, untold, place), reports)
}
