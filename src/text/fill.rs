//! Messages with their variables filled in.

use super::{Arg, Message, Text};
use fluent_bundle::FluentArgs;

impl Text {
    /// The message with this id, its variables filled in.
    pub fn tra(&self, id: &str, args: &[(&'static str, Arg)]) -> String {
        let found = self.find(id).and_then(|(bundle, message)| Some((bundle, message.value()?)));
        let Some((bundle, pattern)) = found else { return id.to_owned() };
        let mut filled = FluentArgs::new();
        for (name, value) in args {
            filled.set(*name, value.fluent(self));
        }
        bundle.format_pattern(pattern, Some(&filled), &mut Vec::new()).into_owned()
    }

    /// A message that another module made, in this language.
    pub fn say(&self, message: &Message) -> String {
        self.tra(message.id(), message.args())
    }
}
