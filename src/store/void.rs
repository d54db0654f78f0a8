//! The needs that are void, as a register of their own: they count nowhere, and only a filter that asks for them finds
//! them.

use super::needs::{self, Places};
use super::vocabulary;
use super::voided::Voided;
use super::which_rows::Which;
use super::{Store, StoreError, decode, own_day};
use crate::domain::{Coded, Day, Kind, Moment, NeedNumber, Record};
use crate::query::register::{Chunk, Register, Vocabulary};
use rusqlite::{Connection, OptionalExtension};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

impl Store {
    /// The needs that are void now, under the stamp of the register that is shown beside them. Where States are not
    /// named none of them is told.
    ///
    /// Errors: the file cannot be read.
    pub fn void_needs(&self, register: &Register) -> Result<Register, StoreError> {
        let void = if self.kept.is_some() {
            let vocabulary = Arc::clone(&register.vocabulary);
            Register { is_void: true, vocabulary, ..Register::default() }
        } else {
            read(&self.connection, self.day, &BTreeSet::new())
                .map_err(|error| error.at(&self.path))?
        };
        let (illustrative, own_day) = (register.illustrative, register.own_day);
        Ok(Register { stamp: register.stamp, illustrative, own_day, ..void })
    }

    /// Gives the time and reason of a record's removal from the newest log entry about it; `None` without such an
    /// entry.
    ///
    /// Errors: the file cannot be read.
    pub fn voided(&self, record: Record) -> Result<Option<Voided>, StoreError> {
        voided(&self.connection, record)
    }

    /// Why nothing can be done with a need that is not there: it is void, or there never was one of this number.
    pub fn absent(&self, need: NeedNumber) -> StoreError {
        match self.voided(Record::need(need)) {
            Ok(Some(voided)) => StoreError::Void(Record::need(need), voided),
            Ok(None) => StoreError::UnknownNeed(need),
            Err(error) => error,
        }
    }
}

/// Reads the removal of a record through a connection.
pub(super) fn voided(
    connection: &Connection,
    record: Record,
) -> Result<Option<Voided>, StoreError> {
    // Each index is of some kinds alone, and is taken where a question says so.
    let of = match record.kind {
        Kind::Need => "c.kind = 'need'",
        _ => "c.kind <> 'need'",
    };
    let mut statement = connection.prepare_cached(&format!(
        "SELECT b.at, b.who, b.note FROM change c JOIN batch b ON b.id = c.batch_id
         WHERE {of} AND c.kind = ?1 AND c.record = ?2 AND c.field = 'record' AND c.after IS NULL
         ORDER BY c.id DESC LIMIT 1"
    ))?;
    let found = statement.query_row((record.kind.code(), record.number), |row| {
        Ok(Voided {
            at: Moment::from_seconds(row.get(0)?),
            who: decode::name(row, 1)?,
            reason: decode::line(row, 2)?,
        })
    });
    Ok(found.optional()?)
}

/// Reads the void needs of a file, without those that came `later` than the day that the file is taken back to. The small
/// tables include the rows taken out, which such needs go on referring to.
pub(super) fn read(
    connection: &Connection,
    day: Option<Day>,
    later: &BTreeSet<NeedNumber>,
) -> Result<Register, StoreError> {
    let mut vocabulary: Vocabulary = vocabulary::named(connection, day, Which::All)?;
    let places = Places::of(&vocabulary);
    let chunks = needs::read_void(connection, &places, later)?;
    places.tell(&mut vocabulary);
    Ok(Register {
        stamp: 0,
        illustrative: own_day::illustrative(connection)?,
        own_day: own_day::read(connection, day)?,
        is_void: true,
        void_reasons: Arc::new(reasons(connection, &chunks)?),
        void_reviews: Arc::new(void_reviews(connection)?),
        vocabulary: Arc::new(vocabulary),
        chunks,
        text_ranks: None,
    })
}

/// The void reviews by number, each with the reason; empty where no reason is kept.
fn void_reviews(connection: &Connection) -> Result<BTreeMap<i64, String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id FROM review WHERE void = 1")?;
    let numbers = statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<u32>, _>>()?;
    let reason = |number: u32| {
        let voided = voided(connection, Record { kind: Kind::Review, number })?;
        Ok((i64::from(number), voided.map(|voided| voided.reason).unwrap_or_default()))
    };
    numbers.into_iter().map(reason).collect()
}

/// The reasons of void needs, by their numbers.
fn reasons(
    connection: &Connection,
    chunks: &[Arc<Chunk>],
) -> Result<BTreeMap<NeedNumber, String>, StoreError> {
    let mut reasons = BTreeMap::new();
    for need in chunks.iter().flat_map(|chunk| chunk.facts.id.iter().copied()).map(NeedNumber::new)
    {
        let voided = voided(connection, Record::need(need))?;
        let reason = voided.map(|voided| voided.reason).filter(|reason| !reason.is_empty());
        reasons.extend(reason.map(|reason| (need, reason)));
    }
    Ok(reasons)
}
