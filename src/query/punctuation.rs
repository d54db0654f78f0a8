//! The marks of the filter language: ASCII, and those that input methods for Chinese type in their
//! place.

use super::names::normal;
use super::words;
use crate::domain::fold;
use crate::text::{Lang, Text};

/// Ends a field's name.
pub(super) fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：')
}

/// Stands between alternatives.
pub(super) fn is_comma(c: char) -> bool {
    matches!(c, ',' | '，' | '、')
}

/// Opens a quotation, where a word could begin.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '＂' | '“' | '”')
}

/// Whether a quotation opened by one mark is closed by another. Typed "curly" marks come in pairs
/// that an input method may turn either way; inside straight ones they are ordinary characters.
pub(super) fn closes(open: char, c: char) -> bool {
    match open {
        '“' | '”' => matches!(c, '“' | '”'),
        '＂' => c == '＂',
        _ => c == '"',
    }
}

/// Turns a term into its opposite: the hyphen, and the dashes and minus signs that word processors, telephones and
/// input methods put in its place.
pub(super) fn is_minus(c: char) -> bool {
    matches!(c, '-' | '－' | '‐'..='―' | '−' | '\u{fe58}' | '﹣')
}

/// Begins a comparison.
pub(super) fn is_comparison(c: char) -> bool {
    matches!(c, '<' | '>' | '＜' | '＞' | '≤' | '≥')
}

/// Follows `<` or `>` in a comparison.
pub(super) fn is_equals(c: char) -> bool {
    matches!(c, '=' | '＝')
}

/// Says "not" in other languages.
pub(super) fn is_not(c: char) -> bool {
    matches!(c, '!' | '！' | '≠' | '¬')
}

/// Whether a character is part of a comparison, in this language or in others.
pub(super) fn is_sign(c: char) -> bool {
    is_comparison(c) || is_equals(c) || is_not(c)
}

/// Reads the signs of a comparison in the ways of several languages: whether they ask for the opposite, and the sign
/// that the filter language has before a value. Gives nothing for signs that are no comparison.
pub(super) fn comparison(signs: &str) -> Option<(bool, &'static str)> {
    Some(match ascii(signs).as_str() {
        "=" | "==" | "===" => (false, ""),
        "!" | "!=" | "!==" | "≠" | "¬" | "¬=" | "<>" => (true, ""),
        "<" => (false, "<"),
        ">" => (false, ">"),
        "<=" | "=<" | "≤" => (false, "<="),
        ">=" | "=>" | "≥" => (false, ">="),
        _ => return None,
    })
}

/// Whether signs are a comparison as filters have it.
pub(super) fn is_own_comparison(signs: &str) -> bool {
    matches!(ascii(signs).as_str(), "<" | ">" | "<=" | ">=" | "≤" | "≥")
}

/// Signs with those of input methods in ASCII.
fn ascii(signs: &str) -> String {
    let one = |c| match c {
        '＝' => '=',
        '＜' => '<',
        '＞' => '>',
        '！' => '!',
        c => c,
    };
    signs.chars().map(one).collect()
}

/// Whether an unquoted word says that nothing is stated, in any language.
pub(super) fn is_none(word: &str) -> bool {
    says(word, "none", |text| text.tr("filter-none").into_owned())
}

/// Whether an unquoted word says that something is stated, in any language.
pub(super) fn is_any(word: &str) -> bool {
    says(word, "any", |text| text.tr("filter-any").into_owned())
        || words::of_any().iter().any(|name| name.is(&normal(word)))
}

fn says(word: &str, code: &str, name: impl Fn(&Text) -> String) -> bool {
    let word = fold(word);
    word == code || Lang::ALL.iter().any(|lang| fold(&name(Text::of(*lang))) == word)
}
