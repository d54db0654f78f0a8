//! The state of the program and its changes: events in, requests to the worker out. Nothing here
//! draws, reads or writes; with the same events the state is always the same.

mod anonymous;
mod event;
mod figures;
pub mod keys;
pub mod layers;
pub mod layout;
pub mod navigate;
mod notices;
mod outgoing;
mod reports;
mod saved_views;
pub mod state;
mod tour;
pub mod triage;
mod waits;

pub use event::{Event, Wish};
pub use keys::{context, key, keymap};
pub use state::decision::Assign;
pub use state::export::Export;
pub use state::first::First;
pub use state::id_set::Selected;
pub use state::notice::{Notice, NoticeKind};
pub use state::range::Range;
pub use state::settings::{Settings, Start, Surroundings};
pub use state::{
    assistance, assistance_records, by_theme, charts, connections, decision, facets, history, list,
    marked, need_parts, picker, place, screens, trend,
};

pub use crate::paint::{Colours, Palette};

use crate::analysis::Compared;
use crate::columns::needs;
use crate::domain::{Coded, Day, Moment, NeedNumber};
use crate::query::register::{NeedRef, Register, Vocabulary};
use crate::query::{Field, Measure, Sort};
use crate::store::{LeftScreen, NeedDetail, Present, SavedView, Waiting};
use crate::text::Text;
use crate::worker::{Answer, Hold, Question, Queue, Request, Ticket};
use keys::context::KeyContext;
use state::decision::Decision;
use state::drafts::Drafts;
use state::earlier_filters::EarlierFilters;
use state::facets::Facets;
use state::form::draft::FormDrafts;
use state::in_words::InWords;
use state::layer::Layers;
use state::messages::Messages;
use state::offers::Offers;
use state::pending::Pending;
use state::place::Place;
use state::screens::{Screen, View};
use state::seen_versions::Seen;
use state::sight::Sightings;
use state::tour::Tour;
use state::visits::Visits;
use state::waits::{Unread, Wait};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The state of the program.
#[allow(clippy::struct_excessive_bools)] // each says something of its own, none excludes another
pub struct App {
    /// The settings of the start; language, colours and size change while the program runs.
    pub settings: Settings,
    /// The moment of the last event.
    now: Moment,
    /// The last answer of the worker; `None` until the first, and where the register could not be asked.
    pub answer: Option<Box<Answer>>,
    /// The offers for the words of a filter, as last reported; `None` until then.
    offers: Option<Offers>,
    /// The stack of the user's places; never empty.
    pub places: Vec<Place>,
    /// The places before and after, for going back and forward.
    visits: Visits,
    /// The filters that were in force.
    earlier: EarlierFilters,
    /// The layers over the screen.
    pub overlays: Layers<App>,
    /// The main screens as they were left, in the order of [`Screen`].
    left: Vec<Option<View>>,
    /// The facet pane.
    pub facets: Facets,
    /// Whether the user has hidden the pane that follows the cursor of a list.
    detail_hidden: bool,
    /// The measure of charts.
    pub measure: Measure,
    /// The field by whose values bars are split; `None` for whole bars.
    pub split: Option<Field>,
    /// The earlier day of comparisons, the same on every screen.
    pub compared: Compared,
    /// The view that is shown as soon as the first answer is there, with its name.
    to_begin_with: Option<(String, Box<SavedView>)>,
    /// The columns that the user has chosen, by the name of the list.
    chosen: BTreeMap<&'static str, Vec<String>>,
    /// The needs selected, by number; kept when the filter changes.
    pub selected: Selected,
    /// The range that is being drawn.
    pub range: Option<Range>,
    /// The number of selected needs that the present filter hides.
    hidden: usize,
    /// Needs changed by other sessions, not yet viewed here.
    pub foreign: Selected,
    /// The needs that were put off in this session, in order.
    later: Vec<NeedNumber>,
    /// The need that stays in its row while it is being decided about.
    held: Option<Hold>,
    /// The last decisions, and the need of them where it was one.
    last: Vec<Decision>,
    last_need: Option<NeedNumber>,
    /// Whether the picker of themes opens once the filter is answered.
    tag_when_found: bool,
    /// Whether the last characters that came at once were keys: then so are those right behind them.
    run_is_keys: bool,
    /// The need last announced as open (presence).
    told: Option<NeedNumber>,
    /// The state of the screens last sent to the worker.
    told_left: Option<LeftScreen>,
    /// Whether the person who works has not used the program with this register yet.
    pub newcomer: bool,
    /// The tour, while there is one.
    pub tour: Option<Tour>,
    /// The other sessions with a need open.
    pub present: Vec<Present>,
    /// The register as shown when the lowest layer was opened.
    seen: Option<Seen>,
    /// The row of the cursor before the filter that is still to be answered.
    before_filter: Option<u32>,
    /// Notes that were begun and not written, by need.
    pub drafts: Drafts,
    /// The drafts of forms that were left unsaved.
    form_drafts: FormDrafts,
    /// The unsaved text of a comment, with its need.
    begun_comment: Option<(NeedNumber, String)>,
    /// The time of the last message about a clock that runs behind.
    clock_said: Option<Moment>,
    /// The need whose details were last asked for beside a list.
    attended: Option<NeedNumber>,
    /// The message of the status line.
    pub notice: Option<Notice>,
    /// The messages of this session.
    pub messages: Messages,
    /// The details of a need, which are not in memory.
    pub detail: Option<Box<NeedDetail>>,
    /// While States are anonymous: the program with names, as it was.
    named: Option<Box<App>>,
    /// Whether the program is to end.
    pub ended: bool,
    /// The wish to be fulfilled before the next frame.
    pub wish: Option<Wish>,
    /// How many files are being written.
    exports: usize,
    /// The record of questions and messages that were drawn.
    sight: Sightings,
    tickets: Ticket,
    /// The ticket of the last question, whose answer is shown or waited for.
    question: Ticket,
    /// How many per cent of the long work on its answer are done.
    progress: Option<u8>,
    /// The requests that are not answered yet.
    waits: BTreeMap<Ticket, Wait>,
    /// Edits that wait for an earlier write about the same need.
    backlog: Vec<Vec<crate::domain::Edit>>,
    /// The writes that failed after the program had ended.
    lost: Vec<Pending>,
    /// The program that a write waits for.
    pub delayed: Option<Waiting>,
    /// The filter in words, as it was written last.
    written: InWords,
    unread: Unread,
    outbox: Vec<Request>,
}

