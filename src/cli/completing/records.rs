//! The codes by which commands name records: of the kind that stands before them.

use super::candidate::Candidate;
use super::known::Known;
use crate::cli::records::VOIDED;
use crate::domain::{Coded, DocumentKind, Kind, PersonKind};
use std::collections::BTreeSet;

/// The needs whose numbers begin with the typed figures; none before one is typed, since they are many.
pub(super) fn needs(typed: &str, known: &Known) -> Vec<Candidate> {
    let numbers = if typed.is_empty() { Vec::new() } else { known.needs() };
    let numbers = numbers.into_iter().map(|number| number.to_string());
    numbers.filter(|number| number.starts_with(typed)).map(|n| Candidate::new(n, "")).collect()
}

/// The needs whose numbers begin with the typed figures, and the activities.
pub(super) fn needs_and_activities(typed: &str, known: &Known) -> Vec<Candidate> {
    let mut all = needs(typed, known);
    all.extend(named(Some(Kind::Activity.code()), typed, known));
    all
}

/// The records of the kind that a word names. Needs and reviews go by numbers.
pub(super) fn named(kind: Option<&str>, typed: &str, known: &Known) -> Vec<Candidate> {
    let (vocabulary, lang) = (known.vocabulary(), known.lang);
    match kind.and_then(Kind::from_code) {
        Some(Kind::Need) => needs(typed, known),
        Some(Kind::Review) => (vocabulary.reviews.iter())
            .filter_map(|review| {
                let state = vocabulary.states.get(usize::from(review.state))?;
                let about = format!("{} {}", state.names.in_lang(lang), review.cycle.code());
                Some(Candidate::new(review.id.to_string(), about))
            })
            .collect(),
        Some(Kind::Activity) => (vocabulary.activities.iter())
            .map(|activity| Candidate::new(&activity.code, activity.description.in_lang(lang)))
            .collect(),
        Some(Kind::Document) => (vocabulary.documents.iter())
            .map(|document| Candidate::new(&document.symbol, document.title.in_lang(lang)))
            .collect(),
        Some(Kind::Platform) => {
            vocabulary.platforms.iter().map(|one| Candidate::new(&one.code, "")).collect()
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

/// The kinds of records that can be void, or needs by their numbers; behind a kind its records.
pub(super) fn voided(words: &[String], typed: &str, known: &Known) -> Vec<Candidate> {
    of_kinds(&VOIDED, words, typed, known)
}

/// Every kind of record, or needs by their numbers; behind a kind its records.
pub(super) fn shown(words: &[String], typed: &str, known: &Known) -> Vec<Candidate> {
    of_kinds(Kind::ALL, words, typed, known)
}

fn of_kinds(kinds: &[Kind], words: &[String], typed: &str, known: &Known) -> Vec<Candidate> {
    let before = words.first().and_then(|word| kinds.iter().find(|kind| kind.code() == word));
    match before {
        Some(kind) => named(Some(kind.code()), typed, known),
        None if words.is_empty() => {
            let kinds = kinds.iter().map(|kind| Candidate::new(kind.code(), ""));
            kinds.chain(needs(typed, known)).collect()
        }
        None => needs(typed, known),
    }
}

/// The kinds of the records of a list.
pub(super) fn kinds(command: &str, known: &Known) -> Vec<Candidate> {
    let text = known.text();
    let candidate = |family: &str, code: &str| Candidate::new(code, text.value(family, code));
    match command {
        "people" => PersonKind::ALL.iter().map(|kind| candidate("person", kind.code())).collect(),
        "documents" => {
            DocumentKind::ALL.iter().map(|kind| candidate("document", kind.code())).collect()
        }
        _ => {
            let organisations = known.vocabulary().organisations.iter();
            let codes: BTreeSet<&str> = organisations.map(|one| one.kind.as_str()).collect();
            codes.into_iter().map(|code| Candidate::new(code, "")).collect()
        }
    }
}
