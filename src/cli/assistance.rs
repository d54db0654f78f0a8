//! `ta-tui activities`: the assistance given, under way or planned.

use super::activity_columns;
use super::activity_row::{Activities, ActivityRow};
use super::failure::Failure;
use super::format::Format;
use super::list::{self, ListArgs, Listed};
use super::session::{Question, Session};
use crate::columns::Column;
use crate::columns::property::ValueKind;
use crate::columns::reader::{self, Reader};
use crate::domain::PartialDate;
use crate::exchange::{Cell, Room};
use crate::query::Field;
use crate::query::register::Activity;
use crate::store::{ActivityDetail, ActivityWords, Store};

fn in_file(row: &ActivityRow<'_>, words: fn(&ActivityWords) -> &String) -> Cell {
    row.words.map_or(Cell::Missing, |of_activity| Cell::stated(words(of_activity).as_str()))
}

/// Words that the source joins by semicolons.
fn listed_in_file(
    row: &ActivityRow<'_>,
    to: Reader<'_>,
    words: fn(&ActivityWords) -> &String,
) -> Cell {
    let joined = row.words.map_or("", |of_activity| words(of_activity));
    let parts = joined.split(';').map(str::trim).filter(|part| !part.is_empty());
    Cell::List(parts.map(|part| to.known(part)).collect())
}

/// The columns of activities; names and order are a contract. Later columns stand at the end.
pub(super) fn activity_columns() -> Vec<Column<Activities>> {
    first_columns().into_iter().chain(activity_columns::details()).collect()
}

/// The columns that the list began with.
fn first_columns() -> [Column<Activities>; 23] {
    let words = |name, key, cell| Column::<Activities>::new(name, key, ValueKind::Text, cell);
    let names = |name, key, cell| Column::<Activities>::new(name, key, ValueKind::Texts, cell);
    [
        words("code", "code", |row, _| row.activity.code.as_str().into())
            .stated()
            .room(Room::Stays),
        words("kind", "kind", |row, to| to.word("kind", &row.activity.kind)),
        words("level", "level", |row, to| to.word("level", &row.activity.level)).in_data(),
        words("description", "description", |row, to| to.name(&row.activity.description))
            .room(Room::Fills),
        words("status", "status", |row, to| to.word("status", &row.activity.status)),
        words("when", "when", |row, to| to.name(&row.activity.when)),
        names("states", "states-helped", |row, to| to.states(&row.activity.states)),
        Column::<Activities>::new(
            "unnamed_states",
            "unnamed-states",
            ValueKind::Count,
            |row, _| row.activity.unnamed_states.map_or(Cell::Missing, Cell::from),
        )
        .unstated()
        .in_data(),
        Column::<Activities>::new("articles", "articles", ValueKind::Numbers, |row, _| {
            reader::articles(row.activity.articles.iter())
        })
        .of_field(Field::Article)
        .room(Room::YieldsFirst),
        names("providers", "providers", |row, to| organisations(to, &row.activity.providers))
            .of_field(Field::Provider),
        names("partners", "partners", |row, to| organisations(to, &row.activity.partners))
            .in_data(),
        names("donors", "donors", |row, to| organisations(to, &row.activity.donors)).in_data(),
        Column::<Activities>::new("needs", "needs", ValueKind::Count, |row, _| row.needs.into())
            .room(Room::Stays),
        Column::<Activities>::new("began_on", "began", ValueKind::Day, |row, to| {
            // Like the paragraph, a day can say which State was helped.
            let began = row.activity.began.filter(|_| to.vocabulary.nameless.is_none());
            began.map(PartialDate::first_day).into()
        })
        .on_request(),
        words("participants", "participants", |row, to| to.known(&row.activity.participants))
            .on_request(),
        words("paragraph", "paragraph", |row, to| to.paragraph(&row.activity.paragraph))
            .on_request(),
        words("document", "document-published", |row, _| in_file(row, |w| &w.document))
            .in_the_file(),
        names("regions", "regions", |row, to| listed_in_file(row, to, |w| &w.regions))
            .of_field(Field::Region)
            .in_the_file(),
        words("place", "place", |row, to| {
            row.words.map_or(Cell::Missing, |of| to.known(&of.place))
        })
        .in_the_file(),
        words("starts_on", "starts", |row, _| in_file(row, |w| &w.starts_on)).in_the_file(),
        words("ends_on", "ends", |row, _| in_file(row, |w| &w.ends_on)).in_the_file(),
        names("themes", "activity-themes", |row, to| listed_in_file(row, to, |w| &w.themes))
            .of_field(Field::Theme)
            .in_the_file(),
        words("uncertainty", "uncertainty", |row, to| {
            row.words.map_or(Cell::Missing, |of| to.known(&of.uncertainty))
        })
        .in_the_file(),
    ]
}

