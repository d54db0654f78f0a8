//! The loop itself: wait, take everything that has come, do the writes, answer the newest question.
//! While the register is being read, each turn reads a part of it, unless something has come.

use super::answer::Answerer;
use super::autosave::Desk;
use super::history::Past;
use super::logged;
use super::protocol::Verified;
use super::reading::Reading;
use super::texts;
use super::writing::Job;
use super::{Asked, Message, Question, Report, Settings};
use crate::domain::Day;
use crate::query::register::Register;
use crate::query::text_ranks;
use crate::store::{Refreshed, Store, StoreError};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError};
use std::time::{Duration, Instant};

/// How often to look for other processes' writes.
pub(super) const WATCH: Duration = Duration::from_secs(1);

/// From so many needs on the ranks of their texts are worked out ahead; below, sorting them is
/// quick enough.
const MANY: usize = 20_000;

/// The state of the loop.
pub(super) struct Loop<'a> {
    pub(super) store: Store,
    pub(super) settings: &'a Settings,
    /// The register as far as it is read; writes wait until it is whole.
    pub(super) reading: Option<Reading>,
    /// Why it could not be read: everything that needs it gets this for an answer.
    pub(super) unread: Option<StoreError>,
    pub(super) register: Arc<Register>,
    /// Whether what its needs say is still to be read.
    pub(super) silent: bool,
    /// Whether that is done by itself when nothing else is asked.
    pub(super) texts_put_off: bool,
    /// The same as it was on earlier days.
    pub(super) past: Past,
    /// The day that the last answer was about.
    pub(super) shown: Option<Day>,
    /// The day that was today for the last answer.
    pub(super) answered_on: Option<Day>,
    /// The published figures against the register as it is.
    pub(super) verified: Option<Arc<Verified>>,
    last_change: i64,
    pub(super) data_version: i64,
    pub(super) answerer: Answerer,
    /// The question on the screen: asked again when the register changes.
    pub(super) question: Option<Question>,
    pub(super) newest: &'a AtomicU64,
    pub(super) report: &'a dyn Fn(Report) -> bool,
    /// For what helpers work out.
    own: Sender<Message>,
    /// Writes that wait for the register.
    pub(super) waiting: Vec<Job>,
    /// The batches that this program has written.
    pub(super) written: BTreeSet<i64>,
    /// Writes that are done and not reported yet.
    pub(super) done: Vec<Report>,
    pub(super) desk: Desk,
    /// When to look for other processes' writes again.
    pub(super) next_look: Instant,
    /// Whether the file was still the one that was opened, at the last look.
    pub(super) there: bool,
}

/// Runs until the loop is told to end or nobody listens.
pub(super) fn run(
    store: Store,
    settings: &Settings,
    inbox: &Receiver<Message>,
    own: Sender<Message>,
    newest: &AtomicU64,
    report: &dyn Fn(Report) -> bool,
) {
    let (reading, unread) = match Reading::begin(&store, settings.texts) {
        Ok(reading) => (Some(reading), None),
        Err(error) => (None, Some(error)),
    };
    if let Some(error) = unread.clone() {
        report(Report::Failed { of: Asked::Register, error });
    }
    let mut state = Loop {
        desk: Desk::new(&store, settings.watch),
        next_look: Instant::now() + WATCH,
        there: true,
        store,
        settings,
        reading,
        unread,
        register: Arc::default(),
        silent: false,
        texts_put_off: false,
        past: Past::default(),
        shown: settings.as_of,
        answered_on: None,
        verified: None,
        last_change: 0,
        data_version: 0,
        answerer: Answerer::default(),
        question: None,
        newest,
        report,
        own,
        waiting: Vec::new(),
        written: BTreeSet::new(),
        done: Vec::new(),
    };
    while state.turn(inbox) {}
    // Whoever ends the program hears what became of the last writes, and what could not be saved.
    let done = std::mem::take(&mut state.done);
    let left = state.desk.leave(&state.store, &settings.who);
    let _ = done.into_iter().chain(left).all(report);
}

