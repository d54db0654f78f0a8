//! Joins the logs that saved views and settings had until schema 6 with the log of all records, when such a register
//! is brought up to date: every row becomes a batch with its moment and its writer, behind the newest one.
//!
//! Until then a change of a view was one row with the view before and after, and an undo was a mark in that
//! row, without a moment. Here an undo is a batch: where a later change, or the view as it is, tells that
//! there was one, it stands before its writer's next change or the next one of the view, and has the moment
//! of the change that came over before it.

use super::earlier_logs::{self, Step, What};
use super::records::{Row, insert};
use super::saved_view::taken_out;
use super::{SavedView, StoreError, decode};
use crate::domain::{Coded, Kind, Record};
use crate::fields::RecordField;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

/// The row of `meta` that names the first and the last of the batches that came over: their moments may be before
/// those of batches with smaller numbers.
pub(super) const CAME_OVER: &str = "batches-of-earlier-logs";

/// The batches that came over, by number; `None` where none did.
pub(super) fn came_over(connection: &Connection) -> Result<Option<(i64, i64)>, StoreError> {
    let mut statement = connection.prepare("SELECT value FROM meta WHERE key = ?1")?;
    let found = statement.query_row([CAME_OVER], |row| decode::raw(row, 0)).optional()?.flatten();
    let range = found.as_deref().and_then(|found| {
        let (first, last) = found.split_once(' ')?;
        Some((first.parse().ok()?, last.parse().ok()?))
    });
    Ok(range)
}

/// Writes both logs into the one of all records, and drops them.
pub(super) fn join(transaction: &Transaction) -> Result<(), StoreError> {
    let mut steps = earlier_logs::views(transaction)?;
    steps.extend(earlier_logs::settings(transaction)?);
    // Each log keeps its own order, whatever its clocks said.
    steps.sort_by_key(|step| step.not_before);
    let mut joined = Joined::new(transaction, &steps)?;
    for step in steps {
        joined.take(step)?;
    }
    joined.finish()?;
    Ok(transaction.execute_batch("DROP TABLE view_change; DROP TABLE setting_change")?)
}

/// A view by its name and its owner, as both are shown.
type Name = (String, Option<String>);

fn name_of(view: &SavedView) -> Name {
    (view.name.clone(), view.owner.clone())
}

/// The row of a view as a change found or left it.
fn becomes(row: &Row, view: Option<&SavedView>) -> Row {
    view.map_or_else(|| taken_out(row), |view| view.over(row))
}

/// The record of a view.
fn view(number: u32) -> Record {
    Record { kind: Kind::View, number }
}

/// A view that was never there.
fn nothing() -> Row {
    Row::new(Kind::View)
}

/// A view at another version.
fn at_version(row: &Row, version: u32) -> Row {
    let mut row = row.clone();
    row.version = version;
    row
}

/// Whether both are there and hold the same, or neither is there.
fn says_what(one: &Row, other: &Row) -> bool {
    let same = |field: &RecordField| one.get(*field) == other.get(*field);
    one.is_there() == other.is_there()
        && (!one.is_there() || RecordField::of(Kind::View).iter().all(same))
}

/// The field of a setting.
fn value_of_setting() -> Result<RecordField, StoreError> {
    let field = RecordField::from_code(Kind::Setting, "value");
    field.ok_or_else(|| StoreError::Damaged(None, Kind::Setting.code().to_owned()))
}

/// A change of a view that came over and may yet turn out to have been undone.
struct Open {
    batch: i64,
    who: String,
    name: Name,
    number: u32,
    before: Row,
    after: Row,
    undone: bool,
}

/// The log of all records while the others are written into it.
struct Joined<'c> {
    connection: &'c Connection,
    numbers: HashMap<Name, u32>,
    /// The `before` values of each view's changes that are still to come.
    found: HashMap<Name, VecDeque<Option<Box<SavedView>>>>,
    /// The views as they stand in the file.
    now: BTreeMap<u32, Row>,
    /// The views that the log names, as it has left them so far.
    views: BTreeMap<u32, Row>,
    open: Vec<Open>,
    /// The first and the last batch that were written.
    written: Option<(i64, i64)>,
    /// The moment of the last one.
    at: i64,
}

