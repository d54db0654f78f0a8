//! The bytes on the line, in the real program in a pseudo-terminal of 80×24 with 16 colours. One
//! TCP segment is about 1,400 bytes; the budgets are those of `docs/performance.md`, for the mark
//! of few bytes that a session over SSH has.

use crate::support::cost::Cost;
use crate::support::frames::{FRAME_START, frames};
use crate::support::home::{Home, SAMPLE, SMALL, quit, wait_whole};
use crate::support::pty::Pty;
use crate::support::stale::Known;
use std::time::{Duration, Instant};
use ta_tui::store::{Access, Store};

/// On average, while scrolling through 200 rows.
const STEP: usize = 170;
/// As [`STEP`], where the row under the cursor is marked over its whole width.
const WHOLE_STEP: usize = 380;
const LETTER: usize = 2_500;
const FIRST_PAINT: usize = 4_000;

/// A home whose settings say how the row under the cursor is marked.
fn marked(mark: &str) -> Home {
    let home = Home::new();
    home.configure(&format!("row = \"{mark}\"\n"));
    home
}

/// The bytes that came until a text was shown by a whole frame.
fn until(pty: &mut Pty, keys: &str, text: &str) -> usize {
    let before = pty.bytes();
    pty.keys(keys);
    pty.wait_frame(text);
    pty.bytes() - before
}

#[test]
fn the_first_paint_is_small() {
    let home = Home::new();
    let pty = home.open(&[], &[], SMALL);
    wait_whole(&pty, SAMPLE);
    assert!(pty.bytes() <= FIRST_PAINT, "{} bytes", pty.bytes());
    quit(pty);
}

#[test]
fn a_cursor_step_is_small_while_scrolling() {
    for (mark, most) in [("cheap", STEP), ("whole", WHOLE_STEP)] {
        let home = marked(mark);
        let mut pty = home.start();
        pty.keys("4");
        pty.wait_frame("1/3,954");
        for (key, rows) in [("j", 2..=201), ("k", 1..=200)] {
            let mut rows: Vec<usize> = rows.collect();
            if key == "k" {
                rows.reverse();
            }
            let steps: Vec<usize> =
                rows.iter().map(|row| until(&mut pty, key, &format!(" {row}/3,954"))).collect();
            let (sum, least) = (steps.iter().sum::<usize>(), steps.iter().min().unwrap());
            eprintln!("{mark} {key}: {} bytes on average, {least} at least", sum / 200);
            assert!(sum / 200 <= most, "{mark} {key}: {} bytes", sum / 200);
        }
        quit(pty);
    }
}

/// From the letter to its result: the echo and the answer, in one frame or in two.
#[test]
fn a_letter_of_a_filter_is_small() {
    let home = marked("cheap");
    let register = Store::open(&home.db(), Access::ReadOnly).unwrap().load(&mut |_| true).unwrap();
    let mut known = Known::of(&register);
    let mut pty = home.start();
    for (screen, word) in
        [("1", "judge"), ("4", "judge"), ("4", "法律"), ("5", "judge"), ("2", "judge")]
    {
        pty.keys(screen);
        until(&mut pty, "/", "accept");
        for (at, letter) in word.char_indices() {
            let typed = &word[..at + letter.len_utf8()];
            let count = known.right(typed).unwrap();
            let before = pty.bytes();
            pty.keys(&letter.to_string());
            pty.wait_frame_with(typed, |text| {
                let line = text.lines().nth(1).unwrap_or_default();
                line.starts_with(&format!(" Filter {typed} "))
                    && line.ends_with(&format!(" {count} of 3,954 needs"))
            });
            let bytes = pty.bytes() - before;
            assert!(bytes <= LETTER, "{screen} {typed}: {bytes} bytes");
        }
        until(&mut pty, "<Esc>", "3,954 of 3,954 needs");
    }
    quit(pty);
}

#[test]
fn each_frame_is_one_write_within_a_synchronized_update() {
    let home = Home::new();
    let mut pty = home.open(&["--read-only"], &[], SMALL);
    wait_whole(&pty, SAMPLE);
    let from = pty.received();
    let first = from.windows(FRAME_START.len()).position(|bytes| bytes == FRAME_START).unwrap();
    frames(&from[first..]);
    let before = Cost::of(pty.process());
    for (key, text) in [
        ("4", "1/3,954"),
        ("j", "2/3,954"),
        ("G", "3,954/3,954"),
        ("<F5>", "108 of 3,954 needs"),
        ("/", "accept"),
        ("b", "Filter chapter:V b"),
        ("<Esc>", "108 of 3,954 needs"),
        ("2", "Seychelles"),
        ("?", "Overview: totals"),
        ("<Esc>", "Seychelles"),
    ] {
        until(&mut pty, key, text);
    }
    // The last output may still be on its way here.
    let patience = Instant::now() + Duration::from_secs(10);
    loop {
        let writes = Cost::of(pty.process()).since(before).writes;
        pty.wait_frame("");
        let shown = frames(&pty.received()[from.len()..]).len() as u64;
        if shown >= 10 && shown == writes {
            break;
        }
        assert!(Instant::now() < patience, "{shown} frames in {writes} writes");
    }
    quit(pty);
}
