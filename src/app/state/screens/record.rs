//! The pages of one State and of one review: the record, and its needs under the filter. One type for both; [`Owner`]
//! sets them apart.

use crate::app::keys::context::KeyContext;
use crate::app::layout;
use crate::app::state::identities::Identities;
use crate::app::state::list::List;
use crate::app::state::page::{Given, Opens, Page};
use crate::app::state::told_by::ToldBy;
use crate::columns::{ListOnScreen, needs};
use crate::text::Lang;
use crate::worker::Answer;
use ratatui::layout::Rect;
use std::fmt::Debug;
use std::marker::PhantomData;

/// A kind of record that needs belong to.
pub trait Owner: Clone + Debug {
    /// The context of keys on its page.
    const CONTEXT: KeyContext;

    /// The lines of its page above the list of needs.
    const HEAD: u16;

    /// The State that the page of the record at a place is about, where the record is one.
    fn state(place: u16) -> Option<u16>;
}

/// States own needs.
#[derive(Clone, Debug)]
pub struct OfState;

impl Owner for OfState {
    const CONTEXT: KeyContext = KeyContext::State;
    const HEAD: u16 = layout::STATE_HEAD;

    fn state(place: u16) -> Option<u16> {
        Some(place)
    }
}

/// Reviews own needs.
#[derive(Clone, Debug)]
pub struct OfReview;

impl Owner for OfReview {
    const CONTEXT: KeyContext = KeyContext::Review;
    const HEAD: u16 = layout::REVIEW_HEAD;

    fn state(_: u16) -> Option<u16> {
        None
    }
}

/// The page of one State.
pub type StatePage = RecordPage<OfState>;

/// The page of one review.
pub type ReviewPage = RecordPage<OfReview>;

/// The page of one record that owns needs.
#[derive(Clone, Debug)]
pub struct RecordPage<O> {
    /// The place of the record in the vocabulary.
    pub place: u16,
    /// The cursor in its needs; identities are their numbers.
    pub list: List,
    owner: PhantomData<O>,
}

impl<O> RecordPage<O> {
    /// The page of the record at this place, the cursor on its first need.
    pub fn new(place: u16) -> Self {
        Self { place, list: List::default(), owner: PhantomData }
    }
}

impl<O: Owner> Page for RecordPage<O> {
    fn context(&self) -> KeyContext {
        O::CONTEXT
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

    fn told_by(&self, _: &Given<'_>) -> ToldBy {
        ToldBy::List("needs")
    }

    fn without_names(&self) -> Option<Self> {
        None
    }

    fn list_area(&self, main: Rect) -> Rect {
        layout::below_page_head(main, O::HEAD)
    }

    fn current_need(&self) -> Option<u32> {
        self.list.current
    }

    fn current_state(&self) -> Option<u16> {
        O::state(self.place)
    }

    /// The page is saved as the list of needs under its filter.
    fn saved_as(&self) -> Option<&'static str> {
        Some("needs")
    }
}
