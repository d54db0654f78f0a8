//! Tests of the identity of records: each keeps its UUID, and tells its origin.

use crate::store_fixture::{Fixture, write};
use ta_tui::domain::{Change, NeedNumber, Origin, Priority};
use ta_tui::store::{Access, SavedView, Store};

fn words(fixture: &Fixture, sql: &str) -> String {
    fixture.sql().query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn what_is_recorded_gets_a_uuid_by_chance_and_keeps_it_through_every_write() {
    let fixture = Fixture::with_needs(3);
    let store = fixture.store();
    let all = "SELECT group_concat(hex(uuid)) FROM
               (SELECT uuid FROM need UNION ALL SELECT uuid FROM review UNION ALL SELECT uuid FROM theme)";
    let before = words(&fixture, all);
    // Version 4, of the variant of RFC 9562.
    for uuid in before.split(',') {
        assert!(
            uuid.len() == 32 && &uuid[12..13] == "4" && "89AB".contains(&uuid[16..17]),
            "{uuid}"
        );
    }
    let detail = store.need_detail(NeedNumber::new(2)).unwrap();
    assert_eq!((detail.uuid.len(), detail.origin), (36, Origin::Recorded));
    let written =
        store.write(&write("me", &[(2, Change::Priority(Some(Priority::High)))])).unwrap();
    store.undo(written.batch.unwrap(), "me").unwrap();
    assert_eq!(words(&fixture, all), before);
    let view = SavedView { name: "v".into(), screen: "needs".into(), ..SavedView::default() };
    store.save_view("me", &view, None).unwrap();
    let of_view = words(&fixture, "SELECT hex(uuid) FROM saved_view");
    let again = SavedView { filter: "is:unmet".into(), ..view.clone() };
    store.save_view("me", &again, store.saved_views("me").unwrap().first()).unwrap();
    assert_eq!(words(&fixture, "SELECT hex(uuid) FROM saved_view"), of_view);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn what_brings_a_uuid_keeps_it_and_no_other_record_may_have_it() {
    let fixture = Fixture::with_needs(1);
    let sql = fixture.sql();
    let insert = "INSERT INTO need (id, review_id, text, language, uuid, origin)
                  VALUES (?1, 7, 'x', 'en', zeroblob(15) || x'07', 'imported')";
    let bring = |id: i64| {
        sql.execute(
            &insert.replace("zeroblob(15) || x'07'", "x'00112233445566778899aabbccddeeff'"),
            [id],
        )
    };
    bring(2).unwrap();
    let detail = fixture.store().need_detail(NeedNumber::new(2)).unwrap();
    assert_eq!(detail.uuid, "00112233-4455-6677-8899-aabbccddeeff");
    assert_eq!(detail.origin, Origin::Imported);
    assert!(bring(3).unwrap_err().to_string().contains("UNIQUE"));
}

#[test]
fn the_schema_holds_that_a_record_stays_itself_and_what_is_illustrative_stays_so() {
    let fixture = Fixture::with_needs(1);
    let sql = fixture.sql();
    sql.execute_batch("UPDATE need SET origin = 'illustrative'").unwrap();
    for change in [
        "UPDATE need SET origin = 'recorded'",
        "UPDATE need SET uuid = randomblob(16)",
        "UPDATE need SET uuid = NULL",
        "UPDATE review SET uuid = randomblob(16)",
        "UPDATE state SET uuid = NULL WHERE id = 1",
    ] {
        let error = sql.execute_batch(change).unwrap_err().to_string();
        assert!(error.contains("keeps its UUID"), "{change}: {error}");
    }
    assert!(sql.execute_batch("UPDATE review SET origin = 'guessed'").is_err());
    let store = fixture.store();
    store.write(&write("me", &[(1, Change::notes("n"))])).unwrap();
    assert_eq!(store.need_detail(NeedNumber::new(1)).unwrap().origin, Origin::Illustrative);
}

#[test]
fn a_restored_backup_is_the_same_register_in_another_line_of_copies() {
    let fixture = Fixture::with_needs(2);
    let meta = |path: &std::path::Path, key: &str| -> String {
        let sql = rusqlite::Connection::open(path).unwrap();
        let value = "SELECT value FROM meta WHERE key = ?1";
        sql.query_row(value, [key], |row| row.get(0)).unwrap()
    };
    let backup = fixture.directory.path().join("backup.db");
    fixture.store().backup(&backup, &mut |_, _| true).unwrap();
    let place = fixture.directory.path().join("restored.db");
    Store::restore(&backup, &place).unwrap();
    assert_eq!(meta(&place, "id"), meta(&fixture.path, "id"));
    assert_ne!(meta(&place, "register"), meta(&fixture.path, "register"));
    let uuid = |path| {
        Store::open(path, Access::ReadOnly).unwrap().need_detail(NeedNumber::new(2)).unwrap().uuid
    };
    assert_eq!(uuid(&place), uuid(&fixture.path));
    // Another new register has records of its own, also of published values.
    let other = Fixture::with_needs(1);
    assert_ne!(meta(&other.path, "id"), meta(&fixture.path, "id"));
    let state = "SELECT hex(uuid) FROM state WHERE id = 1";
    assert_ne!(words(&other, state), words(&fixture, state));
}
