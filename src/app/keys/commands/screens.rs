//! Screens and pages.

use super::{now, ready};
use crate::app::App;
use crate::app::keys::chord::Menu;
use crate::app::keys::commands::command::{Act, Command, Group, Where};
use crate::app::keys::context::KeyContext;
use crate::app::state::assistance::{CoverageView, Section};
use crate::app::state::screens::Screen;
use crate::domain::{Coded, Kind};
use crate::query::register::NeedRef;

const SCREENS: Where = Where::If(KeyContext::is_screen);
/// Where there is a need, a State or an activity that assistance is shown for.
const ASSISTED: Where = Where::In(&[
    KeyContext::Overview,
    KeyContext::States,
    KeyContext::Needs,
    KeyContext::Triage,
    KeyContext::State,
    KeyContext::Review,
    KeyContext::Need,
    KeyContext::Assistance,
    KeyContext::AssistanceRecord,
    KeyContext::Candidates,
]);
const ASSISTANCE: Where = Where::In(&[KeyContext::Assistance]);
const MOVING: Where = Where::If(KeyContext::moves_by_letters);

const fn row(
    id: &'static str,
    keys: &'static [&'static str],
    at: Where,
    hint: u8,
    run: fn(&mut App),
) -> Command {
    Command::new(id, keys, at, Group::Screens, Act::Do(run)).hint(hint)
}

fn has_duplicate(app: &App) -> Result<(), &'static str> {
    match app.current_need().and_then(NeedRef::duplicate_of) {
        Some(_) => Ok(()),
        None => Err("reason-no-duplicate"),
    }
}

/// An adviser tells the region, which is not told where States are not named.
fn has_advisers(app: &App) -> Result<(), &'static str> {
    if app.is_nameless() { Err("reason-nameless-record") } else { Ok(()) }
}

/// Opening and going back, before the main screens.
pub(super) const FIRST: &[Command] = &[
    row("open", &["Enter"], Where::If(KeyContext::opens), 1, App::open)
        .ready(ready::has_rows)
        .hinted_as(App::open_name),
    row("back", &["Esc", "Ctrl-g"], SCREENS, 10, App::back)
        .ready(ready::has_way_back)
        .ahead(|app| app.context() == KeyContext::Need || app.selected_count() > 0)
        .hinted_as(App::back_name),
    row("history.back", &["[", "Backspace"], SCREENS, 0, App::go_back).ready(App::can_go_back),
    row("history.forward", &["]"], SCREENS, 0, App::go_forward).ready(App::can_go_forward),
];

/// A key for each main screen.
pub(super) const MAIN: &[Command] = &{
    let mut rows = [to(Screen::ALL[0]); Screen::ALL.len()];
    let mut place = 1;
    while place < rows.len() {
        rows[place] = to(Screen::ALL[place]);
        place += 1;
    }
    rows
};

const fn to(screen: Screen) -> Command {
    let (keys, id) = screen.command();
    Command::new(id, keys, SCREENS, Group::Screens, Act::Go(screen))
}

/// Pages, and the day that is shown.
pub(super) const TABLE: &[Command] = &[
    Command::new("menu.go", &["g"], MOVING, Group::Screens, Act::Menu(Menu::Go)),
    row("gaps", &[], SCREENS, 0, |app| app.go_to_section(Section::Gaps)),
    row("shared", &["g w"], SCREENS, 0, |app| app.go_to_section(Section::Shared)),
    row("trend", &[], SCREENS, 0, App::go_to_trend),
    row("overlaps", &[], SCREENS, 0, |app| app.go_to_section(Section::Overlaps)),
    row("assistance.by", &["b"], ASSISTANCE, 3, App::turn_by)
        .ready(App::can_turn_by)
        .hinted_as(App::by_mark),
    row("activities", &["g a"], SCREENS, 0, |app| app.go_to_section(Section::Activities)),
    row("organisations", &["g o"], SCREENS, 0, |app| app.go_to_section(Section::Organisations)),
    row("platforms", &[], SCREENS, 0, |app| app.go_to_section(Section::Platforms)),
    row("coverage", &[], SCREENS, 0, |app| app.go_to_coverage(CoverageView::Providers)),
    row("coverage.donors", &[], SCREENS, 0, |app| app.go_to_coverage(CoverageView::Donors)),
    row("unprepared", &[], SCREENS, 0, |app| app.go_to_coverage(CoverageView::Unprepared))
        .ready(has_advisers),
    row("trainings", &[], SCREENS, 0, |app| app.go_to_coverage(CoverageView::Trainings)),
    row("advisers", &[], SCREENS, 0, |app| app.go_to_section(Section::Advisers))
        .ready(has_advisers),
    row("assistance.here", &["&"], ASSISTED, 8, App::open_candidates)
        .ready(App::can_be_assisted)
        .ahead(|app| app.context() == KeyContext::Need),
    row("by-theme", &["g t"], SCREENS, 0, App::open_themes).now(now::themes).once(&["I"]),
    row("people", &["g p"], SCREENS, 0, |app| app.list_records(Kind::Person))
        .ready(App::can_record)
        .now(now::people),
    row("documents", &["g f"], SCREENS, 0, |app| app.list_records(Kind::Document))
        .ready(App::can_record)
        .now(now::documents),
    row("dates", &["z d"], SCREENS, 9, App::choose_date)
        .ready(ready::nothing_waits)
        .now(now::day)
        .once(&["W", "@"]),
    row("follow", &[], Where::In(&[KeyContext::Need]), 0, App::follow).ready(has_duplicate),
    row("history", &["g h"], SCREENS, 0, App::open_history).once(&["H"]),
    row("history.since", &["g l"], SCREENS, 0, App::open_news).ready(App::can_show_news),
    row("need.by-number", &["g n"], SCREENS, 0, App::ask_number).ready(ready::is_read),
];
