//! The reasons why a file gives no table.

use crate::text::Message;
use std::error::Error;
use std::{fmt, io};

/// The sorts of reasons, for the exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The reader was asked to end.
    Stopped,
    /// The system did not give the file.
    System,
    /// The content is no table, or a damaged one.
    Content,
    /// The sheet or encoding that was asked for does not exist.
    Choice,
}

/// The reason why a file gives no table, with a message that does not name the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    cause: Cause,
    message: Message,
}

impl Unreadable {
    /// The sort of the reason.
    pub fn cause(&self) -> Cause {
        self.cause
    }

    /// The message: what the file is, with the place in it, and what to do.
    pub fn message(&self) -> &Message {
        &self.message
    }

    pub(super) fn stopped() -> Self {
        Self { cause: Cause::Stopped, message: Message::new("sheet-stopped") }
    }

    pub(super) fn content(message: Message) -> Self {
        Self { cause: Cause::Content, message }
    }

    pub(super) fn choice(message: Message) -> Self {
        Self { cause: Cause::Choice, message }
    }

    pub(super) fn system(message: Message) -> Self {
        Self { cause: Cause::System, message }
    }

    /// This reason as an error of the system, for readers of other crates that read through ours.
    pub(super) fn carried(self) -> io::Error {
        io::Error::other(self)
    }

    /// The reason that an error of the system carries, if it carries one.
    pub(super) fn within(error: &io::Error) -> Option<Self> {
        error.get_ref()?.downcast_ref::<Self>().cloned()
    }
}

/// In English, for logs.
impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message.fmt(f)
    }
}

impl Error for Unreadable {}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        Self::within(&error).unwrap_or_else(|| {
            Self::system(Message::new("sheet-cannot-read").with("reason", error.to_string()))
        })
    }
}
