//! A message without its language: an id and values. Errors and notices travel as messages and get
//! their words where they are shown.

use super::{Lang, Text, grouped, shortened, value_id};
use fluent_bundle::FluentValue;
use std::fmt;

/// A value that a message names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Words.
    Words(String),
    /// A whole number; it chooses the plural form and prints with separated thousands.
    Number(u64),
    /// The words of another message, by its id: a term with a name in every language.
    Named(String),
    /// A field as filters take it, by its code: its name and, where that is another word, the code.
    Field(&'static str),
    /// Words in each language, in the order of [`Lang::ALL`].
    InEach([String; Lang::COUNT]),
    /// The words of another message with its own values.
    Said(Box<Message>),
    /// Several values, one after the other.
    List(Vec<Arg>),
}

impl Arg {
    /// The name of a field of a need.
    pub fn field(code: &str) -> Self {
        Self::Named(format!("field-{code}"))
    }

    /// The name of a value of a closed vocabulary.
    pub fn value(field: &str, code: &str) -> Self {
        Self::Named(value_id(field, code))
    }

    /// The value with words of at most so many cells, `…` where they were cut.
    fn shortened(&self, room: usize) -> Self {
        match self {
            Self::Words(words) => Self::Words(shortened(words, room)),
            Self::InEach(words) => {
                Self::InEach(words.each_ref().map(|words| shortened(words, room)))
            }
            Self::Said(message) => Self::Said(Box::new(message.shortened(room))),
            Self::List(values) => values.iter().map(|value| value.shortened(room)).collect(),
            other => other.clone(),
        }
    }

    /// Numbers reach Fluent as numbers, so that a selector can choose a plural form; the message
    /// prints the grouped form, given beside it as words where it is large.
    pub(super) fn fluent(&self, text: &Text) -> FluentValue<'static> {
        match self {
            Self::Number(number) if *number < 1000 => FluentValue::from(*number),
            _ => FluentValue::from(self.words(text)),
        }
    }

    fn words(&self, text: &Text) -> String {
        match self {
            Self::Named(id) => text.tr(id).into_owned(),
            Self::Said(message) => text.say(message),
            Self::Words(words) => words.clone(),
            Self::InEach(words) => words[text.lang() as usize].clone(),
            Self::Number(number) => grouped(*number),
            Self::Field(code) => {
                let name = text.tr(&format!("field-{code}")).into_owned();
                if name.to_lowercase() == *code {
                    return (*code).to_owned();
                }
                text.tra("field-and-code", &[("name", Self::Words(name)), ("code", (*code).into())])
            }
            Self::List(values) => {
                let values: Vec<String> = values.iter().map(|value| value.words(text)).collect();
                values.join(&text.tr("list-separator"))
            }
        }
    }
}

impl From<&str> for Arg {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<String> for Arg {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

/// Several values, one after the other.
impl<A: Into<Arg>> FromIterator<A> for Arg {
    fn from_iter<I: IntoIterator<Item = A>>(values: I) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}

impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(u64::from(number))
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

/// A message: its id and values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    id: &'static str,
    args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// The message with this id and no values.
    pub fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    /// Adds one more value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The message with values of at most so many cells each; `…` stands where one was cut.
    #[must_use]
    pub fn shortened(&self, room: usize) -> Self {
        let args = self.args.iter().map(|(name, value)| (*name, value.shortened(room)));
        Self { id: self.id, args: args.collect() }
    }

    /// The id.
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// The values, in the order given.
    pub fn args(&self) -> &[(&'static str, Arg)] {
        &self.args
    }
}

/// In English: for logs and for tests. Text for users goes through [`Text::say`].
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Text::of(Lang::En).say(self))
    }
}