fn organisations(to: Reader<'_>, places: &[u16]) -> Cell {
    let found =
        places.iter().filter_map(|place| to.vocabulary.organisations.get(usize::from(*place)));
    Cell::List(found.map(|o| to.name(&o.names)).collect())
}

/// Without a filter every activity; with terms on States alone those that help one of these
/// States; else those that are matched with one of the needs.
pub(super) fn activities(session: &Session<'_>, args: &ListArgs) -> Result<(), Failure> {
    let (store, now) = session.loaded()?;
    let register = session.shown(&store, now)?;
    let question = session.ask(&register, &args.filter)?;
    let columns = activity_columns();
    let columns: Vec<_> = columns.iter().collect();
    let file = if args.reads_file(&columns) { InFile::read(&store)? } else { InFile::default() };
    let activities = &register.vocabulary.activities;
    let needs = matched(&question);
    let helps = |activity: &Activity| {
        activity.states.iter().any(|state| question.plan.state_matches(usize::from(*state)))
    };
    let shows = |place: &u32| {
        let place = *place as usize;
        question.plan.is_empty()
            || needs[place] > 0
            || (question.on_states_only() && helps(&activities[place]))
    };
    let rows = (0..activities.len() as u32).filter(shows).collect();
    list::write(&columns, &question, args, rows, |place| {
        let place = place as usize;
        Some(file.row(activities.get(place)?, needs[place], question.as_of.is_none()))
    })
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
    let file = InFile::read(store)?;
    let columns = activity_columns();
    let row = file.row(&activities[place], matched(question)[place], question.as_of.is_none());
    Ok(Some(list::record(&columns.iter().collect::<Vec<_>>(), question, format, &row)))
}

/// How many of the needs are matched with each activity.
fn matched(question: &Question<'_>) -> Vec<u32> {
    let activities = &question.register.vocabulary.activities;
    let mut needs = vec![0_u32; activities.len()];
    for need in question.selection.rows.iter().filter_map(|row| question.register.need(*row)) {
        for activity in need.activities() {
            if let Ok(place) = activities.binary_search_by_key(&activity.id, |a| a.id) {
                needs[place] += 1;
            }
        }
    }
    needs
}

/// The details of all activities that the register in memory leaves in the file, in the order of their ids.
#[derive(Default)]
struct InFile {
    words: Vec<ActivityWords>,
    details: Vec<ActivityDetail>,
}

impl InFile {
    fn read(store: &Store) -> Result<Self, Failure> {
        Ok(Self { words: store.activity_words()?, details: store.activity_details()? })
    }

    /// An activity with its details from the file.
    fn row<'a>(&'a self, activity: &'a Activity, needs: u32, is_today: bool) -> ActivityRow<'a> {
        let words = self.words.binary_search_by_key(&activity.id, |words| words.id).ok();
        let detail = self.details.binary_search_by_key(&activity.id, |detail| detail.id).ok();
        let (words, detail) =
            (words.and_then(|at| self.words.get(at)), detail.and_then(|at| self.details.get(at)));
        let extents = detail.filter(|_| is_today).map(|detail| detail.matches);
        ActivityRow { activity, words, detail, extents, needs }
    }
}
