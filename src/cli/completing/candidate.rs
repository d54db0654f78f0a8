//! A completion at the cursor: words with their meanings, or names of files.

use clap::Command;

/// A completion at the cursor.
pub(super) enum Found {
    /// The name of a file.
    Files,
    /// One of these words.
    Words(Vec<Candidate>),
}

/// A word that can take the place of the one that is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) word: String,
    /// Its meaning; empty where the word says it.
    pub(super) about: String,
}

impl Candidate {
    pub(super) fn new(word: impl Into<String>, about: impl Into<String>) -> Self {
        Self { word: word.into(), about: about.into() }
    }

    /// Whether the candidate begins with the typed text, in any case of letters.
    pub(super) fn goes_on(&self, typed: &str) -> bool {
        self.word.to_lowercase().starts_with(&typed.to_lowercase())
    }
}

/// The description of a command.
pub(super) fn about(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}
