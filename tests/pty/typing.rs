//! Keys that come faster than they are answered: none is lost, none acts on a screen that its
//! writer had not seen, no number stands beside a filter that it does not belong to, and nothing
//! runs on after the last of them.

use crate::support::desk::start;
use crate::support::frames::screens;
use crate::support::home::{Home, SMALL, quit, wait_whole};
use crate::support::keys;
use crate::support::large;
use crate::support::pty::Pty;
use crate::support::stale::{Beside, Known};
use std::sync::LazyLock;
use std::thread;
use std::time::{Duration, Instant};
use ta_tui::app::key;
use ta_tui::picture;
use ta_tui::program::Headless;
use ta_tui::query::register::Register;
use ta_tui::store::{Access, Store};

/// The interval of keys at 30 a second.
const BEAT: Duration = Duration::from_millis(33);

/// About 100,000 needs, in a file and in memory, made once for all tests here.
static LARGE: LazyLock<(Home, Register)> = LazyLock::new(|| {
    let home = Home::large();
    let store = Store::open(&home.db(), Access::ReadOnly).unwrap();
    let register = store.load(&mut |_| true).unwrap();
    (home, register)
});

/// Types letters at 30 a second. The beat is under test; nothing waits for it.
fn type_on_the_beat(pty: &mut Pty, letters: &str) {
    let begun = Instant::now();
    for (place, letter) in (1..).zip(letters.chars()) {
        pty.send(letter.to_string().as_bytes());
        thread::sleep((begun + place * BEAT).saturating_duration_since(Instant::now()));
    }
}

/// The program without a terminal on the same register: its screen is the one on which the other
/// must come to rest after the same keys.
struct Rested(Headless);

impl Rested {
    fn new(home: &Home) -> Self {
        let mut start = start(home.db());
        start.who = None;
        Self(Headless::start(&start, SMALL).unwrap())
    }

    fn after(&mut self, keys: &str) -> String {
        for key in key::script(keys).unwrap() {
            self.0.key(key);
        }
        picture::text(&self.0.draw().0)
    }
}

fn rested(home: &Home, keys: &str) -> String {
    Rested::new(home).after(keys)
}

fn lines(screen: &str) -> Vec<String> {
    screen.lines().map(|line| line.trim_end().to_owned()).collect()
}

/// Blocks until the screen is that on which the program comes to rest.
fn wait_rested(pty: &Pty, rested: &str) {
    let expected = lines(rested);
    pty.wait_for(&format!("screen:\n{rested}\nbut"), |screen| {
        screen.rows(0, SMALL.0).map(|line| line.trim_end().to_owned()).eq(expected.iter().cloned())
    });
}

/// Fails where a screen shows a number beside a filter that it does not belong to. Gives the
/// filters that were shown with their numbers.
fn assert_never_stale(received: &[u8], register: &Register) -> Vec<String> {
    let screens = screens(received, SMALL);
    let mut known = Known::of(register);
    let mut answered = Vec::new();
    for screen in &screens {
        if let Some(beside) = Beside::on(screen)
            && let Some(right) = known.right(&beside.typed)
        {
            assert_eq!(beside.count, right, "beside “{}” on\n{}", beside.typed, screen.join("\n"));
            answered.push(beside.typed);
        }
    }
    answered
}

#[test]
fn a_word_at_thirty_keys_a_second_loses_no_letter_and_shows_no_stale_number() {
    let (home, register) = &*LARGE;
    let word = "model legisl";
    let mut pty = home.open(&[], &[], SMALL);
    wait_whole(&pty, large::NEEDS);
    pty.keys("4/");
    pty.wait_frame("accept");
    type_on_the_beat(&mut pty, word);
    let mut rested = Rested::new(home);
    wait_rested(&pty, &rested.after(&format!("4/{word}")));
    pty.keys("<Enter>");
    wait_rested(&pty, &rested.after("<Enter>"));
    let answered = assert_never_stale(&pty.received(), register);
    assert!(answered.iter().any(|typed| typed == word), "{answered:?}");
    quit(pty);
}

#[test]
fn a_filter_edited_faster_than_it_can_be_answered_ends_as_if_typed_slowly() {
    let (home, register) = &*LARGE;
    let mut pty = home.open(&[], &[], SMALL);
    wait_whole(&pty, large::NEEDS);
    pty.keys("/");
    pty.wait_frame("accept");
    let mut all = String::new();
    for word in ["training", "chapter:V", "-focal:any mod", "zzzz", "id:7"] {
        all.push_str(word);
        all.push_str(&"<BS>".repeat(word.len()));
    }
    all.push_str("asset decl");
    pty.send(&keys::bytes(&all));
    wait_rested(&pty, &rested(home, "/asset decl"));
    assert_never_stale(&pty.received(), register);
    pty.keys("<Esc>");
    wait_whole(&pty, large::NEEDS);
    quit(pty);
}

#[test]
fn a_filter_that_matches_nothing_and_one_that_matches_everything() {
    let home = Home::new();
    let mut pty = home.start();
    pty.keys("4/zzzz<Enter>");
    pty.wait_frame("0 of 3,954 needs");
    // Nothing to stand on: every key is still heard.
    pty.keys("jGgg<C-f><Enter> A");
    wait_rested(&pty, &rested(&home, "4/zzzz<Enter>jGgg<C-f><Enter> A"));
    pty.keys("z0/id:1..<Enter>");
    pty.wait_frame("3,954 of 3,954 needs");
    pty.keys("G");
    // A message of the keys before may still stand in the line of messages.
    let without_message = |screen: &str| lines(screen).into_iter().take(22).collect::<Vec<_>>();
    let last = without_message(&rested(&home, "4/id:1..<Enter>G"));
    pty.wait_frame_with("the last need", |text| without_message(text) == last);
    quit(pty);
}

#[test]
fn a_key_held_down_stops_where_it_is_let_go() {
    let home = Home::new();
    let mut pty = home.start();
    pty.keys("4");
    pty.wait_frame("▌     1 ");
    for _ in 0..50 {
        pty.send(b"jjjj");
    }
    pty.wait_frame(" 201/3,954");
    pty.stays_quiet(Duration::from_millis(300));
    assert_eq!(lines(&pty.screen_text()), lines(&rested(&home, &format!("4{}", "j".repeat(200)))));
    quit(pty);
}

#[test]
fn keys_that_are_there_are_read_before_the_next_frame() {
    let home = Home::new();
    let mut pty = home.start();
    pty.keys("4");
    pty.wait_frame("▌     1 ");
    let before = screens(&pty.received(), SMALL).len();
    pty.send("j".repeat(200).as_bytes());
    pty.wait_frame(" 201/3,954");
    let frames = screens(&pty.received(), SMALL).len() - before;
    assert!(frames <= 20, "{frames} frames for 200 keys in one write");
    quit(pty);
}

/// The harness itself: the program without a terminal shows the same as the terminal.
#[test]
fn both_programs_draw_the_same() {
    let home = Home::new();
    let mut pty = home.start();
    for keys in ["4", "G", "2", "5", "3j<Enter>", "?"] {
        pty.keys(keys);
    }
    wait_rested(&pty, &rested(&home, "4G253j<Enter>?"));
}
