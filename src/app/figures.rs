//! The screen of figures: which one is shown, and the steps of the cursor on its bars or cells.

use super::App;
use super::connections::Together;
use super::figure_cursor::{Cursor, last_column};
use super::list::{List, Move, Side};
use super::place::View;
use super::trend;
use crate::analysis::{Compared, DESIGNS, Design, Figure, figure_filter};
use crate::domain::{Cycle, Day};
use crate::query::{Field, Filter, Measure, Plan};
use crate::worker::{Answer, Made, Verified, Wanted};
use std::sync::Arc;

/// What the list names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A figure of the note, by its place in [`DESIGNS`].
    Figure(usize),
    /// Totals over the years.
    Trend,
    /// Which articles are needed together.
    Connections,
    /// The published figures against the register.
    Published,
}

/// The lines of the list, in order.
pub const ENTRIES: [Entry; DESIGNS.len() + 3] = {
    let mut entries = [Entry::Published; DESIGNS.len() + 3];
    entries[DESIGNS.len()] = Entry::Trend;
    entries[DESIGNS.len() + 1] = Entry::Connections;
    let mut place = 0;
    while place < DESIGNS.len() {
        entries[place] = Entry::Figure(place);
        place += 1;
    }
    entries
};

impl Entry {
    /// The figure of the note that it is.
    pub fn design(self) -> Option<&'static Design> {
        match self {
            Self::Figure(place) => DESIGNS.get(place),
            Self::Trend | Self::Connections | Self::Published => None,
        }
    }

    /// The heading that it stands under, where that is no review cycle: a message.
    pub fn section(self) -> &'static str {
        match self {
            Self::Trend => "figures-trend",
            Self::Connections => "figures-together",
            Self::Figure(_) | Self::Published => "figures-note",
        }
    }

    /// Its name in the list: a message.
    pub fn name(self) -> String {
        match self {
            Self::Figure(place) => format!("figures-entry-{}", place + 1),
            Self::Trend => "figures-entry-trend".to_owned(),
            Self::Connections => "figures-entry-connections".to_owned(),
            Self::Published => "figures-entry-published".to_owned(),
        }
    }

    /// A shorter name for where that has no room: a message. The figures of the note have numbers there.
    pub fn short_name(self) -> Option<&'static str> {
        match self {
            Self::Figure(_) => None,
            Self::Trend => Some("figures-short-trend"),
            Self::Connections => Some("figures-short-connections"),
            Self::Published => Some("figures-short-published"),
        }
    }
}

/// How far a page is in a figure.
const PAGE: usize = 10;

/// The screen of figures.
#[derive(Clone, Debug)]
pub struct Figures {
    /// What is shown of the list.
    pub entry: Entry,
    /// Whether the cursor is in the list rather than in what it shows.
    pub in_list: bool,
    /// Which figures count what the note does not count in them.
    turned: [bool; DESIGNS.len()],
    /// Which earlier day each figure is compared with.
    compared: [Compared; DESIGNS.len()],
    /// Whether the bars of two days stand side by side rather than one behind the other.
    pub beside: bool,
    pub(super) cursors: [Cursor; DESIGNS.len()],
    /// The cursor in the totals over the years.
    pub trend: trend::Cursor,
    /// The connections between articles.
    pub together: Together,
    /// The cursor in the published figures; identities are places in the ledger.
    pub findings: List,
}

impl Default for Figures {
    fn default() -> Self {
        Self {
            entry: ENTRIES[0],
            in_list: true,
            turned: Default::default(),
            compared: Default::default(),
            beside: false,
            cursors: Default::default(),
            trend: trend::Cursor::default(),
            together: Together::default(),
            findings: List::default(),
        }
    }
}

/// A figure as it was counted.
#[derive(Clone, Copy)]
pub struct Drawn<'a> {
    /// Its numbers.
    pub figure: &'a Figure,
    /// The day that it shows.
    pub until: Day,
    /// The earlier day that it is compared with.
    pub since: Option<Day>,
}

impl Figures {
    /// The place of the figure of the note that is shown.
    pub(super) fn figure(&self) -> Option<usize> {
        match self.entry {
            Entry::Figure(place) => Some(place),
            Entry::Trend | Entry::Connections | Entry::Published => None,
        }
    }

    /// What the figure counts.
    pub fn measure(&self) -> Measure {
        let Some(place) = self.figure() else { return Measure::Needs };
        match (DESIGNS[place].measure, self.turned[place]) {
            (Measure::Needs, false) | (Measure::States | Measure::Reviews, true) => Measure::Needs,
            _ => Measure::States,
        }
    }

    /// The earlier day that the figure is compared with; nothing where no figure is shown.
    pub fn compared(&self) -> Option<Compared> {
        self.figure().map(|place| self.compared[place])
    }

    /// Compares the figure with another day; whether that changes anything.
    pub(super) fn compare(&mut self, compared: Compared) -> bool {
        let Some(place) = self.figure() else { return false };
        std::mem::replace(&mut self.compared[place], compared) != compared
    }

    /// Counts something else in the figure than it does; see [`Figures::measure`].
    pub(super) fn count(&mut self, measure: Measure) {
        if let Some(place) = self.figure() {
            self.turned[place] ^= self.measure() != measure;
        }
    }

    /// Whether what is shown is a list whose rows have identities.
    pub(super) fn has_list(&self) -> bool {
        match self.entry {
            Entry::Figure(_) | Entry::Trend => false,
            Entry::Connections => !self.together.in_matrix,
            Entry::Published => true,
        }
    }

    /// What the worker is to make.
    pub fn wanted(&self) -> Wanted {
        match self.entry {
            Entry::Figure(place) => Wanted::Figure {
                design: &DESIGNS[place],
                measure: self.measure(),
                compared: self.compared[place],
            },
            Entry::Trend => Wanted::Trend,
            Entry::Connections => self.together.wanted(),
            Entry::Published => Wanted::Verification,
        }
    }
}

