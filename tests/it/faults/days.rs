//! The day that counts as today: that of the clock in UTC, which turns while the program runs, or the own day of an
//! illustrative register.

use crate::support::desk::Desk;
use rusqlite::Connection;
use ta_tui::domain::{Clock, Day};
use ta_tui::text::Lang;

const WIDE: (u16, u16) = (120, 40);
const SMALL: (u16, u16) = (80, 24);

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// A register that is not illustrative, on a clock, with three open needs expected on 1 January 2030.
fn real(clock: &Clock) -> Desk {
    Desk::with(WIDE, |start| {
        let sql = Connection::open(&start.db).unwrap();
        sql.execute_batch(
            "UPDATE meta SET value = 'no' WHERE key = 'illustrative';
             UPDATE need SET projected_on = NULL, response = 'unmet', focal_point_id = NULL;
             UPDATE need SET projected_on = '2030-01-01' WHERE id IN (5, 50, 500)",
        )
        .unwrap();
        start.clock = clock.clone();
    })
}

#[test]
fn d8_after_midnight_figures_and_what_is_overdue_follow() {
    let clock = Clock::on(day("2030-01-01"));
    let mut desk = real(&clock);
    desk.keys("4/is:overdue -duplicate:any<Enter>").expect(" 0 of 3,954 needs");
    clock.turn_to(day("2030-01-02").at_second(0));
    desk.keys("<Down>").expect(" 3 of 3,954 needs");
    desk.keys("<Esc>7").expect("as at 2 January 2030");
    clock.turn_to(day("2030-01-03").at_second(0));
    desk.keys("<Down>").expect("as at 3 January 2030");
}

#[test]
fn d8_a_day_that_is_asked_for_or_refused_is_said_to_be_in_utc() {
    let clock = Clock::on(day("2030-01-01"));
    let mut desk = real(&clock);
    desk.keys("zd").expect("(UTC)");
    desk.keys("2030-01-02<Enter>").expect("today (UTC) is 2030-01-01");
    clock.turn_to(day("2030-01-02").at_second(0));
    desk.keys("<Enter>");
    assert_eq!(desk.program.app().as_of(), None, "that is today by now");
    desk.keys("4<Enter>Z").expect("(UTC)");
}

#[test]
fn d9_the_screen_says_the_day_where_it_says_that_the_register_is_illustrative() {
    for (size, lang, sign, today) in [
        (WIDE, Lang::En, "illustrative", "today is 31 December 2019"),
        (SMALL, Lang::En, "illustrative", "today is 31 December 2019"),
        (WIDE, Lang::Zh, "示例数据", "今天为2019年12月31日"),
        (SMALL, Lang::Zh, "示例数据", "今天为2019年12月31日"),
    ] {
        let desk = Desk::new(size, lang);
        assert!(desk.line(0).trim_end().ends_with(sign), "{}", desk.line(0));
        let foot = desk.line(usize::from(size.1) - 2);
        assert!(foot.contains(today), "{foot}");
    }
    let desk = Desk::with(SMALL, |start| start.today = Some(day("2020-06-01")));
    desk.expect("today is 1 June 2020");
}

#[test]
fn d9_on_its_day_the_sample_has_something_to_show() {
    let mut desk = Desk::new(WIDE, Lang::En);
    desk.keys("4/changed:today<Enter>").expect(" 0 of 3,954 needs");
    // a change made now is of its day, whatever the clock says
    desk.keys("<Esc>e<Enter>/changed:today<Enter>").expect(" 1 of 3,954 needs");
    desk.keys("<Esc>gv").expect("New since the note of 2019-05-31");
    desk.keys("n").expect(" 135 of 3,954 needs");
    desk.keys("7").expect("as at 31 December 2019");
}
