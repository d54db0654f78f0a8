//! Messages in the status line: they stay until they were on the screen long enough to be read.

use crate::support::desk::Desk;
use std::time::Duration;
use ta_tui::text::Lang;

const SMALL: (u16, u16) = (80, 24);

fn quick() -> Desk {
    let mut desk = Desk::new(SMALL, Lang::En);
    desk.program.set_pace(Duration::from_millis(300));
    desk
}

#[test]
fn a_message_stays_until_a_key_five_seconds_after_it_was_drawn() {
    let mut desk = quick();
    desk.keys("4d<Enter>").expect("Need 1 changed");
    // Sixteen keys take less than five seconds.
    desk.keys(&"j".repeat(16)).expect("Need 1 changed");
    desk.keys("j").expect("18/3,954");
    // Time alone takes nothing away.
    desk.keys("kd<Enter>").expect("changed");
    let before = desk.screen();
    desk.program.set_pace(Duration::from_hours(1));
    assert_eq!(desk.screen(), before);
    desk.keys("j");
    assert!(!desk.shows("changed"), "{}", desk.screen());
}

#[test]
fn a_message_goes_with_a_key_that_leaves_the_screen_and_with_another_message() {
    for leaves in ["5", "<Enter>", "gt", "gh"] {
        let mut desk = quick();
        desk.keys("4je<Enter>").expect("Need 2 changed");
        desk.keys(leaves);
        assert!(!desk.shows("Need 2 changed"), "{leaves}\n{}", desk.screen());
    }
    let mut desk = quick();
    desk.keys("4<Enter>d").expect("Need 1 changed");
    // A layer over the screen is no other screen, but another need is.
    desk.keys("g<Esc>").expect("Need 1 changed");
    desk.keys("l");
    assert!(!desk.shows("Need 1 changed"), "{}", desk.screen());
    desk.keys("h;").expect("; does nothing here");
    desk.keys("u").expect("Need 1: undone");
}

#[test]
fn a_long_message_covers_its_own_line_alone_once_a_key_has_come() {
    let mut desk = Desk::new((40, 12), Lang::En);
    desk.program.set_pace(Duration::ZERO);
    desk.keys("4;").expect("shows the").expect("\n keys\n");
    desk.keys("j").expect("; does nothing here");
    assert!(!desk.shows("\n keys\n"), "{}", desk.screen());
}

#[test]
fn a_failure_goes_with_the_next_key_whenever_it_comes() {
    let mut desk = quick();
    desk.keys("4");
    let sql = rusqlite::Connection::open(&desk.db).unwrap();
    sql.execute_batch("ALTER TABLE change RENAME TO change_away").unwrap();
    desk.keys("gh").expect("✗");
    desk.keys("j");
    assert!(!desk.shows("✗"), "{}", desk.screen());
}
