//! Saved views, columns, handover, and the changes of a need, a State, a person and a day.

use crate::support::desk::Desk;
use ta_tui::app::context::KeyContext;
use ta_tui::store::{Access, SavedView, Store};
use ta_tui::text::Lang;

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);

fn desk() -> Desk {
    Desk::new(SMALL, Lang::En)
}

#[test]
fn four_views_come_with_the_program_each_on_a_key() {
    let mut desk = Desk::new(LARGE, Lang::En);
    desk.keys("gv").expect("built in");
    desk.keys("t").expect("is:untriaged").expect("▌African  ");
    desk.keys("gvh").expect("priority:high").expect("Focal point                      needs");
    desk.keys("gvo").expect("is:overdue");
    assert_eq!(desk.program.app().context(), KeyContext::Needs);
    desk.keys("gvn").expect("identified:>");
    desk.keys("gv<Del>").expect("Built-in views cannot be deleted");
}

#[test]
fn what_is_shown_is_saved_under_a_name_and_a_key_and_opened_again() {
    let mut desk = desk();
    desk.keys("4/region:african chapter:V<Enter>sdS");
    desk.keys("gv+<C-s>").expect("needs a name");
    desk.keys("African assets<Tab>x<Tab><Space>").expect("everybody");
    desk.keys("<Enter>").expect("African assets").expect("everybody");
    desk.keys("<Esc>1z0gvx").expect("region:african chapter:V").expect("▼");
    assert_eq!(desk.program.app().context(), KeyContext::Needs);
    // another session, later
    let mut again = desk.reopen();
    again.keys("gv").expect("African assets");
    again.keys("G<Del>");
    assert!(!again.shows("African assets "));
}

#[test]
fn what_was_done_to_a_view_is_asked_about_and_taken_back() {
    let mut desk = desk();
    let views = |desk: &Desk| {
        let store = Store::open(&desk.db, Access::ReadOnly).unwrap();
        let views = store.saved_views("secretariat").unwrap().into_iter();
        views.map(|view| (view.name, view.owner.is_none(), view.filter)).collect::<Vec<_>>()
    };
    let row = |filter: &str| ("Ours".to_owned(), true, filter.to_owned());
    // The hints name possible commands.
    let hints = |desk: &Desk| {
        let line = desk.line(23);
        [line.contains("Del"), line.contains("u undo")]
    };
    assert_eq!(hints(desk.keys("gv")), [false, false], "{}", desk.screen());
    desk.keys("<Del>").expect("cannot be deleted");
    desk.keys("u").expect("No view change to undo");
    desk.keys("<Esc>4/chapter:V<Enter>gv+Ours<Tab>o<Tab><Space><C-s>");
    desk.expect("“o” opens the view “Overdue”; Ctrl-s again makes it open yours for everybody");
    assert_eq!(views(&desk), []);
    desk.keys("<Enter>").expect("is saved");
    assert_eq!(views(&desk), [row("chapter:V")]);
    // Over a view that everybody has: not before one knows.
    desk.keys("<Esc>z0/chapter:II<Enter>gv+Ours<Tab><Tab><Space><C-s>");
    desk.expect("Everybody has a view “Ours”; Ctrl-s again replaces it for all");
    assert_eq!(views(&desk), [row("chapter:V")]);
    desk.keys("<Enter>").expect("is saved");
    assert_eq!(views(&desk), [row("chapter:II")]);
    assert_eq!(hints(desk.keys("<Esc>gvG")), [true, true], "{}", desk.screen());
    desk.keys("G<Del>").expect("deleted for everybody; u brings it back");
    assert_eq!(views(&desk), []);
    // Across a restart too, one after the other, to the view that was not there before.
    let mut desk = desk.reopen();
    desk.keys("gv");
    for after in [vec![row("chapter:II")], vec![row("chapter:V")], vec![]] {
        desk.keys("u").expect("View “Ours”: undone; Ctrl-r redoes");
        assert_eq!(views(&desk), after);
    }
    desk.keys("u").expect("No view change to undo");
    for after in [vec![row("chapter:V")], vec![row("chapter:II")], vec![]] {
        desk.keys("<C-r>").expect("View “Ours”: redone; u undoes");
        assert_eq!(views(&desk), after);
    }
    desk.keys("<C-r>").expect("Nothing to redo");
    // Not over a later change by another person.
    let store = Store::open(&desk.db, Access::ReadWrite).unwrap();
    let other = SavedView {
        name: "Ours".into(),
        screen: "needs".into(),
        filter: "is:met".into(),
        ..SavedView::default()
    };
    store.save_view("fp-ke", &other, None).unwrap();
    desk.keys("<Esc>gvu")
        .expect("fp-ke has changed the view “Ours” since")
        .expect("It stays as it is");
    assert_eq!(views(&desk), [row("is:met")]);
}

