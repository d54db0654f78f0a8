//! Finds names of States in words: such words are not told where States are not named.

use super::State;
use crate::domain::{is_unspaced, stands_apart};
use crate::text::Names;

/// "Developing countries" has the letters of a State's name in it.
const NO_NAMES: [&str; 1] = ["发展中国家"];

/// The names of all States, by whether their script parts words by spaces: that is asked once a name, not once a text.
pub(super) struct NamesOfStates {
    spaced: Vec<String>,
    unspaced: Vec<String>,
    /// The other ways to write them, but for codes and the shortest, which are parts of other words.
    others: Vec<String>,
}

impl NamesOfStates {
    /// The names of these States, with their other names that lists show.
    pub(super) fn of(states: &[State]) -> Self {
        let own = states
            .iter()
            .flat_map(|state| state.aliases.iter().map(String::as_str).chain(state.names.iter()));
        let others = states.iter().flat_map(|state| state.spellings.written());
        let others = others.filter(|written| written.chars().count() >= least(written));
        Self {
            others: others.map(str::to_owned).collect(),
            ..Self::among(own.map(str::to_owned).collect())
        }
    }

    fn among(names: Vec<String>) -> Self {
        let (unspaced, spaced) = names.into_iter().partition(|name| is_unspaced(name));
        Self { spaced, unspaced, others: Vec::new() }
    }

    /// Whether one of them stands in the names of a record, or another way to write one: names are few, so that all ways
    /// can be looked for.
    pub(super) fn stand_in_name(&self, names: &Names) -> bool {
        let written = |name: &String, text: &str| {
            if is_unspaced(name) {
                NO_NAMES
                    .iter()
                    .fold(text.to_owned(), |text, words| text.replace(words, ""))
                    .contains(name)
            } else {
                stands_apart(text, name)
            }
        };
        self.stand_in(names)
            || names.iter().any(|text| self.others.iter().any(|name| written(name, text)))
    }

    /// Whether one of them stands in words, in any of their languages (an adjective in one can be the name in another):
    /// on its own, where the script of the name has spaces.
    pub(super) fn stand_in(&self, words: &Names) -> bool {
        words.iter().any(|text| {
            let others =
                NO_NAMES.iter().fold(text.to_owned(), |text, words| text.replace(words, ""));
            self.spaced.iter().any(|name| stands_apart(text, name))
                || self.unspaced.iter().any(|name| others.contains(name.as_str()))
        })
    }
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
        let mut told = NamesOfStates::among(vec!["United Kingdom of Great Britain".into()]);
        told.others = vec!["United Kingdom".into(), "英国".into()];
        assert!(told.stand_in_name(&[("en", "Crown Prosecution Service (United Kingdom)")].into()));
        assert!(told.stand_in_name(&[("zh", "英国外交部")].into()));
        assert!(!told.stand_in_name(&[("en", "United Nations")].into()));
    }

    #[test]
    fn a_state_is_named_in_any_language_of_the_words() {
        let told =
            NamesOfStates::among(vec!["Ethiopia".into(), "埃塞俄比亚".into(), "中国".into()]);
        let words = |en: &str, zh: &str| Names::from([("en", en), ("zh", zh)]);
        assert!(told.stand_in(&words("hosted the Ethiopian visit", "接待埃塞俄比亚官员出访")));
        assert!(told.stand_in(&words("visited Ethiopia", "")));
        assert!(!told.stand_in(&words("hosted the Ethiopian visit", "")));
        assert!(!told.stand_in(&words("a fund for developing countries", "发展中国家基金")));
    }
}
