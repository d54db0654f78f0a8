//! Keys: first the table of commands, then, where text is typed, the text.

use crate::app::keys::commands::command::{Act, Command};
use crate::app::keys::context::Context;
use crate::app::keys::key::{Code, Key};
use crate::app::keys::{commands, line_edit};
use crate::app::state::filter_line::FilterLine;
use crate::app::state::list::Move;
use crate::app::state::notice::Notice;
use crate::app::state::overlay::{Chooser, Overlay};
use crate::app::state::picker::{Item, Picker};
use crate::app::{App, layout};
use crate::domain::Coded;
use crate::query::{Completions, Filter, FilterError, Plan, complete};
use crate::text::Message;

/// How many completions are offered at most.
const MOST: usize = 50;

impl App {
    pub(in crate::app) fn key(&mut self, key: Key) {
        match self.without_alt(key) {
            Some([esc, key]) => {
                self.one_key(esc);
                self.one_key(key);
            }
            None => self.one_key(key),
        }
    }

    /// What a key with Alt stands for that means nothing here: Esc and then the key. A terminal
    /// sends the same bytes for both, and two keys pressed one after the other may come together.
    pub(in crate::app) fn without_alt(&self, key: Key) -> Option<[Key; 2]> {
        let escaped = matches!(key.code, Code::Char(_) | Code::Enter | Code::Tab | Code::Backspace);
        let context = self.context();
        let is_meant = self.settings.keymap.command(context, key).is_some();
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
        if let Some(Overlay::Chooser(chooser)) = self.overlays.last()
            && let Some(row) = chooser.choices.iter().position(|c| key.typed() == Some(c.key))
        {
            self.pick(row);
            return;
        }
        if self.open_view_by(key) {
            return;
        }
        if let Some(command) = self.settings.keymap.command(context, key) {
            self.run(command);
        } else if context.takes_text() {
            self.type_key(key);
        } else {
            let help = self.key_of("help");
            let id =
                if help.is_none() { "notice-no-command-nor-help" } else { "notice-no-command" };
            let message = Message::new(id).with("key", key).with("help", help);
            self.say(Notice::warning(message));
        }
    }

    /// Ends or suspends the program where the terminal is too small to show anything.
    fn leave_unseen(&mut self, key: Key) {
        let of_screens = self.settings.keymap.command(Context::Overview, key);
        if let Some(command) = of_screens.filter(|command| command.unseen) {
            self.act(command);
        }
    }

    /// Runs a command, or says why it cannot be done now.
    pub(in crate::app) fn run(&mut self, command: &Command) {
        if !command.keeps_notice {
            self.notice = None;
        }
        match (command.ready)(self) {
            Ok(()) => self.act(command),
            Err(reason) => {
                let message = self.not_now(reason);
                self.say(Notice::warning(message));
            }
        }
    }

    fn act(&mut self, command: &Command) {
        match command.act {
            Act::Do(run) => run(self),
            Act::Set(value) => self.set(value.change()),
            Act::Edit(edit) => self.edit_text(edit),
            Act::OnTop(_) => {} // pressed there, the key is heard before
        }
    }

    /// Why a command cannot be done now, with the user's key for what the reason speaks of.
    fn not_now(&self, reason: &'static str) -> Message {
        Message::new(reason).with("quit", self.settings.keymap.way_out())
    }

    /// Puts a filter in force if the register knows all that it names; else the error stays in the
    /// line and what was found last stays on the screen. Whether it is in force now.
    pub(in crate::app) fn try_filter(&mut self, filter: Option<Filter>) -> bool {
        let Some(filter) = filter else { return false };
        let read = match self.register() {
            Some(register) => Plan::resolve(&filter, register, &self.query_context()).map(drop),
            None => Ok(()), // the worker will say
        };
        if let (Err(error), Some(Overlay::Filter(line))) = (read, self.overlays.last_mut()) {
            line.error = Some(error);
            return false;
        }
        self.set_filter(filter);
        true
    }

    /// The worker cannot read the filter, which nobody has typed here: it came from the command
    /// line, or the register has lost what it names. The last filter that could be read stays.
    pub(in crate::app) fn unreadable(&mut self, error: &FilterError) {
        self.say(Notice::failed(error.message()));
        let last = self.answer.as_ref().map(|answer| answer.filter.clone());
        let refused = self.place().filter.clone();
        let filter = last.filter(|last| *last != refused).unwrap_or_default();
        self.set_filter(filter);
    }

    pub(in crate::app) fn edit_filter(&mut self) {
        let place = self.place();
        let cursor = place.view.list().and_then(|list| list.current);
        let line = FilterLine::open(&place.filter, cursor);
        self.facets.focused = false;
        self.overlays.push(Overlay::Filter(line));
    }

    /// Whether what is shown was found by the filter that stands above it.
    pub fn is_found(&self) -> bool {
        self.answer.as_ref().is_some_and(|answer| answer.filter == self.place().filter)
    }

    /// Before a letter: remembers the completions, where they stand beside their answer.
    pub(in crate::app) fn hold_completions(&mut self) {
        if !matches!(self.overlays.last(), Some(Overlay::Filter(_))) || !self.is_found() {
            return;
        }
        let shown = self.completions();
        if let Some(Overlay::Filter(line)) = self.overlays.last_mut() {
            line.stays = shown;
        }
    }

