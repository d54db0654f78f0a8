//! The present values of the settings that commands change, as menus show them beside the commands.

#![allow(clippy::unnecessary_wraps)] // the table of commands wants this type

use crate::app::App;
use crate::app::state::screens::View;
use crate::domain::{Coded, Day, Horizon, TriageField};
use crate::paint::Palette;
use crate::query::register::NeedRef;
use crate::query::{Condition, Field, Measure};
use crate::text::{Named, Signs, grouped};

/// The sign of a field that is not stated.
const NIL: &str = "–";

fn said(app: &App, id: &str) -> Option<String> {
    Some(app.text().tr(id).into_owned())
}

fn turned(app: &App, is_on: bool) -> Option<String> {
    said(app, if is_on { "menu-on" } else { "menu-off" })
}

/// The day that is shown.
pub(super) fn day(app: &App) -> Option<String> {
    Some(app.day_shown().to_string())
}

/// A day that something is compared with.
fn compared(app: &App, day: Option<Day>) -> Option<String> {
    day.map(|day| day.to_string()).or_else(|| said(app, "menu-off"))
}

/// The earlier day that counts are compared with.
pub(super) fn since(app: &App) -> Option<String> {
    compared(app, app.since())
}

/// The earlier day that the figure is compared with.
pub(super) fn figure_since(app: &App) -> Option<String> {
    compared(app, app.figure_since())
}

/// The measure of charts.
pub(super) fn measure(app: &App) -> Option<String> {
    said(
        app,
        match app.measure {
            Measure::Needs => "measure-needs",
            Measure::States => "measure-states",
            Measure::Reviews => "measure-reviews",
        },
    )
}

/// By which field bars are split.
pub(super) fn split(app: &App) -> Option<String> {
    match app.split {
        Some(field) => said(app, &format!("field-{}", field.code())),
        None => said(app, "menu-whole"),
    }
}

/// Whether one chart is shown alone.
pub(super) fn large(app: &App) -> Option<String> {
    match &app.place().view {
        View::Overview(charts) => turned(app, charts.large),
        _ => None,
    }
}

/// Whether the pane that follows the cursor is shown.
pub(super) fn detail(app: &App) -> Option<String> {
    turned(app, app.detail_shown() || app.charts_shown())
}

/// The number of needs that were put off.
pub(super) fn put_off(app: &App) -> Option<String> {
    Some(grouped(app.later.len() as u64))
}

/// The filter as screens show it.
pub(super) fn filter(app: &App) -> Option<String> {
    let filter = app.in_words(&app.place().filter);
    Some(filter).filter(|filter| !filter.is_empty())
}

/// Whether the facet pane is shown.
pub(super) fn facets(app: &App) -> Option<String> {
    turned(app, app.facets_shown())
}

/// Whether the filter has a condition of `is:`.
fn only(app: &App, condition: Condition) -> Option<String> {
    let mut chosen = app.place().filter.chosen(Field::Is);
    turned(app, chosen.any(|code| code == condition.code()))
}

/// Whether only untriaged needs are shown.
pub(super) fn untriaged(app: &App) -> Option<String> {
    only(app, Condition::Untriaged)
}

/// Whether only the needs of the person who works are shown.
pub(super) fn mine(app: &App) -> Option<String> {
    only(app, Condition::Mine)
}

/// Whether States are named.
pub(super) fn names(app: &App) -> Option<String> {
    said(app, if app.is_nameless() { "menu-hidden" } else { "menu-shown" })
}

/// The language in its own words.
pub(super) fn language(app: &App) -> Option<String> {
    said(app, "menu-language")
}

/// The colours in use.
pub(super) fn colours(app: &App) -> Option<String> {
    said(
        app,
        match app.settings.palette {
            Palette::Dark => "menu-dark",
            Palette::Light => "menu-light",
            Palette::More if app.settings.colours.on_light => "menu-more-light",
            Palette::More => "menu-more",
            Palette::Plain => "menu-plain",
        },
    )
}

/// Whether signs are ASCII alone.
pub(super) fn ascii(app: &App) -> Option<String> {
    turned(app, app.settings.signs == Signs::Ascii)
}

/// Whether the row under the cursor is pinned.
pub(super) fn pinned(app: &App) -> Option<String> {
    let list = app.place().view.list()?;
    turned(app, list.current.is_some_and(|id| list.is_pinned(id)))
}

/// Whether the mouse is on.
pub(super) fn mouse(app: &App) -> Option<String> {
    turned(app, app.settings.mouse)
}

/// The number of needs with a draft of notes.
pub(super) fn drafts(app: &App) -> Option<String> {
    Some(grouped((app.drafts.needs().count() + app.form_draft_count()) as u64))
}

/// The number of themes.
pub(super) fn themes(app: &App) -> Option<String> {
    Some(grouped(app.vocabulary()?.themes.len() as u64))
}

