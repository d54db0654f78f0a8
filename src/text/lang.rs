//! The languages of the program. A new one is a variant here and a folder of files.

use unic_langid::LanguageIdentifier;

/// A language of the program. The other four official languages of the United Nations can be
/// added without a change elsewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Chinese.
    Zh,
}

impl Lang {
    /// How many there are.
    pub const COUNT: usize = 2;
    /// Every language, in the order in which a key steps through them.
    pub const ALL: &'static [Self; Self::COUNT] = &[Self::En, Self::Zh];

    /// The two-letter code.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }

    /// The language of a tag such as `zh`, `zh_CN.UTF-8` or `en-GB`, if the program speaks it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let code = tag.split(['_', '-', '.', '@']).next()?.to_ascii_lowercase();
        Self::ALL.iter().copied().find(|l| l.code() == code)
    }

    /// The next language, the first after the last.
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::COUNT]
    }

    pub(super) fn identifier(self) -> LanguageIdentifier {
        // A two-letter code is always an identifier; the default is "undetermined".
        LanguageIdentifier::from_bytes(self.code().as_bytes()).unwrap_or_default()
    }

    /// The embedded Fluent files with the words of every screen.
    pub(super) fn screen_files(self) -> &'static [&'static str] {
        match self {
            Self::En => &[
                include_str!("en/values.ftl"),
                include_str!("en/filter.ftl"),
                include_str!("en/commands.ftl"),
                include_str!("en/screens.ftl"),
            ],
            Self::Zh => &[
                include_str!("zh/values.ftl"),
                include_str!("zh/filter.ftl"),
                include_str!("zh/commands.ftl"),
                include_str!("zh/screens.ftl"),
            ],
        }
    }

    /// Those with words that are said now and then: on the command line, when something fails, in
    /// figures.
    pub(super) fn other_files(self) -> &'static [&'static str] {
        match self {
            Self::En => &[
                include_str!("en/store.ftl"),
                include_str!("en/cli.ftl"),
                include_str!("en/analysis.ftl"),
                include_str!("en/properties.ftl"),
            ],
            Self::Zh => &[
                include_str!("zh/store.ftl"),
                include_str!("zh/cli.ftl"),
                include_str!("zh/analysis.ftl"),
                include_str!("zh/properties.ftl"),
            ],
        }
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
    fn next_comes_round() {
        let mut lang = Lang::En;
        for _ in Lang::ALL {
            lang = lang.next();
        }
        assert_eq!(lang, Lang::En);
    }
}
