//! The page of one need.

use crate::app::keys::context::KeyContext;
use crate::app::state::identities::Identities;
use crate::app::state::list::{List, Move, Side};
use crate::app::state::page::{Given, Opens, Page, Stepped, Turned};
use crate::app::state::told_by::ToldBy;
use crate::columns::{ListOnScreen, needs};
use crate::text::Lang;
use crate::worker::Answer;

/// The page of one need.
#[derive(Clone, Debug, Default)]
pub struct NeedPage {
    /// Its number.
    pub id: u32,
    /// The first line shown.
    pub scroll: usize,
}

impl Page for NeedPage {
    fn context(&self) -> KeyContext {
        KeyContext::Need
    }

    fn table(&self) -> &'static dyn ListOnScreen {
        &needs::SCREEN
    }

    fn list(&self) -> Option<&List> {
        None
    }

    fn list_mut(&mut self) -> Option<&mut List> {
        None
    }

    fn rows<'a>(&self, _: Option<&'a Answer>, _: Lang) -> Identities<'a> {
        Identities::none()
    }

    fn opens(&self, _: &Given<'_>) -> Opens {
        Opens::Nothing
    }

    fn told_by(&self, _: &Given<'_>) -> ToldBy {
        ToldBy::Need(self.id)
    }

    fn without_names(&self) -> Option<Self> {
        Some(self.clone())
    }

    fn step(&mut self, step: Move, page: usize, _: &Given<'_>) -> Stepped {
        self.scroll = match step {
            Move::Up => self.scroll.saturating_sub(1),
            Move::Down => self.scroll + 1,
            Move::PageUp => self.scroll.saturating_sub(page),
            Move::PageDown => self.scroll + page,
            Move::First => 0,
            Move::Last => usize::MAX / 2, // drawing stops at the last line
        };
        Stepped::Done
    }

    fn sideways(&mut self, _: Side) -> Turned {
        Turned::Neighbour
    }

    fn current_need(&self) -> Option<u32> {
        Some(self.id)
    }

    fn open_need(&self) -> Option<u32> {
        Some(self.id)
    }
}
