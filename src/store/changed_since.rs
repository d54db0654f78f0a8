//! The needs that others have changed since a person's last visit.

use super::{Store, StoreError};
use crate::domain::{NeedNumber, clean_line};

/// The needs that others have changed since a change of the log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangedSince {
    /// All of them, the one changed last first.
    pub changed: Vec<NeedNumber>,
    /// The needs among them that were given to the person who asks, in the same order.
    pub given: Vec<NeedNumber>,
}

impl Store {
    /// The needs that others than `who` have changed after a change of the log, whatever has become of
    /// them since.
    pub fn changed_since(&self, who: &str, change: i64) -> Result<ChangedSince, StoreError> {
        let mut statement = self.connection.prepare_cached(
            // A comment is new of the need that it is on.
            "WITH new (need, id, given) AS (
               SELECT c.record, c.id, c.field = 'focal' AND c.after IS ?2
               FROM change c JOIN batch b ON b.id = c.batch_id
               WHERE c.id > ?1 AND +c.kind = 'need' AND b.who <> ?2
               UNION ALL
               SELECT m.need_id, c.id, 0 FROM change c JOIN batch b ON b.id = c.batch_id
               JOIN comment m ON m.id = c.record
               WHERE c.id > ?1 AND +c.kind = 'comment' AND b.who <> ?2)
             SELECT need, max(id) AS last, max(given) FROM new GROUP BY need ORDER BY last DESC",
        )?;
        let mut rows = statement.query((change, clean_line(who)))?;
        let mut since = ChangedSince::default();
        while let Some(row) = rows.next()? {
            let need = row.get(0)?;
            since.changed.push(need);
            if row.get(2)? {
                since.given.push(need);
            }
        }
        Ok(since)
    }
}
