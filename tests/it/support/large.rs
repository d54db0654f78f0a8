//! A register of about 100,000 needs: the sample 26 times over. SQLite copies it faster than the
//! program could make one in a debug build.

use super::desk::sample;
use super::home::SAMPLE;
use rusqlite::Connection;
use std::path::Path;
use std::sync::LazyLock;

/// How many needs it has.
pub const NEEDS: u32 = 26 * SAMPLE;

/// Makes it at a path where nothing is.
pub fn make(path: &Path) {
    std::fs::write(path, &**MADE).unwrap();
}

/// The file, made once for all tests.
static MADE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.db");
    std::fs::copy(sample(), &path).unwrap();
    let db = Connection::open(&path).unwrap();
    let columns = "review_id, category_id, text, language, document, paragraph, identified_on,
                   priority, horizon, response, focal_point_id, notes, version, changed_at, state_id";
    let copies = format!(
        "WITH RECURSIVE turn (first) AS
           (SELECT {SAMPLE} UNION ALL SELECT first + {SAMPLE} FROM turn
            WHERE first + {SAMPLE} < {NEEDS})"
    );
    db.execute_batch(&format!(
        "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; BEGIN;
         INSERT INTO need (id, {columns})
           {copies} SELECT id + first, {columns} FROM turn, need WHERE id <= {SAMPLE};
         INSERT INTO need_article
           {copies} SELECT need_id + first, article FROM turn, need_article;
         INSERT INTO need_theme
           {copies} SELECT need_id + first, theme_id FROM turn, need_theme;
         COMMIT;"
    ))
    .unwrap();
    let count: u32 = db.query_row("SELECT count(*) FROM need", [], |row| row.get(0)).unwrap();
    assert_eq!(count, NEEDS);
    drop(db);
    std::fs::read(path).unwrap()
});