impl App {
    /// The program on its first screen, before the first answer.
    pub fn new(settings: Settings) -> Self {
        let first = Place::at(settings.start.view(), settings.filter.clone(), settings.as_of);
        let notice = Notice::at_start(&settings.notices, settings.lang);
        let tour = settings.tour.then(Tour::default);
        let newcomer = settings.remembers && settings.last_visit.is_none();
        let mut app = Self {
            now: settings.now,
            settings,
            answer: None,
            offers: None,
            places: vec![first],
            visits: Visits::default(),
            earlier: EarlierFilters::default(),
            overlays: Layers::default(),
            left: vec![None; Screen::ALL.len()],
            facets: Facets::default(),
            detail_hidden: false,
            measure: Measure::Needs,
            split: None,
            compared: Compared::Usual,
            to_begin_with: None,
            chosen: BTreeMap::new(),
            selected: Selected::default(),
            range: None,
            hidden: 0,
            foreign: Selected::default(),
            later: Vec::new(),
            held: None,
            last: Vec::new(),
            last_need: None,
            tag_when_found: false,
            run_is_keys: false,
            told: None,
            told_left: None,
            newcomer,
            tour,
            present: Vec::new(),
            seen: None,
            before_filter: None,
            drafts: Drafts::default(),
            form_drafts: FormDrafts::default(),
            begun_comment: None,
            clock_said: None,
            attended: None,
            notice,
            messages: Messages::default(),
            detail: None,
            named: None,
            ended: false,
            wish: None,
            exports: 0,
            sight: Sightings::default(),
            tickets: 0,
            question: 0,
            progress: None,
            waits: BTreeMap::new(),
            backlog: Vec::new(),
            lost: Vec::new(),
            delayed: None,
            written: InWords::default(),
            unread: Unread::default(),
            outbox: Vec::new(),
        };
        app.earlier.remember(&app.settings.filter);
        app.ask();
        app
    }

