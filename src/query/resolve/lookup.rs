//! Finds the candidate that a word means: by a code, a name, another name, or an unambiguous prefix.

use super::candidates::Candidate;
use crate::query::names::{Name, nearest, normal};

/// Stands where a text was cut off.
const CUT: char = '…';

/// The slot of what the register does not have, though its name is known.
pub(super) const ELSEWHERE: u16 = u16::MAX - 1;

/// The reason why a word means nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Miss {
    /// The word fits nothing; the nearest name or code.
    Unknown(Option<String>),
    /// The word fits several values, two at least.
    Ambiguous(Vec<Meaning>),
}

/// One of the values that a word fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// Its name on screens.
    pub shown: String,
    /// The word to type that means it alone.
    pub write: String,
    /// Whether the register has it: of others, filters know the name alone.
    pub is_here: bool,
}

/// The slots that a word means. Codes come first, then the names that are shown, then other names,
/// then the beginning of a name or code, then the beginning of a word in a name, then the beginning
/// of another spelling: the first of these that fits anything decides.
///
/// Several values with the same name are told apart by the user, unless nothing tells them apart. Candidates may
/// stand in several lists (categories have one for each cycle): a beginning that fits one value of each list means all
/// of them. What fits nothing is looked for once more as [`formal`] has it.
/// A name that a screen has cut off ends with `…`: it is taken as the beginning of a name.
pub(super) fn lookup(candidates: &[Candidate], word: &str) -> Result<Vec<u16>, Miss> {
    let word = normal(word.trim_end().trim_end_matches(CUT));
    if word.is_empty() {
        return Err(Miss::Unknown(None));
    }
    let meant = found(candidates, &word)
        .or_else(|| formal(&word).and_then(|formal| found(candidates, &formal)));
    match meant {
        Some(Ok(slots)) if slots.contains(&ELSEWHERE) => Err(Miss::Unknown(None)),
        Some(meant) => meant,
        None => Err(Miss::Unknown(near(candidates, &word))),
    }
}

/// A way in which a word fits a value, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::query) enum Way {
    /// The word is a code.
    Code,
    /// The word is a name that screens show.
    Name,
    /// The word is another name.
    OtherName,
    /// The word begins a name, or a code that is no figure.
    Beginning,
    /// The word begins a word of a name.
    WordOfName,
    /// The word begins another spelling.
    BeginningOfSpelling,
}

impl Way {
    const ALL: [Self; 6] = [
        Self::Code,
        Self::Name,
        Self::OtherName,
        Self::Beginning,
        Self::WordOfName,
        Self::BeginningOfSpelling,
    ];

    /// Whether the word is a whole name or code.
    pub(in crate::query) fn is_whole(self) -> bool {
        self < Self::Beginning
    }

    /// The name of a candidate that a word (in normal form) fits in this way.
    fn fits<'a>(self, candidate: &'a Candidate, word: &str) -> Option<&'a Name> {
        let c = candidate;
        let shown = || c.names.iter().chain(&c.aliases);
        let is_here = c.slot != ELSEWHERE;
        match self {
            Self::Code => c.codes.iter().find(|name| name.is(word)),
            Self::Name => c.names.iter().find(|name| name.is(word)),
            Self::OtherName => c
                .aliases
                .iter()
                .chain(&c.forms)
                .chain(c.spellings.iter())
                .find(|name| name.is(word)),
            Self::Beginning => {
                let is_figure = word.chars().all(|c| c.is_ascii_digit());
                let codes = c.codes.iter().filter(|_| !is_figure);
                shown().chain(codes).find(|name| is_here && name.begins_with(word))
            }
            Self::WordOfName => shown().find(|name| name.has_word(word)),
            Self::BeginningOfSpelling => c.spellings.iter().find(|name| name.begins_with(word)),
        }
    }

    /// The nearest way in which a word (in normal form) fits a value.
    pub(in crate::query) fn of(candidate: &Candidate, word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.fits(candidate, word).is_some())
    }
}

/// The slots by the first way in which a word (in normal form) fits anything, or a miss; `None`
/// where no way does.
fn found(candidates: &[Candidate], word: &str) -> Option<Result<Vec<u16>, Miss>> {
    Way::ALL.into_iter().find_map(|way| {
        let fit = |c| way.fits(c, word).map(|name| (c, name));
        let fits: Vec<Fit<'_>> = candidates.iter().filter_map(fit).collect();
        (!fits.is_empty()).then(|| settle(&fits, !way.is_whole()))
    })
}

/// Gives the nearest name of a value; `None` if a name of another value, or one outside the register, is as near. A
/// spelling that no screen shows is replaced by the name that screens show.
fn near(candidates: &[Candidate], word: &str) -> Option<String> {
    let all: Vec<(&Candidate, &Name, bool)> = (candidates.iter())
        .flat_map(|c| {
            let codes = c.codes.iter().filter(|_| c.has_near_codes);
            let shown = c.names.iter().chain(&c.aliases).chain(codes).map(|name| (name, true));
            let all = shown.chain(c.spellings.iter().map(|name| (name, false)));
            all.map(move |(name, is_shown)| (c, name, is_shown))
        })
        .collect();
    let place = nearest(word, all.iter().map(|(candidate, name, _)| (*name, candidate.slot)))?;
    let (candidate, name, is_shown) = all[place];
    let name = if is_shown { name } else { candidate.names.first().unwrap_or(name) };
    (candidate.slot != ELSEWHERE).then(|| name.written.clone())
}

/// A name as lists have it, for one as people write it: without an article, with "Saint" and "and" in full.
pub(in crate::query) fn formal(word: &str) -> Option<String> {
    let bare = word.strip_prefix("the ").unwrap_or(word);
    let bare = bare.strip_suffix(", the").unwrap_or(bare);
    let saint = bare.strip_prefix("st. ").or(bare.strip_prefix("st "));
    let full = saint.map_or_else(|| bare.to_owned(), |rest| format!("saint {rest}"));
    let full = full.replace(" & ", " and ");
    (full != word).then_some(full)
}

/// A candidate and the name by which a word met it.
type Fit<'a> = (&'a Candidate, &'a Name);

/// All of them if they are one value or cannot be told apart, or, where they only begin so, one in each list.
fn settle(fits: &[Fit], begun: bool) -> Result<Vec<u16>, Miss> {
    let differ = |one: &Fit, other: &Fit| {
        let told_apart =
            other.0.write != one.0.write || other.0.names.first() != one.0.names.first();
        let in_one_list = !begun || other.0.list == one.0.list;
        other.0.slot != one.0.slot && told_apart && in_one_list
    };
    let clashing: Vec<&Fit> =
        fits.iter().filter(|one| fits.iter().any(|other| differ(one, other))).collect();
    if clashing.is_empty() {
        return Ok(fits.iter().map(|fit| fit.0.slot).collect());
    }
    let meaning = |fit: &&Fit| {
        let (candidate, name) = **fit;
        let is_here = candidate.slot != ELSEWHERE;
        let is_alone =
            clashing.iter().filter(|other| other.1.normal() == name.normal()).count() == 1;
        if is_alone || candidate.write.is_empty() {
            let shown = name.written.clone();
            return Meaning { write: shown.clone(), shown, is_here };
        }
        let shown = format!("{} ({})", candidate.write, name.written);
        Meaning { shown, write: candidate.write.clone(), is_here }
    };
    Err(Miss::Ambiguous(clashing.iter().map(meaning).collect()))
}
