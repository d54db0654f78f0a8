//! Three keys to begin with, for a person who uses a register for the first time.

use crate::support::desk::Desk;
use ta_tui::store::Store;
use ta_tui::text::Lang;

const TITLE: &str = "New here?";

fn newcomer(size: (u16, u16)) -> Desk {
    Desk::with(size, |start| start.remembers = true)
}

#[test]
fn the_lines_stand_below_the_charts_until_a_key_does_something() {
    let mut desk = newcomer((80, 24));
    desk.expect(TITLE).expect("only chapter V").expect("/ sey").expect(": tour");
    desk.keys("ß");
    desk.expect(TITLE);
    desk.keys("j");
    assert!(!desk.shows(TITLE), "{}", desk.screen());
    let desk = desk.reopen_with(|start| start.remembers = true);
    assert!(!desk.shows(TITLE), "for good");
    let desk = desk.reopen_with(|start| {
        (start.remembers, start.who) = (true, None);
    });
    desk.expect(TITLE);
}

#[test]
fn they_are_shown_where_there_is_room_and_to_people_alone() {
    assert!(!newcomer((80, 18)).shows(TITLE));
    newcomer((200, 50)).expect(TITLE);
    let frame = Desk::with((80, 24), |_| {});
    assert!(!frame.shows(TITLE));
    let reads = Desk::with((80, 24), |start| (start.remembers, start.read_only) = (true, true));
    assert!(!reads.shows(TITLE));
}

#[test]
fn a_person_who_leaves_at_once_finds_them_again() {
    let mut desk = newcomer((80, 24));
    desk.keys("q");
    let desk = desk.reopen_with(|start| start.remembers = true);
    desk.expect(TITLE);
}

#[test]
fn the_first_screen_in_both_languages() {
    for (lang, name) in [(Lang::En, "first-use-en"), (Lang::Zh, "first-use-zh")] {
        let desk = Desk::with((80, 24), |start| (start.remembers, start.lang) = (true, lang));
        insta::with_settings!({ prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name, desk.screen());
        });
    }
}

/// The program on a new register.
fn in_a_new_register(size: (u16, u16), lang: Lang) -> Desk {
    Desk::with(size, |start| {
        std::fs::remove_file(&start.db).unwrap();
        drop(Store::create(&start.db).unwrap());
        start.lang = lang;
    })
}

#[test]
fn a_new_register_says_what_is_recorded_first_until_it_is_done() {
    let person = ": new person  your own post, under the code ";
    let [review, needs] = ["a review: State, cycle", "the needs of the review"];
    let mut desk = in_a_new_register((80, 24), Lang::En);
    assert!(!desk.shows("your own post"), "the register knows the Secretariat: {}", desk.screen());
    desk = desk.reopen_with(|start| start.who = None);
    let own = desk.program.app().settings.who.clone();
    desk.expect("Begin here").expect(&format!("{person}{own}")).expect(review).expect(needs);
    desk.expect(" 3 +  ").expect(" 3 = +  ");
    desk.keys("3").expect("This register has no reviews yet.").expect("+ records one");
    desk.keys("4").expect("This register has no needs yet.").expect("3 lists the reviews");
    desk.keys(&format!("1:new person<Enter>{own}<Tab>o<Tab><Tab>Officer<C-s>"))
        .expect("Saved: your own post");
    desk.keys("1").expect(review).expect(needs);
    assert!(!desk.shows(person), "{}", desk.screen());
    desk.keys("3+Benin<Tab>2<C-s>").expect("Saved: review");
    desk.keys("1").expect(needs);
    assert!(!desk.shows(review), "{}", desk.screen());
    desk.keys("3=+57<Tab><Tab><Tab>Training<C-s><Esc>").expect("1 need");
    desk.keys("1").expect("1 need in 1 State");
    assert!(!desk.shows("Begin here"), "{}", desk.screen());
    // undone, it is to be done again
    desk.keys("u").expect("Begin here").expect(needs);
}

#[test]
fn a_new_register_in_both_languages_and_who_only_reads_is_not_led() {
    for (lang, name) in [(Lang::En, "new-register-en"), (Lang::Zh, "new-register-zh")] {
        let desk = in_a_new_register((80, 24), lang);
        insta::with_settings!({ prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name, desk.screen());
        });
    }
    let mut reads =
        in_a_new_register((80, 24), Lang::En).reopen_with(|start| start.read_only = true);
    assert!(!reads.shows("Begin here"), "{}", reads.screen());
    reads.keys("3").expect("This register has no reviews yet.");
    assert!(!reads.shows("records one"), "{}", reads.screen());
}
