//! Several people at one register, from the view of each: changes by others, conflicts, needs open
//! elsewhere, and notes that are never lost.

use crate::support::desk::Desk;
use ta_tui::app::Event;
use ta_tui::app::context::KeyContext;
use ta_tui::app::key;
use ta_tui::domain::{Change, Clock, NeedNumber, Priority, Response};
use ta_tui::store::{Access, Draft, Present, Store, StoreError};
use ta_tui::text::{Lang, Text};
use ta_tui::worker::{Asked, Report};

const SMALL: (u16, u16) = (80, 24);

fn desk() -> Desk {
    Desk::new(SMALL, Lang::En)
}

fn high() -> Change {
    Change::Priority(Some(Priority::High))
}

#[test]
fn what_collides_is_shown_three_ways_and_one_chooses() {
    for (key, priority) in [("h<C-s>", "[e High !!!]"), ("l<C-s>", "[c Low !]")] {
        let mut desk = desk();
        desk.keys("4<Enter>");
        desk.elsewhere(1, high());
        desk.keys("c").expect("Changed meanwhile (1 of 1)");
        assert_eq!(desk.program.app().context(), KeyContext::Conflict);
        desk.expect("Changed by Focal point of Kenya")
            .expect("Before")
            .expect("Theirs")
            .expect("Mine");
        desk.expect("High").expect("Low");
        desk.keys(key).expect(priority);
        assert!(desk.program.app().overlays.is_empty());
    }
}

#[test]
fn to_leave_a_collision_undecided_writes_nothing_and_says_so() {
    let mut desk = desk();
    desk.keys("4/id:1<Enter><Enter>e");
    desk.elsewhere(1, Change::Priority(Some(Priority::Medium)));
    desk.keys("c").expect("Changed meanwhile");
    desk.keys("<Esc>").expect("yours was not saved").expect("[d Medium !!]");
}

#[test]
fn another_value_can_be_chosen_over_both() {
    let mut desk = desk();
    desk.keys("4<Enter>");
    desk.elsewhere(1, high());
    desk.keys("c").expect("Changed meanwhile");
    desk.keys("<Enter>med<Enter><C-s>").expect("[d Medium !!]");
    assert!(desk.program.app().overlays.is_empty());
}

#[test]
fn what_others_change_while_one_chooses_for_many_collides() {
    let mut desk = desk();
    // a list that is opened before the question, over the versions seen by then
    desk.keys("4/id:1..3<Enter>Ap");
    desk.elsewhere(2, high());
    desk.keys("low<Enter>").expect("Change 3 needs?");
    desk.keys("y").expect("Changed meanwhile (1 of 1)").expect("Need 2");
    desk.keys("h<C-s>").expect("2 needs changed");
}

#[test]
fn a_word_typed_into_a_list_of_values_decides_nothing_by_its_letters() {
    let mut desk = desk();
    let version = |desk: &Desk| desk.program.app().need(NeedNumber::new(1)).unwrap().version();
    let before = version(&desk);
    desk.keys("4pmedium");
    assert_eq!((version(&desk), desk.program.app().context()), (before, KeyContext::Picker));
    desk.keys("<Enter>").expect("Need 1 changed");
    assert_eq!(version(&desk), before + 1, "one field, once");
    // the key that sets a value without the list finds it in the list too
    desk.keys("ri<Enter>").expect("Planned");
    desk.keys("=<Esc>");
    assert_eq!(version(&desk), before + 2);
}

#[test]
fn long_notes_that_collide_are_read_to_their_end() {
    let mut desk = desk();
    let lines = |whose: &str| (1..=30).map(|n| format!("{whose} {n}")).collect::<Vec<_>>();
    desk.keys("4<Enter>n");
    desk.keys(&lines("mine").join("<Enter>"));
    desk.elsewhere(1, Change::notes(&lines("theirs").join("\n")));
    desk.keys("<C-s>").expect("theirs 1 ").expect("mine 1 ").expect("lines 1–14 of 30: PgDn");
    assert!(!desk.shows("theirs 30"));
    desk.keys("<PgDn><PgDn>").expect("theirs 30").expect("mine 30").expect("lines 17–30 of 30");
    desk.keys("<PgDn><Up>").expect("lines 16–29 of 30");
    assert_eq!(desk.program.app().context(), KeyContext::Conflict);
}

