//! Cells as the fewest bytes that put them on a terminal. Over a slow line a step of the cursor is
//! paid for by the byte: moves are relative where that is shorter, looks are said once.

use super::doubt::{Tail, at_most, in_doubt};
use crate::picture::{TextStyle, write_change};
use ratatui::buffer::{Cell, CellWidth};
use std::fmt::Write;

/// The position of the terminal's cursor.
#[derive(Clone, Copy)]
struct At {
    x: u16,
    y: u16,
    /// Whether the column is beyond doubt. Terminals differ over the width of some characters, so
    /// behind one that is not ASCII only a move to a place by its number is safe.
    sure: bool,
}

/// Writes the cells, which come row by row, on a terminal of so many columns. Where anything comes of
/// a row that has one of the `tails`, that end of the row is written whole. The look is the
/// terminal's own before and after.
pub(super) fn cells<'a>(
    out: &mut Vec<u8>,
    columns: u16,
    cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
    tails: &[Tail],
) {
    let mut pen = Pen { text: String::new(), columns, look: TextStyle::PLAIN, at: None };
    let mut tail: Option<&Tail> = None;
    for (x, y, cell) in cells {
        if tail.is_none_or(|tail| tail.y != y) {
            pen.tail(tail);
            tail = tails.iter().find(|tail| tail.y == y);
        }
        if tail.is_none_or(|tail| x < tail.from) {
            pen.cell(x, y, cell);
        }
    }
    pen.tail(tail);
    pen.set_look(TextStyle::PLAIN);
    out.extend_from_slice(pen.text.as_bytes());
}

/// The bytes so far, with the terminal's style and cursor behind them.
struct Pen {
    text: String,
    columns: u16,
    look: TextStyle,
    at: Option<At>,
}

impl Pen {
    fn set_look(&mut self, wanted: TextStyle) {
        write_change(&mut self.text, self.look, wanted);
        self.look = wanted;
    }

    fn cell(&mut self, x: u16, y: u16, cell: &Cell) {
        let symbol = if cell.symbol().is_empty() { " " } else { cell.symbol() };
        go(&mut self.text, self.at, x, y);
        let sure = self.at.is_none_or(|at| at.sure || at.x != x || at.y != y);
        let wanted = TextStyle::of(cell);
        // a space may borrow the look before it where that shows nothing on it
        let borrowed = symbol == " " && !wanted.shows_on_spaces() && !self.look.shows_on_spaces();
        if !borrowed {
            self.set_look(wanted);
        }
        self.text.push_str(symbol);
        let end = x.saturating_add(symbol.cell_width().max(1));
        // in the last column terminals wait with the wrap: where the cursor is then, they differ
        let sure = sure && symbol.is_ascii();
        self.at = (end < self.columns).then_some(At { x: end, y, sure });
    }

    /// Writes the end of a row on which the width of something is in doubt: erased first, since the
    /// terminal may draw less than was counted, and every cell written, since it may draw more.
    fn tail(&mut self, tail: Option<&Tail>) {
        let Some(tail) = tail else { return };
        let y = tail.y;
        self.erase(tail.from, y);
        let plain = |cell: &Cell| {
            matches!(cell.symbol(), " " | "") && !TextStyle::of(cell).shows_on_spaces()
        };
        let written = tail.cells.iter().rposition(|cell| !plain(cell)).map_or(0, |last| last + 1);
        let (mut at, mut doubted) = (0, false);
        while at < written {
            let (x, cell) = (tail.from + at as u16, &tail.cells[at]);
            let wide = usize::from(cell.cell_width().max(1));
            if in_doubt(cell.symbol()) {
                doubted = true;
                self.doubtful(x, y, cell);
            } else {
                self.cell(x, y, cell);
            }
            at += wide;
        }
        let end = tail.from.saturating_add(at as u16);
        if doubted && end < self.columns {
            self.erase(end, y);
        }
    }

    /// Writes a symbol that may be wider than was counted. Where it could reach beyond the edge, terminals would begin
    /// a line with it, or move the whole screen: there are spaces in its place.
    fn doubtful(&mut self, x: u16, y: u16, cell: &Cell) {
        if x.saturating_add(at_most(cell.symbol())) <= self.columns {
            self.cell(x, y, cell);
        } else {
            let mut space = Cell::default();
            space.set_style(cell.style());
            let end = x.saturating_add(cell.cell_width().max(1)).min(self.columns);
            (x..end).for_each(|x| self.cell(x, y, &space));
        }
        // only a move to a place by its number is right from here
        self.at = None;
    }

