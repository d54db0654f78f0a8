//! A batch of the change log while it is written, in one part or in several: values, log and rules of each part, and the
//! rules for the whole at the end.

use super::permission::Permission;
use super::records::{self, Birth, RowChange, Rows, Writer};
use super::written::{OtherChange, Written};
use super::{Store, StoreError, own_day};
use crate::domain::{Coded, Day, Kind, Record, clean_line};
use rusqlite::{CachedStatement, Transaction, params};
use std::collections::HashMap;

/// The most other records that a write names.
const NAMED: usize = 3;

/// A batch that is being written.
pub(super) struct OneBatch<'a> {
    store: &'a Store,
    transaction: &'a Transaction<'a>,
    who: String,
    note: String,
    undoes: Option<i64>,
    /// The day that counts as today.
    today: Day,
    /// What is begun with the first change.
    begun: Option<Begun<'a>>,
    /// The UUIDs and origins of the records that are added next.
    births: HashMap<Record, Birth>,
    written: Written,
}

/// The rows of the log and the writer of a batch with a change.
struct Begun<'a> {
    batch: i64,
    logged: CachedStatement<'a>,
    writer: Writer<'a>,
}

impl<'a> OneBatch<'a> {
    /// Begins a batch; nothing is written before the first change.
    ///
    /// Errors: [`StoreError::Nobody`] without a writer; the register cannot be read.
    pub(super) fn begin(
        store: &'a Store,
        transaction: &'a Transaction<'a>,
        who: &str,
        note: &str,
        undoes: Option<i64>,
    ) -> Result<Self, StoreError> {
        let who = clean_line(who);
        if who.is_empty() {
            return Err(StoreError::Nobody);
        }
        Ok(Self {
            store,
            transaction,
            who,
            note: clean_line(note),
            undoes,
            today: own_day::today(transaction, store.day)?,
            begun: None,
            births: HashMap::new(),
            written: Written::default(),
        })
    }

    /// The day that counts as today.
    pub(super) fn today(&self) -> Day {
        self.today
    }

    /// Says which UUIDs and origins records have that are added by the next part.
    pub(super) fn expect(&mut self, births: HashMap<Record, Birth>) {
        self.births = births;
    }

    /// Writes the records that differ and logs each field that differs.
    ///
    /// Errors: the rules of records, the permission of the writer, and whatever keeps the file from being written. The
    /// caller takes the transaction back.
    pub(super) fn take(&mut self, rows: &Rows) -> Result<(), StoreError> {
        let births = std::mem::take(&mut self.births);
        let changing = rows.iter().filter(|(_, (before, after))| before != after);
        let mut changing: Vec<(&Record, &RowChange)> = changing.collect();
        if changing.is_empty() {
            return Ok(());
        }
        let permission = self.permission()?;
        records::refuse_input(self.transaction, &permission, rows, self.today)?;
        changing.sort_by_key(|(record, _)| records::order(record.kind));
        let begun = match &mut self.begun {
            Some(begun) => begun,
            none => {
                let (at, clock) = self.store.moment(self.transaction)?;
                self.written.clock = clock;
                let insert = "INSERT INTO main.batch (at, who, note, undoes, key) VALUES (?1, ?2, ?3, ?4, ?5)";
                let key = self.store.rights.fingerprint();
                let values = params![at, self.who, self.note, self.undoes, key];
                let batch = self.transaction.prepare_cached(insert)?.insert(values)?;
                self.written.batch = Some(batch);
                let logged = self.transaction.prepare_cached(
                    "INSERT INTO main.change (batch_id, kind, record, field, before, after, version)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                )?;
                let writer = Writer::new(self.transaction, at)?;
                none.insert(Begun { batch, logged, writer })
            }
        };
        begun.writer.expect(births);
        for (&record, change) in changing {
            let (before, after) = change;
            let fields = after.differing(before);
            begun.writer.write(record, change, &fields)?;
            let (kind, version) = (record.kind.code(), before.version + 1);
            for field in fields {
                let (old, new) = (before.get(field), after.get(field));
                begun.logged.execute(params![
                    begun.batch,
                    kind,
                    record.number,
                    field.code(),
                    old,
                    new,
                    version
                ])?;
                self.written.changes += 1;
                // The values of a field are for the register's own log.
                log::debug!(
                    "batch={} {kind}={} field={}",
                    begun.batch,
                    record.number,
                    field.code()
                );
            }
        }
        self.remember(rows)
    }

    fn permission(&self) -> Result<Permission<'_>, StoreError> {
        Permission::of(self.transaction, &self.store.rights, &self.who, self.today)
    }

    /// Keeps what the writer of this part is told.
    fn remember(&mut self, rows: &Rows) -> Result<(), StoreError> {
        self.written.doubtful.extend(records::doubtful(self.transaction, rows)?);
        self.written.in_no_figure.extend(records::in_no_figure(rows));
        let is_other = |(record, (before, after)): &(&Record, &RowChange)| {
            record.kind != Kind::Need && before != after
        };
        let named = if self.store.names_states() { NAMED } else { 0 };
        for (record, change) in rows.iter().filter(is_other) {
            self.written.other_count += 1;
            if self.written.others.len() < named {
                self.written.others.push(OtherChange::of(self.transaction, *record, change)?);
            }
        }
        Ok(())
    }

    /// Refuses changes of records that the writer may not have made, as they are in the file now.
    ///
    /// Errors: [`StoreError::NotInRole`].
    pub(super) fn refuse_written(&self, rows: &Rows) -> Result<(), StoreError> {
        let permission = self.permission()?;
        for (record, (before, after)) in rows.iter().filter(|(_, (before, after))| before != after)
        {
            permission.refuse_written(*record, before, after)?;
        }
        Ok(())
    }

    /// Ends the batch of which these rows are the only part.
    ///
    /// Errors: references to records that are not there, circles of duplicates; those of [`Self::refuse_written`].
    pub(super) fn finish(mut self, rows: &Rows) -> Result<Written, StoreError> {
        self.close()?;
        self.refuse_written(rows)?;
        Ok(self.written)
    }

    /// Ends a batch in several parts, for each of which [`Self::refuse_written`] was called.
    ///
    /// Errors: references to records that are not there, circles of duplicates.
    pub(super) fn finish_parts(mut self) -> Result<Written, StoreError> {
        self.close()?;
        Ok(self.written)
    }

    fn close(&mut self) -> Result<(), StoreError> {
        let Some(begun) = self.begun.take() else { return Ok(()) };
        self.written.needs = begun.writer.finish(self.undoes.is_some())?;
        let (needs, changes) = (self.written.needs.len(), self.written.changes);
        log::info!("batch={} needs={needs} changes={changes}", begun.batch);
        Ok(())
    }
}
