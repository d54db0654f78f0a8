//! The numbered migrations. A migration that has been released is never edited: a change of the
//! schema is a new file.

use super::{StoreError, identified, logs_joined, migrations, seed, seed_assistance};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::Path;

/// Marks the files of this program: the letters `TATU` as SQLite's application id.
pub const APPLICATION_ID: i32 = 0x5441_5455;

/// A step of the program itself over the rows of a register, in the transaction of the migration.
type Fill = fn(&Transaction) -> Result<(), StoreError>;

/// A step from one version of the schema to the next.
struct Migration {
    /// The SQL to run first.
    sql: &'static str,
    /// A function that fills new columns, where SQL alone cannot.
    fill: Option<Fill>,
    /// The SQL to run after the filling, because it must or is faster then: indexes, triggers,
    /// views.
    then: &'static [&'static str],
}

impl Migration {
    const fn new(sql: &'static str) -> Self {
        Self { sql, fill: None, then: &[] }
    }

    const fn filled(self, fill: Fill) -> Self {
        Self { fill: Some(fill), ..self }
    }

    const fn then(self, then: &'static [&'static str]) -> Self {
        Self { then, ..self }
    }
}

/// Every migration, in order; the number of those applied is the file's user version.
const MIGRATIONS: &[Migration] = &[
    Migration::new(include_str!("migrations/0001_register.sql")),
    Migration::new(include_str!("migrations/0002_tally.sql")),
    Migration::new(include_str!("migrations/0003_collaboration.sql")),
    Migration::new(include_str!("migrations/0004_taken_back.sql")),
    Migration::new(include_str!("migrations/0005_chinese.sql"))
        .filled(migrations::words_in_chinese),
    Migration::new(include_str!("migrations/0006_settings.sql")),
    Migration::new(include_str!("migrations/0007_log.sql")).filled(logs_joined::join),
    Migration::new(include_str!("migrations/0008_names.sql")).filled(migrations::spellings),
    Migration::new(include_str!("migrations/0009_needs.sql")).filled(seed::memberships),
    Migration::new(include_str!("migrations/0010_assistance.sql")).filled(seed_assistance::upgrade),
    Migration::new(include_str!("migrations/0011_identity.sql"))
        .filled(identified::give_to_older)
        .then(&[
            include_str!("migrations/0011_identity_rules.sql"),
            include_str!("migrations/0011_readable_views.sql"),
        ]),
    Migration::new(include_str!("migrations/0012_void.sql"))
        .then(&[include_str!("migrations/0012_readable_views.sql")]),
    Migration::new(include_str!("migrations/0013_last_visit.sql")),
    Migration::new(include_str!("migrations/0014_comments.sql"))
        .then(&[include_str!("migrations/0014_readable_views.sql")]),
    Migration::new(include_str!("migrations/0015_form_draft.sql")),
    Migration::new(include_str!("migrations/0016_overlaps.sql"))
        .then(&[include_str!("migrations/0016_readable_views.sql")]),
    Migration::new(include_str!("migrations/0017_roles.sql"))
        .then(&[include_str!("migrations/0017_readable_views.sql")]),
    Migration::new(include_str!("migrations/0018_import.sql")),
];

/// The user version of an up-to-date file.
pub const NEWEST: i64 = MIGRATIONS.len().cast_signed() as i64;

/// Applies all missing migrations in one transaction: whenever the program dies, the file is as it
/// was or up to date, so that the program which made it can go on with it.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    migrate_to(connection, NEWEST)
}

