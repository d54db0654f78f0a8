//! Writes that were sent and are not acknowledged yet.

use crate::domain::{Edit, NeedNumber};
use crate::store::Mergeable;
use crate::text::Message;
use crate::worker::TakeBack;

/// A write that was sent and is not acknowledged yet.
#[derive(Clone, Debug)]
pub(in crate::app) enum Pending {
    /// Edits, kept so that a refusal loses nothing.
    Write(Vec<Edit>),
    /// Notes from the editor, which stays open until they are safe.
    Notes(Vec<Edit>),
    /// The write of the form with this key, which stays open until it is done.
    Form(String),
    /// A change of one record without a form, with the message for its success.
    Record(Message),
    /// Matches are made or taken out, with the message for their success and the doubt about them.
    Matches(Message, Option<Message>),
    /// Needs are made void.
    Void(Vec<NeedNumber>),
    /// Void needs come back.
    VoidBack(Vec<NeedNumber>),
    /// A comment on a need, which stays open until it is safe.
    Comment(NeedNumber),
    /// A record is merged into another: their kind, the numbers of the one that goes and of the one that stays, and the
    /// message for its success.
    Merge(Mergeable, [u32; 2], Message),
    /// A post, by its code, is held no longer.
    Retired(String),
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
            Self::Form(_)
            | Self::Record(_)
            | Self::Matches(..)
            | Self::Void(_)
            | Self::VoidBack(_)
            | Self::Comment(_)
            | Self::Merge(..)
            | Self::Retired(_)
            | Self::TakeBack(_) => &[],
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
