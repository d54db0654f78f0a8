//! Needs that are pasted as one passage, the values that their words propose, and the needs that may be the same.

use crate::support::desk::Desk;
use ta_tui::app::Event;
use ta_tui::domain::{Kind, NeedNumber};
use ta_tui::fields::RecordField;
use ta_tui::store::{Access, LogQuery, Store};
use ta_tui::text::Lang;

const PASSAGE: &str = "12. The following needs were identified:\n\
    • Training on the return of\n  assets;\n\
    • Legal advice on public procurement; and\n\
    • Study visits on asset declarations.\n";

/// A sitting of the second review of Liberia.
fn sitting() -> Desk {
    let mut desk = Desk::new((120, 40), Lang::En);
    desk.keys("3/liberia<Enter><Enter>+");
    desk
}

fn paste(desk: &mut Desk, words: &str) {
    desk.program.take(Event::Paste(words.to_owned()));
}

/// A field of the need that was added last.
fn last(desk: &Desk, code: &str) -> Option<String> {
    let store = Store::open(&desk.db, Access::ReadOnly).unwrap();
    let log = store.log(&LogQuery { limit: 1, ..LogQuery::default() }).unwrap();
    let whole = store.whole_record(log[0].record).unwrap();
    let field = RecordField::from_code(Kind::Need, code).unwrap();
    whole.value(field).map(str::to_owned)
}

#[test]
fn a_pasted_passage_is_entered_as_its_needs_one_after_the_other() {
    let mut desk = sitting();
    desk.keys("<Tab><Tab><Tab>");
    paste(&mut desk, PASSAGE);
    desk.expect("3 needs were pasted").expect("next of the pasted: Legal advice on public procu");
    desk.expect("Articles: 57 “return of assets”").expect("Category: Capacity-building “training”");
    // The articles and the category are proposed, and taken with one key each.
    desk.keys("<S-Tab><S-Tab><S-Tab>").expect("57 “return of assets”  space takes it");
    desk.keys("<Space><Tab><Space><C-s>");
    desk.expect("The last one:");
    let needs = ["article", "category", "paragraph", "text"].map(|code| last(&desk, code));
    let [article, category, paragraph, text] = needs.each_ref().map(Option::as_deref);
    assert_eq!((article, category, paragraph), (Some("57"), Some("C2-CB"), Some("12")));
    assert_eq!(text, Some("Training on the return of assets"));
    desk.keys("<Space><C-s>");
    assert_eq!(last(&desk, "article").as_deref(), Some("9"));
    assert_eq!(last(&desk, "category"), None, "nothing is filled in by itself");
    assert_eq!(last(&desk, "text").as_deref(), Some("Legal advice on public procurement"));
    // The rest of the passage is kept when the form is left, and offered again.
    desk.keys("<Esc>+").expect("Study visits on asset declarations");
    desk.keys("8<C-s>");
    assert_eq!(last(&desk, "text").as_deref(), Some("Study visits on asset declarations."));
    desk.expect("1 need entered").expect("The last one:");
    assert!(!desk.shows("next of the pasted"));
}

#[test]
fn the_rest_of_a_passage_is_dropped_with_the_draft_and_one_paragraph_is_one_text() {
    let mut desk = sitting();
    desk.keys("<Tab><Tab><Tab>");
    paste(&mut desk, "One need\nover two lines.");
    assert!(!desk.shows("were pasted"));
    desk.keys("<C-x>");
    paste(&mut desk, PASSAGE);
    desk.keys("<C-x>");
    assert!(!desk.shows("next of the pasted") && !desk.shows("Legal advice on public procurement"));
}

#[test]
fn a_need_that_may_be_there_already_stands_under_the_form() {
    let mut desk = Desk::new((120, 40), Lang::En);
    desk.keys("4");
    let (number, text, state) = {
        let register = desk.program.app().register().unwrap();
        let row = register.row_of(NeedNumber::new(40)).unwrap();
        let need = register.need(row).unwrap();
        (need.id(), need.text().into_owned(), need.state().names.in_lang(Lang::En).to_owned())
    };
    desk.keys("4+<Tab>");
    paste(&mut desk, &state);
    desk.keys("<Tab><Tab><Tab><Tab>");
    paste(&mut desk, &text);
    desk.expect(&format!("Like it in {state}")).expect("100% alike, perhaps the same need");
    desk.expect(&number.to_string());
    desk.keys("<C-x>");
    assert!(!desk.shows("perhaps the same need"));
}