    /// What could stand where the cursor of the filter line is.
    pub fn completions(&self) -> Option<Completions> {
        let (Some(Overlay::Filter(line)), Some(register)) = (self.overlays.last(), self.register())
        else {
            return None;
        };
        let context = self.query_context();
        let cursor = line_edit::cursor(&line.input);
        let mut found =
            complete(line.input.value(), cursor, MOST, register, &context, self.settings.lang);
        if self.is_found()
            && !line.waits_for_field()
            && let Some(answer) = &self.answer
        {
            found.items.extend(line.offers(&answer.filter, &answer.meant));
        }
        Some(found)
    }

    pub(in crate::app) fn step_completion(&mut self, step: Move) {
        let count = self.completions().map_or(0, |found| found.items.len());
        let Some(Overlay::Filter(line)) = self.overlays.last_mut() else { return };
        line.chosen = match (step, line.chosen) {
            _ if count == 0 => None,
            (Move::Down, Some(row)) => Some((row + 1).min(count - 1)),
            (Move::Down, None) => Some(0),
            (Move::Up, Some(row)) => row.checked_sub(1),
            _ => line.chosen,
        };
    }

    /// Puts in the completion that the cursor is on, or the first.
    pub(in crate::app) fn complete_filter(&mut self) {
        let Some(found) = self.completions() else { return };
        let Some(Overlay::Filter(line)) = self.overlays.last_mut() else { return };
        if let Some(item) = found.items.get(line.chosen.unwrap_or(0)) {
            line.complete(item.replace.clone(), &item.insert);
            self.typed();
        }
    }

    /// Enter in an overlay.
    pub(in crate::app) fn accept(&mut self) {
        match self.overlays.last() {
            Some(Overlay::Filter(line)) if line.chosen.is_some() => self.complete_filter(),
            Some(Overlay::Filter(_)) => self.accept_filter(),
            Some(Overlay::Palette(picker) | Overlay::Help(picker)) => {
                let Some(item) = picker.current() else { return };
                if let Some(command) = commands::by_id(item.value) {
                    self.overlays.pop();
                    self.run(command);
                }
            }
            Some(Overlay::Picker(picker)) => {
                let Some(person) = picker.current().map(|item| item.value.clone()) else { return };
                self.overlays.pop();
                self.decide(vec![person.decision()]);
            }
            Some(Overlay::Value(_, picker)) => {
                let Some(change) = picker.current().map(|item| item.value.clone()) else { return };
                self.overlays.pop();
                self.set(change);
            }
            Some(Overlay::Chooser(chooser)) => self.pick(chooser.row),
            Some(Overlay::Confirm(_)) => self.confirmed(),
            Some(Overlay::Themes(_)) => self.accept_themes(),
            Some(Overlay::Tagging(_)) => self.accept_tagging(),
            Some(Overlay::Duplicate(_)) => self.accept_duplicate(),
            Some(Overlay::Prompt(_)) => self.answer_prompt(),
            Some(Overlay::Dates(_)) => self.accept_date(),
            Some(Overlay::Handover(_)) => self.accept_handover(),
            Some(Overlay::Counted(..)) => self.close_overlay(),
            Some(
                Overlay::Notes(_)
                | Overlay::Conflicts(_)
                | Overlay::TakingBack(_)
                | Overlay::Views(_)
                | Overlay::NewView(_)
                | Overlay::Columns(_),
            )
            | None => {}
        }
    }

    /// Puts the whole line in force; it stays open while something in it cannot be read.
    pub(in crate::app) fn accept_filter(&mut self) {
        let Some(Overlay::Filter(line)) = self.overlays.last_mut() else { return };
        let (filter, cursor) = (line.read_all(), line.cursor);
        if self.try_filter(filter) {
            self.overlays.pop();
            self.return_cursor(cursor);
        }
    }

    /// Once what the filter finds is there, the cursor is to be where it was before.
    pub(in crate::app) fn return_cursor(&mut self, cursor: Option<u32>) {
        self.before_filter = cursor.filter(|_| !self.is_found());
    }

    fn pick(&mut self, row: usize) {
        let Some(Overlay::Chooser(Chooser { choices, .. })) = self.overlays.pop() else { return };
        let Some(choice) = choices.into_iter().nth(row) else { return };
        self.sort_by(choice.column);
    }

    /// Every command that exists where the user is, with its keys.
    fn command_items(&self, context: Context) -> Vec<Item<&'static str>> {
        let text = self.text();
        commands::all()
            .filter(|command| command.is_in(context))
            .map(|command| {
                let keys = self.settings.keymap.keys(command).iter().map(|key| key.name(text));
                let ready = (command.ready)(self);
                let reason = ready.err().map(|reason| text.say(&self.not_now(reason)));
                let named = command.keys_id().map(|id| text.tr(id).into_owned());
                let detail = named.into_iter().chain(keys).chain(reason);
                let detail = detail.collect::<Vec<_>>().join("  ");
                let label = text.tr(&command.about_id()).into_owned();
                Item { detail, ready: ready.is_ok(), ..Item::new(command.id, label) }
            })
            .collect()
    }

    pub(in crate::app) fn open_palette(&mut self) {
        let items = self.command_items(self.context());
        self.overlays.push(Overlay::Palette(Picker::new(items)));
    }

    /// Help: what can be done here under its group, in the order of the table.
    pub(in crate::app) fn open_help(&mut self) {
        let mut items = self.command_items(self.context());
        let group = |id: &str| commands::by_id(id).map_or(0, |command| command.group.index());
        items.sort_by_key(|item| group(item.value));
        self.overlays.push(Overlay::Help(Picker::new(items)));
    }
}
