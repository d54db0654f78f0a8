//! Keeps cursors and pages on their reviews when reviews move to other places in the vocabulary: one was taken out or
//! brought back, or the register of another day has fewer.

use crate::app::App;
use crate::app::state::screens::View;
use crate::query::register::Vocabulary;
use std::sync::Arc;

impl App {
    /// Follows the reviews to their places in the vocabulary of the next answer.
    pub(in crate::app) fn follow_reviews(&mut self, now: &Arc<Vocabulary>) {
        let Some(before) = self.answer.as_ref().map(|of| Arc::clone(&of.register.vocabulary))
        else {
            return;
        };
        if Arc::ptr_eq(&before, now) {
            return;
        }
        let moved = |place: u32| {
            let id = before.reviews.get(usize::try_from(place).ok()?)?.id;
            let there = now.reviews.iter().position(|review| review.id == id)?;
            u32::try_from(there).ok()
        };
        let open = self.places.iter_mut().map(|place| &mut place.view);
        for view in open.chain(self.left.iter_mut().flatten()) {
            match view {
                View::Reviews(page) => page.list.renumber(&moved),
                View::Review(page) => {
                    let there = moved(page.place.into()).and_then(|place| place.try_into().ok());
                    page.place = there.unwrap_or(page.place);
                }
                _ => {}
            }
        }
    }
}
