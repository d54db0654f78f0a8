//! A filter in the words of the language, kept from one frame to the next: to look up the names of States and people
//! takes longer than to draw a frame.

use crate::query::Filter;
use crate::query::register::Vocabulary;
use crate::text::Lang;
use std::cell::RefCell;
use std::sync::Arc;

/// The filter that was written last.
#[derive(Debug, Default)]
pub struct InWords {
    last: RefCell<Option<Written>>,
}

#[derive(Debug)]
struct Written {
    filter: Filter,
    lang: Lang,
    vocabulary: Arc<Vocabulary>,
    text: String,
}

impl InWords {
    /// A filter in the words of a language, with the names of a register.
    pub fn of(&self, filter: &Filter, lang: Lang, vocabulary: &Arc<Vocabulary>) -> String {
        let mut last = self.last.borrow_mut();
        let is_it = |of: &&Written| {
            of.filter == *filter && of.lang == lang && Arc::ptr_eq(&of.vocabulary, vocabulary)
        };
        if let Some(known) = last.as_ref().filter(is_it) {
            return known.text.clone();
        }
        let text = filter.in_words(lang, vocabulary);
        let vocabulary = Arc::clone(vocabulary);
        *last = Some(Written { filter: filter.clone(), lang, vocabulary, text: text.clone() });
        text
    }
}
