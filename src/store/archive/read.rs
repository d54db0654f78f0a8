//! A register from a folder: a new file with the same rows, held against the description and the rules of the schema.

use super::fault::{ArchiveFault, Fault};
use super::package::{Blocks, FILE, Package, Resource};
use super::tables::{Reference, SEQUENCE, Table, quoted, tables};
use super::value::value;
use crate::domain::clean_line;
use crate::store::sound::{self, Look};
use crate::store::{SCHEMA_VERSION, Store, StoreError, blank, create, identified, placing, secure};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior, params_from_iter};
use rustix::fs::{Mode, OFlags};
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// The most bytes of a description.
const MOST: u64 = 256 << 20;

/// After so many rows it is asked whether to go on.
const ROWS: u64 = 1 << 10;

/// The longest value that a message quotes, in characters.
const QUOTED: usize = 60;

impl From<ArchiveFault> for StoreError {
    fn from(fault: ArchiveFault) -> Self {
        Self::Archive(Box::new(fault))
    }
}

impl Store {
    /// Makes the register of a folder that [`Store::archive`] has written, in a new file: the same rows, with the log,
    /// moments and numbers. `go_on` is asked time and again, with the rows read so far. Leaves nothing behind when
    /// it fails.
    ///
    /// # Errors
    /// [`StoreError::Archive`] where the folder is not as it was written, with the file and the lines; what
    /// [`Store::create`] says of the place of the new file.
    pub fn of_archive(
        folder: &Path,
        path: &Path,
        go_on: &mut dyn FnMut(u64) -> bool,
    ) -> Result<u64, StoreError> {
        placing::refuse_taken(path)?;
        let package = package(folder)?;
        let making = placing::making(path);
        let reserved = create::reserve(&making).map_err(|error| match error {
            StoreError::CannotMake(_, detail) => StoreError::CannotMake(path.to_owned(), detail),
            other => other,
        })?;
        let made = fill(&making, folder, &package, go_on);
        let placed = made.and_then(|rows| placing::place(&making, path).map(|()| rows));
        reserved.remove();
        placed
    }
}

/// A file of the folder, open for reading. Anything but a regular file is refused at once: a pipe would be waited for.
fn opened(folder: &Path, name: &str) -> Result<File, StoreError> {
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let look = || {
        let file = File::from(rustix::fs::open(folder.join(name), flags, Mode::empty())?);
        file.metadata().map(|it| (file, it.is_file()))
    };
    match look() {
        Ok((file, true)) => Ok(file),
        Ok((_, false)) => Err(ArchiveFault::of(name, Fault::NoFile).into()),
        // A socket cannot be opened.
        Err(_) if folder.join(name).metadata().is_ok_and(|it| !it.is_file()) => {
            Err(ArchiveFault::of(name, Fault::NoFile).into())
        }
        Err(error) => Err(ArchiveFault::of(name, Fault::Unreadable(error.to_string())).into()),
    }
}

/// Reads the description.
fn package(folder: &Path) -> Result<Package, StoreError> {
    let unreadable = |error: std::io::Error| {
        StoreError::from(ArchiveFault::of(FILE, Fault::Unreadable(error.to_string())))
    };
    let file = opened(folder, FILE)?;
    let length = file.metadata().map_err(unreadable)?.len();
    if length > MOST {
        return Err(ArchiveFault::of(FILE, Fault::NoPackage(format!("{length} B"))).into());
    }
    let package: Package = serde_json::from_reader(BufReader::new(file)).map_err(|error| {
        let fault = ArchiveFault::of(FILE, Fault::NoPackage(clean_line(&error.to_string())));
        if error.line() > 0 { fault.at(error.line() as u64) } else { fault }
    })?;
    if package.schema != SCHEMA_VERSION {
        return Err(ArchiveFault::of(FILE, Fault::Schema(package.schema, SCHEMA_VERSION)).into());
    }
    Ok(package)
}

