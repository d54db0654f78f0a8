//! Panes beside and over a list, the mark of its row, and the texts of the first line and the foot.

use super::{HUGE, LARGE, SMALL};
use crate::support::desk::Desk;
use ratatui::style::Modifier;
use ta_tui::config::RowMark;
use ta_tui::text::Lang;

const WIDE: (u16, u16) = (160, 45);

#[test]
fn a_pane_follows_the_cursor_of_a_list_from_140_columns_on() {
    for lang in [Lang::En, Lang::Zh] {
        let mut desk = Desk::new((140, 40), lang);
        desk.keys("4/id:661<Enter>").expect("witnesses testify in safety");
        let mut desk = Desk::new((139, 40), lang);
        desk.keys("4X");
        assert!(!desk.program.app().detail_shown());
    }
    let mut desk = Desk::new(WIDE, Lang::En);
    desk.keys("4<F5>").expect("│ Need 3591");
    desk.keys("j").expect("│ Need 3592");
    desk.expect("Same State, same articles  ").expect("Illustrative executive");
    desk.keys("2").expect("State party").expect("V Asset recovery");
    desk.keys("3").expect("Self-assessment checklist").expect("Executive summary");
}

#[test]
fn facets_lie_over_the_list_where_there_is_no_room_beside_it() {
    let mut desk = Desk::new(SMALL, Lang::En);
    let head = desk.keys("4").line(2);
    let beside = desk.keys("f").line(2);
    let shown: String = beside.chars().take(47).collect();
    assert!(head.starts_with(&shown), "{head}\n{beside}");
}

#[test]
fn more_values_of_a_facet_leave_the_cursor_where_it_is() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("4f");
    let marked = |desk: &Desk| {
        let screen = desk.screen();
        screen.lines().position(|line| line.contains("│▌")).unwrap()
    };
    while !desk.line(marked(&desk)).contains("more") {
        desk.keys("j");
    }
    let before = marked(&desk);
    desk.keys("<Space>");
    assert_eq!(marked(&desk), before, "{}", desk.screen());
    assert!(!desk.line(before).contains("more"), "{}", desk.screen());
}

#[test]
fn what_was_chosen_stays_in_the_facets_where_nothing_matches() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("4/chapter:V region:weog<Enter>").expect("0 of 3,954 needs");
    desk.expect("+ V Assets").expect("+ W. Eur. & oth.");
}

#[test]
fn the_row_under_the_cursor_is_marked_over_its_width_or_cheaply() {
    for (row, cells) in [(RowMark::Whole, 80), (RowMark::Cheap, 0)] {
        let mut desk = Desk::with(SMALL, |start| start.row = row);
        let buffer = desk.keys("4j").buffer();
        let line = (0..80).filter_map(|x| buffer.cell((x, 4)));
        let reversed = line.filter(|cell| cell.modifier.contains(Modifier::REVERSED)).count();
        assert_eq!(reversed, cells, "{row:?}");
        let first = buffer.cell((6, 4)).unwrap();
        assert!(row == RowMark::Whole || first.modifier.contains(Modifier::BOLD));
    }
}

#[test]
fn the_terminals_cursor_stands_on_what_has_the_focus() {
    let mut desk = Desk::new(SMALL, Lang::En);
    let at = |desk: &Desk| {
        let (buffer, cursor) = desk.program.draw();
        let cursor = cursor.unwrap();
        let line = (cursor.x..buffer.area.width).filter_map(|x| buffer.cell((x, cursor.y)));
        let said: String = line.map(ratatui::buffer::Cell::symbol).collect();
        (said, format!("{cursor:?}\n{}", desk.screen()))
    };
    desk.keys("4jj");
    assert!(at(&desk).0.starts_with("3 "), "{}", at(&desk).1);
    desk.keys("f");
    assert!(at(&desk).0.starts_with("II Prevent"), "{}", at(&desk).1);
    desk.keys("<Esc>s");
    assert!(at(&desk).0.starts_with("a  "), "{}", at(&desk).1);
    desk.keys("<Esc><Enter>");
    assert!(at(&desk).0.starts_with("Need 3"), "{}", at(&desk).1);
}

#[test]
fn every_screen_has_its_name_and_what_one_must_know_has_a_place() {
    for columns in [60, 79, 80, 99, 100, 119, 120, 200] {
        for (lang, own, other) in [(Lang::En, "4 Needs", "Figures"), (Lang::Zh, "4 需求", "图表")]
        {
            let mut desk = Desk::with((columns, 24), |start| {
                (start.lang, start.read_only) = (lang, true);
            });
            desk.keys("4");
            // Below 79 columns only the screen in front has room for its name.
            let name = if columns < 79 { own } else { other };
            assert!(desk.line(0).contains(name), "{columns} {}", desk.line(0));
            let said = format!("{}\n{}", desk.line(0), desk.line(22));
            for words in ["illustrative", "read-only"].map(|id| ta_tui::text::Text::of(lang).tr(id))
            {
                assert!(said.contains(&*words), "{columns} {words}\n{}", desk.screen());
            }
        }
    }
}

#[test]
fn who_works_on_which_register_stands_at_the_right_or_at_the_foot() {
    let desk = Desk::new(LARGE, Lang::En);
    assert!(desk.line(0).trim_end().ends_with("secretariat · register.db · illustrative"));
    desk.expect("today is 31 December 2019");
    let desk = Desk::new(SMALL, Lang::En);
    assert!(desk.line(22).starts_with(" secretariat · register.db · today is 31 December 2019"));
    let mut desk = Desk::with(HUGE, |start| start.who = Some("fp-ke".into()));
    desk.keys("1*");
    assert!(!desk.shows("fp-ke"), "a focal point is called by its State\n{}", desk.screen());
}

#[test]
fn with_a_selection_the_keys_that_decide_come_first() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("4<Space>");
    let hints = desk.line(39);
    let place = |word: &str| hints.find(word).unwrap_or(usize::MAX);
    assert!(place("e d c priority") < place("Enter open"), "{hints}");
    assert!(place("? help") < usize::MAX, "{hints}");
}
