//! The commands that narrow the rows.

use super::now;
use crate::app::App;
use crate::app::keys::commands::command::{Act, Ahead, Command, Family, Group, Where};
use crate::app::keys::context::KeyContext;
use crate::domain::Chapter;
use crate::query::register::Slot;
use crate::query::{Condition, Field, Filter};

const NARROWED: Where = Where::If(KeyContext::is_narrowed);
const OVERVIEW: Where = Where::In(&[KeyContext::Overview]);
const PANE: Where = Where::In(&[KeyContext::Facets]);

const fn row(
    id: &'static str,
    keys: &'static [&'static str],
    at: Where,
    hint: u8,
    run: fn(&mut App),
) -> Command {
    Command::new(id, keys, at, Group::Filter, Act::Do(run)).hint(hint)
}

const fn narrow(
    id: &'static str,
    keys: &'static [&'static str],
    hint: u8,
    run: fn(&mut App),
) -> Command {
    row(id, keys, NARROWED, hint, run).of(Family::Chapters)
}

fn chapter(app: &mut App, chapter: Chapter) {
    app.toggle_value(Field::Chapter, Slot::coded(chapter).number());
}

fn only(app: &mut App, condition: Condition) {
    app.toggle_value(Field::Is, Slot::coded(condition).number());
}

/// The person who works is one of the register.
fn is_known(app: &App) -> Result<(), &'static str> {
    if app.query_context().me.is_some() { Ok(()) } else { Err("reason-nobody-here") }
}

pub(super) const TABLE: &[Command] = &[
    row("filter.edit", &["/"], NARROWED, 2, App::edit_filter)
        .opens_field(Ahead::BehindMoves)
        .ahead(|app| app.selected_count() == 0),
    narrow("filter.chapter-2", &["F2", "z 2"], 3, |app| chapter(app, Chapter::II)),
    narrow("filter.chapter-3", &["F3", "z 3"], 0, |app| chapter(app, Chapter::III)),
    narrow("filter.chapter-4", &["F4", "z 4"], 0, |app| chapter(app, Chapter::IV)),
    narrow("filter.chapter-5", &["F5", "z 5"], 0, |app| chapter(app, Chapter::V)),
    narrow("filter.chapter-6", &["F6", "z 6"], 0, |app| chapter(app, Chapter::VI)),
    row("filter.untriaged", &["F7", "z 7"], NARROWED, 0, |app| only(app, Condition::Untriaged))
        .now(now::untriaged)
        .once(&["t"]),
    row("filter.mine", &["F8", "z 8"], NARROWED, 0, |app| only(app, Condition::Mine))
        .now(now::mine)
        .ready(is_known),
    row("filter.clear", &["z 0"], NARROWED, 0, |app| app.set_filter(Filter::default()))
        .now(now::filter)
        .once(&["\\"]),
    row("charts.choose", &["space"], OVERVIEW, 4, App::choose_bar),
    row("charts.exclude", &["-"], OVERVIEW, 7, App::exclude_bar),
    row("facets.turn", &["f"], NARROWED, 4, App::turn_facets),
    row("facets.hide", &["z f"], Where::If(KeyContext::is_screen), 0, App::hide_facets)
        .now(now::facets)
        .once(&["F"]),
    row("facets.choose", &["space", "Enter"], PANE, 1, App::choose_facet),
    row("facets.exclude", &["-"], PANE, 2, App::exclude_facet),
];
