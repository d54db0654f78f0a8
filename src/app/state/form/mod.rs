//! The form of a record of any kind: its fields, the typed words, their differences from the register, and the message
//! at each field. Only [`crate::entry`] reads typed values.

pub mod draft;
pub mod field;
mod language;
mod named;
pub mod offers;
pub mod proposed;
pub mod sitting;
mod together;
pub mod words;

use crate::domain::{Day, Kind, Record};
use crate::entry;
use crate::fields::RecordField;
use crate::query::register::Vocabulary;
use crate::store::{Conflict, Edited, RecordEdit, StoreError, WholeRecord};
use crate::text::{Message, Text};
use field::{FormField, Theirs};

/// The form of a record.
#[derive(Clone, Debug)]
pub struct Form {
    /// The kind of record.
    pub kind: Kind,
    /// The record; `None` for a new one.
    pub record: Option<Record>,
    /// The version of the record that the user saw.
    pub version: u32,
    /// The fields, in the order of the form.
    pub fields: Vec<FormField>,
    /// The field under the cursor.
    pub at: usize,
    /// Whether a doubt about a value was shown: the next save writes the value.
    pub doubted: bool,
    /// The language that was guessed from the text and put into its field when it was saved; empty for none.
    pub guessed: &'static str,
}

impl Form {
    /// Makes the empty form of a new record, the cursor in its first field.
    pub fn new(kind: Kind) -> Self {
        let fields = RecordField::in_form(kind).into_iter().map(FormField::new).collect();
        Self { kind, record: None, version: 0, fields, at: 0, doubted: false, guessed: "" }
    }

    /// Makes the form of a record of the register.
    pub fn of(whole: &WholeRecord, vocabulary: &Vocabulary, text: &Text) -> Self {
        let mut form = Self::new(whole.record.kind);
        (form.record, form.version) = (Some(whole.record), whole.version);
        for own in &mut form.fields {
            let value = whole.value(own.field).map(str::to_owned);
            let words = words::of(own.field, value.as_deref(), vocabulary, text);
            own.stand(value, &words);
        }
        form
    }

    /// Gives the field under the cursor.
    pub fn current(&self) -> Option<&FormField> {
        self.fields.get(self.at)
    }

    /// Gives the field under the cursor, to be changed.
    pub fn current_mut(&mut self) -> Option<&mut FormField> {
        self.fields.get_mut(self.at)
    }

    /// Gives the index of the field with a code.
    pub fn place(&self, code: &str) -> Option<usize> {
        self.fields.iter().position(|own| own.field.code() == code)
    }

    /// Gives the words typed into the field with a code; empty if the form has no such field.
    pub fn typed(&self, code: &str) -> String {
        self.place(code).map_or_else(String::new, |place| self.fields[place].typed())
    }

    /// Puts words from the place that opened the form into a field: they do not count as a difference.
    pub fn carry(&mut self, code: &str, words: &str) {
        if let Some(place) = self.place(code) {
            self.fields[place].carry(words);
        }
    }

    /// Moves the cursor to the field with a code.
    pub fn go_to(&mut self, code: &str) {
        if let Some(place) = self.place(code) {
            self.at = place;
        }
    }

    /// Moves the cursor by `by` fields, around the ends.
    pub fn step(&mut self, by: isize) {
        let count = self.fields.len().max(1).cast_signed();
        self.at = (self.at.cast_signed() + by).rem_euclid(count).cast_unsigned();
    }

    /// Whether the cursor is in the last field.
    pub fn is_at_end(&self) -> bool {
        self.at + 1 >= self.fields.len()
    }

    /// Whether a field differs from its words at the opening.
    pub fn differs(&self) -> bool {
        self.fields.iter().any(FormField::differs)
    }

    /// Discards the typed words: puts back those at the opening.
    pub fn discard(&mut self) {
        self.fields.iter_mut().for_each(FormField::discard);
        self.doubted = false;
    }

    /// Checks the field under the cursor; a value that cannot be written gets its message.
    pub fn check(&mut self, vocabulary: &Vocabulary, today: Day) {
        let Some(own) = self.fields.get(self.at) else { return };
        let problem = self.problem(own, vocabulary, today);
        self.fields[self.at].problem = problem;
    }

    /// Puts the names of what is referred to in place of the codes and numbers typed into the field under the cursor,
    /// where these can be read. Gives whether the words have changed.
    pub fn name_referred(&mut self, vocabulary: &Vocabulary, text: &Text) -> bool {
        let Some(own) = self.current_mut() else { return false };
        if own.problem.is_some() || own.field.stored().referred().is_empty() || !own.differs() {
            return false;
        }
        let typed = own.typed();
        let Ok(value) = entry::read(own.field, &typed, vocabulary) else { return false };
        let named = words::of(own.field, value.as_deref(), vocabulary, text);
        if named == typed || value.is_none() {
            return false;
        }
        own.put(&named);
        true
    }

    /// Gives the reason why the words of a field cannot be written.
    fn problem(&self, own: &FormField, vocabulary: &Vocabulary, today: Day) -> Option<Message> {
        if !own.differs() && self.record.is_some() {
            return None;
        }
        if let Err(refusal) = entry::read(own.field, &own.typed(), vocabulary) {
            return Some(refusal.message());
        }
        self.refused_together(own, vocabulary)
            .or_else(|| self.refused_in_time(own, vocabulary, today))
    }

