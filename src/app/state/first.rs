//! What the program was asked to show first.

use crate::app::state::place::Screen;
use crate::store::SavedView;

/// What is shown first, where the command line says so.
#[derive(Clone, Debug)]
pub enum First {
    /// A main screen.
    Screen(Screen),
    /// The page of the need with this number, over the list of needs.
    Need(u32),
    /// A saved view, under the name that is shown.
    View(String, Box<SavedView>),
}
