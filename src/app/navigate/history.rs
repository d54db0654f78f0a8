//! The changes of a need, a State, a person, a day, or all of them: one page, a line for each batch.

use crate::app::App;
use crate::app::state::history::{Scope, Subject};
use crate::app::state::list::Side;
use crate::app::state::notice::Notice;
use crate::app::state::screens::{History, View};
use crate::app::state::waits::Wait;
use crate::domain::{Kind, Kinds, Record};
use crate::query::register::NeedRef;
use crate::text::Message;
use crate::worker::{BatchChanges, LogOf, LogPart, LogWanted, Request, Ticket};

/// From so many lines before the last one that is there, more are asked for.
const AHEAD: usize = 100;

impl App {
    /// Opens the changes of the current need; of the State or the person whose page or line it is; or
    /// all. On the page of changes, those of everybody.
    pub(in crate::app) fn open_history(&mut self) {
        if let View::History(history) = &self.place().view {
            if history.scope == Scope::All {
                self.say(Notice::done(Message::new("notice-all-changes")));
            } else {
                self.show_scope(Scope::All);
            }
            return;
        }
        let need = self.current_need();
        let (mut id, mut state) = (need.map(NeedRef::id), need.map(NeedRef::state_place));
        // A State under the cursor asks for the State's changes rather than those of a need in its list.
        let looked_at = self.place().view.page().current_state();
        if looked_at.is_some() {
            (id, state) = (None, looked_at);
        }
        let chosen = self.place().view.page().current_person();
        let people = self.register().map(|register| register.vocabulary.people.as_slice());
        let person = chosen.and_then(|place| people.and_then(|p| p.get(usize::from(place))));
        let scope = match (id, person) {
            _ if looked_at.is_some() => Scope::State,
            (Some(_), _) => Scope::Need,
            (None, Some(_)) => Scope::Person,
            _ => Scope::All,
        };
        let who = person.map_or_else(|| self.settings.who.clone(), |person| person.code.clone());
        let day = self.today();
        let subject = Subject { need: id, state, who, day };
        self.push_page(View::History(History::of(scope, subject)));
        self.ask_log();
    }

    /// Opens the changes of the need whose page it is, with the cursor on this batch as soon as it is read.
    pub(in crate::app) fn open_changes(&mut self, batch: i64) {
        self.open_history();
        if let View::History(history) = &mut self.place_mut().view {
            history.begin_at(batch);
        }
    }

    /// Turns the page to the next scope: of the need, its State, the person and the day of the
    /// batch under the cursor.
    pub(in crate::app) fn turn_history(&mut self, side: Side) {
        self.follow_line();
        let View::History(history) = &self.place().view else { return };
        let scopes: Vec<Scope> = history.scopes().collect();
        let now = scopes.iter().position(|scope| *scope == history.scope).unwrap_or(0);
        let by = match side {
            Side::Left => scopes.len() - 1,
            Side::Right => 1,
        };
        self.show_scope(scopes[(now + by) % scopes.len()]);
    }

    fn show_scope(&mut self, scope: Scope) {
        self.follow_line();
        let View::History(history) = &mut self.place_mut().view else { return };
        let of_use = history.of_use;
        history.begin(scope, of_use);
        self.ask_log();
    }

