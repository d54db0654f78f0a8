//! Decides whether a person may change a record: every write asks here first. Every person may change every record, but
//! for the settings that decide for everybody what could serve whom: these are for officers of the Secretariat.

use super::{StoreError, setting_row};
use crate::domain::{Coded, Kind, PersonKind, Record, Setting};
use rusqlite::Connection;

/// Refuses a change by a person without permission.
///
/// Errors: [`StoreError::MayNot`] if the person may not, [`StoreError::OnlyOfficers`] if officers alone may.
pub(super) fn refuse(connection: &Connection, who: &str, record: Record) -> Result<(), StoreError> {
    #[cfg(test)]
    if who == REFUSED {
        return Err(StoreError::MayNot(who.to_owned(), record));
    }
    if record.kind != Kind::Setting {
        return Ok(());
    }
    let setting = setting_row::numbered(connection, record.number)?;
    if is_for_officers(setting) && !is_officer(connection, who)? {
        return Err(StoreError::OnlyOfficers(who.to_owned(), setting));
    }
    Ok(())
}

/// Whether officers alone may change a setting.
fn is_for_officers(setting: Setting) -> bool {
    match setting {
        Setting::CandidateWeights => true,
        Setting::OverdueDays => false,
    }
}

/// Whether somebody has the post of an officer, by its code.
fn is_officer(connection: &Connection, who: &str) -> Result<bool, StoreError> {
    let sql = "SELECT 1 FROM person WHERE code = ?1 AND kind = ?2 AND void = 0";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.exists([who, PersonKind::Officer.code()])?)
}

/// The name of the person who may change no record in tests.
#[cfg(test)]
pub(super) const REFUSED: &str = "somebody-who-may-not";

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

    #[test]
    fn the_weights_of_candidates_are_for_officers_alone() {
        let store = Store::in_memory().unwrap();
        let people = "INSERT INTO person (code, kind, uuid, origin) VALUES
                      ('o', 'officer', randomblob(16), 'recorded'),
                      ('f', 'focal point', randomblob(16), 'recorded'),
                      ('a', 'adviser', randomblob(16), 'recorded')";
        store.connection.execute_batch(people).unwrap();
        let (weights, days) = (Setting::CandidateWeights, Setting::OverdueDays);
        for who in ["f", "a", "nobody-known"] {
            let refused = StoreError::OnlyOfficers(who.to_owned(), weights);
            assert_eq!(store.set(who, weights, "50,20,10,10,10", None).err(), Some(refused));
            assert!(store.set(who, days, "60", None).is_ok(), "{who}: the other setting");
        }
        store.set("o", weights, "50,20,10,10,10", None).unwrap();
        let batch = store.last_change().unwrap();
        let last = "SELECT max(id) FROM batch";
        let batch_id: i64 = store.connection.query_row(last, [], |row| row.get(0)).unwrap();
        let post = |kind: &str| format!("UPDATE person SET kind = '{kind}' WHERE code = 'o'");
        store.connection.execute_batch(&post("adviser")).unwrap();
        let refused = StoreError::OnlyOfficers("o".to_owned(), weights);
        assert_eq!(store.undo(batch_id, "o").err(), Some(refused), "undoing is a change too");
        assert_eq!(store.last_change().unwrap(), batch);
        store.connection.execute_batch(&post("officer")).unwrap();
        store.undo(batch_id, "o").unwrap();
        let now = store.settings().unwrap();
        assert!(now.iter().any(|row| row.setting == weights && row.value == weights.usual()));
    }
}
