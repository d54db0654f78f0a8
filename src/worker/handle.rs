//! The handle on the worker: starts the thread, sends requests, ends the loop when it is dropped.

use super::Request;
use super::logged;
use super::message::Message;
use super::report::{Asked, Report};
use super::run::run;
use super::settings::WorkerSettings;
use crate::store::{Ending, Store};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;

/// A handle on the background loop. Dropping it ends the loop: the writes that were sent are done
/// before, as far as that is possible in a moment; undone ones are reported.
pub struct Worker {
    inbox: Sender<Message>,
    newest: Arc<AtomicU64>,
    ending: Ending,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts the loop, which gets a register and its settings from `open`, loads it at once and
    /// reports with `report`. The loop ends when `report` returns false (the receiver is gone), or
    /// when `open` gives nothing: `open` has then reported the failure itself.
    pub fn start(
        open: impl FnOnce() -> Option<(Store, WorkerSettings)> + Send + 'static,
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
                run(store, &settings, &inbox, own, &seen, &report);
            }
        })?;
        Ok(Self { inbox: sender, newest, ending, thread: Some(thread) })
    }

    /// Sends a request; returns at once.
    pub fn send(&self, request: Request) {
        if let Request::Ask(question) = &request {
            self.newest.fetch_max(question.generation, Ordering::Relaxed);
        }
        // Fails only after the loop has ended: on request, or because the receiver of reports was gone.
        let _ = self.inbox.send(Message::Request(request));
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.ending.begin();
        // Answers are not read any more: cancel the one being computed.
        self.newest.store(u64::MAX, Ordering::Relaxed);
        // A loop that has ended has nothing left to do.
        let _ = self.inbox.send(Message::End);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
