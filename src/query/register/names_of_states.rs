//! Finds names of States in words: such words are not told where States are not named.

use super::State;
use crate::domain::{is_unspaced, stands_apart};
use crate::text::Names;

/// The names of all States.
pub(super) struct NamesOfStates(Vec<String>);

impl NamesOfStates {
    /// The names of these States, with their other names that lists show.
    pub(super) fn of(states: &[State]) -> Self {
        let own = states
            .iter()
            .flat_map(|state| state.aliases.iter().map(String::as_str).chain(state.names.iter()));
        Self(own.map(str::to_owned).collect())
    }

    /// Whether one of them stands on its own in words, in any of their languages: an adjective in
    /// one can be the name in another.
    pub(super) fn stand_in(&self, words: &Names) -> bool {
        words.iter().any(|text| self.0.iter().any(|name| is_named(text, name)))
    }
}

/// Whether a name stands in a text: on its own, where the script of the name has spaces.
fn is_named(text: &str, name: &str) -> bool {
    if !is_unspaced(name) {
        return stands_apart(text, name);
    }
    // "Developing countries" has the letters of a State's name in it.
    text.replace("发展中国家", "").contains(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_named_in_any_language_of_the_words() {
        let told = NamesOfStates(vec!["Ethiopia".into(), "埃塞俄比亚".into(), "中国".into()]);
        let words = |en: &str, zh: &str| Names::from([("en", en), ("zh", zh)]);
        assert!(told.stand_in(&words("hosted the Ethiopian visit", "接待埃塞俄比亚官员出访")));
        assert!(told.stand_in(&words("visited Ethiopia", "")));
        assert!(!told.stand_in(&words("hosted the Ethiopian visit", "")));
        assert!(!told.stand_in(&words("a fund for developing countries", "发展中国家基金")));
    }
}
