//! The user's choice stays as it was seen: ranges, the need that a number names, keys on a screen that is too small
//! to show anything.

use crate::support::desk::Desk;
use ta_tui::app::Event;
use ta_tui::app::context::KeyContext;
use ta_tui::domain::{Change, NeedNumber, Priority};
use ta_tui::query::register::NeedRef;
use ta_tui::text::Lang;

const SMALL: (u16, u16) = (80, 24);

fn desk() -> Desk {
    Desk::new(SMALL, Lang::En)
}

fn selected(desk: &Desk) -> Vec<u32> {
    desk.program.app().selected.iter().map(NeedNumber::get).collect()
}

/// Whatever brings other rows under a range, it is by then the needs that it held.
#[test]
fn a_range_becomes_its_needs_before_other_rows_come_under_it() {
    for other_rows in ["/state:ghana<Enter>", "<F5>", "<F7>", "s", "S", "5", "<Enter><Esc>", "2"] {
        let mut desk = desk();
        desk.keys("4vjj").expect("● 3 selected").expect("v end range");
        let keys = if other_rows == "s" { "sb" } else { other_rows };
        desk.keys(keys).expect("● 3 selected");
        assert_eq!(selected(&desk), [1, 2, 3], "{other_rows}");
    }
    let mut desk = desk();
    desk.keys("5vjzr").expect("● 2 selected");
    // to give it up is another thing
    let mut desk = self::desk();
    desk.keys("4vjj<Esc>");
    assert_eq!(selected(&desk), [0; 0]);
}

/// Also where another session brings a need between those that it holds.
#[test]
fn a_range_takes_nothing_in_that_others_bring_into_it() {
    let mut desk = desk();
    desk.keys("4/is:untriaged<Enter>vjj").expect("● 3 selected");
    desk.elsewhere(3, Change::Priority(None));
    // there is nothing to redo; it makes the worker look at the file
    desk.keys("<C-r>").expect("● 3 selected");
    desk.keys("j").expect("● 4 selected");
    desk.keys("v");
    assert_eq!(selected(&desk), [1, 2, 5, 7]);
}

#[test]
fn what_enter_takes_as_the_original_is_what_the_cursor_is_on() {
    let duplicate_of =
        |desk: &Desk, id: u32| desk.program.app().need(NeedNumber::new(id)).unwrap().duplicate_of();
    let mut desk = desk();
    // the need of a number stands first, wherever it belongs
    desk.keys("4/id:3954<Enter>==39").expect("▌     39  ");
    desk.keys("<Down><Enter>");
    let chosen = duplicate_of(&desk, 3954).unwrap();
    assert_ne!(chosen.get(), 39, "the cursor was on another");
    desk.keys("==39<Enter>");
    assert_eq!(duplicate_of(&desk, 3954), Some(NeedNumber::new(39)));
    // a need is not its own duplicate, and an unknown number names none
    desk.keys("==3954").expect("Nothing matches");
    desk.keys("<Enter>").expect("A need is no duplicate of itself");
    desk.keys("<Esc>==99999<Enter>").expect("There is no such need");
    desk.keys("<Esc>");
    assert_eq!(duplicate_of(&desk, 3954), Some(NeedNumber::new(39)));
    // the other one says so, and is a way to it
    desk.keys("z0/id:39<Enter><Enter>").expect("= repeated by 3954");
}

#[test]
fn a_duplicate_waits_behind_what_is_to_be_decided() {
    let mut desk = desk();
    desk.keys("5");
    let first = desk.program.app().current_need().map(NeedRef::id).unwrap();
    desk.keys("==<Enter>jk");
    assert_ne!(desk.program.app().current_need().map(NeedRef::id), Some(first));
}

#[test]
fn nothing_is_decided_where_nothing_can_be_seen() {
    let mut desk = desk();
    desk.keys("4");
    let version = |desk: &Desk| desk.program.app().need(NeedNumber::new(1)).unwrap().version();
    let before = version(&desk);
    desk.program.take(Event::Resize(30, 8));
    desk.keys("eo").expect("Press Q to quit");
    assert_eq!(version(&desk), before);
    desk.program.take(Event::Resize(80, 24));
    desk.keys("nwords");
    desk.program.take(Event::Resize(80, 11));
    desk.keys("x");
    assert!(!desk.program.app().ended);
    desk.keys("q");
    assert!(desk.program.app().ended, "what the message says is true");
    desk.program.take(Event::Resize(80, 24));
    desk.expect("words");
    assert!(!desk.shows("wordsx"));
}

#[test]
fn help_is_there_over_every_question() {
    for (open, context) in [
        ("4Ae", KeyContext::Confirm),
        ("4s", KeyContext::Chooser),
        ("4zc", KeyContext::Columns),
        ("4gv", KeyContext::Views),
        ("4u", KeyContext::TakingBack),
    ] {
        let mut desk = desk();
        desk.keys(open);
        assert_eq!(desk.program.app().context(), context);
        desk.keys("?");
        assert_eq!(desk.program.app().context(), KeyContext::Help, "{open}");
        desk.keys("<Esc>");
        assert_eq!(desk.program.app().context(), context, "the question is still there");
    }
    for open in ["4a", "4/", "4n", "4#", "4=d", "4p"] {
        let mut desk = desk();
        desk.keys(open).keys("?");
        assert_ne!(desk.program.app().context(), KeyContext::Help, "a letter of what is typed");
        desk.keys("<F1>");
        assert_eq!(desk.program.app().context(), KeyContext::Help, "{open}");
    }
}

#[test]
fn what_is_in_force_is_seen_on_the_smallest_screen() {
    let mut desk = Desk::new((40, 12), Lang::En);
    desk.keys("/id:3954<Enter>4<Enter>").expect("[m ░ Met]");
    let mut desk = Desk::new((40, 12), Lang::En);
    desk.keys("5").expect("High !!! · Response – · nobody");
    desk.expect(" open, untriaged, high, oldest first ");
    desk.keys("i").expect("High !!! · ▓ Planned · nobody");
    let mut desk = Desk::new((40, 12), Lang::En);
    desk.keys("4Ae").expect("y yes").expect("Esc no");
    desk.keys("<Esc>u").expect("y yes").expect("u one before").expect("Esc no");
    desk.keys("<Esc><Esc><Enter>");
    desk.elsewhere(1, Change::Priority(Some(Priority::Low)));
    desk.keys("e").expect("h keep theirs").expect("l keep mine");
    for lang in [Lang::En, Lang::Zh] {
        let mut desk = Desk::new((40, 12), lang);
        desk.keys("4/id:1..9<Enter>Aeoa<Enter>");
        let list = if lang == Lang::En { "needs 1–" } else { "第1–" };
        desk.expect(list);
    }
}

#[test]
fn the_history_of_a_state_is_one_key_from_the_state() {
    let mut desk = desk();
    desk.keys("2gh").expect("History › Seychelles");
    desk.keys("<Esc><Enter>gh").expect("History › Seychelles");
}
