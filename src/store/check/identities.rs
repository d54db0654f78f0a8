//! Checks that the register has its id, and every record a UUID of its own.

use super::finding::{CheckFinding, Findings, NO_UUID, REGISTER_ID, SAME_UUID};
use super::rows::each;
use crate::domain::{Kind, uuid_in_words};
use crate::store::identified::{Table, tables};
use crate::store::{StoreError, register_id};
use rusqlite::Connection;

/// Looks for records without a UUID, and for records of one kind that share one.
pub(super) fn look(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    match register_id::read(connection) {
        Err(StoreError::Damaged(..)) => findings.add(CheckFinding::new(&REGISTER_ID).table("meta")),
        read => drop(read?),
    }
    for Table { kind, name, named } in tables() {
        let missing = format!("SELECT CAST({named} AS TEXT) FROM {name} WHERE uuid IS NULL");
        each(connection, &missing, |row| {
            let record: String = row.get(0)?;
            let finding = CheckFinding::new(&NO_UUID).table(name).row(&record);
            let need = record.parse().ok().filter(|_| kind == Kind::Need);
            findings.add(need.map_or(finding.clone(), |need| finding.need(need)));
            Ok(())
        })?;
        let same = format!(
            "SELECT uuid, count(*) FROM {name} WHERE uuid IS NOT NULL GROUP BY uuid HAVING count(*) > 1"
        );
        each(connection, &same, |row| {
            let uuid = uuid_in_words(row.get_ref(0)?.as_bytes()?).unwrap_or_default();
            let count: u32 = row.get(1)?;
            findings.add(CheckFinding::new(&SAME_UUID).table(name).row(&uuid).with("count", count));
            Ok(())
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[test]
    fn what_has_no_uuid_or_shares_one_is_found() {
        let store = Store::in_memory().unwrap();
        let found = || {
            let mut findings = Findings::default();
            look(&store.connection, &mut findings).unwrap();
            let tell = |finding: CheckFinding| {
                (finding.id, finding.table.unwrap(), finding.row, finding.need)
            };
            findings.sorted().into_iter().map(tell).collect::<Vec<_>>()
        };
        assert_eq!(found(), []);
        let broken = "
            DROP INDEX organisation_uuid; DROP TRIGGER organisation_uuid_stays;
            DROP TRIGGER need_uuid_stays;
            INSERT INTO review (id, state_id, cycle) VALUES (1, 1, 1);
            INSERT INTO need (id, review_id, text, language) VALUES (7, 1, 'x', 'en');
            UPDATE need SET uuid = NULL;
            UPDATE organisation SET uuid = zeroblob(16) WHERE id < 4;
            DELETE FROM meta WHERE key = 'id'";
        store.connection.execute_batch(broken).unwrap();
        let named = |text: &str| Some(text.to_owned());
        assert_eq!(
            found(),
            [
                ("register-id", "meta".to_owned(), None, None),
                ("uuid-missing", "need".to_owned(), named("7"), Some(7)),
                (
                    "uuid-shared",
                    "organisation".to_owned(),
                    named("00000000-0000-0000-0000-000000000000"),
                    None
                ),
            ]
        );
    }
}
