//! The cursor: one set of keys moves whatever has the user's attention.

use crate::app::App;
use crate::app::navigate::areas;
use crate::app::state::list::{Move, Rows, Side};
use crate::app::state::page::{Given, Stepped, Turned};
use crate::app::state::screens::View;
use crate::domain::NeedNumber;

impl App {
    /// Moves the cursor of the overlay, pane, chart, list or page on top.
    pub(in crate::app) fn step(&mut self, step: Move) {
        self.step_by(step, areas::page(self));
    }

    /// Moves it by half a page.
    pub(in crate::app) fn step_half(&mut self, step: Move) {
        self.step_by(step, areas::page(self).div_ceil(2));
    }

    fn step_by(&mut self, step: Move, page: usize) {
        self.before_filter = None;
        if self.on_top(|layer, app| layer.step(app, step, page)).is_some() {
            return;
        }
        if self.facets.focused && self.facets_shown() {
            let lines = self.facet_lines();
            self.facets.step(step, &lines);
            return;
        }
        self.step_view(step, page);
        self.ask_more_log();
    }

    fn step_view(&mut self, step: Move, page: usize) {
        let top = self.places.len() - 1;
        let (answer, detail) = (self.answer.as_deref(), self.detail.as_deref());
        let given = Given { answer, measure: self.measure, detail };
        match self.places[top].view.page_mut().step(step, page, &given) {
            Stepped::Done => {}
            Stepped::InList => self.step_list(step, page),
            Stepped::AmongPeople => self.step_people(step, page),
            Stepped::InFigures => self.step_figures(step),
            Stepped::AmongThemes => self.step_themes(step),
            Stepped::AmongSections => self.step_sections(step),
        }
    }

    fn step_list(&mut self, step: Move, page: usize) {
        let top = self.places.len() - 1;
        let rows =
            Self::identities(self.answer.as_deref(), &self.places[top].view, self.settings.lang);
        let Some(list) = self.places[top].view.list_mut() else { return };
        let before = list.current;
        list.step(step, page, &rows);
        if before != list.current {
            self.moved(before);
        }
    }

    /// The cursor of a list has left a row.
    fn moved(&mut self, left: Option<u32>) {
        if self.place().view.lists_needs() {
            if let Some(left) = left {
                self.foreign.remove(NeedNumber::new(left));
            }
            self.stretch_range();
            self.release();
            self.attend();
        }
    }

    /// Goes sideways: between charts, between people and queue, between needs.
    pub(in crate::app) fn sideways(&mut self, side: Side) {
        if self.facets.focused && self.facets_shown() {
            self.facets.focused = false;
            return;
        }
        match self.place_mut().view.page_mut().sideways(side) {
            Turned::Done => {}
            Turned::Neighbour => self.neighbour(side),
            Turned::Batch => self.batch_sideways(side),
            Turned::InNews => self.turn_news(),
            Turned::InGaps => self.gaps_sideways(side),
            Turned::InFigures => self.figures_sideways(side),
        }
    }

    /// The row, from 1, of the need whose page is open in the list that it was opened from, and that list's length.
    pub fn place_in_list(&self) -> Option<(usize, usize)> {
        let View::Need(page) = &self.place().view else { return None };
        let below = &self.places.get(self.places.len().checked_sub(2)?)?.view;
        let list = below.list().filter(|_| below.lists_needs())?;
        let rows = Self::identities(self.answer.as_deref(), below, self.settings.lang);
        (list.need() == Some(page.id)).then(|| (list.row + 1, rows.count()))
    }

    /// On a need's page: the need before or after it in the list that it was opened from.
    fn neighbour(&mut self, side: Side) {
        let Some(below) = self.places.len().checked_sub(2) else { return };
        let lang = self.settings.lang;
        let view = &self.places[below].view;
        if !view.lists_needs() {
            return;
        }
        let rows = Self::identities(self.answer.as_deref(), view, lang);
        let Some(list) = self.places[below].view.list_mut() else { return };
        list.anchor(&rows);
        let step = match side {
            Side::Left => Move::Up,
            Side::Right => Move::Down,
        };
        list.step(step, 1, &rows);
        if let Some(id) = list.need() {
            self.show_need(id);
            self.release();
        }
    }
}
