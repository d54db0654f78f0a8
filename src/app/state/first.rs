//! The first screen of the program.

use crate::app::state::place::Screen;
use crate::domain::{Coded, NeedNumber};
use crate::store::{LeftScreen, SavedView};

/// The first screen, where the command line names it or the person comes back to it.
#[derive(Clone, Debug)]
pub enum First {
    /// A main screen.
    Screen(Screen),
    /// The page of the need with this number, over the list of needs.
    Need(NeedNumber),
    /// A saved view, under the name that is shown.
    View(String, Box<SavedView>),
    /// The screen that the person who works has left last.
    Left(LeftScreen),
}

impl First {
    /// Whether it may show texts of needs.
    pub fn shows_texts(&self) -> bool {
        !matches!(self, Self::Left(left) if left.screen == Screen::Overview.code())
    }
}
