//! The page of changes.

use crate::app::keys::context::KeyContext;
use crate::app::state::history::{HistoryLine, Scope, Subject};
use crate::app::state::identities::Identities;
use crate::app::state::list::{List, Side};
use crate::app::state::page::{Given, Opens, Page, Turned, of_one_list};
use crate::app::state::told_by::ToldBy;
use crate::columns::batches::{self, BatchRow};
use crate::domain::Record;
use crate::query::register::Register;
use crate::store::LogEntry;
use crate::text::Lang;
use crate::worker::{Answer, BatchChanges, LogBatch, LogPart, Ticket};
use std::collections::BTreeMap;

/// The page of changes, a line for each batch; a batch that is open has lines for its records and their fields.
#[derive(Clone, Debug)]
pub struct History {
    /// The scope of the changes.
    pub scope: Scope,
    /// The subject of each scope.
    pub subject: Subject,
    /// Whether changes of views and settings are listed too, in the scopes that are not of needs.
    pub of_use: bool,
    /// The batches read so far, newest first; `None` until the worker has answered.
    pub batches: Option<Vec<LogBatch>>,
    /// The number of batches in all.
    pub total: u64,
    /// The request whose answer goes onto the page.
    pub asked: Ticket,
    /// Whether more of them are asked for.
    pub more_asked: bool,
    /// The changes of the batches that are open, by the number of the batch; `None` until they are read.
    pub opened: BTreeMap<i64, Option<BatchChanges>>,
    /// The cursor; identities are lines.
    pub list: List,
    lines: Vec<HistoryLine>,
    /// The line that the cursor was on, and its batch, until the forgotten batches are read again.
    back: Option<(HistoryLine, i64)>,
}

impl History {
    /// A page of which nothing is read yet.
    pub fn of(scope: Scope, subject: Subject) -> Self {
        Self {
            scope,
            subject,
            of_use: false,
            batches: None,
            total: 0,
            asked: 0,
            more_asked: false,
            opened: BTreeMap::new(),
            list: List::default(),
            lines: Vec::new(),
            back: None,
        }
    }

    /// Begins anew, with nothing read.
    pub fn begin(&mut self, scope: Scope, of_use: bool) {
        *self = Self { of_use, ..Self::of(scope, self.subject.clone()) };
    }

    /// With a batch open, and the cursor on it, as soon as it is read.
    pub fn begin_at(&mut self, batch: i64) {
        self.opened.insert(batch, None);
        self.back = Some((HistoryLine::Batch(0), batch));
    }

    /// Whether changes of views and settings are among the listed ones.
    pub fn lists_use(&self) -> bool {
        self.of_use && !matches!(self.scope, Scope::Need | Scope::State)
    }

    /// The scopes that the page can show.
    pub fn scopes(&self) -> impl Iterator<Item = Scope> {
        let subject = &self.subject;
        let (need, state) = (subject.need.is_some(), subject.state.is_some());
        let person = !subject.who.is_empty();
        Scope::ORDER.into_iter().filter(move |scope| match scope {
            Scope::Need => need,
            Scope::State => state,
            Scope::Person => person,
            Scope::Day | Scope::All => true,
        })
    }

    /// The lines, in order.
    pub fn lines(&self) -> &[HistoryLine] {
        &self.lines
    }

    /// The line under the cursor.
    pub fn line(&self) -> Option<HistoryLine> {
        self.lines.get(self.list.row).copied()
    }

    /// The batch at a place.
    pub fn batch(&self, place: usize) -> Option<&LogBatch> {
        self.batches.as_ref()?.get(place)
    }

    /// The batch of the line under the cursor.
    pub fn current_batch(&self) -> Option<&LogBatch> {
        self.batch(self.line()?.batch())
    }