impl<'c> Joined<'c> {
    fn new(connection: &'c Connection, steps: &[Step]) -> Result<Self, StoreError> {
        let mut found: HashMap<Name, VecDeque<_>> = HashMap::new();
        for step in steps {
            if let (Some(view), What::View { before, .. }) = (step.view(), &step.what) {
                found.entry(name_of(view)).or_default().push_back(before.clone());
            }
        }
        let mut joined = Self {
            connection,
            numbers: HashMap::new(),
            found,
            now: BTreeMap::new(),
            views: BTreeMap::new(),
            open: Vec::new(),
            written: None,
            at: 0,
        };
        let mut statement =
            connection.prepare("SELECT id, name, owner FROM saved_view ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let number = row.get(0)?;
            let name = (decode::name(row, 1)?, decode::optional_name(row, 2)?);
            joined.numbers.entry(name).or_insert(number);
            joined.now.insert(number, Row::read(connection, view(number))?);
        }
        Ok(joined)
    }

    fn take(&mut self, step: Step) -> Result<(), StoreError> {
        self.undo_before(&step)?;
        let name = step.view().map(name_of);
        let Step { at, who, what, .. } = step;
        self.at = at;
        let (before, after, may_be_undone, undone) = match what {
            What::View { before, after, may_be_undone, undone } => {
                (before, after, may_be_undone, undone)
            }
            What::Setting { number, before, after, version } => {
                let batch = self.batch(&who, None)?;
                let record = Record { kind: Kind::Setting, number };
                let values = (Some(before.as_str()), Some(after.as_str()));
                return self.entry(batch, record, value_of_setting()?, values, version);
            }
        };
        let (Some(named), Some(name)) = (after.as_deref().or(before.as_deref()), name) else {
            return Ok(());
        };
        let number = self.number(&name);
        if let Some(found) = self.found.get_mut(&name) {
            found.pop_front();
        }
        // A view that is not there yet is given its later values, as a record taken out keeps its
        // last ones.
        let first = taken_out(&named.over(&nothing()));
        self.views.entry(number).or_insert(first);
        let left = self.views.get(&number).cloned().unwrap_or_else(nothing);
        self.undo_until(number, &becomes(&left, before.as_deref()))?;
        let left = self.views.get(&number).cloned().unwrap_or(left);
        let mut from = becomes(&left, before.as_deref());
        if before.is_some() {
            // The record existed before its log began.
            from.version = from.version.max(1);
        }
        let to = becomes(&from, after.as_deref());
        if let Some(batch) = self.change(&who, None, number, &from, &to)?
            && may_be_undone
        {
            self.open.push(Open { batch, who, name, number, before: from, after: to, undone });
        }
        Ok(())
    }

    /// Takes back the changes that the writer of a step had undone before it: an undone change
    /// could be done again only until its writer changed something else.
    fn undo_before(&mut self, step: &Step) -> Result<(), StoreError> {
        if step.view().is_none() {
            return Ok(());
        }
        let own = self.open.iter().filter(|open| open.who == step.who);
        let names: BTreeSet<(u32, Name)> =
            own.map(|open| (open.number, open.name.clone())).collect();
        for (number, name) in names {
            let found = self.next_found(number, &name);
            self.undo_until(number, &found)?;
        }
        Ok(())
    }

    /// The view that its next change takes for given, or the view in the file after the last
    /// change.
    fn next_found(&self, number: u32, name: &Name) -> Row {
        let left = self.views.get(&number).cloned().unwrap_or_else(nothing);
        match self.found.get(name).and_then(VecDeque::front) {
            Some(found) => becomes(&left, found.as_deref()),
            None => self.now.get(&number).cloned().unwrap_or_else(nothing),
        }
    }

