//! Finds the rows that typed words name: States, people, documents and others, by any of their names.

use super::Refusal;
use crate::domain::{Coded, Cycle, clean_line, fold, nearest};
use crate::fields::{RecordField, Referred};
use crate::query::register::{Review, Slot, Vocabulary};
use crate::query::{Field, Miss, code_of_value, slot_named};

/// Gives the key by which the change log knows the row that a word names.
///
/// # Errors
/// No row has that name, or several have.
pub(super) fn key_of(
    field: RecordField,
    referred: Referred,
    word: &str,
    vocabulary: &Vocabulary,
) -> Result<String, Refusal> {
    let by_code = |mut all: Vec<&str>| {
        let typed = fold(word.trim());
        let found = all.iter().position(|code| fold(code) == typed);
        found.map(|place| all.swap_remove(place).to_owned()).ok_or_else(|| {
            let near = nearest(&typed, all.iter().map(|code| (fold(code), *code)));
            Refusal::Unknown(field, clean_line(word), near.map(str::to_owned))
        })
    };
    let vocabulary_slot = |of| slot(field, of, word, vocabulary);
    match referred {
        Referred::STATE => {
            let place = vocabulary_slot(Field::State)?.index();
            let state = place.and_then(|place| vocabulary.states.get(place));
            state.map(|state| state.id.to_string()).ok_or_else(|| unknown(field, word))
        }
        Referred::PERSON => coded(field, Field::Focal, word, vocabulary),
        Referred::CATEGORY => coded(field, Field::Category, word, vocabulary),
        Referred::THEME => coded(field, Field::Theme, word, vocabulary),
        Referred::ORGANISATION => coded(field, Field::Provider, word, vocabulary),
        Referred::DOCUMENT => coded(field, Field::Document, word, vocabulary),
        Referred::ACTIVITY => {
            by_code(vocabulary.activities.iter().map(|activity| activity.code.as_str()).collect())
        }
        Referred::REVIEW => review(field, word, vocabulary),
        Referred::AREA => area(field, word, vocabulary),
        // Needs and other rows without names go by their numbers.
        _ => match word.trim().parse::<u32>() {
            Ok(number) => Ok(number.to_string()),
            Err(_) => Err(unknown(field, word)),
        },
    }
}

/// Gives the code of the filter field's value that a word names.
fn coded(
    field: RecordField,
    of: Field,
    word: &str,
    vocabulary: &Vocabulary,
) -> Result<String, Refusal> {
    let slot = slot(field, of, word, vocabulary)?;
    if slot == Slot::NONE {
        return Err(unknown(field, word));
    }
    Ok(code_of_value(of, slot.number(), vocabulary))
}

fn slot(
    field: RecordField,
    of: Field,
    word: &str,
    vocabulary: &Vocabulary,
) -> Result<Slot, Refusal> {
    slot_named(of, word, vocabulary).map_err(|miss| match miss {
        Miss::Unknown(near) => Refusal::Unknown(field, clean_line(word), near),
        Miss::Ambiguous(meanings) => {
            let here = meanings.into_iter().filter(|meaning| meaning.is_here);
            let names = here.map(|meaning| meaning.shown).collect();
            Refusal::Several(field, clean_line(word), names)
        }
    })
}

/// Gives the review that a word names: by number, or by State and cycle as in `SYC 2` or `Seychelles, cycle 2`.
fn review(field: RecordField, word: &str, vocabulary: &Vocabulary) -> Result<String, Refusal> {
    let word = word.trim();
    let reviews = &vocabulary.reviews;
    if let Ok(number) = word.parse::<i64>() {
        let found = reviews.iter().find(|review| review.id == number);
        return found.map(|review| review.id.to_string()).ok_or_else(|| unknown(field, word));
    }
    let parts = word.rsplit_once([' ', '/', ',']);
    let parts = parts.and_then(|(state, cycle)| Some((state, Cycle::from_code(cycle)?)));
    let Some((state, cycle)) = parts else { return only_review(field, word, vocabulary) };
    let named = state.trim().trim_end_matches([',', '/']);
    let beside = ["cycle", "Cycle", "周期"];
    let named = beside.iter().find_map(|word| named.strip_suffix(word)).unwrap_or(named);
    let state = slot(field, Field::State, named.trim_end_matches([',', ' ']), vocabulary)?;
    let is_it = |review: &&Review| Some(review.state) == state.place() && review.cycle == cycle;
    let found = reviews.iter().find(is_it);
    found.map(|review| review.id.to_string()).ok_or_else(|| unknown(field, word))
}

/// Gives the part of the world that a word names: by number, or by name in any language.
fn area(field: RecordField, word: &str, vocabulary: &Vocabulary) -> Result<String, Refusal> {
    let word = word.trim();
    if let Ok(number) = word.parse::<u32>() {
        return Ok(number.to_string());
    }
    let typed = fold(word);
    let found =
        vocabulary.areas.iter().find(|area| area.names.iter().any(|name| fold(name) == typed));
    found.map(|area| area.id.to_string()).ok_or_else(|| {
        let names = vocabulary.areas.iter().flat_map(|area| area.names.iter());
        let near = nearest(&typed, names.map(|name| (fold(name), name)));
        Refusal::Unknown(field, clean_line(word), near.map(str::to_owned))
    })
}

/// Gives the only review of a State.
fn only_review(field: RecordField, word: &str, vocabulary: &Vocabulary) -> Result<String, Refusal> {
    let slot = slot(field, Field::State, word, vocabulary)?;
    let all = vocabulary.reviews.iter().filter(|review| Some(review.state) == slot.place());
    match all.collect::<Vec<_>>()[..] {
        [] => Err(unknown(field, word)),
        [review] => Ok(review.id.to_string()),
        ref several => {
            let state = code_of_value(Field::State, slot.number(), vocabulary);
            let name = |review: &&Review| format!("{state} {}", review.cycle.code());
            Err(Refusal::Several(field, clean_line(word), several.iter().map(name).collect()))
        }
    }
}

fn unknown(field: RecordField, word: &str) -> Refusal {
    Refusal::Unknown(field, clean_line(word), None)
}
