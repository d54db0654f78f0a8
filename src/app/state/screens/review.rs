//! The page of one review and its needs.

use crate::app::keys::context::Context;
use crate::app::layout::below_page_head;
use crate::app::state::identities::Identities;
use crate::app::state::list::List;
use crate::app::state::page::{Given, Opens, Page};
use crate::columns::{ListOnScreen, needs};
use crate::text::Lang;
use crate::worker::Answer;
use ratatui::layout::Rect;

/// The page of one review.
#[derive(Clone, Debug)]
pub struct ReviewPage {
    /// Its place in the vocabulary.
    pub place: u16,
    /// The cursor in its needs; identities are their numbers.
    pub list: List,
}

impl Page for ReviewPage {
    fn context(&self) -> Context {
        Context::Review
    }

    fn table(&self) -> &'static dyn ListOnScreen {
        &needs::SCREEN
    }

    fn list(&self) -> Option<&List> {
        Some(&self.list)
    }

    fn list_mut(&mut self) -> Option<&mut List> {
        Some(&mut self.list)
    }

    fn rows<'a>(&self, answer: Option<&'a Answer>, _: Lang) -> Identities<'a> {
        Identities::needs(answer)
    }

    fn opens(&self, _: &Given<'_>) -> Opens {
        self.list.current.map_or(Opens::Nothing, Opens::Need)
    }

    fn without_names(&self) -> Option<Self> {
        None
    }

    fn list_area(&self, main: Rect) -> Rect {
        below_page_head(main)
    }

    fn current_need(&self) -> Option<u32> {
        self.list.current
    }

    /// As the list of needs under its filter.
    fn saved_as(&self) -> Option<&'static str> {
        Some("needs")
    }
}
