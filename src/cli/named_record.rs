//! The record that a word of the command line names: by its number, code, symbol or name.

use super::failure::{Failure, Status};
use super::nearest::nearest;
use crate::domain::{Coded, Kind, NeedNumber, Record, clean_line, fold};
use crate::entry::{self, Refusal};
use crate::query::register::Vocabulary;
use crate::store::{Store, StoreError};
use crate::text::{Arg, Message};

/// The codes of the records of a kind, each with its number; empty for kinds without codes.
fn codes(kind: Kind, vocabulary: &Vocabulary) -> Vec<(&str, i64)> {
    match kind {
        Kind::Person => vocabulary.people.iter().map(|one| (one.code.as_str(), one.id)).collect(),
        Kind::Organisation => {
            vocabulary.organisations.iter().map(|one| (one.code.as_str(), one.id)).collect()
        }
        Kind::Activity => {
            vocabulary.activities.iter().map(|one| (one.code.as_str(), one.id)).collect()
        }
        Kind::Platform => {
            vocabulary.platforms.iter().map(|one| (one.code.as_str(), one.id)).collect()
        }
        Kind::Document => {
            vocabulary.documents.iter().map(|one| (one.symbol.as_str(), one.id)).collect()
        }
        Kind::Theme => vocabulary.themes.iter().map(|one| (one.code.as_str(), one.id)).collect(),
        Kind::State => vocabulary.states.iter().map(|one| (one.iso3.as_str(), one.id)).collect(),
        _ => Vec::new(),
    }
}

/// The record of a kind that a word names, be it void.
///
/// # Errors
/// The register has none of that name, or several; a need that it does not have.
pub(super) fn record_of(
    store: &Store,
    kind: Kind,
    word: &str,
    vocabulary: &Vocabulary,
) -> Result<Record, Failure> {
    if kind != Kind::Need {
        let found = known(store, kind, word, vocabulary)?;
        return found.ok_or_else(|| unknown(kind, word, vocabulary));
    }
    need_of(store, word).map(Record::need)
}

/// The need that a word numbers, be it void.
///
/// # Errors
/// The word is no number; the register has no such need.
pub(super) fn need_of(store: &Store, word: &str) -> Result<NeedNumber, Failure> {
    let need = word.trim().parse().map_err(|_| {
        let message = Message::new("cli-show-no-need").with("number", clean_line(word));
        Failure::new(Status::Usage, message)
    })?;
    match store.voided(Record::need(need))? {
        Some(_) => Ok(need),
        None if store.missing(&[need])?.is_empty() => Ok(need),
        None => Err(StoreError::UnknownNeed(need).into()),
    }
}

/// The record of a kind that a word names, be it void; `None` where there is none. Where States are not named, only what
/// the register tells then names one: numbers follow the alphabet, and codes of the file name States.
///
/// # Errors
/// The word can be several records.
pub(super) fn known(
    store: &Store,
    kind: Kind,
    word: &str,
    vocabulary: &Vocabulary,
) -> Result<Option<Record>, Failure> {
    let word = word.trim();
    let codes = codes(kind, vocabulary);
    let numbered = |id: i64| u32::try_from(id).ok().map(|number| Record { kind, number });
    let exact = codes.iter().find(|(code, _)| *code == word);
    let by_code = exact.or_else(|| codes.iter().find(|(code, _)| fold(code) == fold(word)));
    if let Some(record) = by_code.filter(|_| !word.is_empty()).and_then(|(_, id)| numbered(*id)) {
        return Ok(Some(record));
    }
    if !store.names_states() {
        return Ok(None);
    }
    if let Some(record) = store.record_by_code(kind, word)? {
        return Ok(Some(record));
    }
    // Before the names, since a number can be the beginning of one.
    if let Ok(number) = word.parse() {
        let record = Record { kind, number };
        if is_recorded(store, record)? {
            return Ok(Some(record));
        }
    }
    match entry::record_named(kind, word, vocabulary) {
        Ok(record) if is_recorded(store, record)? => Ok(Some(record)),
        Err(refusal @ Refusal::Several(..)) => Err(Failure::new(Status::Usage, refusal.message())),
        _ => Ok(None),
    }
}

fn is_recorded(store: &Store, record: Record) -> Result<bool, Failure> {
    match store.whole_record(record) {
        Ok(_) => Ok(true),
        Err(StoreError::UnknownRecord(..) | StoreError::UnknownNeed(_)) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// The failure for a name that no record of a kind has, with the nearest code.
pub(super) fn unknown(kind: Kind, word: &str, vocabulary: &Vocabulary) -> Failure {
    let message = Message::new("cli-show-unknown")
        .with("kind", Arg::Named(format!("record-{}", kind.code())))
        .with("code", clean_line(word.trim()));
    let codes = codes(kind, vocabulary);
    nearest(Failure::new(Status::Failed, message), word.trim(), codes.iter().map(|(code, _)| *code))
}

/// The failure for a kind behind which no record is named.
pub(super) fn which(kind: Kind, known: Arg) -> Failure {
    let message = Message::new("cli-which-record")
        .with("kind", Arg::Named(format!("record-{}", kind.code())))
        .with("known", known);
    Failure::new(Status::Usage, message)
}
