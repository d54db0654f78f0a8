//! The nearest word to one that is not known.

use super::failure::Failure;
use crate::text::Message;

/// The failure with the nearest of the words that are known, if one is near enough to be meant:
/// at most a third of its letters differ.
pub(super) fn nearest<'a>(
    failure: Failure,
    word: &str,
    known: impl Iterator<Item = &'a str>,
) -> Failure {
    let word = word.to_lowercase().replace('-', "_");
    let near = known
        .map(|name| (strsim::damerau_levenshtein(&word, &name.replace('-', "_")), name))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, name)| {
            *distance <= 1.max(word.chars().count().div_ceil(3)) && *distance < name.len()
        });
    match near {
        Some((_, name)) => failure.and(Message::new("cli-nearest").with("word", name)),
        None => failure,
    }
}
