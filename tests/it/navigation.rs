//! Getting out, going back and deciding: the effect of each key that closes or takes back, the places where letters
//! decide, the answers to a question, the state that opening keeps.

use crate::support::desk::Desk;
use std::time::Duration;
use ta_tui::app::Event;
use ta_tui::app::context::KeyContext;
use ta_tui::app::key;
use ta_tui::app::state::sight::Sight;
use ta_tui::domain::{Change, NeedNumber, Priority, Response};
use ta_tui::picture;
use ta_tui::text::Lang;

const SMALL: (u16, u16) = (80, 24);

fn desk() -> Desk {
    Desk::new(SMALL, Lang::En)
}

fn context(desk: &Desk) -> KeyContext {
    desk.program.app().context()
}

fn ended(desk: &Desk) -> bool {
    desk.program.app().ended
}

fn selected(desk: &Desk) -> usize {
    desk.program.app().selected_count()
}

fn version(desk: &Desk, need: u32) -> u32 {
    desk.program.app().need(NeedNumber::new(need)).unwrap().version()
}

fn path(desk: &Desk) -> String {
    desk.line(1).split("  ").next().unwrap_or_default().trim().to_owned()
}

#[test]
fn q_closes_what_is_on_top_and_ends_the_program_on_a_main_screen_only() {
    let mut desk = Desk::new((200, 45), Lang::En);
    desk.keys("4<Enter>H").expect("q close");
    desk.keys("q");
    assert_eq!(context(&desk), KeyContext::Need);
    for (open, over) in [("u", KeyContext::TakingBack), ("O", KeyContext::Views)] {
        desk.keys(open);
        assert_eq!(context(&desk), over);
        desk.keys("q");
        assert_eq!(context(&desk), KeyContext::Need, "{open}");
    }
    desk.keys("q").expect("q quit");
    assert_eq!(context(&desk), KeyContext::Needs);
    for open in ["s", "E", "Ae"] {
        desk.keys(open);
        assert!(context(&desk).is_question(), "{open}");
        desk.keys("q");
        assert_eq!(context(&desk), KeyContext::Needs, "{open}");
    }
    desk.keys("fq");
    assert_eq!(context(&desk), KeyContext::Needs, "the facet pane is closed first");
    assert!(!ended(&desk));
    desk.keys("q");
    assert!(ended(&desk));
    for keys in ["4<Enter>Q", "4AeQ", "/chapter<C-c>"] {
        let mut desk = self::desk();
        desk.keys(keys);
        assert!(ended(&desk), "{keys}");
    }
    let mut desk = self::desk();
    desk.keys("/qQ");
    assert!(!ended(&desk), "letters of what is typed");
}

#[test]
fn esc_takes_back_the_innermost_thing_and_says_what() {
    let mut desk = desk();
    desk.keys("4<F5><Space><Space>Vj");
    assert_eq!(selected(&desk), 4);
    desk.keys("<Esc>");
    assert_eq!(selected(&desk), 2, "the range is given up, what was selected stays");
    desk.keys("f");
    assert_eq!(context(&desk), KeyContext::Facets);
    desk.keys("<Esc>").expect("2 needs are no longer selected");
    assert_eq!((selected(&desk), context(&desk)), (0, KeyContext::Facets));
    desk.keys("<Esc>");
    assert_eq!(context(&desk), KeyContext::Needs);
    assert!(!desk.program.app().facets_shown(), "on 80 columns the pane goes");
    desk.expect("chapter:V");
    desk.keys("<Esc>").expect("all needs");
    desk.keys("<Esc>").expect("Already on a main screen, no filter; Q quits");
    // A pane that is open without the cursor goes too where it takes the room of the list.
    desk.keys("f<Tab>");
    assert!(desk.program.app().facets_shown() && context(&desk) == KeyContext::Needs);
    desk.keys("<C-g>");
    assert!(!desk.program.app().facets_shown());
    // On a page over the list the selection waits.
    desk.keys("<Space><Enter><Esc>");
    assert_eq!((selected(&desk), context(&desk)), (1, KeyContext::Needs));
    for screen in ["4", "5", "7"] {
        desk.keys("4<Esc><Esc>A").keys(screen).keys("<Esc>").expect("no longer selected");
    }
}

