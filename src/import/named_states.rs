//! The States that a cell can name: those of the register by every name, code and spelling, those that the program knows
//! beside them, and the names that mean no State.

use super::names_of_none::NOT_NAMED;
use super::staged::StateOf;
use crate::domain::{NameStatus, StateNames, fold, is_unspaced, nearest, state_names, words};
use crate::query::register::Vocabulary;
use crate::text::{Lang, Named};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

/// The States that the program knows with their spellings, read once.
static KNOWN: LazyLock<Vec<StateNames>> = LazyLock::new(state_names);

/// A line of `places.csv`: a name that is not taken for one State.
#[derive(Debug, Deserialize)]
struct PlaceRow {
    name: String,
    /// `ask`, `territory` or `part`.
    means: String,
    /// The codes of the States that it can mean, the likeliest first, or of the State that it is a part of.
    states: String,
}

/// The meaning of one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// One State.
    State(StateOf),
    /// One of several States, the likeliest first.
    Ask(Vec<StateOf>),
    /// A State that the source does not name.
    NotNamed,
    /// A territory.
    Territory,
    /// A part of the State with this code.
    PartOf(String),
}

/// The names of States in the form in which they are compared.
#[derive(Clone, Debug)]
pub(super) struct NamedStates {
    names: HashMap<String, Name>,
    /// Names by their words in the order of letters; `None` where two States have the same.
    by_words: HashMap<String, Option<StateOf>>,
    /// The folded names of the States of the register with the names to show.
    near: Vec<(String, String)>,
    /// The names to show, by State.
    shown: BTreeMap<StateOf, [String; Lang::COUNT]>,
    not_named: StateOf,
}

