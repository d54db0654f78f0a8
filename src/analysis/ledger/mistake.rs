//! A mistake in a cell of a ledger, and the words that it could have had.

use super::cells::Cell;
use crate::domain::{Coded, Source, clean_line, nearest};
use crate::query::{Field, Filter, Term, Test, parse};
use crate::text::{Arg, Message};

/// A mistake in a cell: its byte and the message.
pub(super) type Mistake = (usize, Message);

/// The most characters of a word that a message quotes.
const WORD: usize = 40;

/// Whether the text of a cell looks like the name of a column.
pub(super) fn is_word(text: &str) -> bool {
    let letters = text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' '));
    letters && text.chars().nth(WORD).is_none()
}

/// The message about an unknown word, with the known word that is nearest to it.
pub(in crate::analysis) fn unknown(id: &'static str, word: &str, known: &[&str]) -> Message {
    let word: &str = &word.chars().take(WORD).collect::<String>();
    let near = nearest(word, known.iter().map(|name| (name, *name)));
    Message::new(id)
        .with("word", clean_line(word))
        .with("known", known.iter().copied().collect::<Arg>())
        .with("near", usize::from(near.is_some()))
        .with("nearest", near.unwrap_or_default())
}

/// The filter that a cell holds. Published figures count the needs of reviews: where the filter
/// does not ask for a cycle, a step of reviews or a source itself, one more term leaves out needs
/// from outside reviews.
pub(super) fn filter(cell: &Cell) -> Result<Filter, Mistake> {
    let read = parse(&cell.text).map_err(|error| (cell.place(error.at.start), error.message()));
    let mut filter = read?;
    let of_reviews = |term: &Term| match term.test {
        Test::Field(Field::Source, _) => true,
        Test::Field(Field::Cycle | Field::Review, _) => !term.negated,
        _ => false,
    };
    if !filter.terms.iter().any(of_reviews) {
        filter.narrow(Field::Source, Source::Review.code());
    }
    Ok(filter)
}
