//! The themes and documents of a register by their names, for cells that name many.

use crate::domain::{clean_line, fold};
use crate::query::register::Vocabulary;
use std::collections::HashMap;

/// The themes and documents of a register, by folded name.
pub(super) struct NamesInRegister {
    themes: HashMap<String, String>,
    documents: HashMap<String, String>,
}

impl NamesInRegister {
    /// Those of a register.
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let mut themes = HashMap::new();
        for theme in &vocabulary.themes {
            for name in theme.names.iter().chain([theme.code.as_str()]) {
                themes.entry(fold(name)).or_insert_with(|| theme.code.clone());
            }
        }
        let documents = vocabulary.documents.iter();
        let documents = documents.map(|one| (fold(&one.symbol), one.symbol.clone())).collect();
        Self { themes, documents }
    }

    /// The theme with a name in any language, as the change log knows it.
    pub(super) fn theme(&self, name: &str) -> Option<&str> {
        self.themes.get(&fold(name.trim())).map(String::as_str)
    }

    /// The symbol of the document with a symbol in any spelling of case.
    pub(super) fn document(&self, symbol: &str) -> Option<&str> {
        self.documents.get(&fold(&clean_line(symbol))).map(String::as_str)
    }
}
