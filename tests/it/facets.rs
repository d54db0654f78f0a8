//! Choosing and leaving out values in the facet pane.

use crate::support::desk::Desk;
use ta_tui::text::Lang;

const SMALL: (u16, u16) = (80, 24);

/// The filter line, the line of chapter II and that of chapter III after some keys.
fn after(keys: &str) -> [String; 3] {
    let mut desk = Desk::new(SMALL, Lang::En);
    desk.keys(keys);
    let pane = |number| desk.line(number).split('│').next_back().unwrap().trim().to_owned();
    [desk.line(1).trim().to_owned(), pane(3), pane(4)]
}

#[test]
fn a_value_is_left_out_and_let_in_again_under_the_cursor() {
    let free = after("4f");
    assert!(free[1].starts_with("▌  II ") && free[1].contains(" 175 "), "{free:?}");
    let left_out = after("4f-");
    assert!(left_out[0].starts_with("Needs › -chapter:II  "), "{left_out:?}");
    assert!(left_out[0].ends_with("3,779 of 3,954 needs"), "{left_out:?}");
    assert!(left_out[1].starts_with("▌- II ") && left_out[1].ends_with(" –"), "{left_out:?}");
    let numbers = |line: &str| line.trim_end_matches(|c| c > '▀').to_owned();
    assert_eq!(numbers(&left_out[2]), numbers(&free[2]), "the others stay where they were");
    assert_eq!(after("4f--"), free);
}

#[test]
fn the_sign_of_a_value_is_one_of_three() {
    let chosen = after("4f<Space>");
    assert!(chosen[0].starts_with("Needs › chapter:II  "), "{chosen:?}");
    assert_eq!(after("4f-<Space>"), chosen);
    assert_eq!(after("4f<Space>-"), after("4f-"));
    let both = after("4fj-k<Space>");
    assert!(both[0].starts_with("Needs › -chapter:III chapter:II  "), "{both:?}");
    assert!(both[1].starts_with("▌+ II ") && both[2].starts_with("- III "), "{both:?}");
    let two = after("4f-j-");
    assert!(two[0].starts_with("Needs › -chapter:II,III  "), "{two:?}");
    assert!(two[1].starts_with("- II ") && two[2].starts_with("▌- III "), "{two:?}");
}

#[test]
fn what_is_left_out_of_a_long_field_stays_in_sight() {
    let mut desk = Desk::new((120, 140), Lang::En);
    desk.keys("4/-theme:whistle<Enter>");
    let line = |desk: &Desk| {
        let screen = desk.screen();
        screen.lines().find(|line| line.contains("- web platform")).map(str::to_owned)
    };
    assert!(line(&desk).is_some_and(|line| line.trim_end().ends_with('–')), "{}", desk.screen());
}

#[test]
fn what_is_left_out_without_being_named_does_not_fill_the_pane() {
    let mut desk = Desk::new((120, 300), Lang::En);
    desk.keys("4/-focal:any<Enter>");
    let signs = desk.screen().lines().filter(|line| line.contains("│ - ")).count();
    assert_eq!(signs, 0, "{}", desk.screen());
    desk.keys("/<C-u>-priority:high,medium,low<Enter>");
    let signs = desk.screen().lines().filter(|line| line.contains("│ - ")).count();
    assert_eq!(signs, 3, "each of those that are named can be let in again");
}
