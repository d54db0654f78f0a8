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
}

impl NamesOfStates {
    /// The names of these States, with their other names that lists show.
    pub(super) fn of(states: &[State]) -> Self {
        let own = states
            .iter()
            .flat_map(|state| state.aliases.iter().map(String::as_str).chain(state.names.iter()));
        Self::among(own.map(str::to_owned).collect())
    }

    fn among(names: Vec<String>) -> Self {
        let (unspaced, spaced) = names.into_iter().partition(|name| is_unspaced(name));
        Self { spaced, unspaced }
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

#[cfg(test)]
mod tests {
    use super::*;

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
