//! The news since the last visit of a person: the needs that others have changed, those that were given to
//! the person, and those that have become overdue.

use super::state::Loop;
use super::{Asked, NewsOfNeeds, NewsWanted, Report, Ticket};
use crate::domain::{Day, NeedNumber};
use crate::query::register::{NeedRef, Register};
use crate::query::{Context, Filter, Plan, parse, select};
use crate::store::StoreError;
use std::collections::BTreeSet;

impl Loop<'_> {
    /// Reports the news.
    pub(super) fn news(&mut self, ticket: Ticket, wanted: &NewsWanted) -> bool {
        match self.news_since(wanted) {
            Ok(news) => (self.report)(Report::News { ticket, news }),
            Err(error) => self.failed(Asked::Ticket(ticket), error),
        }
    }

    fn news_since(&mut self, wanted: &NewsWanted) -> Result<NewsOfNeeds, StoreError> {
        let found = self.store.changed_since(&self.settings.who, wanted.since.change)?;
        let (register, today) = (self.register_of(None)?, self.today());
        let context = self.context(&register, today);
        let narrowed = match &wanted.filter {
            filter if filter.is_empty() => None,
            filter => Some(needs_of(filter, &register, context)?),
        };
        let is_there = |need: &NeedRef<'_>| {
            narrowed.as_ref().is_none_or(|narrowed| narrowed.contains(&need.id()))
        };
        let need = |id: &NeedNumber| register.need(register.row_of(*id)?).filter(is_there);
        let is_mine =
            |need: NeedRef<'_>| context.me.is_some() && need.focal_slot().place() == context.me;
        let (mut changed, mut given) = (found.changed, found.given);
        changed.retain(|id| need(id).is_some());
        given.retain(|id| need(id).is_some_and(is_mine));
        let mut overdue = Vec::new();
        if wanted.overdue {
            overdue = self.overdue_since(wanted.since.at.day(), &register, context)?;
            overdue.retain(|id| need(id).is_some());
        }
        Ok(NewsOfNeeds { changed, given, overdue })
    }

    /// The needs that are overdue and were not at the end of a day.
    fn overdue_since(
        &mut self,
        day: Day,
        register: &Register,
        now: Context,
    ) -> Result<Vec<NeedNumber>, StoreError> {
        let Ok(overdue) = parse("is:overdue") else { return Ok(Vec::new()) };
        if day >= now.today {
            return Ok(Vec::new());
        }
        let before = self.register_of(Some(day))?;
        let context = self.context(&before, day);
        let before = needs_of(&overdue, &before, context)?;
        let now = needs_of(&overdue, register, now)?;
        Ok(now.difference(&before).copied().collect())
    }
}

/// The needs that a filter lets through, by number; all where it names something that the register has lost.
fn needs_of(
    filter: &Filter,
    register: &Register,
    context: Context,
) -> Result<BTreeSet<NeedNumber>, StoreError> {
    let plan = Plan::resolve(filter, register, &context);
    let plan = plan.or_else(|_| Plan::resolve(&Filter::default(), register, &context));
    let found = plan.ok().and_then(|plan| select(register, &plan, &|| false));
    let rows = found.ok_or(StoreError::Stopped)?.rows;
    Ok(rows.iter().filter_map(|row| register.need(*row).map(NeedRef::id)).collect())
}
