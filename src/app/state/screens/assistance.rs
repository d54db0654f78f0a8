//! The screen of the assistance given: its sections on the left, the list of one on the right.

use crate::app::keys::context::KeyContext;
use crate::app::layout;
use crate::app::state::assistance::{AssistanceRecord, CoverageView, Listing, Section};
use crate::app::state::assistance_records::Records;
use crate::app::state::gap_pairs::{GAPS_BY, gaps_code};
use crate::app::state::identities::Identities;
use crate::app::state::list::{List, Move, Side, stepped};
use crate::app::state::marked::Marked;
use crate::app::state::page::{Given, Opens, Page, Posts, Stepped, Turned};
use crate::app::state::told_by::ToldBy;
use crate::assistance::{GROUPED_BY, Gaps};
use crate::columns::{ListOnScreen, gaps};
use crate::domain::Coded;
use crate::query::{Field, Measure};
use crate::text::Lang;
use crate::worker::{Answer, AssistanceOf, Wanted};
use ratatui::layout::Rect;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The screen of the assistance given.
#[derive(Clone, Debug)]
pub struct Assistance {
    /// The section whose list is shown.
    pub section: Section,
    /// Whether the cursor is among the sections rather than in the list.
    pub among_sections: bool,
    /// The column of gaps to which the cursor was moved; behind the last one, that of the sums. `None`: that of the
    /// widest gap.
    pub(in crate::app) column: Option<usize>,
    /// Whether the cursor is on the second activity of an overlap.
    pub second: bool,
    /// The fields of the gaps: rows and columns.
    pub(super) gaps_by: [Field; 2],
    /// The field that groups shared needs: a place in [`GROUPED_BY`].
    pub(super) shared_by: usize,
    /// The field that splits groups of shared needs: a place in [`SPLIT_BY`].
    pub(super) shared_split: Option<usize>,
    /// The State of the group of shared needs to which the cursor was moved.
    pub state: Option<usize>,
    /// The States of the group under the cursor that were dropped: places in the vocabulary.
    pub(super) dropped: BTreeSet<u16>,
    /// By which marks overlaps are listed.
    pub marked: Marked,
    /// What the section of coverage tells.
    pub coverage: CoverageView,
    /// The cursor of each list, in the order of [`Section`].
    pub(super) lists: Vec<List>,
}

impl Default for Assistance {
    fn default() -> Self {
        Self::on(Section::default())
    }
}

impl Assistance {
    /// The screen with the list of a section, the cursor on its first row.
    pub fn on(section: Section) -> Self {
        let mut lists = vec![List::default(); Section::ALL.len()];
        lists[Section::Shared.index()] = List::sorted(gaps::SHARED.place(&gaps::STATES), true);
        let coverage = CoverageView::default();
        lists[Section::Coverage.index()] = coverage.first_order();
        Self {
            section,
            among_sections: false,
            column: None,
            second: false,
            gaps_by: GAPS_BY[0],
            shared_by: 0,
            shared_split: None,
            state: None,
            dropped: BTreeSet::new(),
            marked: Marked::All,
            coverage,
            lists,
        }
    }

    /// The list of its section.
    pub fn listing(&self) -> Listing {
        match self.section {
            Section::Coverage => self.coverage.listing(),
            Section::Overlaps => Listing::Overlaps(self.marked),
            section => section.listing(),
        }
    }

    /// Tells coverage in another way, or as from the beginning.
    pub(in crate::app) fn cover(&mut self, view: CoverageView) {
        self.coverage = view;
        self.lists[Section::Coverage.index()] = view.first_order();
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
        let records = Records::of(self.listing(), answer)?;
        let of = self.wanted();
        (of == AssistanceOf::Lists || records.is_made_for(of)).then_some(records)
    }

    /// What its section wants of the worker.
    fn wanted(&self) -> AssistanceOf {
        match self.section {
            Section::Gaps => AssistanceOf::Gaps(self.gaps_by),
            Section::Shared => {
                AssistanceOf::Shared(GROUPED_BY[self.shared_by], self.shared_split())
            }
            Section::Overlaps => AssistanceOf::Overlaps,
            Section::Activities
            | Section::Organisations
            | Section::Platforms
            | Section::Advisers => AssistanceOf::Lists,
            Section::Coverage => self.coverage.asks_for(),
        }
    }

    /// The column of gaps under the cursor: at first that of the widest gap.
    pub fn column_in(&self, gaps: &Gaps) -> usize {
        self.column.map_or_else(|| gaps.widest_column(), |column| column.min(gaps.columns.len()))
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
            Section::Gaps | Section::Shared | Section::Overlaps => return None,
            Section::Activities => AssistanceRecord::Activity(place),
            Section::Organisations => AssistanceRecord::Organisation(place),
            Section::Platforms => AssistanceRecord::Platform(place),
            Section::Advisers => AssistanceRecord::Adviser(place),
            Section::Coverage => match self.coverage {
                CoverageView::Providers | CoverageView::Donors => {
                    AssistanceRecord::Organisation(place)
                }
                CoverageView::Trainings => AssistanceRecord::Activity(place),
                CoverageView::Unprepared => return None,
            },
        })
    }
}

impl Page for Assistance {
    fn context(&self) -> KeyContext {
        KeyContext::Assistance
    }

    fn table(&self) -> &'static dyn ListOnScreen {
        self.listing().table()
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

