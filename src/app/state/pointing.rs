//! What the mouse did, and to what.

use crate::paint::targets::Target;

/// What was done with the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// A click.
    Click,
    /// A second click at once on the same.
    Twice,
    /// The wheel, up.
    WheelUp,
    /// The wheel, down.
    WheelDown,
}

/// What was done with the mouse, and to what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointing {
    /// What was done.
    pub gesture: Gesture,
    /// To what, as the painter told it.
    pub target: Target,
}