/// The number of people.
pub(super) fn people(app: &App) -> Option<String> {
    Some(grouped(app.vocabulary()?.people.len() as u64))
}

/// The number of documents.
pub(super) fn documents(app: &App) -> Option<String> {
    Some(grouped(app.vocabulary()?.documents.len() as u64))
}

/// Of more needs than this, nothing is said: they would have to be gone through for each entry.
const MOST: usize = 20_000;

/// The needs that a decision concerns.
fn needs(app: &App) -> Option<Vec<NeedRef<'_>>> {
    let concerned = app.concerned();
    if concerned.is_empty() || concerned.len() > MOST {
        return None;
    }
    concerned.into_iter().map(|id| app.need(id)).collect()
}

/// A field of the needs that a decision concerns: the value that all have, or that they differ.
fn field(app: &App, field: TriageField) -> Option<String> {
    let needs = needs(app)?;
    let first = field_of(app, *needs.first()?, field)?;
    let same = |need: &NeedRef<'_>| field_of(app, *need, field).as_ref() == Some(&first);
    if needs.iter().all(same) { Some(first) } else { said(app, "menu-various") }
}

/// The mark of the present value of all needs that a decision concerns, or of some, with their number.
fn all_are(app: &App, is_it: impl Fn(NeedRef<'_>) -> bool) -> Option<String> {
    let needs = needs(app)?;
    let count = needs.iter().filter(|need| is_it(**need)).count();
    match count {
        0 => None,
        _ if count == needs.len() => said(app, "menu-now"),
        _ => Some(format!("{} {}", said(app, "menu-now")?, grouped(count as u64))),
    }
}

/// A field of one need.
fn field_of(app: &App, need: NeedRef<'_>, field: TriageField) -> Option<String> {
    let value = |name: &str, code: Option<&str>| {
        code.map_or_else(|| NIL.to_owned(), |code| app.text().value(name, code))
    };
    Some(match field {
        TriageField::Priority => value("priority", need.priority().map(Coded::code)),
        TriageField::Response => value("response", need.response().map(Coded::code)),
        TriageField::FocalPoint => need
            .focal_point()
            .map_or_else(|| NIL.to_owned(), |person| person.in_lang(app.text().lang()).to_owned()),
        TriageField::ProjectedOn => {
            need.projected_on().map_or_else(|| NIL.to_owned(), |day| day.to_string())
        }
        TriageField::DuplicateOf => {
            need.duplicate_of().map_or_else(|| NIL.to_owned(), |other| other.to_string())
        }
        TriageField::Themes => grouped(need.theme_places().len() as u64),
        TriageField::Horizon | TriageField::Notes => return None,
    })
}

/// The priority.
pub(super) fn priority(app: &App) -> Option<String> {
    field(app, TriageField::Priority)
}

/// The response.
pub(super) fn response(app: &App) -> Option<String> {
    field(app, TriageField::Response)
}

/// The mark of "no priority".
pub(super) fn no_priority(app: &App) -> Option<String> {
    all_are(app, |need| need.priority().is_none())
}

/// The mark of "no horizon".
pub(super) fn no_horizon(app: &App) -> Option<String> {
    all_are(app, |need| need.horizon().is_none())
}

/// The mark of the horizon "current".
pub(super) fn current(app: &App) -> Option<String> {
    all_are(app, |need| need.horizon() == Some(Horizon::Current))
}

/// The mark of the horizon "projected".
pub(super) fn projected(app: &App) -> Option<String> {
    all_are(app, |need| need.horizon() == Some(Horizon::Projected))
}

/// The focal point or adviser.
pub(super) fn focal(app: &App) -> Option<String> {
    field(app, TriageField::FocalPoint)
}

/// The day by which the need is expected.
pub(super) fn expected(app: &App) -> Option<String> {
    field(app, TriageField::ProjectedOn)
}

/// The first line of the notes, where they have been read.
pub(super) fn notes(app: &App) -> Option<String> {
    let need = app.current_need()?.id();
    let detail = app.detail.as_ref().filter(|detail| detail.id == need)?;
    let line = detail.notes.lines().next().unwrap_or(NIL);
    Some(line.to_owned())
}

/// The number of themes of the need.
pub(super) fn themes_of_need(app: &App) -> Option<String> {
    field(app, TriageField::Themes)
}

/// The need that it repeats.
pub(super) fn duplicate(app: &App) -> Option<String> {
    field(app, TriageField::DuplicateOf)
}

/// How many comments there are on the need, where they have been read.
pub(super) fn comments(app: &App) -> Option<String> {
    let need = app.current_need()?.id();
    let detail = app.detail.as_ref().filter(|detail| detail.id == need)?;
    Some(grouped(detail.comments.len() as u64))
}