    /// A batch by its place, with the register's data on its needs; `who` works.
    pub fn row<'a>(
        &'a self,
        place: usize,
        register: &'a Register,
        who: &str,
    ) -> Option<BatchRow<'a>> {
        let of = self.batch(place)?;
        let only = Some(&of.batch.records).filter(|records| records.len() == 1);
        let need = only.and_then(|records| register.row_of(records[0].of_need()?));
        let need = need.and_then(|row| register.need(row));
        let (batch, needs, states) = (&of.batch, of.needs, of.states.as_slice());
        Some(BatchRow { batch, needs, states, need, is_own: batch.who == who })
    }

    /// A change of an open batch, both by their places.
    pub fn change(&self, batch: usize, change: usize) -> Option<&LogEntry> {
        let opened = self.opened.get(&self.batch(batch)?.batch.batch)?.as_ref()?;
        opened.entries.get(change)
    }

    /// The record of the line under the cursor; of a batch, its only record.
    pub fn current_record(&self) -> Option<Record> {
        let line = self.line()?;
        match (line.change(), self.batch(line.batch())?.batch.records.as_slice()) {
            (Some(change), _) => Some(self.change(line.batch(), change)?.record),
            (None, [only]) => Some(*only),
            (None, _) => None,
        }
    }

    /// Forgets the batches: they are read again, and those that are open stay open.
    pub fn forget(&mut self) {
        self.back = self.place_of_cursor();
        (self.batches, self.more_asked) = (None, false);
        self.opened.values_mut().for_each(|changes| *changes = None);
        self.lines.clear();
    }

    /// The line under the cursor, and the number of its batch.
    fn place_of_cursor(&self) -> Option<(HistoryLine, i64)> {
        self.back.or_else(|| Some((self.line()?, self.current_batch()?.batch.batch)))
    }

    /// The cursor is where it was, as far as that is there.
    fn come_back(&mut self, place: Option<(HistoryLine, i64)>) {
        if let Some((line, batch)) = place {
            self.return_to(line, batch);
        }
        if self.awaited().is_empty() {
            self.back = None;
        }
    }

    /// Takes the first batches, or those that follow; the cursor stays on its line. Gives whether they are of use.
    pub fn take(&mut self, part: LogPart) -> bool {
        let place = self.place_of_cursor();
        match (part.total, &mut self.batches) {
            (Some(total), batches) => {
                self.total = total;
                *batches = Some(part.batches);
            }
            // A part behind batches that are gone is of no use.
            (None, None) => return false,
            (None, Some(batches)) => {
                // New changes come at the top, so that those below the last one stay the same.
                if part.batches.is_empty() {
                    self.total = batches.len() as u64;
                }
                batches.extend(part.batches);
            }
        }
        self.more_asked = false;
        self.arrange();
        self.come_back(place);
        true
    }

    /// Opens the batch under the cursor, or closes it, whichever of its lines that is. Gives the number of a batch
    /// whose changes are to be read.
    pub fn turn(&mut self) -> Option<i64> {
        let number = self.current_batch()?.batch.batch;
        let opens = !self.opened.contains_key(&number);
        if opens {
            self.opened.insert(number, None);
        } else {
            self.opened.remove(&number);
        }
        let place = self.line()?.batch();
        self.arrange();
        self.return_to(HistoryLine::Batch(place), number);
        opens.then_some(number)
    }

    /// The changes of an open batch have been read; `None`: they cannot be.
    pub fn fill(&mut self, batch: i64, changes: Option<BatchChanges>) {
        if !self.opened.contains_key(&batch) {
            return;
        }
        let place = self.place_of_cursor();
        match changes {
            Some(changes) => self.opened.insert(batch, Some(changes)),
            None => self.opened.remove(&batch),
        };
        self.arrange();
        self.come_back(place);
    }

    /// Batches whose changes are still being read.
    pub fn awaited(&self) -> Vec<i64> {
        let unread = self.opened.iter().filter(|(_, changes)| changes.is_none());
        unread.map(|(batch, _)| *batch).collect()
    }

    /// Makes the lines anew.
    fn arrange(&mut self) {
        let mut lines = Vec::new();
        for (place, of) in self.batches.iter().flatten().enumerate() {
            lines.push(HistoryLine::Batch(place));
            if !of.batch.note.is_empty() {
                lines.push(HistoryLine::Reason(place));
            }
            match self.opened.get(&of.batch.batch) {
                None => {}
                Some(None) => lines.push(HistoryLine::Awaited(place)),
                Some(Some(changes)) => of_changes(&mut lines, place, changes),
            }
        }
        self.lines = lines;
    }

    /// Puts the cursor on a line of a batch, or on the batch itself where that line is gone.
    fn return_to(&mut self, line: HistoryLine, batch: i64) {
        let place = self.batches.iter().flatten().position(|of| of.batch.batch == batch);
        let Some(place) = place else { return };
        let moved = match line {
            HistoryLine::Batch(_) => HistoryLine::Batch(place),
            HistoryLine::Reason(_) => HistoryLine::Reason(place),
            HistoryLine::Record(_, change) => HistoryLine::Record(place, change),
            HistoryLine::Change(_, change) => HistoryLine::Change(place, change),
            HistoryLine::Awaited(_) => HistoryLine::Awaited(place),
            HistoryLine::More(_) => HistoryLine::More(place),
        };
        let row = |wanted| self.lines.iter().position(|line| *line == wanted);
        if let Some(row) = row(moved).or_else(|| row(HistoryLine::Batch(place))) {
            (self.list.row, self.list.current) = (row, Some(row as u32));
        }
    }
}

