//! Keys: first the table of commands, then, where text is typed, the text.

use crate::app::keys::chord::Chord;
use crate::app::keys::commands;
use crate::app::keys::commands::command::{Act, Command};
use crate::app::keys::context::KeyContext;
use crate::app::keys::key::{Code, Key};
use crate::app::state::notice::Notice;
use crate::app::{App, layout};
use crate::query::FilterError;
use crate::text::{Message, capital};

impl App {
    pub(in crate::app) fn key(&mut self, key: Key) {
        let before = self.before_key();
        match self.without_alt(key) {
            Some([esc, key]) => {
                self.one_key(esc);
                self.one_key(key);
            }
            None => self.one_key(key),
        }
        self.after_key(before);
    }

    /// Splits an unbound key with Alt into Esc and the key. A terminal sends the same bytes for
    /// both, and two keys pressed one after the other may come together.
    pub(in crate::app) fn without_alt(&self, key: Key) -> Option<[Key; 2]> {
        let escaped = matches!(key.code, Code::Char(_) | Code::Enter | Code::Tab | Code::Backspace);
        let context = self.context();
        let keymap = &self.settings.keymap;
        let is_meant =
            keymap.command(context, key).is_some() || keymap.moved(context, key).is_some();
        let apart = [Key::plain(Code::Esc), Key { alt: false, ..key }];
        (key.alt && escaped && !is_meant).then_some(apart)
    }

    fn one_key(&mut self, key: Key) {
        self.tag_when_found = false;
        if layout::is_too_small(self.settings.size) {
            // Nothing is shown, so nothing is done: only the way out, which is named there.
            self.leave_unseen(key);
            return;
        }
        if self.overlays.is_empty() {
            self.see();
        }
        let context = self.context();
        if self.heard_on_top(key) || self.take_offer_by(key) {
            return;
        }
        if let Some(command) = self.settings.keymap.command(context, key) {
            self.run(command);
        } else if let Some((command, runs)) = self.settings.keymap.moved(context, key) {
            self.run_moved(command, runs);
        } else if context.takes_text() {
            self.type_key(key);
        } else if let Some(message) = self.decides_elsewhere(key) {
            self.say(Notice::warning(message));
        } else {
            let help = self.key_of("help");
            let id =
                if help.is_none() { "notice-no-command-nor-help" } else { "notice-no-command" };
            let message = Message::new(id).with("key", key).with("help", help);
            self.say(Notice::warning(message));
        }
    }

    /// A key of the version before: runs the command where the key still does, and says the new one.
    fn run_moved(&mut self, command: &Command, runs: bool) {
        if runs {
            self.run(command);
        }
        let moved = self.moved_to(command);
        if runs {
            self.say_besides(moved);
        } else {
            self.say(Notice::warning(moved));
        }
    }

    /// Says by which key a command is run from now on.
    pub(in crate::app) fn moved_to(&self, command: &Command) -> Message {
        let name = capital(&self.text().tr(&command.name_id()));
        let Some(key) = self.key_of(command.id) else {
            // Letting all needs go is one of several things that other keys do.
            let moved = Message::new("notice-key-gone").with("name", name);
            return moved.with("back", self.key_of("back")).with("all", self.key_of("select.all"));
        };
        let moved = Message::new("notice-key-moved").with("name", name);
        moved.with("key", key)
    }

    /// Ends or suspends the program where the terminal is too small to show anything.
    fn leave_unseen(&mut self, key: Key) {
        let of_screens = self.settings.keymap.command(KeyContext::Overview, key);
        if let Some(command) = of_screens.filter(|command| command.unseen) {
            self.carry_out(command);
        }
    }

    /// Runs a command, or says why it cannot be done now.
    pub(in crate::app) fn run(&mut self, command: &Command) {
        if !command.keeps_notice {
            self.pass_notice();
        }
        match (command.ready)(self) {
            Ok(()) => self.carry_out(command),
            Err(reason) => {
                let message = self.not_now(reason);
                self.say(Notice::warning(message));
            }
        }
    }

    /// Carries out the action of a command.
    fn carry_out(&mut self, command: &Command) {
        match command.act {
            Act::Do(run) => run(self),
            Act::Go(screen) => self.go(screen),
            Act::Set(value) => self.set_by_letter(value),
            Act::Edit(edit) => self.edit_text(edit),
            Act::Menu(menu) => self.open_menu(menu),
            Act::OnTop(_) => {} // pressed there, the key is heard before
        }
        // A person who leaves at once has not used the program yet.
        self.newcomer &= self.ended;
    }

    /// Why a command cannot be done now, with the user's key for the command that the reason names.
    pub(in crate::app) fn not_now(&self, reason: &'static str) -> Message {
        let message = Message::new(reason).with("quit", self.settings.keymap.way_out());
        message.with("void", self.key_of("need.void"))
    }

    /// Takes back a filter that the worker cannot read: it came from the command line, or the
    /// register has lost a name in it. The last readable filter takes its place.
    pub(in crate::app) fn unreadable(&mut self, error: &FilterError) {
        self.say(Notice::failed(error.message()));
        let last = self.answer.as_ref().map(|answer| self.place().without_own(&answer.filter));
        let refused = self.place().filter.clone();
        let filter = last.filter(|last| *last != refused).unwrap_or_default();
        self.set_filter(filter);
    }

    /// Whether the answer on the screen is to the filter above it.
    pub fn is_found(&self) -> bool {
        self.answer.as_ref().is_some_and(|answer| answer.filter == self.place().asked())
    }

    /// Puts the cursor back on a need once the answer to the filter has come.
    pub(in crate::app) fn return_cursor(&mut self, cursor: Option<u32>) {
        self.before_filter = cursor.filter(|_| !self.is_found());
    }

    /// The first key of a command, where it has one.
    pub fn key_of(&self, id: &str) -> Option<Chord> {
        let command = commands::by_id(id);
        command.and_then(|c| self.settings.keymap.keys(c).first().copied())
    }
}
