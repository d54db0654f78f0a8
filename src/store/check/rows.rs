//! Needs against the change log.
//!
//! A file can hold made-up statistics (`sqlite_stat1`), by which SQLite decides the order in which it goes through
//! tables. So each query here names one table, read once in the order of its needs, and this program joins them: no
//! statistics or indexes of a file make that slower.

use super::cells::Words;
pub(super) use super::cells::{bytes, each};
use super::finding::{CheckFinding, Findings, GAP, MOMENT, VALUE, VERSION};
use super::held::{self, Held};
use crate::store::StoreError;
use crate::store::link_reader::Links;
use rusqlite::{Connection, Row, Rows};
use std::collections::HashMap;

/// The log, need by need.
const LINES: &str = "SELECT record, batch_id, field, before, after FROM change WHERE kind = 'need' ORDER BY record, id";

/// A line of the log about the need in hand: the batch that it belongs to, and the field.
type Line = (i64, String);

/// Compares every field with its last logged value, and the log with itself.
pub(super) fn against_the_log(
    connection: &Connection,
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let wrong = Wrong::found(connection)?;
    for (need, field) in wrong.values {
        findings.add(CheckFinding::new(&VALUE).need(need).with("field", field));
    }
    for (need, field) in wrong.gaps {
        findings.add(CheckFinding::new(&GAP).need(need).with("field", field));
    }
    for (need, version, writes) in wrong.versions {
        let finding = CheckFinding::new(&VERSION).need(need).with("version", version.to_string());
        findings.add(finding.with("writes", writes));
    }
    for need in wrong.moments {
        findings.add(CheckFinding::new(&MOMENT).need(need));
    }
    Ok(())
}

/// The needs of which something was found, rising in each list, and the fields in order.
#[derive(Default)]
struct Wrong {
    /// A field has another value than the log says last.
    values: Vec<(i64, String)>,
    /// A line found another value than the line before it about the same field had left.
    gaps: Vec<(i64, String)>,
    /// The version, and how many writes the log has.
    versions: Vec<(i64, i64, usize)>,
    /// The moment of the last write that stands is another one.
    moments: Vec<i64>,
}

impl Wrong {
    /// Goes through the needs and, beside them, through the log and the themes.
    fn found(connection: &Connection) -> Result<Self, StoreError> {
        let batches = Batches::read(connection)?;
        let held = Held::all(connection)?;
        let (mut needs, mut lines) =
            (connection.prepare(&held::needs())?, connection.prepare(LINES)?);
        let tables = held::beside();
        let tables = tables.iter().map(|table| connection.prepare(table));
        let mut tables = tables.collect::<Result<Vec<_>, _>>()?;
        let over = tables.iter_mut().map(|table| Links::over(table.query([])?));
        let mut beside = over.collect::<Result<Vec<_>, _>>()?;
        let mut log = Log::over(lines.query([])?)?;
        let mut needs = needs.query([])?;
        let mut found = Self::default();
        while let Some(row) = needs.next()? {
            let need = row.get(0)?;
            while log.next().is_some_and(|next| next < need) {
                // That need is not there, which is said elsewhere.
                found.gaps.extend(log.take()?.gaps());
            }
            let about = if log.next() == Some(need) { log.take()? } else { About::of(need) };
            let mut linked = vec![Vec::new(); beside.len()];
            for (links, linked) in beside.iter_mut().zip(&mut linked) {
                links.of(need, |other| {
                    linked.push(other);
                    Ok(())
                })?;
            }
            for (field, value) in &about.fields {
                let known = held.iter().find(|held| held.code == field);
                // A code that is no field of needs is reported by [`super::logged`].
                let Some(held) = known else { continue };
                let holds = held.value(row, &linked)?.as_deref() == value.as_deref();
                if !holds {
                    found.values.push((need, field.clone()));
                }
            }
            let (version, writes) = (row.get(held::VERSION)?, about.writes());
            let first = i64::from(!about.was_added);
            if i64::try_from(writes).map(|writes| first + writes) != Ok(version) {
                found.versions.push((need, version, writes));
            }
            if row.get::<_, Option<i64>>(held::CHANGED)? != batches.last_standing(&about.lines) {
                found.moments.push(need);
            }
            found.gaps.extend(about.gaps());
        }
        while log.next().is_some() {
            found.gaps.extend(log.take()?.gaps());
        }
        Ok(found)
    }
}

