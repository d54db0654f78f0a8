//! A published figure, and the query that yields it.

use super::check::Check;
use super::form::Form;
use super::query::{Told, What};
use crate::config::FilePosition;
use crate::domain::Day;
use crate::query::{Field, Filter, Test};
use crate::text::{Arg, Lang, Message, Names, Text};

/// A published figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name in the ledger.
    pub id: String,
    /// The paragraph or footnote of the document.
    pub paragraph: String,
    pub(super) about: Names,
    pub(super) remark: Names,
    /// The figure, as published.
    pub published: String,
    /// The figures or sentences that it is computed from, where the document does not say it
    /// itself; else empty.
    pub computed_from: String,
    /// The query that yields it; `None` where no register can.
    pub query: Option<Query>,
    /// How it must stand to other published figures.
    pub check: Option<Check>,
    /// The place where the entry begins.
    pub place: FilePosition,
    /// Whether it is of the built-in ledger, which names values of the sample register.
    pub is_built_in: bool,
}

/// A paragraph as people read it; of a footnote, with the number of the note.
pub fn place_in_words(place: &str, text: &Text) -> String {
    match place.split_once(" fn") {
        Some((paragraph, note)) => text
            .tra("paragraph-footnote", &[("paragraph", paragraph.into()), ("note", note.into())]),
        None => place.to_owned(),
    }
}

impl Entry {
    /// The statement of the figure.
    pub fn about(&self, lang: Lang) -> &str {
        self.about.in_lang(lang)
    }

    /// Its paragraph; of a footnote, with the number of the note.
    pub fn paragraph_in_words(&self, text: &Text) -> String {
        place_in_words(&self.paragraph, text)
    }

    /// The figures and paragraphs that it is computed from, as people read them; may be empty.
    pub fn computed_from_in_words(&self, text: &Text) -> Arg {
        let places = self.computed_from.split(", ");
        places.map(|place| place_in_words(place, text)).collect()
    }

    /// The remark on it; may be empty.
    pub fn remark(&self, lang: Lang) -> &str {
        self.remark.in_lang(lang)
    }

    /// The published figure, where it is a whole number.
    pub fn number(&self) -> Option<u32> {
        self.published.replace(',', "").parse().ok()
    }
}

/// The query that yields a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// The day whose register is asked; `None` for the present register.
    pub as_of: Option<Day>,
    /// The earlier day, where the figure is growth.
    pub since: Option<Day>,
    /// The things counted, and which of them.
    pub what: What,
    /// How the figure is expressed.
    pub form: Form,
    /// The query as the ledger writes it: the things counted, and which of them.
    pub text: String,
    /// The places of the query's characters, for mistakes that only a register can tell.
    pub(super) at: At,
}

impl Query {
    /// The place of a byte of the query's filter, or of the filter of the whole.
    pub(in crate::analysis) fn place(&self, whole: bool, byte: usize) -> FilePosition {
        let places = if whole { &self.at.of } else { &self.at.filter };
        let none = || FilePosition { file: String::new(), line: 0, column: 0 };
        places.get(byte).or(places.last()).cloned().unwrap_or_else(none)
    }
}

/// The places of a query's characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct At {
    pub(super) filter: Vec<FilePosition>,
    pub(super) of: Vec<FilePosition>,
}

impl Query {
    /// Whether the result can differ where no State is named: it asks for facts of States, posts or
    /// activities, or for words in texts.
    pub fn rests_on_names(&self) -> bool {
        let asks = |filter: &Filter| {
            filter.terms.iter().any(|term| match &term.test {
                Test::Field(field, _) => field.is_of_state() || *field == Field::Focal,
                Test::Text(_) => true,
            })
        };
        let whole = match &self.form {
            Form::Number | Form::Growing | Form::Date | Form::Word => false,
            Form::Percent(whole) | Form::Share(whole) => asks(whole),
            Form::Each(field) | Form::Equal(field) | Form::Ranking(field) => field.is_of_state(),
            Form::Rank(field, whole) => field.is_of_state() || asks(whole),
        };
        whole
            || match &self.what {
                What::Counted(_, filter) | What::Stakeholders(filter) => asks(filter),
                What::Told(Told::Level, _) => false,
                _ => true,
            }
    }
}

/// A mistake in a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The place.
    pub place: FilePosition,
    /// The message that states it.
    pub message: Message,
}
