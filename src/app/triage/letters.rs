//! Letters that set a value: on Triage and on a need's page they decide at once, on a list to read they open the list
//! of values, elsewhere a notice says where they decide.

use crate::app::App;
use crate::app::keys::commands::command::{Act, SetValue};
use crate::app::keys::context::{Decides, KeyContext};
use crate::app::keys::key::Key;
use crate::domain::Coded;
use crate::query::register::NeedRef;
use crate::text::{Arg, Message};

impl App {
    /// Sets a value where deciding is the purpose. On a list to read the values of the field open, this one under the
    /// cursor; a selection is asked about.
    pub(in crate::app) fn set_by_letter(&mut self, value: SetValue) {
        if self.context().deciding() != Decides::Also {
            return self.set(value.change());
        }
        self.end_range();
        let current = self.current_need().map(NeedRef::id);
        match self.targets()[..] {
            [one] if current == Some(one) => self.choose_from(value),
            _ => self.set(value.change()),
        }
    }

    /// Whether the last decision can be repeated by one key: not on lists to read.
    pub(in crate::app) fn can_repeat(&self) -> Result<(), &'static str> {
        if self.context().deciding() == Decides::Also {
            Err("reason-repeat-in-list")
        } else {
            Ok(())
        }
    }

    /// The notice for a key that decides about a need elsewhere and has no meaning here.
    pub(in crate::app) fn decides_elsewhere(&self, key: Key) -> Option<Message> {
        let command = self.settings.keymap.command(KeyContext::Triage, key)?;
        let Act::Set(value) = command.act else { return None };
        let change = value.change();
        let value = match change.code() {
            Some(code) => Arg::value(change.field().code(), &code),
            None => Arg::Named("not-stated".to_owned()),
        };
        let message = Message::new("notice-decides-elsewhere").with("key", key);
        self.context().is_screen().then(|| message.with("value", value))
    }
}
