//! Checks the tables of assistance for contradictions: dates that cannot be read or are swapped, shares that are
//! more than the whole, needs that are linked with another document than they name.
//!
//! As in `rows.rs`, no question names two tables.

use super::finding::{CheckFinding, DATES, DOCUMENT, Findings, MATCHED, RANGE, SHARES};
use super::rows::each;
use crate::domain::PartialDate;
use crate::store::{Store, StoreError};
use crate::text::Arg;
use rusqlite::{Connection, Row};
use std::collections::{BTreeMap, HashMap};

const DAYS: &str = "SELECT id, starts_on, ends_on FROM activity ORDER BY id";

const ISSUED: &str = "SELECT id, on_date FROM document WHERE on_date IS NOT NULL ORDER BY id";

const PARTS: &str = "SELECT activity_id, share FROM activity_state WHERE share IS NOT NULL";

/// Shares are rounded one by one.
const WHOLE: f64 = 101.0;

pub(super) fn look(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    each(connection, DAYS, |row| {
        let id: i64 = row.get(0)?;
        let dates = ["starts_on", "ends_on"].into_iter().zip(1..);
        let mut read = [None; 2];
        for ((column, place), date) in dates.zip(&mut read) {
            match day(row, place)? {
                Ok(known) => *date = known,
                Err(()) => findings.add(range("activity", id, column)),
            }
        }
        if let [Some(starts), Some(ends)] = read
            && ends.last_day() < starts.first_day()
        {
            findings.add(CheckFinding::new(&DATES).table("activity").row(&id.to_string()));
        }
        Ok(())
    })?;
    each(connection, ISSUED, |row| {
        if day(row, 1)?.is_err() {
            findings.add(range("document", row.get(0)?, "on_date"));
        }
        Ok(())
    })?;
    shares(connection, findings)?;
    documents(connection, findings)
}

/// Matches whose activity has changed since they were made.
pub(super) fn matches(store: &Store, findings: &mut Findings) -> Result<(), StoreError> {
    for changed in store.changed_matches(None)? {
        let fields = changed.fields.iter().copied().collect::<Arg>();
        let finding =
            CheckFinding::new(&MATCHED).table("need_activity").need(changed.need.get().into());
        findings.add(finding.with("activity", changed.code.as_str()).with("fields", fields));
    }
    Ok(())
}

/// The date in a column; an error where the column holds something else.
fn day(row: &Row<'_>, column: usize) -> Result<Result<Option<PartialDate>, ()>, rusqlite::Error> {
    let Some(bytes) = row.get_ref(column)?.as_bytes_or_null()? else { return Ok(Ok(None)) };
    let date = std::str::from_utf8(bytes).ok().and_then(PartialDate::parse);
    Ok(date.map(Some).ok_or(()))
}

fn range(table: &str, id: i64, column: &str) -> CheckFinding {
    CheckFinding::new(&RANGE).table(table).row(&id.to_string()).column(column)
}

/// Activities of which States have more than the whole.
fn shares(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let mut sums: BTreeMap<i64, f64> = BTreeMap::new();
    each(connection, PARTS, |row| {
        *sums.entry(row.get(0)?).or_default() += row.get::<_, f64>(1)?;
        Ok(())
    })?;
    for (id, _) in sums.into_iter().filter(|(_, sum)| *sum > WHOLE) {
        findings.add(CheckFinding::new(&SHARES).table("activity_state").row(&id.to_string()));
    }
    Ok(())
}

/// Needs that are linked with another document than they name.
fn documents(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let mut links: HashMap<i64, i64> = HashMap::new();
    each(connection, "SELECT need_id, document_id FROM need_document", |row| {
        links.insert(row.get(0)?, row.get(1)?);
        Ok(())
    })?;
    if links.is_empty() {
        return Ok(());
    }
    let mut symbols: HashMap<i64, Vec<u8>> = HashMap::new();
    each(connection, "SELECT id, symbol FROM document", |row| {
        symbols.insert(row.get(0)?, row.get_ref(1)?.as_bytes()?.to_vec());
        Ok(())
    })?;
    each(connection, "SELECT id, document FROM need ORDER BY id", |row| {
        let need: i64 = row.get(0)?;
        let symbol = links.get(&need).and_then(|document| symbols.get(document));
        let own = row.get_ref(1)?.as_bytes_or_null()?;
        if symbol.is_some_and(|symbol| own != Some(symbol.as_slice())) {
            findings.add(CheckFinding::new(&DOCUMENT).need(need));
        }
        Ok(())
    })
}
