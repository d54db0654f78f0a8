//! The program's own signs, and how they are written where a terminal has ASCII alone.

use std::borrow::Cow;

/// Which signs the program writes: borders, bars, marks, and the punctuation of its words.
/// Letters, in whatever script, are written the same with either.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Signs {
    /// Box drawing, block elements, geometric shapes.
    #[default]
    Unicode,
    /// ASCII alone.
    Ascii,
}

/// Each sign, one column wide, with the ASCII character that takes its place. Signs that stand in
/// the same place (the marks of a need, the steps of a bar, the shades of a cell) differ.
const ASCII: &[(char, char)] = &[
    // borders and rules
    ('─', '-'),
    ('│', '|'),
    ('╭', '+'),
    ('╮', '+'),
    ('╰', '+'),
    ('╯', '+'),
    ('┌', '+'),
    ('┐', '+'),
    ('└', '+'),
    ('┘', '+'),
    ('├', '+'),
    ('┤', '+'),
    ('┬', '+'),
    ('┴', '+'),
    ('┼', '+'),
    // bars that lie (in ASCII they have whole cells alone), and the mark of the cursor
    ('█', '#'),
    ('▉', '#'),
    ('▊', '#'),
    ('▋', '#'),
    ('▌', '>'),
    ('▍', '|'),
    ('▎', '|'),
    ('▏', '|'),
    // bars that stand, the lowest first
    ('▁', '_'),
    ('▂', '.'),
    ('▃', ':'),
    ('▄', '='),
    ('▅', '+'),
    ('▆', '*'),
    ('▇', '%'),
    // shades and fills, the lightest first
    ('░', '.'),
    ('▒', ':'),
    ('▓', '*'),
    // order and priority
    ('▲', '^'),
    ('▼', 'v'),
    ('■', 'o'),
    ('▽', 'v'),
    // marks of needs
    ('●', '+'),
    ('◉', '#'),
    ('»', '}'),
    ('›', '/'),
    ('✎', '&'),
    // values that are chosen, by some of several needs, or not
    ('◼', 'x'),
    ('◪', '/'),
    ('◻', '.'),
    // assistance that matches, and that does not
    ('◆', '+'),
    ('◇', 'o'),
    // what became of something
    ('✓', '+'),
    ('✗', 'x'),
    ('≠', '!'),
    // words and numbers
    ('…', '~'),
    ('·', '-'),
    ('→', '>'),
    ('←', '<'),
    ('↑', '^'),
    ('↓', 'v'),
    ('×', 'x'),
    ('÷', '/'),
    ('−', '-'),
    ('‐', '-'),
    ('‑', '-'),
    ('‒', '-'),
    ('–', '-'),
    ('—', '-'),
    ('“', '"'),
    ('”', '"'),
    ('„', '"'),
    ('‘', '\''),
    ('’', '\''),
    ('«', '{'),
    ('•', '*'),
    ('\u{a0}', ' '),
    ('\u{202f}', ' '),
];

/// The ASCII character in place of a sign; nothing for letters and for what is ASCII already.
pub fn ascii(sign: char) -> Option<char> {
    let found = |c: char| ASCII.iter().find(|(from, _)| *from == c).map(|(_, to)| *to);
    if sign.is_ascii() { None } else { found(sign) }
}

impl Signs {
    /// A text with these signs.
    pub fn of(self, text: &str) -> Cow<'_, str> {
        if self == Self::Unicode || text.is_ascii() {
            return Cow::Borrowed(text);
        }
        Cow::Owned(text.chars().map(|c| ascii(c).unwrap_or(c)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width;
    use std::collections::BTreeSet;

    #[test]
    fn each_sign_has_one_ascii_character_of_its_width_and_no_letter_has_any() {
        let signs: BTreeSet<char> = ASCII.iter().map(|(sign, _)| *sign).collect();
        assert_eq!(signs.len(), ASCII.len(), "each sign once");
        for (sign, plain) in ASCII {
            assert_eq!(width(&sign.to_string()), 1, "{sign:?}");
            assert!(matches!(plain, ' '..='~'), "{sign:?}");
            assert!(!sign.is_alphabetic(), "{sign:?}");
        }
    }

    #[test]
    fn signs_of_one_place_differ() {
        for place in ["▁▂▃▄▅▆▇█·", "░▒▓█", "●◉»✎*@=", "▲■▽", "◼◪◻-", "◆◇", "✓✗≠·", "▲▼", "█▒░"]
        {
            let plain: BTreeSet<char> = place.chars().map(|c| ascii(c).unwrap_or(c)).collect();
            assert_eq!(plain.len(), place.chars().count(), "{place}: {plain:?}");
        }
    }

    #[test]
    fn letters_stay() {
        let text = "Côte d’Ivoire – 科特迪瓦 … “Việt Nam”";
        assert_eq!(Signs::Unicode.of(text), text);
        assert_eq!(Signs::Ascii.of(text), "Côte d'Ivoire - 科特迪瓦 ~ \"Việt Nam\"");
    }
}