fn fill(
    making: &Path,
    folder: &Path,
    package: &Package,
    go_on: &mut dyn FnMut(u64) -> bool,
) -> Result<u64, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = secure::connect(making, flags)?;
    blank::fill(&mut connection, None)?;
    let tables = tables(&connection)?;
    let described = described(&tables, package)?;
    // Rows refer to each other in circles: references are looked through at the end.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false)?;
    let transaction = Transaction::new_unchecked(&connection, TransactionBehavior::Immediate)?;
    let mut rows = 0;
    identified::without_triggers(&transaction, || {
        for table in &tables {
            transaction.execute(&format!("DELETE FROM {}", quoted(table.name)), [])?;
        }
        // SQLite keeps the numbers that were given last while rows come in; in the end they are those of the folder.
        let (last, others): (Vec<_>, Vec<_>) =
            described.iter().partition(|(table, _)| table.name == SEQUENCE);
        for (table, resource) in others.into_iter().chain(last) {
            if table.name == SEQUENCE {
                transaction.execute(&format!("DELETE FROM {SEQUENCE}"), [])?;
            }
            let mut so_far = |own| go_on(rows + own);
            rows += read_table(&transaction, table, resource, folder, &mut so_far)?;
        }
        Ok(())
    })?;
    for table in &tables {
        for reference in &table.references {
            if !go_on(rows) {
                return Err(StoreError::Stopped);
            }
            refuse_dangling(&transaction, table, reference, folder)?;
        }
    }
    transaction.commit()?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    sound::refuse_damaged(&connection, Look::Whole)?;
    secure::prepare_to_write(&connection)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    connection.close().map_err(|(_, error)| error)?;
    if go_on(rows) { Ok(rows) } else { Err(StoreError::Stopped) }
}

/// The tables with their descriptions: each has one, and none describes another table.
fn described<'t>(
    tables: &'t [Table],
    package: &'t Package,
) -> Result<Vec<(&'t Table, &'t Resource)>, StoreError> {
    let fault = |name: &str| ArchiveFault::of(FILE, Fault::Table(clean_line(name)));
    if let Some(other) =
        package.resources.iter().find(|one| tables.iter().all(|table| table.name != one.name))
    {
        return Err(fault(&other.name).into());
    }
    let pair = |table: &'t Table| {
        let mut found = package.resources.iter().filter(|one| one.name == table.name);
        match (found.next(), found.next()) {
            (Some(one), None) if one.path == table.file() => Ok((table, one)),
            _ => Err(fault(table.name).into()),
        }
    };
    tables.iter().map(pair).collect()
}

fn read_table(
    connection: &Connection,
    table: &Table,
    resource: &Resource,
    folder: &Path,
    go_on: &mut dyn FnMut(u64) -> bool,
) -> Result<u64, StoreError> {
    let name = table.file();
    let fault = |fault| ArchiveFault::of(&name, fault);
    let mut reader = reader(folder, &name)?;
    let heads = reader.headers().map_err(|error| form(&name, &error))?;
    let expected = || table.columns.iter().map(|column| column.name.as_str());
    if !heads.iter().eq(expected()) {
        let names = expected().collect::<Vec<_>>().join(",");
        return Err(fault(Fault::Names(names)).at(1).into());
    }
    let holes = vec!["?"; table.columns.len()].join(", ");
    let sql = format!("INSERT INTO {} ({}) VALUES ({holes})", quoted(table.name), table.list());
    let mut insert = connection.prepare(&sql)?;
    let (mut blocks, mut first) = (Blocks::default(), 2);
    let mut record = csv::StringRecord::new();
    let (mut line, mut read) = (1, 0);
    while reader.read_record(&mut record).map_err(|error| form(&name, &error))? {
        if read % ROWS == 0 && !go_on(read) {
            return Err(StoreError::Stopped);
        }
        read += 1;
        line = record.position().map_or(line, csv::Position::line);
        let mut values = Vec::with_capacity(table.columns.len());
        for (cell, column) in record.iter().zip(&table.columns) {
            values.push(value(cell, column.kind).ok_or_else(|| {
                let shown: String = clean_line(cell).chars().take(QUOTED).collect();
                fault(Fault::Value(column.name.clone(), shown)).at(line)
            })?);
        }
        insert.execute(params_from_iter(values)).map_err(|error| match error {
            rusqlite::Error::SqliteFailure(code, words)
                if code.code == rusqlite::ErrorCode::ConstraintViolation =>
            {
                let words = words.unwrap_or_else(|| code.to_string());
                fault(Fault::Rule(clean_line(&words))).at(line).into()
            }
            other => StoreError::from(other),
        })?;
        if blocks.row(record.iter()) {
            refuse_changed(&blocks, resource, (first, line), &name)?;
            first = line + 1;
        }
    }
    let (rows, sums) = blocks.all();
    let lines = Some((first.min(line), line));
    if rows != resource.rows {
        let fault = fault(Fault::Rows(rows, resource.rows));
        return Err(ArchiveFault { lines, ..fault }.into());
    }
    if sums != resource.blocks {
        return Err(ArchiveFault { lines, ..fault(Fault::Changed) }.into());
    }
    Ok(rows)
}

