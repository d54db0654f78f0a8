//! Undo and redo on the screen: at once for the last write of this session, after a look for writes of an earlier
//! session or with later changes.

use crate::support::desk::Desk;
use ta_tui::app::context::KeyContext;
use ta_tui::domain::{Change, NeedNumber, Priority, SAMPLE_DAY};
use ta_tui::query::register::NeedRef;
use ta_tui::text::Lang;

const SMALL: (u16, u16) = (80, 24);

fn desk() -> Desk {
    Desk::new(SMALL, Lang::En)
}

fn set(priority: Priority) -> Change {
    Change::Priority(Some(priority))
}

fn priority(desk: &Desk, need: u32) -> Option<Priority> {
    desk.program.app().need(NeedNumber::new(need)).and_then(NeedRef::priority)
}

#[test]
fn what_was_done_in_an_earlier_session_is_shown_before_it_is_taken_back() {
    let mut desk = desk();
    desk.keys("4e<Enter>").expect("Need 1 changed");
    let mut desk = desk.reopen();
    desk.keys("4ju").expect("Undo this?").expect("Need 1: Priority, changed by you");
    desk.expect("You made this change earlier").expect("1  Mozambique  Priority: High → –");
    assert_eq!(priority(&desk, 1), Some(Priority::High), "nothing before a yes");
    desk.keys("<Esc>");
    assert_eq!(priority(&desk, 1), Some(Priority::High));
    desk.keys("u").expect("Undo this?");
    desk.keys("y").expect("Need 1: undone; Ctrl-r redoes");
    assert_eq!(priority(&desk, 1), None);
    // this session undid it: it is redone at once
    desk.keys("<C-r>").expect("Need 1: redone; u undoes");
    assert_eq!(priority(&desk, 1), Some(Priority::High));
    desk.keys("u").expect("Need 1: undone");
    // an undo of an earlier session is asked about in the same way
    let mut desk = desk.reopen();
    desk.keys("4<C-r>").expect("Redo this?").expect("Priority: – → High");
    desk.expect("undone by you").expect("y yes").expect("u one before");
    desk.keys("y").expect("Need 1: redone");
}

#[test]
fn of_many_what_others_have_changed_since_stays_and_the_rest_goes_back() {
    let mut desk = desk();
    desk.keys("4/id:1..9<Enter>Aiy").expect("needs changed");
    let all = |desk: &Desk| (1..=9).map(|need| priority(desk, need)).collect::<Vec<_>>();
    let mut before = all(&desk);
    desk.keys("Acy").expect("needs changed");
    assert_eq!(all(&desk), [Some(Priority::Low); 9]);
    desk.elsewhere(5, set(Priority::High));
    desk.keys("u").expect("Undo this?").expect("One field changed since is kept");
    desk.expect("Priority: High (kept: Focal point of Kenya");
    assert!(!desk.shows("You made this change earlier"));
    // the list of all of it can be looked through
    desk.keys("G").expect("▌     9");
    desk.keys("gg").expect("▌     5");
    desk.keys("y").expect("needs: undone");
    before[4] = Some(Priority::High);
    assert_eq!(all(&desk), before);
    desk.keys("<C-r>").expect("needs: redone");
    assert_eq!(priority(&desk, 1), Some(Priority::Low));
    assert_eq!(priority(&desk, 5), Some(Priority::High), "theirs, throughout");
    // the batch before it is within reach
    desk.keys("uu").expect("needs: undone");
}

#[test]
fn what_cannot_be_taken_back_is_passed_over() {
    let mut desk = desk();
    desk.keys("4c<Enter>je<Enter>").expect("Need 2 changed");
    desk.elsewhere(2, set(Priority::Low));
    desk.keys("u").expect("Cannot undo: every field has been changed since");
    desk.keys("y").expect("Cannot undo");
    assert_eq!(desk.program.app().context(), KeyContext::TakingBack);
    desk.keys("u").expect("Need 1: undone");
    assert_eq!((priority(&desk, 1), priority(&desk, 2)), (None, Some(Priority::Low)));
    assert!(desk.program.app().overlays.is_empty());
}

#[test]
fn what_would_make_a_circle_of_duplicates_is_shown_and_passed_over() {
    let mut desk = desk();
    desk.keys("4je<Enter>").expect("Need 2 changed");
    desk.keys("k==5<Enter>").expect("Need 1 changed");
    desk.keys("==<Enter>").expect("Need 1 changed");
    desk.elsewhere(5, Change::DuplicateOf(Some(NeedNumber::new(1))));
    desk.keys("u").expect("Undo this?").expect("Cannot undo: every field has been changed since");
    desk.expect("kept: Focal point of Kenya");
    // the one before was changed by oneself since, and that stays
    desk.keys("u").expect("kept: Secretariat officer");
    desk.keys("u").expect("Need 2: undone");
}

#[test]
fn where_there_is_nothing_the_message_says_of_what() {
    let mut desk = Desk::with(SMALL, |start| start.who = Some("fp-ag".into()));
    desk.keys("4u").expect("Nothing to undo");
    desk.keys("<C-r>").expect("Nothing to redo");
    desk.keys("e<Enter>");
    let mut desk = desk.reopen();
    // the same register under another name: another person's writes are not offered
    desk.keys("4<C-r>").expect("Nothing to redo");
}

#[test]
fn an_undo_gives_a_need_back_the_time_that_it_had_waited() {
    let mut desk = desk();
    let overdue = |desk: &Desk, id: u32| {
        let need = desk.program.app().need(NeedNumber::new(id)).unwrap();
        need.is_overdue(SAMPLE_DAY)
    };
    desk.keys("4/is:overdue -projected:any<Enter>");
    let ids: Vec<u32> = (0..3)
        .map(|_| {
            let id = desk.program.app().current_need().unwrap().id().get();
            desk.keys("<Space>");
            id
        })
        .collect();
    desk.keys("aadviser-pac<Enter>");
    desk.expect("3 of them are overdue without a date; their 90 days restart");
    desk.keys("y").expect("3 needs changed");
    assert!(ids.iter().all(|id| !overdue(&desk, *id)));
    desk.keys("u").expect("3 needs: undone");
    assert!(ids.iter().all(|id| overdue(&desk, *id)));
    desk.keys("<C-r>").expect("3 needs: redone");
    assert!(ids.iter().all(|id| !overdue(&desk, *id)));
}

#[test]
fn an_undo_names_what_it_takes_back() {
    let mut desk = Desk::new((100, 30), Lang::En);
    desk.keys(":new theme<Enter>tt<Tab>Theme two<C-s>").expect("Saved: theme");
    desk.keys("u").expect("Undone: theme tt taken out; Ctrl-r redoes");
    desk.keys("<C-r>").expect("Done again: theme tt recorded; u undoes");
    let mut desk = desk.reopen_with(|_| {});
    desk.keys("u").expect("Theme tt: added, changed by you").expect("theme tt  is taken out");
}
