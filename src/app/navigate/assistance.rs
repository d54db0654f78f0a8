//! The assistance given: its sections, and the pages of its records.

use crate::app::App;
use crate::app::state::assistance::{AssistanceRecord, Section};
use crate::app::state::list::Move;
use crate::app::state::place::Place;
use crate::app::state::screens::{AssistancePage, Screen, View};

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
        self.anchor(self.settings.lang);
    }

    /// Steps among the sections, each of which shows its list.
    pub(in crate::app) fn step_sections(&mut self, step: Move) {
        let is_nameless = self.is_nameless();
        if let View::Assistance(page) = &mut self.place_mut().view {
            page.step_section(step, is_nameless);
        }
        self.anchor(self.settings.lang);
    }
}
