//! The assistance given: its sections, and the pages of its records.

use crate::app::App;
use crate::app::state::assistance::{AssistanceRecord, CoverageView, SIGNED, Section};
use crate::app::state::assistance_records::Records;
use crate::app::state::form::Form;
use crate::app::state::list::{Move, Side};
use crate::app::state::page::Page;
use crate::app::state::place::Place;
use crate::app::state::screens::{AssistancePage, Screen, View};
use crate::domain::NeedNumber;

impl App {
    /// Opens the page of a record.
    pub(in crate::app) fn open_assistance(&mut self, record: AssistanceRecord) {
        let view = View::AssistanceRecord(AssistancePage::of(record));
        self.push_place(Place { view, ..self.place().clone() });
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

    /// What assistance is shown for here: the State of the page, the current need, or the activity under the cursor.
    fn assisted(&self) -> Option<AssistanceRecord> {
        let of_activity = |record| match record {
            AssistanceRecord::Activity(place) => Some(AssistanceRecord::ForActivity(place, false)),
            _ => None,
        };
        let in_state = |place| Some(AssistanceRecord::InState(place));
        match &self.place().view {
            View::Assistance(page) => of_activity(page.record()?),
            View::AssistanceRecord(page) => of_activity(page.of),
            View::State(page) => in_state(page.place),
            View::Review(page) => {
                let reviews = &self.vocabulary()?.reviews;
                in_state(reviews.get(usize::from(page.place))?.state)
            }
            View::States(page) => in_state(u16::try_from(page.list.current?).ok()?),
            _ => self.current_need().map(|need| AssistanceRecord::ForNeed(need.id(), false)),
        }
    }

    /// Whether assistance could be found for something here; the error is the reason against it.
    pub(in crate::app) fn can_be_assisted(&self) -> Result<(), &'static str> {
        match self.assisted() {
            // Which States an activity has helped would name them.
            _ if self.is_nameless() => Err("reason-nameless-candidates"),
            Some(_) => Ok(()),
            None if self.context().has_need() => Err("reason-no-need"),
            None => Err("reason-no-activity"),
        }
    }

    /// Opens the activities that could serve the need here and those that work there, the needs that the activity here could
    /// serve, or the activities in the State here.
    pub(in crate::app) fn open_candidates(&mut self) {
        if let Some(of) = self.assisted().filter(|_| !self.is_nameless()) {
            self.open_assistance(of);
        }
    }

    /// Lists the candidates too that are merely possible, or only the better ones again.
    pub(in crate::app) fn turn_candidates(&mut self) {
        if let View::AssistanceRecord(page) = &mut self.place_mut().view {
            page.of = page.of.turned();
        }
        self.ask();
    }

    /// Fills the form of a new match with the need and the activity under the cursor.
    pub(in crate::app) fn carry_match(&self, form: &mut Form) {
        let View::AssistanceRecord(page) = &self.place().view else { return };
        let Some(current) = page.list().and_then(|list| list.current) else { return };
        let (need, activity) = match page.of {
            AssistanceRecord::ForNeed(need, _) => (need, current as usize),
            AssistanceRecord::ForActivity(place, _) => {
                (NeedNumber::new(current), usize::from(place))
            }
            _ => return,
        };
        let of = self.vocabulary().and_then(|vocabulary| vocabulary.activities.get(activity));
        let Some(activity) = of else { return };
        // Who matches and when is written down as the form is saved.
        form.fields.retain(|own| !SIGNED.contains(&own.field.code()));
        form.carry("need", &need.to_string());
        form.carry("activity", &activity.code);
        form.go_to("extent");
    }

    /// To the column of gaps beside the cursor; left of the first one stand the sections.
    pub(in crate::app) fn gaps_sideways(&mut self, side: Side) {
        let top = self.places.len() - 1;
        let View::Assistance(page) = &mut self.places[top].view else { return };
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

    /// Whether the section is told by fields that can be chosen; the error is the reason against it.
    pub(in crate::app) fn can_turn_by(&self) -> Result<(), &'static str> {
        match &self.place().view {
            View::Assistance(page) if page.section.is_told_by_fields() => Ok(()),
            _ => Err("reason-not-by-fields"),
        }
    }
}