impl Loop<'_> {
    /// One turn: false when the loop is to end.
    fn turn(&mut self, inbox: &Receiver<Message>) -> bool {
        let first = if self.reading.is_some() {
            match inbox.try_recv() {
                Ok(message) => message,
                Err(TryRecvError::Empty) => return self.read_on(),
                Err(TryRecvError::Disconnected) => return false,
            }
        } else if self.silent && self.texts_put_off && self.question.is_some() {
            match inbox.recv_timeout(texts::FIRST_FRAME) {
                Ok(message) => message,
                Err(RecvTimeoutError::Timeout) => return self.read_on_for_others(),
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        } else if self.settings.watch {
            let now = Instant::now();
            let look = self.next_look.saturating_duration_since(now);
            match inbox.recv_timeout(self.desk.due(now).unwrap_or(look).min(look)) {
                Ok(message) => message,
                Err(RecvTimeoutError::Timeout) => return self.look_after(),
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        } else {
            let Ok(message) = inbox.recv() else { return false };
            message
        };
        let mut ask = false;
        for message in std::iter::once(first).chain(inbox.try_iter()) {
            let go_on = match message {
                Message::Request(request) => {
                    logged::timed(request, |request| self.serve(request, &mut ask))
                }
                Message::TextRanks(of, ranks) => {
                    self.take_ranks(&of, ranks);
                    true
                }
                Message::End => {
                    self.write_what_waits();
                    false
                }
            };
            if !go_on {
                return false;
            }
        }
        // The answer first: whoever hears that a write is done already sees it.
        (!ask || self.answer()) && self.done.drain(..).all(self.report) && self.look_after()
    }

    /// Reads a part of the register and shows, from time to time, what is there.
    fn read_on(&mut self) -> bool {
        let Some(reading) = &mut self.reading else { return true };
        match reading.step(&self.store) {
            Ok(true) if reading.is_time_to_show() => {
                self.take_what_is_read();
                self.answer()
            }
            Ok(true) => true,
            Ok(false) => self.finish_reading(),
            Err(error) => self.give_up_reading(&error),
        }
    }

    /// The register cannot be read: whatever was asked of it, and will be, is answered with that.
    fn give_up_reading(&mut self, error: &StoreError) -> bool {
        self.reading = None;
        self.silent = false;
        self.question = None;
        self.unread = Some(error.clone());
        let refused = std::mem::take(&mut self.waiting);
        (self.report)(Report::Failed { of: Asked::Register, error: error.clone() })
            && refused.into_iter().all(|job| (self.report)(job.refused(error.clone())))
    }

    fn take_what_is_read(&mut self) {
        let Some(reading) = &mut self.reading else { return };
        let mut register = reading.shown();
        register.stamp = self.register.stamp + 1;
        self.register = Arc::new(register);
    }

    fn finish_reading(&mut self) -> bool {
        let Some(reading) = self.reading.take() else { return true };
        let shown = reading.is_shown();
        self.silent = !reading.has_texts();
        self.texts_put_off = self.silent;
        let whole = self.store.data_version().and_then(|version| {
            self.data_version = version;
            reading.finish(&self.store)
        });
        match whole {
            Ok(Refreshed { mut register, last_change, changed, .. }) => {
                register.stamp = self.register.stamp + 1;
                self.register = Arc::new(register);
                self.last_change = last_change;
                if shown && !changed.is_empty() {
                    // what somebody may have looked at already is not what stands there now
                    self.done.push(Report::ChangedElsewhere(changed));
                }
            }
            Err(error) => return self.give_up_reading(&error),
        }
        self.forget_the_past();
        self.answerer.forget();
        // The whole register first: a write may have to wait for another program's.
        if !self.answer() {
            return false;
        }
        let mut ask = false;
        for job in std::mem::take(&mut self.waiting) {
            if !self.write_now(job, &mut ask) {
                return false;
            }
        }
        let heard = (!ask || self.answer()) && self.done.drain(..).all(self.report);
        self.rank_texts();
        heard
    }

    /// Has the texts ranked by a thread of its own, where that takes long: sorting by them is then
    /// as quick as by anything else.
    pub(super) fn rank_texts(&self) {
        // Where an earlier day is shown, nobody sorts the register of today yet.
        let past = self.day().is_some();
        if past || self.register.len() < MANY || self.register.text_ranks.is_some() {
            return;
        }
        let (register, own) = (Arc::clone(&self.register), self.own.clone());
        let rank = move || {
            let ranks = Arc::new(text_ranks(&register));
            // When nobody listens any more the program is ending.
            let _ = own.send(Message::TextRanks(register, ranks));
        };
        // Without the thread, sorting by text takes its time.
        let _ = std::thread::Builder::new().name("ranks".into()).spawn(rank);
    }

    fn take_ranks(&mut self, of: &Register, ranks: Arc<Vec<u32>>) {
        if self.register.has_the_needs_of(of) {
            let register = Register { text_ranks: Some(ranks), ..(*self.register).clone() };
            self.register = Arc::new(register);
        } else {
            self.rank_texts();
        }
    }

    /// What was worked out from a register that is no more.
    pub(super) fn forget_the_past(&mut self) {
        self.past.forget();
        self.verified = None;
    }

    /// The same of a day and those after it.
    fn forget_since(&mut self, day: Day) {
        self.past.forget_since(day);
        if self.verified.as_ref().is_some_and(|verified| verified.looks_at(day)) {
            self.verified = None;
        }
    }

    /// Reads what has changed in the file; returns the needs concerned.
    pub(super) fn refresh(&mut self) -> Result<Vec<u32>, StoreError> {
        self.data_version = self.store.data_version()?;
        let refreshed = self.store.refresh(&self.register, self.last_change)?;
        self.last_change = refreshed.last_change;
        let same_words = Arc::ptr_eq(&refreshed.register.vocabulary, &self.register.vocabulary);
        if refreshed.whole || !refreshed.changed.is_empty() || !same_words {
            let triage_only = refreshed.register.has_the_needs_of(&self.register);
            self.register = Arc::new(refreshed.register);
            self.rank_texts();
            match refreshed.earliest {
                // Before the first of the changes all was as it was.
                Some(first) if triage_only => self.forget_since(first.day()),
                _ => self.forget_the_past(),
            }
        }
        Ok(refreshed.changed)
    }

    /// After midnight, what the screen shows is asked again: what is overdue, and the figures of today.
    pub(super) fn look_at_the_day(&mut self) -> bool {
        if self.answered_on.is_none_or(|day| day == self.today()) {
            return true;
        }
        self.verified = None;
        self.answer()
    }

    /// Once a second: has another process written?
    pub(super) fn look_elsewhere(&mut self) -> bool {
        match self.store.data_version() {
            Ok(version) if version == self.data_version => {
                // Whose time has run out is gone without anybody's writing.
                !self.desk.has_company() || self.desk.look(&self.store).is_none_or(self.report)
            }
            Ok(_) => {
                let before = self.register.stamp;
                match self.refresh() {
                    Ok(changed) if self.register.stamp != before => {
                        self.answer()
                            && (self.report)(Report::ChangedElsewhere(changed))
                            && self.look_at_the_desk()
                    }
                    Ok(_) => self.look_at_the_desk(),
                    Err(error) => (self.report)(Report::Failed { of: Asked::Nothing, error }),
                }
            }
            Err(error) => (self.report)(Report::Failed { of: Asked::Nothing, error }),
        }
    }
}
