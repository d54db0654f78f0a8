//! References of records to other rows: looked up by their keys in the log, checked when all is written, and kept from
//! pointing to voided records.

use crate::domain::{Coded, Kind, NeedNumber, Record};
use crate::fields::{RecordField, Referred, RowCell, Stored, table_of};
use crate::store::StoreError;
use rusqlite::{Connection, OptionalExtension};
use std::collections::{BTreeMap, HashMap};

/// Further columns that refer to records of a kind.
const OTHERS: [(&str, &str, Kind); 1] = [("area_state", "state_id", Kind::State)];

/// The rows referred to in one write, each looked up once.
pub(super) struct References<'c> {
    connection: &'c Connection,
    found: HashMap<&'static str, HashMap<String, i64>>,
    used: Vec<Referred>,
}

impl<'c> References<'c> {
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self { connection, found: HashMap::new(), used: Vec::new() }
    }

    /// Finds the number of a row of a table by the key that the change log has for it (a code, or the number itself).
    ///
    /// Errors: [`StoreError::UnknownPerson`], [`StoreError::UnknownNeed`] or [`StoreError::UnknownRecord`] if no row
    /// has that key.
    pub(super) fn number(&mut self, referred: Referred, name: &str) -> Result<i64, StoreError> {
        if let Some(number) = self.found.get(referred.table).and_then(|known| known.get(name)) {
            return Ok(*number);
        }
        let sql = format!("SELECT id FROM {} WHERE {} = ?1", referred.table, referred.key);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let number: Option<i64> = statement.query_row([name], |row| row.get(0)).optional()?;
        let number = number.ok_or_else(|| unknown(referred, name))?;
        if !self.used.contains(&referred) {
            self.used.push(referred);
        }
        self.found.entry(referred.table).or_default().insert(name.to_owned(), number);
        Ok(number)
    }

    /// Looks up the rows that a field's value refers to.
    pub(super) fn look_up(&mut self, field: RecordField, value: &str) -> Result<(), StoreError> {
        match field.stored() {
            Stored::Reference(_, referred) | Stored::ReferenceBeside(_, _, referred) => {
                self.number(referred, value).map(drop)
            }
            Stored::Links(_, _, referred) => {
                several(value).try_for_each(|name| self.number(referred, name).map(drop))
            }
            Stored::Rows(_, columns) => {
                let rows: Vec<Vec<serde_json::Value>> =
                    serde_json::from_str(value).unwrap_or_default();
                for (cell, of) in rows.iter().flat_map(|row| row.iter().zip(columns)) {
                    if let (Some(name), Some(referred)) = (cell.as_str(), of.referred()) {
                        self.number(referred, name)?;
                    }
                }
                Ok(())
            }
            Stored::Itself
            | Stored::Column(_)
            | Stored::Name(_)
            | Stored::Beside(..)
            | Stored::List(..) => Ok(()),
        }
    }

    /// Refuses references to records that are taken out. Called when all is written.
    pub(super) fn are_there(&self) -> Result<(), StoreError> {
        for referred in self.used.iter().filter(|referred| referred.kind.is_some()) {
            let sql = format!("SELECT 1 FROM {} WHERE id = ?1 AND void = 0", referred.table);
            let mut there = self.connection.prepare_cached(&sql)?;
            for (name, number) in self.found.get(referred.table).into_iter().flatten() {
                if !there.exists([number])? {
                    return Err(unknown(*referred, name));
                }
            }
        }
        Ok(())
    }
}

/// Splits the value of a field into its several values.
pub(super) fn several(value: &str) -> impl Iterator<Item = &str> {
    value.split("; ").filter(|one| !one.is_empty())
}

fn unknown(referred: Referred, name: &str) -> StoreError {
    match (referred.kind, name.parse()) {
        (Some(Kind::Person), _) => StoreError::UnknownPerson(name.to_owned()),
        (Some(Kind::Need), Ok(need)) => StoreError::UnknownNeed(need),
        (Some(kind), _) => StoreError::UnknownRecord(kind.code(), name.to_owned()),
        (None, _) => StoreError::UnknownRecord(referred.table, name.to_owned()),
    }
}

/// Gives the matches of a need with activities that are there.
pub(super) fn matches_of(
    connection: &Connection,
    need: NeedNumber,
) -> Result<Vec<Record>, StoreError> {
    let sql = "SELECT id FROM need_activity WHERE need_id = ?1 AND void = 0 ORDER BY id";
    let mut numbers = connection.prepare_cached(sql)?;
    let numbers = numbers.query_map([need], |row| row.get(0))?;
    let record = |number| Ok(Record { kind: Kind::Match, number: number? });
    numbers.map(record).collect()
}

/// Gives the matches that were taken out with a void need, in the same write, and are void since.
pub(super) fn matches_gone_with(
    connection: &Connection,
    need: NeedNumber,
) -> Result<Vec<Record>, StoreError> {
    let last = |kinds: &str, record: &str| {
        format!(
            "(SELECT batch_id FROM change WHERE {kinds} AND record = {record}
              AND field = 'record' AND after IS NULL ORDER BY id DESC LIMIT 1)"
        )
    };
    let sql = format!(
        "SELECT m.id FROM need_activity m WHERE m.need_id = ?1 AND m.void = 1 AND {} = {} ORDER BY m.id",
        last("kind <> 'need' AND kind = 'match'", "m.id"),
        last("kind = 'need'", "?1")
    );
    let mut numbers = connection.prepare_cached(&sql)?;
    let numbers = numbers.query_map([need], |row| row.get(0))?;
    let record = |number| Ok(Record { kind: Kind::Match, number: number? });
    numbers.map(record).collect()
}