    /// The hint of turning the page.
    pub(in crate::app) fn scopes_name(&self) -> Option<&'static str> {
        matches!(self.place().view, View::History(_)).then_some("hint-history-scopes")
    }

    /// The hint of opening on the page of changes.
    pub(in crate::app) fn open_name(&self) -> Option<&'static str> {
        let View::History(history) = &self.place().view else { return None };
        let of = history
            .current_batch()
            .filter(|_| history.line().is_some_and(|l| l.change().is_none()))?;
        let is_open = history.opened.contains_key(&of.batch.batch);
        Some(if is_open { "hint-history-close" } else { "hint-history-open" })
    }

    /// Opens the batch of the line under the cursor, or closes it.
    pub(in crate::app) fn turn_batch(&mut self) {
        let View::History(history) = &mut self.place_mut().view else { return };
        if let Some(batch) = history.turn() {
            self.ask_batch(batch);
        }
    }

    /// Opens the batch on the right, closes it on the left.
    pub(in crate::app) fn batch_sideways(&mut self, side: Side) {
        let View::History(history) = &self.place().view else { return };
        let number = history.current_batch().map(|of| of.batch.batch);
        let is_open = number.is_some_and(|number| history.opened.contains_key(&number));
        match (side, is_open) {
            (Side::Right, false) | (Side::Left, true) => self.turn_batch(),
            (Side::Right, true) => {}
            (Side::Left, false) => {
                let key = self.key_of("pane.next");
                self.say(Notice::warning(Message::new("notice-history-scopes").with("key", key)));
            }
        }
    }

    /// Turns the changes of views and settings on or off in the list.
    pub(in crate::app) fn turn_use(&mut self) {
        let View::History(history) = &mut self.place_mut().view else { return };
        let of_use = !history.of_use;
        history.begin(history.scope, of_use);
        self.ask_log();
    }

    /// Whether changes of views and settings can be listed here: those of some needs are of needs alone.
    pub(in crate::app) fn can_turn_use(&self) -> Result<(), &'static str> {
        let View::History(history) = &self.place().view else { return Ok(()) };
        match history.scope {
            Scope::Need | Scope::State => Err("reason-changes-of-needs"),
            _ if !self.place().asked().is_empty() => Err("reason-changes-of-needs"),
            _ => Ok(()),
        }
    }

    /// Lets the subjects of the other scopes follow the line under the cursor.
    fn follow_line(&mut self) {
        let View::History(history) = &self.place().view else { return };
        let Some(of) = history.current_batch() else { return };
        let record = history.current_record();
        // The line of a whole batch names no need or State of its own: the present subject stays.
        let listed =
            |scope| (history.scope == scope && record.is_none()).then_some(&history.subject);
        let need = record.and_then(Record::of_need);
        let need = need.or(listed(Scope::Need).and_then(|of| of.need));
        let state = match (need, &of.states[..]) {
            (Some(need), _) => self.need(need).map(NeedRef::state_place),
            (None, [only]) => Some(*only),
            (None, _) => listed(Scope::State).and_then(|of| of.state),
        };
        let (who, day) = (of.batch.who.clone(), of.batch.at.day());
        let of_states = record.is_none_or(|record| record.kind == Kind::Need);
        let View::History(history) = &mut self.place_mut().view else { return };
        let subject = &mut history.subject;
        subject.need = need;
        subject.state = state.filter(|_| of_states);
        (subject.who, subject.day) = (who, day);
    }

    /// Asks for the page data on top that are not in memory.
    pub(in crate::app) fn ask_page(&mut self) {
        self.detail_is_old();
        if matches!(&self.place().view, View::History(history) if history.batches.is_none()) {
            self.ask_log();
        }
        if matches!(&self.place().view, View::News(news) if news.found.is_none()) {
            self.ask_news();
        }
    }

    /// Asks for the newest changes that the page on top shows.
    pub(in crate::app) fn ask_log(&mut self) {
        self.ask_log_before(None);
    }

    /// Asks for more of them where the cursor comes near the end of the lines.
    pub(in crate::app) fn ask_more_log(&mut self) {
        let View::History(history) = &mut self.place_mut().view else { return };
        let Some(batches) = &history.batches else { return };
        let is_near = history.list.row + AHEAD >= history.lines().len();
        let is_all = batches.len() as u64 >= history.total;
        let Some(last) = batches.last().filter(|_| is_near && !is_all && !history.more_asked)
        else {
            return;
        };
        let before = Some(last.batch.batch);
        history.more_asked = true;
        self.ask_log_before(before);
    }

    /// Takes a part of the log onto the page that asked for it.
    pub(in crate::app) fn log_read(&mut self, ticket: Ticket, part: LogPart) {
        let View::History(history) = &mut self.place_mut().view else { return };
        if history.asked == ticket && history.take(part) {
            for batch in history.awaited() {
                self.ask_batch(batch);
            }
            self.anchor(self.settings.lang);
        }
    }

    /// The changes of a batch have been read.
    pub(in crate::app) fn batch_read(&mut self, batch: i64, changes: BatchChanges) {
        if let View::History(history) = &mut self.place_mut().view {
            history.fill(batch, Some(changes));
        }
    }

    /// Notes that a part of the log could not be read: it may be asked for again.
    pub(in crate::app) fn log_is_unread(&mut self) {
        if let View::History(history) = &mut self.place_mut().view {
            history.more_asked = false;
            for batch in history.awaited() {
                history.fill(batch, None);
            }
        }
    }

    fn ask_batch(&mut self, batch: i64) {
        let View::History(history) = &self.place().view else { return };
        let kinds = kinds_of(history);
        let ticket = self.ticket(Wait::Log);
        self.outbox.push(Request::Batch { ticket, batch, kinds });
    }

    fn ask_log_before(&mut self, before: Option<i64>) {
        let View::History(history) = &self.place().view else { return };
        let subject = &history.subject;
        let of = match (history.scope, subject.need, subject.state) {
            (Scope::Need, Some(need), _) => LogOf::Needs(vec![need]),
            (Scope::State, _, Some(state)) => LogOf::State(state),
            (Scope::Person, ..) => LogOf::Person(subject.who.clone()),
            (Scope::Day, ..) => LogOf::Day(subject.day),
            (Scope::All, ..) | (Scope::Need, None, _) | (Scope::State, _, None) => {
                LogOf::Everything
            }
        };
        let kinds = kinds_of(history);
        let wanted = LogWanted { of, kinds, filter: self.place().asked(), before };
        let ticket = self.ticket(Wait::Log);
        if let View::History(history) = &mut self.place_mut().view {
            history.asked = ticket;
        }
        self.outbox.push(Request::Log { ticket, wanted });
    }
}

/// The kinds of records whose changes a page lists.
fn kinds_of(history: &History) -> Kinds {
    if history.lists_use() { Kinds::all() } else { Kinds::of_assistance() }
}
