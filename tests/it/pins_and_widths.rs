//! Handling a list: rows pinned to its top, columns made wider, a look at a cut text, the selection as a list of its
//! own.

use crate::support::desk::Desk;
use ta_tui::text::Lang;

const SMALL: (u16, u16) = (80, 24);

fn desk() -> Desk {
    Desk::new(SMALL, Lang::En)
}

/// The first row of the list on the screen.
fn first(desk: &Desk) -> String {
    desk.line(3)
}

#[test]
fn a_pinned_row_stays_on_top_whatever_the_order() {
    let mut desk = desk();
    desk.keys("4jjjjzt").expect("The row stays on top");
    assert!(first(&desk).contains("↥    5"), "{}", desk.screen());
    desk.keys("S");
    assert!(first(&desk).contains("↥    5"), "{}", desk.screen());
    desk.keys("/chapter:V<Enter>").expect("chapter:V");
    assert!(!first(&desk).contains('↥'), "it is not among these: {}", desk.screen());
    desk.keys("<Esc>Sgg").expect("↥    5");
    desk.keys("zt").expect("The row is in its order again");
    assert!(!desk.shows("↥"));
    // with its sign in ASCII and in the legend
    desk.keys("ztzk").expect("stays on top");
    desk.keys("<Esc>za").expect("T    5");
}

#[test]
fn states_and_reviews_are_pinned_too() {
    for list in ["2", "3"] {
        let mut desk = desk();
        desk.keys(list).keys("jjj");
        let row = desk.program.app().place().view.list().unwrap().current;
        desk.keys("ztS");
        let top = desk.program.app().place().view.list().unwrap().clone();
        assert_eq!((top.current, top.row), (row, 0), "{}", desk.screen());
        assert!(first(&desk).contains('↥'), "{}", desk.screen());
    }
}

#[test]
fn a_column_is_made_wider_and_narrower_and_keeps_its_width_in_a_view() {
    let mut desk = desk();
    let state = |desk: &Desk| {
        let heads = desk.line(2);
        heads.find("Art.").unwrap() - heads.find("State").unwrap() - 1
    };
    desk.keys("4");
    assert_eq!(state(&desk), 11);
    desk.keys("zcj>>><Left>").expect("13");
    desk.keys("<Enter>");
    assert_eq!(state(&desk), 13);
    desk.keys("gv+wide<C-s>").keys("<Esc>zc0");
    assert_eq!(state(&desk), 11);
    desk.keys("zcG>").expect("takes what the others leave");
    desk.keys("<Esc>");
    let mut desk = desk.reopen();
    desk.keys("gv").expect("wide");
}

#[test]
fn what_is_cut_in_a_row_can_be_read_whole() {
    let mut desk = desk();
    desk.keys("4zx").expect("Cut in this row");
    assert!(desk.shows("What is needed"), "{}", desk.screen());
    for close in ["<Esc>", "q"] {
        desk.keys(close);
        assert!(!desk.shows("Cut in this row"));
        desk.keys("zx").expect("Cut in this row");
    }
    desk.keys("<Esc>2zx");
    assert!(desk.shows("Cut in this row") || desk.shows("Nothing is cut"), "{}", desk.screen());
}

#[test]
fn the_selection_is_a_list_of_its_own_and_esc_goes_back() {
    let mut desk = desk();
    desk.keys("4zy").expect("Nothing is selected");
    desk.keys(" j jj zy").expect("Needs › Selected").expect("3 of 3,954 needs");
    let shown: Vec<String> = (3..7).map(|line| desk.line(line)).collect();
    assert!(shown[0].contains("●    1") && shown[2].contains("●    6"), "{shown:?}");
    assert!(shown[3].trim().is_empty(), "{shown:?}");
    desk.keys("s").keys("<Esc>").keys("<Esc>").expect("3,954 needs");
    assert_eq!(desk.program.app().selected_count(), 3, "they are selected still");
}
