//! What the loop does for several people at one register: logs, drafts, presence, saved views,
//! and the look at the file once a second.

use super::run::{Loop, WATCH};
use super::{Asked, LogOf, LogPart, LogWanted, Report, Ticket};
use crate::query::register::NeedRef;
use crate::query::{Filter, Plan, select};
use crate::store::{LogQuery, SavedView, StoreError, ViewTurned};
use std::time::Instant;

/// The ticket of what nobody has asked for.
const UNASKED: Ticket = 0;

/// A number of versions that no connection has, for a connection that has read nothing yet.
const UNREAD: i64 = -1;

/// How many changes a log request brings at most: many screens of them.
const LOG_PART: usize = 1_000;

impl Loop<'_> {
    /// The newest changes of one kind, or those that follow a part of them.
    pub(super) fn log(&mut self, wanted: LogWanted) -> Result<LogPart, StoreError> {
        let until = self.day();
        let LogWanted { of, filter, before } = wanted;
        let needs = match &of {
            LogOf::Needs(needs) => Some(needs.clone()),
            LogOf::State(state) => Some(self.needs_under(&filter, Some(*state))?),
            _ if filter.is_empty() => None,
            _ => Some(self.needs_under(&filter, None)?),
        };
        let all = LogQuery { needs: needs.as_deref(), until, ..LogQuery::default() };
        let query = match &of {
            LogOf::Everything | LogOf::Needs(_) | LogOf::State(_) => all,
            LogOf::Person(who) => LogQuery { who: Some(who), ..all },
            LogOf::Day(day) => {
                let until = until.map_or(*day, |until| until.min(*day));
                LogQuery { since: Some(*day), until: Some(until), ..all }
            }
        };
        let total = before.is_none().then(|| self.store.log_total(&query)).transpose()?;
        let entries = self.store.log(&LogQuery { before, limit: LOG_PART, ..query })?;
        Ok(LogPart { entries, total })
    }

    /// The needs that a filter lets through on the day that is shown, of one State or of all. A
    /// filter that means nothing any more lets all through, as the list beside it does.
    fn needs_under(&mut self, filter: &Filter, state: Option<u16>) -> Result<Vec<u32>, StoreError> {
        let day = self.day();
        let register = self.register_of(day)?;
        let context = self.context(&register, day);
        let plan = Plan::resolve(filter, &register, &context);
        let plan = plan.unwrap_or_else(|_| Plan::everything(context));
        let found = select(&register, &plan, &|| false);
        let rows = found.map(|found| found.rows).unwrap_or_default();
        let needs = rows.iter().filter_map(|row| register.need(*row));
        let of_state = needs.filter(|need| state.is_none_or(|state| need.review().state == state));
        Ok(of_state.map(NeedRef::id).collect())
    }

    /// Everybody's view or one's own; nobody saves one for somebody else.
    pub(super) fn save_view(
        &self,
        mut view: SavedView,
        seen: Option<&SavedView>,
    ) -> Result<(), StoreError> {
        view.owner = view.owner.map(|_| self.settings.who.clone());
        self.store.save_view(&self.settings.who, &view, seen).map(drop)
    }

    /// Reports the views, and what has become of a change to them or why it failed.
    pub(super) fn views(
        &self,
        ticket: Ticket,
        changed: Result<Option<ViewTurned>, StoreError>,
    ) -> bool {
        let (turned, result) = match changed {
            Ok(turned) => (turned, self.store.saved_views(&self.settings.who)),
            Err(error) => (None, Err(error)),
        };
        (self.report)(Report::Views { ticket, result, turned })
    }

    /// What is due by the clock: drafts and presence, and the look at what others have done.
    pub(super) fn look_after(&mut self) -> bool {
        let now = Instant::now();
        let reports = self.desk.work(&self.store, &self.settings.who, now);
        if !reports.into_iter().all(self.report) {
            return false;
        }
        // What others write while the register is being read is caught up with at the end.
        if !self.settings.watch || self.reading.is_some() || now < self.next_look {
            return true;
        }
        self.next_look = now + WATCH;
        // Of a register that cannot be read no change can be read either.
        self.look_at_the_day()
            && self.look_at_the_file()
            && (self.unread.is_some() || self.look_elsewhere())
    }

    /// Who has come or gone, and whether one's own drafts are others than before: one may write in
    /// several sessions.
    pub(super) fn look_at_the_desk(&mut self) -> bool {
        if !self.desk.look(&self.store).is_none_or(self.report) {
            return false;
        }
        if !self.store.names_states() {
            return true; // they are somebody's own words
        }
        match self.store.drafts(&self.settings.who) {
            Ok(drafts) if self.desk.has_read(&drafts) => true,
            Ok(drafts) => (self.report)(Report::Drafts { ticket: UNASKED, drafts }),
            Err(error) => (self.report)(Report::Failed { of: Asked::Nothing, error }),
        }
    }

    /// Whether the file is still the one that was opened; said once when it is not.
    fn look_at_the_file(&mut self) -> bool {
        // A reader who may not write reads a file without a log as one that does not change.
        match self.store.reopened() {
            Ok(Some(store)) => {
                self.store = store;
                self.data_version = UNREAD;
            }
            Ok(None) => {}
            Err(error) if error.is_busy() => {}
            Err(error) => return (self.report)(Report::Failed { of: Asked::Nothing, error }),
        }
        let looked = self.store.still_there();
        let was_there = std::mem::replace(&mut self.there, looked.is_ok());
        match looked {
            Err(error) if was_there => (self.report)(Report::Failed { of: Asked::Nothing, error }),
            _ => true,
        }
    }
}
