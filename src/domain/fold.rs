//! How text is compared: without case, accents and vowel marks, in every script.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The form of a text that searches and names are compared in: decomposed (NFKD), without
/// combining marks (accents, Arabic vowel marks and tatweel), lower case.
///
/// Chinese characters stay as they are, so that any substring of them can be found.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkd()
        .filter(|c| !is_combining_mark(*c) && *c != '\u{640}')
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_vowel_marks_do_not_count() {
        assert_eq!(fold("Côte d'Ivoire"), "cote d'ivoire");
        assert_eq!(fold("ПРЕДУПРЕЖДЕНИЕ Ёлка"), "предупреждение елка");
        assert_eq!(fold("مُكافَحَة"), "مكافحة");
        assert_eq!(fold("资产追回"), "资产追回");
        assert_eq!(fold("Ελλάδα"), "ελλαδα");
    }
}
