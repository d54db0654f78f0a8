//! Words that filters take for fields and values beside the names that screens show.

use super::names::Name;
use std::sync::OnceLock;

/// A line of the table: the thing named, and its words.
struct Line {
    kind: &'static str,
    field: &'static str,
    code: &'static str,
    words: Vec<Name>,
}

fn table() -> &'static [Line] {
    static TABLE: OnceLock<Vec<Line>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lines = include_str!("words.txt").lines();
        lines.filter(|line| !line.starts_with('#')).filter_map(read).collect()
    })
}

fn read(line: &'static str) -> Option<Line> {
    let (what, words) = line.split_once('|')?;
    let (kind, what) = what.split_once(' ').unwrap_or((what, ""));
    let (field, code) = what.split_once(' ').unwrap_or((what, ""));
    Some(Line { kind, field, code, words: words.split('|').map(Name::new).collect() })
}

fn words(kind: &str, field: &str, code: &str) -> &'static [Name] {
    let named = |line: &&Line| (line.kind, line.field, line.code) == (kind, field, code);
    table().iter().find(named).map_or(&[], |line| &line.words)
}

/// Other words for a field, by its code.
pub(super) fn of_field(field: &str) -> &'static [Name] {
    words("field", field, "")
}

/// Other words for a value of a closed vocabulary or for a category, by the codes of the field and the value.
pub(super) fn of_value(field: &str, code: &str) -> &'static [Name] {
    words("value", field, code)
}

/// Whether the word says that nobody answers for a need, in another way than screens do.
pub fn means_nobody(word: &str) -> bool {
    let word = super::names::normal(word);
    of_value("focal", "none").iter().any(|name| name.is(&word))
}

/// Other words for "something is stated".
pub(super) fn of_any() -> &'static [Name] {
    words("any", "", "")
}

/// The words behind the number of a value of the field in Chinese.
pub(super) fn behind_number(field: &str) -> &'static [Name] {
    words("number", field, "")
}

/// Whether a word joins others and names nothing: "of", "the".
pub(super) fn is_small(word: &str) -> bool {
    says("small", word)
}

/// Whether a word says "not" in other languages, or "or", or "and".
pub(super) fn operator(word: &str) -> Option<Operator> {
    let kinds = [("not", Operator::Not), ("or", Operator::Or), ("and", Operator::And)];
    kinds.into_iter().find(|(kind, _)| says(kind, word)).map(|(_, operator)| operator)
}

/// A word of other languages that joins terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    /// The term behind it must not hold.
    Not,
    /// One of the terms around it must hold.
    Or,
    /// Both must hold.
    And,
}

fn says(kind: &str, word: &str) -> bool {
    let word = super::names::normal(word);
    words(kind, "", "").iter().any(|name| name.is(&word))
}

/// Whether a word says that something is missing.
pub(super) fn is_without(word: &str) -> bool {
    says("without", word)
}

/// Whether words between a field and a value say that it has the value, or that it has it not.
pub(super) fn equality(word: &str) -> Option<bool> {
    if says("equal", word) { Some(true) } else { says("unequal", word).then_some(false) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Coded;
    use crate::query::{Field, slots};
    use crate::testing::random_register;

    #[test]
    fn every_line_is_of_a_field_and_a_value_that_there_are() {
        let lines = include_str!("words.txt").lines().filter(|line| !line.starts_with('#'));
        assert_eq!(lines.count(), table().len());
        let vocabulary = random_register::register(1, 0).vocabulary;
        let fieldless = ["and", "or", "not", "small", "any", "without", "equal", "unequal"];
        for line in table().iter().filter(|line| !fieldless.contains(&line.kind)) {
            let field = Field::from_code(line.field).unwrap_or_else(|| panic!("{}", line.field));
            let code = |slot| crate::query::code_of_value(field, slot, &vocabulary);
            let is_value =
                (0..slots(field, &vocabulary) as u16).any(|slot| code(slot) == line.code);
            match line.kind {
                "value" => assert!(is_value, "{} {}", line.field, line.code),
                kind => assert!(["field", "number"].contains(&kind) && line.code.is_empty()),
            }
        }
    }

    #[test]
    fn no_word_is_of_two_fields_and_none_is_the_name_of_another() {
        for &field in Field::ALL {
            for word in of_field(field.code()) {
                assert_eq!(Field::named(&word.written), Ok(field), "{}", word.written);
                let others = Field::ALL.iter().filter(|other| **other != field);
                for other in others {
                    let known = of_field(other.code()).iter().any(|w| w.normal() == word.normal());
                    assert!(!known, "{}: {field:?}, {other:?}", word.written);
                }
            }
        }
    }
}
