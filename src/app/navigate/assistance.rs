//! The assistance given: its sections, and the pages of its records.

use crate::app::App;
use crate::app::keys::context::KeyContext;
use crate::app::state::assistance::{AssistanceRecord, CoverageView, Section};
use crate::app::state::assistance_records::Records;
use crate::app::state::list::{Move, Side};
use crate::app::state::place::Place;
use crate::app::state::screens::{AssistancePage, Screen, View};
use crate::assistance::GAP_FIELDS;
use crate::query::Filter;

impl App {
    /// Opens the page of a record.
    pub(in crate::app) fn open_assistance(&mut self, record: AssistanceRecord) {
        let view = View::AssistanceRecord(AssistancePage::of(record));
        // What narrows needs below would leave activities of a State out: they have a filter of their own.
        let place = match record {
            AssistanceRecord::InState(_) => Place::at(view, Filter::default(), self.as_of()),
            _ => Place { view, ..self.place().clone() },
        };
        self.push_place(place);
    }

    /// Shows the list of a section.
    pub(in crate::app) fn go_to_section(&mut self, section: Section) {
        self.go(Screen::Assistance);
        if let View::Assistance(page) = &mut self.place_mut().view {
            (page.section, page.among_sections) = (section, false);
        }
        self.ask();
        self.anchor(self.settings.lang);
    }

    /// Shows a view of coverage.
    pub(in crate::app) fn go_to_coverage(&mut self, view: CoverageView) {
        self.go(Screen::Assistance);
        if let View::Assistance(page) = &mut self.place_mut().view {
            page.cover(view);
        }
        self.go_to_section(Section::Coverage);
    }

    /// Steps among the sections, each of which shows its list.
    pub(in crate::app) fn step_sections(&mut self, step: Move) {
        let is_nameless = self.is_nameless();
        if let View::Assistance(page) = &mut self.place_mut().view {
            page.step_section(step, is_nameless);
        }
        self.ask();
        self.anchor(self.settings.lang);
    }

    /// What assistance is shown for here: the State of the page, the current need, the activity under the cursor, or what
    /// the bar of the overview under the cursor counts.
    fn assisted(&self) -> Option<AssistanceRecord> {
        let of_activity = |record| match record {
            AssistanceRecord::Activity(place) => Some(AssistanceRecord::ForActivity(place, false)),
            _ => None,
        };
        let in_state = |place| Some(AssistanceRecord::InState(place));
        match &self.place().view {
            View::Assistance(page) if page.section == Section::Gaps => self.cell_here(),
            View::Assistance(page) => of_activity(page.record()?),
            View::AssistanceRecord(page) => match page.of {
                AssistanceRecord::Cell(values, lists) => {
                    Some(AssistanceRecord::Cell(values, !lists))
                }
                of => of_activity(of),
            },
            View::State(page) => in_state(page.place),
            View::Review(page) => {
                let reviews = &self.vocabulary()?.reviews;
                in_state(reviews.get(usize::from(page.place))?.state)
            }
            View::States(page) => in_state(u16::try_from(page.list.current?).ok()?),
            View::Overview(_) => {
                let bar = self.bar_here().filter(|(field, _)| GAP_FIELDS.contains(field))?;
                Some(AssistanceRecord::Cell([Some(bar), None], true))
            }
            _ => self.current_need().map(|need| AssistanceRecord::ForNeed(need.id(), false)),
        }
    }

