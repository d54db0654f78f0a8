//! The names of a record, in each language that has one.

use super::Lang;

/// The code of a language that is not stated.
pub const UNSTATED: &str = "und";

/// A name in each language that has one. Languages are codes: a register may have names in languages that the program
/// does not speak.
///
/// The languages of the program come first, in their order, then the others by code.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Names(Option<Box<str>>);

/// Stands behind each code and each name: all of them are kept in one piece, since tens of thousands of records have a
/// name or two.
const END: char = '\0';

/// The place of a language among names.
fn order(code: &str) -> (usize, &str) {
    (Lang::from_code(code).map_or(Lang::COUNT, |lang| lang as usize), code)
}

impl Names {
    /// The names of a record without any.
    pub const NONE: &'static Self = &Self(None);

    /// Sets the name in the language with a code; an empty one removes it.
    pub fn set(&mut self, code: &str, name: impl AsRef<str>) {
        let clean = |text: &str| text.replace(END, " ");
        let (code, name) = (clean(code), clean(name.as_ref()));
        let mut all: Vec<(&str, &str)> = self.pairs().collect();
        match all.binary_search_by(|(own, _)| order(own).cmp(&order(&code))) {
            Ok(place) if name.is_empty() => drop(all.remove(place)),
            Ok(place) => all[place].1 = &name,
            Err(_) if name.is_empty() => {}
            Err(place) => all.insert(place, (&code, &name)),
        }
        let kept: String = all.iter().flat_map(|(code, name)| [code, "\0", name, "\0"]).collect();
        self.0 = Some(kept.into_boxed_str()).filter(|kept| !kept.is_empty());
    }

    /// The name in a language of the program; else the English one, else the first, else
    /// nothing.
    pub fn in_lang(&self, lang: Lang) -> &str {
        let own = self.get(lang.code()).or_else(|| self.get(Lang::default().code()));
        own.or_else(|| self.iter().next()).unwrap_or_default()
    }

    /// The name in the language with a code, if there is one.
    pub fn get(&self, code: &str) -> Option<&str> {
        self.pairs().find(|(own, _)| *own == code).map(|(_, name)| name)
    }

    /// All names.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.pairs().map(|(_, name)| name)
    }

    /// All names with the codes of their languages.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let mut parts = self.0.as_deref().unwrap_or_default().split_terminator(END);
        std::iter::from_fn(move || parts.next().zip(parts.next()))
    }

    /// The names beside the one that is shown in a language, by which it may be looked for too.
    pub fn beside(&self, lang: Lang) -> String {
        let shown = self.in_lang(lang);
        self.iter().filter(|name| *name != shown).collect::<Vec<_>>().join(" ")
    }

    /// Whether there is no name in any language.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// The words of a message in each language of the program.
    pub fn of_message(id: &str) -> Self {
        Lang::ALL
            .iter()
            .map(|lang| (lang.code(), super::Text::of(*lang).tr(id).into_owned()))
            .collect()
    }
}

impl std::fmt::Debug for Names {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map().entries(self.pairs()).finish()
    }
}

impl<C: AsRef<str>, N: AsRef<str>> FromIterator<(C, N)> for Names {
    fn from_iter<I: IntoIterator<Item = (C, N)>>(names: I) -> Self {
        let mut all = Self::default();
        names.into_iter().for_each(|(code, name)| all.set(code.as_ref(), name));
        all
    }
}

impl<C: AsRef<str>, N: AsRef<str>, const COUNT: usize> From<[(C, N); COUNT]> for Names {
    fn from(names: [(C, N); COUNT]) -> Self {
        names.into_iter().collect()
    }
}

/// A record with names.
pub trait Named {
    /// Its names.
    fn names(&self) -> &Names;

    /// Its name in a language: see [`Names::in_lang`].
    fn in_lang(&self, lang: Lang) -> &str {
        self.names().in_lang(lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_a_language_lacks_is_the_english_one_or_else_the_first() {
        let both = Names::from([("zh", "加纳"), ("en", "Ghana"), ("fr", "Ghana (le)")]);
        assert_eq!([Lang::En, Lang::Zh].map(|lang| both.in_lang(lang)), ["Ghana", "加纳"]);
        assert_eq!(both.iter().collect::<Vec<_>>(), ["Ghana", "加纳", "Ghana (le)"]);
        let english = Names::from([("en", "Ghana"), ("zh", "")]);
        assert_eq!(english.in_lang(Lang::Zh), "Ghana");
        let other = Names::from([("ru", "Гана"), ("fr", "Ghana (le)")]);
        assert_eq!(Lang::ALL.map(|lang| other.in_lang(lang)), ["Ghana (le)"; Lang::COUNT]);
        assert_eq!(Names::default().in_lang(Lang::En), "");
    }

    #[test]
    fn a_name_is_put_in_place_of_another_and_taken_away() {
        let mut names = Names::from([("en", "one"), ("zh", "一")]);
        names.set("en", "two");
        names.set("zh", "");
        assert_eq!(names.pairs().collect::<Vec<_>>(), [("en", "two")]);
        assert_eq!((names.beside(Lang::En), names.get("zh")), (String::new(), None));
    }
}
