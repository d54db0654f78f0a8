//! `ta-tui platforms`: regional platforms, their members and the priorities on which these agreed.

use super::activity_columns::organisation_name;
use super::failure::Failure;
use super::format::Format;
use super::list::{self, ListArgs, Listed};
use super::session::{Question, Session};
use crate::columns::property::ValueKind;
use crate::columns::reader::{self, Reader};
use crate::columns::{Column, RecordList};
use crate::domain::ArticleSet;
use crate::exchange::{Cell, Room};
use crate::query::register::{Activity, Address};
use crate::store::{PlatformDetail, PlatformPriority, Store};
use crate::text::Arg;

pub(super) struct Row<'a> {
    platform: &'a PlatformDetail,
    /// The activity that stands for it.
    activity: Option<&'a Activity>,
    needs: u32,
}

/// The list of platforms.
pub(super) struct Platforms;

impl RecordList for Platforms {
    type Row<'a> = Row<'a>;
    type Order = ();
}

type Of = Column<Platforms>;

/// The columns; names and order are a contract. Later columns stand at the end.
pub(super) fn columns() -> [Of; 10] {
    let words = |name, key, cell| Of::new(name, key, ValueKind::Text, cell);
    let many = |name, key, cell| Of::new(name, key, ValueKind::Texts, cell);
    [
        words("code", "code", |row, _| row.platform.code.as_str().into())
            .stated()
            .room(Room::Stays),
        words("name", "name", |row, to| organisation_name(to, Some(row.platform.organisation)))
            .stated()
            .room(Room::Fills),
        words("activity", "platform-activity", |row, _| {
            row.activity.map_or(Cell::Missing, |of| of.code.as_str().into())
        }),
        words("status", "status", |row, to| {
            row.activity.map_or(Cell::Missing, |of| to.word("status", &of.status))
        }),
        words("when", "when", |row, to| row.activity.map_or(Cell::Missing, |of| to.name(&of.when))),
        many("states", "platform-states", |row, to| {
            let ids = &row.platform.states;
            let states = to.vocabulary.states.iter().filter(|state| ids.contains(&state.id));
            Cell::List(states.map(|state| to.state(state)).collect())
        }),
        many("priorities", "platform-priorities", |row, to| {
            Cell::List(row.platform.priorities.iter().map(|one| priority(one, to)).collect())
        })
        .in_data(),
        many("themes", "platform-themes", |row, to| {
            let themes = row.platform.priorities.iter().flat_map(|one| &one.themes);
            Cell::List(themes.map(|theme| to.known(theme)).collect())
        })
        .in_data(),
        Of::new("articles", "platform-articles", ValueKind::Numbers, |row, _| {
            let articles = row.platform.priorities.iter().flat_map(|one| one.articles.iter());
            reader::articles(articles.collect::<ArticleSet>().iter())
        })
        .in_data(),
        Of::new("needs", "needs", ValueKind::Count, |row, _| row.needs.into()).room(Room::Stays),
    ]
}

/// A priority that the members agreed on, with its rank where they ranked it.
fn priority(priority: &PlatformPriority, to: Reader<'_>) -> Cell {
    let (Cell::Text(words), Some(rank)) = (to.name(&priority.text), priority.rank) else {
        return to.name(&priority.text);
    };
    Cell::Text(match to.person {
        Some(text) => text.tra(
            "platform-priority",
            &[("rank", Arg::from(rank.to_string())), ("priority", Arg::from(words))],
        ),
        None => format!("{rank}. {words}"),
    })
}

/// Without a filter every platform; with terms on States alone those with one of these States as a member; else those
/// whose activity is matched with one of the needs.
pub(super) fn run(session: &Session<'_>, args: &ListArgs) -> Result<(), Failure> {
    let (store, now) = session.loaded()?;
    let register = session.shown(&store, now)?;
    let question = session.ask(&register, &args.filter)?;
    let platforms = store.platforms()?;
    let states = &register.vocabulary.states;
    let has_member = |platform: &PlatformDetail| {
        let passing = (0..states.len()).filter(|place| question.plan.state_matches(*place));
        passing.into_iter().any(|place| platform.states.contains(&states[place].id))
    };
    let shows = |place: &u32| {
        let platform = &platforms[*place as usize];
        question.plan.is_empty()
            || row(&question, platform).needs > 0
            || (question.on_states_only() && has_member(platform))
    };
    let rows: Vec<u32> = (0..platforms.len() as u32).filter(shows).collect();
    list::write(&columns().each_ref(), &question, args, rows, |place| {
        platforms.get(place as usize).map(|platform| row(&question, platform))
    })
}

/// One platform with every column; `None` where the register does not have it.
pub(super) fn record(
    store: &Store,
    question: &Question<'_>,
    id: i64,
    format: Format,
) -> Result<Option<Listed>, Failure> {
    let platforms = store.platforms()?;
    let found = platforms.iter().find(|platform| platform.id == id);
    let record =
        |platform| list::record(&columns().each_ref(), question, format, &row(question, platform));
    Ok(found.map(record))
}

fn row<'a>(question: &Question<'a>, platform: &'a PlatformDetail) -> Row<'a> {
    let activities = &question.register.vocabulary.activities;
    let activity = activities.iter().find(|activity| Some(activity.id) == platform.activity);
    let matched = |row: &Address| {
        let need = question.register.need(*row);
        need.is_some_and(|need| need.activities().any(|of| Some(of.id) == platform.activity))
    };
    let needs = question.selection.rows.iter().filter(|row| matched(row)).count() as u32;
    Row { platform, activity, needs }
}
