//! The picker of a theme for many needs.

use crate::app::state::picker::Picker;

/// Which needs are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meant {
    /// Those selected.
    Selected,
    /// Those of the queue on the screen.
    Queue,
    /// Those that the filter matches.
    Found,
}

impl Meant {
    /// By which the messages tell them apart.
    pub fn code(self) -> &'static str {
        match self {
            Self::Selected => "selected",
            Self::Queue => "queue",
            Self::Found => "found",
        }
    }
}

/// A theme that can be given or taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// One of the register, by its English name.
    Known(String),
    /// One that is made by giving it.
    New(String),
}

/// The picker of a theme for many needs.
#[derive(Clone, Debug)]
pub struct Tagging {
    /// The themes.
    pub picker: Picker<Offer>,
    /// Which needs are meant.
    pub meant: Meant,
    /// Whether the theme is given; else it is taken away.
    pub giving: bool,
    /// The needs, by number.
    pub needs: Vec<u32>,
    /// How many of them have each theme, by its place in the vocabulary.
    pub(in crate::app) have: Vec<u32>,
    /// How many of the items are themes of the register.
    pub(in crate::app) known: usize,
}
