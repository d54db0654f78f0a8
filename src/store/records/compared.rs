//! A record of the register beside the values that a file has for it: what an import would change, and what it leaves
//! because people have changed it here.

use super::row::Row;
use super::table_columns::Columns;
use super::typed::Typed;
use crate::domain::{Coded, Kind, Moment, Record};
use crate::fields::RecordField;
use crate::store::themes::Names;
use crate::store::{Store, StoreError, decode};
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet};

/// A field in which a file says other than the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    /// The field.
    pub field: RecordField,
    /// The value in the register; `None` for "not stated".
    pub now: Option<String>,
    /// The value in the file, as the log would have it; `None` for "not stated".
    pub file: Option<String>,
    /// Who set the field here since an import last wrote it, and when: then it stays. `None` where nobody did.
    pub changed_here: Option<(String, Moment)>,
}

/// A record of the register beside the values of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The version of the record.
    pub version: u32,
    /// Whether it is there, not taken out.
    pub is_there: bool,
    /// Whether an undo has taken it out.
    pub is_undone: bool,
    /// The fields that differ, in the order of the file's values.
    pub differing: Vec<Differing>,
}

/// The changes of a record, the earliest first: field, batch, writer, moment, whether an import made it, the batch that it
/// takes back, and the value behind it.
const CHANGES: &str =
    "SELECT c.field, c.batch_id, b.who, b.at, i.batch_id IS NOT NULL, b.undoes, c.after
    FROM change c JOIN batch b ON b.id = c.batch_id LEFT JOIN import i ON i.batch_id = b.id
    WHERE KIND AND c.record = ?1 ORDER BY c.id";

impl Store {
    /// Compares a record, also one that is taken out, with values that a file has for it. A field that people have
    /// changed here since an import last wrote it is marked, also where it has its earlier value again, and so is each
    /// value of a record that a person has entered here; a change that was taken back by an undo does not count.
    ///
    /// Errors: no record of its kind has this number; a value that its field cannot have.
    pub fn compared(
        &self,
        record: Record,
        values: &[(RecordField, Option<String>)],
    ) -> Result<Compared, StoreError> {
        let connection = &self.connection;
        let row = Row::read(connection, record)?;
        let (mut names, mut columns) = (Names::new(connection), Columns::new(connection));
        let mut differing = Vec::new();
        for (field, value) in values {
            let typed = Typed { record, field: *field, value: value.as_deref() };
            let now = row.get(*field);
            let file = typed.read((connection, &mut names, &mut columns), now)?;
            if now != file.as_deref() {
                let now = now.map(str::to_owned);
                differing.push(Differing { field: *field, now, file, changed_here: None });
            }
        }
        let (version, is_there) = (row.version, row.is_there());
        let mut compared = Compared { version, is_there, is_undone: false, differing };
        if !is_there || !compared.differing.is_empty() {
            compared.read_log(connection, record)?;
        }
        Ok(compared)
    }
}

impl Compared {
    /// Reads from the log which of the fields people have changed here, and what took the record out.
    fn read_log(&mut self, connection: &Connection, record: Record) -> Result<(), StoreError> {
        // Each index is of some kinds alone, and is taken where a question says so.
        let of = match record.kind {
            Kind::Need => "c.kind = 'need'".to_owned(),
            kind => format!("c.kind <> 'need' AND c.kind = '{}'", kind.code()),
        };
        let mut statement = connection.prepare_cached(&CHANGES.replace("KIND", &of))?;
        let mut rows = statement.query(params![record.number])?;
        // The changes of people by field, each with its batch, and the fields that an import has written.
        let mut here: BTreeMap<String, Vec<(i64, String, i64)>> = BTreeMap::new();
        let mut imported: BTreeSet<String> = BTreeSet::new();
        let mut entered: Option<(String, i64)> = None;
        let mut is_first = true;
        while let Some(row) = rows.next()? {
            let (field, batch) = (decode::name(row, 0)?, row.get(1)?);
            let (is_import, undoes): (bool, Option<i64>) = (row.get(4)?, row.get(5)?);
            let by = || Ok::<_, StoreError>((decode::name(row, 2)?, row.get(3)?));
            if RecordField::from_code(record.kind, &field).is_some_and(RecordField::is_itself) {
                let is_out = decode::raw(row, 6)?.is_none();
                self.is_undone = is_out && undoes.is_some();
                if is_first && !is_import && !is_out {
                    entered = Some(by()?);
                }
            } else if is_import {
                here.remove(&field);
                imported.insert(field);
            } else {
                let changes = here.entry(field).or_default();
                let taken_back = changes.iter().position(|(own, ..)| Some(*own) == undoes);
                if let Some(place) = taken_back {
                    changes.remove(place);
                } else {
                    let (who, at) = by()?;
                    changes.push((batch, who, at));
                }
            }
            is_first = false;
        }
        for one in &mut self.differing {
            let field = one.field.code();
            let changed = here.get(field).and_then(|changes| changes.last());
            let changed = changed.map(|(_, who, at)| (who, at));
            let of_entry = entered.as_ref().map(|(who, at)| (who, at));
            let of_entry = of_entry.filter(|_| one.now.is_some() && !imported.contains(field));
            let by = changed.or(of_entry);
            one.changed_here = by.map(|(who, at)| (who.clone(), Moment::from_seconds(*at)));
        }
        Ok(())
    }
}
