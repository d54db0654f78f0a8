//! Going somewhere: to a screen, into the records of a row or number, and back.

use crate::app::App;
use crate::app::state::charts::bars;
use crate::app::state::facets::{self, FacetLine};
use crate::app::state::list::Side;
use crate::app::state::page::{Given, Opens};
use crate::app::state::place::Place;
use crate::app::state::screens::{NeedPage, ReviewPage, Screen, StatePage, View};
use crate::app::state::waits::Wait;
use crate::domain::{Coded, Day, NeedNumber};
use crate::query::register::{NeedRef, Slot};
use crate::query::{Context, Field, Filter, Measure, SPLITS, Term};
use crate::worker::{Request, Since};

impl App {
    /// Shows a main screen under the present filter, as it was left; a queue or a figure that has nothing is left.
    pub(in crate::app) fn go(&mut self, screen: Screen) {
        let filter = self.place().filter.clone();
        let as_of = self.as_of();
        if self.places.len() > 1 || self.place().view.screen() != Some(screen) {
            self.remember();
        }
        self.leave_all();
        let mut view = self.left[screen.index()].take().unwrap_or_else(|| View::of(screen));
        if let View::Figures(state) = &mut view {
            self.show_something(state);
        }
        if let View::Triage(state) = &mut view {
            state.opens = true;
        }
        self.places = vec![Place::at(view, filter, as_of)];
        self.ask();
    }

    /// Opens a place on top of the present one, on a day.
    pub(in crate::app) fn push_on(&mut self, as_of: Option<Day>, view: View, filter: Filter) {
        self.push_place(Place::at(view, filter, as_of));
    }

    pub(in crate::app) fn push_place(&mut self, place: Place) {
        self.remember();
        self.leave();
        self.places.push(place);
        self.ask();
    }

    /// Leaves every place, for somewhere else altogether.
    pub(in crate::app) fn leave_all(&mut self) {
        if let Some(bottom) = self.places.first()
            && let Some(left) = bottom.view.screen()
        {
            self.left[left.index()] = Some(bottom.view.clone());
        }
        self.leave();
    }

    /// Gives up the state that belongs to the present place only.
    pub(in crate::app) fn leave(&mut self) {
        self.facets.focused = false;
        self.keep_range();
        self.held = None;
        self.attended = None;
    }

    /// Puts a filter in force here.
    pub(in crate::app) fn set_filter(&mut self, filter: Filter) {
        if self.place().filter != filter {
            self.remember();
            self.earlier.remember(&filter);
            self.try_filter(filter);
        }
    }

    /// Puts a filter in force while it is typed: steps on the way are no places to come back to.
    pub(in crate::app) fn try_filter(&mut self, filter: Filter) {
        if self.place().filter != filter {
            self.keep_range();
            self.held = None;
            self.place_mut().filter = filter;
            self.ask();
        }
    }

