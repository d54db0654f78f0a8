//! The themes of a need as the change log keeps them: their English names in order, joined by
//! `; `, so that a person reads them and a program takes them apart again.

use super::{clean_line, fold};
use std::collections::BTreeSet;

const BETWEEN: &str = "; ";

/// A set of themes, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeNames(BTreeSet<String>);

impl ThemeNames {
    /// Reads the form that the log keeps.
    pub fn read(code: Option<&str>) -> Self {
        let names = code.unwrap_or_default().split(BETWEEN).map(str::trim);
        Self(names.filter(|name| !name.is_empty()).map(str::to_owned).collect())
    }

    /// The form that the log keeps; `None` for no theme.
    pub fn code(&self) -> Option<String> {
        let names: Vec<&str> = self.iter().collect();
        (!names.is_empty()).then(|| names.join(BETWEEN))
    }

    /// The names, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Adds one, unless it is there in another spelling of case and accents.
    pub fn add(&mut self, name: &str) {
        let name = theme_name(name);
        if !name.is_empty() && !self.0.iter().any(|own| fold(own) == fold(&name)) {
            self.0.insert(name);
        }
    }

    /// Takes one away, in whatever spelling of case and accents.
    pub fn remove(&mut self, name: &str) {
        let name = fold(&theme_name(name));
        self.0.retain(|own| fold(own) != name);
    }
}

impl<T: AsRef<str>> FromIterator<T> for ThemeNames {
    fn from_iter<I: IntoIterator<Item = T>>(names: I) -> Self {
        let mut all = Self::default();
        names.into_iter().for_each(|name| all.add(name.as_ref()));
        all
    }
}

/// A theme's name, cleaned: one line without the sign that separates names.
pub fn theme_name(typed: &str) -> String {
    clean_line(&typed.replace([';', '；'], ","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_read_back_from_what_the_log_keeps() {
        let set: ThemeNames = ["whistle-blowers", "asset declarations"].into_iter().collect();
        assert_eq!(set.code().as_deref(), Some("asset declarations; whistle-blowers"));
        assert_eq!(ThemeNames::read(set.code().as_deref()), set);
        assert_eq!(ThemeNames::read(None).code(), None);
        assert_eq!(ThemeNames::read(Some(" ; ; ")).code(), None);
    }

    #[test]
    fn a_theme_is_the_same_in_every_spelling_of_case() {
        let mut set = ThemeNames::read(Some("asset declarations"));
        set.add("Asset Declarations");
        set.add("a;b\u{1b}");
        assert_eq!(set.code().as_deref(), Some("a,b; asset declarations"));
        set.remove("ASSET declarations");
        assert_eq!(set.code().as_deref(), Some("a,b"));
    }
}
