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
    /// The next set, and whether it is for a light background; those of more colours come for either. A terminal that
    /// does not name its background is taken for a dark one, and this is the way to the others.
    #[must_use]
    pub fn next(self, on_light: bool) -> (Self, bool) {
        match (self, on_light) {
            (Self::Dark, _) => (Self::Light, true),
            (Self::Light, _) => (Self::More, false),
            (Self::More, false) => (Self::More, true),
            (Self::More, true) => (Self::Plain, true),
            (Self::Plain, _) => (Self::Dark, false),
        }
    }
}