#[test]
fn keeping_theirs_keeps_ones_own_notes_as_a_draft() {
    let mut desk = desk();
    desk.keys("4<Enter>nmy words");
    desk.elsewhere(1, Change::notes("their words"));
    desk.keys("<C-s>").expect("Changed meanwhile");
    desk.keys("h<C-s>").expect("yours is saved as a draft; n opens it");
    desk.expect("their words").expect("Draft: my words");
    let mut desk = desk.reopen();
    desk.keys("4<Enter>n").expect("my words");
    // writing over changed notes is still asked about
    desk.keys("<C-s>").expect("Changed meanwhile").expect("their words");
    // and it can be given up for good
    desk.keys("<Esc><C-x><Esc>").expect("their words");
    assert!(!desk.shows("Draft"));
}

#[test]
fn what_does_not_collide_merges_by_itself() {
    let mut desk = desk();
    desk.keys("4<Enter>");
    desk.elsewhere(1, high());
    desk.keys("o").expect("[e High !!!]").expect("[o █ Unmet]");
    assert!(desk.program.app().overlays.is_empty());
}

#[test]
fn of_many_only_what_collides_is_asked_and_nothing_is_written_before() {
    let mut desk = desk();
    desk.keys("4/id:1..5<Enter>A");
    desk.keys("r");
    desk.elsewhere(2, Change::Response(Some(Response::Withdrawn)));
    desk.elsewhere(4, Change::Response(Some(Response::Withdrawn)));
    desk.keys("m<Enter>y").expect("Changed meanwhile (1 of 2)");
    assert_eq!(
        desk.program.app().need(NeedNumber::new(1)).unwrap().response(),
        None,
        "all or nothing"
    );
    desk.keys("h").expect("(2 of 2)");
    desk.keys("l<C-s>").expect("4 needs changed");
    let response = |id| desk.program.app().need(id).unwrap().response();
    assert_eq!(response(NeedNumber::new(2)), Some(Response::Withdrawn));
    assert_eq!(response(NeedNumber::new(4)), Some(Response::Met));
    assert_eq!(response(NeedNumber::new(1)), Some(Response::Met));
}

#[test]
fn notes_that_collide_go_on_in_the_editor_with_theirs_in_sight() {
    let mut desk = desk();
    desk.keys("4<Enter>nmy words");
    desk.elsewhere(1, Change::notes("their words"));
    desk.keys("<C-s>").expect("Changed meanwhile").expect("their words").expect("my words");
    desk.keys("<Enter>").expect("Saved meanwhile (Ctrl-o inserts it):").expect("their words");
    assert_eq!(desk.program.app().context(), KeyContext::Notes);
    desk.keys(" and <C-o><C-s>").expect("my words and their words");
    assert!(desk.program.app().overlays.is_empty());
    // to let the matter rest keeps the typed text
    desk.keys("n<Enter>more");
    desk.elsewhere(1, Change::notes("again"));
    desk.keys("<C-s><Esc>").expect("more");
    assert_eq!(desk.program.app().context(), KeyContext::Notes);
}

#[test]
fn notes_being_typed_are_kept_and_offered_again() {
    let mut desk = desk();
    desk.keys("4<Enter>nhalf a thought<Esc>").expect("Draft for need 1 saved");
    desk.expect("✎ Draft: half a thought");
    let mut again = desk.reopen();
    again.expect("You have unfinished notes on need 1");
    again.keys("4<Enter>n").expect("half a thought").expect("Your draft of");
    again.keys(" ended<C-s>").expect("half a thought ended");
    let last = again.reopen();
    assert!(!last.shows("unfinished"), "{}", last.screen());
}

#[test]
fn drafts_are_marked_listed_and_found_from_another_session() {
    let mut desk = desk();
    desk.keys("4nfirst<Esc>jnsecond<Esc>").expect("✎");
    let mut desk = desk.reopen();
    desk.expect("unfinished notes on 2 needs").expect("g d lists them");
    desk.keys("gd").expect("id:1,2").expect("2 of 3,954 needs");
    desk.keys("<Esc>5");
    // begun at another terminal since
    let other = Store::open(&desk.db, Access::ReadWrite).unwrap();
    let text = "from elsewhere".to_owned();
    let draft =
        Draft { need: NeedNumber::new(3), text, version: 1, at: Clock::System.now(), here: true };
    other.save_draft("secretariat", &draft).unwrap();
    desk.keys("4/id:3<Enter>n").expect("from elsewhere").expect("Your draft of");
}

#[test]
fn what_is_typed_before_the_notes_are_there_is_not_lost() {
    let mut desk = desk();
    desk.keys("4<Enter>nold<C-s>");
    for key in key::script("nhalf a thought").unwrap() {
        desk.program.type_ahead(key);
    }
    desk.program.catch_up();
    desk.expect("oldhalf a thought");
    desk.keys("<C-s>").expect("Need 1 changed");
}

