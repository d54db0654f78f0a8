//! The place of the cursor in a filter that is being typed, however much of it is missing.

use super::Field;
use super::punctuation::{
    closes, is_colon, is_comma, is_comparison, is_equals, is_minus, is_quote,
};
use crate::domain::Coded;
use crate::text::Lang;
use std::ops::Range;

/// The part of a filter that the cursor stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// The field whose value is being typed; `None` for the beginning of a term.
    pub(super) field: Option<Field>,
    /// The word as typed, up to the cursor and without a quotation mark.
    pub(super) word: String,
    /// The bytes that a completion takes the place of.
    pub(super) replace: Range<usize>,
    /// Whether the value is the end of a range or stands in a comparison.
    pub(super) bound: bool,
    /// The beginning of the range whose end is being typed, as written.
    pub(super) from: Option<String>,
    /// The other alternatives of the term, as written.
    pub(super) others: Vec<String>,
}

/// The part of the filter at the cursor; `None` in a text that is being searched for, and in a
/// field that does not exist. A cursor inside a character stands before it.
pub(super) fn spot(text: &str, cursor: usize) -> Option<Spot> {
    let cursor = (0..=cursor.min(text.len())).rev().find(|at| text.is_char_boundary(*at))?;
    let mut scan = Scan::default();
    for (at, c) in text[..cursor].char_indices() {
        scan.step(at, c);
    }
    let typed = &text[scan.start..cursor];
    let quoted = typed.chars().next().filter(|c| is_quote(*c));
    let end = cursor + rest_of_word(&text[cursor..], scan.quote, scan.colon.is_some());
    let word = quoted.map_or(typed, |mark| &typed[mark.len_utf8()..]).to_owned();
    let Some((colon, list)) = scan.colon else {
        return quoted.is_none().then_some(Spot {
            field: None,
            word,
            replace: scan.start..end,
            bound: false,
            from: None,
            others: Vec::new(),
        });
    };
    let field = Field::named(text[scan.name..colon].trim_matches(is_quote)).ok()?;
    let after = &text[end..];
    let after = &after[..rest_of_values(after)];
    let others = [&text[list..scan.start], after].map(|part| part.trim_matches(is_comma));
    Some(Spot {
        field: Some(field),
        word,
        replace: scan.start..end,
        bound: scan.bound,
        from: scan.from.map(|from| text[from].to_owned()),
        others: others.into_iter().filter(|o| !o.is_empty()).map(str::to_owned).collect(),
    })
}

/// Whether a word that is being typed may become the name of a field: a code, or a name in a language whose words have
/// no blanks between them.
pub fn begins_field(word: &str) -> bool {
    let word = word.strip_prefix(is_minus).unwrap_or(word);
    let begins = |name: String| name.starts_with(word);
    let is_name = |field: &Field| Lang::ALL.iter().any(|lang| begins(field.in_words(*lang)));
    !word.is_empty() && Field::ALL.iter().any(is_name)
}

/// How many bytes of the word under the cursor stand after it.
fn rest_of_word(rest: &str, quote: Option<char>, in_value: bool) -> usize {
    if let Some(open) = quote {
        let close = rest.char_indices().find(|(_, c)| closes(open, *c));
        return close.map_or(0, |(at, c)| at + c.len_utf8());
    }
    for (at, c) in rest.char_indices() {
        if !in_value && is_colon(c) {
            return at + c.len_utf8();
        }
        if c.is_whitespace() || in_value && (is_comma(c) || rest[at..].starts_with("..")) {
            return at;
        }
    }
    rest.len()
}

/// How many bytes of the alternatives after the word under the cursor there are.
fn rest_of_values(rest: &str) -> usize {
    let mut scan = Scan { colon: Some((0, 0)), ..Scan::default() };
    for (at, c) in rest.char_indices() {
        if c.is_whitespace() && scan.quote.is_none() {
            return at;
        }
        scan.step(at, c);
    }
    rest.len()
}

/// The state of a reader that goes over the text up to the cursor.
#[derive(Default)]
struct Scan {
    /// The byte where the term's first word begins, after a minus sign.
    name: usize,
    /// The byte where the word being read begins.
    start: usize,
    /// The byte of the term's colon, and the byte where its values begin.
    colon: Option<(usize, usize)>,
    /// The mark that opened a quotation.
    quote: Option<char>,
    /// Whether the next character has lost its meaning.
    escaped: bool,
    bound: bool,
    /// The bytes of the beginning of a range.
    from: Option<Range<usize>>,
    before: char,
}

