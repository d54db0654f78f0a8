//! The parts that every way of running shares: the register opened, the state at its start, requests on
//! their way to the worker.

use super::{around, colours, opening};
use crate::app::keymap::Keymap;
use crate::app::layers::conflicts::Conflicts;
use crate::app::layout::beside_tour;
use crate::app::{self, App, Event, First, Notice, NoticeKind, Settings};
use crate::cli::{Failure, Start, Status, acting, hold, notice, unreadable};
use crate::config;
use crate::domain::{Clock, clean_line};
use crate::query::parse;
use crate::store::{Access, Conflict, Delay, LastVisit, Store, StoreError};
use crate::text::{Message, Text};
use crate::worker::{self, Worker};
use std::sync::mpsc::channel;
use std::time::Duration;

/// The program's state and the worker that serves it.
pub(super) struct Session {
    pub(super) app: App,
    clock: Clock,
    /// Gone when the program ends.
    worker: Option<Worker>,
}

impl Session {
    /// Opens the register and starts the worker, whose reports go to `tell`; that returns false
    /// once its receiver is gone.
    pub(super) fn start(
        start: &Start,
        size: (u16, u16),
        watch: bool,
        tell: impl Fn(Event) -> bool + Send + Sync + 'static,
    ) -> Result<Self, Failure> {
        let filter = parse(&start.filter).map_err(|error| unreadable(&start.filter, &error))?;
        // The worker's thread wakes up while the register is opened for it.
        let (hand_over, handed) = channel();
        let open = move || handed.recv().ok();
        let worker = Worker::start(open, move |report| tell(Event::Worker(report)))?;
        let (store, who, is_person) = match open_register(start) {
            Ok(opened) => opened,
            Err(failure) => {
                drop(hand_over); // the worker ends, having nothing to wait for
                return Err(failure);
            }
        };
        let (access, notice) = (store.access(), store.notice().cloned());
        let held = store.rights().held().cloned();
        // Without write access, nothing is remembered.
        let remembers = start.remembers && start.kept.is_none() && access == Access::ReadWrite;
        let last_visit = remembers.then(|| last_visit(&store, &who)).flatten();
        let first = match opening::first(start, &store, &who) {
            Ok(first) => first.or_else(|| opening::left(start, &filter, last_visit.as_ref())),
            Err(failure) => {
                drop(hand_over);
                return Err(failure);
            }
        };
        let session = match begin(start, &store, watch) {
            Ok(session) => session,
            Err(failure) => {
                drop(hand_over);
                return Err(failure);
            }
        };
        let settings = worker::WorkerSettings {
            who: who.clone(),
            // A session that did not look could not be ended.
            watch: watch && (start.watch || start.served.is_some()),
            remembers,
            as_of: start.as_of,
            clock: start.clock.clone(),
            few_needs: worker::WorkerSettings::FEW_NEEDS,
            session,
            ledger: start.ledger.clone(),
            texts: first.as_ref().is_some_and(First::shows_texts)
                || first_view(start) != app::Start::Overview
                || filter.asks_for_text(),
        };
        hand_over.send((store, settings)).map_err(|_| StoreError::Stopped)?;
        // Meanwhile, the parts that need no register.
        let (keymap, problems) = Keymap::new(&start.config.keys);
        let mut notices: Vec<_> = notice.into_iter().collect();
        notices.extend(problems);
        notices.extend(start.config.problems.iter().cloned());
        notices.extend(first.is_none().then(|| nobody_is_mine(start, is_person)).flatten());
        let variable = |name: &str| std::env::var(name).ok();
        let (palette, colours) =
            colours::chosen(start.config.theme, &start.config.colours, variable);
        let settings = Settings {
            lang: start.lang,
            palette,
            colours,
            signs: start.signs,
            row: start.row,
            mouse: start.config.mouse.unwrap_or(false),
            keymap,
            filter,
            start: first_view(start),
            who,
            read_only: access == Access::ReadOnly,
            as_of: start.as_of,
            held,
            now: start.clock.now(),
            register: register_name(start),
            built_in: start.built_in_sample,
            remembers,
            last_visit,
            tour: start.tour.is_some(),
            no_names: start.kept.is_some(),
            size: if start.tour.is_some() { beside_tour(size) } else { size },
            around: around::around(start),
            notices,
        };
        let mut app = App::new(settings);
        if let Some(first) = first {
            app.begin(first);
        }
        let mut session = Self { app, clock: start.clock.clone(), worker: Some(worker) };
        session.pass_on();
        Ok(session)
    }

