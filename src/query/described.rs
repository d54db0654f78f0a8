//! The filter language for a reference: every field with its meaning, its names, its values and an
//! example.

use super::register::Vocabulary;
use super::{Field, code_of_value, name_of_value, slots};
use crate::domain::Coded;
use crate::text::{Lang, Text};

/// A field of the filter language, described in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// The field; filters are printed with its code.
    pub field: Field,
    /// Its name.
    pub name: String,
    /// All other names that a filter takes for it, in every language.
    pub names: Vec<String>,
    /// Its meaning.
    pub about: String,
    /// The form of its values, beside those that are listed.
    pub look: Option<String>,
    /// Its values, where they are the same in every register or few.
    pub values: Vec<DescribedValue>,
    /// Whether ranges and comparisons make sense.
    pub is_ordered: bool,
    /// Whether `none` and `any` make sense.
    pub can_be_empty: bool,
    /// A filter with it, which finds something in the sample register.
    pub example: &'static str,
}

/// A value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DescribedValue {
    /// The code, as typed.
    pub code: String,
    /// Its name in every language, in the order of [`Lang::ALL`].
    pub names: Vec<String>,
    /// Its meaning, where the name does not say it.
    pub about: Option<String>,
}

/// Every field, in the order in which completions offer them; the categories are those of a register.
pub fn described(vocabulary: &Vocabulary, lang: Lang) -> Vec<Described> {
    let text = Text::of(lang);
    let said = |id: String| text.has(&id).then(|| text.tr(&id).into_owned());
    let of = |field: &Field| {
        let code = field.code();
        Described {
            field: *field,
            name: field.name(lang),
            names: field.other_names(),
            about: said(format!("filter-about-{code}")).unwrap_or_default(),
            look: said(format!("filter-values-{code}")),
            values: if is_listed(*field) { values(*field, vocabulary, text) } else { Vec::new() },
            is_ordered: field.is_ordered(),
            can_be_empty: field.can_be_empty(),
            example: field.example(),
        }
    };
    Field::ALL.iter().map(of).collect()
}

/// Whether the values are listed one by one, rather than described: closed vocabularies and categories, but not the 58
/// articles.
fn is_listed(field: Field) -> bool {
    let is_of_register = field.is_of_state() && !matches!(field, Field::Region | Field::Group)
        || field.is_of_matches() && !matches!(field, Field::Level | Field::Status | Field::Extent)
        || matches!(field, Field::Article | Field::Theme | Field::Focal | Field::Document);
    field.is_countable() && !is_of_register
}

fn values(field: Field, vocabulary: &Vocabulary, text: &Text) -> Vec<DescribedValue> {
    let value = |slot: u16| {
        let code = code_of_value(field, slot, vocabulary);
        // conditions are named in a word that does not say when they are met
        let about = (field == Field::Is).then(|| format!("filter-about-is-{code}"));
        let name = |lang: &Lang| name_of_value(field, slot, vocabulary, *lang);
        DescribedValue {
            names: Lang::ALL.iter().map(name).collect(),
            about: about.map(|id| text.tr(&id).into_owned()),
            code,
        }
    };
    (1..slots(field, vocabulary) as u16).map(value).collect()
}