    /// Gives the data with which pages are shown.
    pub fn given(&self) -> Given<'_> {
        let (answer, detail) = (self.answer.as_deref(), self.detail.as_deref());
        Given { answer, measure: self.measure, detail }
    }

    /// Opens what the cursor is on.
    pub(in crate::app) fn open(&mut self) {
        if self.facets.focused && self.facets_shown() {
            self.choose_facet();
            return;
        }
        let given = self.given();
        match self.place().view.page().opens(&given) {
            Opens::Nothing => {}
            Opens::Need(id) => self.open_need(id),
            Opens::State(place) => self.open_state(place),
            Opens::Review(place) => self.open_review(place),
            Opens::Counted(field, code) => self.open_counted(field, &code),
            Opens::NeedsOf(field, code) => self.open_narrowed(self.place().whole(), field, &code),
            Opens::Assistance(record) => self.open_assistance(record),
            Opens::Filtered(filter) => self.push_counted(self.as_of(), Measure::Needs, filter),
            Opens::Changes(batch) => self.open_changes(batch),
            Opens::Repeated => self.follow(),
            Opens::Part => self.place_mut().view.page_mut().to_pane(1),
            Opens::Right => self.sideways(Side::Right),
            Opens::Figure => self.open_figure(),
            Opens::Theme => self.open_theme(),
            Opens::Batch => self.turn_batch(),
        }
    }

    /// Opens the records that a number counts: needs, or States or reviews where those were counted.
    fn open_counted(&mut self, field: Field, code: &str) {
        let mut filter = self.place().filter.clone();
        filter.narrow(field, code);
        self.push_counted(self.as_of(), self.measure, filter);
    }

    /// Opens the needs with a value of a field.
    pub(in crate::app) fn open_needs_of(&mut self, field: Field, code: &str) {
        let filter = self.place().filter.clone();
        self.open_narrowed(filter, field, code);
    }

    /// Opens the needs of a filter that have a value of a field.
    fn open_narrowed(&mut self, mut filter: Filter, field: Field, code: &str) {
        filter.narrow(field, code);
        self.push_counted(self.as_of(), Measure::Needs, filter);
    }

    /// Opens the records that a number counts through needs: needs, or the States or reviews that have such.
    pub(in crate::app) fn push_counted(
        &mut self,
        as_of: Option<Day>,
        measure: Measure,
        filter: Filter,
    ) {
        self.push_grown(as_of, measure, filter, None);
    }

    /// Opens the counted records; with `since`, only those new since that day.
    pub(in crate::app) fn push_grown(
        &mut self,
        as_of: Option<Day>,
        measure: Measure,
        filter: Filter,
        since: Option<Day>,
    ) {
        let screen = match measure {
            Measure::Needs => Screen::Needs,
            Measure::States => Screen::States,
            Measure::Reviews => Screen::Reviews,
        };
        let place = Place::at(View::of(screen), filter, as_of);
        let since = since.map(|day| Since { day, measure });
        self.push_place(Place { with_needs: true, since, ..place });
    }

    pub(in crate::app) fn open_state(&mut self, place: u16) {
        self.open_page(
            View::State(StatePage::new(place)),
            &[(Field::State, Slot::of(place).number())],
        );
    }

    pub(in crate::app) fn open_review(&mut self, place: u16) {
        let reviews = self.register().map(|register| &register.vocabulary.reviews);
        let Some(review) = reviews.and_then(|reviews| reviews.get(usize::from(place))) else {
            return;
        };
        let cycle = Slot::coded(review.cycle).number();
        let of = [(Field::State, Slot::of(review.state).number()), (Field::Cycle, cycle)];
        self.open_page(View::Review(ReviewPage::new(place)), &of);
    }

    /// Opens the page of a record that has these values.
    fn open_page(&mut self, view: View, values: &[(Field, u16)]) {
        let Some(register) = self.register() else { return };
        let mut of = Filter::default();
        for (field, slot) in values {
            of.narrow_slot(*field, *slot, register, &self.query_context());
        }
        let place = Place::at(view, self.place().filter.clone(), self.as_of());
        self.push_place(Place { of, ..place });
    }

    /// Opens a need's page. Its place asks for the same needs as the list below, so that the
    /// neighbours can be reached.
    pub(in crate::app) fn open_need(&mut self, id: NeedNumber) {
        self.facets.focused = false;
        self.keep_range();
        self.push_page(View::Need(NeedPage::of(id)));
        self.show_need(id);
    }

    /// Opens a page over the list that it was opened from, which is there already; only the texts
    /// of needs are not, where no place has shown them before.
    pub(in crate::app) fn push_page(&mut self, view: View) {
        let had_texts = self.shows_texts();
        self.remember();
        self.places.push(Place { view, ..self.place().clone() });
        if !had_texts {
            self.ask();
        }
    }

    /// Puts a need on the page on top and asks for its details, which are not in memory.
    pub(in crate::app) fn show_need(&mut self, id: NeedNumber) {
        if let View::Need(page) = &mut self.place_mut().view {
            *page = NeedPage::of(id);
        }
        self.foreign.remove(id);
        self.ask_detail(id);
    }

    pub(in crate::app) fn ask_detail(&mut self, id: NeedNumber) {
        let ticket = self.ticket(Wait::Detail);
        self.outbox.push(Request::Detail { ticket, need: id });
    }

    /// Chooses or drops the value that the cursor of the facet pane is on.
    pub(in crate::app) fn choose_facet(&mut self) {
        let Some(line) = self.facet_line() else { return };
        match line {
            FacetLine::More(field) => {
                // The cursor stays in its row, which is now that of the first value that was hidden.
                let row = self.facets.row(&self.facet_lines());
                self.facets.unfolded.push(field);
                self.facets.at = self.facet_lines().get(row).map(|shown| shown.line);
            }
            FacetLine::Heading(_) => {}
            FacetLine::Value(field, slot) => {
                self.facets.at = Some(line);
                self.toggle_value(field, slot);
            }
        }
    }

    /// Leaves out the needs with the value that the cursor of the facet pane is on, or lets them in
    /// again.
    pub(in crate::app) fn exclude_facet(&mut self) {
        let Some(line @ FacetLine::Value(field, slot)) = self.facet_line() else { return };
        self.facets.at = Some(line);
        self.exclude_value(field, slot);
    }

    /// Chooses or drops the value of the bar under the cursor, which stays on it.
    pub(in crate::app) fn choose_bar(&mut self) {
        if let Some((field, slot)) = self.hold_bar() {
            self.toggle_value(field, slot);
        }
    }

    /// Leaves out the needs of the bar under the cursor, or lets them in again.
    pub(in crate::app) fn exclude_bar(&mut self) {
        if let Some((field, slot)) = self.hold_bar() {
            self.exclude_value(field, slot);
        }
    }

    /// The field and value of the bar of the overview under the cursor.
    pub(in crate::app) fn bar_here(&self) -> Option<(Field, u16)> {
        let (answer, measure) = (self.answer.as_deref()?, self.measure);
        let View::Overview(charts) = &self.place().view else { return None };
        let field = charts.field();
        let bars = bars(field, answer, measure);
        Some((field, bars.get(charts.row(&bars))?.slot))
    }

    /// The field and value of the bar under the cursor, which stays on it wherever it goes.
    fn hold_bar(&mut self) -> Option<(Field, u16)> {
        let (field, slot) = self.bar_here()?;
        if let View::Overview(charts) = &mut self.place_mut().view {
            charts.slot = Some(slot);
        }
        Some((field, slot))
    }

    /// Steps to the next field by which bars are split.
    pub(in crate::app) fn next_split(&mut self) {
        let place = self.split.and_then(|by| SPLITS.iter().position(|split| *split == by));
        self.split = SPLITS.get(place.map_or(0, |place| place + 1)).copied();
        self.ask();
    }

    /// Whether bars are shown that can be split.
    pub fn shows_bars(&self) -> bool {
        let has_own = match &self.place().view {
            View::Overview(_) => true,
            View::Figures(figures) => figures.splits(),
            View::State(_) | View::Review(_) => self.charts_shown(),
            View::States(_) | View::Reviews(_) => self.lists_bars(),
            View::Needs(_)
            | View::Triage(_)
            | View::Assistance(_)
            | View::AssistanceRecord(_)
            | View::Need(_)
            | View::History(_)
            | View::News(_)
            | View::Themes(_) => false,
        };
        has_own || self.facets_shown()
    }

    fn exclude_value(&mut self, field: Field, slot: u16) {
        let Some(register) = self.register() else { return };
        let mut filter = self.place().filter.clone();
        filter.toggle_without(field, slot, register, &self.query_context());
        self.set_filter(filter);
    }

    /// Chooses or drops a chapter.
    pub(in crate::app) fn toggle_value(&mut self, field: Field, slot: u16) {
        let Some(register) = self.register() else { return };
        let mut filter = self.place().filter.clone();
        filter.toggle_slot(field, slot, register, &self.query_context());
        self.set_filter(filter);
    }

    /// The context of a filter: the person who asks, and the day.
    pub(in crate::app) fn query_context(&self) -> Context {
        let today = self.as_of().unwrap_or_else(|| self.today());
        self.register().map_or(Context { today, me: None }, |register| {
            Context::of(&self.settings.who, today, &register.vocabulary)
        })
    }

    fn facet_line(&self) -> Option<FacetLine> {
        let lines = self.facet_lines();
        lines.get(self.facets.row(&lines)).map(|shown| shown.line)
    }

    /// The lines of the facet pane under the present answer.
    pub fn facet_lines(&self) -> Vec<facets::ShownFacet> {
        let Some(answer) = &self.answer else { return Vec::new() };
        let mut lines = self.facets.lines(&answer.counts, &answer.plan, self.is_nameless());
        // The fields of the page itself are left out: they offer no choice in it.
        let of = self.place().of.terms.iter().filter_map(Term::positive);
        for (own, _) in of {
            lines.retain(|shown| shown.line.field() != own);
        }
        lines
    }

    /// Shows the pane and puts the cursor in it, or takes the cursor out.
    pub(in crate::app) fn turn_facets(&mut self) {
        if self.facets.focused && self.facets_shown() {
            self.leave_facets();
        } else {
            self.facets.shown = Some(true);
            self.facets.focused = true;
            self.keep_to_panes();
            if self.split.is_some() {
                self.ask();
            }
        }
    }

    /// Shows or hides the pane that follows the cursor of a list.
    pub(in crate::app) fn turn_detail(&mut self) {
        self.detail_hidden = !self.detail_hidden;
        self.keep_to_panes();
        self.attend();
    }

    /// Shows or hides the pane.
    pub(in crate::app) fn hide_facets(&mut self) {
        self.facets.shown = Some(!self.facets_shown());
        self.facets.focused = false;
        self.keep_to_panes();
    }

    /// From the page of a need to the one that it repeats.
    pub(in crate::app) fn follow(&mut self) {
        if let Some(other) = self.current_need().and_then(NeedRef::duplicate_of) {
            self.open_need(other);
        }
    }
}
