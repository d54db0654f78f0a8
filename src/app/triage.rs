//! Triage: setting fields of the current need or of all selected ones, undo, notes, sorting.

use super::columns::{self, Column};
use super::list::Move;
use super::overlay::{Choice, Chooser, Confirm, Notes, Overlay, Pick};
use super::picker::{Item, Picker};
use super::place::View;
use super::{App, Notice};
use crate::domain::{Change, Coded, Edit, Horizon, Priority, Response};
use crate::query::register::NeedRef;
use crate::store::{NeedDetail, StoreError, Written};
use crate::text::{Lang, Message};
use crate::worker::Request;
use tui_input::Input;

impl App {
    /// The needs that an edit would concern: all selected, or the current one.
    pub fn targets(&self) -> Vec<u32> {
        if self.selected.is_empty() {
            self.current_need().map(NeedRef::id).into_iter().collect()
        } else {
            self.selected.iter().copied().collect()
        }
    }

    /// Sets a field on the targets; on more than one after a yes.
    pub(super) fn set(&mut self, change: Change) {
        let edits: Vec<Edit> = self
            .targets()
            .into_iter()
            .map(|id| Edit {
                need: id,
                change: change.clone(),
                if_version: self.need(id).map(NeedRef::version),
            })
            .collect();
        match edits.len() {
            0 => self.say(Notice::warning(Message::new("reason-no-need"))),
            1 => self.write(edits),
            _ => self.overlays.push(Overlay::Confirm(Confirm { edits, change })),
        }
    }

    pub(super) fn confirmed(&mut self) {
        if let Some(Overlay::Confirm(confirm)) = self.overlays.pop() {
            self.write(confirm.edits);
        }
    }

    fn write(&mut self, edits: Vec<Edit>) {
        let ticket = self.ticket();
        self.outbox.push(Request::Write { ticket, edits, note: String::new() });
    }

    pub(super) fn undo(&mut self) {
        let ticket = self.ticket();
        self.outbox.push(Request::Undo(ticket));
    }

    pub(super) fn redo(&mut self) {
        let ticket = self.ticket();
        self.outbox.push(Request::Redo(ticket));
    }

    /// A write is done or refused. What the user typed is still in the place where it was typed.
    pub(super) fn wrote(&mut self, result: Result<Option<Written>, StoreError>) {
        match result {
            Ok(None) => self.say(Notice::warning(Message::new("notice-nothing-to-undo"))),
            Ok(Some(written)) if written.batch.is_none() => {
                self.overlays.retain(|overlay| !matches!(overlay, Overlay::Notes(_)));
                self.say(Notice::warning(Message::new("notice-no-change")));
            }
            Ok(Some(written)) => {
                self.overlays.retain(|overlay| !matches!(overlay, Overlay::Notes(_)));
                let undo = super::command::by_id("triage.undo");
                let key = undo.and_then(|c| self.settings.keymap.keys(c).first().copied());
                let message = match written.needs.as_slice() {
                    [one] => Message::new("notice-changed-one").with("need", one.to_string()),
                    needs => Message::new("notice-changed").with("count", needs.len()),
                };
                let key = key.map(|key| key.to_string()).unwrap_or_default();
                self.say(Notice::done(message.with("key", key)));
                if let View::Need(page) = &self.place().view {
                    self.ask_detail(page.id);
                }
                self.ask_log();
            }
            Err(error) => self.say(Notice::failed(error.message())),
        }
    }

    pub(super) fn choose_priority(&mut self) {
        let change = |value| Pick::Set(Change::Priority(value));
        self.choose(
            "choose-priority",
            "priority",
            &[('h', Priority::High), ('m', Priority::Medium), ('l', Priority::Low)],
            change,
        );
    }

    pub(super) fn choose_response(&mut self) {
        let change = |value| Pick::Set(Change::Response(value));
        let keys = [
            ('u', Response::Unmet),
            ('p', Response::Planned),
            ('w', Response::UnderWay),
            ('m', Response::Met),
            ('x', Response::Withdrawn),
        ];
        self.choose("choose-response", "response", &keys, change);
    }

    pub(super) fn choose_horizon(&mut self) {
        let change = |value| Pick::Set(Change::Horizon(value));
        let keys = [('c', Horizon::Current), ('p', Horizon::Projected)];
        self.choose("choose-horizon", "horizon", &keys, change);
    }

    /// Opens a chooser of a closed vocabulary, with "not stated" last on `-`.
    fn choose<T: Coded>(
        &mut self,
        title: &'static str,
        field: &str,
        values: &[(char, T)],
        pick: impl Fn(Option<T>) -> Pick,
    ) {
        let text = self.text();
        let mut choices: Vec<Choice> = values
            .iter()
            .map(|(key, value)| Choice {
                key: *key,
                label: text.value(field, value.code()),
                pick: pick(Some(*value)),
            })
            .collect();
        let none = text.tr("not-stated").into_owned();
        choices.push(Choice { key: '-', label: none, pick: pick(None) });
        self.overlays.push(Overlay::Chooser(Chooser { title, choices, row: 0 }));
    }