    /// Takes an event; its requests to the worker are then in [`App::take_requests`].
    pub fn update(&mut self, event: Event) {
        match event {
            Event::Key(key) if self.leaves_tour(key) => self.ended = true,
            Event::Key(key) => self.key(key),
            Event::Paste(text) => self.paste(&text),
            Event::Typed(text) => self.type_together(&text),
            Event::TypedOn(text) => self.type_on(&text),
            Event::Resize(columns, rows) => self.fit((columns, rows)),
            Event::Pointed(pointing) => self.point(&pointing),
            Event::Worker(report) => self.on_report(report),
            Event::Drawn(sight, at) => self.sight.draw(sight, at),
            Event::Exporting(file, bytes) => self.on_exporting(&file, bytes),
            Event::Exported(outcome) => self.on_exported(outcome),
            Event::Ending => self.ended = true,
        }
        self.see_on();
        self.tell_presence();
        self.tell_left();
        self.go_on_tour();
    }

    /// Takes the requests to the worker since the last call, in order.
    pub fn take_requests(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.outbox)
    }

    /// Whether the register is still being read: better answers follow by themselves.
    pub fn is_reading(&self) -> bool {
        !self.unread.whole && self.answer.as_ref().is_some_and(|answer| answer.reading.is_some())
    }

    /// The context of the next key.
    pub fn context(&self) -> KeyContext {
        match self.overlays.last() {
            Some(overlay) => overlay.context(),
            None if self.facets.focused && self.facets_shown() => KeyContext::Facets,
            None => self.place().view.context(),
        }
    }

    /// The place on top.
    pub fn place(&self) -> &Place {
        // `places` is never empty: `back` leaves the first one.
        &self.places[self.places.len() - 1]
    }

    /// The day whose register is shown; `None` for the present register.
    pub fn as_of(&self) -> Option<Day> {
        self.place().as_of
    }

    /// Whether needs can be changed here: not on an earlier day, not in a file only read.
    pub fn can_change(&self) -> bool {
        self.as_of().is_none() && !self.settings.read_only
    }

    /// Tells the time, before every event. A new day is a new question: other needs are overdue, and figures change.
    pub fn tell_time(&mut self, now: Moment) {
        let before = self.today();
        self.now = now;
        if self.today() != before {
            self.ask();
        }
    }

    /// Today, in UTC.
    pub fn today(&self) -> Day {
        self.now.today(self.register().and_then(|register| register.own_day))
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

    /// The vocabulary of that register.
    pub fn vocabulary(&self) -> Option<&Vocabulary> {
        self.register().map(|register| &*register.vocabulary)
    }

    /// The need with this number, as last answered.
    pub fn need(&self, id: NeedNumber) -> Option<NeedRef<'_>> {
        let register = self.register()?;
        register.need(register.row_of(id)?)
    }

    /// The need that the cursor is on, or whose page is open.
    pub fn current_need(&self) -> Option<NeedRef<'_>> {
        self.need(self.place().view.current_need()?)
    }

    /// The place whose list the answer serves: the one on top, or below a page the one that the
    /// page was opened from.
    fn listing(&self) -> &Place {
        let is_narrowed = |place: &&Place| place.view.context().is_narrowed();
        self.places.iter().rev().find(is_narrowed).unwrap_or(self.place())
    }

    /// Asks the question of the place on top.
    fn ask(&mut self) {
        let generation = self.question_ticket();
        let place = self.listing();
        let whose = place.view.whose_queue();
        let queue = whose.map(|whose| Queue { whose, later: self.later.clone() });
        let list = place.view.list().filter(|_| place.view.lists_needs());
        let sort = list.map_or_else(Sort::default, |list| Sort {
            by: needs::SCREEN.order(list.column).unwrap_or_default(),
            descending: list.descending,
        });
        let question = Question {
            generation,
            filter: place.asked(),
            sort,
            lang: self.settings.lang,
            queue,
            pinned: list.map_or_else(Vec::new, |list| list.pinned.clone()),
            hold: self.held,
            as_of: place.as_of,
            with_needs: place.with_needs,
            since: place.since,
            compared: self.compared,
            texts: self.shows_texts(),
            wanted: self.place().view.page().asks_for(),
            split: self.split.filter(|_| self.shows_bars()),
        };
        self.outbox.push(Request::Ask(question));
    }

    /// Whether a place shows texts of needs, or searches them.
    fn shows_texts(&self) -> bool {
        self.places
            .iter()
            .any(|place| place.view.page().shows_texts() || place.filter.asks_for_text())
    }
}
