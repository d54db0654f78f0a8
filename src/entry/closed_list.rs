//! Values of closed lists, by their codes and their names in every language.

use super::Refusal;
use crate::domain::fold;
use crate::fields::RecordField;
use crate::text::{Lang, Text};

/// Reads a value of a closed list: its code, or one of the names that it has.
pub(super) fn one_of(
    field: RecordField,
    typed: &str,
    codes: &[&'static str],
    names: impl Fn(&str) -> Vec<String>,
) -> Result<String, Refusal> {
    let typed_folded = fold(typed);
    let means = |code: &&&str| {
        fold(code) == typed_folded || names(code).iter().any(|name| fold(name) == typed_folded)
    };
    let found = codes.iter().find(means).map(|code| (*code).to_owned());
    found.ok_or_else(|| {
        let all = codes.iter().map(|code| (*code).to_owned()).collect();
        Refusal::NoneOf(field, typed.to_owned(), all)
    })
}

/// Gives the names of a code in every language, under each of these families of values.
pub(super) fn family_names(families: &[&str], code: &str) -> Vec<String> {
    let texts = Lang::ALL.iter().map(|lang| Text::of(*lang));
    let of_text =
        |text: &'static Text| families.iter().map(move |family| text.value_in_words(family, code));
    texts.flat_map(of_text).collect()
}
