//! The nearest word to one that is not known.

use super::failure::Failure;
use crate::domain::misspelling;
use crate::text::Message;

/// The failure with the nearest of the words that are known, where the word can be one of them misspelt.
pub(super) fn nearest<'a>(
    failure: Failure,
    word: &str,
    known: impl Iterator<Item = &'a str>,
) -> Failure {
    let word = word.to_lowercase();
    let near = known
        .filter_map(|name| Some((misspelling(&word, &name.to_lowercase())?, name)))
        .min_by_key(|(distance, _)| *distance);
    match near {
        Some((_, name)) => failure.and(Message::new("cli-nearest").with("word", name)),
        None => failure,
    }
}
