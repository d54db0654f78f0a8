//! The reasons for refusing a typed value, each with a message that says what to type instead.

use crate::domain::Coded;
use crate::fields::RecordField;
use crate::text::{Arg, Message, grouped, shortened};

/// The most values that a message names.
const NAMED: usize = 6;

/// The widest part of a value that a message quotes.
const QUOTED: usize = 60;

/// The reason for refusing a typed value, with the field and the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The value is not in a closed list; with that list.
    NoneOf(RecordField, String, Vec<String>),
    /// The register does not have the name; with its nearest name.
    Unknown(RecordField, String, Option<String>),
    /// The name fits several values; with these.
    Several(RecordField, String, Vec<String>),
    /// A word is in place of an article's number.
    Article(RecordField, String),
    /// The value is not a chapter from II to VI.
    Chapter(RecordField, String),
    /// The value is not a date.
    Date(RecordField, String),
    /// The value is not a whole number from the first limit to the second.
    Number(RecordField, String, u32, u32),
    /// The value is not the code of a language.
    Language(RecordField, String),
    /// The line has more letters than the field takes: so many, of at most so many.
    LongLine(RecordField, usize, usize),
    /// The text has more bytes than the field takes: so many, of at most so many.
    LongText(RecordField, usize, usize),
    /// The row has more cells than the field's rows; with the codes of these.
    LongRow(RecordField, String, Vec<String>),
    /// The row has two texts in this language.
    SameLanguage(RecordField, String, String),
    /// The value is not in the form that the field takes.
    Unreadable(RecordField, String),
}

impl Refusal {
    /// Gives the message; the language puts in the name of the field.
    pub fn message(&self) -> Message {
        // A record that is named by itself, and by no field of another one, goes by its kind.
        let about = |id, field: &RecordField, value: &str| {
            let name = if field.is_itself() {
                format!("record-{}", field.kind().code())
            } else {
                field.name()
            };
            let value = shortened(value, QUOTED);
            Message::new(id).with("field", Arg::Named(name)).with("value", value)
        };
        let long = |id, field, count: &usize, most: &usize| {
            let (count, most) = (grouped(*count as u64), grouped(*most as u64));
            about(id, field, "").with("count", count).with("most", most)
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
            Self::Language(field, value) => about("entry-no-language", field, value),
            Self::LongLine(field, count, most) => long("entry-long-line", field, count, most),
            Self::LongText(field, count, most) => long("entry-long-text", field, count, most),
            Self::LongRow(field, value, cells) => {
                about("entry-long-row", field, value).with("cells", cells.join(" | "))
            }
            Self::SameLanguage(field, value, language) => {
                about("entry-same-language", field, value).with("language", language.as_str())
            }
            Self::Unreadable(field, value) => about("entry-unreadable", field, value),
        }
    }
}
