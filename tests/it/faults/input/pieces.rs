//! The decoder alone: every sequence cut at every place, with and without a pause; bounds in bytes
//! and time; bytes at random.

use super::corpus::{Line, Sent, all, said};
use proptest::prelude::*;
use std::time::{Duration, Instant};
use ta_tui::term::input::{Decoder, Heard, LONGEST_PASTE, Waits};

pub(super) const fn ms(count: u64) -> Duration {
    Duration::from_millis(count)
}

/// Shorter than every wait but that between the reads of a text.
const SHORT: Duration = ms(39);
/// Longer than an Esc waits, shorter than everything else that has begun.
const MIDDLE: Duration = ms(900);
/// Longer than every wait.
pub(super) const LONG: Duration = ms(1_100);

/// The decoder's events for pieces with the same pause between them.
pub(super) fn heard(pieces: &[&[u8]], pause: Duration) -> Vec<String> {
    let mut line = Line::new(Waits::NEAR);
    for piece in pieces {
        line.read(piece).pause(pause);
    }
    line.end()
}

fn shown(sent: &Sent) -> String {
    format!("{} {:?}", sent.terminal, String::from_utf8_lossy(&sent.bytes))
}

/// Whether bytes leave an Esc behind that may be a key.
fn ends_in_esc(bytes: &[u8]) -> bool {
    let mut decoder = Decoder::new(Waits::NEAR);
    let now = Instant::now();
    decoder.feed(bytes, now);
    let behind_a_paste = bytes.ends_with(b"\x1b[201~\x1b");
    decoder.deadline() == Some(now + Waits::NEAR.escape) || behind_a_paste
}

#[test]
fn a1_a2_a3_a5_a7_a9_a14_every_sequence_cut_everywhere_is_what_was_sent() {
    let (mut places, mut wrong) = (0, Vec::new());
    let mut check = |sent: &Sent, how: &str, heard: Vec<String>, expected: &[String]| {
        places += 1;
        if heard != expected {
            wrong.push(format!("{} {how}: {heard:?}, not {expected:?}", shown(sent)));
        }
    };
    for sent in all() {
        let (bytes, expected) = (&sent.bytes[..], &sent.heard[..]);
        check(&sent, "whole", heard(&[bytes], ms(0)), expected);
        let single: Vec<&[u8]> = bytes.chunks(1).collect();
        check(&sent, "byte by byte", heard(&single, ms(0)), expected);
        check(&sent, "byte by byte, slowly", heard(&single, SHORT), expected);
        for cut in 1..bytes.len() {
            let (before, after) = bytes.split_at(cut);
            check(&sent, &format!("cut at {cut}"), heard(&[before, after], ms(0)), expected);
            check(&sent, &format!("waits at {cut}"), heard(&[before, after], SHORT), expected);
            if ends_in_esc(before) {
                // Its time over, the Esc is a key and later bytes are new.
                let parts = [heard(&[before], LONG), heard(&[after], LONG)].concat();
                check(&sent, &format!("late at {cut}"), heard(&[before, after], LONG), &parts);
            } else {
                check(&sent, &format!("later at {cut}"), heard(&[before, after], MIDDLE), expected);
            }
            for second in cut + 1..bytes.len().min(24) {
                let three = [before, &bytes[cut..second], &bytes[second..]];
                check(&sent, &format!("cut at {cut}, {second}"), heard(&three, ms(0)), expected);
            }
        }
    }
    println!("{places} places tried, {} wrong", wrong.len());
    assert!(places > 20_000, "{places}");
    assert!(wrong.is_empty(), "{} of {places}:\n{}", wrong.len(), wrong.join("\n"));
}

/// A whole sequence takes no key from before or behind it.
#[test]
fn a1_keys_beside_a_sequence_are_heard() {
    for sent in all() {
        let whole = {
            let mut decoder = Decoder::new(Waits::NEAR);
            decoder.feed(&sent.bytes, Instant::now());
            decoder.deadline().is_none()
        };
        if whole {
            let expected = [&["k".to_owned()], &sent.heard[..], &["j".to_owned()]].concat();
            assert_eq!(heard(&[b"k", &sent.bytes, b"j"], ms(0)), expected, "{}", shown(&sent));
        }
    }
}

#[test]
fn a1_a_string_without_an_end_ends_in_time_and_leaves_nothing() {
    for begin in ["\x1b]", "\x1bP", "\x1b_", "\x1b^", "\x1bX", "\u{9d}"] {
        let mut line = Line::new(Waits::NEAR);
        line.read(begin.as_bytes());
        for _ in 0..100 {
            line.read(&[b'q'; 4000]).pause(ms(50));
        }
        assert_eq!(line.heard, [], "{begin:?}");
        line.pause(LONG).read(b"j");
        assert_eq!(line.end(), ["j"], "{begin:?}");
    }
}

