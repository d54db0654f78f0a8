//! Edits of typed text by keys, other than putting a character in.

/// An edit of a line or of a text of several lines, or a step of the cursor in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // each is the edit or the step of that name
pub enum TextEdit {
    Left,
    Right,
    WordLeft,
    WordRight,
    /// To the beginning of the line.
    Start,
    /// To the end of the line.
    End,
    Up,
    Down,
    PageUp,
    PageDown,
    DeleteLeft,
    DeleteRight,
    DeleteWordLeft,
    DeleteWordRight,
    DeleteToEnd,
    /// From the cursor to the beginning of the line.
    DeleteToStart,
    NewLine,
    Indent,
}
