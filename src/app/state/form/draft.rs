//! Drafts of forms: the typed words of forms that were left unsaved, kept and offered again.

use super::Form;
use crate::app::state::workshop::PLANNED;
use crate::domain::{Coded, Kind, Moment};
use crate::store::KeptForm;
use std::collections::BTreeMap;

/// The draft of one form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormDraft {
    /// The key of the form: see [`Form::key`].
    pub form: String,
    /// The version of the record that the writer saw; 0 for a new record.
    pub version: u32,
    /// The typed words by the codes of their fields.
    pub typed: BTreeMap<String, String>,
    /// The time of the last change.
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
    /// A planned workshop.
    Workshop,
}

impl FormDraft {
    /// Gives the form that the draft is of; `None` if this program has no such form.
    pub fn of(&self) -> Option<DraftOf> {
        let mut words = self.form.split(' ');
        let kind = Kind::from_code(words.next()?)?;
        match (words.next(), words.next()) {
            (None, _) => Some(DraftOf::New(kind)),
            (Some(PLANNED), Some(_)) => Some(DraftOf::Workshop),
            (Some("of"), Some(review)) => review.parse().ok().map(DraftOf::Sitting),
            (Some(number), _) => number.parse().ok().map(|number| DraftOf::Known(kind, number)),
        }
    }

    /// Gives the typed words as the file keeps them: a JSON object.
    pub fn text(&self) -> String {
        serde_json::to_string(&self.typed).unwrap_or_default()
    }
}

/// The drafts of this session by the keys of their forms.
#[derive(Clone, Debug, Default)]
pub struct FormDrafts(BTreeMap<String, FormDraft>);

impl FormDrafts {
    /// Gives the draft of a form.
    pub fn get(&self, form: &str) -> Option<&FormDraft> {
        self.0.get(form)
    }

    /// Puts a draft in place of the form's last one.
    pub fn put(&mut self, draft: FormDraft) {
        self.0.insert(draft.form.clone(), draft);
    }

    /// Removes the draft of a form. Gives whether the form had one.
    pub fn remove(&mut self, form: &str) -> bool {
        self.0.remove(form).is_some()
    }

    /// Whether no form has a draft.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes the drafts of the file, but keeps those of this session.
    pub fn read(&mut self, kept: Vec<KeptForm>) {
        for one in kept {
            let Ok(typed) = serde_json::from_str(&one.text) else { continue };
            let KeptForm { form, version, at, .. } = one;
            let draft = FormDraft { form: form.clone(), version, typed, at };
            self.0.entry(form).or_insert(draft);
        }
    }

    /// Gives all drafts, the newest first.
    pub fn iter(&self) -> impl Iterator<Item = &FormDraft> {
        let mut all: Vec<&FormDraft> = self.0.values().collect();
        all.sort_by_key(|draft| std::cmp::Reverse(draft.at));
        all.into_iter()
    }
}

impl Form {
    /// Gives the key of the form's draft: the kind, with the record's number or, in a sitting, the review's number.
    pub fn key(&self, review: Option<u32>) -> String {
        let kind = self.kind.code();
        match (self.record, review) {
            (Some(record), _) => format!("{kind} {}", record.number),
            (None, Some(review)) => format!("{kind} of {review}"),
            (None, None) => kind.to_owned(),
        }
    }

    /// Gives the draft with the words that differ from those at the opening; `None` if no field differs.
    pub fn draft(&self, key: String, at: Moment) -> Option<FormDraft> {
        let typed = self.fields.iter().filter(|own| own.differs());
        let typed: BTreeMap<String, String> =
            typed.map(|own| (own.field.code().to_owned(), own.typed())).collect();
        if typed.is_empty() {
            return None;
        }
        Some(FormDraft { form: key, version: self.version, typed, at })
    }

    /// Puts a draft into the fields. Saving then writes over the version that the draft's writer saw.
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
