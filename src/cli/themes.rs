//! `ta-tui themes`: the themes of needs and activities, also those that no need has.

use super::failure::Failure;
use super::list::{self, ListArgs};
use super::session::Session;
use crate::columns::property::ValueKind;
use crate::columns::{Column, RecordList};
use crate::exchange::Room;
use crate::query::register::Theme;
use crate::query::{Field, Measure};

pub(super) struct Row<'a> {
    theme: &'a Theme,
    needs: u32,
    states: u32,
    activities: u32,
}

/// The list of themes.
pub(super) struct Themes;

impl RecordList for Themes {
    type Row<'a> = Row<'a>;
    type Order = ();
}

type Of = Column<Themes>;

/// The columns; names and order are a contract. Later columns stand at the end.
pub(super) fn columns() -> [Of; 5] {
    [
        Of::new("code", "theme-code", ValueKind::Text, |row, _| row.theme.code.as_str().into())
            .stated()
            .in_data(),
        Of::new("name", "theme-name", ValueKind::Text, |row, to| to.name(&row.theme.names))
            .room(Room::Fills),
        Of::new("needs", "theme-needs", ValueKind::Count, |row, _| row.needs.into())
            .room(Room::Stays),
        Of::new("states", "theme-states", ValueKind::Count, |row, _| row.states.into())
            .room(Room::Stays),
        Of::new("activities", "theme-activities", ValueKind::Count, |row, _| row.activities.into())
            .room(Room::Stays),
    ]
}

/// Without a filter every theme; else those that one of the needs has.
pub(super) fn run(session: &Session<'_>, args: &ListArgs) -> Result<(), Failure> {
    let (store, now) = session.loaded()?;
    let register = session.shown(&store, now)?;
    let question = session.ask(&register, &args.filter)?;
    let vocabulary = &register.vocabulary;
    let count = |measure, place: usize| {
        let counts = question.selection.counts.of(Field::Theme, measure);
        counts.get(place + 1).copied().unwrap_or(0)
    };
    let row = |place: usize| {
        let has = |themes: &[u16]| themes.iter().any(|theme| usize::from(*theme) == place);
        let activities = vocabulary.activities.iter().filter(|activity| has(&activity.themes));
        Some(Row {
            theme: vocabulary.themes.get(place)?,
            needs: count(Measure::Needs, place),
            states: count(Measure::States, place),
            activities: activities.count() as u32,
        })
    };
    let shows = |place: &usize| question.plan.is_empty() || count(Measure::Needs, *place) > 0;
    let rows = (0..vocabulary.themes.len()).filter(shows).collect();
    list::write(&columns().each_ref(), &question, args, rows, row)
}
