//! The program's own signs: their meanings, and their forms for terminals with ASCII alone.

use std::borrow::Cow;

/// The signs that the program writes: borders, bars, marks, and the punctuation of its words.
/// Letters, in whatever script, are written the same with either.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Signs {
    /// Box drawing, block elements, geometric shapes.
    #[default]
    Unicode,
    /// ASCII alone.
    Ascii,
}

/// A sign with a meaning, in both forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    /// The sign as it is drawn.
    pub sign: &'static str,
    /// The sign in ASCII.
    pub ascii: &'static str,
    /// The message with its meaning.
    pub means: &'static str,
}

impl Sign {
    const fn new(sign: &'static str, ascii: &'static str, means: &'static str) -> Self {
        Self { sign, ascii, means }
    }

    /// The form that a terminal shows.
    pub fn drawn(&self, signs: Signs) -> &'static str {
        match signs {
            Signs::Unicode => self.sign,
            Signs::Ascii => self.ascii,
        }
    }
}

/// The need is unmet. The signs of responses have letters in ASCII, which are written when they are
/// drawn: a finished frame cannot tell them from whole bars and shades.
pub const UNMET: Sign = Sign::new("█", "u", "sign-unmet");
/// An answer to the need is planned.
pub const PLANNED: Sign = Sign::new("▓", "p", "sign-planned");
/// An answer to the need is under way.
pub const UNDER_WAY: Sign = Sign::new("▒", "w", "sign-under-way");
/// The need is met.
pub const MET: Sign = Sign::new("░", "m", "sign-met");
/// The need was withdrawn.
pub const WITHDRAWN: Sign = Sign::new("×", "x", "sign-withdrawn");

/// The signs that need to be told: what the legend shows, in its order.
pub const LEGEND: [Sign; 31] = [
    Sign::new("!!!", "!!!", "sign-high"),
    Sign::new("!!", "!!", "sign-medium"),
    Sign::new("!", "!", "sign-low"),
    UNMET,
    PLANNED,
    UNDER_WAY,
    MET,
    WITHDRAWN,
    Sign::new("–", "-", "sign-nil"),
    Sign::new("▌", ">", "sign-cursor"),
    Sign::new("●", "+", "sign-selected"),
    Sign::new("○", "-", "sign-dropped"),
    Sign::new("*", "*", "sign-foreign"),
    Sign::new("◉", "#", "sign-selected-foreign"),
    Sign::new("✎", "_", "sign-draft"),
    Sign::new("@", "@", "sign-open"),
    Sign::new("»", "}", "sign-put-off"),
    Sign::new("↥", "T", "sign-pinned"),
    Sign::new("=", "=", "sign-duplicate"),
    Sign::new("v", "v", "sign-void"),
    Sign::new("▲", "^", "sign-rising"),
    Sign::new("▼", "v", "sign-falling"),
    Sign::new("◆", "&", "sign-serves"),
    Sign::new("◇", "o", "sign-given-there"),
    Sign::new("+", "+", "sign-taken"),
    Sign::new("-", "-", "sign-left-out"),
    Sign::new("▚", "%", "sign-added"),
    Sign::new("╱", "/", "sign-unstated"),
    Sign::new("▇", "%", "sign-heat"),
    Sign::new("…", "~", "sign-cut"),
    Sign::new("▾", "v", "sign-more"),
];

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
    // the part of a bar that was added
    ('▚', '%'),
    // shades and fills, the lightest first
    ('░', '.'),
    ('▒', ':'),
    ('▓', '*'),
    // order, and that more follows
    ('▲', '^'),
    ('▼', 'v'),
    ('▴', '^'),
    ('▾', 'v'),
    // marks of needs
    ('●', '+'),
    ('◉', '#'),
    ('»', '}'),
    ('✎', '_'),
    ('↥', 'T'),
    // some of several needs take part; none does
    ('◐', '/'),
    ('○', '-'),
    // assistance that matches, and that does not
    ('◆', '&'),
    ('◇', 'o'),
    // outcomes: good, bad, different
    ('✓', '+'),
    ('✗', 'X'),
    ('≠', '!'),
    // not stated
    ('╱', '/'),
    // words and numbers
    ('…', '~'),
    ('·', ','),
    ('›', '/'),
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

/// The ASCII character in place of a sign; `None` for letters and for ASCII characters.
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
        for place in
            ["▁▂▃▄▅▆▇█·", "░▒▓█", "●◉»✎↥*@=", "●◐○", "+-", "◆◇", "✓✗≠·", "▲▼", "█▒░", "█▚╱", "▾▴"]
        {
            let plain: BTreeSet<char> = place.chars().map(|c| ascii(c).unwrap_or(c)).collect();
            assert_eq!(plain.len(), place.chars().count(), "{place}: {plain:?}");
        }
    }

    #[test]
    fn what_the_legend_tells_is_what_is_drawn() {
        let responses = [UNMET, PLANNED, UNDER_WAY, MET, WITHDRAWN];
        let meanings: BTreeSet<_> = LEGEND.iter().map(|sign| sign.means).collect();
        assert_eq!(meanings.len(), LEGEND.len());
        for sign in LEGEND {
            let frame: String = sign.sign.chars().map(|c| ascii(c).unwrap_or(c)).collect();
            assert!(responses.contains(&sign) || frame == sign.ascii, "{sign:?}");
            assert_eq!(width(sign.sign), sign.ascii.len(), "{sign:?}");
            for lang in crate::text::Lang::ALL {
                assert!(crate::text::Text::of(*lang).has(sign.means), "{sign:?}");
            }
        }
        let letters: BTreeSet<_> = responses.iter().map(|sign| sign.ascii).collect();
        assert_eq!(letters.len(), responses.len());
    }

    #[test]
    fn letters_stay() {
        let text = "Côte d’Ivoire – 科特迪瓦 … “Việt Nam”";
        assert_eq!(Signs::Unicode.of(text), text);
        assert_eq!(Signs::Ascii.of(text), "Côte d'Ivoire - 科特迪瓦 ~ \"Việt Nam\"");
    }
}
