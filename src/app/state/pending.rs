//! Writes that were sent and are not acknowledged yet.

use crate::domain::Edit;
use crate::worker::TakeBack;

/// A write that was sent and is not acknowledged yet.
#[derive(Clone, Debug)]
pub(in crate::app) enum Pending {
    /// Edits, kept so that a refusal loses nothing.
    Write(Vec<Edit>),
    /// Notes from the editor, which stays open until they are safe.
    Notes(Vec<Edit>),
    /// An undo or redo.
    TakeBack(TakeBack),
}

/// Writes of fewer edits are looked through for those about one need.
pub(in crate::app) const SMALL: usize = 16;

impl Pending {
    /// The edits that it would write.
    pub(in crate::app) fn edits(&self) -> &[Edit] {
        match self {
            Self::Write(edits) | Self::Notes(edits) => edits,
            Self::TakeBack(_) => &[],
        }
    }

    /// The edits, where they are few.
    pub(in crate::app) fn small(&self) -> &[Edit] {
        match self {
            Self::Write(edits) if edits.len() < SMALL => edits,
            _ => &[],
        }
    }
}