/// Refuses to take out a record that another present record refers to.
pub(super) fn refuse_referred(connection: &Connection, record: Record) -> Result<(), StoreError> {
    if record.kind == Kind::Review {
        let sql = "SELECT count(*) FROM need WHERE review_id = ?1 AND void = 0";
        let needs: u32 =
            connection.prepare_cached(sql)?.query_row([record.number], |row| row.get(0))?;
        if needs > 0 {
            return Err(StoreError::HasNeeds(record, needs as usize));
        }
    }
    let by = counted(connection, record, &referring(record.kind))?;
    if !by.is_empty() {
        return Err(StoreError::Referred(record, by));
    }
    for (table, column, _) in OTHERS.iter().filter(|(_, _, kind)| *kind == record.kind) {
        let sql = format!("SELECT 1 FROM {table} WHERE {column} = ?1 LIMIT 1");
        if connection.prepare_cached(&sql)?.exists([record.number])? {
            return Err(StoreError::Refused(format!("{table}.{column}")));
        }
    }
    Ok(())
}

/// Gives how many records of each kind the queries find for a record, each record once.
fn counted(
    connection: &Connection,
    record: Record,
    queries: &BTreeMap<Kind, Vec<String>>,
) -> Result<Vec<(Kind, usize)>, StoreError> {
    let mut found = Vec::new();
    for (kind, queries) in queries {
        let sql = format!("SELECT count(*) FROM ({})", queries.join(" UNION "));
        let mut statement = connection.prepare_cached(&sql)?;
        let count: u32 = statement.query_row([record.number], |row| row.get(0))?;
        found.extend((count > 0).then_some((*kind, count as usize)));
    }
    Ok(found)
}

/// Queries for the records that name one of a kind by its words, where no reference does: the kind that is named, the kind
/// of those records, and the query.
const BY_WORDS: [(Kind, Kind, &str); 3] = [
    (
        Kind::Document,
        Kind::Activity,
        "SELECT t.id FROM activity t JOIN document d ON d.symbol = t.document
         WHERE d.id = ?1 AND t.void = 0",
    ),
    (
        Kind::Document,
        Kind::Need,
        "SELECT t.id FROM recommendation r JOIN need t ON t.id = r.need_id
         JOIN document d ON d.symbol = r.document WHERE d.id = ?1 AND t.void = 0",
    ),
    (
        Kind::Person,
        Kind::View,
        "SELECT t.id FROM saved_view t JOIN person p ON p.code = t.owner
         WHERE p.id = ?1 AND t.void = 0",
    ),
];

/// Refuses to take out a record that another present record names by its words. An undo is not held to it: what names a
/// record by words may have done so before there was one.
pub(super) fn refuse_named(connection: &Connection, record: Record) -> Result<(), StoreError> {
    let mut queries: BTreeMap<Kind, Vec<String>> = BTreeMap::new();
    for (_, by, sql) in BY_WORDS.iter().filter(|(kind, ..)| *kind == record.kind) {
        queries.entry(*by).or_default().push((*sql).to_owned());
    }
    let by = counted(connection, record, &queries)?;
    if by.is_empty() { Ok(()) } else { Err(StoreError::Referred(record, by)) }
}

/// Gives queries for the numbers of the records that refer to one of a kind, by the kind of those records.
fn referring(to: Kind) -> BTreeMap<Kind, Vec<String>> {
    let mut all: BTreeMap<Kind, Vec<String>> = BTreeMap::new();
    // Comments do not keep a need, nor marks an activity: they stay with a voided one.
    let keep = |kind: &Kind| !matches!(kind, Kind::Comment | Kind::Overlap);
    for kind in Kind::ALL.iter().copied().filter(keep) {
        let table = table_of(kind);
        let is_to = |referred: &Referred| referred.kind == Some(to);
        let beside = |side: crate::fields::Side, column: &str| {
            format!(
                "SELECT t.id FROM {} s JOIN {table} t ON t.id = s.{} WHERE s.{column} = ?1 AND t.void = 0",
                side.table, side.record
            )
        };
        for field in RecordField::of(kind) {
            let found = match field.stored() {
                Stored::Reference(column, referred) if is_to(&referred) => {
                    vec![format!("SELECT id FROM {table} WHERE {column} = ?1 AND void = 0")]
                }
                Stored::ReferenceBeside(side, column, referred)
                | Stored::Links(side, column, referred)
                    if is_to(&referred) =>
                {
                    vec![beside(side, column)]
                }
                Stored::Rows(side, columns) => {
                    let to = |cell: &&RowCell| cell.referred().as_ref().is_some_and(is_to);
                    let columns = columns.iter().filter(to).filter_map(RowCell::own_column);
                    columns.map(|column| beside(side, column)).collect()
                }
                _ => continue,
            };
            let queries = all.entry(kind).or_default();
            for query in found {
                if !queries.contains(&query) {
                    queries.push(query);
                }
            }
        }
    }
    all.retain(|_, queries| !queries.is_empty());
    all
}
