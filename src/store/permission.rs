//! Decides whether a person may change a record: every write asks here first.

use super::StoreError;
use crate::domain::Record;

/// Refuses a change by a person without permission. For now every person may change every record.
///
/// Errors: [`StoreError::MayNot`] if the person may not.
#[cfg(not(test))]
#[allow(clippy::unnecessary_wraps)] // roles refuse here
pub(super) fn refuse(_who: &str, _record: Record) -> Result<(), StoreError> {
    Ok(())
}

/// The name of the person who may change no record in tests.
#[cfg(test)]
pub(super) const REFUSED: &str = "somebody-who-may-not";

/// Refuses [`REFUSED`] in tests.
#[cfg(test)]
pub(super) fn refuse(who: &str, record: Record) -> Result<(), StoreError> {
    if who == REFUSED { Err(StoreError::MayNot(who.to_owned(), record)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Change, Edit, Kind, NeedNumber, Priority};
    use crate::fields::RecordField;
    use crate::store::{Edited, RecordEdit, RecordWrite, Store, Write};

    #[test]
    fn every_way_to_write_asks_whether_the_person_may() {
        let store = Store::in_memory().unwrap();
        let sql = "INSERT INTO review (id, state_id, cycle) VALUES (1, 1, 1);
                   INSERT INTO need (id, review_id, text, language) VALUES (1, 1, 'x', 'en')";
        store.connection.execute_batch(sql).unwrap();
        let need = Record::need(NeedNumber::new(1));
        let refused = Some(StoreError::MayNot(REFUSED.to_owned(), need));
        let change = Change::Priority(Some(Priority::High));
        let edits = vec![Edit { need: NeedNumber::new(1), change, if_version: None }];
        let mut write = Write { who: REFUSED.into(), note: String::new(), edits };
        assert_eq!(store.write(&write).err(), refused);
        assert_eq!(store.rehearse(&write).err(), refused);
        let text = RecordField::from_code(Kind::Need, "text").unwrap();
        let edit = |record, values, void| RecordEdit { record, values, void, if_version: None };
        let all = |edits| RecordWrite { who: REFUSED.into(), note: String::new(), edits };
        let known = Edited::Known(need);
        let changed = vec![edit(known, vec![(text, Some("y".into()))], None)];
        assert_eq!(store.edit(&all(changed)).err(), refused);
        let out = vec![edit(known, Vec::new(), Some(true))];
        assert_eq!(store.edit(&all(out)).err(), refused);
        write.who = "me".into();
        store.write(&write).unwrap();
        let sql = "INSERT INTO batch (at, who) SELECT at, ?1 FROM batch;
                   INSERT INTO change (batch_id, kind, record, field, before, after, version)
                   SELECT 2, kind, record, field, before, after, version FROM change";
        store.connection.execute_batch(&sql.replace("?1", &format!("'{REFUSED}'"))).unwrap();
        assert_eq!(store.undo(2, REFUSED).err(), refused);
        assert_eq!(store.last_change(), Ok(2), "nothing else was written");
    }
}
