//! Page data beside the register in memory: the details of one need, and parts of the log.

use super::state::Loop;
use super::{Asked, BatchChanges, LogBatch, LogOf, LogPart, LogWanted, Report, Ticket};
use crate::domain::{Coded, Kind, Kinds, NeedNumber, Record};
use crate::query::register::{NeedRef, Register};
use crate::query::{Filter, Plan, select};
use crate::store::{Batch, BatchQuery, Mergeable, StoreError};
use std::collections::HashSet;

/// The most batches of one request: several screens of them.
const LOG_PART: usize = 200;

/// The most changes of one batch that are listed.
const CHANGES: usize = 10_000;

impl Loop<'_> {
    /// Reports the details of a need on the day that is shown, which are not in memory.
    pub(super) fn detail(&self, ticket: Ticket, need: NeedNumber) -> bool {
        let found = match self.screen.day() {
            Some(day) => self.store.need_detail_as_of(need, day),
            None => self.store.need_detail(need),
        };
        match found {
            Ok(detail) => (self.report)(Report::Detail { ticket, detail: Box::new(detail) }),
            Err(error) => self.failed(Asked::Ticket(ticket), error),
        }
    }

    /// Reports a record with the values of all its fields, as the file has them now.
    pub(super) fn record(&self, ticket: Ticket, record: Record) -> bool {
        match self.store.whole_record(record) {
            Ok(whole) => (self.report)(Report::Record { ticket, record: Box::new(whole) }),
            Err(error) => self.failed(Asked::Ticket(ticket), error),
        }
    }

    /// Reports the match of a need with an activity, with the values of all its fields.
    pub(super) fn match_record(&self, ticket: Ticket, need: NeedNumber, activity: &str) -> bool {
        match self.store.match_of(need, activity) {
            Ok(Some(record)) => self.record(ticket, record),
            Ok(None) => {
                let named = format!("{need} {activity}");
                let error = StoreError::UnknownRecord(Kind::Match.code(), named);
                self.failed(Asked::Ticket(ticket), error)
            }
            Err(error) => self.failed(Asked::Ticket(ticket), error),
        }
    }

    /// Reports the fields in which two records differ.
    pub(super) fn two_records(&self, ticket: Ticket, of: Mergeable, numbers: [u32; 2]) -> bool {
        match self.store.two_records(of, numbers) {
            Ok(found) => (self.report)(Report::TwoRecords { ticket, found: Box::new(found) }),
            Err(error) => self.failed(Asked::Ticket(ticket), error),
        }
    }

    /// Reports a part of the change log.
    pub(super) fn log(&mut self, ticket: Ticket, wanted: LogWanted) -> bool {
        match self.log_part(wanted) {
            Ok(part) => (self.report)(Report::Log { ticket, part }),
            Err(error) => self.failed(Asked::Ticket(ticket), error),
        }
    }

    /// Reports the changes of a batch.
    pub(super) fn batch(&self, ticket: Ticket, batch: i64, kinds: Kinds) -> bool {
        match self.store.changes_of_batch(batch, kinds, CHANGES) {
            Ok((entries, total)) => {
                let changes = BatchChanges { entries, total };
                (self.report)(Report::Batch { ticket, batch, changes })
            }
            Err(error) => self.failed(Asked::Ticket(ticket), error),
        }
    }

    /// The newest batches with changes of one kind, or those that follow a part of them.
    fn log_part(&mut self, wanted: LogWanted) -> Result<LogPart, StoreError> {
        let until = self.screen.day();
        let LogWanted { of, kinds, filter, before } = wanted;
        let needs = match &of {
            LogOf::Needs(needs) => Some(needs.clone()),
            LogOf::State(state) => Some(self.needs_under(&filter, Some(*state))?),
            _ if filter.is_empty() => None,
            _ => Some(self.needs_under(&filter, None)?),
        };
        let all = BatchQuery { kinds, needs: needs.as_deref(), until, ..BatchQuery::default() };
        let query = match &of {
            LogOf::Everything | LogOf::Needs(_) | LogOf::State(_) => all,
            LogOf::Person(who) => BatchQuery { who: Some(who), ..all },
            LogOf::Day(day) => {
                let until = until.map_or(*day, |until| until.min(*day));
                BatchQuery { since: Some(*day), until: Some(until), ..all }
            }
        };
        let total = before.is_none().then(|| self.store.batch_total(&query)).transpose()?;
        let found = self.store.batches(&BatchQuery { before, limit: LOG_PART, ..query })?;
        let register = self.register_of(until)?;
        let batches = found.into_iter().map(|batch| of_register(batch, &register)).collect();
        Ok(LogPart { batches, total })
    }

    /// The needs that a filter lets through on the day that is shown, of one State or of all. A
    /// filter that names something lost lets all through, as the list beside it does.
    fn needs_under(
        &mut self,
        filter: &Filter,
        state: Option<u16>,
    ) -> Result<Vec<NeedNumber>, StoreError> {
        let day = self.screen.day();
        let register = self.register_for(filter, day)?;
        let context = self.context(&register, day.unwrap_or_else(|| self.today()));
        let plan = Plan::resolve(filter, &register, &context);
        let plan = plan.unwrap_or_else(|_| Plan::everything(context));
        let found = select(&register, &plan, &|| false);
        let rows = found.map(|found| found.rows).unwrap_or_default();
        let needs = rows.iter().filter_map(|row| register.need(*row));
        let of_state = needs.filter(|need| state.is_none_or(|state| need.state_place() == state));
        Ok(of_state.map(NeedRef::id).collect())
    }
}

/// A batch with the States of its needs, as far as the register has them.
fn of_register(batch: Batch, register: &Register) -> LogBatch {
    let (mut needs, mut states) = (0, Vec::new());
    let mut seen = HashSet::new();
    for id in batch.needs() {
        needs += 1;
        let state =
            register.row_of(id).and_then(|row| register.need(row)).map(NeedRef::state_place);
        states.extend(state.filter(|state| seen.insert(*state)));
    }
    LogBatch { batch, needs, states }
}
