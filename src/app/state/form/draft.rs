//! What was typed into forms that were left without saving: kept, and offered again.

use super::Form;
use crate::domain::{Coded, Kind, Moment};
use crate::store::KeptForm;
use std::collections::BTreeMap;

/// What was typed into one form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormDraft {
    /// The form: see [`Form::key`].
    pub form: String,
    /// The version of the record that its writer saw; 0 for a new one.
    pub version: u32,
    /// What is typed, by the codes of the fields.
    pub typed: BTreeMap<String, String>,
    /// When.
    pub at: Moment,
}

/// The form that a draft is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftOf {
    /// A new record of a kind.
    New(Kind),
    /// The record of a kind with this number.
    Known(Kind, u32),
    /// The next need of a sitting, by the number of the review.
    Sitting(u32),
}

impl FormDraft {
    /// The form that it is of; nothing where this program has no such form.
    pub fn of(&self) -> Option<DraftOf> {
        let mut words = self.form.split(' ');
        let kind = Kind::from_code(words.next()?)?;
        match (words.next(), words.next()) {
            (None, _) => Some(DraftOf::New(kind)),
            (Some("of"), Some(review)) => review.parse().ok().map(DraftOf::Sitting),
            (Some(number), _) => number.parse().ok().map(|number| DraftOf::Known(kind, number)),
        }
    }

    /// What is typed, as the file keeps it.
    pub fn text(&self) -> String {
        serde_json::to_string(&self.typed).unwrap_or_default()
    }
}

/// The drafts of forms of this session, by what tells forms apart.
#[derive(Clone, Debug, Default)]
pub struct FormDrafts(BTreeMap<String, FormDraft>);

impl FormDrafts {
    /// The draft of a form.
    pub fn get(&self, form: &str) -> Option<&FormDraft> {
        self.0.get(form)
    }

    /// Puts one in the place of what was there.
    pub fn put(&mut self, draft: FormDraft) {
        self.0.insert(draft.form.clone(), draft);
    }

    /// Takes one out; whether there was one.
    pub fn remove(&mut self, form: &str) -> bool {
        self.0.remove(form).is_some()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes what the file has kept, but of forms of which something was typed here.
    pub fn read(&mut self, kept: Vec<KeptForm>) {
        for one in kept {
            let Ok(typed) = serde_json::from_str(&one.text) else { continue };
            let KeptForm { form, version, at, .. } = one;
            let draft = FormDraft { form: form.clone(), version, typed, at };
            self.0.entry(form).or_insert(draft);
        }
    }

    /// Each of them, the newest first.
    pub fn iter(&self) -> impl Iterator<Item = &FormDraft> {
        let mut all: Vec<&FormDraft> = self.0.values().collect();
        all.sort_by_key(|draft| std::cmp::Reverse(draft.at));
        all.into_iter()
    }
}

impl Form {
    /// What tells the form from others: the kind, and the number of the record or, of new needs of a sitting, that of
    /// their review.
    pub fn key(&self, review: Option<u32>) -> String {
        let kind = self.kind.code();
        match (self.record, review) {
            (Some(record), _) => format!("{kind} {}", record.number),
            (None, Some(review)) => format!("{kind} of {review}"),
            (None, None) => kind.to_owned(),
        }
    }

    /// What is typed, to be kept; nothing where that is what stood there.
    pub fn draft(&self, key: String, at: Moment) -> Option<FormDraft> {
        let typed = self.fields.iter().filter(|own| own.differs());
        let typed: BTreeMap<String, String> =
            typed.map(|own| (own.field.code().to_owned(), own.typed())).collect();
        if typed.is_empty() {
            return None;
        }
        Some(FormDraft { form: key, version: self.version, typed, at })
    }

    /// Puts a draft in the place of what stands in its fields. It is written over the version that its writer saw.
    pub fn take_draft(&mut self, draft: &FormDraft) {
        for own in &mut self.fields {
            if let Some(words) = draft.typed.get(own.field.code()) {
                own.put(words);
            }
        }
        if self.record.is_some() && draft.version > 0 {
            self.version = self.version.min(draft.version);
        }
    }
}
