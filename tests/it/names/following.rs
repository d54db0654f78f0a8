//! Offers that follow their answer, and the screens until they are there.

use crate::support::desk::Desk;
use crate::support::large;
use std::sync::Arc;
use ta_tui::app::{Event, key};
use ta_tui::query::{Meant, Offer, parse};
use ta_tui::text::Lang;
use ta_tui::worker::{Answer, Report};

/// The answer on the screen, as one whose offers follow.
fn without_offers(desk: &Desk) -> Box<Answer> {
    let mut answer = desk.program.app().answer.clone().unwrap();
    answer.meant = None;
    answer
}

fn report(desk: &mut Desk, report: Report) {
    desk.program.ahead(Event::Worker(report));
}

/// The line on which the screen shows a text.
fn line_of(desk: &Desk, text: &str) -> Option<usize> {
    desk.screen().lines().position(|line| line.contains(text))
}

/// Types a letter, and answers the question that it asks with `rows` of the last answer and no offers; gives the
/// generation of that question.
fn typed(desk: &mut Desk, letter: &str, filter: &str) -> u64 {
    let mut answer = without_offers(desk);
    desk.program.type_ahead(key::script(letter).unwrap()[0]);
    answer.generation += 1;
    answer.filter = parse(filter).unwrap();
    let generation = answer.generation;
    report(desk, Report::Answered(answer));
    assert!(desk.program.app().is_found(), "the answer was not taken");
    generation
}

#[test]
fn offers_of_the_same_words_stay_until_the_new_ones_are_there() {
    let mut desk = Desk::new((80, 24), Lang::En);
    let before = desk.keys("4/\"mozambique\" \"unmet\"<Enter>").expect("state:MOZ").screen();
    let answer = without_offers(&desk);
    let generation = answer.generation;
    report(&mut desk, Report::Answered(answer));
    let app = desk.program.app();
    assert!(app.is_answered() && !app.is_settled());
    assert_eq!(desk.screen(), before);
    // those of an older question are not taken
    report(&mut desk, Report::Meant { generation: generation - 1, meant: Arc::default() });
    assert!(desk.screen() == before && !desk.program.app().is_settled());
    report(&mut desk, Report::Meant { generation, meant: Arc::default() });
    assert!(!desk.shows("state:MOZ") && desk.program.app().is_settled());
}

#[test]
fn an_empty_list_keeps_the_room_of_offers_and_shows_none_of_other_words() {
    let mut desk = Desk::new((80, 24), Lang::En);
    desk.keys("4/mozambique unmet");
    let place = line_of(&desk, "clears it");
    assert!(place.is_some(), "{}", desk.screen());
    let meant: Vec<Meant> = desk.program.app().words_meant().unwrap().to_vec();
    let generation = typed(&mut desk, "s", "mozambique unmets");
    assert!(!desk.shows("“unmet” stands") && !desk.shows("state:MOZ"), "{}", desk.screen());
    assert_eq!(line_of(&desk, "clears it"), place);
    assert_eq!(desk.program.app().offer(), None);
    report(&mut desk, Report::Meant { generation, meant: meant.into() });
    desk.expect("“unmet” stands in no text here").expect("state:MOZ");
    assert_eq!(line_of(&desk, "clears it"), place);
    desk.program.catch_up();
    assert!(desk.program.app().is_settled());
}

#[test]
fn the_box_under_the_line_keeps_its_size_and_shows_no_offers_of_other_words() {
    let mut desk = Desk::new((80, 24), Lang::En);
    desk.keys("4/seychelle").expect("state:SYC");
    let edges = |desk: &Desk| (line_of(desk, "╭"), line_of(desk, "╰"));
    let before = edges(&desk);
    assert!(before.0.is_some() && before.1.is_some(), "{}", desk.screen());
    let meant: Vec<Meant> = desk.program.app().words_meant().unwrap().to_vec();
    let generation = typed(&mut desk, "s", "seychelles");
    assert!(!desk.shows("state:SYC"), "{}", desk.screen());
    assert_eq!(edges(&desk), before);
    assert_eq!(desk.program.app().completions().unwrap().items.len(), 0);
    report(&mut desk, Report::Meant { generation, meant: meant.into() });
    desk.expect("state:SYC");
    assert_eq!(edges(&desk), before);
}

/// A request of another kind that fails, or a question that does, ends the waiting.
#[test]
fn nothing_waits_for_offers_where_the_question_fails() {
    let mut desk = Desk::new((80, 24), Lang::En);
    desk.keys("4/\"mozambique\" \"unmet\"<Enter>");
    let answer = without_offers(&desk);
    let of = ta_tui::worker::Asked::Question(answer.generation);
    report(&mut desk, Report::Answered(answer));
    assert!(!desk.program.app().is_settled());
    let error = ta_tui::store::StoreError::Full;
    report(&mut desk, Report::Failed { of, error });
    assert!(desk.program.app().is_settled());
    assert!(desk.program.app().answer.is_some(), "what was answered stays");
}

#[test]
fn a_large_register_comes_to_rest_with_its_offers() {
    let mut desk = Desk::with((80, 24), |start| {
        std::fs::remove_file(&start.db).unwrap();
        large::make(&start.db);
    });
    desk.keys("4/\"mozambique\" \"unmet\"<Enter>").expect("0 of 102,804 needs");
    desk.expect("“mozambique” stands in no text here")
        .expect("state:MOZ")
        .expect("Tab takes state:MOZ");
    let offers = desk.program.app().words_meant().unwrap().iter().flat_map(|meant| &meant.offers);
    let mozambique: Vec<&Offer> = offers.filter(|offer| offer.term == "state:MOZ").collect();
    assert_eq!(mozambique[0].count.needs, 26 * 45);
    desk.keys("<Tab>").expect("response:unmet");
    assert_eq!(desk.program.app().place().filter.to_string(), "state:MOZ unmet");
}
