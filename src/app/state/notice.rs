//! The message of the status line, until the next key that does something.

use crate::config::ColourRole;
use crate::text::{Lang, Message, Text};

/// The kind of a notice; shown by a word or sign as well as by colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Success.
    Done,
    /// A refusal or a limit.
    Warning,
    /// A failure.
    Failed,
}

impl NoticeKind {
    /// The sign that stands before it.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Done => "✓",
            Self::Warning => "·",
            Self::Failed => "✗",
        }
    }

    /// The colour of its sign.
    pub fn colour(self) -> ColourRole {
        match self {
            Self::Done => ColourRole::Good,
            Self::Warning => ColourRole::Warning,
            Self::Failed => ColourRole::Error,
        }
    }
}

/// A notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The message.
    pub message: Message,
    /// The kind.
    pub kind: NoticeKind,
    /// An unsolicited message beside it.
    pub besides: Option<Message>,
}

impl Notice {
    fn new(message: Message, kind: NoticeKind) -> Self {
        Self { message, kind, besides: None }
    }

    /// The notice at the start: the first of several messages, and how many more there are. All of
    /// them stand on standard error, above the screen.
    pub(in crate::app) fn at_start(messages: &[Message], lang: Lang) -> Option<Self> {
        let (first, rest) = messages.split_first()?;
        if rest.is_empty() {
            return Some(Self::warning(first.clone()));
        }
        let first = Text::of(lang).say(first);
        let more = Message::new("notice-and-more").with("first", first);
        Some(Self::warning(more.with("count", messages.len() as u32)))
    }

    /// A notice of success.
    pub fn done(message: Message) -> Self {
        Self::new(message, NoticeKind::Done)
    }

    /// A notice of a refusal or a limit.
    pub fn warning(message: Message) -> Self {
        Self::new(message, NoticeKind::Warning)
    }

    /// A notice of a failure.
    pub fn failed(message: Message) -> Self {
        Self::new(message, NoticeKind::Failed)
    }
}
