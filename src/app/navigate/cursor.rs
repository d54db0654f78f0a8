//! The cursor: one set of keys moves whatever has the user's attention.

use crate::app::App;
use crate::app::navigate::areas;
use crate::app::state::charts::{self, Charts};
use crate::app::state::list::{List, Move, Side};
use crate::app::state::place::View;

impl App {
    /// Moves the cursor of the overlay, pane, chart, list or page on top.
    pub(in crate::app) fn step(&mut self, step: Move) {
        let page = areas::page(self);
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
        let lang = self.settings.lang;
        let top = self.places.len() - 1;
        match &mut self.places[top].view {
            View::Overview(charts) => {
                let Some(answer) = &self.answer else { return };
                let bars = charts::bars(
                    charts.field(),
                    &answer.counts,
                    self.measure,
                    &answer.register.vocabulary,
                );
                step_bar(charts, &bars, step);
            }
            View::Need(page_state) => {
                page_state.scroll = match step {
                    Move::Up => page_state.scroll.saturating_sub(1),
                    Move::Down => page_state.scroll + 1,
                    Move::PageUp => page_state.scroll.saturating_sub(page),
                    Move::PageDown => page_state.scroll + page,
                    Move::First => 0,
                    Move::Last => usize::MAX / 2, // drawing stops at the last line
                };
            }
            View::Triage(triage) if triage.among_people => self.step_people(step, page),
            View::Figures(state) if state.in_list || !state.has_list() => {
                self.step_figures(step);
            }
            View::Themes(_) => self.step_themes(step),
            view => {
                let rows = Self::identities(self.answer.as_deref(), view, lang);
                if let Some(list) = view_list(&mut self.places[top].view) {
                    let before = list.current;
                    list.step(step, page, &rows);
                    if before != list.current {
                        self.moved(before);
                    }
                }
            }
        }
    }

    /// The cursor of a list has left a row.
    fn moved(&mut self, left: Option<u32>) {
        if self.place().view.lists_needs() {
            if let Some(left) = left {
                self.foreign.remove(left);
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
        match &mut self.place_mut().view {
            View::Overview(charts) => charts.turn(side),
            View::Triage(triage) => triage.among_people = side == Side::Left,
            View::Need(_) => self.neighbour(side),
            View::History(_) => self.turn_history(side),
            View::Figures(_) => self.figures_sideways(side),
            View::Themes(_) => self.themes_sideways(side),
            View::States(_)
            | View::Reviews(_)
            | View::Needs(_)
            | View::State(..)
            | View::Review(..) => {}
        }
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
        let Some(list) = view_list(&mut self.places[below].view) else { return };
        list.anchor(&rows);
        let step = match side {
            Side::Left => Move::Up,
            Side::Right => Move::Down,
        };
        list.step(step, 1, &rows);
        if let Some(id) = list.current {
            self.show_need(id);
            self.release();
        }
    }
}

/// The list of a view, borrowed apart from the rest of the program's state.
fn view_list(view: &mut View) -> Option<&mut List> {
    view.list_mut()
}

fn step_bar(charts: &mut Charts, bars: &[charts::Bar], step: Move) {
    let row = charts.row(bars);
    let last = bars.len().saturating_sub(1);
    let row = match step {
        Move::Up => row.saturating_sub(1),
        Move::Down => (row + 1).min(last),
        Move::PageUp => row.saturating_sub(10),
        Move::PageDown => (row + 10).min(last),
        Move::First => 0,
        Move::Last => last,
    };
    charts.put(bars, row);
}
