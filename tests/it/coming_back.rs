//! A restart comes back to the screen that the person has left, in its order and with its columns.

use crate::support::desk::Desk;
use rusqlite::Connection;
use ta_tui::app::place::Screen;
use ta_tui::cli::{Opening, Start};
use ta_tui::config::StartScreen;
use ta_tui::query::register::Disclosure;
use ta_tui::store::{Access, LeftScreen, Store};
use ta_tui::text::Lang;

const SIZE: (u16, u16) = (120, 40);

/// A change to the settings of a start.
type Change = fn(&mut Start);

/// A program that remembers how it is left.
fn remembering() -> Desk {
    Desk::with(SIZE, |start| start.remembers = true)
}

fn again(desk: Desk) -> Desk {
    desk.reopen_with(|start| start.remembers = true)
}

fn screen(desk: &Desk) -> Option<Screen> {
    desk.program.app().place().view.screen()
}

/// The column of the list on the screen, and whether it is the other way round.
fn order(desk: &Desk) -> (usize, bool) {
    let list = desk.program.app().place().view.list().unwrap();
    (list.column, list.descending)
}

fn left(desk: &Desk, who: &str) -> Option<LeftScreen> {
    let store = Store::open(&desk.db, Access::ReadOnly).unwrap();
    store.last_visit(who).unwrap().and_then(|visit| visit.left)
}

fn sql(desk: &Desk, sql: &str) {
    Connection::open(&desk.db).unwrap().execute_batch(sql).unwrap();
}

#[test]
fn the_screen_comes_back_with_its_order_and_columns_and_without_its_filter() {
    let mut desk = remembering();
    desk.keys("2sj<Enter>S");
    let (column, _) = order(&desk);
    assert!(column > 0, "another order than the first");
    // One column less, and another one wider.
    desk.keys("zcj<Space>k>><Enter>").keys("/ghana<Enter>");
    let (before, columns) = (order(&desk), desk.program.app().columns().len());
    let chosen = desk.program.app().chosen_columns("states").map(<[String]>::to_vec);
    let mut desk = again(desk);
    assert_eq!(screen(&desk), Some(Screen::States));
    assert_eq!((order(&desk), desk.program.app().columns().len()), (before, columns));
    assert_eq!(desk.program.app().chosen_columns("states").map(<[String]>::to_vec), chosen);
    assert!(desk.program.app().place().filter.is_empty(), "{}", desk.screen());
    assert!(desk.program.app().selected_count() == 0);
    desk.keys("1");
    let desk = again(desk);
    assert_eq!(screen(&desk), Some(Screen::Overview));
    // another person has not used the program yet
    let desk = desk.reopen_with(|start| {
        (start.remembers, start.who) = (true, Some("fp-ke".into()));
    });
    assert_ne!(screen(&desk), Some(Screen::States));
    assert_eq!(left(&desk, "fp-ke"), None);
}

#[test]
fn what_the_command_line_and_the_settings_say_comes_first() {
    let mut desk = remembering();
    desk.keys("3");
    let mut desk = again(desk);
    assert_eq!(screen(&desk), Some(Screen::Reviews));
    let said: [(Change, Screen); 4] = [
        (|start| start.filter = "chapter:V".into(), Screen::Overview),
        (|start| start.opening = Opening::Screen(Screen::States), Screen::States),
        (|start| start.opening = Opening::View("overdue".into()), Screen::Needs),
        (|start| start.config.start = Some(StartScreen::Overview), Screen::Overview),
    ];
    for (say, shown) in said {
        desk = desk.reopen_with(|start| {
            start.remembers = true;
            say(start);
        });
        assert_eq!(screen(&desk), Some(shown), "{}", desk.screen());
        desk.keys("3");
    }
}

#[test]
fn a_program_that_only_reads_remembers_nothing_and_does_not_come_back() {
    let mut desk = remembering();
    desk.keys("3");
    let reads: [Change; 3] = [
        |_| {},
        |start| (start.remembers, start.read_only) = (true, true),
        |start| {
            (start.remembers, start.who) = (true, None);
            (start.kept, start.read_only) = (Some(Disclosure::default()), true);
        },
    ];
    for start in reads {
        desk = desk.reopen_with(start);
        assert_ne!(screen(&desk), Some(Screen::Reviews), "{}", desk.screen());
        desk.keys("2");
    }
    assert_eq!(left(&desk, "secretariat").map(|left| left.screen).as_deref(), Some("reviews"));
}

#[test]
fn an_entry_with_anything_unknown_is_ignored_as_a_whole() {
    let mut desk = remembering();
    desk.keys("2sj<Enter>");
    for damage in [
        "screen = 'assistance'",
        "sort = 'colour'",
        "columns = 'name,colour'",
        "change = 999999999",
        "at = -5",
        "screen = CAST(x'1b5b324aff' AS TEXT)",
    ] {
        desk = again(desk);
        assert_eq!(screen(&desk), Some(Screen::States), "{damage}");
        desk = desk.reopen();
        sql(&desk, &format!("UPDATE last_visit SET {damage}"));
        desk = again(desk);
        assert_ne!(screen(&desk), Some(Screen::States), "{damage}");
        assert_eq!(desk.program.app().chosen_columns("states"), None, "{damage}");
        desk.keys("2");
    }
}

#[test]
fn it_is_no_line_of_the_log_and_nothing_that_others_answer_anew() {
    let mut desk = remembering();
    let changes = |desk: &Desk| {
        let store = Store::open(&desk.db, Access::ReadOnly).unwrap();
        store.last_change().unwrap()
    };
    let before = changes(&desk);
    desk.keys("4");
    let desk = again(desk);
    assert_eq!(changes(&desk), before);
    assert_eq!(left(&desk, "secretariat").map(|left| left.screen).as_deref(), Some("needs"));
    assert_eq!(Store::open(&desk.db, Access::ReadOnly).unwrap().check().unwrap(), []);
    let zh = Desk::with(SIZE, |start| (start.remembers, start.lang) = (true, Lang::Zh));
    assert_eq!(left(&zh, "secretariat"), None, "a person who has pressed no key has left nothing");
}
