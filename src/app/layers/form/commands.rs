//! The commands that open forms, and those within a form.

use crate::app::App;
use crate::app::keys::commands::command::{Act, Ahead, Command, Group, Where};
use crate::app::keys::context::KeyContext;
use crate::domain::Kind;

const HERE: &[KeyContext] = &[KeyContext::Form];
const RECORDS: Where = Where::If(KeyContext::has_records);
const SCREENS: Where = Where::If(KeyContext::is_screen);
const REVIEWS: Where = Where::In(&[KeyContext::Reviews, KeyContext::Review]);

const fn screen(
    id: &'static str,
    keys: &'static [&'static str],
    at: Where,
    run: fn(&mut App),
) -> Command {
    Command::new(id, keys, at, Group::Triage, Act::Do(run)).ready(App::can_record)
}

/// Makes the command for a new record of a kind, which has no key.
const fn new(id: &'static str, run: fn(&mut App)) -> Command {
    screen(id, &[], SCREENS, run)
}

/// The rows of the table of commands that concern forms.
pub(in crate::app::layers) const COMMANDS: &[Command] = &[
    screen("record.new", &["+"], RECORDS, App::new_record_here)
        .hint(10)
        .opens_field(Ahead::First)
        .ready(App::can_make_new)
        .hinted_as(App::new_name)
        .due(App::plans_here),
    screen("record.edit", &["= e"], RECORDS, App::edit_record_here).ready(App::can_edit_record),
    screen("record.step", &["= s"], REVIEWS, App::reach_step).ready(App::can_reach_step),
    screen("record.sitting", &["= +"], REVIEWS, App::begin_sitting)
        .ready(App::can_reach_step)
        .opens_field(Ahead::First),
    screen("review.void", &["= v"], Where::In(&[KeyContext::Reviews]), App::ask_void_review)
        .ready(App::can_void_review)
        .opens_field(Ahead::BehindEnter),
    screen("record.correct", &[], SCREENS, App::correct_by_name),
    new("record.new-need", |app| app.new_record(Kind::Need)),
    new("record.new-review", |app| app.new_record(Kind::Review)),
    new("record.new-person", |app| app.new_record(Kind::Person)),
    new("record.new-state", |app| app.new_record(Kind::State)),
    new("record.new-theme", |app| app.new_record(Kind::Theme)),
    new("record.new-document", |app| app.new_record(Kind::Document)),
    new("record.new-organisation", |app| app.new_record(Kind::Organisation)),
    new("record.new-activity", |app| app.new_record(Kind::Activity)),
    new("record.new-platform", |app| app.new_record(Kind::Platform)),
    Command::in_layer("form.next", &["Tab", "Down"], HERE, 2, |app| app.leave_field(1)),
    Command::in_layer("form.previous", &["Shift-Tab", "Up"], HERE, 0, |app| app.leave_field(-1)),
    Command::in_layer("form.enter", &["Enter"], HERE, 0, App::enter_in_form),
    Command::of_rows("form.choose", &["space"], HERE, None),
    Command::in_layer("form.save", &["Ctrl-s"], HERE, 1, App::save_form),
    Command::in_layer("form.theirs", &["Ctrl-o"], HERE, 0, App::take_theirs_in_form)
        .ready(App::has_theirs_in_form)
        .due(|app| app.has_theirs_in_form().is_ok()),
    Command::in_layer("form.alike", &["Ctrl-t"], HERE, 0, App::list_alike).ready(App::has_alike),
    Command::in_layer("form.discard", &["Ctrl-x"], HERE, 5, App::discard_form),
    Command::in_layer("sitting.next", &["Ctrl-n"], HERE, 0, |app| app.reopen_in_sitting(1))
        .ready(App::is_sitting),
    Command::in_layer("sitting.previous", &["Ctrl-p"], HERE, 0, |app| app.reopen_in_sitting(-1))
        .ready(App::is_sitting)
        .due(App::has_entered),
];
