//! What a word means among candidates: a code, a name, or an unambiguous prefix.

use super::candidates::Candidate;
use crate::query::names::{Name, nearest, normal};

/// Why a word means nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Miss {
    /// It fits nothing; the nearest name or code.
    Unknown(Option<String>),
    /// It fits several values: their names, two at least.
    Ambiguous(Vec<String>),
}

/// The slots that a word means. Codes come first, then whole names, then the beginning of a name
/// or code, then the beginning of a word in a name: the first of these that fits anything decides.
///
/// Candidates may stand in several lists (categories have one for each cycle): a name or prefix
/// that fits one value of each list means all of them. So do several values with the same name. What
/// fits nothing is looked for once more as [`formal`] has it.
pub(super) fn lookup(candidates: &[Candidate], word: &str) -> Result<Vec<u16>, Miss> {
    let word = normal(word);
    if word.is_empty() {
        return Err(Miss::Unknown(None));
    }
    let is_figure = word.chars().all(|c| c.is_ascii_digit());
    let codes = fitting(candidates, |c| c.codes.iter().find(|n| n.is(&word)));
    if !codes.is_empty() {
        return settle(&codes);
    }
    let exact = fitting(candidates, |c| c.names.iter().find(|n| n.is(&word)));
    let begun = fitting(candidates, |c| {
        let codes = c.codes.iter().filter(|_| !is_figure);
        c.names.iter().chain(codes).find(|n| n.begins_with(&word))
    });
    // Within a list a whole name goes before the beginning of another.
    let named: Vec<Fit> = begun
        .into_iter()
        .filter(|fit| {
            let whole = |other: &&Fit| other.0.list == fit.0.list;
            exact.iter().any(|e| std::ptr::eq(e.0, fit.0)) || !exact.iter().any(|e| whole(&e))
        })
        .collect();
    if !named.is_empty() {
        return settle(&named);
    }
    let words = fitting(candidates, |c| c.names.iter().find(|n| n.has_word(&word)));
    if !words.is_empty() {
        return settle(&words);
    }
    if let Some(formal) = formal(&word) {
        return lookup(candidates, &formal);
    }
    let all: Vec<&Name> = candidates.iter().flat_map(|c| c.names.iter().chain(&c.codes)).collect();
    let near = nearest(&word, all.iter().copied());
    Err(Miss::Unknown(near.map(|place| all[place].written.clone())))
}

/// A name as lists have it, for one as people write it: without an article, with "Saint" in full.
fn formal(word: &str) -> Option<String> {
    let saint = |word: &str| {
        word.strip_prefix("st. ").or(word.strip_prefix("st ")).map(|rest| format!("saint {rest}"))
    };
    word.strip_prefix("the ").map(str::to_owned).or_else(|| saint(word))
}

/// A candidate and the name by which a word met it.
type Fit<'a> = (&'a Candidate, &'a Name);

fn fitting(candidates: &[Candidate], fits: impl Fn(&Candidate) -> Option<&Name>) -> Vec<Fit<'_>> {
    candidates.iter().filter_map(|c| fits(c).map(|name| (c, name))).collect()
}

/// All of them if they are one value, or one in each list, or all of one name.
fn settle(fits: &[Fit]) -> Result<Vec<u16>, Miss> {
    let differ = |one: &Fit, other: &Fit| {
        other.0.slot != one.0.slot
            && other.0.list == one.0.list
            && other.0.names.first() != one.0.names.first()
    };
    let clashing = |one: &&Fit| fits.iter().any(|other| differ(one, other));
    let names: Vec<String> =
        fits.iter().filter(clashing).map(|fit| fit.1.written.clone()).collect();
    if names.is_empty() {
        Ok(fits.iter().map(|fit| fit.0.slot).collect())
    } else {
        Err(Miss::Ambiguous(names))
    }
}
