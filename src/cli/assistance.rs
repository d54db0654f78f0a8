//! `ta-tui activities` and `ta-tui organisations`: the assistance given and who gives it.

use super::by_code;
use super::failure::Failure;
use super::format::Format;
use super::globals::FilterArgs;
use super::list::{self, ListArgs};
use super::session::Session;
use crate::columns::activities::{self, ActivityRow};
use crate::columns::organisations::{self, OrganisationRow};
use crate::domain;
use crate::query::{Field, Measure, activities_shown, matched_needs};
use crate::store::{AssistanceInFile, Store};

/// Without a filter every activity; with terms on States alone those that help one of these
/// States; else those that are matched with one of the needs.
pub(super) fn activities(session: &Session<'_>, args: &ListArgs) -> Result<(), Failure> {
    let (store, now) = session.loaded()?;
    let register = session.shown(&store, now)?;
    let question = session.ask(&register, &args.filter)?;
    let columns = activities::data();
    let file = in_file(&store, args.reads_file(&columns))?;
    let activities = &register.vocabulary.activities;
    let needs = matched_needs(&register, &question.selection.rows);
    let shown = activities_shown(&register.vocabulary, &question.filter, &question.plan, &needs);
    let is_today = question.as_of.is_none();
    list::write(&columns, &question, args, shown, |place| {
        let at = usize::from(place);
        Some(ActivityRow::new(place, activities.get(at)?, needs[at], &file, is_today))
    })
}

/// The record of one activity, with every column.
pub(super) fn show(session: &Session<'_>, code: &str, format: Format) -> Result<(), Failure> {
    let (store, now) = session.loaded()?;
    let register = session.shown(&store, now)?;
    let question = session.ask(&register, &FilterArgs { filter: Vec::new() })?;
    let activities = &register.vocabulary.activities;
    let all = activities.iter().map(|activity| activity.code.as_str());
    let place = by_code::place_of(domain::Kind::Activity, code, all)?;
    let file = store.assistance_in_file()?;
    let needs = matched_needs(&register, &question.selection.rows)[place];
    let is_today = question.as_of.is_none();
    let row = ActivityRow::new(place as u16, &activities[place], needs, &file, is_today);
    list::record(&activities::data(), &question, format, &row)
}

/// Without a filter every organisation; else those that provide an activity matched with one of
/// the needs.
pub(super) fn organisation_list(session: &Session<'_>, args: &ListArgs) -> Result<(), Failure> {
    let (store, now) = session.loaded()?;
    let register = session.shown(&store, now)?;
    let question = session.ask(&register, &args.filter)?;
    let vocabulary = &register.vocabulary;
    let columns = organisations::data();
    let file = in_file(&store, args.reads_file(&columns))?;
    let is_there = |id: i64| vocabulary.activities.binary_search_by_key(&id, |a| a.id).is_ok();
    let needs = question.selection.counts.of(Field::Provider, Measure::Needs);
    let needs = |place: usize| needs.get(place + 1).copied().unwrap_or(0);
    let rows = (0..vocabulary.organisations.len() as u32)
        .filter(|place| question.plan.is_empty() || needs(*place as usize) > 0)
        .collect();
    list::write(&columns, &question, args, rows, |place| {
        let organisation = vocabulary.organisations.get(place as usize)?;
        let reports = file.reports(organisation.id, is_there);
        OrganisationRow::new(vocabulary, place as u16, needs(place as usize), reports)
    })
}

/// What the file holds of activities, where a column wants it.
fn in_file(store: &Store, is_read: bool) -> Result<AssistanceInFile, Failure> {
    if is_read { Ok(store.assistance_in_file()?) } else { Ok(AssistanceInFile::default()) }
}
