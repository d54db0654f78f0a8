//! Requests about saved views.

use crate::store::SavedView;
use crate::text::Message;
use crate::worker::Way;

/// A request about views that is not answered yet.
#[derive(Clone, Debug)]
pub(in crate::app) enum ViewAsked {
    /// A view is saved; its form stays until it is.
    Save(Message),
    /// A view is deleted.
    Delete(Message),
    /// The last change is taken back, or done again.
    Turn(Way),
    /// A view is opened as it is now.
    Open(Box<SavedView>),
}
