//! Reports of the mouse: heard while it is on, in whatever pieces they come, and nothing otherwise.

use std::time::{Duration, Instant};
use ta_tui::term::input::{Decoder, Heard, Waits};
use ta_tui::term::{Deed, Pointed};

/// The decoder's events for pieces that come at once behind each other.
fn heard(pieces: &[&[u8]], is_on: bool) -> Vec<Heard> {
    let mut decoder = Decoder::new(Waits::NEAR);
    decoder.hear_mouse(is_on);
    let now = Instant::now();
    let mut heard: Vec<Heard> = pieces.iter().flat_map(|piece| decoder.feed(piece, now)).collect();
    heard.extend(decoder.expire(now + Duration::from_secs(20)));
    heard
}

fn press(x: u16, y: u16) -> Heard {
    Heard::Pointed(Pointed { deed: Deed::Press, x, y })
}

#[test]
fn a_report_is_heard_while_the_mouse_is_on_and_is_nothing_while_it_is_off() {
    let report = b"\x1b[<0;12;7M";
    assert_eq!(heard(&[report], true), [press(11, 6)]);
    assert_eq!(heard(&[report], false), []);
    for cut in 2..report.len() {
        let pieces = [&report[..cut], &report[cut..]];
        assert_eq!(heard(&pieces, true), [press(11, 6)], "{cut}");
        assert_eq!(heard(&pieces, false), [], "{cut}");
    }
    let wheel = |deed| Heard::Pointed(Pointed { deed, x: 0, y: 0 });
    assert_eq!(
        heard(&[b"\x1b[<64;1;1M\x1b[<65;1;1M"], true),
        [wheel(Deed::WheelUp), wheel(Deed::WheelDown)]
    );
}

#[test]
fn what_is_no_press_and_no_wheel_is_nothing_either_way() {
    for report in [
        "\x1b[<0;12;7m",
        "\x1b[<2;12;7M",
        "\x1b[<35;12;7M",
        "\x1b[<0;0;7M",
        "\x1b[<0;12M",
        "\x1b[<0;12;7;1M",
        "\x1b[<0;99999;7M",
        "\x1b[<;;M",
        "\x1b[<M",
        "\x1b[M !!",
        "\x1b[32;12;7M",
    ] {
        for is_on in [true, false] {
            assert_eq!(heard(&[report.as_bytes()], is_on), [], "{report:?} {is_on}");
        }
    }
    let long = format!("\x1b[<0;{};7M", "1".repeat(500));
    assert_eq!(heard(&[long.as_bytes()], true), []);
}

#[test]
fn a_report_is_no_text_and_parts_none_from_what_comes_behind_it() {
    let keys = |heard: &[Heard]| heard.iter().filter(|one| matches!(one, Heard::Key(_))).count();
    let all = heard(&[b"jj\x1b[<0;1;1Mk"], true);
    assert_eq!((all.len(), keys(&all)), (4, 3));
    assert_eq!(all[2], press(0, 0));
    let pasted = heard(&[b"\x1b[200~a\x1b[<0;1;1Mb\x1b[201~"], true);
    assert!(matches!(&pasted[..], [Heard::Paste(_)]), "{pasted:?}");
}

#[test]
fn the_rest_of_a_report_that_came_too_late_is_no_key() {
    let mut decoder = Decoder::new(Waits::NEAR);
    decoder.hear_mouse(true);
    let now = Instant::now();
    assert_eq!(decoder.feed(b"\x1b[<0;1", now), []);
    let late = decoder.deadline().unwrap();
    assert_eq!(decoder.expire(late), []);
    assert_eq!(decoder.feed(b"2;7M", late + Duration::from_millis(5)), []);
}
