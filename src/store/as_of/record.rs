//! One record of any kind as it was at the end of an earlier day.

use super::first_from;
use crate::domain::{Coded, Day, Kind, Record};
use crate::store::records::{Row, WholeRecord};
use crate::store::{Store, StoreError, decode, log};

impl Store {
    /// Reads a record of any kind as it was at the end of a day, also one that was taken out by then.
    ///
    /// As for the whole register, the triage of a need and a setting go by the change log, while other fields hold what
    /// they say now; of what was known then ([`Store::knowing_then`]) all fields do, and a record that was added later is
    /// not there.
    ///
    /// Errors: as [`Store::whole_record`].
    pub fn whole_record_as_of(&self, record: Record, day: Day) -> Result<WholeRecord, StoreError> {
        let read = || {
            let mut row = Row::read(&self.connection, record)?;
            let first = first_from(&self.connection, self.after(day)?)?;
            let of = match record.kind {
                Kind::Need => "kind = 'need'",
                _ => "kind <> 'need'",
            };
            let mut statement = self.connection.prepare_cached(&format!(
                "SELECT kind, record, field, before, version FROM change
                 WHERE {of} AND kind = ?1 AND record = ?2 AND batch_id >= ?3 ORDER BY id DESC"
            ))?;
            let mut changes = statement.query((record.kind.code(), record.number, first))?;
            while let Some(change) = changes.next()? {
                let (_, field) = log::named(change, (0, 1, 2))?;
                row.version = change.get::<_, u32>(4)?.saturating_sub(1);
                if self.known_then || field.triage().is_some() || record.kind == Kind::Setting {
                    row.set(field, decode::raw(change, 3)?);
                }
            }
            Ok(WholeRecord::of(record, &row))
        };
        read().map_err(|error: StoreError| error.at(&self.path))
    }
}
