//! An action of the mouse and its target.

use crate::paint::targets::Target;

/// An action of the mouse.
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

/// An action of the mouse and its target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointing {
    /// The action.
    pub gesture: Gesture,
    /// The target, as the painter recorded it.
    pub target: Target,
}
