//! A short text that many records repeat, kept once.

use std::borrow::Borrow;
use std::collections::HashSet;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// A text that records may share, such as a kind, a status or a month; it is used as a `str`. The empty text takes no
/// memory beside the record.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Repeated(Option<Arc<str>>);

impl Repeated {
    /// The text.
    pub fn as_str(&self) -> &str {
        self.0.as_deref().unwrap_or_default()
    }

    /// Makes it empty.
    pub fn clear(&mut self) {
        self.0 = None;
    }
}

impl Deref for Repeated {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl<T: Into<Arc<str>>> From<T> for Repeated {
    fn from(text: T) -> Self {
        Self(Some(text.into()).filter(|text: &Arc<str>| !text.is_empty()))
    }
}

impl PartialEq<str> for Repeated {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Repeated {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl fmt::Debug for Repeated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

/// The texts that were given out so far.
#[derive(Debug, Default)]
pub struct RepeatedTexts(HashSet<Kept>);

#[derive(Debug, PartialEq, Eq, Hash)]
struct Kept(Arc<str>);

impl Borrow<str> for Kept {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl RepeatedTexts {
    /// A text, the same for all that ask for it.
    pub fn get(&mut self, text: &str) -> Repeated {
        if text.is_empty() {
            return Repeated::default();
        }
        if let Some(Kept(known)) = self.0.get(text) {
            return Repeated(Some(Arc::clone(known)));
        }
        let text: Arc<str> = text.into();
        self.0.insert(Kept(Arc::clone(&text)));
        Repeated(Some(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_repeated_is_kept_once() {
        let mut texts = RepeatedTexts::default();
        let [one, other, nothing] = ["done", "done", ""].map(|text| texts.get(text));
        let kept = |text: &Repeated| text.0.as_ref().map(|text| text.as_ptr());
        assert_eq!(kept(&one), kept(&other));
        assert_eq!((one.as_str(), nothing.as_str()), ("done", ""));
        assert_eq!((nothing, one), (Repeated::default(), Repeated::from("done")));
        assert_eq!(Repeated::from(""), Repeated::default(), "two forms of nothing would differ");
    }
}
