//! Registers as earlier versions of the program made them: their schema, with today's data as far as it fits.

use rusqlite::Connection;
use std::path::{Path, PathBuf};
use ta_tui::store::APPLICATION_ID;

/// The SQL of the migrations, in order.
fn migrations() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store/migrations");
    let mut files: Vec<PathBuf> =
        folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect()
}

/// An empty register with the schema of a version, without the program's own rows.
pub(crate) fn empty(path: &Path, version: usize) -> Connection {
    let sql = Connection::open(path).unwrap();
    sql.pragma_update(None, "foreign_keys", false).unwrap();
    for migration in &migrations()[..version] {
        sql.execute_batch(migration).unwrap();
    }
    sql.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
    sql.pragma_update(None, "user_version", i64::try_from(version).unwrap()).unwrap();
    sql
}

/// A register with the schema of a version (3 to 6) and the contents of another one, as far as that version knew them.
pub(crate) fn copy(from: &Path, to: &Path, version: usize) {
    let sql = empty(to, version);
    sql.execute("ATTACH ?1 AS new", [from.to_str().unwrap()]).unwrap();
    let names = |query: &str| -> Vec<String> {
        let mut statement = sql.prepare(query).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    sql.execute_batch("BEGIN").unwrap();
    // Tables kept by triggers take their rows from the other register at last.
    let tables = names(
        "SELECT name FROM main.sqlite_schema
         WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'change'
           AND name IN (SELECT name FROM new.sqlite_schema WHERE type = 'table')
         ORDER BY name IN ('tally', 'unlogged'), name",
    );
    for table in tables {
        let columns = names(&format!(
            "SELECT name FROM pragma_table_info('{table}', 'main')
             INTERSECT SELECT name FROM pragma_table_info('{table}', 'new')"
        ));
        let columns =
            columns.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        if ["tally", "unlogged", "setting"].contains(&table.as_str()) {
            sql.execute_batch(&format!("DELETE FROM main.{table}")).unwrap();
        }
        sql.execute_batch(&format!(
            "INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}"
        ))
        .unwrap();
    }
    sql.execute_batch(
        "INSERT INTO main.change (id, batch_id, need_id, field, before, after, version)
           SELECT id, batch_id, record, field, before, after, version FROM new.change WHERE kind = 'need';
         COMMIT; DETACH new",
    )
    .unwrap();
}