/// The lines of an open batch: each record once, under it its changes.
fn of_changes(lines: &mut Vec<HistoryLine>, place: usize, changes: &BatchChanges) {
    let mut last = None;
    for (change, entry) in changes.entries.iter().enumerate() {
        if last != Some(entry.record) {
            lines.push(HistoryLine::Record(place, change));
            last = Some(entry.record);
        }
        lines.push(HistoryLine::Change(place, change));
    }
    if changes.total > changes.entries.len() as u64 {
        lines.push(HistoryLine::More(place));
    }
}

impl Page for History {
    fn context(&self) -> KeyContext {
        KeyContext::History
    }

    of_one_list!(batches::SCREEN, list);

    fn rows<'a>(&self, _: Option<&'a Answer>, _: Lang) -> Identities<'a> {
        Identities::Owned((0..self.lines.len() as u32).collect())
    }

    fn opens(&self, _: &Given<'_>) -> Opens {
        let Some(line) = self.line() else { return Opens::Nothing };
        match line.change().and_then(|change| self.change(line.batch(), change)) {
            None => Opens::Batch,
            Some(entry) => entry.record.of_need().map_or(Opens::Nothing, Opens::Need),
        }
    }

    /// The changes of a record, of a person or of a day; a need is named by its number.
    fn told_by(&self, given: &Given<'_>) -> ToldBy {
        let Subject { need, state, who, day } = &self.subject;
        let vocabulary = given.answer.map(|answer| &*answer.register.vocabulary);
        let state = || vocabulary?.states.get(usize::from((*state)?));
        let of = match self.scope {
            Scope::Need => need.map(|need| vec![format!("id:{need}")]),
            Scope::State => state().map(|state| vec![format!("state:{}", state.iso3)]),
            Scope::Person => Some(vec!["--who".to_owned(), who.clone()]),
            Scope::Day => {
                let day = day.to_string();
                Some(vec!["--since".to_owned(), day.clone(), "--until".to_owned(), day])
            }
            Scope::All => Some(Vec::new()),
        };
        let kinds = self.lists_use().then(|| ["--kind", "all"].map(str::to_owned));
        of.map_or(ToldBy::Nothing, |of| {
            let log = std::iter::once("log".to_owned());
            ToldBy::Whole(log.chain(of).chain(kinds.into_iter().flatten()).collect())
        })
    }

    fn without_names(&self) -> Option<Self> {
        match self.scope {
            Scope::State | Scope::Person => None,
            Scope::Need | Scope::Day | Scope::All => {
                let Subject { need, day, .. } = self.subject;
                let subject = Subject { need, state: None, who: String::new(), day };
                Some(Self { list: self.list.clone(), ..Self::of(self.scope, subject) })
            }
        }
    }

    fn sideways(&mut self, _: Side) -> Turned {
        Turned::Batch
    }

    /// The scopes of the page take the place of panes.
    fn panes(&self) -> usize {
        self.scopes().count()
    }

    fn pane(&self) -> usize {
        self.scopes().position(|scope| scope == self.scope).unwrap_or(0)
    }
}
