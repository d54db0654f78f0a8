//! A screen with the colours and attributes of a terminal (ECMA-48, SGR).

use super::glyphs::{Glyph, Look, rows};
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

/// The screen as it can be shown again with `cat`: every row a line that ends in the terminal's
/// own look, without the spaces at its end that cannot be seen.
pub fn ansi(buffer: &Buffer) -> String {
    let mut out = String::new();
    for row in rows(buffer) {
        let seen = |glyph: &Glyph| !glyph.is_space() || glyph.look.shows_on_spaces();
        let end = row.iter().rposition(seen).map_or(0, |last| last + 1);
        let mut look = Look::PLAIN;
        for glyph in &row[..end] {
            // A space may borrow the look before it where that shows nothing on it.
            let alike =
                glyph.is_space() && !glyph.look.shows_on_spaces() && !look.shows_on_spaces();
            if !alike {
                turn(&mut out, look, glyph.look);
                look = glyph.look;
            }
            out.push_str(&glyph.text);
        }
        turn(&mut out, look, Look::PLAIN);
        out.push('\n');
    }
    out
}

/// The attributes that SGR knows, with their numbers.
const ATTRIBUTES: [(Modifier, &str); 9] = [
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::SLOW_BLINK, "5"),
    (Modifier::RAPID_BLINK, "6"),
    (Modifier::REVERSED, "7"),
    (Modifier::HIDDEN, "8"),
    (Modifier::CROSSED_OUT, "9"),
];

/// Goes from one look to another. Attributes cannot be taken back one by one on every terminal
/// (22 ends bold and dim alike), so what must go, goes with everything.
fn turn(out: &mut String, from: Look, to: Look) {
    if from == to {
        return;
    }
    let mut codes: Vec<String> = Vec::new();
    let mut from = from;
    if to == Look::PLAIN || !to.modifier.contains(from.modifier) {
        codes.push("0".to_owned());
        from = Look::PLAIN;
    }
    for (modifier, code) in ATTRIBUTES {
        if to.modifier.contains(modifier) && !from.modifier.contains(modifier) {
            codes.push(code.to_owned());
        }
    }
    if to.fg != from.fg {
        codes.push(colour(to.fg, 30));
    }
    if to.bg != from.bg {
        codes.push(colour(to.bg, 40));
    }
    // Writing to a string cannot fail.
    let _ = write!(out, "\x1b[{}m", codes.join(";"));
}

/// The code of a colour; `base` is 30 for the foreground and 40 for the background.
fn colour(colour: Color, base: u8) -> String {
    let plain = |number: u8| (base + number).to_string();
    let bright = |number: u8| (base + 60 + number).to_string();
    match colour {
        Color::Reset => plain(9),
        Color::Black => plain(0),
        Color::Red => plain(1),
        Color::Green => plain(2),
        Color::Yellow => plain(3),
        Color::Blue => plain(4),
        Color::Magenta => plain(5),
        Color::Cyan => plain(6),
        Color::Gray => plain(7),
        Color::DarkGray => bright(0),
        Color::LightRed => bright(1),
        Color::LightGreen => bright(2),
        Color::LightYellow => bright(3),
        Color::LightBlue => bright(4),
        Color::LightMagenta => bright(5),
        Color::LightCyan => bright(6),
        Color::White => bright(7),
        Color::Indexed(index) => format!("{};5;{index}", base + 8),
        Color::Rgb(red, green, blue) => format!("{};2;{red};{green};{blue}", base + 8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn line(parts: &[(&str, Style)]) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        let mut x = 0;
        for (words, style) in parts {
            (x, _) = buffer.set_stringn(x, 0, words, 20, *style);
        }
        buffer
    }

    #[test]
    fn plain_text_has_no_sequences() {
        assert_eq!(ansi(&Buffer::with_lines(["ab  ", "资产"])), "ab\n资产\n");
    }

    #[test]
    fn a_look_is_said_once_and_ends_with_the_line() {
        let buffer = line(&[("a b", Style::new().bold().red()), ("c", Style::new())]);
        assert_eq!(ansi(&buffer), "\x1b[1;31ma b\x1b[0mc\n");
    }

    #[test]
    fn what_is_added_is_added_and_what_goes_goes_with_all() {
        let buffer = line(&[
            ("a", Style::new().bold()),
            ("b", Style::new().bold().blue()),
            ("c", Style::new().blue()),
        ]);
        assert_eq!(ansi(&buffer), "\x1b[1ma\x1b[34mb\x1b[0;34mc\x1b[0m\n");
    }

    #[test]
    fn spaces_that_can_be_seen_stay() {
        let buffer = line(&[("a  ", Style::new().reversed())]);
        assert_eq!(ansi(&buffer), "\x1b[7ma  \x1b[0m\n");
    }

    #[test]
    fn a_terminal_that_is_fed_it_shows_the_same_screen() {
        let buffer = line(&[
            ("资产", Style::new().bold().fg(Color::LightYellow).bg(Color::Blue)),
            (" e\u{301} ", Style::new().underlined()),
            ("x", Style::new().fg(Color::Indexed(200))),
            ("y", Style::new().bg(Color::Rgb(1, 2, 3)).reversed()),
        ]);
        let mut parser = vt100::Parser::new(1, 20, 0);
        parser.process(ansi(&buffer).trim_end().as_bytes());
        let screen = parser.screen();
        assert_eq!(screen.contents().trim_end(), "资产 e\u{301} xy");
        let wide = screen.cell(0, 0).unwrap();
        assert!(wide.bold() && wide.fgcolor() == vt100::Color::Idx(11));
        assert_eq!(wide.bgcolor(), vt100::Color::Idx(4));
        assert!(screen.cell(0, 5).unwrap().underline());
        assert_eq!(screen.cell(0, 7).unwrap().fgcolor(), vt100::Color::Idx(200));
        let last = screen.cell(0, 8).unwrap();
        assert!(last.inverse() && last.bgcolor() == vt100::Color::Rgb(1, 2, 3));
    }

    #[test]
    fn only_its_own_sequences_come_out() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
        buffer[(0, 0)].set_symbol("\u{1b}]0;title\u{7}");
        assert!(!ansi(&buffer).trim_end().contains(char::is_control));
    }
}
