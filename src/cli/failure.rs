//! The failure of a command: a status for scripts and one plain line for
//! people.

use super::quoted::said;
use crate::store::{ErrorKind, StoreError};
use crate::text::{Message, Text};
use std::io;
use std::process::ExitCode;

/// The exit statuses of the program, a contract with scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Done; also when the reader of the output went away.
    Done = 0,
    /// The command could not be done, or a check failed.
    Failed = 1,
    /// The command line or a filter in it cannot be read.
    Usage = 2,
    /// The file is missing, damaged, newer or another program's (`EX_DATAERR`).
    BadData = 65,
    /// Another user changed the record first (`EX_TEMPFAIL`).
    Conflict = 75,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

/// The failure of a command: its status, and the messages that give the reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    status: Status,
    /// Lines that show the place of the mistake, as they are.
    shown: Vec<String>,
    messages: Vec<Message>,
}

impl Failure {
    /// A failure with a status for scripts and a message for people.
    pub fn new(status: Status, message: Message) -> Self {
        Self { status, shown: Vec::new(), messages: vec![message] }
    }

    /// A check that failed and has already printed its findings.
    pub fn said(status: Status) -> Self {
        Self { status, shown: Vec::new(), messages: Vec::new() }
    }

    /// This failure with a line shown above the message, such as the text with the mistake.
    #[must_use]
    pub fn showing(mut self, line: impl Into<String>) -> Self {
        self.shown.push(line.into());
        self
    }

    /// This failure with one more message below.
    #[must_use]
    pub fn and(mut self, message: Message) -> Self {
        self.messages.push(message);
        self
    }

    /// This failure with the messages of another one below its own.
    #[must_use]
    pub(super) fn with_reasons_of(mut self, other: Self) -> Self {
        self.messages.extend(other.messages);
        self
    }

    /// A file that could not be read or written.
    pub fn file(path: &std::path::Path, error: &io::Error) -> Self {
        let message = Message::new(reason_id(error))
            .with("file", path.to_string_lossy().as_ref())
            .with("reason", error.to_string());
        Self::new(Status::Failed, message)
    }

    /// The status to end with.
    pub fn status(&self) -> Status {
        self.status
    }

    /// The ids of its messages, for the log: messages themselves may quote words of users.
    pub fn ids(&self) -> Vec<&'static str> {
        self.messages.iter().map(Message::id).collect()
    }

    /// The lines to show to people.
    pub fn lines(&self, text: &Text) -> Vec<String> {
        let messages = self
            .messages
            .iter()
            .map(|message| text.tra("cli-failure", &[("message", said(text, message).into())]));
        self.shown.iter().cloned().chain(messages).collect()
    }
}

fn reason_id(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::NotFound => "cli-file-missing",
        io::ErrorKind::PermissionDenied => "cli-file-denied",
        io::ErrorKind::AlreadyExists => "cli-file-exists",
        io::ErrorKind::ReadOnlyFilesystem => "cli-file-read-only",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "cli-file-full",
        _ => "cli-file-failed",
    }
}

/// Writing the output failed: a reader that went away is an ordinary end.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::said(Status::Done);
        }
        let message = Message::new("cli-output-failed").with("reason", error.to_string());
        Self::new(Status::Failed, message)
    }
}

/// The kinds of errors of the store are those of the contract.
impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let status = match error.kind() {
            // The command line is well written; the register has no such need.
            _ if matches!(error, StoreError::UnknownNeed(_) | StoreError::Void(..)) => {
                Status::Failed
            }
            ErrorKind::CouldNot => Status::Failed,
            ErrorKind::BadData => Status::BadData,
            ErrorKind::Conflict => Status::Conflict,
            ErrorKind::Usage => Status::Usage,
        };
        Self::new(status, error.message())
    }
}