    /// Whether assistance could be found for something here; the error is the reason against it.
    pub(in crate::app) fn can_be_assisted(&self) -> Result<(), &'static str> {
        match self.assisted() {
            // Which States an activity has helped would name them.
            _ if self.is_nameless() => Err("reason-nameless-candidates"),
            Some(_) => Ok(()),
            None if self.context() == KeyContext::Overview => Err("reason-bar-not-assisted"),
            None if self.context().has_need() => Err("reason-no-need"),
            None => Err("reason-no-activity"),
        }
    }

    /// Opens the activities that could serve the need here and those that work there, the needs that the activity here could
    /// serve, or the activities in the State here.
    pub(in crate::app) fn open_candidates(&mut self) {
        let Some(of) = self.assisted().filter(|_| !self.is_nameless()) else { return };
        match &mut self.place_mut().view {
            View::AssistanceRecord(page) if matches!(page.of, AssistanceRecord::Cell(..)) => {
                *page = AssistancePage::of(of);
                self.ask();
            }
            _ => self.open_assistance(of),
        }
    }

    /// The cell of gaps under the cursor: first the needs that could be served now, where there are some.
    fn cell_here(&self) -> Option<AssistanceRecord> {
        let View::Assistance(page) = &self.place().view else { return None };
        let records = page.records(self.answer.as_deref()?)?;
        let (slot, column) = (page.shown().current?, page.column_in(records.gaps()?));
        let row = records.gap(slot)?.row;
        let cell = row.cells.get(column).unwrap_or(&row.all);
        let values = records.cell_values(slot, column)?;
        Some(AssistanceRecord::Cell(values, cell.candidates.is_none_or(|count| count == 0)))
    }

    /// Whether the merely possible candidates can be listed too; the error is the reason against it.
    pub(in crate::app) fn can_turn_candidates(&self) -> Result<(), &'static str> {
        match &self.place().view {
            View::AssistanceRecord(page) if matches!(page.of, AssistanceRecord::Cell(..)) => {
                Err("reason-strong-alone")
            }
            _ => Ok(()),
        }
    }

    /// Lists the candidates too that are merely possible, or only the better ones again.
    pub(in crate::app) fn turn_candidates(&mut self) {
        if let View::AssistanceRecord(page) = &mut self.place_mut().view {
            page.of = page.of.turned();
        }
        self.ask();
    }

    /// To the column of gaps beside the cursor; left of the first one stand the sections.
    pub(in crate::app) fn gaps_sideways(&mut self, side: Side) {
        let top = self.places.len() - 1;
        let View::Assistance(page) = &mut self.places[top].view else { return };
        if page.section == Section::Shared {
            let records = self.answer.as_deref().and_then(|answer| page.records(answer));
            let group = records.zip(page.shown().current);
            let group = group.and_then(|(records, place)| records.shared(place));
            let last = group.map_or(0, |line| line.of.states.len().saturating_sub(1));
            match (side, page.state) {
                (Side::Left, None) => page.among_sections = true,
                (Side::Left, Some(0)) => page.state = None,
                (Side::Left, Some(at)) => page.state = Some(at.min(last) - 1),
                (Side::Right, at) => page.state = Some(at.map_or(0, |at| (at + 1).min(last))),
            }
            return;
        }
        let records = self.answer.as_deref().and_then(|answer| page.records(answer));
        let gaps = records.as_ref().and_then(Records::gaps);
        let (last, now) = gaps.map_or((0, 0), |gaps| (gaps.columns.len(), page.column_in(gaps)));
        match side {
            Side::Left if now == 0 => page.among_sections = true,
            Side::Left => page.column = Some(now - 1),
            Side::Right => page.column = Some((now + 1).min(last)),
        }
    }

    /// Opens the pairs of fields by which gaps can be told, groups shared needs by the next field, or tells coverage in
    /// the next way.
    pub(in crate::app) fn turn_by(&mut self) {
        let is_nameless = self.is_nameless();
        if matches!(&self.place().view, View::Assistance(page) if page.section == Section::Gaps) {
            return self.choose_gap_fields();
        }
        if let View::Assistance(page) = &mut self.place_mut().view
            && page.turn_by(is_nameless)
        {
            self.ask();
        }
    }

    /// Splits groups of shared needs by the next field.
    pub(in crate::app) fn turn_split(&mut self) {
        if let View::Assistance(page) = &mut self.place_mut().view {
            page.turn_split();
            self.ask();
        }
    }

    /// Whether shared needs are shown, whose groups can be split; the error is the reason against it.
    pub(in crate::app) fn can_split(&self) -> Result<(), &'static str> {
        match &self.place().view {
            View::Assistance(page) if page.section == Section::Shared => Ok(()),
            _ => Err("reason-not-shared"),
        }
    }

    /// The State under the cursor of the group of shared needs; the error says why no State is there.
    fn state_of_group(&self) -> Result<u16, &'static str> {
        let View::Assistance(page) = &self.place().view else { return Err("reason-not-shared") };
        if page.section != Section::Shared || self.is_nameless() {
            return Err("reason-not-shared");
        }
        let records = self.answer.as_deref().and_then(|answer| page.records(answer));
        let group = records.zip(page.shown().current);
        let group = group.and_then(|(records, place)| records.shared(place));
        let states = &group.ok_or("reason-no-group")?.of.states;
        let at = page.state.ok_or("reason-no-state-of-group")?;
        states.get(at.min(states.len() - 1)).map(|state| state.state).ok_or("reason-no-group")
    }

    /// Whether the cursor is on a State of a group of shared needs; the error is the reason against dropping it.
    pub(in crate::app) fn can_drop_state(&self) -> Result<(), &'static str> {
        self.state_of_group().map(drop)
    }

    /// Drops the State under the cursor from its group, or takes it again.
    pub(in crate::app) fn drop_state(&mut self) {
        let Ok(state) = self.state_of_group() else { return };
        if let View::Assistance(page) = &mut self.place_mut().view {
            page.turn_state(state);
        }
        self.sideways(Side::Right);
    }

    /// Whether the section is told by fields that can be chosen; the error is the reason against it.
    pub(in crate::app) fn can_turn_by(&self) -> Result<(), &'static str> {
        match &self.place().view {
            View::Assistance(page) if page.section.is_told_by_fields() => Ok(()),
            _ => Err("reason-not-by-fields"),
        }
    }

    /// The name of the key for other ways, where these are the marks of overlaps.
    pub(in crate::app) fn by_mark(&self) -> Option<&'static str> {
        let is_overlaps = matches!(&self.place().view, View::Assistance(page) if page.section == Section::Overlaps);
        is_overlaps.then_some("hint-by-mark")
    }
}