    /// Gives the edit that writes the typed values; `None` if a field is refused or doubted, which then has the message
    /// and the cursor.
    pub fn edit(&mut self, vocabulary: &Vocabulary, today: Day) -> Option<RecordEdit> {
        let (mut values, mut first) = (Vec::new(), None);
        for place in 0..self.fields.len() {
            let problem = self.problem(&self.fields[place], vocabulary, today);
            if problem.is_some() {
                first.get_or_insert(place);
            }
            let is_doubt = self.fields[place].problem.is_some() && problem.is_none();
            if problem.is_some() || is_doubt {
                self.fields[place].problem = problem;
            }
            let own = &self.fields[place];
            let is_written = if self.record.is_some() { own.differs() } else { true };
            if let Ok(value) = entry::read(own.field, &own.typed(), vocabulary)
                && is_written
                && (value != own.before || own.theirs.is_some())
            {
                values.push((own.field, value));
            }
        }
        if let Some(place) = first {
            self.at = place;
            return None;
        }
        if self.doubts(vocabulary) {
            return None;
        }
        let record = self.record.map_or(Edited::New(self.kind), Edited::Known);
        let if_version = self.record.map(|_| self.version);
        Some(RecordEdit { record, values, void: None, if_version })
    }

    /// Shows the doubt about an article of the other cycle, or about a need that states no article, chapter or category,
    /// once. Gives whether it was shown now.
    fn doubts(&mut self, vocabulary: &Vocabulary) -> bool {
        let Some(place) = self.place("article") else { return false };
        let doubt = self.article_of_other_cycle(vocabulary).or_else(|| self.in_no_figure());
        let Some(message) = doubt else { return false };
        if std::mem::replace(&mut self.doubted, true) {
            return false;
        }
        self.fields[place].problem = Some(message);
        self.at = place;
        true
    }

    /// Takes the values that other users wrote first: shows them beside the fields, and has the next save write over
    /// them. Moves the cursor to the first of these fields.
    pub fn take_conflicts(&mut self, found: &[Conflict], vocabulary: &Vocabulary, text: &Text) {
        let mut first = None;
        for conflict in found {
            let place = self.fields.iter().position(|own| own.field == conflict.field);
            let Some(place) = place else { continue };
            first = Some(first.map_or(place, |first: usize| first.min(place)));
            let words = words::of(conflict.field, conflict.theirs.as_deref(), vocabulary, text);
            self.fields[place].theirs = Some(Theirs {
                value: conflict.theirs.clone(),
                words,
                by: conflict.by.clone(),
                at: conflict.at,
            });
            self.version = self.version.max(conflict.version);
        }
        self.at = first.unwrap_or(self.at);
    }

    /// Takes another user's value into the field under the cursor.
    pub fn take_theirs(&mut self) {
        let Some(own) = self.current_mut() else { return };
        if let Some(theirs) = own.theirs.take() {
            own.stand(theirs.value, &theirs.words);
        }
    }

    /// Shows a refusal of the store at its field, and moves the cursor there; false if the error names no field.
    pub fn take_refusal(&mut self, error: &StoreError) -> bool {
        let place = match error {
            StoreError::FieldValue(field, _)
            | StoreError::GivenOnce(field)
            | StoreError::OwnReviewer(field)
            | StoreError::StepBefore(field, _)
            | StoreError::Rule(field, _)
            | StoreError::StateName(field, ..)
            | StoreError::StepAhead(field, _) => {
                self.fields.iter().position(|own| own.field == *field)
            }
            StoreError::Required(fields) => {
                let of = |own: &FormField| fields.contains(&own.field);
                for own in self.fields.iter_mut().filter(|own| of(own)) {
                    own.problem = Some(StoreError::Required(vec![own.field]).message());
                }
                let first = self.fields.iter().position(of);
                self.at = first.unwrap_or(self.at);
                return first.is_some();
            }
            StoreError::Taken(..) => self.fields.iter().position(|own| own.field.is_given_once()),
            StoreError::UnknownPerson(_) | StoreError::Retired(..) => self.place("focal"),
            StoreError::HasQueue(..) => self.place("until"),
            StoreError::UnknownNeed(_) | StoreError::Circle(_) => self.place("duplicate"),
            StoreError::LongNotes => self.place("notes"),
            StoreError::UnknownRecord(kind, _) => self.refers_to(kind),
            _ => None,
        };
        let Some(place) = place else { return false };
        self.fields[place].problem = Some(error.message());
        self.at = place;
        true
    }

    /// Gives the first changed field that refers to records of a kind.
    fn refers_to(&self, kind: &str) -> Option<usize> {
        use crate::domain::Coded;
        self.fields.iter().position(|own| {
            let refers = own.field.stored().referred();
            let is_kind = |of: &crate::fields::Referred| {
                of.table == kind || of.kind.is_some_and(|of| of.code() == kind)
            };
            refers.iter().any(is_kind) && own.differs()
        })
    }
}

#[cfg(test)]
mod tests;