#[test]
fn a_draft_is_given_up_by_going_back_to_the_notes_as_they_stand() {
    let mut desk = desk();
    desk.keys("4<Enter>nold<C-s>nnew<C-x>");
    assert!(!desk.shows("oldnew"));
    desk.keys("<Esc>");
    assert!(!desk.reopen().shows("unfinished"));
}

#[test]
fn rows_that_others_changed_are_marked_until_visited() {
    let mut desk = desk();
    desk.keys("4<Down>");
    desk.program
        .take(Event::Worker(Report::ChangedElsewhere([2, 4].map(NeedNumber::new).to_vec())));
    desk.expect("2 needs were changed elsewhere");
    let marked = |desk: &Desk| -> Vec<String> {
        let lines = desk.screen();
        lines.lines().filter(|l| l.chars().nth(1) == Some('*')).map(str::to_owned).collect()
    };
    assert_eq!(marked(&desk).len(), 2);
    desk.keys("<Down>");
    assert_eq!(marked(&desk).len(), 1, "the cursor was on the first");
    desk.keys("<Down><Enter><Esc>");
    assert_eq!(marked(&desk).len(), 0, "the other was opened");
}

#[test]
fn what_failed_is_said_whole_and_stays_when_others_change_something() {
    for size in [(80, 24), (40, 12)] {
        let mut desk = Desk::new(size, Lang::En);
        desk.keys("4");
        let whole = Text::of(Lang::En).say(&StoreError::Full.message());
        let said = |desk: &Desk| {
            let words: Vec<String> = desk.screen().split_whitespace().map(str::to_owned).collect();
            words.join(" ")
        };
        desk.program
            .take(Event::Worker(Report::Failed { of: Asked::Nothing, error: StoreError::Full }));
        assert!(said(&desk).contains(&format!("✗ {whole}")), "{}", desk.screen());
        desk.program
            .take(Event::Worker(Report::ChangedElsewhere([2, 4].map(NeedNumber::new).to_vec())));
        let both = format!("✗ {whole} · 2 needs were changed elsewhere");
        assert!(said(&desk).contains(&both), "{}", desk.screen());
        desk.keys("j");
        assert!(!said(&desk).contains("disk"), "{}", desk.screen());
    }
}

#[test]
fn what_others_change_moves_neither_cursor_nor_what_is_typed() {
    let mut desk = desk();
    desk.keys("5");
    let here = desk.program.app().current_need().unwrap().id();
    let row = |desk: &Desk| desk.program.app().place().view.list().unwrap().row;
    desk.keys("<Down*3>");
    let (id, before) = (desk.program.app().current_need().unwrap().id(), row(&desk));
    assert_ne!(here, id);
    // another person takes it out of this queue
    desk.elsewhere(id.get(), Change::FocalPoint(Some("fp-ke".into())));
    // there is nothing to redo; it makes the worker look at the file
    desk.keys("<C-r>").expect("Nothing to redo");
    assert_eq!(desk.program.app().current_need().unwrap().id(), id);
    assert_eq!(row(&desk), before);
}

#[test]
fn who_else_has_a_need_open_is_said() {
    let mut desk = desk();
    let present = |need| vec![Present { need, who: "fp-ke".into() }];
    desk.keys("4<Enter>");
    desk.program.take(Event::Worker(Report::Present(present(NeedNumber::new(1)))));
    desk.expect("@ also open: Focal point of Kenya");
    let oneself = Present { need: NeedNumber::new(1), who: "secretariat".into() };
    desk.program.take(Event::Worker(Report::Present(vec![oneself])));
    desk.expect("@ also open: yourself, elsewhere");
    desk.keys("n").expect("Also open at another terminal");
    desk.keys("<Esc>");
    desk.program.take(Event::Worker(Report::Present(Vec::new())));
    assert!(!desk.shows("also open"));
    desk.keys("5");
    let id = desk.program.app().current_need().unwrap().id();
    desk.program.take(Event::Worker(Report::Present(present(id))));
    desk.expect("also open: Focal point of Kenya");
    assert!(desk.screen().lines().any(|line| line.contains("▌@")), "{}", desk.screen());
}

