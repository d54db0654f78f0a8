//! Characters over whose width terminals disagree, and the rows of the screen on which they stand.
//!
//! A multiplexer that counts two columns where the terminal behind it draws six leaves remains,
//! unknown to it, that stay on later screens. So whatever changes on such a row, the row is written
//! anew from its first such character to its end.

use ratatui::buffer::{Buffer, Cell, CellWidth};
use unicode_width::UnicodeWidthChar;

/// Whether terminals disagree over the width of a cell's symbol: characters that are joined (emoji,
/// Indian scripts, Hangul letters, flags), that have a variation selector, or that many tables of
/// widths do not know yet. False for a letter with the marks of [`is_mark`], and for a sign whose
/// width only Chinese, Japanese and Korean settings differ over.
pub(super) fn in_doubt(symbol: &str) -> bool {
    // most cells: ASCII, and letters of two bytes
    if symbol.len() < 3 {
        return false;
    }
    let mut chars = symbol.chars();
    let Some(first) = chars.next() else { return false };
    is_unsettled(first) || !chars.all(is_mark)
}

/// The most columns that a terminal can take for a cell's symbol: those of its characters side by
/// side.
pub(super) fn at_most(symbol: &str) -> u16 {
    let wide = |c: char| match c {
        '\u{1f1e6}'..='\u{1f1ff}' => 2,
        c => c.width().unwrap_or(1) as u16,
    };
    symbol.chars().map(wide).sum::<u16>().max(symbol.cell_width())
}

/// A character that is in doubt alone.
fn is_unsettled(c: char) -> bool {
    match c {
        // signs that were made emoji, and wide, later than they were made
        '\u{2300}'..='\u{2bff}' => c.width() == Some(2),
        // Hangul letters, which join to syllables; fillers, joiners and selectors without a letter;
        // emoji and flags
        '\u{1100}'..='\u{11ff}'
        | '\u{a960}'..='\u{a97f}'
        | '\u{d7b0}'..='\u{d7ff}'
        | '\u{3164}'
        | '\u{ffa0}'
        | '\u{200b}'..='\u{200f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{1f000}'..='\u{1faff}'
        | '\u{e0000}'..='\u{e0fff}' => true,
        _ => false,
    }
}

/// A mark over or under its letter that takes no column in any terminal: of Latin, Greek,
/// Cyrillic, Hebrew, Arabic, Thai, Lao and Japanese.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}'
            | '\u{483}'..='\u{489}'
            | '\u{591}'..='\u{5c7}'
            | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{6d6}'..='\u{6ed}'
            | '\u{e31}'
            | '\u{e34}'..='\u{e3a}'
            | '\u{e47}'..='\u{e4e}'
            | '\u{eb1}'
            | '\u{eb4}'..='\u{ebc}'
            | '\u{ec8}'..='\u{ece}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{3099}'..='\u{309a}'
            | '\u{fe20}'..='\u{fe2f}'
    )
}

/// The end of a row that is written anew when anything on the row changes.
#[derive(Debug)]
pub(super) struct Tail {
    pub(super) y: u16,
    /// Its first column.
    pub(super) from: u16,
    /// Its cells, up to the edge of the screen.
    pub(super) cells: Vec<Cell>,
}

/// The places of characters in doubt on the screen.
#[derive(Debug, Default)]
pub(super) struct Doubts {
    /// For each row of the last frame that has any, its first such column.
    shown: Vec<(u16, u16)>,
    /// The ends of the rows that have any in the last frame or the one before.
    tails: Vec<Tail>,
}

impl Doubts {
    /// Looks at the next frame.
    pub(super) fn look(&mut self, next: &Buffer) {
        let before = std::mem::take(&mut self.shown);
        self.tails.clear();
        let columns = next.area.width;
        let rows = next.content.chunks(usize::from(columns.max(1)));
        for (y, row) in (0..).zip(rows) {
            let now = row.iter().position(|cell| in_doubt(cell.symbol())).map(|x| x as u16);
            self.shown.extend(now.map(|x| (y, x)));
            let before = before.iter().find(|(row, _)| *row == y).map(|(_, x)| *x);
            let Some(mut from) = now.into_iter().chain(before).min() else { continue };
            // it does not begin in the middle of a character
            if from > 0 && row[usize::from(from) - 1].cell_width() > 1 {
                from -= 1;
            }
            let cells = row[usize::from(from)..].to_vec();
            self.tails.push(Tail { y, from, cells });
        }
    }

    pub(super) fn tails(&self) -> &[Tail] {
        &self.tails
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_with_their_marks_and_wide_characters_are_settled() {
        for symbol in [
            "a",
            "é",
            "e\u{301}",
            "ệ",
            "資",
            "。",
            "ｱ",
            "가",
            "▌",
            "─",
            "…",
            "✎",
            "✓",
            "→",
            "ё",
            "и\u{306}",
            "ب",
            "بَ",
            "ก",
            "กิ",
            "か\u{3099}",
            "א\u{5b8}",
            "ﷺ",
            "€",
            "\u{fffd}",
            "क",
        ] {
            assert!(!in_doubt(symbol), "{symbol}");
        }
    }

    #[test]
    fn what_is_joined_or_told_how_to_look_is_in_doubt() {
        for (symbol, most) in [
            ("👩\u{200d}👩\u{200d}👧", 6),
            ("👍🏽", 4),
            ("🇰🇪", 4),
            ("❤\u{fe0f}", 2),
            ("1\u{fe0f}\u{20e3}", 2),
            ("क्ष", 2),
            ("का", 2),
            ("ᄒ\u{1161}\u{11ab}", 2),
            ("✅", 2),
            ("😀", 2),
        ] {
            assert!(in_doubt(symbol), "{symbol}");
            assert!(at_most(symbol) >= most, "{symbol}: {}", at_most(symbol));
        }
    }

    #[test]
    fn a_row_is_remembered_until_it_was_drawn_without_any() {
        let mut doubts = Doubts::default();
        doubts.look(&Buffer::with_lines(["plain", "資क्षx", "a😀b  "]));
        let tails: Vec<_> = doubts.tails().iter().map(|tail| (tail.y, tail.from)).collect();
        assert_eq!(tails, [(1, 2), (2, 1)]);
        doubts.look(&Buffer::with_lines(["plain", "abcdef", "a b   "]));
        assert_eq!(doubts.tails().len(), 2);
        doubts.look(&Buffer::with_lines(["plain", "abcdef", "a b   "]));
        assert_eq!(doubts.tails().len(), 0);
    }
}
