//! The languages of the program, in one table. A new one is a line of it, a folder of Fluent files, and a column of
//! names in the reference tables.

use unic_langid::LanguageIdentifier;

/// The embedded Fluent files of a language.
pub(super) struct Files {
    /// The files with the words of every screen.
    pub(super) screens: [&'static str; 5],
    /// The files with words that are used now and then: on the command line, when something fails, in figures.
    pub(super) others: [&'static str; 7],
    /// The short forms of values, which are no Fluent file: see [`super::Form`].
    pub(super) short: &'static str,
}

/// The table row of a language.
struct Language {
    code: &'static str,
    /// The names of the columns that hold its words.
    columns: &'static [(&'static str, &'static str)],
    /// The first and the last of each run of letters that it alone among the languages is written in; empty for one
    /// in Latin letters.
    letters: &'static [(char, char)],
    files: fn() -> Files,
}

/// Makes the languages from their table: name in code, description, two-letter code, own letters, files.
macro_rules! languages {
    ($($(#[cfg($when:meta)])? $name:ident, $about:literal, $code:literal, $letters:expr, $files:expr;)+) => {
        /// A language of the program.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Lang {
            $($(#[cfg($when)])? #[doc = $about] $name,)+
        }

        impl Lang {
            /// Every language, in the order in which a key steps through them.
            pub const ALL: &'static [Self; Self::COUNT] = &[$($(#[cfg($when)])? Self::$name),+];
            /// The number of languages.
            pub const COUNT: usize = [$($(#[cfg($when)])? $code),+].len();
        }

        /// In the order of [`Lang::ALL`].
        static TABLE: [Language; Lang::COUNT] = [$($(#[cfg($when)])? Language {
            code: $code,
            columns: &[
                ("about", concat!("about_", $code)),
                ("name", concat!("name_", $code)),
                ("post", concat!("post_", $code)),
                ("remark", concat!("remark_", $code)),
            ],
            letters: $letters,
            files: $files,
        }),+];
    };
}

/// The files of a folder beside this one.
macro_rules! folder {
    ($code:literal) => {
        || Files {
            screens: [
                include_str!(concat!($code, "/values.ftl")),
                include_str!(concat!($code, "/filter.ftl")),
                include_str!(concat!($code, "/commands.ftl")),
                include_str!(concat!($code, "/screens.ftl")),
                include_str!(concat!($code, "/columns.ftl")),
            ],
            others: [
                include_str!(concat!($code, "/store.ftl")),
                include_str!(concat!($code, "/cli.ftl")),
                include_str!(concat!($code, "/analysis.ftl")),
                include_str!(concat!($code, "/spreadsheet.ftl")),
                include_str!(concat!($code, "/import.ftl")),
                include_str!(concat!($code, "/export.ftl")),
                include_str!(concat!($code, "/importing.ftl")),
            ],
            short: include_str!(concat!($code, "/short.txt")),
        }
    };
}

languages! {
    En, "English.", "en", &[], folder!("en");
    Zh, "Chinese.", "zh", &[('\u{2e80}', '\u{9fff}')], folder!("zh");
    #[cfg(test)] MadeUp, "A language made up for tests.", "qaa", super::made_up::LETTERS, super::made_up::files;
}

impl Default for Lang {
    /// English: the language of programs, and of words that another language lacks.
    fn default() -> Self {
        Self::ALL[0]
    }
}

impl Lang {
    fn row(self) -> &'static Language {
        &TABLE[self as usize]
    }

    /// The two-letter code.
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// The language with a code, if the program speaks it.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|lang| lang.code() == code)
    }

    /// The language of a tag such as `zh`, `zh_CN.UTF-8` or `en-GB`, if the program speaks it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::from_code(&tag.split(['_', '-', '.', '@']).next()?.to_ascii_lowercase())
    }

    /// The language that a name is written in, as far as its letters tell: the one whose own letters stand in it, else
    /// the first.
    pub fn of_letters(name: &str) -> Self {
        let own = |lang: &Self, c: char| {
            lang.row().letters.iter().any(|(from, to)| (*from..=*to).contains(&c))
        };
        let found = Self::ALL.iter().find(|lang| name.chars().any(|c| own(lang, c)));
        found.copied().unwrap_or_default()
    }

    /// The name of the column that has `what` in this language: `name_en`. Empty for values in one language only.
    pub fn column(self, what: &str) -> &'static str {
        let named = self.row().columns.iter().find(|(of, _)| *of == what);
        named.map_or("", |(_, column)| column)
    }

    /// The next language, the first after the last.
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::COUNT]
    }

    /// The languages beside this one.
    pub fn others(self) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |other| *other != self)
    }

    pub(super) fn identifier(self) -> LanguageIdentifier {
        // A code is always an identifier; the default is "undetermined".
        LanguageIdentifier::from_bytes(self.code().as_bytes()).unwrap_or_default()
    }

    pub(super) fn files(self) -> Files {
        (self.row().files)()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_names_its_language() {
        assert_eq!(Lang::from_tag("zh_CN.UTF-8"), Some(Lang::Zh));
        assert_eq!(Lang::from_tag("EN-gb"), Some(Lang::En));
        assert_eq!(Lang::from_tag("C.UTF-8"), None);
    }

    #[test]
    fn letters_tell_a_language_that_has_its_own() {
        let of = ["Ghana", "加纳", "S/加纳", "Гана", ""].map(Lang::of_letters);
        assert_eq!(of, [Lang::En, Lang::Zh, Lang::Zh, Lang::En, Lang::En]);
    }

    #[test]
    fn next_comes_round() {
        let mut lang = Lang::En;
        for _ in Lang::ALL {
            lang = lang.next();
        }
        assert_eq!(lang, Lang::En);
    }
}
