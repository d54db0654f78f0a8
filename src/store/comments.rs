//! Comments: signed remarks on needs. Writer and time come from the change log, so that no user signs for another.

use super::{Store, StoreError, decode};
use crate::domain::{Moment, NeedNumber};

/// A remark on a need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The number of the comment.
    pub number: u32,
    /// The time of the first write.
    pub at: Moment,
    /// The writer: the code of a post, or an account of the system.
    pub who: String,
    /// The text.
    pub text: String,
}

/// The comments on a need (`?1`) as they were before a batch (`?2`), the newest last.
const BEFORE: &str = "
    SELECT c.id, b.at, b.who, c.text FROM comment c
    JOIN batch b ON b.id = (SELECT min(batch_id) FROM change
                            WHERE kind <> 'need' AND kind = 'comment' AND record = c.id)
    WHERE c.need_id = ?1 AND b.id < ?2
      AND (SELECT after FROM change
           WHERE kind <> 'need' AND kind = 'comment' AND record = c.id AND field = 'record' AND batch_id < ?2
           ORDER BY id DESC LIMIT 1) IS NOT NULL
    ORDER BY b.id, c.id";

impl Store {
    /// Gives the comments on a need before a batch, the newest last. Empty while States are not named, since comments
    /// can name them.
    pub(super) fn comments_before(
        &self,
        need: NeedNumber,
        batch: i64,
    ) -> Result<Vec<Comment>, StoreError> {
        if !self.names_states() {
            return Ok(Vec::new());
        }
        let mut statement = self.connection.prepare_cached(BEFORE)?;
        let all = statement.query_map((need, batch), |row| {
            Ok(Comment {
                number: row.get(0)?,
                at: Moment::from_seconds(row.get(1)?),
                who: decode::name(row, 2)?,
                text: decode::text(row, 3)?.into_owned(),
            })
        })?;
        Ok(all.collect::<Result<_, _>>()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Kind, Record};
    use crate::fields::RecordField;
    use crate::store::{Edited, RecordEdit, RecordWrite};

    fn comment(store: &Store, who: &str, text: &str) -> Result<i64, StoreError> {
        let value = |code, value: &str| {
            (RecordField::from_code(Kind::Comment, code).unwrap(), Some(value.to_owned()))
        };
        let values = vec![value("need", "1"), value("text", text)];
        let record = Edited::New(Kind::Comment);
        let edits = vec![RecordEdit { record, values, void: None, if_version: None }];
        let write = RecordWrite { who: who.into(), note: String::new(), edits };
        store.edit(&write).map(|written| written.batch.unwrap())
    }

    #[test]
    fn a_thread_is_signed_grows_and_is_never_written_over() {
        let store = Store::in_memory().unwrap();
        let sql = "INSERT INTO review (id, state_id, cycle) VALUES (1, 1, 1);
                   INSERT INTO need (id, review_id, text, language) VALUES (1, 1, 'x', 'en')";
        store.connection.execute_batch(sql).unwrap();
        let first = comment(&store, "fp-gh", "Called.\nNo answer").unwrap();
        let second = comment(&store, "secretariat", "Called\u{1b}[2J again").unwrap();
        comment(&store, "secretariat", "Called again").unwrap();
        let thread = |before| {
            let all = store.comments_before(NeedNumber::new(1), before).unwrap();
            all.into_iter().map(|one| format!("{}: {}", one.who, one.text)).collect::<Vec<_>>()
        };
        let all = [
            "fp-gh: Called.\nNo answer",
            "secretariat: Called [2J again",
            "secretariat: Called again",
        ];
        assert_eq!(thread(i64::MAX), all);
        assert_eq!(thread(second), all[..1]);
        assert_eq!(store.need_detail(NeedNumber::new(1)).unwrap().comments.len(), 3);
        let known = Edited::Known(Record { kind: Kind::Comment, number: 1 });
        let text = RecordField::from_code(Kind::Comment, "text").unwrap();
        let values = vec![(text, Some("Other".into()))];
        let edits = vec![RecordEdit { record: known, values, void: None, if_version: None }];
        let write = RecordWrite { who: "fp-gh".into(), note: String::new(), edits };
        assert_eq!(store.edit(&write), Err(StoreError::GivenOnce(text)));
        store.undo(first, "fp-gh").unwrap();
        assert_eq!(thread(i64::MAX), all[1..]);
        assert_eq!(thread(second), all[..1], "then it was there");
        assert!(comment(&store, "me", &"x".repeat(crate::domain::NOTES_LIMIT + 1)).is_err());
        let since = store.changed_since("fp-gh", 0).unwrap();
        assert_eq!(since.changed, [NeedNumber::new(1)], "it is new for others");
        let own = store.changed_since("secretariat", store.last_change().unwrap() - 1).unwrap();
        assert_eq!(own.changed, [NeedNumber::new(1)], "the undo of somebody else");
        assert_eq!(store.check().unwrap(), []);
    }
}