    /// Undoes the changes that are undone at the end, and gives the views their versions.
    fn finish(mut self) -> Result<(), StoreError> {
        let numbers: Vec<u32> = self.views.keys().copied().collect();
        for number in &numbers {
            let now = self.now.get(number).cloned().unwrap_or_else(nothing);
            self.undo_until(*number, &now)?;
        }
        // The newest first, as a person takes them back.
        while let Some(open) = self.open.pop() {
            if open.undone {
                self.undo(&open)?;
            }
        }
        for (number, row) in &self.views {
            if self.now.contains_key(number) {
                let mut version = self
                    .connection
                    .prepare_cached("UPDATE saved_view SET version = ?2 WHERE id = ?1")?;
                version.execute([*number, row.version])?;
            } else {
                insert(self.connection, view(*number), &taken_out(row), row.version.max(1))?;
            }
        }
        if let Some((first, last)) = self.written {
            self.connection.execute(
                "INSERT INTO meta (key, value) VALUES (?1, ?2)",
                [CAME_OVER, &format!("{first} {last}")],
            )?;
        }
        Ok(())
    }

    /// The number of the view of this name and owner; one that is no longer there is given the next.
    fn number(&mut self, name: &Name) -> u32 {
        let next = self.numbers.values().max().copied().unwrap_or(0) + 1;
        *self.numbers.entry(name.clone()).or_insert(next)
    }

    /// Takes back the undone changes of a view, the newest first, where that leads to `found`.
    fn undo_until(&mut self, number: u32, found: &Row) -> Result<(), StoreError> {
        let mut left = self.views.get(&number).cloned().unwrap_or_else(nothing);
        let mut undone = Vec::new();
        for place in (0..self.open.len()).rev() {
            if says_what(&left, found) {
                break;
            }
            let open = &self.open[place];
            if open.number == number && says_what(&open.after, &left) {
                left = open.before.clone();
                undone.push(place);
            }
        }
        if says_what(&left, found) {
            for place in undone {
                let open = self.open.remove(place);
                self.undo(&open)?;
            }
        }
        Ok(())
    }

    fn undo(&mut self, open: &Open) -> Result<(), StoreError> {
        let version = self.views.get(&open.number).map_or(open.after.version, |row| row.version);
        let from = at_version(&open.after, version);
        self.change(&open.who, Some(open.batch), open.number, &from, &open.before)?;
        Ok(())
    }

    /// Writes a change of a view as a batch; `None` where the view stays as it was.
    fn change(
        &mut self,
        who: &str,
        undoes: Option<i64>,
        number: u32,
        from: &Row,
        to: &Row,
    ) -> Result<Option<i64>, StoreError> {
        let fields = to.differing(from);
        if fields.is_empty() {
            return Ok(None);
        }
        let version = from.version + 1;
        let batch = self.batch(who, undoes)?;
        for field in fields {
            let values = (from.get(field), to.get(field));
            self.entry(batch, view(number), field, values, version)?;
        }
        self.views.insert(number, at_version(to, version));
        Ok(Some(batch))
    }

    fn batch(&mut self, who: &str, undoes: Option<i64>) -> Result<i64, StoreError> {
        let batch = self
            .connection
            .prepare_cached("INSERT INTO batch (at, who, undoes) VALUES (?1, ?2, ?3)")?
            .insert(params![self.at, who, undoes])?;
        self.written = Some(self.written.map_or((batch, batch), |(first, _)| (first, batch)));
        Ok(batch)
    }

    fn entry(
        &self,
        batch: i64,
        record: Record,
        field: RecordField,
        (before, after): (Option<&str>, Option<&str>),
        version: u32,
    ) -> Result<(), StoreError> {
        let (kind, field) = (record.kind.code(), field.code());
        self.connection
            .prepare_cached(
                "INSERT INTO change (batch_id, kind, record, field, before, after, version)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![batch, kind, record.number, field, before, after, version])?;
        Ok(())
    }
}