    /// Opens the picker of a focal point; the likely ones first: the focal point of the need's
    /// State, then the adviser of its region, then nobody, then everybody else.
    pub(super) fn choose_focal(&mut self) {
        let Some(register) = self.register() else { return };
        let vocabulary = &register.vocabulary;
        let need = self.targets().first().and_then(|id| self.need(*id));
        let state = need.map(|need| need.review().state);
        let adviser = need.and_then(|need| need.state().adviser);
        let lang = self.settings.lang;
        let text = self.text();
        let mut items: Vec<(u8, Item<Option<String>>)> = vocabulary
            .people
            .iter()
            .enumerate()
            .map(|(place, person)| {
                let rank = match () {
                    () if person.state.is_some() && person.state == state => 0,
                    () if adviser == Some(place as u16) => 1,
                    () => 3,
                };
                let label = match lang {
                    Lang::En => person.post_en.clone(),
                    Lang::Zh => person.post_zh.clone(),
                };
                let detail = text.value("person", person.kind.code());
                (rank, Item { value: Some(person.code.clone()), label, detail, ready: true })
            })
            .collect();
        let nobody = text.tr("nobody").into_owned();
        items.push((2, Item { value: None, label: nobody, detail: String::new(), ready: true }));
        items.sort_by_key(|(rank, _)| *rank);
        let items = items.into_iter().map(|(_, item)| item).collect();
        self.overlays.push(Overlay::Picker(Picker::new(items)));
    }

    /// Opens the notes of the current need; the text comes from the file.
    pub(super) fn edit_notes(&mut self) {
        let Some(need) = self.current_need() else { return };
        let notes = Notes { need: need.id(), version: need.version(), input: None };
        self.ask_detail(notes.need);
        self.overlays.push(Overlay::Notes(notes));
    }

    /// The text of the notes has come.
    pub(super) fn fill_notes(&mut self, detail: &NeedDetail) {
        if let Some(Overlay::Notes(notes)) = self.overlays.last_mut()
            && notes.need == detail.id
            && notes.input.is_none()
        {
            notes.input = Some(Input::new(detail.notes.clone()));
        }
    }

    /// Writes the notes; the overlay stays until the worker says that they are safe.
    pub(super) fn save_notes(&mut self) {
        let Some(Overlay::Notes(notes)) = self.overlays.last() else { return };
        let Some(input) = &notes.input else { return };
        let change = Change::notes(input.value());
        let edit = Edit { need: notes.need, change, if_version: Some(notes.version) };
        self.write(vec![edit]);
    }

    /// Selects the current need or lets it go, and goes on to the next.
    pub(super) fn select(&mut self) {
        let Some(id) = self.current_need().map(NeedRef::id) else { return };
        if !self.selected.remove(&id) {
            self.selected.insert(id);
        }
        self.step(Move::Down);
    }

    /// Selects everything that the filter matches.
    pub(super) fn select_all(&mut self) {
        let Some(answer) = &self.answer else { return };
        let needs = answer.rows.iter().filter_map(|row| answer.register.need(*row));
        self.selected.extend(needs.map(NeedRef::id));
    }

    /// The columns of the list on the screen.
    pub fn columns(&self) -> &'static [Column] {
        match &self.place().view {
            View::States(_) => columns::STATES,
            View::Reviews(_) => columns::REVIEWS,
            View::History(_) => columns::HISTORY,
            _ => columns::NEEDS,
        }
    }

    pub(super) fn choose_sort(&mut self) {
        // j, k and g move the cursor
        const KEYS: &str = "abcdefhilmnopqrst";
        let text = self.text();
        let choices = self
            .columns()
            .iter()
            .enumerate()
            .filter(|(_, column)| column.code != "bar")
            .zip(KEYS.chars())
            .map(|((place, column), key)| Choice {
                key,
                label: text.tr(&format!("head-{}", column.code)).into_owned(),
                pick: Pick::Sort(place),
            })
            .collect();
        let row = self.place().view.list().map_or(0, |list| list.column);
        self.overlays.push(Overlay::Chooser(Chooser { title: "choose-sort", choices, row }));
    }

    /// Sorts by a column; by the same again, the other way round.
    pub(super) fn sort_by(&mut self, column: usize) {
        let Some(list) = self.place_mut().view.list_mut() else { return };
        if list.column == column {
            list.descending = !list.descending;
        } else {
            (list.column, list.descending) = (column, false);
        }
        self.resorted();
    }

    pub(super) fn reverse(&mut self) {
        let Some(list) = self.place_mut().view.list_mut() else { return };
        list.descending = !list.descending;
        self.resorted();
    }

    fn resorted(&mut self) {
        if self.place().view.lists_needs() {
            self.ask();
        } else {
            self.anchor(self.settings.lang);
        }
    }
}
