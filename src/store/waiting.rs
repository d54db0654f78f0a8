//! A write that waits for another program's: for whom and since when.

use super::Holder;
use crate::domain::Moment;
use crate::text::Message;
use std::time::Duration;

/// A write or a reading that waits for another program's write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The program that writes meanwhile, where the system tells.
    pub holder: Option<Holder>,
    /// The moment when the waiting began.
    pub since: Moment,
    /// Whether it is a reading that waits, so that nothing is to be written yet.
    pub reads: bool,
    /// How long it waits at most; `None` where that is for as long as the other program runs.
    pub most: Option<Duration>,
}

impl Waiting {
    /// The message that it waits, for whom and since when.
    pub fn message(&self) -> Message {
        if self.reads {
            return self.to_open();
        }
        let since = self.since.to_string();
        match &self.holder {
            Some(holder) => holder.told(Message::new("store-waiting")).with("since", since),
            None => Message::new("store-waiting-unseen").with("since", since),
        }
    }

    /// The message for a register that is still to be opened, so that nothing is to be written yet.
    pub fn to_open(&self) -> Message {
        let message = match &self.holder {
            Some(holder) => holder.told(Message::new("store-waiting-to-open")),
            None => Message::new("store-waiting-to-open-unseen"),
        };
        let most = self.most.map_or(0, |most| most.as_secs());
        message.with("since", self.since.to_string()).with("most", most)
    }
}

/// Is told of a write that waits, and with nothing when its waiting is over.
pub(super) type Tell = Box<dyn Fn(Option<Waiting>) + Send>;
