//! The words of a text, wherever texts and names are compared word by word: letters and figures in a row. The caller
//! folds first where case and accents shall not count.

/// The words of a text.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether one of the words of a text begins so; `start` may go on over several words.
pub fn has_word_beginning(text: &str, start: &str) -> bool {
    let mut before = ' ';
    text.char_indices().any(|(at, c)| {
        let begins = !before.is_alphanumeric() && c.is_alphanumeric();
        before = c;
        begins && text[at..].starts_with(start)
    })
}

/// Whether a name stands in a text as words of its own: no letter or figure right before or behind it.
pub fn stands_apart(text: &str, name: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(name).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + name.len()..]);
        !part(before.chars().next_back()) && !part(after.chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_letters_and_figures_in_a_row() {
        let all: Vec<&str> = words(" article 13(a): côte-d'or，资产 ").collect();
        assert_eq!(all, ["article", "13", "a", "côte", "d", "or", "资产"]);
        assert_eq!(words("—").count(), 0);
    }

    #[test]
    fn a_beginning_stands_where_a_word_begins() {
        let text = "tanzania (united republic of)";
        for start in ["tanz", "united rep", "of)", "republic"] {
            assert!(has_word_beginning(text, start), "{start}");
        }
        for start in ["nited", "(united", "anzania", "x"] {
            assert!(!has_word_beginning(text, start), "{start}");
        }
        assert!(!has_word_beginning("", ""));
    }

    #[test]
    fn a_name_stands_apart_from_letters_and_figures() {
        assert!(stands_apart("in mali, today", "mali") && stands_apart("mali", "mali"));
        assert!(stands_apart("somalia and mali", "mali"));
        assert!(!stands_apart("somalia", "mali") && !stands_apart("mali2", "mali"));
    }
}
