//! The other spellings of States, in the six official languages of the United Nations, as one table from which every
//! register gets its own.

use super::{Coded, coded, reference};
use crate::text::UNSTATED;

coded! {
    /// The status of a spelling of a State's name.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum NameStatus {
        /// The State's own name in full, as the United Nations list it.
        Official => "official",
        /// A name that the State has given up.
        Former => "former",
        /// A name in use, or one of which nothing else is said.
        Common => "common",
        /// A name that means more than one State in practice: it is proposed and not taken for one.
        Ask => "ask",
    }
}

/// A way to write the name of a State.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// The name as it is written.
    pub text: String,
    /// The code of its language; `und` where that is not stated.
    pub language: String,
    /// How it is regarded.
    pub status: NameStatus,
}

impl Spelling {
    /// A spelling as the table writes it: before the name and a colon may stand the code of a language and the code of
    /// how it is regarded. Without them, it is a common name in the language that its letters tell.
    pub fn read(entry: &str) -> Self {
        let (marks, text) = entry.split_once(':').unwrap_or(("", entry));
        let (text, mut language, mut status) = (text.trim(), None, NameStatus::Common);
        for mark in marks.split_whitespace() {
            match NameStatus::from_code(mark) {
                Some(known) => status = known,
                None => language = Some(mark),
            }
        }
        let language = language.unwrap_or_else(|| language_of(text));
        Self { text: text.to_owned(), language: language.to_owned(), status }
    }
}

/// The code of the one language of the United Nations that is written in the letters of a name; `und` where several
/// are.
fn language_of(name: &str) -> &'static str {
    let has = |from: char, to: char| name.contains(|c| (from..=to).contains(&c));
    match () {
        () if has('\u{2e80}', '\u{9fff}') => "zh",
        () if has('\u{400}', '\u{4ff}') => "ru",
        () if has('\u{600}', '\u{6ff}') => "ar",
        () => UNSTATED,
    }
}

/// A State and its other spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateNames {
    /// ISO 3166 alpha-3; `EU` for the European Union.
    pub code: &'static str,
    /// The spellings. For a State that `states.csv` lacks, the first is its name.
    pub spellings: Vec<Spelling>,
}

impl StateNames {
    /// The spellings that mean this State alone: all but those about which is asked.
    pub fn taken(&self) -> impl Iterator<Item = &Spelling> {
        self.spellings.iter().filter(|spelling| spelling.status != NameStatus::Ask)
    }
}

/// All States that the United Nations have as members or observers, and parties to the Convention beside them, in
/// the order of their codes.
pub fn state_names() -> Vec<StateNames> {
    let lines = include_str!("reference/state-names.txt").lines();
    let stated = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    stated
        .map(|line| {
            let mut parts = line.split('|').map(str::trim);
            let code = parts.next().unwrap_or_default();
            StateNames {
                code,
                spellings: parts.filter(|part| !part.is_empty()).map(Spelling::read).collect(),
            }
        })
        .collect()
}

/// The other names of a State in `states.csv`, which lists show beside its name: in Chinese, or else in English.
pub fn other_names(aliases: &str) -> impl Iterator<Item = Spelling> {
    reference::parts(aliases).map(|name| {
        let mut spelling = Spelling::read(name);
        if spelling.language == UNSTATED {
            "en".clone_into(&mut spelling.language);
        }
        spelling
    })
}

#[cfg(test)]
mod tests {
    use super::super::{fold, reference, words};
    use super::*;
    use std::collections::{BTreeSet, HashMap};

