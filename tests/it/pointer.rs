//! The mouse, where it is on: clicks, double clicks, the wheel; and the limits of clicks.

use crate::support::desk::Desk;
use ta_tui::app::state::pointing::Gesture::{Click, Twice, WheelDown, WheelUp};
use ta_tui::store::{Access, LogQuery, Store};
use ta_tui::text::Lang;

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (160, 45);

fn desk(size: (u16, u16)) -> Desk {
    let mut desk = Desk::new(size, Lang::En);
    desk.keys("zp").expect("The mouse is on");
    desk
}

#[test]
fn nothing_is_heard_until_the_mouse_is_on() {
    let mut desk = Desk::new(SMALL, Lang::En);
    let before = desk.screen();
    desk.point("4 Needs", Click).point("III Crim", Twice).point("III Crim", WheelDown);
    assert_eq!(desk.screen(), before);
    desk.keys("zp").point("4 Needs", Click).expect("Response");
    desk.keys("zp").expect("The mouse is off");
    desk.point("5 Triage", Click).expect("Response");
    let mut desk = Desk::with(SMALL, |start| start.config.mouse = Some(true));
    desk.point("4 Needs", Click).expect("Response");
}

#[test]
fn a_click_moves_the_cursor_a_second_one_opens_and_the_wheel_scrolls() {
    let mut desk = desk(SMALL);
    desk.keys("4").point("   5 ", Click);
    let current = |desk: &Desk| desk.program.app().current_need().map(|need| need.id().get());
    assert_eq!(current(&desk), Some(5));
    desk.point("   2 ", WheelDown);
    assert_eq!(current(&desk), Some(8));
    desk.point("   2 ", WheelUp);
    assert_eq!(current(&desk), Some(5));
    desk.point("   3 ", Click).point("   3 ", Twice).expect("Need 3 ");
    desk.keys("<Esc>");
    assert_eq!(current(&desk), Some(3));
}

#[test]
fn a_click_on_a_head_sorts_and_again_turns_the_order_round() {
    let mut desk = desk(SMALL);
    desk.keys("4").point("State   ", Click).expect("State▲");
    desk.point("State▲", Click).expect("State▼");
    desk.keys("2").point("Needs▼", Click).expect("Needs▲");
}

#[test]
fn a_click_on_a_tab_a_hint_or_an_entry_of_a_menu_is_its_key() {
    let mut desk = desk(SMALL);
    desk.point("2 States", Click).expect("Region");
    desk.point("? help", Click).expect("Esc");
    desk.keys("<Esc>z").point("ASCII", Click).expect("Needsv");
    desk.keys("za4").point("/ ", Click);
    assert!(desk.program.app().context().takes_text(), "{}", desk.screen());
}

#[test]
fn the_wheel_scrolls_the_pane_under_it_and_a_click_goes_there() {
    let mut desk = desk(LARGE);
    desk.point("African", Click).point("African", Twice).expect("region:AFR");
    desk.keys("<Esc>5");
    let people = |desk: &Desk| desk.program.app().place().view.page().pane() == 0;
    assert!(!people(&desk));
    desk.point("South and South-East", Click);
    assert!(people(&desk), "{}", desk.screen());
    let person = desk.program.app().shown_person();
    desk.point("South and South-East", WheelDown);
    assert_ne!(desk.program.app().shown_person(), person);
}

#[test]
fn no_click_answers_a_question_or_decides_about_a_need() {
    let mut desk = desk(SMALL);
    let changes = |desk: &Desk| {
        let store = Store::open(&desk.db, Access::ReadOnly).unwrap();
        store.log_total(&LogQuery::default()).unwrap()
    };
    let before = changes(&desk);
    desk.keys("5").expect("e High");
    desk.point("e High", Click).expect("A click decides nothing here: press e");
    desk.point("w ▒ Under way", Click).expect("A click decides nothing here: press w");
    desk.point("w ▒ Under way", Twice).expect("A click decides nothing here: press w");
    desk.keys("4Ae")
        .point("y yes  Esc no  Down", Click)
        .expect("A click decides nothing here: press y");
    desk.keys("<Esc><Esc>p").point("Low", Click).point("Low", Twice).expect("press Enter");
    desk.keys("<Esc>");
    desk.keys("=").point("Current", Click).expect("A click decides nothing here: press c");
    assert_eq!(changes(&desk), before);
}

#[test]
fn figures_themes_and_scopes_of_the_history_hear_clicks() {
    let mut desk = desk(LARGE);
    desk.keys("7").point("Categories, growth", Click).expect("Figure II.");
    desk.point("Model legislation", Click).point("Model legislation", Twice);
    desk.expect("category:C1-2").expect("438 of 3,954 needs");
    desk.keys("7").point("Articles, category", Click).point("16 Bribery, foreign", Click);
    desk.expect("▌16 Bribery, foreign");
    desk.keys("7").point("Published figures", Click).expect("reproduced");
    desk.keys("4z0gt").point("asset declarations", Click).point("asset declarations  ", Twice);
    desk.expect("theme:");
    // The scope of the history stands in the path.
    desk.keys("4<Enter>gh").point("History › Need", Click).expect("History › Albania");
}

#[test]
fn the_lines_of_a_needs_page_and_the_bars_of_a_state_hear_clicks() {
    let mut desk = desk((120, 40));
    desk.keys("4<Enter>").point("    2 !!", Click).expect("line 1/1");
    desk.point("    2 !!", Twice).expect("Need 2  Mozambique");
    desk.keys("2<Enter>").point("Under way   ", Twice).expect("response:\"under way\"");
}

#[test]
fn a_message_stays_under_the_wheel_as_it_does_under_keys() {
    let mut desk = desk(SMALL);
    desk.keys("4").keys("u").keys("<Esc>");
    desk.keys("y").expect("Sent to the terminal");
    desk.point("   5 ", Click).expect("Sent to the terminal");
    desk.point("   5 ", WheelDown).expect("Sent to the terminal");
    desk.keys("1");
    assert!(!desk.shows("Sent to the terminal"), "{}", desk.screen());
}
