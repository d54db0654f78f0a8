//! The nearest word to one that is not known.

use super::failure::Failure;
use crate::domain;
use crate::text::Message;

/// The failure with the nearest of the words that are known, where the word can be one of them misspelt.
pub(super) fn nearest<'a>(
    failure: Failure,
    word: &str,
    known: impl Iterator<Item = &'a str>,
) -> Failure {
    match domain::nearest(&word.to_lowercase(), known.map(|name| (name.to_lowercase(), name))) {
        Some(name) => failure.and(Message::new("cli-nearest").with("word", name)),
        None => failure,
    }
}