    fn opens(&self, given: &Given<'_>) -> Opens {
        let records = given.answer.and_then(|answer| self.records(answer));
        match records.zip(self.shown().current) {
            _ if self.among_sections => Opens::Right,
            Some((records, id)) if self.section == Section::Gaps => {
                let column = records.gaps().map_or(usize::MAX, |gaps| self.column_in(gaps));
                records.opens_gap(id, column)
            }
            Some((records, id)) if self.section == Section::Overlaps => {
                records.opens_of_overlap(id, usize::from(self.second))
            }
            Some((records, id)) => records.opens(id),
            None => Opens::Nothing,
        }
    }

    fn step(&mut self, _: Move, _: usize, _: &Given<'_>) -> Stepped {
        if self.among_sections {
            return Stepped::AmongSections;
        }
        self.leave_states();
        Stepped::InList
    }

    fn sideways(&mut self, side: Side) -> Turned {
        if matches!(self.section, Section::Gaps | Section::Shared) && !self.among_sections {
            return Turned::InGaps;
        }
        let in_overlaps = self.section == Section::Overlaps && !self.among_sections;
        match side {
            Side::Right if in_overlaps => self.second = true,
            Side::Left if in_overlaps && self.second => self.second = false,
            side => self.among_sections = side == Side::Left,
        }
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
        let (_, right) = layout::assistance(main);
        match self.section {
            Section::Gaps | Section::Coverage => layout::above_foot(right).0,
            Section::Shared => layout::above_shared(right).0,
            Section::Overlaps => layout::above_overlap(right).0,
            _ => right,
        }
    }

    /// The sections take the place of the facets.
    fn facets_from(&self) -> u16 {
        u16::MAX
    }

    /// Gaps, shared needs, overlaps and coverage take the width, and tell what is under the cursor below.
    fn has_detail(&self) -> bool {
        use Section::{Coverage, Gaps, Overlaps, Shared};
        !matches!(self.section, Gaps | Shared | Overlaps | Coverage)
    }

    fn asks_for(&self) -> Option<Wanted> {
        Some(Wanted::Assistance(self.wanted()))
    }

    fn shows_texts(&self) -> bool {
        false
    }

    /// The needs of each adviser's region are counted; the other sections are lists of the command line.
    fn told_by(&self, given: &Given<'_>) -> ToldBy {
        let nameless = |answer: &Answer| answer.register.vocabulary.nameless.is_some();
        let by = self.by(given.answer.is_some_and(nameless));
        match (self.section, by.as_slice()) {
            (Section::Gaps, by) => {
                let by: Vec<&str> = by.iter().map(|field| field.code()).collect();
                ToldBy::filtered(["gaps", "--by", &by.join(",")])
            }
            (Section::Shared, [by, _, split]) => {
                ToldBy::filtered(["shared", "--by", by.code(), "--split", split.code()])
            }
            (Section::Shared, [by, ..]) => ToldBy::filtered(["shared", "--by", by.code()]),
            (Section::Overlaps, _) if self.marked == Marked::All => ToldBy::filtered(["overlaps"]),
            (Section::Overlaps, _) => ToldBy::filtered(["overlaps", "--mark", self.marked.code()]),
            (Section::Advisers, _) => ToldBy::Count(Field::Adviser, Measure::Needs),
            (Section::Coverage, _) => match self.coverage {
                CoverageView::Providers => ToldBy::filtered(["coverage"]),
                CoverageView::Donors => ToldBy::filtered(["coverage", "--by", "donor"]),
                CoverageView::Unprepared => ToldBy::filtered(["reviews", "--unprepared"]),
                CoverageView::Trainings => ToldBy::filtered(["activities", "--trainings"]),
            },
            (section, _) => ToldBy::List(section.code()),
        }
    }

    fn without_names(&self) -> Option<Self> {
        let section = Some(self.section).filter(|of| of.is_nameless()).unwrap_or_default();
        let lists = self.lists.iter().map(List::with_cursor_on_top).collect();
        let (gaps_by, shared_by) = (GAPS_BY[0], 0);
        let (state, dropped) = (None, BTreeSet::new());
        let same = self.clone();
        let mut page =
            Self { section, lists, column: None, gaps_by, shared_by, state, dropped, ..same };
        if page.coverage == CoverageView::Unprepared {
            page.cover(CoverageView::default());
        }
        Some(page)
    }

    fn current_person(&self) -> Option<u16> {
        match self.record() {
            Some(AssistanceRecord::Adviser(place)) => Some(place),
            _ => None,
        }
    }

    /// What coverage tells, and by which marks overlaps are listed.
    fn arranged_as(&self, _: &Posts<'_>) -> String {
        match self.section {
            Section::Coverage => self.coverage.code().to_owned(),
            Section::Overlaps => self.marked.code().to_owned(),
            _ => String::new(),
        }
    }

    fn arrange(&mut self, arrangement: &str, measure: Measure, _: &Posts<'_>) -> Option<Measure> {
        if let Some(view) = CoverageView::from_code(arrangement) {
            self.cover(view);
        }
        if let Some(marked) = Marked::from_code(arrangement) {
            self.marked = marked;
        }
        Some(measure)
    }

    /// It is kept by its section, whose columns and order are kept with it.
    fn saved_as(&self) -> Option<Cow<'static, str>> {
        Some(match self.section {
            Section::Gaps if self.gaps_by != GAPS_BY[0] => Cow::Owned(gaps_code(self.gaps_by)),
            section => Cow::Borrowed(section.code()),
        })
    }
}
