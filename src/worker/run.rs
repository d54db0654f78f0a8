//! The loop itself: wait, take everything that has come, do the writes, answer the newest question.

use super::answer::answer;
use super::{Question, Report, Request, Settings, Ticket};
use crate::query::register::{Chunk, Register};
use crate::store::{LogQuery, Store, StoreError, Write, Written};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError};
use std::time::Duration;

/// How often to look for other processes' writes.
const WATCH: Duration = Duration::from_secs(1);

/// How many changes a log request brings at most: more than anybody reads on a screen.
const LOG_LIMIT: usize = 2_000;

/// The state of the loop.
struct Loop<'a> {
    store: Store,
    settings: &'a Settings,
    register: Arc<Register>,
    last_change: i64,
    data_version: i64,
    /// The question on the screen: asked again when the register changes.
    question: Option<Question>,
    newest: &'a AtomicU64,
    report: &'a dyn Fn(Report) -> bool,
    /// Writes that are done and not reported yet.
    done: Vec<Report>,
}

/// Runs until the sender is dropped or nobody listens.
pub(super) fn run(
    mut store: Store,
    settings: &Settings,
    inbox: &Receiver<Request>,
    newest: &AtomicU64,
    report: &dyn Fn(Report) -> bool,
) {
    let read = super::load::load(&mut store, report);
    let (register, last_change, data_version) = match read {
        Ok(Some(read)) => read,
        Ok(None) => return,
        Err(error) => {
            report(Report::Failed(error));
            return;
        }
    };
    let mut state = Loop {
        store,
        settings,
        register: Arc::new(register),
        last_change,
        data_version,
        question: None,
        newest,
        report,
        done: Vec::new(),
    };
    while state.turn(inbox) {}
}

impl Loop<'_> {
    /// One turn: false when the loop is to end.
    fn turn(&mut self, inbox: &Receiver<Request>) -> bool {
        let first = if let Some(cold) = self.cold_chunk() {
            match inbox.try_recv() {
                Ok(request) => Some(request),
                Err(TryRecvError::Empty) => {
                    cold.facts.texts.make_ready();
                    return true;
                }
                Err(TryRecvError::Disconnected) => return false,
            }
        } else if self.settings.watch {
            match inbox.recv_timeout(WATCH) {
                Ok(request) => Some(request),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        } else {
            match inbox.recv() {
                Ok(request) => Some(request),
                Err(_) => return false,
            }
        };
        if first.is_none() {
            return self.look_elsewhere();
        }
        let mut ask = false;
        for request in first.into_iter().chain(inbox.try_iter()) {
            let go_on = match request {
                Request::Ask(question) => {
                    self.question = Some(question);
                    ask = true;
                    true
                }
                other => self.serve(other, &mut ask),
            };
            if !go_on {
                return false;
            }
        }
        // The answer first: whoever hears that a write is done already sees it.
        (!ask || self.answer()) && self.done.drain(..).all(self.report)
    }

    /// Once the first screen is there: a chunk whose texts no search has read yet. They are made
    /// ready one by one while nothing is asked, so that the first search need not wait for all.
    fn cold_chunk(&self) -> Option<Arc<Chunk>> {
        self.question.as_ref()?;
        self.register.chunks.iter().find(|chunk| !chunk.facts.texts.is_ready()).cloned()
    }

    /// Does what must not be dropped. Sets `ask` when the register has changed.
    fn serve(&mut self, request: Request, ask: &mut bool) -> bool {
        match request {
            Request::Ask(_) => true,
            Request::Write { ticket, edits, note } => {
                let write = Write { who: self.settings.who.clone(), note, edits };
                let result = self.store.write(&write).map(Some);
                self.wrote(ticket, result, ask)
            }
            Request::Undo(ticket) => {
                let result = self.take_back(Store::last_undoable);
                self.wrote(ticket, result, ask)
            }
            Request::Redo(ticket) => {
                let result = self.take_back(Store::last_redoable);
                self.wrote(ticket, result, ask)
            }
            Request::Detail(need) => match self.store.need_detail(need) {
                Ok(detail) => (self.report)(Report::Detail(Box::new(detail))),
                Err(error) => (self.report)(Report::Failed(error)),
            },
            Request::Log { ticket, needs } => {
                let needs = (!needs.is_empty()).then_some(needs);
                let query = LogQuery { needs: needs.as_deref(), who: None, limit: LOG_LIMIT };
                match self.store.log(&query) {
                    Ok(entries) => (self.report)(Report::Log { ticket, entries }),
                    Err(error) => (self.report)(Report::Failed(error)),
                }
            }
        }
    }

    /// Undoes the batch that `which` names for this user, if there is one.
    fn take_back(
        &mut self,
        which: fn(&Store, &str) -> Result<Option<i64>, StoreError>,
    ) -> Result<Option<Written>, StoreError> {
        match which(&self.store, &self.settings.who)? {
            Some(batch) => self.store.undo(batch, &self.settings.who).map(Some),
            None => Ok(None),
        }
    }

    /// Takes a write into the register in memory, to be reported after the answer that shows it.
    fn wrote(
        &mut self,
        ticket: Ticket,
        result: Result<Option<Written>, StoreError>,
        ask: &mut bool,
    ) -> bool {
        // Also after a refusal: somebody else's change is what refused it.
        match self.refresh() {
            Ok(changed) => *ask |= !changed.is_empty(),
            Err(error) => {
                if !(self.report)(Report::Failed(error)) {
                    return false;
                }
            }
        }
        self.done.push(Report::Wrote { ticket, result });
        true
    }

    /// Reads what has changed in the file; returns the needs concerned.
    fn refresh(&mut self) -> Result<Vec<u32>, StoreError> {
        self.data_version = self.store.data_version()?;
        let refreshed = self.store.refresh(&self.register, self.last_change)?;
        self.last_change = refreshed.last_change;
        if refreshed.whole || !refreshed.changed.is_empty() {
            self.register = Arc::new(refreshed.register);
        }
        Ok(refreshed.changed)
    }

    /// Once a second: has another process written?
    fn look_elsewhere(&mut self) -> bool {
        match self.store.data_version() {
            Ok(version) if version == self.data_version => true,
            Ok(_) => {
                let before = self.register.stamp;
                match self.refresh() {
                    Ok(changed) if self.register.stamp != before => {
                        (self.report)(Report::ChangedElsewhere(changed)) && self.answer()
                    }
                    Ok(_) => true,
                    Err(error) => (self.report)(Report::Failed(error)),
                }
            }
            Err(error) => (self.report)(Report::Failed(error)),
        }
    }

    /// Answers the question on the screen, unless a newer one comes meanwhile.
    fn answer(&mut self) -> bool {
        let Some(question) = &self.question else { return true };
        let newest = self.newest;
        let generation = question.generation;
        let cancelled = move || newest.load(Ordering::Relaxed) > generation;
        match answer(question, &self.register, &self.settings.who, &cancelled) {
            Ok(Some(answer)) => (self.report)(Report::Answered(Box::new(answer))),
            Ok(None) => true, // the newer question is in the inbox
            Err(error) => (self.report)(Report::Unreadable { generation, error }),
        }
    }
}