impl Scan {
    fn step(&mut self, at: usize, c: char) {
        let next = at + c.len_utf8();
        if let Some(open) = self.quote {
            let ends = !self.escaped && closes(open, c);
            self.escaped = c == '\\' && !self.escaped;
            self.quote = (!ends).then_some(open);
        } else if c.is_whitespace() {
            *self = Self { name: next, start: next, ..Self::default() };
        } else if at == self.start && is_quote(c) {
            self.quote = Some(c);
        } else if self.colon.is_none() {
            if at == self.start && self.start == self.name && self.before == '\0' && is_minus(c) {
                (self.name, self.start) = (next, next);
            } else if is_colon(c) {
                self.colon = Some((at, next));
                self.start = next;
            }
        } else if is_comma(c) {
            self.start = next;
            self.bound = false;
            self.from = None;
        } else if c == '.' && self.before == '.'
            || at == self.start && (is_comparison(c) || self.bound && is_equals(c))
        {
            let ended = at.saturating_sub(1);
            self.from = (c == '.' && ended > self.start).then_some(self.start..ended);
            self.start = next;
            self.bound = true;
        }
        self.before = c;
        if c.is_whitespace() && self.quote.is_none() {
            self.before = '\0';
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_become_a_field_behind_any_dash_and_in_any_language() {
        for word in ["chap", "-chap", "–chap", "−is", "章", "国", "-国家", "国家组"] {
            assert!(begins_field(word), "{word}");
        }
        for word in ["", "-", "--chap", "chapel", "Chap", "chapter:V", "国库", "organ"] {
            assert!(!begins_field(word), "{word}");
        }
    }

    type Seen = (Option<Field>, String, String, bool, Vec<String>);

    /// The spot at the bar: field, word, the bytes to replace, whether a bound, the others.
    fn at(text: &str) -> Option<Seen> {
        let cursor = text.find('|').expect("a cursor");
        let text = text.replacen('|', "", 1);
        let spot = spot(&text, cursor)?;
        let replaced = text[spot.replace].to_owned();
        Some((spot.field, spot.word, replaced, spot.bound, spot.others))
    }

    fn name(word: &str, replaced: &str) -> Seen {
        (None, word.into(), replaced.into(), false, vec![])
    }

    fn value(field: Field, word: &str, replaced: &str, bound: bool, others: &[&str]) -> Seen {
        let others = others.iter().map(|o| (*o).to_owned()).collect();
        (Some(field), word.into(), replaced.into(), bound, others)
    }

    #[test]
    fn a_term_begins_with_a_field() {
        assert_eq!(at("|"), Some(name("", "")));
        assert_eq!(at("is:mine cha|"), Some(name("cha", "cha")));
        assert_eq!(at("-ch|a:5"), Some(name("ch", "cha:")));
        assert_eq!(at("x　-|"), Some(name("", "")));
        assert_eq!(at("\"asset de|\""), None);
        assert_eq!(at("-\"asset de|"), None);
    }

    #[test]
    fn values_stand_after_a_colon_a_comma_or_a_bound() {
        assert_eq!(at("-state:|"), Some(value(Field::State, "", "", false, &[])));
        assert_eq!(
            at("state:gh,ke|n,\"x y\""),
            Some(value(Field::State, "ke", "ken", false, &["gh", "\"x y\""]))
        );
        assert_eq!(
            at("状态x 国家：坦|，肯"),
            Some(value(Field::State, "坦", "坦", false, &["肯"]))
        );
        assert_eq!(
            at("state:\"Cote d|\" x"),
            Some(value(Field::State, "Cote d", "\"Cote d\"", false, &[]))
        );
        assert_eq!(
            at("state:\"a, b\",c|"),
            Some(value(Field::State, "c", "c", false, &["\"a, b\""]))
        );
        assert_eq!(at("priority:>=m|"), Some(value(Field::Priority, "m", "m", true, &[">="])));
        assert_eq!(
            at("review:desk..ex|"),
            Some(value(Field::Review, "ex", "ex", true, &["desk.."]))
        );
        assert_eq!(at("nofield:x|"), None);
    }
}
