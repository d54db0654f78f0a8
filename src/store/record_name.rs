//! The name of a record for messages: its code, and its name in each language.

use crate::text::{Arg, Lang, Message, Names};

/// The name of a record, as people know it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordName {
    /// The code or symbol; of a review its cycle.
    pub(super) code: String,
    /// The name by language; of a review that of its State.
    pub(super) names: Names,
    /// Whether it is a review.
    pub(super) is_review: bool,
}

impl RecordName {
    /// Gives the name as a value of a message, in the language of that.
    pub(super) fn arg(&self) -> Arg {
        if self.names.is_empty() {
            return Arg::from(self.code.as_str());
        }
        let mut name = [const { String::new() }; Lang::COUNT];
        for (words, lang) in name.iter_mut().zip(Lang::ALL) {
            self.names.in_lang(*lang).clone_into(words);
        }
        let name = Arg::InEach(name);
        if self.is_review {
            let message = Message::new("form-review").with("state", name);
            return Arg::Said(Box::new(message.with("cycle", self.code.as_str())));
        }
        if self.names.iter().any(|name| name == self.code) {
            return name;
        }
        let message = Message::new("store-record-name").with("code", self.code.as_str());
        Arg::Said(Box::new(message.with("name", name)))
    }
}
