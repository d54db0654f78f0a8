//! The needs that people have open: rows that expire by themselves. They are shown and lock nothing; a
//! program that died is gone from them within a minute.

use super::{Store, StoreError, decode};
use crate::domain::{Moment, NeedNumber, clean_line};
use rusqlite::params;
use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

/// How long a row holds unless it is renewed, in seconds.
pub const PRESENCE_SECONDS: i64 = 60;

/// How long telling waits for another connection's write: nobody's work shall wait for it.
const PATIENCE: Duration = Duration::from_millis(100);

/// Another person who has a need open.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Present {
    /// The need.
    pub need: NeedNumber,
    /// The person.
    pub who: String,
}

impl Store {
    /// Says that `who` has this need open in this program, for a minute, in place of the need that
    /// was open before; `None` for no need. Expired entries are cleared away with it.
    ///
    /// Errors: a read-only, full or busy file. They may be ignored: no work depends on presence.
    pub fn be_present(&self, who: &str, need: Option<NeedNumber>) -> Result<(), StoreError> {
        let who = clean_line(who);
        if who.is_empty() {
            return Err(StoreError::Nobody);
        }
        self.own_name(&who)?;
        let patience = self.patience.replace(PATIENCE);
        let told = self.tell(&who, need);
        self.patience.set(patience);
        told
    }

    fn tell(&self, who: &str, need: Option<NeedNumber>) -> Result<(), StoreError> {
        self.in_one_write(|transaction| {
            let now = Moment::now().seconds();
            transaction
                .prepare_cached("DELETE FROM main.presence WHERE until <= ?1 OR session = ?2")?
                .execute([now, self.session])?;
            let mut insert = transaction.prepare_cached(
                "INSERT INTO main.presence (session, who, need_id, until)
                 SELECT ?1, ?2, id, ?4 FROM need WHERE id = ?3 AND void = 0",
            )?;
            if let Some(need) = need {
                insert.execute(params![self.session, who, need, now + PRESENCE_SECONDS])?;
            }
            Ok(())
        })
    }

    /// Everybody else who has a need open now, by need. The same person in another program counts.
    pub fn present(&self) -> Result<Vec<Present>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT DISTINCT need_id, who FROM presence WHERE until > ?1 AND session <> ?2
             ORDER BY need_id, who",
        )?;
        let now = Moment::now().seconds();
        let rows = statement.query_map([now, self.session], |row| {
            Ok(Present { need: row.get(0)?, who: decode::name(row, 1)? })
        })?;
        let mut present: Vec<Present> = rows.collect::<Result<_, _>>()?;
        if let Some(posts) = self.posts()? {
            for one in &mut present {
                posts.replace_who(&mut one.who);
            }
        }
        Ok(present)
    }
}

/// A number by which one running program is known among the others; never 0.
pub(super) fn new_session() -> i64 {
    // The keys of a hasher are drawn from the system's randomness.
    (RandomState::new().hash_one(std::process::id()) >> 1).cast_signed() | 1
}
