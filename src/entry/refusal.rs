//! The reasons why a typed value is refused, in words that tell the reader what to type instead.

use crate::fields::RecordField;
use crate::text::{Arg, Message};

/// How many values a message names at most.
const NAMED: usize = 6;

/// The reason why a value was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The value does not stand in a closed list; with that list.
    NoneOf(RecordField, String, Vec<String>),
    /// The register has nothing of that name; the nearest name that it has.
    Unknown(RecordField, String, Option<String>),
    /// It means several of them.
    Several(RecordField, String, Vec<String>),
    /// A word stands where the number of an article should be.
    Article(RecordField, String),
    /// It is no chapter from II to VI.
    Chapter(RecordField, String),
    /// It is no date.
    Date(RecordField, String),
    /// It is no whole number between two.
    Number(RecordField, String, u32, u32),
    /// It is too long, or not written as the field has it.
    Unreadable(RecordField, String),
}

impl Refusal {
    /// The words for people. The name of the field is put in by the language.
    pub fn message(&self) -> Message {
        let about = |id, field: &RecordField, value: &str| {
            Message::new(id).with("field", Arg::Named(field.name())).with("value", value)
        };
        match self {
            Self::NoneOf(field, value, all) => about("entry-none-of", field, value)
                .with("known", all.iter().cloned().collect::<Arg>()),
            Self::Unknown(field, value, Some(near)) => {
                about("entry-unknown-near", field, value).with("near", near.as_str())
            }
            Self::Unknown(field, value, None) => about("entry-unknown", field, value),
            Self::Several(field, value, names) => {
                let shown = names.len().min(NAMED);
                let listed = names[..shown].iter().cloned().collect::<Arg>();
                about("entry-several", field, value)
                    .with("names", listed)
                    .with("more", names.len() - shown)
            }
            Self::Article(field, value) => about("entry-no-article", field, value),
            Self::Chapter(field, value) => about("entry-no-chapter", field, value),
            Self::Date(field, value) => about("entry-no-date", field, value),
            Self::Number(field, value, least, most) => about("entry-no-number", field, value)
                .with("least", least.to_string())
                .with("most", most.to_string()),
            Self::Unreadable(field, value) => about("entry-unreadable", field, value),
        }
    }
}
