//! Tests of schemas changed by other programs.

use super::*;
use crate::store::migrate;

/// The differences found after some SQL in a register of the newest schema: sort and name of each.
fn found(sql: &str) -> Vec<(&'static str, String)> {
    let mut connection = Connection::open_in_memory().unwrap();
    migrate::migrate(&mut connection).unwrap();
    connection.execute_batch(sql).unwrap();
    let differences = compare(&connection, crate::store::SCHEMA_VERSION).unwrap();
    differences.iter().map(|d| (d.id(), d.name().to_owned())).collect()
}

#[test]
fn what_migrations_make_is_known_in_every_version() {
    let mut connection = Connection::open_in_memory().unwrap();
    for version in 1..=crate::store::SCHEMA_VERSION {
        migrate::migrate_to(&mut connection, version).unwrap();
        assert_eq!(compare(&connection, version), Ok(Vec::new()), "{version}");
        if version < crate::store::SCHEMA_VERSION {
            // An older schema is never taken for a newer one; the other way round, surplus objects may be foreign.
            let newer = compare(&connection, version + 1).unwrap();
            assert!(newer[0].weight() < Weight::Remark);
        }
    }
}

#[test]
fn what_runs_with_writes_opens_for_reading_only() {
    for (sql, id, name) in [
        ("CREATE TRIGGER mine AFTER UPDATE ON need BEGIN SELECT 1; END", "schema-trigger", "mine"),
        (
            "CREATE TABLE own (x); CREATE TRIGGER t AFTER INSERT ON own
             BEGIN DELETE FROM \"draft\"; END",
            "schema-trigger",
            "t",
        ),
        (
            "CREATE TABLE own (x INTEGER REFERENCES saved_view (id) ON DELETE CASCADE);
             CREATE TRIGGER t AFTER DELETE ON own BEGIN SELECT 1; END",
            "schema-trigger",
            "t",
        ),
        ("CREATE INDEX i ON need (lower(text))", "schema-index", "i"),
        ("CREATE UNIQUE INDEX i ON need (priority)", "schema-index", "i"),
        (
            "DROP INDEX batch_at; CREATE INDEX batch_at ON batch (at + 1)",
            "schema-index",
            "batch_at",
        ),
    ] {
        let found = found(sql);
        assert_eq!(found[0], (id, name.to_owned()), "{sql}");
    }
}

#[test]
fn what_is_not_as_it_was_made_is_refused() {
    for (sql, id, name) in [
        ("DROP TRIGGER change_stays", "schema-missing", "change_stays"),
        ("DROP VIEW tally_now", "schema-missing", "tally_now"),
        ("DROP INDEX saved_view_name", "schema-missing", "saved_view_name"),
        ("DROP TABLE presence", "schema-missing", "presence"),
        ("ALTER TABLE need ADD COLUMN more TEXT", "schema-changed", "need"),
        ("ALTER TABLE theme ADD COLUMN m INTEGER AS (1)", "schema-changed", "theme"),
        ("ALTER TABLE draft RENAME TO drafts", "schema-missing", "draft"),
        (
            "DROP TABLE meta; CREATE VIEW meta AS SELECT 'a' AS key, 'b' AS value",
            "schema-missing",
            "meta",
        ),
    ] {
        let found = found(sql);
        assert_eq!(found[0], (id, name.to_owned()), "{sql}: {found:?}");
    }
}

#[test]
fn what_is_somebodys_own_is_named_and_no_more() {
    let sql = "CREATE TABLE own (x TEXT UNIQUE); CREATE VIEW seen AS SELECT * FROM need;
               CREATE INDEX own_x ON own (x); CREATE INDEX more ON need (language);
               CREATE TRIGGER own_t AFTER INSERT ON own BEGIN SELECT 1; END; ANALYZE;
               CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER);
               CREATE TABLE _litestream_lock (id INTEGER)";
    let mut found = found(sql);
    found.sort();
    let names = ["more", "own", "own_t", "own_x", "seen"];
    assert_eq!(found, names.map(|name| ("schema-other", name.to_owned())));
    let slow = self::found("DROP INDEX need_review");
    assert_eq!(slow, [("schema-slow", "need_review".to_owned())]);
}
