//! The background loop. One thread owns the database connection and the register in memory;
//! requests go in through a channel, reports come out through a function that the caller gives.
//!
//! Questions are a slot: the newest replaces older ones, even one that is being worked on. Writes
//! are a queue: each is done, in order, and reported with its ticket. Once a second the worker
//! looks whether another process has written, and whether the file is still where it was.

mod answer;
mod collaborate;
mod desk;
mod drawing;
mod growth;
mod kept;
mod naming;
mod past;
mod protocol;
mod queue;
mod reading;
mod run;
mod showing;
mod taking_back;
mod texts;
mod verifying;
mod writing;

pub use protocol::{
    Answer, Connected, Hold, LogOf, LogPart, LogWanted, Made, Question, Queue, Report, Request,
    Since, Ticket, Verified, Wanted, Whose,
};
pub use taking_back::{TakeBack, Way};

use crate::domain::{Clock, Day};
use crate::query::register::Register;
use crate::store::{self, Interrupter, Store};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::thread::JoinHandle;
use std::time::Duration;

/// What the loop takes from its inbox.
enum Message {
    /// The program asks for something.
    Request(Request),
    /// The ranks of the texts of a register, worked out beside the loop.
    TextRanks(Arc<Register>, Arc<Vec<u32>>),
    /// Nothing more will come.
    End,
}

/// How long a loop that is to end may go on reading.
const GRACE: Duration = Duration::from_millis(500);

/// A handle on the background loop. Dropping it ends the loop after everything sent is done; a
/// reading that takes longer than a moment is broken off, a write is not.
pub struct Worker {
    inbox: Sender<Message>,
    newest: Arc<AtomicU64>,
    /// Ends what the loop reads, once it has opened a register.
    interrupter: Arc<OnceLock<Interrupter>>,
    /// Closed when the loop has ended.
    ended: Receiver<()>,
    thread: Option<JoinHandle<()>>,
}

/// How the worker goes about it.
pub struct Settings {
    /// Who works: a person's code, or another name; it stands beside every change.
    pub who: String,
    /// Whether to look for other processes' changes once a second, and to tell them which need
    /// is open here.
    pub watch: bool,
    /// The day whose register is shown until a question says another; nothing: the register as
    /// it is.
    pub as_of: Option<Day>,
    /// Which day is today.
    pub clock: Clock,
    /// Whether the first question asks what needs say; if not, that is read after its answer.
    pub texts: bool,
    /// A file with more published figures than those built in.
    pub ledger: Option<PathBuf>,
}

impl Worker {
    /// Starts the loop, which gets a register and its settings from `open`, loads it at once and
    /// reports with `report`; that returns false when nobody listens any more, and the loop then
    /// ends. It also ends when there is nothing to open: `open` has then told whom it concerns.
    pub fn start(
        open: impl FnOnce() -> Option<(Store, Settings)> + Send + 'static,
        report: impl Fn(Report) -> bool + Send + 'static,
    ) -> std::io::Result<Self> {
        let (sender, inbox) = channel();
        let own = sender.clone();
        let newest = Arc::new(AtomicU64::new(0));
        let seen = Arc::clone(&newest);
        let interrupter = Arc::new(OnceLock::new());
        let handed = Arc::clone(&interrupter);
        let (ending, ended) = channel();
        let thread = std::thread::Builder::new().name("worker".into()).spawn(move || {
            store::reserve();
            let _ending: Sender<()> = ending;
            if let Some((store, settings)) = open() {
                let _ = handed.set(store.interrupter());
                run::run(store, &settings, &inbox, own, &seen, &report);
            }
        })?;
        Ok(Self { inbox: sender, newest, interrupter, ended, thread: Some(thread) })
    }

    /// Sends a request; returns at once.
    pub fn send(&self, request: Request) {
        if let Request::Ask(question) = &request {
            self.newest.fetch_max(question.generation, Ordering::Relaxed);
        }
        // A loop that has ended reported why; there is nobody left to tell here.
        let _ = self.inbox.send(Message::Request(request));
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // A loop that has ended has nothing left to do.
        let _ = self.inbox.send(Message::End);
        if self.ended.recv_timeout(GRACE) == Err(RecvTimeoutError::Timeout)
            && let Some(interrupter) = self.interrupter.get()
        {
            interrupter.stop_reading();
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