#[test]
fn a_letter_that_decides_opens_the_list_of_values_on_lists_to_read() {
    for list in ["4/id:1<Enter>", "2/id:1<Enter><Enter>", "3/id:1<Enter><Enter>"] {
        let mut desk = desk();
        desk.keys(list);
        let before = version(&desk, 1);
        for (letter, value) in [
            ("e", "High"),
            ("d", "Medium"),
            ("c", "Low"),
            ("o", "Unmet"),
            ("i", "Planned"),
            ("w", "Under way"),
            ("m", "Met"),
            ("x", "Withdrawn"),
        ] {
            desk.keys(letter).expect(&format!("▌ {value}"));
            assert_eq!(context(&desk), KeyContext::Picker, "{list}{letter}");
            desk.keys("<Esc>");
        }
        assert_eq!(version(&desk, 1), before, "nothing is written by a letter");
        desk.keys("m<Enter>").expect("Need 1 changed");
        assert_eq!(
            desk.program.app().need(NeedNumber::new(1)).unwrap().response(),
            Some(Response::Met)
        );
        let before = version(&desk, 1);
        desk.keys(".");
        assert_eq!(version(&desk, 1), before);
        if list.starts_with('4') {
            desk.expect("Repeats a decision on Triage and on a need’s page only");
        }
    }
    // One that is selected is the one under the cursor: a list, no question.
    let mut desk = desk();
    desk.keys("4<Space>ke");
    assert_eq!(context(&desk), KeyContext::Picker);
    desk.keys("<Esc>j<Space>e").expect("Change 2 needs?");
}

#[test]
fn elsewhere_a_letter_that_decides_says_where_it_does() {
    for screen in ["1", "2", "3", "7"] {
        let mut desk = desk();
        desk.keys(screen).keys("x").expect("x decides about a need (Withdrawn), on Triage and on");
    }
    let mut desk = desk();
    desk.keys("4fx").expect("x decides about a need (Withdrawn)");
}

#[test]
fn a_question_says_what_is_overwritten_and_takes_no_enter_for_many() {
    let mut desk = desk();
    desk.keys("4<F5>Ae").expect("Change 108 needs?").expect("y yes   Esc no");
    desk.expect("Priority  → High  now: High 14, Medium 16, Low 13");
    desk.expect("One undo (u) restores all of it.").expect("needs 1–8 of 108 ↓");
    desk.keys("<Enter>").expect("y is yes");
    assert_eq!(context(&desk), KeyContext::Confirm);
    desk.keys("<C-d>").expect("needs 9–16 of 108 ↑↓");
    desk.keys("<Down>k<C-u>").expect("needs 1–8 of 108");
    desk.keys("y").expect("94 of 108 needs changed; 14 had it already; u undoes");
    assert_eq!(selected(&desk), 0, "what was decided about is selected no more");
    desk.keys("u").expect("94 needs: undone");
}

#[test]
fn enter_answers_a_question_about_one_need_once_it_has_been_seen() {
    let ask = "4/id:1..3<Enter><Space>";
    // All at once, before the question was on the screen.
    let mut desk = desk();
    desk.keys(ask);
    for key in key::script("e<Enter>").unwrap() {
        desk.program.type_ahead(key);
    }
    assert_eq!(context(&desk), KeyContext::Confirm);
    desk.program.catch_up();
    desk.keys("<Enter>").expect("Need 1 changed");
    // A question that takes the place of one that was seen is another question.
    desk.keys("<Up>");
    for key in key::script("<Space>e").unwrap() {
        desk.program.type_ahead(key);
    }
    desk.program.ahead(Event::Drawn(Sight { question: 1, message: 0 }, Duration::ZERO));
    desk.program.type_ahead(key::script("<Enter>").unwrap().remove(0));
    assert_eq!(context(&desk), KeyContext::Confirm);
}

#[test]
fn no_answer_counts_before_the_question_was_on_the_screen() {
    // All in one read: the question was still to come when y was pressed.
    let mut desk = desk();
    desk.keys("4/id:1..9<Enter>");
    desk.program.ahead(Event::Typed("Aey".into()));
    assert_eq!(context(&desk), KeyContext::Confirm);
    desk.program.catch_up();
    desk.expect("not on the screen yet when the key came; y is yes");
    desk.keys("y").expect("9 needs changed");
    // A question that asks more than was drawn is to be seen again.
    desk.keys("Ad");
    desk.program.ahead(Event::Typed("iy".into()));
    desk.program.catch_up();
    assert_eq!(context(&desk), KeyContext::Confirm);
    desk.expect("not on the screen yet");
    desk.keys("y").expect("9 needs changed");
    // An undo of an earlier change is asked in the same way; no is always an answer.
    desk.keys("Ac");
    desk.program.ahead(Event::Typed("n".into()));
    assert_eq!(context(&desk), KeyContext::Needs);
}

