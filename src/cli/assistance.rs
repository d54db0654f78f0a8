//! `ta-tui activities`: the assistance given, under way or planned.

use super::failure::Failure;
use super::format::Format;
use super::globals::FilterArgs;
use super::list::{self, ListArgs, Listed};
use super::output;
use super::session::{Question, Session};
use crate::assistance::{FEWEST_STATES, is_training, needs_told, shown_and_told};
use crate::columns::activities::{self, ActivityRow};
use crate::domain::Coded;
use crate::query::register::Register;
use crate::query::{AssistanceShown, Field};
use crate::store::{AssistanceInFile, Store, StoreError};
use crate::text::{Arg, Message};
use clap::Args;
use std::borrow::Cow;
use std::collections::BTreeSet;

#[derive(Debug, Args)]
pub(super) struct ActivitiesArgs {
    #[command(flatten)]
    pub(super) list: ListArgs,
    // Trainings alone, with the numbers that their sources state.
    #[arg(long)]
    trainings: bool,
}

impl ActivitiesArgs {
    /// Of activities of every kind.
    pub(super) fn all(list: ListArgs) -> Self {
        Self { list, trainings: false }
    }
}

/// The columns of a table of trainings unless others are asked for.
const OF_TRAININGS: [&str; 9] = [
    "code",
    "status",
    "when",
    "events",
    "people",
    "states_covered",
    "ldcs_covered",
    "at_least",
    "description",
];

/// The activities that the filter shows, by what they say of themselves and by the needs that they are matched with.
pub(super) fn activities(session: &Session<'_>, of: &ActivitiesArgs) -> Result<(), Failure> {
    let mut args = Cow::Borrowed(&of.list);
    if of.trainings && args.columns.is_empty() && args.format.chosen().is_for_people() {
        args.to_mut().columns = OF_TRAININGS.map(str::to_owned).into();
    }
    let args = &*args;
    let (store, now) = session.loaded()?;
    let register = session.shown(&store, now)?;
    let (question, mut shown) = ask(session, &register, &args.filter, |shown| shown.activities)?;
    if of.trainings {
        let all = &register.vocabulary.activities;
        shown.retain(|place| is_training(&all[usize::from(*place)].kind));
    }
    let columns = activities::data();
    let file = in_file(session, &store, args.reads_file(&columns))?;
    let activities = &register.vocabulary.activities;
    let needs = needs_told(&register, &question.selection.rows);
    let is_today = question.as_of.is_none();
    list::write(&columns, &question, args, shown, |place| {
        let at = usize::from(place);
        Some(ActivityRow::new(place, activities.get(at)?, needs[at], &file, is_today))
    })
}

/// Asks a filter of activities or organisations, with the places of those that it shows. The probable meaning of its
/// words is told only where they show none: searching the texts of needs alone does not tell.
pub(super) fn ask<'r>(
    session: &'r Session<'_>,
    register: &'r Register,
    words: &FilterArgs,
    of: impl Fn(AssistanceShown) -> Vec<u16>,
) -> Result<(Question<'r>, Vec<u16>), Failure> {
    let question = session.ask_on(session.day_shown()?, register, words)?;
    let (plan, selection) = (&question.plan, &question.selection);
    let shown = shown_and_told(question.register, plan, &selection.rows, &|| false);
    let shown = of(shown.ok_or_else(|| Failure::from(StoreError::Stopped))?);
    let is_untold = |field: &Field| field.is_of_state() || *field == Field::Theme;
    let asked = question.filter.fields().filter(is_untold).map(Coded::code);
    let untold: BTreeSet<&str> = asked.filter(|_| session.kept.is_some()).collect();
    for field in &untold {
        let message = Message::new("cli-no-names-activities").with("field", Arg::Field(field));
        output::notice(session.text(), &message);
    }
    let of_needs = question.filter.fields().filter(|field| !field.is_of_activities());
    let of_needs: BTreeSet<&str> =
        of_needs.map(Coded::code).filter(|_| session.kept.is_some()).collect();
    for field in &of_needs {
        let message = Message::new("cli-no-names-of-needs").with("field", Arg::Field(field));
        output::notice(session.text(), &message.with("few", FEWEST_STATES));
    }
    if shown.is_empty() && untold.is_empty() {
        session.tell_meant(&question.filter, register, plan, selection);
    }
    Ok((question, shown))
}

/// One activity with every column; `None` where there was none by the day.
pub(super) fn record(
    store: &Store,
    question: &Question<'_>,
    id: i64,
    format: Format,
) -> Result<Option<Listed>, Failure> {
    let activities = &question.register.vocabulary.activities;
    let Ok(place) = activities.binary_search_by_key(&id, |one| one.id) else { return Ok(None) };
    let file = store.assistance_in_file()?;
    let needs = needs_told(question.register, &question.selection.rows)[place];
    let is_today = question.as_of.is_none();
    let row = ActivityRow::new(place as u16, &activities[place], needs, &file, is_today);
    Ok(Some(list::record(&activities::data(), question, format, &row)))
}

/// What the file holds of activities on the day that is shown, where a column wants it.
pub(super) fn in_file(
    session: &Session<'_>,
    store: &Store,
    is_read: bool,
) -> Result<AssistanceInFile, Failure> {
    if !is_read {
        return Ok(AssistanceInFile::default());
    }
    Ok(store.file_on(session.as_of)?.assistance_in_file()?)
}