/// Refuses a block of lines that is not as it was written. A row more or less moves all the following, so that the
/// first block that differs is named.
fn refuse_changed(
    blocks: &Blocks,
    resource: &Resource,
    lines: (u64, u64),
    name: &str,
) -> Result<(), StoreError> {
    match blocks.last() {
        Some((place, sum)) if resource.blocks.get(place).is_none_or(|told| told != sum) => {
            let fault = ArchiveFault::of(name, Fault::Changed);
            Err(ArchiveFault { lines: Some(lines), ..fault }.into())
        }
        _ => Ok(()),
    }
}

fn reader(folder: &Path, name: &str) -> Result<csv::Reader<File>, StoreError> {
    let file = opened(folder, name)?;
    Ok(csv::ReaderBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_reader(file))
}

/// The fault of a file that is no CSV, or has another number of cells in a line.
fn form(name: &str, error: &csv::Error) -> StoreError {
    let fault = ArchiveFault::of(name, Fault::Form(clean_line(&error.to_string())));
    match error.position() {
        Some(position) => fault.at(position.line()).into(),
        None => fault.into(),
    }
}

/// Refuses a row that refers to one that is not there.
fn refuse_dangling(
    connection: &Connection,
    table: &Table,
    reference: &Reference,
    folder: &Path,
) -> Result<(), StoreError> {
    let (list, order) = (table.list(), table.order());
    let stated = |column: &String| format!("c.{} IS NOT NULL", quoted(column));
    let stated = reference.columns.iter().map(stated).collect::<Vec<_>>().join(" AND ");
    let pairs = reference.columns.iter().zip(&reference.fields);
    let equal = pairs.map(|(own, other)| format!("p.{} = c.{}", quoted(other), quoted(own)));
    let equal = equal.collect::<Vec<_>>().join(" AND ");
    let sql = format!(
        "SELECT place FROM (SELECT {list}, row_number() OVER (ORDER BY {order}) AS place FROM {}) c
         WHERE {stated} AND NOT EXISTS (SELECT 1 FROM {} p WHERE {equal}) ORDER BY place LIMIT 1",
        quoted(table.name),
        quoted(&reference.table)
    );
    let mut found = connection.prepare(&sql)?;
    let mut rows = found.query([])?;
    let Some(row) = rows.next()? else { return Ok(()) };
    let place: i64 = row.get(0)?;
    let name = table.file();
    let columns = reference.columns.join(", ");
    let fault = ArchiveFault::of(&name, Fault::Reference(columns, reference.table.clone()));
    // The rows of the file stand in the order of the key, as its checksums have shown.
    let mut records = reader(folder, &name)?.into_records();
    let record = records.nth(usize::try_from(place - 1).unwrap_or_default());
    let line = record.and_then(Result::ok).and_then(|record| Some(record.position()?.line()));
    Err(line.map_or(fault.clone(), |line| fault.at(line)).into())
}
