//! Finds names of States in words: such words are not told where States are not named.

use super::State;
use crate::domain::is_unspaced;
use crate::text::Names;
use std::collections::HashMap;

/// "Developing countries" has the letters of a State's name in it.
const NO_NAMES: [&str; 1] = ["发展中国家"];

/// The names of all States and the other ways to write them.
pub(super) struct NamesOfStates {
    own: NameIndex,
    /// The other ways to write them, but for codes and the shortest, which are parts of other words.
    others: NameIndex,
}

impl NamesOfStates {
    /// The names of these States, with their other names that lists show.
    pub(super) fn of(states: &[State]) -> Self {
        let own = states
            .iter()
            .flat_map(|state| state.aliases.iter().map(String::as_str).chain(state.names.iter()));
        let others = states.iter().flat_map(|state| state.spellings.written());
        let others = others.filter(|written| written.chars().count() >= least(written));
        Self { own: own.collect(), others: others.collect() }
    }

    /// Whether one of them stands in the names of a record, or another way to write one: names are few, so that all ways
    /// can be looked for.
    pub(super) fn stand_in_name(&self, names: &Names) -> bool {
        self.stand_in(names) || names.iter().any(|text| self.others.any_in(text))
    }

    /// Whether one of them stands in words, in any of their languages (an adjective in one can be the name in another):
    /// on its own, where the script of the name has spaces.
    pub(super) fn stand_in(&self, words: &Names) -> bool {
        words.iter().any(|text| self.own.any_in(text))
    }
}

/// Names by their first character, so that a text is gone through once, not once for each of hundreds of names.
#[derive(Default)]
struct NameIndex {
    /// Names in scripts that part words by spaces.
    spaced: HashMap<char, Vec<String>>,
    /// Names in scripts that do not.
    unspaced: HashMap<char, Vec<String>>,
}

impl<'a> FromIterator<&'a str> for NameIndex {
    fn from_iter<T: IntoIterator<Item = &'a str>>(names: T) -> Self {
        let mut index = Self::default();
        for name in names {
            let Some(first) = name.chars().next() else { continue };
            let script = if is_unspaced(name) { &mut index.unspaced } else { &mut index.spaced };
            script.entry(first).or_default().push(name.to_owned());
        }
        index
    }
}

impl NameIndex {
    /// Whether a name stands in a text: as words of its own, where its script has spaces.
    fn any_in(&self, text: &str) -> bool {
        let others;
        let unspaced_text = if NO_NAMES.iter().any(|words| text.contains(words)) {
            others = NO_NAMES.iter().fold(text.to_owned(), |text, words| text.replace(words, ""));
            &others
        } else {
            text
        };
        let mut before = ' ';
        let stands_apart = text.char_indices().any(|(at, first)| {
            let begins = !before.is_alphanumeric();
            before = first;
            begins
                && begin(&self.spaced, first, &text[at..])
                    .any(|behind| !behind.starts_with(char::is_alphanumeric))
        });
        stands_apart
            || unspaced_text.char_indices().any(|(at, first)| {
                begin(&self.unspaced, first, &unspaced_text[at..]).next().is_some()
            })
    }
}

/// What stands behind each of these names with which a text begins; `first` is its first character.
fn begin<'a>(
    names: &HashMap<char, Vec<String>>,
    first: char,
    text: &'a str,
) -> impl Iterator<Item = &'a str> {
    let names = names.get(&first).map_or(&[] as &[String], Vec::as_slice);
    names.iter().filter_map(move |name| text.strip_prefix(name.as_str()))
}

/// How many characters another way to write a name must have to be looked for.
fn least(written: &str) -> usize {
    if is_unspaced(written) { 2 } else { 5 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organisation_is_of_a_state_by_every_way_to_write_its_name() {
        let told = NamesOfStates {
            own: ["United Kingdom of Great Britain"].into_iter().collect(),
            others: ["United Kingdom", "英国"].into_iter().collect(),
        };
        assert!(told.stand_in_name(&[("en", "Crown Prosecution Service (United Kingdom)")].into()));
        assert!(told.stand_in_name(&[("zh", "英国外交部")].into()));
        assert!(!told.stand_in_name(&[("en", "United Nations")].into()));
    }

    #[test]
    fn a_state_is_named_in_any_language_of_the_words() {
        let own = ["Ethiopia", "埃塞俄比亚", "中国"].into_iter().collect();
        let told = NamesOfStates { own, others: NameIndex::default() };
        let words = |en: &str, zh: &str| Names::from([("en", en), ("zh", zh)]);
        assert!(told.stand_in(&words("hosted the Ethiopian visit", "接待埃塞俄比亚官员出访")));
        assert!(told.stand_in(&words("visited Ethiopia", "")));
        assert!(!told.stand_in(&words("hosted the Ethiopian visit", "")));
        assert!(!told.stand_in(&words("a fund for developing countries", "发展中国家基金")));
    }
    #[test]
    fn a_name_stands_apart_or_without_spaces_anywhere() {
        let names: NameIndex = ["Mali", "Guinea", "Guinea-Bissau", "中国"].into_iter().collect();
        for text in [
            "Mali",
            "in Mali, today",
            "Somalia (Mali)",
            "Guinea-Bissau",
            "驻中国使馆",
            "发展中国家和中国",
        ] {
            assert!(names.any_in(text), "{text}");
        }
        for text in ["", "Somalia", "Mali2", "SoMali", "Mal", "发展中国家"] {
            assert!(!names.any_in(text), "{text}");
        }
    }
}
