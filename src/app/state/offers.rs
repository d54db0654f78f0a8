//! The offers for the words of a filter, as far as they are known.

use crate::query::{Filter, Meant};
use crate::text::Lang;
use std::sync::Arc;

/// The last offers, with the filter and language that they are for.
#[derive(Clone, Debug, Default)]
pub struct Offers {
    of: Filter,
    lang: Lang,
    meant: Arc<[Meant]>,
}

impl Offers {
    /// The offers for the words of a filter, in a language.
    pub fn new(of: Filter, lang: Lang, meant: Arc<[Meant]>) -> Self {
        Self { of, lang, meant }
    }

    /// The offers for a filter, if they are known.
    pub fn of(&self, filter: &Filter, lang: Lang) -> Option<&[Meant]> {
        (self.of == *filter && self.lang == lang).then_some(&*self.meant)
    }

    /// The last offers, also if the filter is another one by now.
    pub fn before(&self) -> &[Meant] {
        &self.meant
    }
}

/// A filter that asks for the values that words name.
pub struct Instead {
    /// The filter.
    pub filter: Filter,
    /// The words that stand in no text.
    pub words: Vec<String>,
    /// The terms in their place, in their order.
    pub terms: Vec<String>,
}
