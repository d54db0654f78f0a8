//! A write that waits for another program's: for whom and since when.

use super::Holder;
use crate::domain::Moment;
use crate::text::Message;

/// A write that waits for another program's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Who writes meanwhile, where the system tells.
    pub holder: Option<Holder>,
    /// Since when it waits.
    pub since: Moment,
}

impl Waiting {
    /// That it waits, for whom and since when.
    pub fn message(&self) -> Message {
        let since = self.since.to_string();
        match &self.holder {
            Some(holder) => holder.told(Message::new("store-waiting")).with("since", since),
            None => Message::new("store-waiting-unseen").with("since", since),
        }
    }

    /// The same of a register that is still to be opened, so that nothing is to be written yet.
    pub fn to_open(&self) -> Message {
        let since = self.since.to_string();
        match &self.holder {
            Some(holder) => holder.told(Message::new("store-waiting-to-open")).with("since", since),
            None => Message::new("store-waiting-to-open-unseen").with("since", since),
        }
    }
}

/// Is told of a write that waits, and with nothing when its waiting is over.
pub(super) type Tell = Box<dyn Fn(Option<Waiting>) + Send>;
