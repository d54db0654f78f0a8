//! Drafts of notes: kept during typing, so that a lost line loses at most a second, and offered again. They are
//! private, and not part of the change log.

use super::{Store, StoreError, decode};
use crate::domain::{Moment, NOTES_LIMIT, NeedNumber, clean_line, clean_text};
use rusqlite::{Connection, params};

/// Unsaved notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The need.
    pub need: NeedNumber,
    /// The text typed so far.
    pub text: String,
    /// The version of the need that the writer saw: the one to write the notes over.
    pub version: u32,
    /// When it was last saved.
    pub at: Moment,
    /// Whether this program has saved it, and not another session of the same person.
    pub here: bool,
}

impl Store {
    /// Saves a draft over the one that this program has saved before on the same need. Its moment
    /// is now. Drafts of the same person from other sessions stay beside it.
    ///
    /// Errors: an unknown need; a read-only, full or busy file.
    pub fn save_draft(&self, who: &str, draft: &Draft) -> Result<(), StoreError> {
        let who = clean_line(who);
        if who.is_empty() {
            return Err(StoreError::Nobody);
        }
        self.own_name(&who)?;
        if draft.text.len() > NOTES_LIMIT {
            return Err(StoreError::LongNotes);
        }
        self.in_one_write(|transaction| {
            let mut there =
                transaction.prepare_cached("SELECT 1 FROM need WHERE id = ?1 AND void = 0")?;
            if !there.exists([draft.need])? {
                return Err(StoreError::UnknownNeed(draft.need));
            }
            let mut statement = transaction.prepare_cached(
                "INSERT INTO draft (who, need_id, session, text, version, at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (who, need_id, session) DO UPDATE SET
                   text = excluded.text, version = excluded.version, at = excluded.at",
            )?;
            let at = Moment::now().seconds();
            let text = clean_text(&draft.text);
            let version = draft.version;
            statement.execute(params![who, draft.need, self.session, text, version, at])?;
            Ok(())
        })
    }

    /// The drafts of a person, the newest first; more than one a need where several sessions have
    /// begun some.
    pub fn drafts(&self, who: &str) -> Result<Vec<Draft>, StoreError> {
        self.own_name(who)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT need_id, text, version, at, session = ?2 FROM draft WHERE who = ?1
             ORDER BY at DESC, need_id, session",
        )?;
        let drafts = statement.query_map(params![clean_line(who), self.session], |row| {
            Ok(Draft {
                need: row.get(0)?,
                text: decode::text(row, 1)?.into_owned(),
                version: row.get(2)?,
                at: Moment::from_seconds(row.get(3)?),
                here: row.get(4)?,
            })
        })?;
        Ok(drafts.collect::<Result<_, _>>()?)
    }

    /// The drafts of a person who goes on with them: notes that they write then take these drafts
    /// away, and none that another session saves later.
    pub fn offered_drafts(&self, who: &str) -> Result<Vec<Draft>, StoreError> {
        let at = Moment::now().seconds();
        let drafts = self.drafts(who)?;
        self.drafts_offered.set(at);
        Ok(drafts)
    }

    /// Drops a draft; gives whether it was there. Notes that are written drop theirs by themselves.
    /// Drafts of other sessions go with it, as far as they were offered here.
    pub fn drop_draft(&self, who: &str, need: NeedNumber) -> Result<bool, StoreError> {
        self.own_name(who)?;
        self.in_one_write(|transaction| self.remove_draft(transaction, who, need))
    }

    /// Drops a draft within a write, as [`Self::drop_draft`] does.
    pub(super) fn remove_draft(
        &self,
        connection: &Connection,
        who: &str,
        need: NeedNumber,
    ) -> Result<bool, StoreError> {
        let mut statement = connection.prepare_cached(
            "DELETE FROM draft WHERE who = ?1 AND need_id = ?2 AND (session = ?3 OR at <= ?4)",
        )?;
        let offered = self.drafts_offered.get();
        Ok(statement.execute(params![clean_line(who), need, self.session, offered])? > 0)
    }
}
