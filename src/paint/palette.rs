//! The user's choice of colours. The colours themselves stand in `hues.rs`.

/// The sets of colours. Every one works without its colours: no meaning hangs on colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    /// The terminal's own foreground and background and its 16 colours, for dark backgrounds.
    #[default]
    Dark,
    /// The 16 colours of the terminal, for light backgrounds.
    Light,
    /// Colours of red, green and blue in the place of the 16, for the background that is known.
    More,
    /// Without any colour (`NO_COLOR`).
    Plain,
}

impl Palette {
    /// The next set.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::More,
            Self::More => Self::Plain,
            Self::Plain => Self::Dark,
        }
    }
}
