//! What each screen and page says of itself: where its keys are heard, its list, what keys that move or open
//! do there, what a saved view keeps of it, what stays of it without names of States.
//!
//! A page is plain state. What only the program as a whole can do it asks for by what its methods give
//! ([`Opens`], [`Stepped`], [`Turned`]).

use crate::app::keys::context::KeyContext;
use crate::app::layout::FACETS_FROM;
use crate::app::state::identities::Identities;
use crate::app::state::list::{List, Move, Side};
use crate::app::state::told_by::ToldBy;
use crate::columns::ListOnScreen;
use crate::query::register::Person;
use crate::query::{Field, Measure};
use crate::store::NeedDetail;
use crate::text::Lang;
use crate::worker::{Answer, Wanted, Whose};
use ratatui::layout::Rect;

/// What a page is looked at with.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// The last answer of the worker, if there is one.
    pub answer: Option<&'a Answer>,
    /// What charts count.
    pub measure: Measure,
    /// The part of a need that memory does not hold, as it was read last.
    pub detail: Option<&'a NeedDetail>,
}

/// Who can have a queue: what a saved view names it by.
#[derive(Clone, Copy)]
pub struct Posts<'a> {
    /// Everybody who is known, by their places.
    pub known: &'a [Person],
    /// The code or the name of the person who works.
    pub mine: &'a str,
}

/// What Enter opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opens {
    /// There is nothing under the cursor, or it opens nothing.
    Nothing,
    /// The page of the need with this number.
    Need(u32),
    /// The page of a State: a place in the vocabulary.
    State(u16),
    /// The page of a review: a place in the vocabulary.
    Review(u16),
    /// The records that are counted under a value of a field.
    Counted(Field, String),
    /// The needs with a value of a field, of what the page is about.
    NeedsOf(Field, String),
    /// An activity: a place in the vocabulary.
    Activity(usize),
    /// The changes of the need whose page it is, with the cursor on a batch.
    Changes(i64),
    /// The need that the one whose page it is repeats.
    Repeated,
    /// The first part of the page below its head.
    Part,
    /// The pane on the right.
    Right,
    /// What the cursor of the screen of figures is on.
    Figure,
    /// What the cursor of the page of themes is on.
    Theme,
    /// The changes of the batch that the cursor of the page of changes is on; or they are closed.
    Batch,
}

/// What a step of the cursor leaves to the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stepped {
    /// Nothing: the cursor has moved.
    Done,
    /// The step in the list of the page.
    InList,
    /// The step among people, each of whom shows their queue.
    AmongPeople,
    /// The step in the list of figures, or in a figure.
    InFigures,
    /// The step among themes or their articles.
    AmongThemes,
}

/// What a step sideways leaves to the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turned {
    /// Nothing: the cursor has moved, or there is nothing beside it.
    Done,
    /// The need before or after it.
    Neighbour,
    /// The changes of the batch under the cursor are opened or closed.
    Batch,
    /// The step between the list of figures and a figure, or in it.
    InFigures,
    /// Another part of the news.
    InNews,
}

/// A screen or page.
pub trait Page {
    /// Where its keys are heard.
    fn context(&self) -> KeyContext;

    /// The list whose columns it shows; where it shows none, the one that its numbers open. Chosen columns and
    /// orders are kept under its name.
    fn table(&self) -> &'static dyn ListOnScreen;

    /// The list that the cursor moves in, if there is one.
    fn list(&self) -> Option<&List>;

    /// The same, to change it.
    fn list_mut(&mut self) -> Option<&mut List>;

    /// The identities of the rows of that list, in their order in a language.
    fn rows<'a>(&self, answer: Option<&'a Answer>, lang: Lang) -> Identities<'a>;

    /// What Enter opens.
    fn opens(&self, given: &Given<'_>) -> Opens;

    /// What stays of it where no State is named; nothing where it is of one State.
    fn without_names(&self) -> Option<Self>
    where
        Self: Sized;

    /// Moves the cursor; `page` is how many rows the screen shows.
    fn step(&mut self, step: Move, page: usize, given: &Given<'_>) -> Stepped {
        let _ = (step, page, given);
        Stepped::InList
    }

    /// Goes sideways: to another chart, pane, need or history.
    fn sideways(&mut self, side: Side) -> Turned {
        let _ = side;
        Turned::Done
    }

    /// How many panes it has beside the facet pane.
    fn panes(&self) -> usize {
        1
    }

    /// The pane with the cursor, from the left or the top.
    fn pane(&self) -> usize {
        0
    }

    /// Puts the cursor in another pane.
    fn to_pane(&mut self, pane: usize) {
        let _ = pane;
    }

    /// The area of the list that the cursor moves in, header included, in the screen without its frame.
    fn list_area(&self, main: Rect) -> Rect {
        main
    }

    /// The lines above its list, which stand above what is beside the list too; `charts`: whether that is shown.
    fn head(&self, charts: bool) -> u16 {
        let _ = charts;
        0
    }

    /// From how many columns on the facet pane is shown beside it unless the user says otherwise.
    fn facets_from(&self) -> u16 {
        FACETS_FROM
    }

    /// Whether a pane beside its list can follow the cursor.
    fn has_detail(&self) -> bool {
        false
    }

    /// How many panes stand beside its list where they have room, counted behind its own.
    fn panes_beside(&self) -> usize {
        0
    }

    /// What the worker is to make beside the needs of the filter.
    fn asks_for(&self) -> Option<Wanted> {
        None
    }

    /// Whether it shows what needs say, or leads to where that is compared with another day.
    fn shows_texts(&self) -> bool {
        true
    }

    /// The command of the command line that gives what it shows.
    fn told_by(&self, given: &Given<'_>) -> ToldBy;

    /// The need that the cursor is on, or whose page it is.
    fn current_need(&self) -> Option<u32> {
        None
    }

    /// The need that is open in it, of which other people are told.
    fn open_need(&self) -> Option<u32> {
        None
    }

    /// The State that the cursor is on, or whose page it is: a place in the vocabulary.
    fn current_state(&self) -> Option<u16> {
        None
    }

    /// The person whom the cursor is on: a place in the vocabulary.
    fn current_person(&self) -> Option<u16> {
        None
    }

    /// Whose queue it shows.
    fn whose_queue(&self) -> Option<Whose> {
        None
    }

    /// What a saved view calls it, where it is no main screen; nothing where it cannot be saved.
    fn saved_as(&self) -> Option<&'static str> {
        None
    }

    /// Its order as saved views keep it: the code of a column, behind a minus the other way round.
    fn order_code(&self) -> Option<String> {
        let list = self.list()?;
        let heads = self.table().heads();
        let minus = if list.descending { "-" } else { "" };
        heads.get(list.column).map(|head| format!("{minus}{}", head.code))
    }

    /// What a saved view keeps of how it is arranged, beside columns and order.
    fn arranged_as(&self, posts: &Posts<'_>) -> String {
        let _ = posts;
        String::new()
    }

    /// What it counts, where that does not follow what charts count.
    fn own_measure(&self) -> Option<Measure> {
        None
    }

    /// Arranges it as a saved view says. Gives what charts count from now on, where that follows from the view.
    fn arrange(
        &mut self,
        arrangement: &str,
        measure: Measure,
        posts: &Posts<'_>,
    ) -> Option<Measure> {
        let _ = (arrangement, posts);
        Some(measure)
    }
}