impl NamedStates {
    /// The names that the States of a register have, and those of the States that it lacks.
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let unnamed = vocabulary.states.iter().find(|state| state.unnamed);
        let not_named = unnamed.map_or(StateOf::NotNamed, |state| StateOf::Known(state.id));
        let mut all = Self {
            names: HashMap::new(),
            by_words: HashMap::new(),
            near: Vec::new(),
            shown: BTreeMap::new(),
            not_named,
        };
        for state in &vocabulary.states {
            let of = StateOf::Known(state.id);
            let shown = Lang::ALL.iter().map(|lang| state.in_lang(*lang).to_owned());
            all.show(&of, shown.collect());
            if state.unnamed {
                let names: Vec<&str> = state.names.iter().collect();
                names.iter().for_each(|name| all.add(name, &Name::State(of.clone())));
                continue;
            }
            let names = state.names.iter().chain(state.aliases.iter().map(String::as_str));
            let codes = [state.iso2.as_str(), &state.iso3].into_iter();
            for name in codes.chain(names).chain(state.spellings.written()) {
                all.add_state(name, &of);
                all.near.push((fold(name), state.in_lang(Lang::default()).to_owned()));
            }
        }
        all.add_beyond(vocabulary);
        all.add_asked(vocabulary);
        all.add_places(vocabulary);
        for name in NOT_NAMED {
            all.add(name, &Name::NotNamed);
        }
        all
    }

    /// These names with spellings of one file, each with the code or name of the State that it means there.
    pub(super) fn with(mut self, own: &BTreeMap<String, String>) -> Self {
        for (spelling, state) in own {
            if let Some(Name::State(of)) = self.find(state).map(|(name, _)| name) {
                self.names.insert(key(spelling), Name::State(of));
            }
        }
        self
    }

    fn show(&mut self, of: &StateOf, names: Vec<String>) {
        if let Ok(names) = names.try_into() {
            self.shown.insert(of.clone(), names);
        }
    }

    fn add(&mut self, name: &str, meaning: &Name) {
        let key = key(name);
        if !key.is_empty() {
            self.names.entry(key).or_insert_with(|| meaning.clone());
        }
    }

    fn add_state(&mut self, name: &str, of: &StateOf) {
        self.add(name, &Name::State(of.clone()));
        if let Some(sorted) = sorted(name) {
            let entry = self.by_words.entry(sorted).or_insert_with(|| Some(of.clone()));
            if entry.as_ref() != Some(of) {
                *entry = None;
            }
        }
    }

    /// Adds the States that the program knows and the register lacks.
    fn add_beyond(&mut self, vocabulary: &Vocabulary) {
        for state in KNOWN.iter() {
            if known(vocabulary, state.code).is_some() || state.code.len() != 3 {
                continue;
            }
            let of = StateOf::Beyond(state.code);
            let name = |lang: &Lang| {
                let own = state.spellings.iter().find(|one| one.language == lang.code());
                own.or(state.spellings.first())
                    .map_or(state.code, |one| one.text.as_str())
                    .to_owned()
            };
            let names = Lang::ALL.iter().map(name).collect();
            self.show(&of, names);
            self.add_state(state.code, &of);
            for spelling in state.taken() {
                self.add_state(&spelling.text, &of);
            }
        }
    }

    /// Adds the spellings that mean several States in practice.
    fn add_asked(&mut self, vocabulary: &Vocabulary) {
        let mut asked: BTreeMap<String, Vec<StateOf>> = BTreeMap::new();
        for state in KNOWN.iter() {
            let of = of_code(vocabulary, state.code);
            let spellings = state.spellings.iter();
            for spelling in spellings.filter(|one| one.status == NameStatus::Ask) {
                asked.entry(key(&spelling.text)).or_default().extend(of.clone());
            }
        }
        for (key, states) in asked.into_iter().filter(|(_, states)| !states.is_empty()) {
            self.names.insert(key, Name::Ask(states));
        }
    }

    /// Adds the names of `places.csv`. Those that are asked about go before a name of one State.
    fn add_places(&mut self, vocabulary: &Vocabulary) {
        let mut reader = csv::Reader::from_reader(include_str!("places.csv").as_bytes());
        for row in reader.deserialize::<PlaceRow>().filter_map(Result::ok) {
            let codes = row.states.split(';').filter(|code| !code.is_empty());
            match row.means.as_str() {
                "ask" => {
                    let states: Vec<StateOf> =
                        codes.filter_map(|code| of_code(vocabulary, code)).collect();
                    self.names.insert(key(&row.name), Name::Ask(states));
                }
                "part" => self.add(&row.name, &Name::PartOf(row.states.clone())),
                _ => self.add(&row.name, &Name::Territory),
            }
        }
    }

    /// The State that a source does not name.
    pub(super) fn not_named(&self) -> &StateOf {
        &self.not_named
    }

    /// The names of a State to show, in each language of the program.
    pub(super) fn shown(&self, of: &StateOf) -> [String; Lang::COUNT] {
        self.shown.get(of).cloned().unwrap_or_default()
    }

    /// The name in the program's languages of the State with a code, or the code.
    pub(super) fn shown_by_code(&self, code: &str) -> [String; Lang::COUNT] {
        match self.names.get(&key(code)) {
            Some(Name::State(of)) => self.shown(of),
            _ => std::array::from_fn(|_| code.to_owned()),
        }
    }

    /// The meaning of a name that is written alone, and whether a footnote mark was taken off. No name is taken for the
    /// beginning of another one.
    pub(super) fn find(&self, name: &str) -> Option<(Name, bool)> {
        let own = key(name);
        if own.is_empty() {
            return None;
        }
        let exact = |key: &str| self.names.get(key).cloned();
        if let Some(found) = exact(&own).or_else(|| without_the(name).and_then(|bare| exact(&bare)))
        {
            return Some((found, has_mark(name)));
        }
        let by_words =
            sorted(name).and_then(|sorted| self.by_words.get(&sorted).cloned().flatten());
        if let Some(of) = by_words {
            return Some((Name::State(of), has_mark(name)));
        }
        let bare = own.trim_end_matches(|c: char| c.is_ascii_digit());
        (bare.len() < own.len()).then(|| exact(bare)).flatten().map(|found| (found, true))
    }

    /// The name of the State that is nearest to a word, if the word can be it misspelt.
    pub(super) fn near(&self, word: &str) -> Option<&str> {
        let folded = fold(word.trim());
        let all = self.near.iter().map(|(name, shown)| (name.as_str(), shown.as_str()));
        nearest(&folded, all)
    }
}

fn known<'a>(vocabulary: &'a Vocabulary, code: &str) -> Option<&'a crate::query::register::State> {
    vocabulary.states.iter().find(|state| state.iso3 == code || state.iso2 == code)
}

/// The State with a code: of the register, or else of those that the program knows.
fn of_code(vocabulary: &Vocabulary, code: &str) -> Option<StateOf> {
    let here = known(vocabulary, code).map(|state| StateOf::Known(state.id));
    let beyond = || KNOWN.iter().find(|state| state.code == code);
    here.or_else(|| beyond().map(|state| StateOf::Beyond(state.code)))
}

/// A name in the form in which it is compared: folded, its words in one piece, `&` as "and", "St" as "Saint".
fn key(name: &str) -> String {
    key_of_words(&fold(name).replace('&', " and "))
}

fn key_of_words(folded: &str) -> String {
    let full = |word| if word == "st" { "saint" } else { word };
    words(folded).map(full).collect()
}

/// The form in which a name is compared, without "the" at its beginning or end.
fn without_the(name: &str) -> Option<String> {
    let folded = fold(name).replace('&', " and ");
    let mut all: Vec<&str> = words(&folded).collect();
    let before = all.len();
    if all.first() == Some(&"the") {
        all.remove(0);
    }
    if all.last() == Some(&"the") {
        all.pop();
    }
    (all.len() < before && !all.is_empty()).then(|| key_of_words(&all.join(" ")))
}

