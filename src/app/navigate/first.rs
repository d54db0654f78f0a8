//! The first screen of the program: a main screen, the page of a need, a saved view, the screen that was left.

use crate::app::App;
use crate::app::state::first::First;
use crate::app::state::screens::{Screen, View};

impl App {
    /// Shows the first screen.
    pub fn begin(&mut self, first: First) {
        match first {
            First::Screen(screen) => self.go(screen),
            First::Need(id) => {
                self.go(Screen::Needs);
                if let View::Needs(page) = &mut self.place_mut().view {
                    page.list.current = Some(id.get());
                }
                self.open_need(id);
            }
            First::Left(left) => self.come_back(&left),
            // A view may name a person; the people come with the first answer.
            First::View(name, view) => self.to_begin_with = Some((name, view)),
        }
    }

    /// The first answer is there: a view that waited for it is shown.
    pub(in crate::app) fn begin_with_view(&mut self) {
        if let Some((name, view)) = self.to_begin_with.take() {
            self.show_view(&name, &view);
        }
    }
}