/// The end of a string that was given up is no key, however late it comes; nor is a key before it.
#[test]
fn a1_the_rest_of_a_string_that_has_ended_is_dropped_when_it_comes() {
    for (begin, rest) in [
        ("\x1b]11;rgb:1c1c/de", "de/c\x1b\\j"),
        ("\x1b]11;rgb:1c1c/dede/cccc", "\x07j"),
        ("\x1bP1$r0;3", "d0m\x1b\\j"),
        ("\x1b_Gi=31;O", "K;e\x1b\\j"),
    ] {
        let mut line = Line::new(Waits::NEAR);
        line.read(begin.as_bytes()).pause(ms(3000)).read(b"k").pause(ms(3000));
        assert_eq!(line.read(rest.as_bytes()).end(), ["k", "j"], "{begin:?}");
    }
    let mut line = Line::new(Waits::NEAR);
    line.read(b"\x1b]").pause(ms(11_001)).read(b"de\x07");
    assert_eq!(line.end(), ["d", "e", "<C-g>"], "it is forgotten");
}

/// The reply of a terminal whose line stalls in the midst of it.
#[test]
fn a1_the_rest_of_a_sequence_that_was_given_up_is_no_key() {
    for pieces in [
        &["\x1b[?62;22", "c"][..],
        &["\x1b[?62;2", "2", "c"],
        &["\x1b[", "?62;22c"],
        &["\x1b[12;1", "5R"],
        &["\x1b[1;5", "B"],
        &["\x1b[?2026", "$", "y"],
        &["\x1bO", "e"],
    ] {
        for pause in [1_001, 4_000] {
            let mut line = Line::new(Waits::NEAR);
            for piece in pieces {
                line.read(piece.as_bytes()).pause(ms(pause));
            }
            line.read(b"ed");
            assert_eq!(line.end(), ["e", "d"], "{pieces:?}");
        }
    }
    // Bytes that cannot belong to it are keys, and so is everything after a while.
    assert_eq!(heard(&[b"\x1b[?62;22", b"\r"], LONG), ["<Enter>"]);
    assert_eq!(heard(&[b"\x1b[?62;22", b"\x1b[A"], LONG), ["<Up>"]);
    assert_eq!(heard(&[b"\x1b[?62;22", b"c"], ms(11_001)), ["c"]);
    // A paste that begins late is a paste.
    let mut line = Line::new(Waits::NEAR);
    line.read(b"\x1b[20").pause(LONG).read(b"0~dd\x1b[201~");
    assert_eq!(line.heard, [Heard::Paste("dd".into())]);
}

/// An Esc that was taken for a key does not make keys of the rest of its sequence.
#[test]
fn a2_the_rest_of_a_sequence_is_none_behind_an_esc_that_was_taken_for_a_key() {
    for (rest, key) in [("[A", "<Up>"), ("OP", "<F1>"), ("[1;5B", "<C-Down>")] {
        for pause in [41, 500] {
            let heard = heard(&[b"\x1b", rest.as_bytes()], ms(pause));
            assert_eq!(heard, ["<Esc>", key], "{rest} {pause}");
        }
    }
    assert_eq!(heard(&[b"\x1b", b"[", b"A"], ms(60)), ["<Esc>", "[", "<S-A>"], "keys one by one");
}

#[test]
fn a2_an_esc_waits_and_a_key_behind_it_is_new() {
    assert_eq!(heard(&[b"\x1b", b"[A"], ms(1)), ["<Up>"]);
    assert_eq!(heard(&[b"\x1b", b"OP"], ms(39)), ["<F1>"]);
    assert_eq!(heard(&[b"\x1b", b"j"], ms(41)), ["<Esc>", "j"]);
    let mut far = Line::new(Waits::FAR);
    assert_eq!(far.read(b"\x1b").pause(ms(99)).read(b"[A").end(), ["<Up>"]);
    let mut far = Line::new(Waits::FAR);
    assert_eq!(far.read(b"\x1b").pause(ms(101)).read(b"j").end(), ["<Esc>", "j"]);
}

#[test]
fn a2_the_key_comes_when_the_wait_is_over_and_nothing_waits_before_or_after() {
    let now = Instant::now();
    let mut decoder = Decoder::new(Waits::NEAR);
    assert_eq!(decoder.deadline(), None);
    assert_eq!(decoder.feed(b"\x1b", now), []);
    let deadline = decoder.deadline().unwrap();
    assert_eq!(decoder.expire(now + ms(39)), []);
    assert_eq!(decoder.expire(deadline).len(), 1);
    assert_eq!(decoder.deadline(), None);
    // Under a flood, nothing waits.
    for _ in 0..1000 {
        assert_eq!(decoder.feed(b"\x1b[Bj", now).len(), 2);
        assert_eq!(decoder.deadline(), None);
    }
}

