//! Guesses the language of a typed text from its letters and its most frequent words, by the table `languages.csv`. A
//! guess is shown in its field, where the user corrects it.

use crate::domain::{fold, words};
use serde::Deserialize;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

/// The beginning of a text that is looked at, in characters: more of it says nothing new.
const LOOKED_AT: usize = 2_000;

/// A line of `languages.csv`.
#[derive(Debug, Deserialize)]
struct Row {
    language: String,
    /// Letters that none of the other languages is written in: single ones and runs such as `Ѐ-ӿ`, parted by `;`.
    letters: String,
    /// Frequent words that none of the others has, parted by `;`.
    words: String,
}

/// A language with its signs.
#[derive(Debug)]
struct Signs {
    language: String,
    letters: Vec<RangeInclusive<char>>,
    /// Folded.
    words: Vec<String>,
}

static LANGUAGES: LazyLock<Vec<Signs>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_str!("languages.csv").as_bytes());
    let rows = reader.deserialize::<Row>().filter_map(Result::ok);
    let several = |cell: &str| -> Vec<String> {
        cell.split(';').filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let signs = |row: Row| Signs {
        letters: several(&row.letters).iter().filter_map(|part| run(part)).collect(),
        words: several(&row.words).iter().map(|word| fold(word)).collect(),
        language: row.language,
    };
    rows.map(signs).collect()
});

/// Reads a run of letters, `a-z`, or a single letter.
fn run(part: &str) -> Option<RangeInclusive<char>> {
    let mut letters = part.chars();
    let first = letters.next()?;
    let last = letters.next_back().unwrap_or(first);
    Some(first..=last)
}

/// Gives the code of the language of a text: the one with most of its letters and words in it. `None` if no language has
/// any, or two have as many.
pub fn language_of(text: &str) -> Option<&'static str> {
    let text: String = text.chars().take(LOOKED_AT).collect();
    let (lower, folded) = (text.to_lowercase(), fold(&text));
    let counted = |signs: &'static Signs| {
        let is_own = |c: &char| signs.letters.iter().any(|run| run.contains(c));
        let letters = lower.chars().filter(is_own).count();
        let words = words(&folded).filter(|word| signs.words.iter().any(|own| own == word));
        (letters + words.count(), signs)
    };
    let all: Vec<(usize, &'static Signs)> = LANGUAGES.iter().map(counted).collect();
    let most = all.iter().map(|(count, _)| *count).max().filter(|most| *most > 0)?;
    let mut first = all.iter().filter(|(count, _)| *count == most);
    let found = first.next()?;
    first.next().is_none().then_some(found.1.language.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_and_frequent_words_tell_a_language() {
        for (text, language) in [
            ("Training of investigators in the use of special techniques", Some("en")),
            ("Formation des enquêteurs aux techniques spéciales", Some("fr")),
            ("L'assistance technique pour l'entraide", Some("fr")),
            ("Capacitación de los investigadores en técnicas especiales", Some("es")),
            ("Legislación sobre la recuperación de activos", Some("es")),
            ("Подготовка следователей", Some("ru")),
            ("تدريب المحققين", Some("ar")),
            ("培训调查人员", Some("zh")),
            ("UNODC培训 of 调查人员", Some("zh")),
            ("The law of 中国 on assets", Some("en")),
            ("UNODC", None),
            ("52", None),
            ("", None),
        ] {
            assert_eq!(language_of(text), language, "{text}");
        }
        // as many signs of one as of the other
        assert_eq!(language_of("the et"), None);
    }

    #[test]
    fn every_line_of_the_table_is_read_and_no_two_languages_share_a_sign() {
        let lines = include_str!("languages.csv").lines().count();
        assert_eq!(LANGUAGES.len(), lines - 1);
        let all = |of: fn(&Signs) -> Vec<String>| {
            let mut all: Vec<String> = LANGUAGES.iter().flat_map(of).collect();
            let count = all.len();
            all.sort_unstable();
            all.dedup();
            (all.len(), count)
        };
        let (words, count) = all(|signs| signs.words.clone());
        assert_eq!(words, count);
        let (letters, count) = all(|signs| {
            let runs = signs.letters.iter().cloned().flatten();
            runs.map(String::from).collect()
        });
        assert_eq!(letters, count);
        assert!(letters > 20_000 && words > 60, "{letters} {words}");
    }
}
