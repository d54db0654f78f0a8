//! Which colours the user wants. The colours themselves stand in `theme.rs`.

/// The sets of colours. Every one works without its colours: no meaning hangs on colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    /// The terminal's own foreground and background and its 16 colours, for dark backgrounds.
    #[default]
    Dark,
    /// The same for light backgrounds.
    Light,
    /// No colour at all (`NO_COLOR`).
    Plain,
}

impl Palette {
    /// The next set.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::Plain,
            Self::Plain => Self::Dark,
        }
    }
}
