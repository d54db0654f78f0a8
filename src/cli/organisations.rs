//! `ta-tui organisations`: who gives, takes part in or pays for assistance.

use super::failure::Failure;
use super::format::Format;
use super::list::{self, KindListArgs, Listed};
use super::session::{Question, Session};
use crate::columns::property::ValueKind;
use crate::columns::{Column, RecordList};
use crate::exchange::{Cell, Room};
use crate::query::register::{Activity, Organisation};
use crate::query::{Field, Measure};
use crate::store::{ActivityDetail, Store};
use crate::text::Lang;

pub(super) struct OrganisationRow<'a> {
    organisation: &'a Organisation,
    activities: u32,
    needs: u32,
    /// How many activities it reports, where the file is asked.
    reports: Option<u32>,
}

/// The list of organisations.
pub(super) struct Organisations;

impl RecordList for Organisations {
    type Row<'a> = OrganisationRow<'a>;
    type Order = ();
}

/// The columns of organisations; names and order are a contract. Later columns stand at the end.
pub(super) fn columns() -> Vec<Column<Organisations>> {
    let words = |name, key, cell| Column::<Organisations>::new(name, key, ValueKind::Text, cell);
    let count = |name, key, cell| Column::<Organisations>::new(name, key, ValueKind::Count, cell);
    let of_all = [
        words("code", "code", |row, _| row.organisation.code.as_str().into())
            .stated()
            .room(Room::Stays),
        words("name", "name", |row, to| to.name(&row.organisation.names))
            .stated()
            .room(Room::Fills),
        words("kind", "kind", |row, to| to.word("kind", &row.organisation.kind)),
        words("role", "role", |row, to| to.name(&row.organisation.role)).in_data(),
        count("activities", "activities", |row, _| row.activities.into()),
        count("needs", "needs", |row, _| row.needs.into()).room(Room::Stays),
        count("reports", "reports", |row, _| row.reports.map_or(Cell::Missing, Cell::from))
            .unstated()
            .in_the_file(),
    ];
    let named = |lang| {
        Column::in_language(lang, "name", |row: &OrganisationRow<'_>, to| {
            to.in_its_language(&row.organisation.names)
        })
    };
    of_all.into_iter().chain(Lang::default().others().map(named)).collect()
}

/// Without a filter every organisation; else those that provide an activity matched with one of
/// the needs.
pub(super) fn run(session: &Session<'_>, args: &KindListArgs) -> Result<(), Failure> {
    let (store, now) = session.loaded()?;
    let register = session.shown(&store, now)?;
    let question = session.ask(&register, &args.list.filter)?;
    let organisations = &register.vocabulary.organisations;
    let known = organisations.iter().map(|one| one.kind.as_str());
    let kinds = args.kinds("kind", known)?;
    let columns = columns();
    let columns: Vec<_> = columns.iter().collect();
    let reads_file = args.list.reads_file(&columns);
    let details = if reads_file { store.activity_details()? } else { Vec::new() };
    let needs = question.selection.counts.of(Field::Provider, Measure::Needs);
    let shows = |place: &u32| {
        let place = *place as usize;
        (question.plan.is_empty() || needs.get(place + 1).is_some_and(|needs| *needs > 0))
            && kinds.has(&organisations[place].kind)
    };
    let rows = (0..organisations.len() as u32).filter(shows).collect();
    list::write(&columns, &question, &args.list, rows, |at| row(&question, at as usize, &details))
}

/// One organisation with every column; `None` where the register does not have it.
pub(super) fn record(
    store: &Store,
    question: &Question<'_>,
    id: i64,
    format: Format,
) -> Result<Option<Listed>, Failure> {
    let organisations = &question.register.vocabulary.organisations;
    let place = organisations.binary_search_by_key(&id, |one| one.id).ok();
    let details = store.activity_details()?;
    let columns = columns();
    let columns: Vec<_> = columns.iter().collect();
    let row = place.and_then(|place| row(question, place, &details));
    Ok(row.map(|row| list::record(&columns, question, format, &row)))
}

/// An organisation by its place; `details` are those of the activities, empty where the file is not read.
fn row<'a>(
    question: &Question<'a>,
    place: usize,
    details: &[ActivityDetail],
) -> Option<OrganisationRow<'a>> {
    let vocabulary = &question.register.vocabulary;
    let organisation = vocabulary.organisations.get(place)?;
    let takes_part = |activity: &&Activity| {
        [&activity.providers, &activity.partners, &activity.donors]
            .into_iter()
            .any(|who| who.contains(&(place as u16)))
    };
    let is_there = |id: i64| vocabulary.activities.binary_search_by_key(&id, |a| a.id).is_ok();
    let own = details.iter().filter(|of| of.reporting == Some(organisation.id));
    let reports = own.filter(|of| is_there(of.id)).count() as u32;
    let needs = question.selection.counts.of(Field::Provider, Measure::Needs);
    Some(OrganisationRow {
        organisation,
        activities: vocabulary.activities.iter().filter(takes_part).count() as u32,
        needs: needs.get(place + 1).copied().unwrap_or(0),
        reports: (!details.is_empty()).then_some(reports),
    })
}