    /// A spelling as words are compared, more or less: folded, without apostrophes, hyphens and points.
    fn compared(spelling: &str) -> String {
        let folded = fold(spelling).replace('\'', "");
        words(&folded).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn b5_no_spelling_is_listed_that_is_compared_as_another_of_its_state() {
        let mut twice = Vec::new();
        for state in state_names() {
            let own = |row: &&reference::StateRow| [&*row.iso3, &*row.iso2].contains(&state.code);
            let rows = reference::states();
            let row = rows.iter().find(own);
            let named = row.into_iter().flat_map(|row| row.name.iter().map(fold));
            let mut known: BTreeSet<String> = named.collect();
            let again = state.spellings.into_iter().filter(|one| !known.insert(fold(&one.text)));
            twice.extend(again.map(|one| one.text));
        }
        assert!(twice.is_empty(), "{twice:?}");
    }

    #[test]
    fn no_spelling_name_or_code_stands_under_two_states() {
        let mut owners: HashMap<String, BTreeSet<String>> = HashMap::new();
        let mut own = |spelling: &str, code: &str| {
            if !spelling.is_empty() {
                owners.entry(compared(spelling)).or_default().insert(code.to_owned());
            }
        };
        for row in reference::states() {
            let code = if row.iso3.is_empty() { &row.iso2 } else { &row.iso3 };
            let codes = [&*row.iso2, &row.iso3].into_iter();
            for name in codes.chain(row.name.iter()).chain(reference::parts(&row.aliases)) {
                own(name, code);
            }
        }
        let mut asked: HashMap<String, BTreeSet<&str>> = HashMap::new();
        for state in state_names() {
            for spelling in &state.spellings {
                if spelling.status == NameStatus::Ask {
                    asked.entry(compared(&spelling.text)).or_default().insert(state.code);
                } else {
                    own(&spelling.text, state.code);
                }
            }
        }
        let twice: Vec<_> = owners.iter().filter(|(_, codes)| codes.len() > 1).collect();
        assert!(twice.is_empty(), "{twice:?}");
        // A spelling about which is asked means several States, and none of them alone.
        assert!(asked.len() >= 4, "{asked:?}");
        for (spelling, codes) in asked {
            assert!(codes.len() > 1 && !owners.contains_key(&spelling), "{spelling} {codes:?}");
        }
    }

    #[test]
    fn every_state_of_the_reference_has_its_line_and_every_spelling_is_clean() {
        let all = state_names();
        assert!(all.is_sorted_by(|a, b| a.code < b.code), "in the order of codes, none twice");
        let codes: BTreeSet<&str> = all.iter().map(|state| state.code).collect();
        for row in reference::states() {
            let code = if row.iso3.is_empty() { &row.iso2 } else { &row.iso3 };
            assert!(codes.contains(&**code), "{code}");
        }
        assert_eq!(all.len(), 198, "193 members, two observers, two others, the European Union");
        let spellings = || all.iter().flat_map(|state| &state.spellings);
        assert!(spellings().count() >= 1_400, "{}", spellings().count());
        for spelling in spellings() {
            assert_eq!(spelling.text, super::super::clean_line(&spelling.text));
            let languages = ["en", "fr", "es", "ru", "ar", "zh", "pt", UNSTATED];
            assert!(languages.contains(&&*spelling.language), "{spelling:?}");
        }
        for state in &all {
            for code in ["ru", "ar"] {
                assert!(
                    state.spellings.iter().any(|s| s.language == code),
                    "{}: {code}",
                    state.code
                );
            }
        }
    }

    #[test]
    fn states_have_the_spellings_of_each_language() {
        let of = |code: &str| -> Vec<String> {
            let state = state_names().into_iter().find(|state| state.code == code);
            state.unwrap().spellings.into_iter().map(|spelling| spelling.text).collect()
        };
        for (word, code) in [
            ("République du Niger", "NER"),
            ("Bután", "BTN"),
            ("Botsuana", "BWA"),
            ("Fiyi", "FJI"),
            ("Lesoto", "LSO"),
            ("Malaui", "MWI"),
            ("Catar", "QAT"),
            ("Zimbabue", "ZWE"),
            ("Trinidad y Tobago", "TTO"),
            ("التشيك", "CZE"),
            ("الإكوادور", "ECU"),
            ("موزمبيق", "MOZ"),
            ("زيمبابوي", "ZWE"),
            ("الغابون", "GAB"),
            ("مالطا", "MLT"),
            ("لوكسمبورغ", "LUX"),
            ("Конго (Браззавиль)", "COG"),
            ("Конго (Киншаса)", "COD"),
            ("剛果（布拉薩）", "COG"),
            ("剛果（金夏沙）", "COD"),
        ] {
            assert!(of(code).iter().any(|spelling| spelling == word), "{word}: {code}");
        }
        // The user is asked about a word with which the names of both begin.
        for word in ["Korea", "Corée", "Corea", "Корея", "كوريا"] {
            for code in ["KOR", "PRK"] {
                assert!(
                    of(code).iter().any(|spelling| spelling.starts_with(word)),
                    "{word} {code}"
                );
            }
        }
    }

    #[test]
    fn a_name_that_a_state_has_given_up_is_marked_so() {
        let all = state_names();
        let status = |code: &str, name: &str| {
            let state = all.iter().find(|state| state.code == code).unwrap();
            state.spellings.iter().find(|one| one.text == name).unwrap().status
        };
        for (code, name) in
            [("BFA", "Upper Volta"), ("GHA", "Gold Coast"), ("MKD", "FYR Macedonia")]
        {
            assert_eq!(status(code, name), NameStatus::Former, "{name}");
        }
        assert_eq!(status("PRK", "Korea"), NameStatus::Ask);
        assert_eq!(status("BFA", "Burkina"), NameStatus::Common);
    }

    #[test]
    fn a_spelling_has_the_marks_that_stand_before_it() {
        let read = |entry: &str| {
            let Spelling { text, language, status } = Spelling::read(entry);
            (text, language, status.code())
        };
        let is =
            |text: &str, language: &str, status| (text.to_owned(), language.to_owned(), status);
        assert_eq!(read("former en: Upper Volta"), is("Upper Volta", "en", "former"));
        assert_eq!(read("fr:Haute-Volta"), is("Haute-Volta", "fr", "common"));
        assert_eq!(read("ask:Congo"), is("Congo", "und", "ask"));
        assert_eq!(read("布吉納法索"), is("布吉納法索", "zh", "common"));
        let names: Vec<_> =
            other_names("Turkey; 韩国").map(|one| (one.text, one.language)).collect();
        assert_eq!(names, [("Turkey".into(), "en".into()), ("韩国".into(), "zh".into())]);
    }
}
