//! The screens with the events of the decoder.

use super::corpus::{Line, silent};
use crate::support::desk::Desk;
use crate::support::home::SMALL;
use std::time::Duration;
use ta_tui::app::Event;
use ta_tui::app::key::from_terminal;
use ta_tui::app::layers::views::Views;
use ta_tui::store::{Access, Draft, LogQuery, SavedView, Store};
use ta_tui::term::input::{Heard, Waits};
use ta_tui::text::Lang;

/// The places that take the bytes: a name, and the keys that lead there.
const PLACES: [(&str, &str); 10] = [
    ("needs", "4"),
    ("needs, filtered", "4<F5>jj"),
    ("own queue", "5"),
    ("a need", "4<Enter>"),
    ("notes editor", "4nFirst line<Enter>second"),
    ("filter line", "4/chapter:V pri"),
    ("palette", "4:tri"),
    ("question", "4/chapter:V<Enter>Aeoa<Enter>"),
    ("picker", "5a"),
    ("new view", "4gv+Africa"),
];

/// The visible state of the program, and the contents of the file.
type Whole = (String, String, usize, usize, usize, Vec<Draft>, Vec<SavedView>);

fn whole(desk: &Desk) -> Whole {
    let store = Store::open(&desk.db, Access::ReadOnly).unwrap();
    let log = store.log(&LogQuery::default()).unwrap().len();
    let app = desk.program.app();
    (
        desk.screen(),
        app.place().filter.to_string(),
        app.places.len(),
        app.overlays.len(),
        log,
        store.drafts("secretariat").unwrap(),
        store.saved_views("secretariat").unwrap(),
    )
}

/// Passes events on as the program does.
fn hear(desk: &mut Desk, heard: Vec<Heard>) {
    for heard in heard {
        let event = match heard {
            Heard::Key(key) => from_terminal(key).map(Event::Key),
            Heard::Typed(text) | Heard::TypedOn(text) => Some(Event::Typed(text)),
            Heard::Paste(text) => Some(Event::Paste(text)),
            Heard::Pointed(_) => panic!("the mouse is off"),
        };
        if let Some(event) = event {
            desk.program.take(event);
        }
    }
}

fn hear_pieces(desk: &mut Desk, pieces: &[&[u8]], pause: u64) {
    let mut line = Line::new(Waits::NEAR);
    for piece in pieces {
        line.read(piece).pause(Duration::from_millis(pause));
    }
    line.pause(Duration::from_secs(2));
    hear(desk, line.heard);
}

/// Each sequence is tried in every place, cut at one point, which changes from place to place: the decoder, whose own
/// tests try all cuts, knows no places. One program goes through all places, the one with drafts last.
#[test]
fn a1_what_the_terminal_says_of_itself_changes_nothing_anywhere() {
    let silent = silent();
    assert!(silent.len() > 80);
    let mut tried = 0;
    let mut desk = Desk::new(SMALL, Lang::En);
    let (with_drafts, others): (Vec<_>, Vec<_>) =
        PLACES.into_iter().partition(|(name, _)| *name == "notes editor");
    for (number, (name, keys)) in others.into_iter().chain(with_drafts).enumerate() {
        desk.keys("<Esc*6>1z0").keys(keys);
        let before = whole(&desk);
        for sent in &silent {
            for cut in (0..sent.bytes.len()).filter(|cut| cut % PLACES.len() == number) {
                let (head, tail) = sent.bytes.split_at(cut);
                hear_pieces(&mut desk, &[head, tail], 0);
                hear_pieces(&mut desk, &[head, tail], 39);
                tried += 2;
            }
            hear_pieces(&mut desk, &[&sent.bytes], 0);
            // The file is compared once, at the end, since reading it takes longer than all else.
            assert_eq!(desk.screen(), before.0, "{name}: {:?}", sent.bytes);
        }
        let mut after = whole(&desk);
        after.5.clone_from(&before.5);
        assert_eq!(after, before, "{name}");
    }
    // Typed notes are kept as a draft a moment later, at the latest when the program ends.
    let drafts = whole(&desk.reopen()).5;
    let typed: Vec<&str> = drafts.iter().map(|draft| draft.text.as_str()).collect();
    assert_eq!(typed, ["First line\nsecond"]);
    println!("{tried} places tried on screens, 0 wrong");
}

#[test]
fn a2_a14_an_arrow_in_two_pieces_or_in_eight_bits_moves_and_does_nothing_else() {
    for up in [&[&b"\x1b"[..], b"[A"][..], &[b"\x1b[", b"A"], &[b"\x9b", b"A"], &[b"\x9bA"]] {
        let mut desk = Desk::new(SMALL, Lang::En);
        desk.keys("4<F5>jj");
        let before = whole(&desk);
        hear_pieces(&mut desk, up, 1);
        assert_ne!(desk.screen(), before.0, "{up:?}");
        desk.keys("j");
        assert_eq!(whole(&desk), before, "{up:?}");

        let mut desk = Desk::new(SMALL, Lang::En);
        desk.keys("4nOne<Enter>two");
        hear_pieces(&mut desk, up, 1);
        desk.keys("!").expect("One!").expect("two");
    }
}

#[test]
fn a2_f1_in_two_pieces_opens_no_views() {
    let mut desk = Desk::new(SMALL, Lang::En);
    desk.keys("4");
    let screen = desk.screen();
    hear_pieces(&mut desk, &[b"\x1b", b"OP"], 1);
    assert!(desk.program.app().overlays.find::<Views>().is_none());
    hear_pieces(&mut desk, &[b"\x1b"], 0);
    assert_eq!(desk.screen(), screen);
}

#[test]
fn a9_new_lines_in_a_paste_are_new_lines_in_the_notes() {
    for new_line in ["\x1b[13;1u", "[13;1u", "\x1b[27;1;13~", "\r", "\r\n", "\n"] {
        let mut desk = Desk::new(SMALL, Lang::En);
        desk.keys("4n");
        let paste = format!("\x1b[200~First of two{new_line}Second of two\x1b[201~");
        hear_pieces(&mut desk, &[paste.as_bytes()], 0);
        desk.expect("First of two ").expect("Second of two ");
        assert!(!desk.shows("13;1"), "{new_line:?}");
        let screen = desk.screen();
        let line = |text| screen.lines().position(|line| line.contains(text));
        assert_eq!(line("Second of two"), line("First of two").map(|n| n + 1), "{new_line:?}");
    }
}
