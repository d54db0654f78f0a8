//! The changes of a need, a State, a person, a day, or all of them: one page, turned sideways.

use crate::app::App;
use crate::app::state::history::{Scope, Subject};
use crate::app::state::list::Side;
use crate::app::state::screens::{History, View};
use crate::app::state::waits::Wait;
use crate::domain::Kinds;
use crate::query::register::NeedRef;
use crate::store::LogEntry;
use crate::worker::{LogOf, LogPart, LogWanted, Request};

/// From so many rows before the last one that is there, more are asked for.
const AHEAD: usize = 200;

impl App {
    /// Opens the changes of the current need; of the State or the person whose page or line it is; or
    /// all.
    pub(in crate::app) fn open_history(&mut self) {
        let need = self.current_need();
        let (mut id, mut state) = (need.map(NeedRef::id), need.map(NeedRef::state_place));
        // Where a State is what one looks at, its changes are meant and not those of a need in its list.
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

    /// The scopes that the page can show.
    pub fn scopes(history: &History) -> impl Iterator<Item = Scope> {
        let subject = &history.subject;
        let (need, state) = (subject.need.is_some(), subject.state.is_some());
        let person = !subject.who.is_empty();
        Scope::ORDER.into_iter().filter(move |scope| match scope {
            Scope::Need => need,
            Scope::State => state,
            Scope::Person => person,
            Scope::Day | Scope::All => true,
        })
    }

    /// Turns the page to the next scope: of the need, its State, the person and the day of the
    /// change under the cursor.
    pub(in crate::app) fn turn_history(&mut self, side: Side) {
        let View::History(history) = &self.place().view else { return };
        let entry = history.entries.as_ref().and_then(|entries| entries.get(history.list.row));
        let mut subject = history.subject.clone();
        if let Some(entry) = entry {
            self.follow_entry(&mut subject, entry);
        }
        let View::History(history) = &mut self.place_mut().view else { return };
        history.subject = subject;
        let scopes: Vec<Scope> = Self::scopes(history).collect();
        let now = scopes.iter().position(|scope| *scope == history.scope).unwrap_or(0);
        let by = match side {
            Side::Left => scopes.len() - 1,
            Side::Right => 1,
        };
        let scope = scopes[(now + by) % scopes.len()];
        let of_use = history.of_use;
        *history = History { of_use, ..History::of(scope, history.subject.clone()) };
        self.ask_log();
    }

    /// Lists the changes of views and settings too, or no more.
    pub(in crate::app) fn turn_use(&mut self) {
        let View::History(history) = &mut self.place_mut().view else { return };
        let of_use = !history.of_use;
        *history = History { of_use, ..History::of(history.scope, history.subject.clone()) };
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

    fn follow_entry(&self, subject: &mut Subject, entry: &LogEntry) {
        let need = entry.record.of_need();
        subject.need = need;
        subject.state = need.and_then(|need| self.need(need).map(NeedRef::state_place));
        subject.who.clone_from(&entry.who);
        subject.day = entry.at.day();
    }

    /// Asks for what the page on top shows beside what memory holds.
    pub(in crate::app) fn ask_page(&mut self) {
        self.detail_is_old();
        if matches!(&self.place().view, View::History(history) if history.entries.is_none()) {
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

    /// Asks for more of them where the cursor comes near the end of what is there.
    pub(in crate::app) fn ask_more_log(&mut self) {
        let View::History(history) = &mut self.place_mut().view else { return };
        let Some(entries) = &history.entries else { return };
        let is_near = history.list.row + AHEAD >= entries.len();
        let is_all = entries.len() as u64 >= history.total;
        let Some(last) = entries.last().filter(|_| is_near && !is_all && !history.more_asked)
        else {
            return;
        };
        let before = Some(last.change);
        history.more_asked = true;
        self.ask_log_before(before);
    }

    /// What was read of the log goes onto the page that asked for it.
    pub(in crate::app) fn log_read(&mut self, part: LogPart) {
        let View::History(history) = &mut self.place_mut().view else { return };
        match (part.total, &mut history.entries) {
            (Some(total), entries) => {
                history.total = total;
                *entries = Some(part.entries);
            }
            // What follows changes that are no longer there is of no use.
            (None, None) => return,
            (None, Some(entries)) => {
                // Changes come at the top, so that what is below the last one stays the same.
                if part.entries.is_empty() {
                    history.total = entries.len() as u64;
                }
                entries.extend(part.entries);
            }
        }
        history.more_asked = false;
        let lang = self.settings.lang;
        self.anchor(lang);
    }

    /// No more of the log can be read: it may be asked for again.
    pub(in crate::app) fn log_is_unread(&mut self) {
        if let View::History(history) = &mut self.place_mut().view {
            history.more_asked = false;
        }
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
        let kinds = if history.lists_use() { Kinds::all() } else { Kinds::of_assistance() };
        let wanted = LogWanted { of, kinds, filter: self.place().asked(), before };
        let ticket = self.ticket(Wait::Log);
        self.outbox.push(Request::Log { ticket, wanted });
    }
}