#[test]
fn a_need_that_nobody_is_likely_for_stays_selected_or_all_are_changed() {
    let mut desk = desk();
    desk.keys("4/id:1..3<Enter>Aa<Enter>").expect("Change 3 needs?").expect("Focal point");
    desk.keys("y").expect("needs changed");
    assert_eq!(selected(&desk), 0);
}

#[test]
fn opening_a_state_is_a_place_of_its_own_and_no_filter() {
    let mut desk = desk();
    desk.keys("2<Enter>").expect("103 needs of this State");
    assert_eq!(path(&desk), "States › Seychelles");
    assert!(desk.program.app().place().filter.is_empty());
    desk.keys("<F5>").expect("7 needs of this State");
    assert_eq!(path(&desk), "States › Seychelles › chapter:V");
    desk.keys("<F5>3").expect("1/333");
    desk.keys("2").expect("1/187");
    // Both name the State: it stands once.
    desk.keys("/state:SYC<Enter>3<Enter>");
    assert_eq!(path(&desk).matches("SYC").count(), 0, "{}", desk.line(1));
    desk.expect("Reviews › Seychelles");
    desk.keys("<Esc>");
    assert_eq!(path(&desk), "Reviews › state:SYC");
    // The facet pane leaves out the fields of the page, and a need's page keeps its list.
    desk.keys("\\2<Enter><Enter>").expect("1 of 103 in the list");
    assert!(path(&desk).starts_with("States › Seychelles › Need "), "{}", path(&desk));
    desk.keys("<Right>").expect("2 of 103 in the list");
    let mut wide = Desk::new((120, 300), Lang::En);
    wide.keys("2<Enter>");
    assert!(!wide.shows("◼ Seychelles"), "{}", wide.screen());
    // A view of it keeps the State as a filter.
    desk.keys("<Esc>O+Seychelles<Tab>z<C-s><Esc>1Oz").expect("state:SYC");
}

#[test]
fn the_brackets_go_where_one_has_been_and_forward_again() {
    let mut desk = desk();
    desk.keys("4/chapter:V<Enter>Sjjj<Enter>");
    let need = desk.program.app().current_need().unwrap().id();
    desk.keys("2jj<Enter>");
    let state = path(&desk);
    desk.keys("[");
    assert_eq!(path(&desk), "States › chapter:V");
    desk.keys("<BS>").expect(&format!("Need {need}"));
    desk.keys("[");
    assert_eq!(path(&desk), "Needs › chapter:V");
    assert_eq!(desk.program.app().current_need().unwrap().id(), need, "its row");
    assert!(desk.program.app().place().view.list().unwrap().descending, "its order");
    desk.keys("[");
    assert_eq!(path(&desk), "Needs › all needs", "before the filter was typed");
    desk.keys("]]]]");
    assert_eq!(path(&desk), state);
    desk.keys("]").expect("There is no later place to go forward to");
    desk.keys("[[1[").expect("States");
    let mut desk = self::desk();
    desk.keys("[").expect("There is no earlier place to go back to");
    // Fifty and more.
    for _ in 0..30 {
        desk.keys("45");
    }
    for _ in 0..50 {
        desk.keys("[");
    }
    assert!(!desk.shows("no earlier place"), "{}", desk.screen());
}

#[test]
fn tab_goes_round_all_panes() {
    let mut desk = desk();
    desk.keys("4").keys("<Tab>").expect("There is one pane here; f goes to the facets");
    desk.keys("f<Tab>");
    assert_eq!(context(&desk), KeyContext::Needs);
    desk.keys("<Tab>");
    assert_eq!(context(&desk), KeyContext::Facets);
    let mut desk = Desk::new((160, 45), Lang::En);
    let around = |desk: &mut Desk, screen: &str, key: &str, panes: usize| {
        desk.keys(screen);
        let first = (context(desk), picture::ansi(&desk.buffer()));
        let mut seen = vec![first.clone()];
        for _ in 1..panes {
            desk.keys(key);
            let now = (context(desk), picture::ansi(&desk.buffer()));
            assert!(!seen.contains(&now), "{screen}{key}\n{}", now.1);
            seen.push(now);
        }
        desk.keys(key);
        assert_eq!((context(desk), picture::ansi(&desk.buffer())), first, "{screen}{key}");
    };
    for key in ["<Tab>", "<S-Tab>"] {
        around(&mut desk, "1", key, 10);
        around(&mut desk, "5", key, 2);
        around(&mut desk, "7", key, 2);
        around(&mut desk, "4", key, 2);
        around(&mut desk, "gt", key, 2);
        around(&mut desk, "4<Enter>", key, 4);
        around(&mut desk, "2<Enter>", key, 5);
    }
}

