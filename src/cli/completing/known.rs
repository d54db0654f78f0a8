//! The words of the register that a command would open, as far as it can be had at once: only read, never made,
//! never migrated. Without a register, the reference facts that every register begins with.

use super::standing::Standing;
use crate::cli::person::{acting, person};
use crate::cli::register_file;
use crate::domain::{Day, NeedNumber};
use crate::query::Context;
use crate::query::register::{Register, Vocabulary};
use crate::store::{Access, SavedView, Store};
use crate::text::{Lang, Text};
use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The register, which is opened by the first question that needs it.
pub(super) struct Known {
    pub(super) lang: Lang,
    file: Option<PathBuf>,
    who: Option<String>,
    /// Whether no State may be named, nor anything else that stands in the file.
    nameless: bool,
    loaded: OnceCell<Loaded>,
}

/// The parts of the register that have been read.
#[derive(Default)]
struct Loaded {
    /// The vocabulary without any need.
    register: Register,
    views: Vec<SavedView>,
}

impl Known {
    /// The register that the options on the line name, or else the environment.
    pub(super) fn new(lang: Lang, standing: &Standing<'_>) -> Self {
        let stated = |option: &str, variable: &str| {
            let value = standing.value(option).map(str::to_owned);
            value.or_else(|| std::env::var(variable).ok()).filter(|value| !value.is_empty())
        };
        let named = stated("db", "TA_TUI_DB").map(|typed| at_home(&typed));
        Self {
            lang,
            file: register_file::place(named.as_deref()),
            who: stated("as", "TA_TUI_AS"),
            nameless: standing.value("no-names").is_some(),
            loaded: OnceCell::new(),
        }
    }

    /// The words of the language.
    pub(super) fn text(&self) -> &'static Text {
        Text::of(self.lang)
    }

    /// The vocabulary of the register, without its needs.
    pub(super) fn register(&self) -> &Register {
        &self.loaded().register
    }

    /// The vocabulary alone.
    pub(super) fn vocabulary(&self) -> &Vocabulary {
        &self.register().vocabulary
    }

    /// The saved views of the user.
    pub(super) fn views(&self) -> &[SavedView] {
        &self.loaded().views
    }

    /// The numbers of the needs, which are many: none of them is kept.
    pub(super) fn needs(&self) -> Vec<NeedNumber> {
        let store = if self.nameless { None } else { self.opened() };
        store.and_then(|store| store.numbers_of_needs().ok()).unwrap_or_default()
    }

    /// The context of filters: the person who works.
    pub(super) fn context(&self) -> Context {
        let vocabulary = self.vocabulary();
        let who = self.who.as_deref().and_then(|who| person(who, vocabulary).ok());
        // No completion depends on the day.
        Context::of(who.map_or("", |who| &who.code), Day::from_number(0), vocabulary)
    }

    fn loaded(&self) -> &Loaded {
        self.loaded.get_or_init(|| {
            if self.nameless {
                return Loaded::default();
            }
            self.read().unwrap_or_else(|| {
                let facts = Store::in_memory().and_then(|store| store.vocabulary());
                Loaded { register: with(facts.unwrap_or_default()), ..Loaded::default() }
            })
        })
    }

    fn opened(&self) -> Option<Store> {
        let file = self.file.as_deref().filter(|file| file.is_file())?;
        Store::open(file, Access::ReadOnly).ok()
    }

    /// The contents of the file, where it can be read.
    fn read(&self) -> Option<Loaded> {
        let store = self.opened()?;
        let who = acting(self.who.as_deref(), &store).unwrap_or_default();
        let views = store.saved_views(&who).unwrap_or_default();
        Some(Loaded { register: with(store.vocabulary().ok()?), views })
    }
}

fn with(vocabulary: Vocabulary) -> Register {
    Register { vocabulary: Arc::new(vocabulary), ..Register::default() }
}

/// A path as the shell gives it to a program: `~` is the home folder.
fn at_home(typed: &str) -> PathBuf {
    let home = typed.strip_prefix("~/").zip(std::env::var_os("HOME"));
    home.map_or_else(|| PathBuf::from(typed), |(rest, home)| Path::new(&home).join(rest))
}
