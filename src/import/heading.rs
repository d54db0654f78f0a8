//! The meaning of a heading, by the table `headings.csv` and the names of the fields in every language: without case,
//! accents, plural, footnote marks and signs.

use super::target::{Meaning, Target};
use crate::domain::{Coded, fold, words};
use crate::fields::RecordField;
use crate::text::{Lang, Text};
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A line of `headings.csv`: headings are parted by `;`.
#[derive(Debug, Deserialize)]
struct Row {
    target: String,
    means: String,
    /// The names that the program's own exports have.
    names: String,
    en: String,
    fr: String,
    es: String,
    ru: String,
    ar: String,
    zh: String,
}

impl Row {
    fn headings(&self) -> impl Iterator<Item = &str> {
        let all = [&self.names, &self.en, &self.fr, &self.es, &self.ru, &self.ar, &self.zh];
        all.into_iter().flat_map(|cell| cell.split(';')).filter(|one| !one.trim().is_empty())
    }
}

/// Every heading in the form that it is compared in, by list.
static HEADINGS: LazyLock<HashMap<(Target, String), Meaning>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_str!("headings.csv").as_bytes());
    let mut all = HashMap::new();
    for row in reader.deserialize::<Row>().filter_map(Result::ok) {
        let Some(target) = Target::from_code(&row.target) else { continue };
        let Some(meaning) = Meaning::from_code(target, &row.means) else { continue };
        for heading in row.headings() {
            all.entry((target, compared(heading))).or_insert(meaning);
        }
    }
    for target in Target::ALL {
        let kept_out = |field: &RecordField| all.contains_key(&(*target, compared(field.code())));
        let fields: Vec<RecordField> = RecordField::of(target.kind())
            .iter()
            .copied()
            .filter(|field| !field.is_itself() && !field.is_kept() && !kept_out(field))
            .collect();
        for field in fields {
            all.entry((*target, compared(field.code()))).or_insert(Meaning::Field(field));
            for lang in Lang::ALL {
                let name = field.in_words(Text::of(*lang));
                all.entry((*target, compared(&name))).or_insert(Meaning::Field(field));
            }
        }
    }
    all
});

/// The languages that may stand behind a heading, as in `text_en`.
const LANGUAGES: [&str; 6] = ["en", "fr", "es", "ru", "ar", "zh"];

/// A heading in the form that it is compared in: folded words, each without a plural `s`.
fn compared(heading: &str) -> String {
    let folded = fold(heading).replace("(s)", "").replace("(es)", "");
    words(&folded).map(singular).collect::<Vec<_>>().join(" ")
}

/// A heading (as compared) without the figure of a footnote, behind a blank or behind the word.
fn without_footnote(compared: &str) -> &str {
    compared.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end()
}

/// A word without the `s` of its plural.
fn singular(word: &str) -> &str {
    let is_long = word.len() > 3 && word.is_ascii() && !word.ends_with("ss");
    word.strip_suffix('s').filter(|_| is_long).unwrap_or(word)
}

/// Gives the meaning of a heading in a file of a list; `None` for an unknown one.
pub(super) fn meaning_of(target: Target, heading: &str) -> Option<Meaning> {
    let find = |heading: &str| {
        let compared = compared(heading);
        let bare = without_footnote(&compared).to_owned();
        let known = |heading: String| HEADINGS.get(&(target, heading)).copied();
        if bare.is_empty() { None } else { known(compared).or_else(|| known(bare)) }
    };
    if let Some(found) = find(heading) {
        return Some(found);
    }
    // Without the words in brackets, as in "State (under review)"; without the language, as in `text_en`.
    let outside = heading.split(['(', '（', '[']).next().unwrap_or(heading);
    if outside.len() < heading.len()
        && let Some(found) = find(outside)
    {
        return Some(found);
    }
    let (before, language) = heading.trim().rsplit_once(['_', '.', ' ', '-'])?;
    let language = LANGUAGES.iter().find(|own| **own == fold(language))?;
    match find(before)? {
        Meaning::ByLanguage(base) => {
            target.field(&format!("{base}.{language}")).map(Meaning::Field)
        }
        found => Some(found),
    }
}

/// Whether two headings are compared as equal.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    compared(one) == compared(other)
}

/// Gives the form by which the headings of a file are remembered: the same for the same headings in whatever case.
pub fn key_of_headings<'a>(headings: impl IntoIterator<Item = &'a str>) -> String {
    headings.into_iter().map(compared).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn means(target: Target, heading: &str) -> &'static str {
        meaning_of(target, heading).map_or("", Meaning::code)
    }

    #[test]
    fn headings_are_known_in_six_languages_and_spellings() {
        for (heading, code) in [
            ("State", "state"),
            ("STATES", "state"),
            ("State(s)", "state"),
            ("State*", "state"),
            ("State 1", "state"),
            ("State (under review)", "state"),
            ("SuR", "state"),
            ("To", "state"),
            ("État", "state"),
            ("Государство", "state"),
            ("الدولة", "state"),
            ("国家", "state"),
            ("ISO3", "state-code"),
            ("Article(s)", "article"),
            ("Catégorie", "category"),
            ("Besoin", "text"),
            ("need_text_verbatim", "text"),
            ("Потребность", "text"),
            ("النص", "text"),
            ("需求", "text"),
            ("identified_on", "identified"),
            ("duplicate_of", "duplicate"),
            ("Focal point", "focal"),
            ("Paragraph no.", "paragraph"),
            ("document_symbol", "document"),
            ("From-Rgrp", "left-out"),
            ("text_en", "text"),
            ("gloss_en", ""),
            ("", ""),
            ("Ghana", ""),
        ] {
            assert_eq!(means(Target::Needs, heading), code, "{heading}");
        }
        assert_eq!(means(Target::People, "post_fr"), "post.fr");
        assert_eq!(means(Target::People, "Post"), "post");
        assert_eq!(means(Target::People, "role"), "left-out", "an import gives no rights");
        assert_eq!(means(Target::People, "key"), "left-out");
        assert_eq!(means(Target::Reviews, "completed_on"), "executive-summary");
        assert_eq!(means(Target::Activities, "providers"), "provider");
    }

    #[test]
    fn every_line_of_the_table_is_read_and_no_heading_means_two() {
        let mut reader = csv::Reader::from_reader(include_str!("headings.csv").as_bytes());
        let mut seen: HashMap<(Target, String), String> = HashMap::new();
        for row in reader.deserialize::<Row>() {
            let row = row.unwrap();
            let target = Target::from_code(&row.target).unwrap();
            let meaning = Meaning::from_code(target, &row.means);
            assert!(meaning.is_some(), "{} {}", row.target, row.means);
            for heading in row.headings() {
                let known = seen.insert((target, compared(heading)), row.means.clone());
                let is_other = known.is_some_and(|known| known != row.means);
                assert!(!is_other, "{} {heading}", row.target);
            }
        }
    }

    #[test]
    fn files_with_the_same_headings_are_remembered_as_one() {
        let key = |headings: [&'static str; 2]| key_of_headings(headings);
        assert_eq!(key(["State", "Text"]), key(["STATES ", "text"]));
        assert_ne!(key(["State", "Text"]), key(["Text", "State"]));
    }
}