impl App {
    /// What the place on top asks for beside its needs.
    pub(super) fn wanted(&self) -> Option<Wanted> {
        match &self.place().view {
            View::Figures(state) => Some(state.wanted()),
            View::Themes(_) => Some(Wanted::Themes),
            _ => None,
        }
    }

    /// The figure on the screen, once it is counted under the filter and on the day shown.
    pub fn drawn(&self) -> Option<Drawn<'_>> {
        let View::Figures(state) = &self.place().view else { return None };
        let Some(Made::Figure { figure, until, since }) = &self.answer.as_ref()?.made else {
            return None;
        };
        let is_it = Some(figure.design) == state.entry.design()
            && figure.measure == state.measure()
            && figure.narrowed == self.place().filter
            && Some(*since) == state.compared().map(|of| of.since(figure.design, *until))
            && self.as_of().is_none_or(|day| day == *until);
        is_it.then_some(Drawn { figure, until: *until, since: *since })
    }

    /// Where the figure to be shown counts nothing under the filter, the first that counts something takes its place.
    pub(super) fn show_something(&self, state: &mut Figures) {
        let Some(answer) = self.answer.as_ref().filter(|_| self.is_found()) else { return };
        let context = self.query_context();
        let has_something = |design: &Design| {
            let of_note = figure_filter(design, &Filter::default()).ok();
            let plan = of_note.and_then(|of| Plan::resolve(&of, &answer.register, &context).ok());
            plan.is_some_and(|plan| counts_something(answer, &plan, design.cycle))
        };
        if state.entry.design().is_some_and(|design| !has_something(design))
            && let Some(first) = DESIGNS.iter().position(has_something)
        {
            state.entry = Entry::Figure(first);
        }
    }

    /// The published figures against the register, once they are computed.
    pub fn verified(&self) -> Option<&Arc<Verified>> {
        match &self.answer.as_ref()?.made {
            Some(Made::Verification(verified)) => Some(verified),
            _ => None,
        }
    }

    /// A step in the list, or in the figure.
    pub(super) fn step_figures(&mut self, step: Move) {
        let View::Figures(state) = &self.place().view else { return };
        let mut state = state.clone();
        if state.in_list {
            let before = state.entry;
            let line = ENTRIES.iter().position(|entry| *entry == before).unwrap_or(0);
            state.entry = ENTRIES[stepped(step, line, ENTRIES.len() - 1)];
            if before != state.entry {
                self.show_figures(state);
                self.ask();
            }
            return;
        }
        if state.entry == Entry::Trend {
            self.step_trend(&mut state, step);
            return self.show_figures(state);
        }
        if state.entry == Entry::Connections {
            self.step_matrix(step);
            return;
        }
        let Some(drawn) = self.drawn() else { return };
        let (line, column) = state.place(drawn.figure);
        state.put(drawn.figure, (stepped(step, line, drawn.figure.rows.slots.len()), column));
        self.show_figures(state);
    }

    /// Between the list and the figure, and between the columns of a table.
    pub(super) fn figures_sideways(&mut self, side: Side) {
        let View::Figures(state) = &self.place().view else { return };
        if state.entry == Entry::Connections && !state.in_list {
            self.connections_sideways(side);
            return;
        }
        let mut state = state.clone();
        if state.entry == Entry::Trend {
            self.trend_sideways(&mut state, side);
            return self.show_figures(state);
        }
        let place = self.drawn().map(|drawn| (drawn.figure, state.place(drawn.figure)));
        match (side, place) {
            (Side::Right, _) if state.in_list => state.in_list = false,
            (Side::Right, Some((figure, (line, column)))) => {
                state.put(figure, (line, (column + 1).min(last_column(figure))));
            }
            (Side::Left, Some((figure, (line, column)))) if !state.in_list && column > 0 => {
                state.put(figure, (line, column - 1));
            }
            (Side::Left, _) => state.in_list = true,
            (Side::Right, None) => {}
        }
        self.show_figures(state);
    }

    /// Needs or States.
    pub(super) fn turn_figure(&mut self) {
        if self.shows_connections() {
            self.turn_together();
            return;
        }
        let View::Figures(state) = &mut self.place_mut().view else { return };
        if state.entry == Entry::Trend {
            state.trend.turn_measure();
        } else if let Some(place) = state.figure() {
            state.turned[place] = !state.turned[place];
            self.ask();
        }
    }

    fn show_figures(&mut self, state: Figures) {
        self.place_mut().view = View::Figures(state);
    }
}

/// Whether any need of an answer is of a review of the cycle and touches the chapters that a plan chooses, if it does.
fn counts_something(answer: &Answer, plan: &Plan, cycle: Cycle) -> bool {
    let chapters = plan.chosen(Field::Chapter);
    let mut reviews = answer.register.vocabulary.reviews.iter().enumerate();
    reviews.any(|(place, review)| {
        if review.cycle != cycle {
            return false;
        }
        if chapters.is_empty() {
            return answer.counts.by_review().get(place).is_some_and(|needs| *needs > 0);
        }
        let counts = answer.counts.of_review(Field::Chapter, place);
        chapters.iter().any(|slot| counts.get(usize::from(*slot)).is_some_and(|needs| *needs > 0))
    })
}

pub(super) fn stepped(step: Move, row: usize, last: usize) -> usize {
    match step {
        Move::Up => row.saturating_sub(1),
        Move::Down => (row + 1).min(last),
        Move::PageUp => row.saturating_sub(PAGE),
        Move::PageDown => (row + PAGE).min(last),
        Move::First => 0,
        Move::Last => last,
    }
}
