//! Keys: first the table of commands, then, where text is typed, the text.

use super::command::Command;
use super::context::Context;
use super::filter_line::FilterLine;
use super::key::{Code, Key};
use super::list::Move;
use super::overlay::{Chooser, Overlay};
use super::picker::{Item, Picker};
use super::{App, Notice, command, input, layout};
use crate::domain::Coded;
use crate::query::{Completions, Filter, FilterError, Measure, Offer, Plan, complete};
use crate::text::Message;
use std::ops::Range;

/// How many completions are offered at most.
const MOST: usize = 50;

impl App {
    pub(super) fn key(&mut self, key: Key) {
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
    pub(super) fn without_alt(&self, key: Key) -> Option<[Key; 2]> {
        let escaped = matches!(key.code, Code::Char(_) | Code::Enter | Code::Tab | Code::Backspace);
        let context = self.context();
        let is_meant = self.settings.keymap.command(context, key).is_some()
            || (context.takes_text() && input::uses_alt(key));
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
        if self.open_view_by(key) || self.take_offer_by(key) {
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
        let ways = ["quit", "quit.now", "suspend", "redraw"];
        if let Some(command) = of_screens.filter(|command| ways.contains(&command.id)) {
            (command.run)(self);
        }
    }

    /// Runs a command, or says why it cannot be done now.
    pub(super) fn run(&mut self, command: &Command) {
        // a screen that is drawn again keeps its notice
        if command.id != "redraw" {
            self.notice = None;
        }
        match (command.ready)(self) {
            Ok(()) => (command.run)(self),
            Err(reason) => {
                let message = self.not_now(reason);
                self.say(Notice::warning(message));
            }
        }
    }

    /// Why a command cannot be done now, with the user's key for what the reason speaks of.
    fn not_now(&self, reason: &'static str) -> Message {
        Message::new(reason).with("quit", self.settings.keymap.way_out())
    }

    /// Puts a filter in force if the register knows all that it names; else the error stays in the
    /// line and what was found last stays on the screen. Whether it is in force now.
    pub(super) fn try_filter(&mut self, filter: Option<Filter>) -> bool {
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
    pub(super) fn unreadable(&mut self, error: &FilterError) {
        self.say(Notice::failed(error.message()));
        let last = self.answer.as_ref().map(|answer| answer.filter.clone());
        let refused = self.place().filter.clone();
        let filter = last.filter(|last| *last != refused).unwrap_or_default();
        self.set_filter(filter);
    }

    pub(super) fn edit_filter(&mut self) {
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
    pub(super) fn hold_completions(&mut self) {
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
        let cursor = input::cursor(&line.input);
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

    pub(super) fn step_completion(&mut self, step: Move) {
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
    pub(super) fn complete_filter(&mut self) {
        let Some(found) = self.completions() else { return };
        let Some(Overlay::Filter(line)) = self.overlays.last_mut() else { return };
        if let Some(item) = found.items.get(line.chosen.unwrap_or(0)) {
            line.complete(item.replace.clone(), &item.insert);
            self.typed();
        }
    }

    /// What is offered first for words that leave nothing, with the place of these words in the filter: where no line is
    /// typed in, and the screen has nothing else to say.
    pub fn offer(&self) -> Option<(Range<usize>, &Offer)> {
        let context = self.context();
        let free = self.overlays.is_empty() && context != Context::Facets;
        let is_narrowed = command::by_id("filter.edit").is_some_and(|edit| edit.is_in(context));
        let free = free && is_narrowed;
        let answer = self.answer.as_ref().filter(|_| free && self.is_found())?;
        let mut pressing = answer.meant.iter().filter(|meant| !meant.stands);
        let first = pressing.find_map(|meant| Some((meant.terms.clone(), meant.offers.first()?)));
        first.filter(|_| answer.counts.total(Measure::Needs) == 0)
    }

    /// The key under the filter line that takes an offer takes it from the screen too; whether there was one.
    fn take_offer_by(&mut self, key: Key) -> bool {
        let takes = self.settings.keymap.command(Context::Filter, key);
        let is_taking = takes.is_some_and(|command| command.id == "filter.complete");
        let Some((terms, offer)) = self.offer().filter(|_| is_taking) else { return false };
        let Ok(term) = crate::query::parse(&offer.term) else { return false };
        let mut filter = self.place().filter.clone();
        filter.terms.splice(terms, term.terms);
        self.notice = None;
        self.set_filter(filter);
        true
    }

    /// Enter in an overlay.
    pub(super) fn accept(&mut self) {
        match self.overlays.last() {
            Some(Overlay::Filter(line)) if line.chosen.is_some() => self.complete_filter(),
            Some(Overlay::Filter(_)) => self.accept_filter(),
            Some(Overlay::Palette(picker) | Overlay::Help(picker)) => {
                let Some(item) = picker.current() else { return };
                if let Some(command) = command::by_id(item.value) {
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
    pub(super) fn accept_filter(&mut self) {
        let Some(Overlay::Filter(line)) = self.overlays.last_mut() else { return };
        let (filter, cursor) = (line.read_all(), line.cursor);
        if self.try_filter(filter) {
            self.overlays.pop();
            self.return_cursor(cursor);
        }
    }

    /// Once what the filter finds is there, the cursor is to be where it was before.
    pub(super) fn return_cursor(&mut self, cursor: Option<u32>) {
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
        command::all()
            .filter(|command| command.is_in(context))
            .map(|command| {
                let keys = self.settings.keymap.keys(command).iter().map(|key| key.name(text));
                let ready = (command.ready)(self);
                let reason = ready.err().map(|reason| text.say(&self.not_now(reason)));
                let detail = keys.chain(reason).collect::<Vec<_>>().join("  ");
                let label = text.tr(&command.about_id()).into_owned();
                Item { detail, ready: ready.is_ok(), ..Item::new(command.id, label) }
            })
            .collect()
    }

    pub(super) fn open_palette(&mut self) {
        let items = self.command_items(self.context());
        self.overlays.push(Overlay::Palette(Picker::new(items)));
    }

    /// Help: what can be done here under its group, in the order of the table.
    pub(super) fn open_help(&mut self) {
        let mut items = self.command_items(self.context());
        let group = |id: &str| command::by_id(id).map_or(0, |command| command.group.index());
        items.sort_by_key(|item| group(item.value));
        self.overlays.push(Overlay::Help(Picker::new(items)));
    }
}
