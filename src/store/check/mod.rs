//! The doctor: every fault of a register that can be found, from the file and those beside it to
//! the values that the program reads. It changes nothing and leaves nothing behind.

mod assistance;
mod cells;
mod companions;
mod counts;
mod finding;
mod held;
mod identities;
mod log;
mod logged;
mod modes;
mod records;
mod references;
mod roles;
mod rows;
mod server;
mod service;
mod soundness;
mod symbols;
mod tallies;
#[cfg(test)]
mod tests;
mod texts;
mod times;
mod views;

pub use counts::Counts;
pub use finding::{CheckFinding, Grade};

use super::accept::Stumble;
use super::source::Source;
use super::{
    Access, Store, StoreError, Waiting, companion_paths, header, journal, migrate, reading,
    replaced, schema,
};
use finding::{Findings, OLDER, UNCOVERED};
use rusqlite::Connection;
use std::path::Path;

/// The result of an examination.
#[derive(Debug, Default)]
pub struct Examination {
    /// Everything, faults first.
    pub findings: Vec<CheckFinding>,
    /// How much the register holds, where that can be counted.
    pub counts: Option<Counts>,
    /// The error of a file that is no register at all; nothing else was looked at then.
    pub refused: Option<StoreError>,
    /// The error of a file that another program keeps for itself: it could not be looked through.
    pub held: Option<StoreError>,
}

/// Examines a register; calls `tell` when that waits longer than a moment for another program.
pub fn examine(path: &Path, tell: &dyn Fn(&Waiting)) -> Examination {
    let header = match header::read(path) {
        Ok(header) => header,
        Err(error) => {
            let mut findings = Findings::default();
            findings.refused(&error);
            let findings = findings.sorted();
            return Examination { findings, refused: Some(error), ..Examination::default() };
        }
    };
    let mut findings = Findings::default();
    let real = &header.real;
    let beside = companions::look(real, &header, &mut findings);
    modes::look(real, &mut findings);
    service::look(real, &mut findings);
    if beside.cut_off {
        // Only a program that may write can take the write back; until then the file is half written.
        return Examination { findings: findings.sorted(), ..Examination::default() };
    }
    if beside.in_use {
        return through(Source::left(real), real, path, tell, findings);
    }
    // Nobody has it open, or a file beside it must be left alone: read as a file that nobody
    // changes, so that nothing is rolled back, taken in or left beside it.
    let mut examination = through(Source::frozen(real), real, path, tell, findings.clone());
    if let Err(error) = journal::refuse_foreign(&header) {
        // No opening takes it either.
        examination.refused.get_or_insert(error);
    }
    if beside.foreign || !companions::is_in_use(real) {
        return examination;
    }
    // Another program has opened the file, so it may have changed under this reading.
    through(Source::left(real), real, path, tell, findings)
}

fn through(
    source: Source,
    real: &Path,
    path: &Path,
    tell: &dyn Fn(&Waiting),
    mut findings: Findings,
) -> Examination {
    let mut counts = None;
    let opened = reading::open(&source, real, tell, |connection| Ok(migrate::version(connection)?));
    let done = opened.map_err(Stumble::error).and_then(|(connection, version)| {
        migrate::refuse_unknown(path, version)?;
        if !schema(&connection, version, &mut findings)? {
            soundness::integrity(&connection, &mut findings)?;
            return Ok(());
        }
        if !readable(&connection, &mut findings)? {
            return Ok(());
        }
        if version < migrate::NEWEST {
            findings.add(CheckFinding::new(&OLDER).with("version", version.to_string()));
            return Ok(());
        }
        if !source.frozen && companion_paths::log_size(real) > 0 {
            replaced::refuse_foreign_log(&connection, path, real)?;
        }
        let store =
            Store::over(connection, path, Access::ReadOnly, (!source.alone).then_some(source));
        contents(&store, &mut findings)?;
        counts = Some(counts::counts(&store.connection)?);
        match store.load(&mut |_| true) {
            Err(error) if error.is_busy() => return Err(error),
            Err(error) => findings.unloaded(&error),
            Ok(_) => {}
        }
        Ok(())
    });
    let mut refused = None;
    if let Err(error) = done {
        let error = reading::named(error.at(path), real);
        if error.is_busy() {
            return Examination { held: Some(error), ..Examination::default() };
        }
        findings.refused(&error);
        // No opening takes it either.
        refused = Some(error).filter(|error| matches!(error, StoreError::ForeignLog(..)));
    }
    Examination { findings: findings.sorted(), counts, refused, held: None }
}

/// Reports the differences of the schema from the known one; says whether the tables can be read.
fn schema(
    connection: &Connection,
    version: i64,
    findings: &mut Findings,
) -> Result<bool, StoreError> {
    let differences = schema::compare(connection, version)?;
    let usable = differences.iter().all(|d| d.weight() != schema::Weight::Refused);
    for difference in &differences {
        findings.add(CheckFinding::of(difference));
    }
    Ok(usable)
}

/// Checks the contents of the tables.
fn contents(store: &Store, findings: &mut Findings) -> Result<(), StoreError> {
    let transaction = store.connection.unchecked_transaction()?;
    let connection = &*transaction;
    soundness::mark(connection, findings)?;
    soundness::rules(connection, findings)?;
    references::circles(connection, findings)?;
    references::numbers(connection, findings)?;
    logged::look(connection, findings)?;
    records::settings(connection, findings)?;
    identities::look(connection, findings)?;
    references::states(connection, findings)?;
    references::chapters(connection, findings)?;
    rows::against_the_log(connection, findings)?;
    records::all(connection, findings)?;
    tallies::look(connection, findings)?;
    tallies::outside_the_log(connection, findings)?;
    log::unlogged(connection, findings)?;
    log::complete(connection, findings)?;
    texts::look(connection, findings)?;
    times::look(connection, findings)?;
    assistance::look(connection, findings)?;
    assistance::matches(store, findings)?;
    symbols::look(connection, findings)?;
    views::look(connection, findings)?;
    roles::look(connection, findings)?;
    findings.add(CheckFinding::new(&UNCOVERED));
    transaction.finish()?;
    Ok(())
}

/// Whether the file can be read from end to end; then, the rows that name rows that are not there.
fn readable(connection: &Connection, findings: &mut Findings) -> Result<bool, StoreError> {
    let sound = soundness::integrity(connection, findings)?;
    if sound {
        references::broken(connection, findings)?;
        references::names(connection, findings)?;
    }
    Ok(sound)
}

impl Store {
    /// The faults that [`examine`] finds in the tables of an open register, in a file or in memory:
    /// empty when it is sound. Remarks are left out.
    pub fn check(&self) -> Result<Vec<CheckFinding>, StoreError> {
        let mut findings = Findings::default();
        if readable(&self.connection, &mut findings)? {
            contents(self, &mut findings)?;
        }
        let mut found = findings.sorted();
        found.retain(|finding| finding.grade != Grade::Remark);
        Ok(found)
    }
}