#[test]
fn a5_a_paste_without_an_end_ends_in_time_or_at_ctrl_c() {
    let mut line = Line::new(Waits::NEAR);
    line.read(b"\x1b[200~abc").pause(ms(999));
    assert_eq!(line.heard, []);
    line.pause(ms(1));
    assert_eq!(line.heard, [Heard::Paste("abc".into())]);
    assert_eq!(line.read(b"j").end(), ["paste:abc", "j"]);
    let six = ["paste:abc", "<C-c>", "<C-c>", "<C-c>", "<C-c>", "<C-c>", "<C-c>"];
    assert_eq!(heard(&[b"\x1b[200~abc", &[3; 6]], ms(0)), six);
}

#[test]
fn a5_a_paste_is_bounded_and_its_rest_is_no_key() {
    let mut line = Line::new(Waits::NEAR);
    line.read(b"\x1b[200~");
    for _ in 0..300 {
        line.read("é".repeat(8_000).as_bytes());
    }
    line.read(b"\x1b[201~j").pause(ms(30));
    let [Heard::Paste(text), Heard::Key(_)] = &line.heard[..] else {
        panic!("a paste, then a key")
    };
    assert_eq!(text.len(), LONGEST_PASTE);
}

/// A string whose Esc was taken for a key.
#[test]
fn a1_a_string_behind_an_esc_that_was_taken_for_a_key_is_none() {
    for rest in [&b"P0$r\x1b\\"[..], b"]ldd\x1b\\", b"]11;rgb:1c1c\x07", b"_Gi=1;OK\x1b\\"] {
        assert_eq!(heard(&[b"\x1b", rest, b"j"], ms(60)), ["<Esc>", "j"], "{rest:?}");
    }
}

#[test]
fn a6_many_characters_at_once_are_a_text_and_few_are_keys() {
    let typed = |text: &str| Heard::Typed(text.into());
    let mut line = Line::new(Waits::NEAR);
    line.read(b"chapter:V excellent d").pause(ms(30));
    assert_eq!(line.heard, [typed("chapter:V excellent d")]);
    // Characters that follow belong to it, however few; a longer pause ends it.
    let mut line = Line::new(Waits::NEAR);
    line.read(b"one line\r").pause(ms(29)).read(b"\tq\n").pause(ms(30));
    assert_eq!(line.heard, [typed("one line\r\tq\n")], "told at once");
    line.pause(ms(269)).read(b"e").pause(ms(300)).read(b"d");
    assert_eq!(line.heard[1], Heard::TypedOn("e".into()));
    assert_eq!(line.end().last().unwrap(), "d");
    assert_eq!(line.heard.len(), 3);
    // Sequences without meaning, and single control characters, do not split a text.
    for (bytes, text) in [
        ("\x1b[31mexcel\x1b[0m dexter", "excel dexter"),
        ("\x1b]8;;a\x07excel\x1b]8;;\x07dexter", "exceldexter"),
        ("excel\x08dexter", "excel\x08dexter"),
        ("ex\x01ce\x02ll\x05en\x7ft", "ex\x01ce\x02ll\x05en\x7ft"),
    ] {
        let mut line = Line::new(Waits::NEAR);
        line.read(bytes.as_bytes()).pause(ms(30));
        assert_eq!(line.heard, [typed(text)], "{bytes:?}");
    }
    // Seven characters are keys, and so are those that another key interrupts.
    for keys in ["1234567", "1234\x1b[A5678", "1234567\x03", "1234567\r\r\r"] {
        let mut line = Line::new(Waits::NEAR);
        line.read(keys.as_bytes());
        assert!(line.heard.iter().all(|heard| matches!(heard, Heard::Key(_))), "{keys:?}");
    }
    // A key keeps its place, and Ctrl-C waits for nothing.
    let mut line = Line::new(Waits::NEAR);
    line.read(b"12345678\x0312345678\x1b[A");
    let heard: Vec<String> = line.heard.iter().flat_map(said).collect();
    assert_eq!(heard.concat(), "12345678<C-c>12345678<Up>");
    assert_eq!(line.heard.len(), 4);
}

#[test]
fn a6_a_key_held_down_stays_a_key_on_a_line_that_stalls() {
    let mut line = Line::new(Waits::NEAR);
    // Passed on at once and as it is: a place takes it for keys, or for a ruler.
    line.read(&[b'j'; 200]);
    assert_eq!(line.heard, [Heard::Typed("j".repeat(200))]);
    line.read(&[b'j'; 7]);
    assert_eq!(line.heard.len(), 8, "a few are keys");
    line.read(&[b'j'; 2000]);
    assert_eq!(line.heard.len(), 8, "so many are a text");
}

