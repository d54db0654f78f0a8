//! A text in the languages that it is known in.

/// A text by language: codes of ISO 639 and what it is in each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByLanguage(Vec<(String, String)>);

impl ByLanguage {
    /// Known in no language.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds what it is in a language; nothing where the text is empty.
    pub fn add(&mut self, language: &str, text: &str) {
        if !text.is_empty() {
            self.0.push((language.to_owned(), text.to_owned()));
        }
    }

    /// What it is in a language; where that is not known, in English, else in the first language that it is known in.
    /// Empty where it is known in none.
    pub fn in_language(&self, code: &str) -> &str {
        let own = |code: &str| self.0.iter().find(|(language, _)| language == code);
        own(code).or_else(|| own("en")).or_else(|| self.0.first()).map_or("", |(_, text)| text)
    }

    /// What it is in each language.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, text)| text.as_str())
    }

    /// Whether it is known in no language.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_given_in_the_language_that_is_asked_for_else_in_english_else_as_it_is() {
        let mut text = ByLanguage::new();
        assert!(text.is_empty() && text.in_language("en").is_empty());
        text.add("zh", "临时议程");
        text.add("fr", "");
        assert_eq!(text.in_language("en"), "临时议程");
        text.add("en", "Provisional agenda");
        assert_eq!(
            ["zh", "en", "fr"].map(|code| text.in_language(code)),
            ["临时议程", "Provisional agenda", "Provisional agenda"]
        );
        assert_eq!(text.all().count(), 2);
    }
}
