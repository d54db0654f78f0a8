//! Drafts of forms: unsaved words, kept during typing and offered again like drafts of notes. They are private, and not
//! part of the change log.

use super::{Store, StoreError, decode};
use crate::domain::{Moment, NOTES_LIMIT, clean_line};
use rusqlite::params;

/// The most bytes of a draft: room for several long texts.
const MOST: usize = 16 * NOTES_LIMIT;

/// The draft of one form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptForm {
    /// The key of the form: the kind of record, with the number of the record or its review if any.
    pub form: String,
    /// The words by the codes of the fields, as JSON.
    pub text: String,
    /// The version of the record that the writer saw; 0 for a new record.
    pub version: u32,
    /// The time of the last save.
    pub at: Moment,
}

impl Store {
    /// Saves a draft in place of this session's last one for the same form, with the present time.
    ///
    /// Errors: an empty name; a text that is too long; a read-only, full or busy file.
    pub fn save_form_draft(&self, who: &str, draft: &KeptForm) -> Result<(), StoreError> {
        let who = clean_line(who);
        if who.is_empty() {
            return Err(StoreError::Nobody);
        }
        self.own_name(&who)?;
        if draft.text.len() > MOST {
            return Err(StoreError::LongNotes);
        }
        self.in_one_write(|transaction| {
            let mut statement = transaction.prepare_cached(
                "INSERT INTO form_draft (who, form, session, text, version, at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (who, form, session) DO UPDATE SET
                   text = excluded.text, version = excluded.version, at = excluded.at",
            )?;
            let (at, form) = (Moment::now().seconds(), clean_line(&draft.form));
            statement.execute(params![who, form, self.session, draft.text, draft.version, at])?;
            Ok(())
        })
    }

    /// Reads a person's drafts, the newest first; of several sessions' drafts for one form, only the newest.
    pub fn form_drafts(&self, who: &str) -> Result<Vec<KeptForm>, StoreError> {
        self.own_name(who)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT form, text, version, at FROM form_draft WHERE who = ?1
             ORDER BY at DESC, form, session",
        )?;
        let drafts = statement.query_map([clean_line(who)], |row| {
            Ok(KeptForm {
                form: decode::text(row, 0)?.into_owned(),
                text: decode::text(row, 1)?.into_owned(),
                version: row.get(2)?,
                at: Moment::from_seconds(row.get(3)?),
            })
        })?;
        let mut kept: Vec<KeptForm> = Vec::new();
        for draft in drafts {
            let draft = draft?;
            if kept.iter().all(|known| known.form != draft.form) {
                kept.push(draft);
            }
        }
        Ok(kept)
    }

    /// Deletes the draft of a form, also those of other sessions that were offered here. Gives whether any was deleted.
    pub fn drop_form_draft(&self, who: &str, form: &str) -> Result<bool, StoreError> {
        self.own_name(who)?;
        self.in_one_write(|transaction| {
            let mut statement = transaction.prepare_cached(
                "DELETE FROM form_draft
                 WHERE who = ?1 AND form = ?2 AND (session = ?3 OR at <= ?4)",
            )?;
            let offered = self.drafts_offered.get();
            let values = params![clean_line(who), clean_line(form), self.session, offered];
            Ok(statement.execute(values)? > 0)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Access;

    fn draft(form: &str, text: &str) -> KeptForm {
        let (form, text) = (form.to_owned(), text.to_owned());
        KeptForm { form, text, version: 1, at: Moment::from_seconds(0) }
    }

    #[test]
    fn what_is_typed_into_a_form_is_kept_for_its_writer_and_offered_in_another_session() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("r.db");
        let store = Store::create(&path).unwrap();
        store.save_form_draft("me", &draft("need", "{\"text\":\"a\"}")).unwrap();
        store.save_form_draft("me", &draft("need", "{\"text\":\"ab\"}")).unwrap();
        store.save_form_draft("me", &draft("need 7", "{}")).unwrap();
        let texts = |store: &Store, who: &str| -> Vec<String> {
            store.form_drafts(who).unwrap().into_iter().map(|kept| kept.text).collect()
        };
        assert_eq!((texts(&store, "me").len(), texts(&store, "you").len()), (2, 0));
        assert!(texts(&store, "me").contains(&"{\"text\":\"ab\"}".to_owned()));
        let later = Store::open(&path, Access::ReadWrite).unwrap();
        assert_eq!(texts(&later, "me").len(), 2);
        assert!(!later.drop_form_draft("me", "need").unwrap(), "it was not offered there");
        later.offered_drafts("me").unwrap();
        assert!(later.drop_form_draft("me", "need").unwrap());
        assert_eq!(texts(&store, "me"), ["{}"]);
        let long = draft("need", &"x".repeat(MOST + 1));
        assert_eq!(store.save_form_draft("me", &long), Err(StoreError::LongNotes));
        assert_eq!(store.save_form_draft(" ", &draft("need", "")), Err(StoreError::Nobody));
    }
}