#[test]
fn a8_a_megabyte_comes_in_few_pieces() {
    for read in [1, 1_400, 4_095, 1 << 20] {
        let text = "A need is a need.\r".repeat((1 << 20) / 18);
        let mut line = Line::new(Waits::NEAR);
        line.read(b"the begin of it");
        for piece in text.as_bytes().chunks(read) {
            line.read(piece);
        }
        line.pause(ms(30));
        let goes_on = |heard: &Heard| matches!(heard, Heard::TypedOn(_));
        assert!(!goes_on(&line.heard[0]) && line.heard[1..].iter().all(goes_on));
        assert!(line.heard.len() <= 20, "{}", line.heard.len());
        let bytes: usize = line
            .heard
            .iter()
            .map(|heard| match heard {
                Heard::Typed(text) | Heard::TypedOn(text) => text.len(),
                other => panic!("{other:?}"),
            })
            .sum();
        assert_eq!(bytes, 15 + text.len());
    }
}

/// A key that repeats faster than a run pauses must not wait until it is let go.
#[test]
fn a8_nothing_is_held_back_for_long() {
    let mut line = Line::new(Waits::NEAR);
    line.read(b"jjjjkkkkjjjj");
    let mut told = Vec::new();
    for _ in 0..100 {
        line.pause(ms(10)).read(b"j");
        told.push(line.heard.len());
    }
    assert!(told[15..].iter().zip(&told).all(|(now, before)| now > before), "{told:?}");
    assert!(line.heard[1..].iter().all(|heard| matches!(heard, Heard::TypedOn(_))));
    line.pause(ms(300)).read(b"j");
    assert!(matches!(line.heard.last(), Some(Heard::Key(_))));
}

#[test]
fn a8_a_character_cut_by_a_pause_is_one() {
    let mut line = Line::new(Waits::NEAR);
    line.read("zażółćgęśląja".as_bytes()).read(b"\xc5").pause(ms(500)).read(b"\xba");
    assert_eq!(line.end().concat(), "zażółćgęśląjaź");
}

#[test]
fn a7_a_sequence_without_an_end_ends_in_time() {
    for begin in ["\x1b[", "\x1b[1", "\x1b[1;5", "\x1bO", "\x1b[[", "\x1b[M", "\x1b[M a", "\u{9b}1"]
    {
        // The next bytes may be its end.
        let lost = usize::from(!begin.contains('M'));
        let heard_late = heard(&[begin.as_bytes(), b"jj"], LONG);
        assert_eq!(heard_late, ["j", "j"][lost..], "{begin:?}");
        let late = [begin.as_bytes(), &[3]];
        assert_eq!(heard(&late, LONG), ["<C-c>"], "{begin:?}");
        let six = heard(&[begin.as_bytes(), &[3; 6]], ms(0));
        assert_eq!(six, ["<C-c>"; 6], "{begin:?}");
    }
    let mut endless = b"\x1b[".to_vec();
    endless.resize(1 << 20, b'1');
    endless.extend(b"Aj");
    assert_eq!(heard(&[&endless], ms(0)), ["j"]);
}

/// Bytes of which terminals' sequences are made, so that random ones make some.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let part = prop_oneof![
        3 => prop::sample::select(all()).prop_map(|sent| sent.bytes),
        2 => prop::collection::vec(any::<u8>(), 1..4),
        3 => prop::collection::vec(prop::sample::select(&b"\x1b[]OPM_^X\\;0123456789~u$ABR<?>\x07\x03\x9b\x9d\x9c\xc2\xc3 ej\r\t"[..]), 1..8),
    ];
    prop::collection::vec(part, 0..8).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn however_bytes_are_cut_the_same_is_heard(
        bytes in bytes(),
        cuts in prop::collection::vec(1..9_usize, 1..40),
    ) {
        let whole = heard(&[&bytes], ms(0));
        let mut pieces = Vec::new();
        let mut rest = &bytes[..];
        for cut in cuts.iter().cycle() {
            if rest.is_empty() {
                break;
            }
            let (piece, behind) = rest.split_at((*cut).min(rest.len()));
            pieces.push(piece);
            rest = behind;
        }
        prop_assert_eq!(heard(&pieces, ms(0)), whole);
    }

    #[test]
    fn no_bytes_and_no_pauses_make_it_wait_for_ever(
        pieces in prop::collection::vec((bytes(), 0..1_200_u64), 0..6),
    ) {
        let mut line = Line::new(Waits::NEAR);
        for (piece, pause) in &pieces {
            line.read(piece).pause(ms(*pause));
        }
        line.end();
        // Whatever was open, Ctrl-C gets through.
        let mut line = Line::new(Waits::NEAR);
        for (piece, _) in &pieces {
            line.read(piece);
        }
        line.read(b"\x03");
        let last = line.heard.iter().flat_map(said).next_back();
        prop_assert_eq!(last.as_deref(), Some("<C-c>"));
    }
}