#[test]
fn a_view_keeps_whose_queue_is_shown_and_the_page_of_themes() {
    for (keys, shows) in [
        ("5zr", "All needs, and whose they are"),
        ("5hjl", "Queue of Adviser, "),
        ("5", "Queue of nobody"),
        ("gts", "States▼"),
    ] {
        let mut desk = desk();
        desk.keys(keys).expect(shows);
        desk.keys("gv+Ours<C-s>").expect("is saved");
        desk.keys("<Esc>1gvG<Enter>").expect("View “Ours”").expect(shows);
    }
}

#[test]
fn a_key_of_the_list_or_of_another_shared_view_is_not_given_away() {
    let mut desk = desk();
    desk.keys("4gv+First<Tab>u<C-s>").expect("“u” is in use here");
    desk.keys("x<Tab> <Enter>").expect("is saved");
    desk.keys("<Esc>gv+Second<Tab>x<Tab> <C-s>").expect("“x” opens the view “First” already");
    desk.keys("<Enter>").expect("“x” opens the view “First” already");
    // for the user, the own view goes before everybody's
    desk.keys(" <Enter>").expect("“x” opens the view “First”; Ctrl-s again makes it open yours");
    desk.keys("<Enter>").expect("“Second” is saved");
    desk.keys("x").expect("View “Second”");
    // A view that another person has saved meanwhile is not overwritten, and the form stays.
    desk.keys("gv+Third<Tab><Tab> ");
    let store = Store::open(&desk.db, Access::ReadWrite).unwrap();
    let other = SavedView { name: "Third".into(), screen: "needs".into(), ..SavedView::default() };
    store.save_view("fp-ke", &other, None).unwrap();
    desk.keys("<Enter>").expect("is not what it was when you saw it").expect("Save this view");
    desk.keys("<Enter>").expect("Everybody has a view “Third”");
}

#[test]
fn a_view_that_comes_back_takes_no_key_from_another() {
    let mut desk = desk();
    desk.keys("4gv+Alpha<Tab>x<Tab> <C-s>").expect("“Alpha” is saved");
    desk.keys("G<Del>").expect("deleted for everybody");
    let store = Store::open(&desk.db, Access::ReadWrite).unwrap();
    let (name, screen, key) = ("Beta".to_owned(), "needs".to_owned(), "x".to_owned());
    let beta = SavedView { name, screen, key, ..SavedView::default() };
    store.save_view("fp-ke", &beta, None).unwrap();
    desk.keys("<Esc>gvu").expect("View “Alpha”: undone").expect("everybody");
    desk.keys("x").expect("View “Beta”");
}

#[test]
fn the_columns_of_a_list_are_chosen_and_kept_in_a_view() {
    let mut desk = desk();
    desk.keys("4zc").expect("●  State");
    desk.keys("<Down><Space><Enter>");
    assert!(!desk.line(2).contains("State"), "{}", desk.line(2));
    desk.keys("gv+Bare<Tab>b<C-s><Esc>zc0");
    assert!(desk.line(2).contains("State"));
    desk.keys("gvb");
    assert!(!desk.line(2).contains("State"));
}

#[test]
fn a_queue_is_handed_over_after_a_look_and_taken_back_at_once() {
    let mut desk = desk();
    desk.keys("5h/state:albania<Enter><Down>").expect("Queue of Focal point of Albania");
    desk.keys("=o").expect("Hand the queue over to");
    assert!(!desk.shows("Focal point of Albania "), "not to oneself");
    desk.keys("kenya<Enter>").expect("Change 28 needs?").expect("Albania 28");
    desk.expect("Focal point  → Focal point of Kenya");
    desk.keys("y").expect("28 needs changed");
    desk.keys("u").expect("28 needs: undone").expect("Queue of Focal point of Albania");
    desk.keys("gg=o").expect("Hand the queue over to");
}

#[test]
fn the_changes_of_a_need_its_state_a_person_and_a_day() {
    let mut desk = desk();
    desk.keys("4c<Enter>gh").expect("History › Need 1").expect("Priority");
    desk.keys("<Tab>").expect("History › Mozambique");
    desk.keys("<Tab>").expect("History › Secretariat");
    desk.keys("<Tab><Tab>").expect("History › everybody").expect("1/928");
    desk.keys("<S-Tab>");
    let today = ta_tui::domain::SAMPLE_DAY;
    desk.expect(&format!("History › {today}")).expect("1/1");
    desk.keys("<Esc>5h<Down>gh").expect("History › Regional adviser, Eastern and Southern Africa");
}

#[test]
fn e14_a_view_that_somebody_deletes_while_the_list_is_open_is_not_opened() {
    let mut desk = desk();
    desk.keys("4/chapter:V<Enter>gv+Ours<Tab>x<C-s><Esc>z0");
    desk.keys("gvx").expect("chapter:V");
    desk.keys("z0gv");
    let store = Store::open(&desk.db, Access::ReadWrite).unwrap();
    let view = store.saved_views("secretariat").unwrap().pop().unwrap();
    store.delete_view("secretariat", &view).unwrap();
    desk.keys("x").expect("“Ours” was not opened").expect("Overdue");
    assert!(!desk.shows("chapter:V"));
}
