//! The screen of the assistance given: its sections on the left, the list of one on the right.

use crate::app::keys::context::KeyContext;
use crate::app::layout;
use crate::app::state::assistance::{AssistanceRecord, Records, Section};
use crate::app::state::identities::Identities;
use crate::app::state::list::{List, Move, Side, stepped};
use crate::app::state::page::{Given, Opens, Page, Stepped, Turned};
use crate::app::state::told_by::ToldBy;
use crate::columns::ListOnScreen;
use crate::domain::Coded;
use crate::query::{Field, Measure};
use crate::text::Lang;
use crate::worker::{Answer, AssistanceOf, Wanted};
use ratatui::layout::Rect;

/// The screen of the assistance given.
#[derive(Clone, Debug)]
pub struct Assistance {
    /// The section whose list is shown.
    pub section: Section,
    /// Whether the cursor is among the sections rather than in the list.
    pub among_sections: bool,
    /// The cursor of each list, in the order of [`Section`].
    lists: Vec<List>,
}

impl Default for Assistance {
    fn default() -> Self {
        Self::on(Section::default())
    }
}

impl Assistance {
    /// The screen with the list of a section, the cursor on its first row.
    pub fn on(section: Section) -> Self {
        let lists = vec![List::default(); Section::ALL.len()];
        Self { section, among_sections: false, lists }
    }

    /// The sections that are shown.
    pub fn sections(is_nameless: bool) -> impl Iterator<Item = Section> {
        Section::ALL.iter().copied().filter(move |of| !is_nameless || of.is_nameless())
    }

    /// The cursor of the list that is shown.
    pub fn shown(&self) -> &List {
        &self.lists[self.section.index()]
    }

    /// The records of the list that is shown.
    pub fn records<'a>(&self, answer: &'a Answer) -> Option<Records<'a>> {
        Records::of(self.section.listing(), answer)
    }

    /// Steps among the sections.
    pub(in crate::app) fn step_section(&mut self, step: Move, is_nameless: bool) {
        let sections: Vec<Section> = Self::sections(is_nameless).collect();
        let row = sections.iter().position(|of| *of == self.section).unwrap_or(0);
        self.section = sections[stepped(step, row, sections.len(), sections.len())];
    }

    /// The record under the cursor.
    pub fn record(&self) -> Option<AssistanceRecord> {
        let place = u16::try_from(self.shown().current?).ok()?;
        Some(match self.section {
            Section::Activities => AssistanceRecord::Activity(place),
            Section::Organisations => AssistanceRecord::Organisation(place),
            Section::Platforms => AssistanceRecord::Platform(place),
            Section::Advisers => AssistanceRecord::Adviser(place),
        })
    }
}

impl Page for Assistance {
    fn context(&self) -> KeyContext {
        KeyContext::Assistance
    }

    fn table(&self) -> &'static dyn ListOnScreen {
        self.section.listing().table()
    }

    fn list(&self) -> Option<&List> {
        Some(self.shown())
    }

    fn list_mut(&mut self) -> Option<&mut List> {
        self.lists.get_mut(self.section.index())
    }

    fn rows<'a>(&self, answer: Option<&'a Answer>, lang: Lang) -> Identities<'a> {
        let records = answer.and_then(|answer| self.records(answer));
        records.map_or_else(Identities::none, |records| {
            Identities::Owned(records.ids(self.shown(), lang))
        })
    }

    fn opens(&self, _: &Given<'_>) -> Opens {
        match self.record() {
            _ if self.among_sections => Opens::Right,
            Some(record) => Opens::Assistance(record),
            None => Opens::Nothing,
        }
    }

    fn step(&mut self, _: Move, _: usize, _: &Given<'_>) -> Stepped {
        if self.among_sections { Stepped::AmongSections } else { Stepped::InList }
    }

    fn sideways(&mut self, side: Side) -> Turned {
        self.among_sections = side == Side::Left;
        Turned::Done
    }

    /// The sections, and the list.
    fn panes(&self) -> usize {
        2
    }

    fn pane(&self) -> usize {
        usize::from(!self.among_sections)
    }

    fn to_pane(&mut self, pane: usize) {
        self.among_sections = pane == 0;
    }

    fn list_area(&self, main: Rect) -> Rect {
        layout::assistance(main).1
    }

    /// The sections take the place of the facets.
    fn facets_from(&self) -> u16 {
        u16::MAX
    }

    fn has_detail(&self) -> bool {
        true
    }

    fn asks_for(&self) -> Option<Wanted> {
        Some(Wanted::Assistance(AssistanceOf::Lists))
    }

    fn shows_texts(&self) -> bool {
        false
    }

    /// The needs of each adviser's region are counted; the other sections are lists of the command line.
    fn told_by(&self, _: &Given<'_>) -> ToldBy {
        match self.section {
            Section::Advisers => ToldBy::Count(Field::Adviser, Measure::Needs),
            section => ToldBy::List(section.code()),
        }
    }

    fn without_names(&self) -> Option<Self> {
        let section = Some(self.section).filter(|of| of.is_nameless()).unwrap_or_default();
        let lists = self.lists.iter().map(List::with_cursor_on_top).collect();
        Some(Self { section, lists, ..self.clone() })
    }

    fn current_person(&self) -> Option<u16> {
        match self.record() {
            Some(AssistanceRecord::Adviser(place)) => Some(place),
            _ => None,
        }
    }

    /// It is kept by its section, whose columns and order are kept with it.
    fn saved_as(&self) -> Option<&'static str> {
        Some(self.section.code())
    }
}
