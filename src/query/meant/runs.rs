//! The words of a filter, by the values that they name: alone, or together with those beside them
//! ("asset recovery", "art 52").

use super::form::{bare, compared, hint, in_words, joined, said};
use super::names::{KnownNames, Named, completed, is_completed};
use crate::query::filter::{Filter, Term, Test};
use crate::query::{Field, parse};
use crate::text::Message;
use std::ops::Range;

/// Only so many words are looked at, alone and together: no name has more, and nobody writes more before seeing that
/// nothing is found.
const MOST_WORDS: usize = 12;

/// Words that are searched for and belong together, since they name something or stand alone.
pub(super) struct Run {
    /// The places of their terms.
    pub(super) terms: Range<usize>,
    /// The words, with spaces between.
    pub(super) words: String,
    /// Whether they are one term that is negated.
    pub(super) negated: bool,
    /// A hint about a word that looks like an operator or a field of other languages.
    pub(super) hint: Option<Message>,
    /// The terms that say the same as a filter, the nearest first.
    pub(super) said: Vec<Said>,
}

/// A term for the value that words name.
pub(super) enum Said {
    /// A value.
    Value(Named),
    /// A word that looks like a field with a value, as a term.
    Term(Term),
}

/// The runs of a filter, in order.
pub(super) fn runs(filter: &Filter, names: &KnownNames) -> Vec<Run> {
    let mut runs = Vec::new();
    let (mut at, mut words) = (0, 0);
    while at < filter.terms.len() && words < MOST_WORDS {
        if matches!(filter.terms[at].test, Test::Text(_)) {
            let run = run(filter, at, names);
            words += run.terms.len();
            at = run.terms.end;
            runs.push(run);
        } else {
            at += 1;
        }
    }
    runs
}

/// The longest run of words from a place on that names something as a whole, else the longest that begins a name, else
/// the word that stands there; a word that looks like an operator or a field begins none.
fn run(filter: &Filter, at: usize, names: &KnownNames) -> Run {
    if let Some(joined) = joined(&filter.terms, at)
        && let Ok(mut read) = parse(&joined.term)
        && let Some(term) = read.terms.pop()
    {
        return Run {
            terms: joined.terms,
            hint: Some(said(&joined.words, &joined.term)),
            words: joined.words,
            negated: false,
            said: vec![Said::Term(term)],
        };
    }
    let hint = hint(&filter.terms[at..]);
    let is_of = |field: Field, value: &str| names.named(value).iter().any(|n| n.field == field);
    let meant = compared(&filter.terms[at..]).or_else(|| in_words(&filter.terms[at..], is_of));
    if let Some(meant) = meant
        && let Ok(mut read) = parse(&meant.term)
        && let Some(term) = read.terms.pop()
    {
        return Run {
            terms: at..at + meant.count,
            words: words(&filter.terms[at..at + meant.count]),
            negated: filter.terms[at].negated,
            hint,
            said: vec![Said::Term(term)],
        };
    }
    let bare_words = filter.terms[at..].iter().take(MOST_WORDS);
    let most = bare_words.take_while(|term| bare(term).is_some()).count().max(1);
    let run = |count: usize, said: Vec<Said>| Run {
        terms: at..at + count,
        words: words(&filter.terms[at..at + count]),
        negated: filter.terms[at].negated,
        hint: None,
        said,
    };
    // Several steps have this name together, so that it is the name of no value.
    if bare(&filter.terms[at]).is_some() && is_completed(&words(&filter.terms[at..=at])) {
        return run(1, vec![Said::Term(completed())]);
    }
    let mut found: Vec<(usize, Vec<Named>)> = Vec::new();
    for count in (1..=most).rev() {
        let values = names.named(&words(&filter.terms[at..at + count]));
        let is_whole = values.iter().any(|value| value.is_whole);
        if is_whole {
            found.clear();
        }
        if !values.is_empty() {
            found.push((count, values));
        }
        if is_whole {
            break;
        }
    }
    // "not" begins a word of a name, and is an operator elsewhere
    let is_named = |values: &[Named]| hint.is_none() || values.iter().any(|value| value.is_whole);
    if let Some((count, values)) = found.into_iter().next().filter(|(_, values)| is_named(values)) {
        return run(count, values.into_iter().map(Said::Value).collect());
    }
    for count in (1..=most).rev().filter(|_| hint.is_none()) {
        if let Some(term) = names.listed(&words(&filter.terms[at..at + count])) {
            return run(count, vec![Said::Term(term)]);
        }
    }
    Run { hint, ..run(1, Vec::new()) }
}

/// The words of terms that ask for texts.
fn words(terms: &[Term]) -> String {
    let word = |term: &Term| match &term.test {
        Test::Text(words) => words.clone(),
        Test::Field(..) => String::new(),
    };
    terms.iter().map(word).collect::<Vec<_>>().join(" ")
}
