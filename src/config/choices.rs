//! The settings that are one of a few words: the theme, and the first screen.

/// The way in which the program chooses colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColourScheme {
    /// The terminal's own foreground and background.
    #[default]
    Auto,
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// More than the 16 colours of a terminal.
    More,
    /// Without colour.
    None,
}

impl ColourScheme {
    /// Every theme with the word that names it.
    pub const ALL: [(&'static str, Self); 5] = [
        ("auto", Self::Auto),
        ("dark", Self::Dark),
        ("light", Self::Light),
        ("more", Self::More),
        ("none", Self::None),
    ];

    /// The theme that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(name, _)| *name == word).map(|(_, theme)| *theme)
    }
}

/// The first screen of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartScreen {
    /// The overview.
    Overview,
    /// The triage queue of needs without a focal point.
    Triage,
    /// The queue of the person who works, where there is one.
    Mine,
}

impl StartScreen {
    /// Every way to start with the word that names it.
    pub const ALL: [(&'static str, Self); 3] =
        [("overview", Self::Overview), ("triage", Self::Triage), ("mine", Self::Mine)];

    /// The word that names it.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, start)| *start == self).map_or("", |(word, _)| word)
    }

    /// The way to start that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(name, _)| *name == word).map(|(_, start)| *start)
    }
}