/// The lines of the log about one need, taken together.
struct About {
    need: i64,
    lines: Vec<Line>,
    /// Whether the first line is the one that added it.
    was_added: bool,
    /// The last logged value of each field, in the order of the fields' words.
    fields: Vec<(String, Words)>,
    /// The fields of lines that found another value than was left, in order.
    gaps: Vec<String>,
}

impl About {
    /// A need of which no line is read yet.
    fn of(need: i64) -> Self {
        Self { need, lines: Vec::new(), was_added: false, fields: Vec::new(), gaps: Vec::new() }
    }

    /// Takes one more line.
    fn add(&mut self, row: &Row<'_>) -> Result<(), rusqlite::Error> {
        let field: String = row.get(2)?;
        let after = bytes(row, 4)?.map(<[u8]>::to_vec);
        if self.lines.is_empty() {
            self.was_added = field == "record" && bytes(row, 3)?.is_none();
        }
        match self.fields.binary_search_by(|(known, _)| known.cmp(&field)) {
            Ok(place) => {
                let left = std::mem::replace(&mut self.fields[place].1, after);
                if bytes(row, 3)? != left.as_deref() {
                    self.gaps.push(field.clone());
                }
            }
            Err(place) => self.fields.insert(place, (field.clone(), after)),
        }
        self.lines.push((row.get(1)?, field));
        Ok(())
    }

    /// How many batches wrote to it.
    fn writes(&self) -> usize {
        let mut batches: Vec<i64> = self.lines.iter().map(|(batch, _)| *batch).collect();
        batches.sort_unstable();
        batches.dedup();
        batches.len()
    }

    fn gaps(mut self) -> impl Iterator<Item = (i64, String)> {
        self.gaps.sort_unstable();
        self.gaps.into_iter().map(move |field| (self.need, field))
    }
}

/// The log, need by need.
struct Log<'a> {
    rows: Rows<'a>,
    /// The line read ahead, the first of the next need; `None` at the end.
    next: Option<About>,
}

impl<'a> Log<'a> {
    /// Over the rows of [`LINES`].
    fn over(rows: Rows<'a>) -> Result<Self, StoreError> {
        let mut log = Self { rows, next: None };
        log.take()?;
        Ok(log)
    }

    /// The need that comes next.
    fn next(&self) -> Option<i64> {
        self.next.as_ref().map(|about| about.need)
    }

    /// All that it says of that need; nothing of need 0 where none comes.
    fn take(&mut self) -> Result<About, StoreError> {
        let mut about = self.next.take().unwrap_or_else(|| About::of(0));
        while let Some(row) = self.rows.next()? {
            let need = row.get(0)?;
            if need == about.need && !about.lines.is_empty() {
                about.add(row)?;
                continue;
            }
            let mut next = About::of(need);
            next.add(row)?;
            self.next = Some(next);
            break;
        }
        Ok(about)
    }
}

/// The moments of the batches, and the batches that took others back.
struct Batches {
    /// The moment of each, and whether it takes another one back.
    at: HashMap<i64, (i64, bool)>,
    undone_by: HashMap<i64, i64>,
}

impl Batches {
    fn read(connection: &Connection) -> Result<Self, StoreError> {
        let (mut at, mut undone_by) = (HashMap::new(), HashMap::new());
        each(connection, "SELECT id, at, undoes FROM batch", |row| {
            let (batch, undoes): (i64, Option<i64>) = (row.get(0)?, row.get(2)?);
            at.insert(batch, (row.get(1)?, undoes.is_some()));
            undone_by.extend(undoes.map(|undoes| (undoes, batch)));
            Ok(())
        })?;
        Ok(Self { at, undone_by })
    }

    /// When the last write that stands among the lines about a need was made.
    fn last_standing(&self, lines: &[Line]) -> Option<i64> {
        let stands = |(batch, field): &&Line| {
            let of = |batch: &i64| lines.iter().any(|line| line.0 == *batch && line.1 == *field);
            let undo = |batch: &i64| self.undone_by.get(batch).copied().filter(of);
            let undos = std::iter::successors(undo(batch), undo).take(lines.len()).count();
            undos % 2 == 0
        };
        let written = |line: &&Line| self.at.get(&line.0).is_some_and(|(_, undoes)| !undoes);
        let line = lines.iter().rev().filter(written).find(stands);
        line.and_then(|(batch, _)| self.at.get(batch)).map(|(moment, _)| *moment)
    }
}