    /// Takes an event that was read from the terminal, so long after the program began.
    pub(super) fn take_read(&mut self, event: Event, at: Duration) {
        self.app.tell_read(at);
        self.take(event);
    }

    /// Takes an event and passes on the requests that follow from it.
    pub(super) fn take(&mut self, event: Event) {
        self.app.tell_time(self.clock.now());
        self.app.update(event);
        self.pass_on();
    }

    fn pass_on(&mut self) {
        for request in self.app.take_requests() {
            if let Some(worker) = &self.worker {
                worker.send(request);
            }
        }
    }

    /// Lets the worker finish its work; its last reports come as any others.
    pub(super) fn end(&mut self) {
        self.worker = None;
    }

    /// The data that an ended program could not keep: the writes that failed after the notice `said` on the screen,
    /// each with the values it would have set; the conflicts left open; and the notes that are saved nowhere, word by
    /// word.
    pub(super) fn unkept(&self, said: Option<&Notice>) -> Option<Failure> {
        let failed = self.app.notice.as_ref();
        let failed = failed.filter(|n| n.kind == NoticeKind::Failed && Some(*n) != said);
        let failed = failed.map(|notice| notice.message.clone());
        let collided = self.app.overlays.of::<Conflicts>().flat_map(|conflicts| &conflicts.found);
        let text = Text::of(self.app.settings.lang);
        let notes = self.app.drafts.all_unsaved().map(|(draft, why)| {
            Message::new("end-notes-unsaved")
                .with("need", draft.need.to_string())
                .with("why", text.say(why))
                .with("text", draft.text.as_str())
        });
        let collided = collided.map(Conflict::message);
        let unwritten = self.app.unwritten();
        let mut messages = failed.into_iter().chain(unwritten).chain(collided).chain(notes);
        let first = Failure::new(Status::Failed, messages.next()?);
        Some(messages.fold(first, Failure::and))
    }
}

/// The number under which a session over SSH is listed while its screens are `open`; `None` where there is no such
/// session, or nothing can be written.
///
/// # Errors
/// The person has as many sessions as one may have; a full or busy file.
fn begin(start: &Start, store: &Store, open: bool) -> Result<Option<i64>, Failure> {
    match &start.served {
        Some(served) if open && store.access() == Access::ReadWrite => {
            Ok(Some(store.begin_session(served.limits.sessions_per_person())?))
        }
        _ => Ok(None),
    }
}

/// The person's last visit; `None` too where the register cannot be read, which is reported elsewhere.
fn last_visit(store: &Store, who: &str) -> Option<LastVisit> {
    let read = store.last_visit(who);
    if let Err(error) = &read {
        log::warn!("last-visit={}", error.message().id());
    }
    read.ok().flatten()
}

/// The name of the register's file, as one line.
fn register_name(start: &Start) -> String {
    let name = start.db.file_name().unwrap_or_default();
    clean_line(&name.to_string_lossy())
}

/// The first screen: as set, or else the user's own queue where the user is named.
fn first_view(start: &Start) -> app::Start {
    match start.config.start {
        Some(config::StartScreen::Triage) => app::Start::Triage,
        Some(config::StartScreen::Mine) | None if start.who.is_some() => app::Start::Mine,
        Some(_) | None => app::Start::Overview,
    }
}

/// A warning that the settings ask for the user's own queue, but the user is unknown.
fn nobody_is_mine(start: &Start, is_person: bool) -> Option<Message> {
    let asked = start.config.start == Some(config::StartScreen::Mine);
    // Anonymous registers name no user.
    let nobody = !is_person && start.kept.is_none();
    (asked && nobody).then(|| Message::new("start-mine-nobody"))
}

/// The register, under which name its changes are recorded, and whether that is a person of it.
fn open_register(start: &Start) -> Result<(Store, String, bool), Failure> {
    let access = if start.read_only { Access::ReadOnly } else { Access::ReadWrite };
    // The terminal is not taken yet.
    let text = Text::of(start.lang);
    let tell = |delay: &Delay| notice(text, &delay.message());
    let store = Store::open_to_load(&start.db, access, &tell)?;
    let mut store = store.on_day(start.today)?.knowing_then(start.known_then);
    let who = match &start.served {
        Some(served) => hold(&mut store, served.who.as_deref().or(start.who.as_deref()), served)?,
        None => acting(start.who.as_deref(), &store)?,
    };
    let is_person = store.has_post(&who)?;
    let store = match start.kept {
        Some(kept) => store.without_names(kept),
        None => store,
    };
    Ok((store, who, is_person))
}