/// Applies the migrations up to a version that are missing.
pub(super) fn migrate_to(connection: &mut Connection, last: i64) -> Result<(), StoreError> {
    // Without a look there would be a lock to take at every start.
    if version(connection)? >= last {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Read inside the transaction: another process may have been quicker.
    let first = version(&transaction)?;
    for (number, migration) in (1..=last).zip(MIGRATIONS).filter(|(number, _)| *number > first) {
        transaction.execute_batch(migration.sql)?;
        if let Some(fill) = migration.fill {
            fill(&transaction)?;
        }
        for sql in migration.then {
            transaction.execute_batch(sql)?;
        }
        transaction.pragma_update(None, "user_version", number)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(transaction.commit()?)
}

/// Refuses a version that this program does not know: one of a newer program, or none at all.
pub(super) fn refuse_unknown(path: &Path, version: i64) -> Result<(), StoreError> {
    if version > NEWEST {
        return Err(StoreError::Newer(path.to_owned(), version, NEWEST));
    }
    if version < 1 {
        return Err(StoreError::Damaged(None, format!("schema {version}")));
    }
    Ok(())
}

/// How many migrations the file has had.
pub(super) fn version(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::types::Value;

    /// Every row of every table, and the schema.
    fn content(connection: &Connection) -> Vec<Vec<Value>> {
        let rows = |sql: &str| -> Vec<Vec<Value>> {
            let mut statement = connection.prepare(sql).unwrap();
            let width = statement.column_count();
            let row = |row: &rusqlite::Row<'_>| (0..width).map(|place| row.get(place)).collect();
            statement.query_map([], row).unwrap().map(Result::unwrap).collect()
        };
        let schema = rows("SELECT name, sql, type FROM sqlite_schema ORDER BY name");
        let tables = schema.iter().filter(|row| row[2] == Value::Text("table".to_owned()));
        let names = tables.map(|row| match &row[0] {
            Value::Text(name) => format!("SELECT * FROM \"{name}\""),
            other => panic!("{other:?}"),
        });
        let all: Vec<_> = names.flat_map(|table| rows(&table)).collect();
        [schema, all, rows("PRAGMA user_version")].concat()
    }

    /// A register of the first version with many needs.
    fn first(path: &Path) -> Connection {
        let mut connection = Connection::open(path).unwrap();
        migrate_to(&mut connection, 1).unwrap();
        connection
            .execute_batch(
                "INSERT INTO meta VALUES ('illustrative', 'no');
                 INSERT INTO state (id, iso2, name_en, name_zh, kind, party, ldc, lldc, sids)
                   VALUES (9, 'GH', 'Ghana', '加纳', 'state', 1, 0, 0, 0);
                 INSERT INTO review (id, state_id, cycle) VALUES (7, 9, 1);
                 WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 2000)
                 INSERT INTO need (id, review_id, text, language) SELECT id, 7, 'need ' || id, 'en' FROM n",
            )
            .unwrap();
        connection
    }

    /// Wherever the upgrade comes to an end before its time, the file is the old one, to the last row.
    #[test]
    fn an_upgrade_that_is_interrupted_leaves_the_old_register() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.db");
        let mut connection = first(&path);
        let before = content(&connection);
        let mut failed = 0;
        // Each time it comes a little further, until it is through.
        for steps in (1..).map(|part| part * 200_000) {
            let left = std::cell::Cell::new(steps);
            let stop = move || {
                left.set(left.get() - 1000);
                left.get() <= 0
            };
            connection.progress_handler(1000, Some(stop)).unwrap();
            let done = migrate(&mut connection);
            connection.progress_handler(0, None::<fn() -> bool>).unwrap();
            if done.is_ok() {
                break;
            }
            failed += 1;
            // As another program sees it that comes after.
            assert!(
                content(&connection) == before
                    && content(&Connection::open(&path).unwrap()) == before
            );
        }
        assert!(failed > 1, "it was interrupted at {failed} places");
        assert_eq!(version(&connection), Ok(NEWEST));
    }

    /// The id of an older register is that of its needs where nothing was changed in it.
    #[test]
    fn a_register_without_a_log_is_known_by_its_needs() {
        let folder = tempfile::tempdir().unwrap();
        let id = |name: &str, change: &str| {
            let mut connection = first(&folder.path().join(name));
            connection.execute_batch(change).unwrap();
            migrate(&mut connection).unwrap();
            super::super::register_id::read(&connection).unwrap().to_string()
        };
        let plain = id("one", "");
        assert_eq!(plain, id("two", "INSERT INTO meta VALUES ('register', 'a')"));
        assert_ne!(plain, id("three", "UPDATE need SET text = 'another' WHERE id = 1999"));
        // A register without needs is known by its line of copies.
        let copied = id("four", "DELETE FROM need; INSERT INTO meta VALUES ('register', 'a')");
        assert_eq!(
            copied,
            id("five", "DELETE FROM need; INSERT INTO meta VALUES ('register', 'a')")
        );
        assert_ne!(id("six", "DELETE FROM need"), id("seven", "DELETE FROM need"));
    }
}
