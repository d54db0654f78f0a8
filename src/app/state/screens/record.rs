//! The pages of one State and of one review: the record, and its needs under the filter. One type for both; [`Owner`]
//! sets them apart.

use crate::app::keys::context::KeyContext;
use crate::app::layout;
use crate::app::state::assistance::AssistanceRecord;
use crate::app::state::charts::{ChartBar, bars};
use crate::app::state::identities::Identities;
use crate::app::state::list::{List, Move, stepped};
use crate::app::state::page::{Given, Opens, Page, Stepped, of_one_list};
use crate::app::state::told_by::ToldBy;
use crate::app::triage::related;
use crate::columns::needs;
use crate::domain::NeedNumber;
use crate::query::{Field, Measure, code_of_value};
use crate::text::Lang;
use crate::worker::Answer;
use std::borrow::Cow;
use std::fmt::Debug;
use std::marker::PhantomData;

/// A pane beside the needs of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordPane {
    /// Its needs by the values of a field.
    Chart(Field),
    /// The activities that help the State by name.
    Assistance,
}

/// The charts of every record.
const CHARTS: [RecordPane; 3] = [
    RecordPane::Chart(Field::Chapter),
    RecordPane::Chart(Field::Response),
    RecordPane::Chart(Field::Article),
];

/// How many lines a page of such a pane is.
const PAGE: usize = 10;

/// A kind of record that needs belong to.
pub trait Owner: Clone + Debug {
    /// The context of keys on its page.
    const CONTEXT: KeyContext;

    /// The lines of its page above the list of needs, and where charts stand beside that.
    const HEAD: [u16; 2];

    /// The panes beside the list of needs, from the top.
    const BESIDE: &'static [RecordPane];

    /// The State that the page of the record at a place is about, where the record is one.
    fn state(place: u16) -> Option<u16>;
}

/// States own needs.
#[derive(Clone, Debug)]
pub struct OfState;

impl Owner for OfState {
    const CONTEXT: KeyContext = KeyContext::State;
    const HEAD: [u16; 2] = layout::STATE_HEAD;
    const BESIDE: &'static [RecordPane] =
        &[CHARTS[0], CHARTS[1], CHARTS[2], RecordPane::Assistance];

    fn state(place: u16) -> Option<u16> {
        Some(place)
    }
}

/// Reviews own needs.
#[derive(Clone, Debug)]
pub struct OfReview;

impl Owner for OfReview {
    const CONTEXT: KeyContext = KeyContext::Review;
    const HEAD: [u16; 2] = layout::REVIEW_HEAD;
    const BESIDE: &'static [RecordPane] = &CHARTS;

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
    /// The pane with the cursor: 0 is the list of needs.
    pane: usize,
    /// The bar under the cursor of a chart, by the slot of its value; `None`: the first.
    slot: Option<u16>,
    /// The line under the cursor of a pane that is no chart.
    line: usize,
    owner: PhantomData<O>,
}

impl<O> RecordPage<O> {
    /// The page of the record at this place, the cursor on its first need.
    pub fn new(place: u16) -> Self {
        Self { place, list: List::default(), pane: 0, slot: None, line: 0, owner: PhantomData }
    }
}

impl<O: Owner> RecordPage<O> {
    /// Gives the panes beside the list of needs, from the top.
    pub fn beside(&self) -> &'static [RecordPane] {
        O::BESIDE
    }

    /// The pane beside the list with the cursor: its place among them.
    pub fn beside_at(&self) -> Option<usize> {
        self.pane.checked_sub(1)
    }

    /// The slot of the bar under the cursor of a chart; `None`: the first.
    pub fn slot(&self) -> Option<u16> {
        self.slot
    }

    /// The line under the cursor of a pane that is no chart.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The activities that its pane of assistance lists, by their places in the vocabulary.
    pub fn activities(&self, answer: &Answer) -> Vec<usize> {
        let of_state = |state| related::in_state(&answer.register.vocabulary, state);
        O::state(self.place).map_or_else(Vec::new, of_state)
    }

    fn here(&self) -> Option<RecordPane> {
        O::BESIDE.get(self.beside_at()?).copied()
    }

    /// The row of the cursor among bars; the first where its bar is gone.
    fn row(&self, bars: &[ChartBar]) -> usize {
        bars.iter().position(|bar| Some(bar.slot) == self.slot).unwrap_or(0)
    }

    /// Gives the target of the line or bar under the cursor of a pane.
    fn opens_beside(&self, pane: RecordPane, answer: &Answer) -> Opens {
        match pane {
            RecordPane::Chart(field) => {
                let bars = bars(field, answer, Measure::Needs);
                bars.get(self.row(&bars)).map_or(Opens::Nothing, |bar| {
                    let code = code_of_value(field, bar.slot, &answer.register.vocabulary);
                    Opens::NeedsOf(field, code)
                })
            }
            RecordPane::Assistance => {
                let activities = self.activities(answer);
                let here = activities.get(self.line).copied().map(AssistanceRecord::activity);
                here.map_or(Opens::Nothing, Opens::Assistance)
            }
        }
    }
}

impl<O: Owner> Page for RecordPage<O> {
    fn context(&self) -> KeyContext {
        O::CONTEXT
    }

    of_one_list!(needs::SCREEN, list);

    fn rows<'a>(&self, answer: Option<&'a Answer>, _: Lang) -> Identities<'a> {
        Identities::needs(answer)
    }

    fn opens(&self, given: &Given<'_>) -> Opens {
        match (self.here(), given.answer) {
            (None, _) => Opens::need(self.list.need()),
            (Some(pane), Some(answer)) => self.opens_beside(pane, answer),
            (Some(_), None) => Opens::Nothing,
        }
    }

    fn step(&mut self, step: Move, _: usize, given: &Given<'_>) -> Stepped {
        let (Some(pane), Some(answer)) = (self.here(), given.answer) else {
            return Stepped::InList;
        };
        match pane {
            RecordPane::Chart(field) => {
                let bars = bars(field, answer, Measure::Needs);
                let row = stepped(step, self.row(&bars), bars.len(), PAGE);
                self.slot = bars.get(row).map(|bar| bar.slot);
            }
            RecordPane::Assistance => {
                self.line = stepped(step, self.line, self.activities(answer).len(), PAGE);
            }
        }
        Stepped::Done
    }

    fn panes_beside(&self) -> usize {
        O::BESIDE.len()
    }

    fn pane(&self) -> usize {
        self.pane
    }

    fn to_pane(&mut self, pane: usize) {
        (self.pane, self.slot, self.line) = (pane, None, 0);
    }

    /// The charts take the place of the facets.
    fn facets_from(&self) -> u16 {
        u16::MAX
    }

    fn told_by(&self, _: &Given<'_>) -> ToldBy {
        ToldBy::List("needs")
    }

    fn without_names(&self) -> Option<Self> {
        None
    }

    fn head(&self, charts: bool) -> u16 {
        O::HEAD[usize::from(charts)]
    }

    /// None while the cursor is beside the list.
    fn current_need(&self) -> Option<NeedNumber> {
        self.list.need().filter(|_| self.pane == 0)
    }

    fn current_state(&self) -> Option<u16> {
        O::state(self.place)
    }

    /// The page is saved as the list of needs under its filter.
    fn saved_as(&self) -> Option<Cow<'static, str>> {
        Some("needs".into())
    }
}
