//! The state of a decoder between two bytes.

/// The sequence being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// No sequence, or a character of several bytes.
    Ground,
    /// An Esc; `twice` where another stands before it.
    Esc { twice: bool },
    /// A control sequence: `ESC [`.
    Control,
    /// A function key of the Linux console: `ESC [ [`.
    Console,
    /// A single shift: `ESC O`.
    Shifted,
    /// A mouse report in its oldest form, `ESC [ M`: so many characters are to come, and `wide`
    /// where the last one can have a second byte.
    Mouse { left: u8, wide: bool },
    /// A string: `ESC ]` (that a BEL ends, too), `ESC P`, `ESC X`, `ESC ^` or `ESC _`.
    String { bell: bool, esc: bool },
    /// A paste.
    Paste,
    /// An Esc in a paste, which began where the paste was so long.
    PasteEsc { mark: usize },
    /// A control sequence in a paste.
    PasteControl { mark: usize },
}