    /// Erases the row from a column on, in the terminal's own look.
    fn erase(&mut self, x: u16, y: u16) {
        go(&mut self.text, None, x, y);
        self.set_look(TextStyle::PLAIN);
        self.text.push_str("\x1b[K");
        self.at = Some(At { x, y, sure: true });
    }
}

/// Moves the cursor, the shortest way.
fn go(out: &mut String, at: Option<At>, x: u16, y: u16) {
    // Writing to a string cannot fail.
    let _ = match at {
        Some(at) if (at.x, at.y) == (x, y) => Ok(()),
        Some(at) if at.sure && at.y == y && x == at.x + 1 => out.write_str("\x1b[C"),
        Some(at) if at.sure && at.y == y && x > at.x => write!(out, "\x1b[{}C", x - at.x),
        Some(at) if at.y + 1 == y && x == 0 => out.write_str("\r\n"),
        Some(at) if at.y + 1 == y && x < 10 => write!(out, "\r\n\x1b[{x}C"),
        _ if x == 0 => write!(out, "\x1b[{}H", y + 1),
        _ => write!(out, "\x1b[{};{}H", y + 1, x + 1),
    };
}

#[cfg(test)]
mod tests {
    use super::super::doubt::Doubts;
    use super::*;
    use crate::picture::mend_wide_cells;
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier, Style};

    const SIZE: (u16, u16) = (24, 6);

    fn painted(pieces: &[(u16, u16, String, u8)]) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
        for (x, y, words, look) in pieces {
            let style = match look % 5 {
                0 => Style::new(),
                1 => Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD),
                2 => Style::new().add_modifier(Modifier::REVERSED),
                3 => Style::new().fg(Color::DarkGray),
                _ => Style::new().bg(Color::LightRed).add_modifier(Modifier::UNDERLINED),
            };
            let room = usize::from(SIZE.0 - x);
            buffer.set_stringn(*x, *y, words, room, style);
        }
        mend_wide_cells(&mut buffer);
        buffer
    }

    fn bytes(before: &Buffer, after: &Buffer) -> Vec<u8> {
        let (mut out, mut doubts) = (Vec::new(), Doubts::default());
        doubts.look(before);
        doubts.look(after);
        cells(&mut out, SIZE.0, before.diff(after).into_iter(), doubts.tails());
        out
    }

    fn pieces() -> impl Strategy<Value = Vec<(u16, u16, String, u8)>> {
        let piece = (0..SIZE.0, 0..SIZE.1, "[a-c ]{1,9}|资产{1,3}|▌x|é ", any::<u8>());
        prop::collection::vec(piece, 0..12)
    }

    proptest! {
        #[test]
        fn a_terminal_shows_what_was_drawn(first in pieces(), second in pieces()) {
            shows_what_was_drawn(&painted(&first), &painted(&second))?;
        }

        #[test]
        fn what_is_in_doubt_leaves_no_remains_in_other_columns(
            frames in prop::collection::vec(doubtful_pieces(), 1..4)
        ) {
            remains_of_none(&frames.iter().map(|pieces| painted(pieces)).collect::<Vec<_>>())?;
        }
    }

    fn doubtful_pieces() -> impl Strategy<Value = Vec<(u16, u16, String, u8)>> {
        let words = "[a-c ]{1,9}|资产{1,3}|▌x|(👩\u{200d}👩\u{200d}👧|क्ष|🇰🇪|❤\u{fe0f}|का| ){1,3}";
        let piece = (0..SIZE.0, 0..SIZE.1, words, any::<u8>());
        prop::collection::vec(piece, 0..12)
    }

    /// Checks that a terminal with other widths for characters in doubt, such as vt100, shows everything else where
    /// it was drawn, frame after frame.
    fn remains_of_none(frames: &[Buffer]) -> Result<(), TestCaseError> {
        let mut terminal = vt100::Parser::new(SIZE.1, SIZE.0, 0);
        let (mut before, mut doubts) = (painted(&[]), Doubts::default());
        for frame in frames {
            let mut out = Vec::new();
            doubts.look(frame);
            cells(&mut out, SIZE.0, before.diff(frame).into_iter(), doubts.tails());
            terminal.process(&out);
            before = frame.clone();
            for y in 0..SIZE.1 {
                let mut x = 0;
                while x < SIZE.0 {
                    let meant = &frame[(x, y)];
                    let shown = terminal.screen().cell(y, x).unwrap();
                    let text = if shown.has_contents() { shown.contents() } else { " " };
                    if !in_doubt(meant.symbol()) {
                        prop_assert!(!shown.is_wide_continuation(), "{} {}", x, y);
                        prop_assert_eq!(text, meant.symbol(), "{} {}", x, y);
                    }
                    x += meant.cell_width().max(1);
                }
            }
        }
        Ok(())
    }

    #[test]
    fn what_stood_beside_half_a_character_is_drawn() {
        let first = painted(&[(6, 1, "资产".into(), 5), (9, 1, "é ".into(), 76)]);
        let second = painted(&[(9, 1, "é ".into(), 66)]);
        shows_what_was_drawn(&first, &second).unwrap();
    }

    /// A terminal that gets a frame and then the difference to the next one shows the next one,
    /// as one that gets the next one at once does.
    fn shows_what_was_drawn(first: &Buffer, second: &Buffer) -> Result<(), TestCaseError> {
        let empty = painted(&[]);
        let mut stepwise = vt100::Parser::new(SIZE.1, SIZE.0, 0);
        stepwise.process(&bytes(&empty, first));
        stepwise.process(&bytes(first, second));
        for y in 0..SIZE.1 {
            for x in 0..SIZE.0 {
                let shown = stepwise.screen().cell(y, x).unwrap();
                if shown.is_wide_continuation() {
                    continue;
                }
                let meant = &second[(x, y)];
                let text = if shown.has_contents() { shown.contents() } else { " " };
                prop_assert_eq!(text, meant.symbol(), "{} {}", x, y);
                // half of a wide character that was drawn over leaves a space, in a style of the
                // terminal's choice
                if text != " " {
                    let modifier = meant.modifier;
                    prop_assert_eq!(shown.inverse(), modifier.contains(Modifier::REVERSED));
                    prop_assert_eq!(shown.underline(), modifier.contains(Modifier::UNDERLINED));
                    prop_assert_eq!(shown.bold(), modifier.contains(Modifier::BOLD));
                }
            }
        }
        Ok(())
    }

    #[test]
    fn a_step_of_a_mark_is_short() {
        let mark = Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD);
        let (mut before, mut after) = (painted(&[]), painted(&[]));
        before.set_stringn(0, 1, "▌", 1, mark);
        after.set_stringn(0, 2, "▌", 1, mark);
        let bytes = bytes(&before, &after);
        assert_eq!(String::from_utf8_lossy(&bytes), "\x1b[2H \r\n\x1b[1;36m▌\x1b[0m");
    }

    #[test]
    fn a_row_with_a_width_in_doubt_is_written_from_there_and_no_other_row_is() {
        let line = |x, y, words: &str| (x, y, words.to_owned(), 0);
        let before = painted(&[line(0, 0, "a b"), line(0, 1, "a क्ष b"), line(0, 2, "a क्ष b")]);
        let after = painted(&[line(0, 0, "c b"), line(0, 1, "c क्ष b"), line(0, 2, "a क्ष b")]);
        assert_eq!(
            String::from_utf8_lossy(&bytes(&before, &after)),
            "\x1b[1Hc\r\nc\x1b[2;3H\x1b[Kक्ष\x1b[2;5H b\x1b[2;7H\x1b[K"
        );
    }

    #[test]
    fn nothing_in_doubt_is_written_over_the_edge() {
        let before = painted(&[]);
        let after = painted(&[(22, 5, "👩\u{200d}👩\u{200d}👧".into(), 0)]);
        assert_eq!(after[(22, 5)].symbol().chars().count(), 5, "it would be drawn");
        let bytes = String::from_utf8(bytes(&before, &after)).unwrap();
        assert!(!bytes.contains('👩'), "{bytes:?}");
    }
}