#[test]
fn the_parts_of_a_needs_page_are_gone_through_and_their_lines_open() {
    let mut desk = desk();
    desk.keys("4<Enter>j").expect("line 1/1");
    // Nothing was given there: the line opens nothing.
    desk.keys("<Enter>").expect("▌none");
    desk.keys("j<Enter>").expect("Need 2");
    desk.keys("q").expect("Need 1").expect("line 1/1");
    desk.keys("<Tab><Enter>").expect("Focal point   –            → Mozambique");
    assert_eq!(context(&desk), KeyContext::History);
    // From the need itself Enter goes to the parts, and up from the first of them to the need again.
    desk.keys("q<Tab>");
    assert!(!desk.shows("line 1/1"), "{}", desk.screen());
    desk.keys("<Enter>").expect("▌none");
    desk.keys("k");
    assert!(!desk.shows("▌none"), "{}", desk.screen());
    let mut desk = self::desk();
    desk.keys(":661<Enter><Tab>").expect("▌◆ A052");
    desk.keys("<Enter>").expect("› A052").expect("Translation into French");
    desk.keys("q").expect("line 1/1");
}

#[test]
fn charts_beside_the_needs_of_a_state_open_those_needs() {
    let mut desk = Desk::new((120, 40), Lang::En);
    desk.keys(":seychelles<Enter>").expect("Assistance given");
    desk.keys("<Tab>").expect("▌II Prevention");
    desk.keys("j<Enter>").expect("state:SYC chapter:III").expect("53 of 3,954 needs");
    desk.keys("q").expect("▌III Criminalization");
    // Keys for a decision say that no need is under the cursor, while it is beside the list.
    desk.keys("p");
    assert_eq!(context(&desk), KeyContext::State);
    // If charts have no room, the cursor is in the list again.
    desk.program.take(Event::Resize(100, 40));
    assert!(!desk.shows("Response     needs"), "{}", desk.screen());
    desk.keys("<Enter>").expect("Need 546");
    let mut desk = Desk::new((120, 40), Lang::En);
    desk.keys("2<Enter>ze");
    assert!(!desk.shows("Assistance given"), "{}", desk.screen());
}

#[test]
fn triage_opens_where_something_waits_and_says_where_it_does() {
    let mut desk = desk();
    desk.keys("/chapter:V region:african is:unmet<Enter>5");
    assert!(desk.program.app().queue_need().is_some(), "{}", desk.screen());
    // The user's own queue goes before.
    let mut desk = Desk::with(SMALL, |start| {
        start.who = Some("fp-al".to_owned());
        start.config.start = Some(ta_tui::config::StartScreen::Overview);
    });
    desk.keys("5").expect("Queue of Focal point of Albania");
    // One that has become empty is left, one that is gone to is not.
    desk.keys("1/state:kenya<Enter>5");
    assert!(!desk.shows("Queue of Focal point of Albania"), "{}", desk.screen());
    let mut desk = self::desk();
    desk.keys("5h<Down>").keys("/chapter:V region:african is:unmet focal:any<Enter>");
    desk.keys("k<Home>").expect("With: Adviser, E+S Africa").expect("Shift-Tab goes to");
}

#[test]
fn a_conflict_is_a_form_that_one_key_writes() {
    let mut desk = desk();
    desk.keys("4<Enter>");
    desk.elsewhere(1, Change::Priority(Some(Priority::High)));
    desk.keys("c").expect("Changed meanwhile (1 of 1)");
    desk.keys("<C-s>").expect("A field has no choice yet");
    let before = version(&desk, 1);
    desk.keys("l").expect("● Mine").expect("Ctrl-s writes");
    desk.keys("h").expect("● Theirs");
    desk.keys("l");
    assert_eq!((context(&desk), version(&desk, 1)), (KeyContext::Conflict, before));
    desk.keys("<C-s>").expect("[c Low !]");
    // The keys until now choose as well.
    let mut desk = self::desk();
    desk.keys("4<Enter>");
    desk.elsewhere(1, Change::Priority(Some(Priority::High)));
    desk.keys("c<lt>").expect("● Theirs").expect("h from now on");
    desk.keys("]").expect("● Theirs");
    desk.keys("<C-s>").expect("[e High !!!]");
}
