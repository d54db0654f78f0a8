//! C8: triggers, views, tables, columns and indexes that are not the program's.

use super::Opens::{No, Yes};
use super::{Case, case, hold_all};

const TRIGGERS: &[Case] = &[
    case(
        "a trigger before a batch",
        "schema-trigger",
        1,
        Yes,
        "CREATE TRIGGER evil BEFORE INSERT ON batch BEGIN UPDATE need SET notes = 'x'; END",
    ),
    case(
        "an endless trigger after an update of a need",
        "schema-trigger",
        1,
        Yes,
        "CREATE TRIGGER evil AFTER UPDATE ON need BEGIN SELECT count(*) FROM
           (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n); END",
    ),
    case(
        "a trigger after a change",
        "schema-trigger",
        1,
        Yes,
        "CREATE TRIGGER evil AFTER INSERT ON change BEGIN DELETE FROM draft; END",
    ),
    case(
        "a trigger before a draft is dropped",
        "schema-trigger",
        1,
        Yes,
        "CREATE TRIGGER evil BEFORE DELETE ON draft BEGIN SELECT raise(ABORT, 'no'); END",
    ),
    case(
        "a trigger after presence",
        "schema-trigger",
        1,
        Yes,
        "CREATE TRIGGER evil AFTER INSERT ON presence BEGIN DELETE FROM saved_view; END",
    ),
    case(
        "a trigger instead of a view",
        "schema-trigger",
        1,
        Yes,
        "CREATE TRIGGER evil INSTEAD OF INSERT ON tally_now BEGIN DELETE FROM tally; END",
    ),
    case(
        "a trigger of a table of its own that writes needs",
        "schema-trigger",
        1,
        Yes,
        "CREATE TABLE own (x); CREATE TRIGGER evil AFTER INSERT ON own
         BEGIN UPDATE need SET notes = new.x; END",
    ),
    case(
        "a trigger on a table whose name stands in single quotes",
        "schema-trigger",
        1,
        Yes,
        "CREATE TRIGGER evil AFTER UPDATE ON 'need' BEGIN UPDATE 'state' SET region = 'x'; END",
    ),
    case(
        "a trigger of a table of its own that writes in single quotes",
        "schema-trigger",
        1,
        Yes,
        "CREATE TABLE own (x); CREATE TRIGGER evil AFTER INSERT ON own
         BEGIN INSERT INTO 'theme' (code) VALUES (new.x); END",
    ),
    case(
        "an index that calculates, on a table in single quotes",
        "schema-index",
        1,
        Yes,
        "CREATE INDEX evil ON 'need' (upper(text))",
    ),
    case(
        "a trigger behind a reference",
        "schema-trigger",
        1,
        Yes,
        "CREATE TABLE own (x INTEGER REFERENCES saved_view (id) ON DELETE CASCADE);
         CREATE TRIGGER evil AFTER DELETE ON own BEGIN SELECT 1; END",
    ),
    case(
        "a trigger with a name that acts on terminals",
        "schema-trigger",
        1,
        Yes,
        "CREATE TRIGGER \"a\u{1b}[2J\u{202e}\" AFTER UPDATE ON need BEGIN SELECT 1; END",
    ),
    case(
        "an index on an expression",
        "schema-index",
        1,
        Yes,
        "CREATE INDEX evil ON need (length(text) + 1)",
    ),
    case(
        "an index that refuses rows",
        "schema-index",
        1,
        Yes,
        "CREATE UNIQUE INDEX evil ON need (id, priority)",
    ),
];

