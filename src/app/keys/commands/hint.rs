//! How a command stands in the hint line.

use crate::app::App;

/// How a command stands in the hint line.
#[derive(Clone, Copy, Debug)]
pub struct Hint {
    /// Its place, 1 first; 0: only when it is due.
    pub place: u8,
    /// Whether it stays whatever room there is: the ways to more keys and out.
    pub stays: bool,
    /// Whether it is likely next because of what was done.
    pub due: fn(&App) -> bool,
    /// The message with its name there, where that is another than in help.
    pub name: fn(&App) -> Option<&'static str>,
    /// With which commands it shares a hint.
    pub family: Option<Family>,
    /// Whether it may stand there now, where it can be done.
    pub said: fn(&App) -> bool,
    /// Whether it keeps its place where other commands of its group go behind those that decide.
    pub ahead: fn(&App) -> bool,
}

impl Hint {
    /// That of a command that has none.
    pub(super) const NONE: Self = Self {
        place: 0,
        stays: false,
        due: |_| false,
        name: |_| None,
        family: None,
        said: |_| true,
        ahead: |_| false,
    };
}

/// Commands of one kind, which share a hint at the place of the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Family {
    Chapters,
    Priority,
    Response,
}

impl Family {
    /// The message with its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chapters => "hint-chapters",
            Self::Priority => "hint-priority",
            Self::Response => "hint-response",
        }
    }

    /// Gives the sign between the first key and the last, if the keys between them are left out.
    pub fn range(self) -> Option<&'static str> {
        match self {
            Self::Chapters => Some("…"),
            Self::Priority | Self::Response => None,
        }
    }
}
