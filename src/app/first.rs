//! What the program was asked to show first: a main screen, the page of a need, a saved view.

use super::App;
use super::place::{Screen, View};
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

impl App {
    /// Shows what was asked for first.
    pub fn begin(&mut self, first: First) {
        match first {
            First::Screen(screen) => self.go(screen),
            First::Need(id) => {
                self.go(Screen::Needs);
                if let View::Needs(list) = &mut self.place_mut().view {
                    list.current = Some(id);
                }
                self.open_need(id);
            }
            // It may name a person, and who there is comes with the first answer.
            First::View(name, view) => self.to_begin_with = Some((name, view)),
        }
    }

    /// The first answer is there: a view that waited for it is shown.
    pub(super) fn begin_with_view(&mut self) {
        if let Some((name, view)) = self.to_begin_with.take() {
            self.show_view(&name, &view);
        }
    }
}
