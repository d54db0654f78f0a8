//! Words that are whole at 80 columns: keys that decide, titles, names, hints, what an empty list says.

use super::{LARGE, SMALL, desk};
use crate::support::desk::Desk;
use ta_tui::text::Lang;

#[test]
fn every_key_that_decides_is_on_the_page_of_a_need() {
    for (lang, last) in [(Lang::En, "m ░ Met  x ×"), (Lang::Zh, "x × 已撤回")] {
        let mut desk = Desk::new(SMALL, lang);
        desk.keys("4<Enter>").expect("e ").expect("d ").expect("c ").expect(last);
        // words go from the end, the one that stands never
        desk.keys("x").expect("[x × ");
        assert!(desk.screen().lines().all(|line| !line.contains("m ░") || !line.contains('…')));
    }
}

#[test]
fn titles_and_names_of_themes_are_not_cut() {
    let mut desk = desk();
    desk.keys("7").expect("compared with 1").expect("September 2017");
    desk.keys("gt").expect("participation of society").expect("12 Private sector");
}

#[test]
fn the_head_of_a_state_says_all_of_its_groups() {
    let mut small = desk();
    small.keys("2<Enter>").expect("State party since 2006-03-16 · African · SIDS");
    let mut large = Desk::new(LARGE, Lang::En);
    large.keys("2<Enter>").expect("African · Small island developing States");
}

#[test]
fn help_gives_labels_their_room_before_reasons() {
    let mut desk = desk();
    desk.keys("?").expect("Leave the innermost thing").expect("Esc  Ctrl-g");
    assert!(!desk.shows("Already on a main screen"), "{}", desk.screen());
    let mut desk = Desk::new((120, 40), Lang::En);
    desk.keys("?").expect("There is no earlier");
}

#[test]
fn hints_name_the_way_on_and_the_way_back() {
    let mut small = desk();
    small.keys("5");
    assert!(small.line(23).ends_with("s skip  ? help"), "{}", small.line(23));
    small.keys("4");
    assert!(small.line(23).contains("space select"), "{}", small.line(23));
    let mut large = Desk::new(LARGE, Lang::En);
    large.keys("4");
    assert!(large.line(39).contains("> export"), "{}", large.line(39));
    large.keys("<Enter>");
    for hint in ["& assistance", "= change", "Esc back", "? help"] {
        assert!(large.line(39).contains(hint), "{hint}: {}", large.line(39));
    }
}

#[test]
fn a_record_without_needs_blames_no_filter() {
    let mut desk = desk();
    desk.keys("3<Enter>")
        .expect("0 needs of this review")
        .expect("No need has been recorded here.");
    desk.keys("gl").expect("what others do is listed here.");
}
