//! The loop itself: wait, take everything that has come, do the writes, answer the newest question.
//! While the register is being read, each turn reads a part of it, unless something has come.

use super::logged;
use super::message::Message;
use super::state::Loop;
use super::{Report, WorkerSettings};
use crate::store::Store;
use std::sync::atomic::AtomicU64;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError};
use std::time::{Duration, Instant};

/// The idle time after the first answer before the texts of the needs are read: the thread that
/// draws the first screen then has the processor and the file to itself.
const FIRST_FRAME: Duration = Duration::from_millis(5);

/// Runs until the loop is told to end or the receiver of reports is gone.
pub(super) fn run(
    store: Store,
    settings: &WorkerSettings,
    inbox: &Receiver<Message>,
    own: Sender<Message>,
    newest: &AtomicU64,
    report: &dyn Fn(Report) -> bool,
) {
    let mut state = Loop::begin(store, settings, own, newest, report);
    while state.one_round(inbox) {}
    // The caller gets the results of the last writes, and the drafts that could not be saved.
    let done = std::mem::take(&mut state.writes.done);
    let left = state.autosave.leave(&state.store, &settings.who);
    state.leaving.leave(&state.store, &settings.who, state.memory.seen());
    if let Some(number) = settings.session {
        // A row that stays expires by itself.
        let _ = state.store.leave_session(number);
    }
    let _ = done.into_iter().chain(left).all(report);
}

/// The beginning of a turn.
enum Next {
    /// A message.
    Message(Message),
    /// No message has come: the loop does a piece of its own work.
    Idle(Idle),
    /// No message will come again.
    End,
}

/// A piece of work that the loop does without a request.
#[derive(Clone, Copy)]
enum Idle {
    /// Reads a part of the register.
    Read,
    /// Gives the last answer once more, with what it left out.
    FinishAnswer,
    /// Makes the offers that the last answer left out.
    MakeOffers,
    /// Reads the texts that were left for later.
    ReadTexts,
    /// Saves due drafts and presence, and looks for other processes' writes.
    Look,
}

impl Loop<'_> {
    /// Runs one turn; false when the loop is to end.
    fn one_round(&mut self, inbox: &Receiver<Message>) -> bool {
        let first = match self.next(inbox) {
            Next::Message(first) => first,
            Next::Idle(Idle::Read) => return self.read_on(),
            Next::Idle(Idle::FinishAnswer) => return self.finish_answer(),
            Next::Idle(Idle::MakeOffers) => return self.make_offers(),
            Next::Idle(Idle::ReadTexts) => return self.read_texts_while_idle(),
            Next::Idle(Idle::Look) => return self.look_after(),
            Next::End => return false,
        };
        let mut ask = false;
        for message in std::iter::once(first).chain(inbox.try_iter()) {
            let go_on = match message {
                Message::Request(request) => {
                    logged::timed(request, |request| self.dispatch(request, &mut ask))
                }
                Message::TextRanks(of, keys) => {
                    self.take_text_sort_keys(&of, keys);
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
        // The answer first: the report that a write is done finds it on the screen.
        (!ask || self.answer()) && self.writes.done.drain(..).all(self.report) && self.look_after()
    }

    /// Waits for a message as long as there is nothing to do.
    fn next(&self, inbox: &Receiver<Message>) -> Next {
        let at_once = match self.memory.reading() {
            Some(_) => Some(Idle::Read),
            None if self.unfinished.is_some() => Some(Idle::FinishAnswer),
            None => self.answerer.offers_are_due().then_some(Idle::MakeOffers),
        };
        if let Some(idle) = at_once {
            return match inbox.try_recv() {
                Ok(message) => Next::Message(message),
                Err(TryRecvError::Empty) => Next::Idle(idle),
                Err(TryRecvError::Disconnected) => Next::End,
            };
        }
        let (wait, idle) = if self.memory.has_texts_to_read() && self.screen.question.is_some() {
            (FIRST_FRAME, Idle::ReadTexts)
        } else if self.settings.watch {
            let now = Instant::now();
            let look = self.watch.left(now);
            let due = self.autosave.due(now).into_iter().chain(self.leaving.due(now));
            (due.fold(look, Duration::min), Idle::Look)
        } else {
            return inbox.recv().map_or(Next::End, Next::Message);
        };
        match inbox.recv_timeout(wait) {
            Ok(message) => Next::Message(message),
            Err(RecvTimeoutError::Timeout) => Next::Idle(idle),
            Err(RecvTimeoutError::Disconnected) => Next::End,
        }
    }
}
