//! `ta-tui activities` and `ta-tui organisations`: the assistance given and who gives it.

use super::args::ListArgs;
use super::failure::Failure;
use super::list::{self, ListColumn};
use super::reader::{self, Reader};
use super::session::Session;
use crate::exchange::Cell;
use crate::query::register::{Activity, Organisation};
use crate::query::{Field, Measure};

struct ActivityRow<'a> {
    activity: &'a Activity,
    needs: u32,
}

fn activity_columns<'a>() -> [ListColumn<ActivityRow<'a>>; 13] {
    [
        ListColumn::new("code", "column-code", |row, _| row.activity.code.as_str().into()),
        ListColumn::new("kind", "column-kind", |row, to| to.word("kind", &row.activity.kind)),
        ListColumn::new("level", "column-level", |row: &ActivityRow<'_>, to| {
            to.word("level", &row.activity.level)
        })
        .on_request(),
        ListColumn::new("description", "column-description", |row, to| {
            to.name(&row.activity.description, &row.activity.description_zh)
        }),
        ListColumn::new("status", "column-status", |row, to| {
            to.word("status", &row.activity.status)
        }),
        ListColumn::new("when", "column-when", |row, to| {
            to.name(&row.activity.when, &row.activity.when_zh)
        }),
        ListColumn::new("states", "column-states", |row, to| to.states(&row.activity.states)),
        ListColumn::new("unnamed_states", "column-unnamed-states", |row: &ActivityRow<'_>, _| {
            row.activity.unnamed_states.map_or(Cell::Missing, Cell::from)
        })
        .on_request(),
        ListColumn::new("articles", "column-articles", |row, _| {
            reader::articles(row.activity.articles.iter())
        }),
        ListColumn::new("providers", "column-providers", |row, to| {
            organisations(to, &row.activity.providers)
        }),
        ListColumn::new("partners", "column-partners", |row: &ActivityRow<'_>, to| {
            organisations(to, &row.activity.partners)
        })
        .on_request(),
        ListColumn::new("donors", "column-donors", |row: &ActivityRow<'_>, to| {
            organisations(to, &row.activity.donors)
        })
        .on_request(),
        ListColumn::new("needs", "column-needs", |row, _| row.needs.into()),
    ]
}

fn organisations(to: Reader<'_>, places: &[u16]) -> Cell {
    let found =
        places.iter().filter_map(|place| to.vocabulary.organisations.get(usize::from(*place)));
    Cell::List(found.map(|o| to.name(&o.name_en, &o.name_zh)).collect())
}

/// Without a filter every activity; with terms on States alone those that help one of these
/// States; else those that are matched with one of the needs.
pub(super) fn activities(session: &Session<'_>, args: &ListArgs) -> Result<(), Failure> {
    let register = session.register()?;
    let question = session.ask(&register, &args.filter)?;
    let activities = &register.vocabulary.activities;
    let mut needs = vec![0_u32; activities.len()];
    for need in question.selection.rows.iter().filter_map(|row| register.need(*row)) {
        for activity in need.activities() {
            if let Ok(place) = activities.binary_search_by_key(&activity.id, |a| a.id) {
                needs[place] += 1;
            }
        }
    }
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
    list::write(&activity_columns(), &question, args, rows, |place| {
        let place = place as usize;
        Some(ActivityRow { activity: activities.get(place)?, needs: needs[place] })
    })
}

struct OrganisationRow<'a> {
    organisation: &'a Organisation,
    activities: u32,
    needs: u32,
}

fn organisation_columns<'a>() -> [ListColumn<OrganisationRow<'a>>; 6] {
    [
        ListColumn::new("code", "column-code", |row, _| row.organisation.code.as_str().into()),
        ListColumn::new("name", "column-name", |row, to| {
            to.name(&row.organisation.name_en, &row.organisation.name_zh)
        }),
        ListColumn::new("kind", "column-kind", |row, to| to.word("kind", &row.organisation.kind)),
        ListColumn::new("role", "column-role", |row: &OrganisationRow<'_>, to| {
            to.name(&row.organisation.role, &row.organisation.role_zh)
        })
        .on_request(),
        ListColumn::new("activities", "column-activities", |row, _| row.activities.into()),
        ListColumn::new("needs", "column-needs", |row, _| row.needs.into()),
    ]
}

/// Without a filter every organisation; else those that provide an activity matched with one of
/// the needs.
pub(super) fn organisation_list(session: &Session<'_>, args: &ListArgs) -> Result<(), Failure> {
    let register = session.register()?;
    let question = session.ask(&register, &args.filter)?;
    let vocabulary = &register.vocabulary;
    let needs = question.selection.counts.of(Field::Provider, Measure::Needs);
    let needs = |place: usize| needs.get(place + 1).copied().unwrap_or(0);
    let takes_part = |activity: &&Activity, place: u16| {
        [&activity.providers, &activity.partners, &activity.donors]
            .into_iter()
            .any(|who| who.contains(&place))
    };
    let rows = (0..vocabulary.organisations.len() as u32)
        .filter(|place| question.plan.is_empty() || needs(*place as usize) > 0)
        .collect();
    list::write(&organisation_columns(), &question, args, rows, |place| {
        let organisation = vocabulary.organisations.get(place as usize)?;
        let activities =
            vocabulary.activities.iter().filter(|a| takes_part(a, place as u16)).count() as u32;
        Some(OrganisationRow { organisation, activities, needs: needs(place as usize) })
    })
}
