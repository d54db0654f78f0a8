//! The words that the sample's texts are put together from: tables beside this file, one for each
//! language, with sentences, the matters of each article, bodies and additions.

use super::language::Language;
use crate::domain::{Article, Chapter, Coded, reference};
use crate::text::Names;
use serde::Deserialize;
use std::collections::HashMap;

/// The words of one language.
#[derive(Default)]
pub(super) struct Words {
    /// Sentences by the kind of assistance.
    pub(super) frames: HashMap<String, Vec<String>>,
    /// The matters of an article, by its number; 0 for a need without one.
    pub(super) matters: HashMap<u8, Vec<String>>,
    /// The bodies that ask, by the code of the chapter.
    pub(super) bodies: HashMap<&'static str, Vec<String>>,
    /// The ends of sentences; many are empty.
    pub(super) tails: Vec<String>,
    /// An officer's notes.
    pub(super) notes: Vec<String>,
    /// The notes on batches of changes.
    pub(super) remarks: Vec<String>,
}

#[derive(Deserialize)]
struct Row {
    part: String,
    key: String,
    text: String,
}

/// A theme with the sentences that say it.
pub(super) struct Theme {
    /// Its name in English, by which everything else knows it.
    pub(super) code: String,
    pub(super) names: Names,
    pub(super) sentences: Vec<String>,
}

#[derive(Deserialize)]
struct ThemeRow {
    name_en: String,
    text: String,
}

/// The words of a language.
pub(super) fn words(language: Language) -> Words {
    let table = match language {
        Language::English => include_str!("words/en.csv"),
        Language::Chinese => include_str!("words/zh.csv"),
        Language::French => include_str!("words/fr.csv"),
        Language::Spanish => include_str!("words/es.csv"),
        Language::Russian => include_str!("words/ru.csv"),
        Language::Arabic => include_str!("words/ar.csv"),
    };
    let mut words = Words::default();
    let rows = csv::Reader::from_reader(table.as_bytes()).into_deserialize::<Row>();
    for Row { part, key, text } in rows.filter_map(Result::ok) {
        match part.as_str() {
            "frame" => words.frames.entry(key).or_default().push(text),
            "matter" => {
                words.matters.entry(key.parse().unwrap_or(0)).or_default().push(text);
            }
            "body" => {
                // A body without a chapter can ask for anything.
                for chapter in Chapter::ALL.iter().filter(|c| key.is_empty() || key == c.code()) {
                    words.bodies.entry(chapter.code()).or_default().push(text.clone());
                }
            }
            "tail" => words.tails.push(text),
            "note" => words.notes.push(text),
            _ => words.remarks.push(text),
        }
    }
    if language == Language::Chinese {
        for row in reference::articles() {
            let title = row.title.get(language.code()).unwrap_or_default();
            let matter = format!("《公约》第{}条（{title}）", chinese_number(row.number));
            words.matters.entry(row.number).or_default().push(matter);
        }
    }
    words
}

/// The themes in the order of their table.
pub(super) fn themes() -> Vec<Theme> {
    let table = include_str!("words/themes.csv");
    let mut themes: Vec<Theme> = Vec::new();
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let head = reader.headers().cloned().unwrap_or_default();
    for record in reader.records().filter_map(Result::ok) {
        let Ok(ThemeRow { name_en: code, text }) = record.deserialize(Some(&head)) else {
            continue;
        };
        if let Some(theme) = themes.iter_mut().find(|theme| theme.code == code) {
            theme.sentences.push(text);
        } else {
            let names = reference::by_language("name", &head, &record);
            themes.push(Theme { code, names, sentences: vec![text] });
        }
    }
    themes
}

/// A number below 100 as documents of the United Nations write article numbers: 四十四.
fn chinese_number(number: u8) -> String {
    const FIGURES: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (usize::from(number / 10) % 10, usize::from(number % 10));
    let tens = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        _ => format!("{}十", FIGURES[tens]),
    };
    tens + FIGURES[ones]
}

/// The chapter whose bodies ask for something under these articles: the bodies of the justice and
/// of the financial system also where they are under prevention; chapter III for none.
pub(super) fn chapter_of(first: Option<Article>) -> &'static str {
    match first.map(Article::number) {
        Some(11) | None => Chapter::III.code(),
        Some(14) => Chapter::V.code(),
        _ => first.map_or(Chapter::III, Article::chapter).code(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::clean_line;

    const LANGUAGES: [Language; 6] = [
        Language::English,
        Language::Chinese,
        Language::French,
        Language::Spanish,
        Language::Russian,
        Language::Arabic,
    ];

    #[test]
    fn every_language_has_every_kind_and_every_article_under_review() {
        let english = words(Language::English);
        for language in LANGUAGES {
            let words = words(language);
            assert!(english.frames.keys().all(|kind| words.frames.contains_key(kind)));
            assert!((5..=59).chain([0]).all(|number| words.matters.contains_key(&number)));
            assert!(["II", "III", "IV", "V"].iter().all(|c| words.bodies[c].len() > 3));
            assert!(words.tails.iter().any(String::is_empty));
        }
    }

    #[test]
    fn every_placeholder_is_known_and_every_word_is_clean() {
        let mut all: Vec<String> = themes().into_iter().flat_map(|theme| theme.sentences).collect();
        for language in LANGUAGES {
            let words = words(language);
            all.extend(words.frames.into_values().flatten());
            all.extend(words.matters.into_values().flatten());
            all.extend(words.notes.into_iter().chain(words.remarks));
        }
        for text in all {
            assert_eq!(clean_line(&text), text);
            let filled = ["{matter}", "{body}", "{body2}", "{tail}"]
                .iter()
                .fold(text.clone(), |text, name| text.replace(name, ""));
            assert!(!filled.contains(['{', '}']), "{text}");
        }
    }

    #[test]
    fn article_numbers_are_written_as_chinese_documents_do() {
        let written = [5, 10, 13, 20, 44, 52].map(chinese_number);
        assert_eq!(written, ["五", "十", "十三", "二十", "四十四", "五十二"]);
    }
}
