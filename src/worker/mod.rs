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
mod logged;
mod naming;
mod past;
mod protocol;
mod queue;
mod reading;
mod report;
mod run;
mod serving;
mod showing;
mod taking_back;
mod texts;
mod verifying;
mod writing;

pub use protocol::{
    Answer, Connected, Hold, LogOf, LogPart, LogWanted, Made, Question, Queue, Request, Since,
    Ticket, Verified, Wanted, Whose,
};
pub use report::{Asked, Report};
pub use taking_back::{TakeBack, Way};

use crate::domain::{Clock, Day};
use crate::query::register::Register;
use crate::store::{Ending, Store};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;

/// What the loop takes from its inbox.
enum Message {
    /// The program asks for something.
    Request(Request),
    /// The ranks of the texts of a register, worked out beside the loop.
    TextRanks(Arc<Register>, Arc<Vec<u32>>),
    /// Nothing more will come.
    End,
}

/// A handle on the background loop. Dropping it ends the loop: the writes that were sent are done
/// before, as far as that is possible in a moment; what could not be done is reported.
pub struct Worker {
    inbox: Sender<Message>,
    newest: Arc<AtomicU64>,
    ending: Ending,
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
    /// Where the time comes from.
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
        report: impl Fn(Report) -> bool + Send + Sync + 'static,
    ) -> std::io::Result<Self> {
        let (sender, inbox) = channel();
        let own = sender.clone();
        let newest = Arc::new(AtomicU64::new(0));
        let seen = Arc::clone(&newest);
        let ending = Ending::default();
        let told = ending.clone();
        let report = Arc::new(report);
        let thread = std::thread::Builder::new().name("worker".into()).spawn(move || {
            if let Some((mut store, settings)) = open() {
                let waits = Arc::clone(&report);
                store.tell_when_waiting(move |waiting| {
                    // Fails only where the screen has ended and needs no report.
                    let _ = waits(Report::Waiting(waiting));
                });
                if let Err(error) = store.end_with(told) {
                    report(Report::Failed { of: Asked::Nothing, error });
                }
                let report = |told: Report| {
                    logged::failure(&told);
                    report(told)
                };
                run::run(store, &settings, &inbox, own, &seen, &report);
            }
        })?;
        Ok(Self { inbox: sender, newest, ending, thread: Some(thread) })
    }

    /// Sends a request; returns at once.
    pub fn send(&self, request: Request) {
        if let Request::Ask(question) = &request {
            self.newest.fetch_max(question.generation, Ordering::Relaxed);
        }
        // A loop ends only when it is told to, or when nobody listens to it any more.
        let _ = self.inbox.send(Message::Request(request));
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.ending.begin();
        // Nobody looks at an answer any more: whatever is being worked out stops.
        self.newest.store(u64::MAX, Ordering::Relaxed);
        // A loop that has ended has nothing left to do.
        let _ = self.inbox.send(Message::End);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
