//! A screen with the colours and attributes of a terminal (ECMA-48, SGR).

use super::TextStyle;
use super::glyphs::{Glyph, rows};
use super::sgr::write_change;
use ratatui::buffer::Buffer;

/// The screen as it can be shown again with `cat`: every row a line that ends in the terminal's
/// own look, without the spaces at its end that cannot be seen.
pub fn ansi(buffer: &Buffer) -> String {
    let mut out = String::new();
    for row in rows(buffer) {
        let seen = |glyph: &Glyph| !glyph.is_space() || glyph.look.shows_on_spaces();
        let end = row.iter().rposition(seen).map_or(0, |last| last + 1);
        let mut look = TextStyle::PLAIN;
        for glyph in &row[..end] {
            // A space may borrow the look before it where that shows nothing on it.
            let alike =
                glyph.is_space() && !glyph.look.shows_on_spaces() && !look.shows_on_spaces();
            if !alike {
                write_change(&mut out, look, glyph.look);
                look = glyph.look;
            }
            out.push_str(&glyph.text);
        }
        write_change(&mut out, look, TextStyle::PLAIN);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};

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
