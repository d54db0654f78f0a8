//! A language made up for tests: English in Armenian letters. Text that stays in Latin letters has not gone through
//! the words of a language.

use super::lang::Files;
use super::{Lang, Names};
use std::sync::LazyLock;

/// The letters that it is written in.
pub(super) const LETTERS: &[(char, char)] = &[('\u{531}', '\u{587}')];

/// English words in its letters, one for each of Latin; other signs stay.
pub(crate) fn spelt(english: &str) -> String {
    english.chars().map(letter).collect()
}

/// Words of a table with a column of this language.
pub(crate) fn with_made_up(mut words: Names) -> Names {
    let made_up = words.get("en").map(spelt).unwrap_or_default();
    words.set(Lang::MadeUp.code(), made_up);
    words
}

fn letter(c: char) -> char {
    let other =
        |first: u32, from: u8| char::from_u32(first + u32::from(c as u8 - from)).unwrap_or(c);
    match c {
        'a'..='z' => other(0x561, b'a'),
        'A'..='Z' => other(0x531, b'A'),
        _ => c,
    }
}

/// The messages that only this language has.
const OWN: &str = "\nlanguage-qaa = Ա\n";

/// The English files in its letters.
pub(super) fn files() -> Files {
    static FILES: LazyLock<[Vec<String>; 2]> = LazyLock::new(|| {
        let english = Lang::En.files();
        [&english.screens[..], &english.others[..]]
            .map(|files| files.iter().map(|file| spelt_file(file) + OWN).collect())
    });
    fn of<const N: usize>(files: &'static [String]) -> [&'static str; N] {
        std::array::from_fn(|place| files.get(place).map_or("", String::as_str))
    }
    Files { screens: of(&FILES[0]), others: of(&FILES[1]), short: "" }
}

/// A Fluent file with its texts in these letters; names of messages, variables and variants stay.
fn spelt_file(file: &str) -> String {
    let mut out = String::with_capacity(file.len() * 2);
    let mut rest = file;
    while !rest.is_empty() {
        let line = rest.find('\n').map_or(rest.len(), |end| end + 1);
        let is_head =
            rest.starts_with('#') || !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
        match rest[..line].find('=') {
            Some(sign) if !is_head => {
                out.push_str(&rest[..=sign]);
                rest = pattern(&rest[sign + 1..], &mut out);
            }
            _ => {
                out.push_str(&rest[..line]);
                rest = &rest[line..];
            }
        }
    }
    out
}

/// Spells a pattern, which ends before a line that is not indented or, within a selection, before the next variant.
/// Returns the rest.
fn pattern<'a>(text: &'a str, out: &mut String) -> &'a str {
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c == '{' {
            rest = placeable(rest, out);
            continue;
        }
        if c == '\n' {
            let after = rest.trim_start_matches(['\n', ' ']);
            let indent = rest[..rest.len() - after.len()].ends_with(' ');
            if !indent || after.starts_with(['[', '*', '}', '.']) {
                return rest;
            }
        }
        out.push(letter(c));
        rest = &rest[c.len_utf8()..];
    }
    rest
}

/// Copies the text in braces; the variants of a selection are patterns.
fn placeable<'a>(text: &'a str, out: &mut String) -> &'a str {
    let end = text.find('}').unwrap_or(text.len());
    let Some(arrow) = text[..end].find("->") else {
        let end = (end + 1).min(text.len());
        // Words in quotation marks are words too.
        let is_quoted = text[1..end].trim_start().starts_with('"');
        out.extend(text[..end].chars().map(|c| if is_quoted { letter(c) } else { c }));
        return &text[end..];
    };
    out.push_str(&text[..arrow + 2]);
    let mut rest = &text[arrow + 2..];
    while let Some(c) = rest.chars().next() {
        if c == '[' {
            let key = rest.find(']').map_or(rest.len(), |end| end + 1);
            out.push_str(&rest[..key]);
            rest = pattern(&rest[key..], out);
            continue;
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
        if c == '}' {
            break;
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Arg, Text};

    #[test]
    fn texts_are_spelt_and_nothing_else() {
        let file = "# about\none = A { $b } c\n    d { $n ->\n        [one] e\n       *[other] f { $g }\n    } h\ntwo = i\n";
        let expected = "# about\none = Ա { $b } գ\n    դ { $n ->\n        [one] ե\n       *[other] զ { $g }\n    } ը\ntwo = թ\n";
        assert_eq!(spelt_file(file), expected);
    }

    #[test]
    fn it_says_what_english_says() {
        let (made_up, english) = (Text::of(Lang::MadeUp), Text::of(Lang::En));
        assert_eq!(made_up.tr("not-stated"), spelt(&english.tr("not-stated")));
        let args = [("what", Arg::from("x")), ("note", Arg::from("y"))];
        assert_eq!(made_up.tra("in-brackets", &args), english.tra("in-brackets", &args));
    }
}
