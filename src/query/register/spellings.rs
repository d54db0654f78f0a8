//! The ways to write the name of a State beside those that are shown, ready to be compared.

use crate::query::names::Name;
use std::sync::{Arc, OnceLock};

/// Ways to write a name. They are put into the form in which they are compared when one is first looked for, and the
/// copies of a register share them.
#[derive(Clone, Debug, Default)]
pub struct Spellings(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    written: Vec<String>,
    compared: OnceLock<Arc<[Name]>>,
}

impl Spellings {
    /// The spellings as written.
    pub fn written(&self) -> impl Iterator<Item = &str> {
        self.0.written.iter().map(String::as_str)
    }

    /// The spellings in the form in which they are compared.
    pub(in crate::query) fn compared(&self) -> Arc<[Name]> {
        let of = || self.written().map(Name::new).collect();
        self.0.compared.get_or_init(of).clone()
    }
}

impl FromIterator<String> for Spellings {
    fn from_iter<I: IntoIterator<Item = String>>(written: I) -> Self {
        let shared = Shared { written: written.into_iter().collect(), compared: OnceLock::new() };
        Self(Arc::new(shared))
    }
}

impl PartialEq for Spellings {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.written == other.0.written
    }
}

impl Eq for Spellings {}
