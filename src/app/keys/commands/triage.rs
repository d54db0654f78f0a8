//! Deciding about needs: one key sets one field.

use super::{now, ready};
use crate::app::App;
use crate::app::keys::chord::Menu;
use crate::app::keys::commands::command::{Act, Ahead, Command, Family, Group, SetValue, Where};
use crate::app::keys::context::{Decides, KeyContext};
use crate::domain::{Deed, Horizon, Kind, Priority, Response};

const SCREENS: Where = Where::If(KeyContext::is_screen);
const NARROWED: Where = Where::If(KeyContext::is_narrowed);
const CHANGING: Where = Where::If(KeyContext::changes);
const DECIDING: Where = Where::If(KeyContext::decides);
const MERGING: Where = Where::If(KeyContext::merges);
const WITH_NEED: Where = Where::If(KeyContext::has_need);
/// Where `.` repeats a decision, or says where it does.
const REPEATING: Where = Where::In(&[KeyContext::Needs, KeyContext::Triage, KeyContext::Need]);
/// Where a bare key gives and takes themes; on Triage the menu of changes does.
const THEMED: Where =
    Where::If(|context| context.decides() && !matches!(context, KeyContext::Triage));
const NEED_LISTS: Where = Where::If(KeyContext::lists_needs);

const fn command(
    id: &'static str,
    keys: &'static [&'static str],
    at: Where,
    hint: u8,
    run: fn(&mut App),
) -> Command {
    Command::new(id, keys, at, Group::Triage, Act::Do(run)).hint(hint)
}

const fn row(
    id: &'static str,
    keys: &'static [&'static str],
    at: Where,
    hint: u8,
    run: fn(&mut App),
) -> Command {
    command(id, keys, at, hint, run).ready(ready::can_write)
}

const fn set(id: &'static str, keys: &'static [&'static str], value: SetValue) -> Command {
    Command::new(id, keys, DECIDING, Group::Triage, Act::Set(value)).ready(ready::can_write)
}

/// Whether a letter that sets a value opens the list of values: on a list to read, until needs are selected. The keys
/// of those lists stand in the hint line then.
fn reads(app: &App) -> bool {
    app.context().deciding() == Decides::Also && app.selected_count() == 0
}

fn decides_at_once(app: &App) -> bool {
    !reads(app)
}

const fn priority(id: &'static str, keys: &'static [&'static str], value: Priority) -> Command {
    set(id, keys, SetValue::Priority(Some(value))).of(Family::Priority).said(decides_at_once)
}

const fn response(id: &'static str, keys: &'static [&'static str], value: Response) -> Command {
    set(id, keys, SetValue::Response(Some(value))).of(Family::Response).said(decides_at_once)
}

const fn horizon(id: &'static str, keys: &'static [&'static str], value: Horizon) -> Command {
    set(id, keys, SetValue::Horizon(Some(value)))
}

const fn select(
    id: &'static str,
    keys: &'static [&'static str],
    hint: u8,
    run: fn(&mut App),
) -> Command {
    let select = Command::new(id, keys, NEED_LISTS, Group::Select, Act::Do(run));
    select.hint(hint).ready(ready::has_need)
}

const fn queue(
    id: &'static str,
    keys: &'static [&'static str],
    hint: u8,
    run: fn(&mut App),
) -> Command {
    command(id, keys, Where::In(&[KeyContext::Triage]), hint, run)
}

const fn back(id: &'static str, keys: &'static [&'static str], run: fn(&mut App)) -> Command {
    command(id, keys, SCREENS, 0, run).ready(ready::writable)
}

fn has_put_off(app: &App) -> Result<(), &'static str> {
    if app.has_put_off() { Ok(()) } else { Err("reason-nothing-put-off") }
}

fn has_drafts(app: &App) -> Result<(), &'static str> {
    let has_any = app.drafts.needs().next().is_some() || app.has_form_drafts();
    if has_any { Ok(()) } else { Err("reason-no-drafts") }
}

fn has_queue(app: &App) -> Result<(), &'static str> {
    ready::writable(app)?;
    if app.has_queue() { Ok(()) } else { Err("reason-no-queue") }
}

fn can_repeat(app: &App) -> Result<(), &'static str> {
    ready::can_write(app)?;
    app.can_repeat()
}

fn can_tag(app: &App) -> Result<(), &'static str> {
    ready::writable(app)?;
    match (app.selected_count(), app.is_reading()) {
        (0, true) => Err("reason-reading"),
        _ => Ok(()),
    }
}

fn can_merge(app: &App) -> Result<(), &'static str> {
    match app.context() {
        KeyContext::ByTheme => app.can_record()?,
        _ => ready::can_write(app)?,
    }
    app.can_merge()
}

fn can_comment(app: &App) -> Result<(), &'static str> {
    ready::can_write(app)?;
    ready::has_need(app)
}

fn can_retire(app: &App) -> Result<(), &'static str> {
    ready::writable(app)?;
    app.may(Deed::Change, Kind::Person)?;
    if app.person_shown().is_some() { Ok(()) } else { Err("reason-no-person") }
}

