//! Sequences that end for want of more, whose rest may come late.

use crate::term::input::state::State;

/// The kind of a sequence that ended without its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// An Esc, that was then taken for a key.
    Esc,
    /// A control sequence or a single shift.
    Sequence(State),
    /// A string.
    String,
    /// A paste.
    Paste,
}