/// The words of a name of several words in the order of letters, without those that only join them.
fn sorted(name: &str) -> Option<String> {
    const JOINING: [&str; 4] = ["the", "of", "and", "a"];
    let folded = fold(name).replace('&', " and ");
    let full = |word| if word == "st" { "saint" } else { word };
    let mut all: Vec<&str> =
        words(&folded).filter(|word| !JOINING.contains(word)).map(full).collect();
    if all.len() < 2 || is_unspaced(name) {
        return None;
    }
    all.sort_unstable();
    Some(all.join(" "))
}

/// Whether a name ends with the mark of a footnote.
fn has_mark(name: &str) -> bool {
    let end = name.trim_end().chars().next_back();
    end.is_some_and(|c| "*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::full_register::vocabulary;

    fn code(all: &NamedStates, vocabulary: &Vocabulary, name: &str) -> String {
        let code = |of: &StateOf| match of {
            StateOf::Known(id) => {
                let state = vocabulary.states.iter().find(|state| state.id == *id).unwrap();
                if state.iso3.is_empty() { state.iso2.clone() } else { state.iso3.clone() }
            }
            StateOf::Beyond(code) => format!("+{code}"),
            StateOf::NotNamed => "not named".to_owned(),
        };
        match all.find(name).map(|(name, _)| name) {
            Some(Name::State(of)) => code(&of),
            Some(Name::Ask(states)) => {
                format!("?{}", states.iter().map(code).collect::<Vec<_>>().join(" "))
            }
            Some(Name::NotNamed) => "not named".to_owned(),
            Some(Name::Territory) => "territory".to_owned(),
            Some(Name::PartOf(code)) => format!("part of {code}"),
            None => String::new(),
        }
    }

    #[test]
    fn states_are_known_by_every_spelling_and_by_no_prefix() {
        let vocabulary = vocabulary();
        let own = [("Ruritania".to_owned(), "GHA".to_owned())].into();
        let all = NamedStates::new(&vocabulary).with(&own);
        for (name, of) in [
            ("Turkey", "TUR"),
            ("TURKIYE ", "TUR"),
            ("Swaziland", "SWZ"),
            ("Congo", "COG"),
            ("Republic of the Congo", "COG"),
            ("Congo (Brazzaville)", "COG"),
            ("Republic of Congo", "?COG COD"),
            ("Democratic Republic of Congo", "COD"),
            ("DR Congo", "COD"),
            ("North Korea", "+PRK"),
            ("Korea", "?KOR +PRK"),
            ("Macedonia FYR", "MKD"),
            ("Trinidad & Tobago", "TTO"),
            ("St Kitts & Nevis", "+KNA"),
            ("St. Vincent & the Grenadines", "+VCT"),
            ("unitedstatesofamerica", "USA"),
            ("The Bahamas", "BHS"),
            ("Bahamas (the)", "BHS"),
            ("Lao PDR", "LAO"),
            ("Micronesia", "FSM"),
            ("GBR", "GBR"),
            ("gb", "GBR"),
            ("The Kingdom of Eswatini", "SWZ"),
            ("Cabo Verde*", "CPV"),
            ("Ghana2", "GHA"),
            ("Ghana 2", "GHA"),
            ("科特迪瓦", "CIV"),
            ("Кыргызстан", "KGZ"),
            ("المغرب", "MAR"),
            ("Guinea-Bissau", "GNB"),
            ("Guinea", "GIN"),
            ("Niger", "NER"),
            ("Andorra", "+AND"),
            ("Ruritania", "GHA"),
            ("one State", "not named"),
            ("(not named)", "not named"),
            ("某国", "not named"),
            ("Taiwan", "territory"),
            ("Kosovo*", "territory"),
            ("England", "part of GBR"),
            ("Gondwana", ""),
            ("Guin", ""),
            ("United", ""),
            ("Ecuador and Spain", ""),
            ("", ""),
            ("*", ""),
        ] {
            assert_eq!(code(&all, &vocabulary, name), of, "{name}");
        }
        assert_eq!(all.near("Germny"), Some("Germany"));
        assert_eq!(all.near("Gondwana"), None);
        assert!(all.find("Cabo Verde*").unwrap().1 && !all.find("Ghana").unwrap().1);
    }

    #[test]
    fn every_place_is_read_and_none_has_the_name_of_a_state() {
        let vocabulary = vocabulary();
        let mut names: HashMap<String, String> = HashMap::new();
        for state in state_names() {
            for spelling in state.taken() {
                names.insert(key(&spelling.text), state.code.to_owned());
            }
        }
        let mut reader = csv::Reader::from_reader(include_str!("places.csv").as_bytes());
        for row in reader.deserialize::<PlaceRow>() {
            let row = row.unwrap();
            assert!(["ask", "territory", "part"].contains(&row.means.as_str()), "{row:?}");
            for code in row.states.split(';').filter(|code| !code.is_empty()) {
                assert!(of_code(&vocabulary, code).is_some(), "{row:?}");
            }
            let taken = names.get(&key(&row.name));
            assert!(row.means == "ask" || taken.is_none(), "{row:?}: {taken:?}");
        }
    }
}
