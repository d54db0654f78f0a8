//! The background loop. One thread owns the database connection and the register in memory;
//! requests go in through a channel, reports come out through a function that the caller gives.
//!
//! Questions are a slot: the newest replaces older ones, even one that is being worked on. Writes
//! are a queue: each is done, in order, and reported with its ticket. Once a second the worker
//! looks whether another process has written.

mod answer;
mod load;
mod protocol;
mod run;
mod urgency;

pub use protocol::{Answer, Load, Question, Report, Request, Ticket};

use crate::store::Store;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;

/// A handle on the background loop. Dropping it ends the loop after everything sent is done.
pub struct Worker {
    requests: Option<Sender<Request>>,
    newest: Arc<AtomicU64>,
    thread: Option<JoinHandle<()>>,
}

/// How the worker goes about it.
pub struct Settings {
    /// Who works: a person's code, or another name; it stands beside every change.
    pub who: String,
    /// Whether to look for other processes' changes once a second.
    pub watch: bool,
}

impl Worker {
    /// Starts the loop on an open register. It loads the register at once and reports with
    /// `report`, which returns false when nobody listens any more; the loop then ends.
    pub fn start(
        store: Store,
        settings: Settings,
        report: impl Fn(Report) -> bool + Send + 'static,
    ) -> std::io::Result<Self> {
        let (requests, inbox) = channel();
        let newest = Arc::new(AtomicU64::new(0));
        let seen = Arc::clone(&newest);
        let thread = std::thread::Builder::new()
            .name("worker".into())
            .spawn(move || run::run(store, &settings, &inbox, &seen, &report))?;
        Ok(Self { requests: Some(requests), newest, thread: Some(thread) })
    }

    /// Sends a request; returns at once.
    pub fn send(&self, request: Request) {
        if let Request::Ask(question) = &request {
            self.newest.fetch_max(question.generation, Ordering::Relaxed);
        }
        if let Some(requests) = &self.requests {
            // A loop that has ended reported why; there is nobody left to tell here.
            let _ = requests.send(request);
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.requests.take();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