#[test]
fn themes_are_given_and_taken_for_one_and_for_many() {
    let mut desk = desk();
    desk.keys("4<Enter>#new tag").expect("Enter makes the new theme “new tag”");
    desk.keys("<Enter>").expect("Themes           new tag");
    desk.keys("#new<Enter>");
    assert!(!desk.shows("Themes           new tag"), "{}", desk.screen());
    desk.keys("<Esc>/id:1..3<Enter>A#political<Tab><BS*9>asset<Enter>").expect("Change 3 needs?");
    desk.expect("is added to 3 needs");
    desk.keys("y").expect("3 needs changed");
    let need = desk.program.app().need(NeedNumber::new(3)).unwrap();
    assert!(need.themes().any(|theme| theme.code.contains("political")));
}

#[test]
fn a_duplicate_is_marked_and_leads_to_the_other() {
    let mut desk = desk();
    desk.keys("4<Down><Enter>==").expect("same articles");
    desk.keys("1<Enter>").expect("duplicate of need 1");
    desk.keys("<Enter>").expect("Need 1 ");
    desk.keys("==2<Enter>").expect("would be a duplicate of itself");
    desk.keys("<Esc><Esc>");
    assert!(desk.screen().lines().any(|line| line.starts_with("▌=")), "{}", desk.screen());
    desk.keys("==Not<Enter>").expect("Need 2 changed");
}

#[test]
fn the_date_of_a_projected_need_is_typed() {
    let mut desk = desk();
    desk.keys("4<Enter>=d2027-06<Enter>").expect("2027-06-30");
    // the present value gives way to the first letter, and stays for a user who moves in it
    desk.keys("=d+6m<Enter>").expect("2020-06-30");
    desk.keys("=d<Left><Right><BS><BS>15<Enter>").expect("2020-06-15");
    desk.keys("=dsoon<Enter>").expect("“soon” is not a date");
    desk.keys("<C-u><Enter>");
    assert!(!desk.shows("2027-06-30"));
}

/// Letters that decide are typed quickly: one that was meant for the need answers no question.
#[test]
fn letters_typed_ahead_do_not_decide_about_a_collision() {
    for letter in ["e", "d", "m", "t", "T", "M", "x", "a"] {
        let mut desk = desk();
        desk.keys("4<Enter>");
        desk.elsewhere(1, high());
        desk.keys("c").expect("Changed meanwhile (1 of 1)");
        desk.keys(letter).expect("Changed meanwhile (1 of 1)");
        desk.keys("h<C-s>").expect("[e High !!!]");
    }
}

#[test]
fn what_others_take_out_above_moves_neither_cursor_nor_scroll() {
    let mut desk = Desk::new((120, 40), Lang::En);
    desk.keys("5<Down*30>");
    // The line of the screen that has the cursor's need.
    let place = |desk: &Desk| {
        let need = format!("  {} ", desk.program.app().current_need().unwrap().id());
        let screen = desk.screen();
        screen.lines().take(22).position(|line| line.contains(&need)).unwrap()
    };
    let app = desk.program.app();
    let answer = app.answer.as_deref().unwrap();
    let above: Vec<u32> =
        (0..3).filter_map(|row| Some(answer.register.need(answer.rows[row])?.id().get())).collect();
    let before = place(&desk);
    for need in above {
        desk.elsewhere(need, Change::FocalPoint(Some("fp-mz".into())));
    }
    let row = |desk: &Desk| desk.program.app().place().view.list().unwrap().row;
    let was = row(&desk);
    // there is nothing to redo; it makes the worker look at the file
    desk.keys("<C-r>").expect("Nothing to redo");
    assert_eq!(row(&desk), was - 3, "three are gone from above");
    assert_eq!(place(&desk), before, "{}", desk.screen());
}

#[test]
fn a_failure_is_that_of_the_question_it_names() {
    let mut desk = desk();
    desk.keys("4");
    let last = desk.program.app().answer.as_ref().unwrap().generation;
    let rows = |desk: &Desk| desk.program.app().answer.as_ref().map(|answer| answer.rows.len());
    let before = rows(&desk);
    assert!(before.is_some_and(|rows| rows > 0));
    // An older question, the last one that is answered already, one that was never asked: the rows on the screen
    // stay, and the program waits for nothing.
    for generation in [last - 1, last, last + 1] {
        let of = Asked::Question(generation);
        desk.program.take(Event::Worker(Report::Failed { of, error: StoreError::Full }));
        assert!(desk.program.app().is_settled());
        assert_eq!(rows(&desk), before, "{generation}");
    }
    desk.keys("3").keys("4");
    assert!(desk.program.app().is_settled());
    assert!(desk.program.app().answer.as_ref().unwrap().generation > last);
}
