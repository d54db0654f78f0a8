//! What every command starts from: the language, the settings, the register and the question that
//! the filter asks of it.

use super::args::{FilterArgs, Globals};
use super::failure::{Failure, Status};
use super::interface::Start;
use super::register_file::{self, RegisterFile};
use crate::config::Config;
use crate::domain::Day;
use crate::exchange::width;
use crate::query::register::Register;
use crate::query::{Context, Filter, FilterError, Plan, Selection, Test, parse, select};
use crate::store::{Access, Store, StoreError};
use crate::text::Text;
use std::path::Path;

/// Who a change is recorded under when `--as` does not say.
pub const DEFAULT_WHO: &str = "local";

/// What the arguments, the environment and the configuration settle for all commands.
pub(super) struct Session<'a> {
    pub(super) text: &'a Text,
    pub(super) config: &'a Config,
    pub(super) globals: &'a Globals,
}

impl Session<'_> {
    /// Who works.
    pub(super) fn who(&self) -> &str {
        self.globals.who.as_deref().filter(|who| !who.trim().is_empty()).unwrap_or(DEFAULT_WHO)
    }

    /// The register's file; the first time, a copy of the built-in sample register.
    pub(super) fn file(&self) -> Result<RegisterFile, Failure> {
        let named = self.globals.db.as_deref().filter(|db| !db.is_empty());
        register_file::find(named.map(Path::new), self.text)
    }

    /// The register, open for reading.
    pub(super) fn open(&self) -> Result<Store, Failure> {
        let file = self.file()?;
        file.announce(self.text);
        Ok(Store::open(&file.path, Access::ReadOnly)?)
    }

    /// The register, open for writing; refused with `--read-only` and where nothing can be written.
    pub(super) fn open_to_write(&self) -> Result<Store, Failure> {
        let file = self.file()?;
        file.announce(self.text);
        if self.globals.read_only {
            return Err(StoreError::ReadOnly.into());
        }
        let store = Store::open(&file.path, Access::ReadWrite)?;
        match store.access() {
            Access::ReadWrite => Ok(store),
            Access::ReadOnly => Err(StoreError::ReadOnly.into()),
        }
    }

    /// The register in memory.
    pub(super) fn register(&self) -> Result<Register, Failure> {
        Ok(self.open()?.load(&mut |_| true)?)
    }

    /// Asks a filter of the register.
    pub(super) fn ask<'r>(
        &'r self,
        register: &'r Register,
        words: &FilterArgs,
    ) -> Result<Question<'r>, Failure> {
        let people = &register.vocabulary.people;
        let me = self.globals.who.as_deref().and_then(|who| {
            people.iter().position(|person| person.code == who).map(|place| place as u16)
        });
        let context = Context { today: Day::today(), me };
        let typed = words.text();
        let filter = parse(&typed).map_err(|error| unreadable(&typed, &error))?;
        let plan = Plan::resolve(&filter, register, &context)
            .map_err(|error| unreadable(&typed, &error))?;
        // Nothing cancels a command, so there always is a selection.
        let selection =
            select(register, &plan, &|| false).ok_or_else(|| Failure::from(StoreError::Stopped))?;
        Ok(Question { text: self.text, register, filter, plan, selection })
    }

    /// What the interactive program starts with.
    pub(super) fn start(&self, filter: String) -> Result<Start, Failure> {
        let file = self.file()?;
        Ok(Start {
            db: file.path,
            read_only: self.globals.read_only,
            filter,
            who: self.globals.who.clone(),
            lang: self.text.lang(),
            config: self.config.clone(),
            built_in_sample: file.built_in,
        })
    }
}

/// A filter and what it lets through.
pub(super) struct Question<'a> {
    pub(super) text: &'a Text,
    pub(super) register: &'a Register,
    pub(super) filter: Filter,
    pub(super) plan: Plan,
    pub(super) selection: Selection,
}

impl Question<'_> {
    /// Whether every term says something about States alone; then States without a review, or
    /// without a need, can answer.
    pub(super) fn on_states_only(&self) -> bool {
        self.filter
            .terms
            .iter()
            .all(|term| matches!(&term.test, Test::Field(field, _) if field.is_of_state()))
    }

    /// The reviews asked for, by place: those that pass, where every term says something about
    /// reviews or States; else those with a need that passes.
    pub(super) fn reviews(&self) -> Vec<bool> {
        if self.plan.on_reviews_only() {
            self.plan.reviews(&self.register.vocabulary)
        } else {
            self.selection.counts.by_review().iter().map(|needs| *needs > 0).collect()
        }
    }

    /// How many needs of a review pass.
    pub(super) fn needs_of_review(&self, place: usize) -> u32 {
        self.selection.counts.by_review().get(place).copied().unwrap_or(0)
    }
}

/// A filter that cannot be read: the text, a caret below the place, the reason.
pub fn unreadable(typed: &str, error: &FilterError) -> Failure {
    // One character for one, so that the caret stands where it must.
    let shown: String = typed.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let before = shown.get(..error.at.start).unwrap_or(&shown);
    let marked = shown.get(error.at.clone()).map_or(1, width).max(1);
    let caret = format!("{}{}", " ".repeat(width(before)), "^".repeat(marked));
    Failure::new(Status::Usage, error.message()).showing(shown).showing(caret)
}
