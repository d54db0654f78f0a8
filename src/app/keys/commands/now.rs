//! What stands now of that which a command changes, as the menus show it beside the command.

#![allow(clippy::unnecessary_wraps)] // the table of commands wants this type

use crate::app::App;
use crate::domain::{Coded, Horizon, TriageField};
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

/// That a value is the present one.
fn is(app: &App, is_it: bool) -> Option<String> {
    said(app, "menu-now").filter(|_| is_it)
}

/// The day that is shown.
pub(super) fn day(app: &App) -> Option<String> {
    Some(app.day_shown().to_string())
}

/// What charts count.
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

/// Whether the facet pane is shown.
pub(super) fn facets(app: &App) -> Option<String> {
    turned(app, app.facets_shown())
}

/// Whether only needs are shown that meet a condition.
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

/// How many needs have notes that were begun.
pub(super) fn drafts(app: &App) -> Option<String> {
    Some(grouped(app.drafts.needs().count() as u64))
}

/// How many themes there are.
pub(super) fn themes(app: &App) -> Option<String> {
    Some(grouped(app.vocabulary()?.themes.len() as u64))
}

/// The only need that a decision concerns.
fn need(app: &App) -> Option<NeedRef<'_>> {
    let [only] = app.concerned()[..] else { return None };
    app.need(only)
}

/// A field of the only need that a decision concerns.
fn field(app: &App, field: TriageField) -> Option<String> {
    let need = need(app)?;
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

/// That the need has no priority.
pub(super) fn no_priority(app: &App) -> Option<String> {
    is(app, need(app)?.priority().is_none())
}

/// That no horizon is stated.
pub(super) fn no_horizon(app: &App) -> Option<String> {
    is(app, need(app)?.horizon().is_none())
}

/// That the need is there today.
pub(super) fn current(app: &App) -> Option<String> {
    is(app, need(app)?.horizon() == Some(Horizon::Current))
}

/// That the need is yet to come.
pub(super) fn projected(app: &App) -> Option<String> {
    is(app, need(app)?.horizon() == Some(Horizon::Projected))
}

/// The focal point or adviser.
pub(super) fn focal(app: &App) -> Option<String> {
    field(app, TriageField::FocalPoint)
}

/// The day by which the need is expected.
pub(super) fn expected(app: &App) -> Option<String> {
    field(app, TriageField::ProjectedOn)
}

/// How many themes the need has.
pub(super) fn themes_of_need(app: &App) -> Option<String> {
    field(app, TriageField::Themes)
}

/// The need that it repeats.
pub(super) fn duplicate(app: &App) -> Option<String> {
    field(app, TriageField::DuplicateOf)
}
