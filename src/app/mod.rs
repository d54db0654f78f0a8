//! The state of the program and what changes it: events in, requests to the worker out. Nothing
//! here draws, reads or writes; with the same events the state is always the same.

pub mod charts;
pub mod columns;
pub mod command;
mod commands;
pub mod context;
mod event;
pub mod facets;
pub mod filter_line;
mod fuzzy;
mod going;
mod heard;
mod input;
pub mod key;
pub mod keymap;
pub mod layout;
pub mod lines;
pub mod list;
mod moving;
mod notice;
pub mod overlay;
pub mod picker;
pub mod place;
mod theme;
mod triage;
mod typing;

pub use event::Event;
pub use notice::{Kind, Notice};
pub use theme::Palette;

use crate::query::register::{NeedRef, Register};
use crate::query::{Filter, Measure, Sort};
use crate::store::NeedDetail;
use crate::text::{Lang, Message, Text};
use crate::worker::{Answer, Question, Request, Ticket};
use context::Context;
use facets::Facets;
use keymap::Keymap;
use overlay::Overlay;
use place::{Place, Screen, View};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What the program is started with.
pub struct Settings {
    /// The language.
    pub lang: Lang,
    /// The colours.
    pub palette: Palette,
    /// The keys.
    pub keymap: Keymap,
    /// The filter of the first screen.
    pub filter: Filter,
    /// Who works: a person's code, or another name.
    pub who: String,
    /// Whether the register can be written.
    pub read_only: bool,
    /// Whether this is the built-in sample, in a private working copy.
    pub built_in: bool,
    /// The terminal's columns and rows.
    pub size: (u16, u16),
    /// Said at the start: why the register is read-only, what in the configuration is wrong.
    pub notices: Vec<Message>,
}

/// The state of the program.
pub struct App {
    /// What it was started with; language, colours and size change while it runs.
    pub settings: Settings,
    /// The last answer of the worker; `None` until the first.
    pub answer: Option<Box<Answer>>,
    /// How many needs are in memory while the register is being read.
    pub loading: usize,
    /// Where the user is; never empty.
    pub places: Vec<Place>,
    /// What lies over it.
    pub overlays: Vec<Overlay>,
    /// The main screens as they were left, in the order of [`Screen`].
    left: Vec<Option<View>>,
    /// The facet pane.
    pub facets: Facets,
    /// What charts count.
    pub measure: Measure,
    /// The needs selected, by number; kept when the filter changes.
    pub selected: BTreeSet<u32>,
    /// What the status line says.
    pub notice: Option<Notice>,
    /// What memory does not hold of the need on the page.
    pub detail: Option<Box<NeedDetail>>,
    /// Whether the program is to end.
    pub ended: bool,
    /// Whether the program is to be suspended (Ctrl-Z).
    pub suspend: bool,
    asked: u64,
    answered: u64,
    tickets: Ticket,
    waiting: BTreeSet<Ticket>,
    details: usize,
    outbox: Vec<Request>,
}

impl App {
    /// The program on its first screen, before the first answer.
    pub fn new(settings: Settings) -> Self {
        let first = Place { view: View::of(Screen::Overview), filter: settings.filter.clone() };
        let notice = settings.notices.first().cloned().map(Notice::warning);
        let mut app = Self {
            settings,
            answer: None,
            loading: 0,
            places: vec![first],
            overlays: Vec::new(),
            left: vec![None; 5],
            facets: Facets::default(),
            measure: Measure::Needs,
            selected: BTreeSet::new(),
            notice,
            detail: None,
            ended: false,
            suspend: false,
            asked: 0,
            answered: 0,
            tickets: 0,
            waiting: BTreeSet::new(),
            details: 0,
            outbox: Vec::new(),
        };
        app.ask();
        app
    }

    /// Takes an event; what it asks of the worker is then in [`App::take_requests`].
    pub fn update(&mut self, event: Event) {
        match event {
            Event::Key(key) => self.key(key),
            Event::Paste(text) => self.paste(&text),
            Event::Resize(columns, rows) => self.settings.size = (columns, rows),
            Event::Worker(report) => self.heard(report),
            Event::Ending => self.ended = true,
        }
    }

    /// What the worker is asked since the last call, in order.
    pub fn take_requests(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.outbox)
    }

    /// Whether the worker has answered everything: what is drawn now is what stays.
    pub fn is_settled(&self) -> bool {
        self.asked == self.answered && self.waiting.is_empty() && self.details == 0
    }

    /// Where keys are heard now.
    pub fn context(&self) -> Context {
        match self.overlays.last() {
            Some(overlay) => overlay.context(),
            None if self.facets.focused && self.facets_shown() => Context::Facets,
            None => self.place().view.context(),
        }
    }

    /// The place on top.
    pub fn place(&self) -> &Place {
        // `places` is never empty: `back` leaves the first one.
        &self.places[self.places.len() - 1]
    }

    fn place_mut(&mut self) -> &mut Place {
        let top = self.places.len() - 1;
        &mut self.places[top]
    }

    /// The words of the language in use.
    pub fn text(&self) -> &'static Text {
        Text::of(self.settings.lang)
    }

    /// The register as last answered.
    pub fn register(&self) -> Option<&Arc<Register>> {
        self.answer.as_ref().map(|answer| &answer.register)
    }

    /// The need with this number, as last answered.
    pub fn need(&self, id: u32) -> Option<NeedRef<'_>> {
        let register = self.register()?;
        register.need(register.row_of(id)?)
    }

    /// The need that the cursor is on, or whose page is open.
    pub fn current_need(&self) -> Option<NeedRef<'_>> {
        match &self.place().view {
            View::Need(page) => self.need(page.id),
            view if view.lists_needs() => self.need(view.list()?.current?),
            _ => None,
        }
    }

    /// Whether the facet pane is on the screen.
    pub fn facets_shown(&self) -> bool {
        let has_room = self.settings.size.0 >= layout::FACETS_FROM;
        !matches!(self.place().view, View::Need(_) | View::History(_))
            && self
                .facets
                .shown
                .unwrap_or(has_room && !matches!(self.place().view, View::Overview(_)))
    }

    /// Asks for what the place on top shows.
    fn ask(&mut self) {
        self.asked += 1;
        let place = self.place();
        let queue = match &place.view {
            View::Triage(triage) => Some(triage.person),
            _ => None,
        };
        let sort = match &place.view {
            view if view.lists_needs() => view.list().map_or_else(Sort::default, |list| Sort {
                by: columns::NEED_SORTS.get(list.column).copied().unwrap_or_default(),
                descending: list.descending,
            }),
            _ => Sort::default(),
        };
        let question = Question {
            generation: self.asked,
            filter: place.filter.clone(),
            sort,
            lang: self.settings.lang,
            queue,
        };
        self.outbox.push(Request::Ask(question));
    }

    fn ticket(&mut self) -> Ticket {
        self.tickets += 1;
        self.waiting.insert(self.tickets);
        self.tickets
    }

    fn say(&mut self, notice: Notice) {
        self.notice = Some(notice);
    }
}
