//! The news since the last visit: needs changed by others, given to the person, overdue since.

use crate::support::desk::Desk;
use ta_tui::app::place::View;
use ta_tui::app::screens::NewsPart;
use ta_tui::cli::Start;
use ta_tui::domain::{Change, Day, NeedNumber, Priority};
use ta_tui::text::Lang;

const SIZE: (u16, u16) = (80, 24);

fn remembers(start: &mut Start) {
    start.remembers = true;
}

fn needs(desk: &Desk, part: NewsPart) -> Vec<u32> {
    match &desk.program.app().place().view {
        View::News(news) => news.needs(part).iter().map(|need| need.get()).collect(),
        other => panic!("{other:?}"),
    }
}

fn high() -> Change {
    Change::Priority(Some(Priority::High))
}

/// A program that was used once and left, before others wrote.
fn left_once() -> Desk {
    let mut desk = Desk::with(SIZE, remembers);
    desk.keys("4");
    desk.reopen()
}

#[test]
fn before_the_first_visit_has_ended_nothing_is_new() {
    let mut desk = Desk::with(SIZE, remembers);
    desk.elsewhere(1, high());
    desk.keys("gl").expect("You have not left this register yet");
    let mut only_read = Desk::with(SIZE, |_| {});
    only_read.keys("gl").expect("You have not left this register yet");
}

#[test]
fn what_others_change_is_listed_and_marked_until_it_is_looked_at() {
    let desk = left_once();
    desk.elsewhere(2, Change::notes("theirs"));
    desk.elsewhere(7, Change::notes("theirs"));
    desk.elsewhere(2, Change::notes("theirs again"));
    let mut desk = desk.reopen_with(remembers);
    desk.expect("2 needs were changed by others since you were here: g l lists them");
    let foreign = |desk: &Desk| {
        let foreign = &desk.program.app().foreign;
        (1..10).filter(|need| foreign.contains(NeedNumber::new(*need))).collect::<Vec<u32>>()
    };
    assert_eq!(foreign(&desk), [2, 7]);
    desk.keys("4").expect("* ");
    desk.keys("gl").expect("[changed by others: 2]").expect("overdue since: 0");
    assert_eq!(needs(&desk, NewsPart::Changed), [2, 7], "the one changed last first");
    desk.expect("since 2019-12-31T");
    desk.keys("<Enter>").expect("Need 2 ");
    assert_eq!(foreign(&desk), [7], "it was looked at");
    desk.keys("<Esc>").expect("changed by others: 2");
    // the next session begins where this one ends
    let desk = desk.reopen_with(remembers);
    assert!(!desk.shows("were changed by others"), "{}", desk.screen());
    assert!(foreign(&desk).is_empty());
}

#[test]
fn changes_of_the_same_person_are_no_news_and_a_filter_narrows() {
    let mut desk = left_once().reopen_with(remembers);
    desk.keys("4/id:9<Enter><Enter>ph<Enter>");
    let desk = desk.reopen();
    desk.elsewhere(3, Change::notes("theirs"));
    desk.elsewhere(4, Change::notes("theirs"));
    let mut desk = desk.reopen_with(remembers);
    desk.keys("4gl");
    assert_eq!(needs(&desk, NewsPart::Changed), [4, 3]);
    desk.keys("<Esc>/id:3<Enter>gl");
    assert_eq!(needs(&desk, NewsPart::Changed), [3]);
}

#[test]
fn what_was_given_to_somebody_is_a_part_of_its_own() {
    let mut desk = Desk::with(SIZE, |start| {
        (start.remembers, start.who) = (true, Some("fp-gh".into()));
    });
    desk.keys("4");
    let desk = desk.reopen();
    desk.elsewhere(5, Change::FocalPoint(Some("fp-gh".into())));
    desk.elsewhere(6, Change::FocalPoint(Some("fp-gh".into())));
    desk.elsewhere(6, Change::FocalPoint(None));
    let mut desk = desk.reopen_with(|start| {
        (start.remembers, start.who) = (true, Some("fp-gh".into()));
    });
    desk.keys("gl");
    assert_eq!(needs(&desk, NewsPart::Given), [5], "the other one was taken away again");
    desk.keys("l").expect("[given to you: 1]");
    desk.keys("<Enter>").expect("Need 5 ");
    desk.keys("<Esc>ll").expect("[changed by others: 2]");
}

#[test]
fn what_has_become_overdue_is_told_by_the_day_of_the_register() {
    let desk = left_once();
    let day = Day::parse("2020-12-31");
    let mut desk = desk.reopen_with(|start| (start.remembers, start.today) = (true, day));
    desk.keys("4gl");
    let overdue = needs(&desk, NewsPart::Overdue);
    assert!(!overdue.is_empty(), "{}", desk.screen());
    desk.expect(&format!("[overdue since: {}]", overdue.len()));
    let mut same = left_once().reopen_with(remembers);
    same.keys("4gl");
    assert!(needs(&same, NewsPart::Overdue).is_empty(), "the day is the same");
    same.expect("Nothing.");
}

#[test]
fn it_is_refused_on_an_earlier_day_and_without_names() {
    let mut desk = left_once().reopen_with(remembers);
    let refused = "What is new is shown of the register as it is now";
    desk.keys("4zd2019-05-31<Enter>gl").expect(refused);
    let mut desk = left_once().reopen_with(remembers);
    desk.keys("4gl").expect("changed by others: 0");
    desk.keys("zn");
    assert!(!desk.shows("changed by others"), "{}", desk.screen());
    desk.keys("gl").expect(refused);
}

#[test]
fn the_page_in_both_languages() {
    for (lang, name) in [(Lang::En, "news-en"), (Lang::Zh, "news-zh")] {
        let desk = left_once();
        for need in [12, 2, 40] {
            desk.elsewhere(need, high());
        }
        let mut desk = desk.reopen_with(|start| (start.remembers, start.lang) = (true, lang));
        desk.keys("4gl");
        let screen = desk.screen();
        // The time of day is the real one.
        let screen = without_time(&screen);
        insta::with_settings!({ prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name, screen);
        });
    }
}

/// The screen without the time of day.
fn without_time(screen: &str) -> String {
    let Some(at) = screen.find("2019-12-31T") else { return screen.to_owned() };
    format!("{}2019-12-31T…{}", &screen[..at], &screen[at + "2019-12-31T00:00:00Z".len()..])
}
