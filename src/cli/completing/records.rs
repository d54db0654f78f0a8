//! The codes by which commands name records: of the kind that stands before them.

use super::candidate::Candidate;
use super::known::Known;
use crate::domain::{Coded, Kind};

/// The records of the kind that a word names. Needs and reviews go by numbers, of which none is offered.
pub(super) fn named(kind: Option<&str>, known: &Known) -> Vec<Candidate> {
    let (vocabulary, lang) = (known.vocabulary(), known.lang);
    match kind.and_then(Kind::from_code) {
        Some(Kind::Activity) => (vocabulary.activities.iter())
            .map(|activity| Candidate::new(&activity.code, activity.description.in_lang(lang)))
            .collect(),
        Some(Kind::Document) => (vocabulary.documents.iter())
            .map(|document| Candidate::new(&document.symbol, document.title.in_lang(lang)))
            .collect(),
        Some(Kind::Platform) => {
            known.platforms().iter().map(|code| Candidate::new(code, "")).collect()
        }
        Some(Kind::Organisation) => (vocabulary.organisations.iter())
            .map(|organisation| {
                Candidate::new(&organisation.code, organisation.names.in_lang(lang))
            })
            .collect(),
        Some(Kind::Person) => (vocabulary.people.iter())
            .map(|person| Candidate::new(&person.code, person.posts.in_lang(lang)))
            .collect(),
        Some(Kind::Theme) => (vocabulary.themes.iter())
            .map(|theme| Candidate::new(&theme.code, theme.names.in_lang(lang)))
            .collect(),
        Some(Kind::State) => (vocabulary.states.iter())
            .map(|state| Candidate::new(&state.iso3, state.names.in_lang(lang)))
            .filter(|state| !state.word.is_empty())
            .collect(),
        _ => Vec::new(),
    }
}
