//! Three keys to begin with, for a person who uses a register for the first time.

use crate::support::desk::Desk;
use ta_tui::text::Lang;

const TITLE: &str = "New here?";

fn newcomer(size: (u16, u16)) -> Desk {
    Desk::with(size, |start| start.remembers = true)
}

#[test]
fn the_lines_stand_below_the_charts_until_a_key_does_something() {
    let mut desk = newcomer((80, 24));
    desk.expect(TITLE).expect("only chapter V").expect("/ sey").expect(": tour");
    desk.keys("ß");
    desk.expect(TITLE);
    desk.keys("j");
    assert!(!desk.shows(TITLE), "{}", desk.screen());
    let desk = desk.reopen_with(|start| start.remembers = true);
    assert!(!desk.shows(TITLE), "for good");
    let desk = desk.reopen_with(|start| {
        (start.remembers, start.who) = (true, None);
    });
    desk.expect(TITLE);
}

#[test]
fn they_are_shown_where_there_is_room_and_to_people_alone() {
    assert!(!newcomer((80, 18)).shows(TITLE));
    newcomer((200, 50)).expect(TITLE);
    let frame = Desk::with((80, 24), |_| {});
    assert!(!frame.shows(TITLE));
    let reads = Desk::with((80, 24), |start| (start.remembers, start.read_only) = (true, true));
    assert!(!reads.shows(TITLE));
}

#[test]
fn a_person_who_leaves_at_once_finds_them_again() {
    let mut desk = newcomer((80, 24));
    desk.keys("q");
    let desk = desk.reopen_with(|start| start.remembers = true);
    desk.expect(TITLE);
}

#[test]
fn the_first_screen_in_both_languages() {
    for (lang, name) in [(Lang::En, "first-use-en"), (Lang::Zh, "first-use-zh")] {
        let desk = Desk::with((80, 24), |start| (start.remembers, start.lang) = (true, lang));
        insta::with_settings!({ prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name, desk.screen());
        });
    }
}
