//! What the status line says until the next key that does something.

use crate::text::Message;

/// How a notice is meant; shown by a word or sign as well as by colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something was done.
    Done,
    /// Something was not done, or has a limit.
    Warning,
    /// Something went wrong.
    Failed,
}

/// A notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What happened.
    pub message: Message,
    /// How it is meant.
    pub kind: Kind,
}

impl Notice {
    /// Something was done.
    pub fn done(message: Message) -> Self {
        Self { message, kind: Kind::Done }
    }

    /// Something was not done, or has a limit.
    pub fn warning(message: Message) -> Self {
        Self { message, kind: Kind::Warning }
    }

    /// Something went wrong.
    pub fn failed(message: Message) -> Self {
        Self { message, kind: Kind::Failed }
    }
}
