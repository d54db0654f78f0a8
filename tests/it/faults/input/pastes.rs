//! Ends of pastes: those in the pasted text, and those that come late.

use super::corpus::{Line, said};
use super::pieces::{LONG, heard, ms};
use ta_tui::term::input::Waits;

/// An end of paste in what is pasted: what stands behind it up to the next end is text, in whatever pieces it comes.
#[test]
fn a5_what_follows_an_end_of_paste_in_the_text_is_text() {
    for pieces in [
        &[&b"\x1b[200~ab\x1b[201~phigh\r\x1b[201~"[..]][..],
        &[b"\x1b[200~ab\x1b[201~", b"phigh\r\x1b[201~"],
        &[b"\x1b[200~ab\x1b[201~ph", b"igh\r\x1b[2", b"01~"],
    ] {
        let mut line = Line::new(Waits::NEAR);
        for piece in pieces {
            line.read(piece);
        }
        assert_eq!(line.end(), ["paste:ab", "paste:phigh\n"], "{pieces:?}");
    }
    // Keys behind a paste are keys, a moment later; a Ctrl-C is one at once.
    assert_eq!(heard(&[b"\x1b[200~ab\x1b[201~j\x1b[A"], ms(0)), ["paste:ab", "j", "<Up>"]);
    let mut line = Line::new(Waits::NEAR);
    line.read(b"\x1b[200~ab\x1b[201~j\x03");
    assert_eq!(line.heard.iter().flat_map(said).collect::<Vec<_>>(), ["paste:ab", "j", "<C-c>"]);
}

/// A second of silence ends a paste; bytes that come with its late end are text, and the rest of that end is no key.
#[test]
fn a5_the_rest_of_a_paste_that_was_given_up_is_text() {
    let mut line = Line::new(Waits::NEAR);
    line.read(b"\x1b[200~ab").pause(ms(1_300)).read(b"phigh\r\x1b[201~").pause(LONG).read(b"j");
    assert_eq!(line.end(), ["paste:ab", "paste:phigh\n", "j"]);
    let mut line = Line::new(Waits::NEAR);
    line.read(b"\x1b[200~p1r2\x1b[20").pause(ms(1_200)).read(b"1~").pause(LONG).read(b"j");
    assert_eq!(line.end().last().unwrap(), "j");
    assert_eq!(line.heard.len(), 2, "{:?}", line.heard);
    // Without an end, keys are keys.
    let mut line = Line::new(Waits::NEAR);
    line.read(b"\x1b[200~ab").pause(LONG).read(b"j").pause(LONG).read(b"k");
    assert_eq!(line.end(), ["paste:ab", "j", "k"]);
}