const CHANGED: &[Case] = &[
    case(
        "a view in place of a table",
        "schema-missing",
        65,
        No,
        "DROP TABLE meta; CREATE VIEW meta AS SELECT 'illustrative' AS key, 'yes' AS value",
    ),
    case(
        "an endless view in place of the needs",
        "schema-missing",
        65,
        No,
        "ALTER TABLE need RENAME TO need_old;
         CREATE VIEW need AS WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)
         SELECT id, 1 AS review_id, NULL AS category_id, 'x' AS text, '' AS notes, 1 AS version,
                NULL AS changed_at, NULL AS duplicate_of FROM n",
    ),
    case("a missing table", "schema-missing", 65, No, "DROP TABLE draft"),
    case(
        "a missing column",
        "schema-changed",
        65,
        No,
        "ALTER TABLE activity DROP COLUMN uncertainty",
    ),
    case("a missing unique index", "schema-missing", 65, No, "DROP INDEX saved_view_name"),
    case("a missing guard of the log", "schema-missing", 65, No, "DROP TRIGGER change_stays"),
    case(
        "a guard that guards nothing",
        "schema-changed",
        65,
        No,
        "DROP TRIGGER batch_is_final; CREATE TRIGGER batch_is_final BEFORE UPDATE ON batch WHEN 0
         BEGIN SELECT raise(ABORT, 'the change log is append-only'); END",
    ),
    case("one more column", "schema-changed", 65, No, "ALTER TABLE need ADD COLUMN more TEXT"),
    case(
        "a column that is calculated",
        "schema-changed",
        65,
        No,
        "ALTER TABLE theme ADD COLUMN evil TEXT AS (printf('%.1000000c', 'x'))",
    ),
    case(
        "a rule taken away",
        "schema-changed",
        65,
        No,
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (version >= 1)', '')
           WHERE name = 'need'",
    ),
    case(
        "a table without row numbers",
        "schema-changed",
        65,
        No,
        "DROP TABLE presence; CREATE TABLE presence (session INTEGER PRIMARY KEY, who TEXT NOT NULL,
           need_id INTEGER NOT NULL, until INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    ),
    case(
        "a virtual table in place of a table",
        "schema-changed",
        65,
        No,
        "DROP TABLE meta; CREATE VIRTUAL TABLE meta USING fts5 (key, value)",
    ),
    case(
        "two posts of one code",
        "schema-changed",
        65,
        No,
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = replace(sql, 'code    TEXT NOT NULL UNIQUE',
                                                     'code    TEXT NOT NULL') WHERE name = 'person';
         DELETE FROM sqlite_schema WHERE name = 'sqlite_autoindex_person_1';
         PRAGMA writable_schema = RESET;
         INSERT INTO person (id, code, kind) SELECT 9999, code, kind FROM person LIMIT 1",
    ),
    case(
        "a view under another name",
        "cannot-open",
        65,
        No,
        "CREATE VIEW other AS SELECT 1; PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET name = 'another', tbl_name = 'another' WHERE name = 'other'",
    ),
    case("another version", "schema-changed", 65, No, "PRAGMA user_version = 3"),
    case("no version", "cannot-open", 65, No, "PRAGMA user_version = 0"),
];

const OTHERS: &[Case] = &[
    case("a missing index", "schema-slow", 0, Yes, "DROP INDEX need_review"),
    case("a plain index", "schema-other", 0, Yes, "CREATE INDEX more ON need (language, document)"),
    case(
        "tables and views of others",
        "schema-other",
        0,
        Yes,
        "CREATE TABLE own (x TEXT UNIQUE); CREATE VIEW seen AS SELECT * FROM need;
         CREATE INDEX own_x ON own (x); ANALYZE",
    ),
    case(
        "a text index of somebody's own, whose tables SQLite names in single quotes",
        "schema-other",
        0,
        Yes,
        "CREATE VIRTUAL TABLE words USING fts5 (x); INSERT INTO words VALUES ('a')",
    ),
    case(
        "a table that refers to what is no key",
        "schema-reference",
        1,
        Yes,
        "CREATE TABLE own (x REFERENCES need (priority))",
    ),
    case(
        "a trigger of a table of its own",
        "schema-other",
        0,
        Yes,
        "CREATE TABLE own (x); CREATE TRIGGER own_t AFTER INSERT ON own
         BEGIN DELETE FROM own WHERE x IS NULL; END",
    ),
    case(
        "the tables of Litestream",
        "not-covered",
        0,
        Yes,
        "CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER);
         CREATE TABLE _litestream_lock (id INTEGER)",
    ),
];

#[test]
fn c8_what_runs_with_writes_is_named_and_never_run() {
    hold_all(TRIGGERS);
}

#[test]
fn c8_what_is_not_as_it_was_made_is_refused() {
    hold_all(CHANGED);
}

#[test]
fn c8_what_is_somebodys_own_is_named_and_no_more() {
    hold_all(OTHERS);
}
