//! Reading without the names of States: the codes of posts, which name them in the log and among
//! those who are there.

use super::{Alike, Batch, LogEntry, Store, StoreError, UndoneField, load, refresh, vocabulary};
use crate::domain::TriageField;
use crate::query::register::{Disclosure, Register, Vocabulary};
use rusqlite::Connection;
use std::sync::Arc;

/// Shown in place of a writer's name that is an account of the system and no post.
const ACCOUNT: &str = "account";

/// The codes of posts: as the file has them, and as they are shown.
pub(super) struct Posts(Vec<(String, String)>);

impl Store {
    /// This store, reading without the names of States.
    #[must_use]
    pub fn without_names(mut self, kept: Disclosure) -> Self {
        self.kept = Some(kept);
        self
    }

    /// Names States from now on, or no more, in everything that is read. Gives the register that this
    /// store gave last as it reads then: its needs are the same, only the small tables are read anew.
    ///
    /// When it fails, everything stays as it was.
    pub fn turn_names(
        &mut self,
        kept: Option<Disclosure>,
        register: &Register,
    ) -> Result<Register, StoreError> {
        let kept = self.disclosed(kept);
        let before = std::mem::replace(&mut self.kept, kept);
        let turned = self.renamed(register, before);
        if turned.is_err() {
            self.kept = before;
        }
        turned.map_err(|error| error.at(&self.path))
    }

    /// Turns names off or on while the register is still being read: its reading has to be begun
    /// anew.
    pub fn turn_names_unread(&mut self, kept: Option<Disclosure>) {
        self.kept = self.disclosed(kept);
    }

    fn renamed(
        &self,
        register: &Register,
        before: Option<Disclosure>,
    ) -> Result<Register, StoreError> {
        let transaction = self.connection.unchecked_transaction()?;
        let mut renamed = if refresh::same_tables(&transaction, register, before, self.day)? {
            let vocabulary = Arc::new(self.vocabulary_for(&transaction, register)?);
            Register { vocabulary, ..register.clone() }
        } else {
            load::whole(&transaction, self.kept, self.day)?
        };
        transaction.finish()?;
        renamed.stamp = register.stamp + 1;
        Ok(renamed)
    }

    /// The small tables as they read now, for columns that name rows by the places of `register`:
    /// those of reviews, themes, posts and activities are the same with names and without.
    fn vocabulary_for(
        &self,
        connection: &Connection,
        register: &Register,
    ) -> Result<Vocabulary, StoreError> {
        Ok(Vocabulary {
            theme_sets: register.vocabulary.theme_sets.clone(),
            match_sets: register.vocabulary.match_sets.clone(),
            ..vocabulary::read(connection, self.kept, self.day)?
        })
    }

    /// Whether States are named.
    pub fn names_states(&self) -> bool {
        self.kept.is_none()
    }

    /// The codes of posts with the codes to show in their place; `None` where States are named.
    pub(super) fn posts(&self) -> Result<Option<Posts>, StoreError> {
        let Some(kept) = self.kept else { return Ok(None) };
        let real = vocabulary::read(&self.connection, None, self.day)?;
        let shown = vocabulary::without_names(&self.connection, real.clone(), kept)?;
        let codes = real.people.into_iter().zip(shown.people);
        Ok(Some(Posts(codes.map(|(real, shown)| (real.code, shown.code)).collect())))
    }
}

impl Posts {
    /// The codes of the file, by the place of each post.
    pub(super) fn codes(self) -> Vec<String> {
        self.0.into_iter().map(|(real, _)| real).collect()
    }

    /// The code of the file for one that is shown. A code that is not shown is nobody's here.
    pub(super) fn real<'a>(&'a self, code: &'a str) -> &'a str {
        let shown = self.0.iter().find(|(_, shown)| shown == code);
        match shown {
            Some((real, _)) => real,
            None if self.0.iter().any(|(real, _)| real == code) => "",
            None => code,
        }
    }

    /// Puts the code that is shown in place of the one of the file.
    pub(super) fn replace(&self, code: &mut String) {
        if let Some((_, shown)) = self.0.iter().find(|(real, _)| real == code) {
            code.clone_from(shown);
        }
    }

    /// Replaces a writer's name: a post by its shown code, any other by [`ACCOUNT`], as its words
    /// may name a State.
    pub(super) fn replace_who(&self, who: &mut String) {
        if self.0.iter().any(|(real, _)| real == who) {
            self.replace(who);
        } else {
            ACCOUNT.clone_into(who);
        }
    }

    /// Takes the codes of posts out of a change.
    pub(super) fn hide(&self, entry: &mut LogEntry) {
        self.replace_who(&mut entry.who);
        if entry.field.triage() == Some(TriageField::FocalPoint) {
            let values = [&mut entry.before, &mut entry.after];
            values.into_iter().flatten().for_each(|code| self.replace(code));
        }
    }

    /// Takes the codes of posts out of a batch, and the note that its writer has left.
    pub(super) fn hide_batch(&self, batch: &mut Batch) {
        self.replace_who(&mut batch.who);
        batch.note.clear();
        for changed in &mut batch.fields {
            if changed.field.triage() == Some(TriageField::FocalPoint) {
                for value in [&mut changed.before, &mut changed.after] {
                    if let Alike::One(Some(code)) = value {
                        self.replace(code);
                    }
                }
            }
        }
    }

    /// Takes the codes of posts out of a field to be undone, and all else that can name a State.
    pub(super) fn hide_undone(&self, undone: &mut UndoneField) {
        if !undone.field.is_itself() && undone.field.triage().is_none() {
            (undone.now, undone.then) = (None, None);
        }
        if let Some((by, _)) = &mut undone.since {
            self.replace_who(by);
        }
        if undone.field.triage() == Some(TriageField::FocalPoint) {
            let values = [&mut undone.now, &mut undone.then];
            values.into_iter().flatten().for_each(|code| self.replace(code));
        }
    }
}
