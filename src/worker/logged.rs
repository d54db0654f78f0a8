//! The worker's entries in the log file: each request with its duration, and failures. They never hold texts of
//! users, since a log file may be sent on.

use super::{Report, Request};
use crate::store::{ErrorKind, StoreError};
use std::time::Instant;

impl Request {
    /// Its name in the log.
    fn name(&self) -> &'static str {
        match self {
            Self::Ask(_) => "ask",
            Self::Write { .. } => "write",
            Self::Edit { .. } => "edit",
            Self::Mark { .. } => "mark",
            Self::Merge { .. } => "merge",
            Self::Match { .. } => "match",
            Self::Unmatch { .. } => "unmatch",
            Self::MatchRecord { .. } => "match-record",
            Self::TwoRecords { .. } => "two-records",
            Self::Alike { .. } => "alike",
            Self::Record { .. } => "record",
            Self::TakeBack { .. } => "take-back",
            Self::Detail { .. } => "detail",
            Self::Log { .. } => "log",
            Self::Batch { .. } => "batch",
            Self::News { .. } => "news",
            Self::Here(_) => "here",
            Self::Leave(_) => "leave",
            Self::Draft { .. } => "draft",
            Self::DropDraft(_) => "drop-draft",
            Self::FormDraft { .. } => "form-draft",
            Self::DropFormDraft(_) => "drop-form-draft",
            Self::Drafts(_) => "drafts",
            Self::Names { .. } => "names",
            Self::Views(_) => "views",
            Self::SaveView { .. } => "save-view",
            Self::DeleteView { .. } => "delete-view",
            Self::TurnView { .. } => "turn-view",
        }
    }
}

/// Serves a request and logs how long that took.
pub(super) fn timed(request: Request, serve: impl FnOnce(Request) -> bool) -> bool {
    if !log::log_enabled!(log::Level::Debug) {
        return serve(request);
    }
    let (name, since) = (request.name(), Instant::now());
    let go_on = serve(request);
    took(name, since);
    go_on
}

/// Logs how long something took that began at a moment.
pub(super) fn took(name: &str, since: Instant) {
    log::debug!("request={name} us={}", since.elapsed().as_micros());
}

/// Logs the failure that a report tells of.
pub(super) fn failure(report: &Report) {
    match report {
        Report::Failed { error, .. }
        | Report::Wrote { result: Err(error), .. }
        | Report::Views { result: Err(error), .. }
        | Report::DraftFailed { error, .. } => refused(error),
        // The error of an unreadable filter quotes a name that the user typed.
        Report::Unreadable { .. }
        | Report::SessionOver(_)
        | Report::Waiting(_)
        | Report::Answered(_)
        | Report::Progress { .. }
        | Report::Meant { .. }
        | Report::TwoRecords { .. }
        | Report::Wrote { result: Ok(_), .. }
        | Report::ToTakeBack { .. }
        | Report::ChangedElsewhere(_)
        | Report::Names { .. }
        | Report::Present(_)
        | Report::DraftSaved(_)
        | Report::Drafts { .. }
        | Report::Views { result: Ok(_), .. }
        | Report::Detail { .. }
        | Report::Alike { .. }
        | Report::Record { .. }
        | Report::News { .. }
        | Report::Log { .. }
        | Report::Batch { .. } => {}
    }
}

/// Logs a failure; of a conflict or a misuse only the message's id, since the message quotes texts of users.
fn refused(error: &StoreError) {
    let message = error.message();
    match error.kind() {
        ErrorKind::Conflict | ErrorKind::Usage => log::warn!("refused={}", message.id()),
        ErrorKind::CouldNot | ErrorKind::BadData => {
            log::error!("failed={} {message}", message.id());
        }
    }
}
