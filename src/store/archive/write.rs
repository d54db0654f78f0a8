//! A register into a folder: a file of CSV for every table, and the description of all.

use super::package::{self, Blocks, Package, Resource, Written, hexadecimal};
use super::tables::{Table, tables};
use super::value::cell;
use crate::store::{SCHEMA_VERSION, Store, StoreError};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Archived {
    /// How many tables.
    pub tables: usize,
    /// How many rows, of all tables.
    pub rows: u64,
}

impl Store {
    /// Writes every table of the register, as it is at one moment, into a folder that is there and empty: CSV and
    /// `datapackage.json`, the same bytes for the same register. `go_on` is asked after every table, with the rows
    /// written so far.
    ///
    /// # Errors
    /// [`StoreError::CannotMake`] for a file that cannot be written, [`StoreError::Stopped`] where `go_on` says so.
    /// Files that were written stay.
    pub fn archive(
        &self,
        folder: &Path,
        go_on: &mut dyn FnMut(u64) -> bool,
    ) -> Result<Archived, StoreError> {
        let moment = self.connection.unchecked_transaction()?;
        let tables = tables(&self.connection)?;
        let (mut resources, mut rows) = (Vec::new(), 0);
        for table in &tables {
            let resource = self.write_table(table, folder)?;
            rows += resource.rows;
            resources.push(resource);
            if !go_on(rows) {
                return Err(StoreError::Stopped);
            }
        }
        moment.finish()?;
        if self.is_outdated() {
            // Read without locks while another program wrote: a mixture of two states.
            return Err(StoreError::Busy);
        }
        let package = Package {
            profile: "tabular-data-package".to_owned(),
            name: "ta-tui-register".to_owned(),
            schema: SCHEMA_VERSION,
            resources,
        };
        let words = serde_json::to_string_pretty(&package)
            .map_err(|error| StoreError::Other(error.to_string()))?;
        let path = folder.join(package::FILE);
        let written = Hashed::create(&path).and_then(|mut out| {
            out.write_all(words.as_bytes())?;
            out.write_all(b"\n")?;
            out.finish()
        });
        written.map_err(|error| StoreError::CannotMake(path, error.to_string()))?;
        Ok(Archived { tables: tables.len(), rows })
    }

    fn write_table(&self, table: &Table, folder: &Path) -> Result<Resource, StoreError> {
        let path = folder.join(table.file());
        let failed = |error: io::Error| StoreError::CannotMake(path.clone(), error.to_string());
        let mut out = csv::WriterBuilder::new()
            .terminator(csv::Terminator::Any(b'\n'))
            .from_writer(Hashed::create(&path).map_err(failed)?);
        let in_csv = |error: csv::Error| failed(error.into());
        out.write_record(table.columns.iter().map(|column| &column.name)).map_err(in_csv)?;
        let mut blocks = Blocks::default();
        let (list, order) = (table.list(), table.order());
        let sql = format!("SELECT {list} FROM \"{}\" ORDER BY {order}", table.name);
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        let mut record = csv::StringRecord::new();
        while let Some(row) = rows.next()? {
            record.clear();
            for place in 0..table.columns.len() {
                let strange = || {
                    let words = format!("{}.{}", table.name, table.columns[place].name);
                    StoreError::Damaged(Some(self.path.clone()), words)
                };
                record.push_field(&cell(row.get_ref(place)?).ok_or_else(strange)?);
            }
            blocks.row(record.iter());
            out.write_record(&record).map_err(in_csv)?;
        }
        let out = out.into_inner().map_err(|error| failed(error.into_error()))?;
        let written = out.finish().map_err(failed)?;
        let (rows, blocks) = blocks.all();
        Ok(package::resource(table, rows, blocks, &written))
    }
}

/// A file of which the checksum is taken while it is written.
struct Hashed {
    out: BufWriter<File>,
    sum: Sha256,
    bytes: u64,
}

impl Hashed {
    fn create(path: &Path) -> io::Result<Self> {
        let out = BufWriter::new(File::create_new(path)?);
        Ok(Self { out, sum: Sha256::new(), bytes: 0 })
    }

    /// Waits until the file is on the disk.
    fn finish(mut self) -> io::Result<Written> {
        self.out.flush()?;
        self.out.get_ref().sync_all()?;
        Ok(Written { bytes: self.bytes, hash: hexadecimal(&self.sum.finalize()) })
    }
}

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.sum.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
