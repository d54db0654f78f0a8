//! Puts the texts of needs together.

use super::dice::Dice;
use super::language::Language;
use super::slot::Slot;
use super::words::{Theme, Words, chapter_of, words};
use crate::domain::Article;
use std::collections::HashSet;

/// How many texts are remembered, so that a register of the note's size hardly repeats one.
const REMEMBERED: usize = 16_384;

/// The words of all languages and the texts that have been written.
pub(super) struct Writer {
    english: Words,
    others: [(Language, Words); 5],
    written: HashSet<String>,
}

impl Writer {
    /// With nothing written.
    pub(super) fn new() -> Self {
        let others = [
            Language::Chinese,
            Language::French,
            Language::Spanish,
            Language::Russian,
            Language::Arabic,
        ];
        Self {
            english: words(Language::English),
            others: others.map(|language| (language, words(language))),
            written: HashSet::new(),
        }
    }

    /// The words of officers' notes and remarks about a text in a language: its own, or English
    /// where it has none.
    pub(super) fn remarks(&self, language: Language) -> &Words {
        let own = self.others.iter().find(|other| other.0 == language).map(|other| &other.1);
        own.filter(|words| !words.notes.is_empty()).unwrap_or(&self.english)
    }

    /// The text of a need of a State that writes in a language, and the language of the text: the
    /// themes that the note describes are told in its terms, in English.
    pub(super) fn text(
        &mut self,
        slot: &Slot,
        themes: &[Theme],
        spoken: Language,
        dice: &mut Dice,
    ) -> (String, Language) {
        let theme = slot.themes.last();
        let theme = theme.and_then(|name| themes.iter().find(|theme| theme.code == *name));
        let own = dice.in_thousand(if spoken == Language::Chinese { 900 } else { 620 });
        let language = if own && theme.is_none() { spoken } else { Language::English };
        let words = self.others.iter().find(|other| other.0 == language);
        let words = words.map_or(&self.english, |other| &other.1);
        let mut text = compose(slot, theme, language, words, dice);
        for _ in 0..8 {
            if !self.written.contains(&text) {
                break;
            }
            text = compose(slot, theme, language, words, dice);
        }
        if self.written.len() < REMEMBERED {
            self.written.insert(text.clone());
        }
        (text, language)
    }
}

fn compose(
    slot: &Slot,
    theme: Option<&Theme>,
    language: Language,
    words: &Words,
    dice: &mut Dice,
) -> String {
    let first: Option<Article> = slot.articles.iter().next();
    let mut drawn = |from: Option<&Vec<String>>| -> String {
        from.and_then(|texts| dice.pick(texts)).cloned().unwrap_or_default()
    };
    let matter = drawn(words.matters.get(&first.map_or(0, Article::number)));
    let bodies = words.bodies.get(chapter_of(first));
    let body = drawn(bodies);
    let mut other = drawn(bodies);
    if other == body {
        other = bodies.and_then(|all| all.iter().find(|b| **b != body)).cloned().unwrap_or(other);
    }
    let tail = drawn(Some(&words.tails));
    let sentence = match theme {
        // A theme's sentence is whole by itself; an addition keeps two States' texts apart.
        Some(theme) => drawn(Some(&theme.sentences)) + "{tail}",
        None => drawn(words.frames.get(kind(slot.category))),
    };
    let end = if language == Language::Chinese { "。" } else { "." };
    let text = sentence
        .replace("{matter}", &matter)
        .replace("{body}", &body)
        .replace("{body2}", &other)
        .replace("{tail}", &tail);
    text + end
}

/// The kind of assistance that a category of either cycle asks for.
fn kind(category: Option<&str>) -> &'static str {
    match category {
        Some("C1-1" | "C2-LA") => "law",
        Some("C1-2") => "model",
        Some("C1-3" | "C2-PM") => "plan",
        Some("C1-4") => "practices",
        Some("C1-5") => "treaty",
        Some("C1-6" | "C2-CB") => "capacity",
        Some("C1-7") => "expert",
        Some("C1-8") => "technology",
        Some("C2-IB") => "institution",
        Some("C2-RD") => "research",
        Some("C2-IC") => "cooperation",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::themes;
    use super::*;
    use crate::domain::clean_line;

    #[test]
    fn a_text_is_clean_complete_and_in_its_language() {
        let mut writer = Writer::new();
        let mut dice = Dice::new(1, 1);
        let slot = Slot {
            review: 0,
            articles: Article::new(44).into_iter().collect(),
            category: Some("C1-6"),
            themes: Vec::new(),
        };
        let mut seen = HashSet::new();
        for _ in 0..100 {
            let (text, language) = writer.text(&slot, &[], Language::Chinese, &mut dice);
            assert_eq!(clean_line(&text), text);
            assert!(!text.contains(['{', '}']));
            assert_eq!(text.ends_with('。'), language == Language::Chinese);
            assert_eq!(text.contains("引渡"), language == Language::Chinese);
            seen.insert(language.code());
        }
        assert_eq!(seen, HashSet::from(["zh", "en"]));
    }

    #[test]
    fn a_theme_is_told_in_its_own_words() {
        let slot = Slot {
            review: 0,
            articles: Article::new(13).into_iter().collect(),
            category: Some("C2-LA"),
            themes: vec!["NGO law".to_owned()],
        };
        let (text, language) =
            Writer::new().text(&slot, &themes(), Language::French, &mut Dice::new(1, 1));
        assert!(text.contains("non-governmental organizations"), "{text}");
        assert_eq!(language, Language::English);
    }
}
