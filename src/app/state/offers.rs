//! What was probably meant by words of the filter, as far as it is known.

use crate::query::{Filter, Meant};
use crate::text::Lang;
use std::sync::Arc;

/// What was probably meant by words of the filter for which that was told last.
#[derive(Clone, Debug, Default)]
pub struct Offers {
    of: Filter,
    lang: Lang,
    meant: Arc<[Meant]>,
}

impl Offers {
    /// What was meant by the words of a filter, in a language.
    pub fn new(of: Filter, lang: Lang, meant: Arc<[Meant]>) -> Self {
        Self { of, lang, meant }
    }

    /// What was meant by the words of a filter, if that is known.
    pub fn of(&self, filter: &Filter, lang: Lang) -> Option<&[Meant]> {
        (self.of == *filter && self.lang == lang).then_some(&*self.meant)
    }

    /// The offers that were told last, also if the filter is another one by now.
    pub fn before(&self) -> &[Meant] {
        &self.meant
    }
}

/// A filter that asks for what words name.
pub struct Instead {
    /// The filter.
    pub filter: Filter,
    /// The words that stand in no text.
    pub words: Vec<String>,
    /// What is asked for in their place, in their order.
    pub terms: Vec<String>,
}
