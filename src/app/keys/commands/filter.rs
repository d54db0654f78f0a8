//! Narrowing what is shown.

use crate::app::App;
use crate::app::keys::commands::command::{Command, Group, always};
use crate::app::keys::context::{Context, SCREENS};
use crate::domain::{Chapter, Coded};
use crate::query::{Condition, Field, Filter};

pub(super) const NARROWED: &[Context] = &[
    Context::Overview,
    Context::States,
    Context::Reviews,
    Context::Needs,
    Context::Triage,
    Context::Figures,
    Context::State,
    Context::Review,
    Context::ByTheme,
    Context::Facets,
];

const fn row(
    id: &'static str,
    keys: &'static [&'static str],
    contexts: &'static [Context],
    hint: u8,
    run: fn(&mut App),
) -> Command {
    Command { id, keys, contexts, group: Group::Filter, hint, ready: always, run }
}

fn chapter(app: &mut App, chapter: Chapter) {
    app.toggle_value(Field::Chapter, chapter.index() as u16 + 1);
}

pub(super) const TABLE: &[Command] = &[
    row("filter.edit", &["/"], NARROWED, 2, App::edit_filter),
    row("filter.chapter-2", &["F2"], NARROWED, 3, |app| chapter(app, Chapter::II)),
    row("filter.chapter-3", &["F3"], NARROWED, 0, |app| chapter(app, Chapter::III)),
    row("filter.chapter-4", &["F4"], NARROWED, 0, |app| chapter(app, Chapter::IV)),
    row("filter.chapter-5", &["F5"], NARROWED, 0, |app| chapter(app, Chapter::V)),
    row("filter.chapter-6", &["F6"], NARROWED, 0, |app| chapter(app, Chapter::VI)),
    row("filter.untriaged", &["t"], NARROWED, 0, |app| {
        app.toggle_value(Field::Is, Condition::Untriaged.index() as u16 + 1);
    }),
    row("filter.clear", &["\\"], NARROWED, 0, |app| app.set_filter(Filter::default())),
    row("facets.turn", &["f"], NARROWED, 4, App::turn_facets),
    row("facets.hide", &["F"], SCREENS, 0, App::hide_facets),
    row("facets.choose", &["space", "Enter"], &[Context::Facets], 1, App::choose_facet),
    row("facets.exclude", &["-"], &[Context::Facets], 2, App::exclude_facet),
];
