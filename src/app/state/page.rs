//! The description that each screen and page gives of itself: its context of keys, its list, the effects of keys that
//! move or open, and its state in a saved view and in an anonymous register.
//!
//! A page is plain state. Where an effect needs the whole program, its methods return a request for it ([`Opens`],
//! [`Stepped`], [`Turned`]).

use crate::app::keys::context::KeyContext;
use crate::app::layout::FACETS_FROM;
use crate::app::state::assistance::AssistanceRecord;
use crate::app::state::identities::Identities;
use crate::app::state::list::{List, Move, Side};
use crate::app::state::told_by::ToldBy;
use crate::columns::ListOnScreen;
use crate::domain::NeedNumber;
use crate::query::register::Person;
use crate::query::{Field, Filter, Measure};
use crate::store::NeedDetail;
use crate::text::Lang;
use crate::worker::{Answer, Wanted, Whose};
use ratatui::layout::Rect;
use std::borrow::Cow;

/// The data that a page is looked at with.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// The last answer of the worker, if there is one.
    pub answer: Option<&'a Answer>,
    /// The measure of charts.
    pub measure: Measure,
    /// The part of a need that memory does not hold, as it was read last.
    pub detail: Option<&'a NeedDetail>,
}

/// The people who can have a queue, by whom a saved view names it.
#[derive(Clone, Copy)]
pub struct Posts<'a> {
    /// All people of the register, by their places.
    pub known: &'a [Person],
    /// The code or the name of the person who works.
    pub mine: &'a str,
}

/// The target of Enter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opens {
    /// There is nothing under the cursor, or it opens nothing.
    Nothing,
    /// The page of the need with this number.
    Need(NeedNumber),
    /// The page of a State: a place in the vocabulary.
    State(u16),
    /// The page of a review: a place in the vocabulary.
    Review(u16),
    /// The records that are counted under a value of a field.
    Counted(Field, String),
    /// The needs with a value of a field, of what the page is about.
    NeedsOf(Field, String),
    /// The page of a record of assistance.
    Assistance(AssistanceRecord),
    /// The needs of a filter.
    Filtered(Filter),
    /// The changes of the need whose page it is, with the cursor on a batch.
    Changes(i64),
    /// The need that the one whose page it is repeats.
    Repeated,
    /// The first part of the page below its head.
    Part,
    /// The pane on the right.
    Right,
    /// The line under the cursor of the screen of figures.
    Figure,
    /// The line under the cursor of the page of themes.
    Theme,
    /// The changes of the batch under the cursor of the page of changes, which open or close.
    Batch,
}

impl Opens {
    /// The page of the need under the cursor, if there is one.
    pub fn need(need: Option<NeedNumber>) -> Self {
        need.map_or(Self::Nothing, Self::Need)
    }
}

/// The part of a step of the cursor that is left to the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stepped {
    /// No part: the cursor has moved.
    Done,
    /// The step in the list of the page.
    InList,
    /// The step among people, each of whom shows their queue.
    AmongPeople,
    /// The step in the list of figures, or in a figure.
    InFigures,
    /// The step among themes or their articles.
    AmongThemes,
    /// The step among sections, each of which shows its list.
    AmongSections,
}

/// The part of a step sideways that is left to the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turned {
    /// No part: the cursor has moved, or it is at the edge.
    Done,
    /// The need before or after it.
    Neighbour,
    /// The changes of the batch under the cursor are opened or closed.
    Batch,
    /// The step between the list of figures and a figure, or in it.
    InFigures,
    /// Another part of the news.
    InNews,
    /// The step to another column of the gaps, or to the sections.
    InGaps,
}

/// Makes the methods of a [`Page`] whose cursor moves in one list: from its columns, and the field that holds it.
macro_rules! of_one_list {
    ($table:expr, $list:ident) => {
        fn table(&self) -> &'static dyn $crate::columns::ListOnScreen {
            &$table
        }

        fn list(&self) -> Option<&$crate::app::state::list::List> {
            Some(&self.$list)
        }

        fn list_mut(&mut self) -> Option<&mut $crate::app::state::list::List> {
            Some(&mut self.$list)
        }
    };
}
pub(in crate::app) use of_one_list;

/// A screen or page.
pub trait Page {
    /// The context of its keys.
    fn context(&self) -> KeyContext;

    /// The list whose columns it shows; where it shows none, the one that its numbers open. Chosen columns and
    /// orders are kept under its name.
    fn table(&self) -> &'static dyn ListOnScreen;

    /// The list that the cursor moves in, if there is one.
    fn list(&self) -> Option<&List>;

    /// The list that the cursor moves in, to be changed.
    fn list_mut(&mut self) -> Option<&mut List>;

    /// The identities of the rows of that list, in their order in a language.
    fn rows<'a>(&self, answer: Option<&'a Answer>, lang: Lang) -> Identities<'a>;

    /// The target of Enter.
    fn opens(&self, given: &Given<'_>) -> Opens;

    /// The page as it stays in an anonymous register; `None` for the page of one State.
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

    /// The number of its panes beside the facet pane.
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

    /// Gives the extra data that the worker is to make for the screen.
    fn asks_for(&self) -> Option<Wanted> {
        None
    }

    /// Whether it shows texts of needs, or leads to a comparison of texts with another day.
    fn shows_texts(&self) -> bool {
        true
    }

    /// The command of the command line for its contents.
    fn told_by(&self, given: &Given<'_>) -> ToldBy;

    /// The need that the cursor is on, or whose page it is.
    fn current_need(&self) -> Option<NeedNumber> {
        None
    }

    /// The need that is open in it, which other sessions see.
    fn open_need(&self) -> Option<NeedNumber> {
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

    /// The queue that it shows.
    fn whose_queue(&self) -> Option<Whose> {
        None
    }

    /// Its name in a saved view, where it is no main screen; `None` where it cannot be saved.
    fn saved_as(&self) -> Option<Cow<'static, str>> {
        None
    }

    /// Its order as saved views keep it: the code of a column, behind a minus the other way round.
    fn order_code(&self) -> Option<String> {
        let list = self.list()?;
        let heads = self.table().heads();
        let minus = if list.descending { "-" } else { "" };
        heads.get(list.column).map(|head| format!("{minus}{}", head.code))
    }

    /// Its arrangement as a saved view keeps it, beside columns and order.
    fn arranged_as(&self, posts: &Posts<'_>) -> String {
        let _ = posts;
        String::new()
    }

    /// Its own measure, where that does not follow the measure of charts.
    fn own_measure(&self) -> Option<Measure> {
        None
    }

    /// Arranges it as a saved view says. Returns the new measure of charts, where that follows from the view.
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
