//! Finds records by typed names: a number, a code, a symbol, the name of a State or theme.

use super::Refusal;
use super::named::key_of;
use crate::domain::{Kind, Record, fold};
use crate::fields::{RecordField, Referred};
use crate::query::register::Vocabulary;

/// Gives the record of a kind that a word names: needs go by number, reviews by number or by State and cycle, others by
/// code, symbol or name.
///
/// # Errors
/// No record or several have that name.
pub fn record_named(kind: Kind, word: &str, vocabulary: &Vocabulary) -> Result<Record, Refusal> {
    let field = RecordField::itself(kind);
    let unknown = || Refusal::Unknown(field, word.trim().to_owned(), None);
    let key = |referred| key_of(field, referred, word, vocabulary);
    let numbered = |id: Option<i64>| {
        let number = id.and_then(|id| u32::try_from(id).ok()).ok_or_else(unknown)?;
        Ok(Record { kind, number })
    };
    let by_number = |key: String| numbered(key.parse().ok());
    match kind {
        Kind::Need => by_number(key(Referred::NEED)?),
        Kind::Review => by_number(key(Referred::REVIEW)?),
        Kind::State => by_number(key(Referred::STATE)?),
        Kind::Person => {
            let code = key(Referred::PERSON)?;
            numbered(vocabulary.people.iter().find(|one| one.code == code).map(|one| one.id))
        }
        Kind::Organisation => {
            let code = key(Referred::ORGANISATION)?;
            numbered(vocabulary.organisations.iter().find(|one| one.code == code).map(|one| one.id))
        }
        Kind::Activity => {
            let code = key(Referred::ACTIVITY)?;
            numbered(vocabulary.activities.iter().find(|one| one.code == code).map(|one| one.id))
        }
        Kind::Theme => {
            let code = key(Referred::THEME)?;
            numbered(vocabulary.themes.iter().find(|one| one.code == code).map(|one| one.id))
        }
        Kind::Document => {
            let symbol = key(Referred::DOCUMENT)?;
            numbered(vocabulary.documents.iter().find(|one| one.symbol == symbol).map(|one| one.id))
        }
        Kind::Platform => {
            let typed = fold(word.trim());
            let found = vocabulary.platforms.iter().find(|one| fold(&one.code) == typed);
            numbered(found.map(|one| one.id))
        }
        Kind::Match | Kind::Overlap | Kind::Comment | Kind::View | Kind::Setting => {
            by_number(word.trim().to_owned())
        }
    }
}