fn has_selected(app: &App) -> Result<(), &'static str> {
    if app.selected_count() > 0 { Ok(()) } else { Err("reason-nothing-selected") }
}

pub(super) const TABLE: &[Command] = &[
    Command::new("menu.change", &["="], CHANGING, Group::Triage, Act::Menu(Menu::Change))
        .hint(9)
        .said(App::can_change_something)
        .due(|app| app.can_mark().is_ok()),
    // one column of the keyboard, upper is higher
    priority("triage.high", &["e"], Priority::High).hint(3).gone(&["+"]),
    priority("triage.medium", &["d"], Priority::Medium),
    priority("triage.low", &["c"], Priority::Low).gone(&["-"]),
    row("triage.priority", &["p", "= p"], DECIDING, 3, App::choose_priority)
        .now(now::priority)
        .said(reads),
    // open, intended, under way, met, crossed out
    response("triage.unmet", &["o"], Response::Unmet).hint(4).gone(&["U"]),
    response("triage.planned", &["i"], Response::Planned).gone(&["P"]),
    response("triage.under-way", &["w"], Response::UnderWay),
    response("triage.met", &["m"], Response::Met),
    response("triage.withdrawn", &["x"], Response::Withdrawn),
    row("triage.response", &["r", "= r"], DECIDING, 4, App::choose_response)
        .now(now::response)
        .said(reads),
    row("triage.focal", &["a", "= a"], DECIDING, 5, App::choose_focal).now(now::focal),
    row("triage.notes", &["n", "= n"], WITH_NEED, 7, App::edit_notes)
        .now(now::notes)
        .opens_field(Ahead::BehindEnter),
    row("triage.repeat", &["."], REPEATING, 6, App::repeat).ready(can_repeat),
    set("triage.no-priority", &["= 0"], SetValue::Priority(None))
        .now(now::no_priority)
        .gone(&["0"]),
    set("triage.no-horizon", &["= h"], SetValue::Horizon(None)).now(now::no_horizon),
    horizon("triage.current", &["= c"], Horizon::Current).now(now::current).gone(&["T"]),
    horizon("triage.projected", &["= f"], Horizon::Projected).now(now::projected),
    row("triage.date", &["= d"], DECIDING, 0, App::ask_projected).now(now::expected).once(&["Z"]),
    row("triage.themes", &["#", "= t"], THEMED, 0, App::choose_themes)
        .now(now::themes_of_need)
        .once(&["K"]),
    queue("queue.themes", &["= t"], 0, App::choose_themes)
        .ready(ready::can_write)
        .now(now::themes_of_need)
        .once(&["#", "K"]),
    row("triage.duplicate", &["= ="], DECIDING, 0, App::ask_duplicate)
        .now(now::duplicate)
        .once(&["D"]),
    row("need.merge", &["= m"], MERGING, 0, App::ask_merge).ready(can_merge),
    row("need.comments", &["= l"], WITH_NEED, 0, App::open_comments)
        .ready(can_comment)
        .now(now::comments)
        .opens_field(Ahead::BehindEnter),
    command("need.void", &["= v"], DECIDING, 0, App::ask_void_or_back)
        .ready(ready::can_turn_void)
        .opens_field(Ahead::BehindEnter),
    command("triage.tag", &["Ctrl-t"], NARROWED, 0, App::tag).ready(can_tag).once(&["X"]),
    command("filter.tag", &["Ctrl-t"], Where::In(&[KeyContext::Filter]), 0, App::tag_found)
        .ready(ready::writable),
    command("triage.drafts", &["g d"], SCREENS, 0, App::list_drafts)
        .ready(has_drafts)
        .now(now::drafts)
        .once(&["J"]),
    queue("triage.put-off", &["s"], 8, App::put_off).ready(ready::has_need).once(&["b"]),
    queue("triage.turn", &["z r"], 0, App::turn_round).once(&["R"]),
    queue("triage.bring-back", &["z s"], 0, App::bring_back)
        .ready(has_put_off)
        .now(now::put_off)
        .due(App::has_put_off)
        .once(&["B"]),
    queue("person.retire", &["= x"], 0, App::retire).ready(can_retire),
    queue("triage.hand-over", &["= o"], 0, App::hand_over).ready(has_queue).once(&["M"]),
    back("triage.undo", &["u"], App::undo),
    back("triage.redo", &["Ctrl-r"], App::redo),
    select("select.turn", &["space"], 6, App::select),
    select("select.range", &["v"], 0, App::turn_range)
        .once(&["V"])
        .due(|app| app.range.is_some())
        .hinted_as(|_| Some("hint-range")),
    select("select.all", &["A"], 0, App::select_all),
    Command::new("select.list", &["z y"], NEED_LISTS, Group::Select, Act::Do(App::list_selected))
        .ready(has_selected),
    Command::new("select.none", &[], SCREENS, Group::Select, Act::Do(App::select_none))
        .gone(&["N"]),
];
