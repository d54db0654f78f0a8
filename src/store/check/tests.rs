//! Tests that the findings do not depend on the way of looking: the questions that SQLite answers
//! by itself, as they stood here before each table was read once, are compared with the program's
//! findings.

use super::finding::{CheckFinding, DRAFT, Findings, GAP, MOMENT, SETTING, TALLY, VALUE, VERSION};
use super::rows::each;
use super::{Access, Store, StoreError, contents, counts, records, rows, tallies, views};
use proptest::prelude::*;
use proptest::sample::select;
use rusqlite::{Connection, ErrorCode, Row};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Each need's field with its last logged value beside the value that it has.
const VALUES: &str = "
  SELECT c.record, c.field, max(c.id) FROM change c
  CROSS JOIN need n ON n.id = c.record
  LEFT JOIN person p ON p.id = n.focal_point_id
  WHERE c.kind = 'need'
  GROUP BY c.record, c.field
  HAVING c.after IS NOT CASE c.field WHEN 'priority' THEN n.priority
                                     WHEN 'horizon' THEN n.horizon
                                     WHEN 'response' THEN n.response
                                     WHEN 'focal' THEN p.code
                                     WHEN 'notes' THEN nullif(n.notes, '')
                                     WHEN 'projected' THEN n.projected_on
                                     WHEN 'theme' THEN (
                                       SELECT group_concat(t.code, '; ' ORDER BY t.code)
                                       FROM need_theme nt CROSS JOIN theme t ON t.id = nt.theme_id
                                       WHERE nt.need_id = n.id)
                                     ELSE CAST(n.duplicate_of AS TEXT) END
  ORDER BY 1, 2";

const GAPS: &str = "
  SELECT record, field FROM (
    SELECT record, field, before,
           row_number() OVER same AS place, lag(after) OVER same AS earlier
    FROM change WHERE kind = 'need'
    WINDOW same AS (PARTITION BY record, field ORDER BY id))
  WHERE place > 1 AND before IS NOT earlier ORDER BY 1, 2";

const VERSIONS: &str = "
  SELECT n.id, n.version, w.writes
  FROM (SELECT record, count(DISTINCT batch_id) AS writes FROM change WHERE kind = 'need'
        GROUP BY record) w
  CROSS JOIN need n ON n.id = w.record
  WHERE n.version <> 1 + w.writes
  UNION ALL
  SELECT id, version, 0 FROM need
  WHERE version <> 1 AND id NOT IN (SELECT record FROM change WHERE kind = 'need')
  ORDER BY 1";

const TALLIES: &str = "
  SELECT DISTINCT review_id, coalesce(state_id, 0), source FROM (
    SELECT * FROM (SELECT review_id, state_id, source, chapters, needs, articles FROM tally WHERE needs > 0
                   EXCEPT SELECT * FROM tally_now)
    UNION ALL
    SELECT * FROM (SELECT * FROM tally_now
                   EXCEPT SELECT review_id, state_id, source, chapters, needs, articles FROM tally))
  ORDER BY 1, 2, 3";

/// Each setting whose value or version differs from its last logged change or its beginning.
const SETTINGS: &str = "
  SELECT s.name FROM setting s
  LEFT JOIN change c
    ON c.id = (SELECT max(id) FROM change WHERE kind = 'setting' AND record = s.id)
  WHERE s.version <> coalesce(c.version, 1) OR s.value <> coalesce(c.after, s.value)
     OR s.version <> 1 + (SELECT count(DISTINCT batch_id) FROM change
                          WHERE kind = 'setting' AND record = s.id)
  ORDER BY 1";

const AHEAD: &str = "
  SELECT d.need_id FROM draft d JOIN need n ON n.id = d.need_id
  WHERE d.version > n.version OR d.version < 1 ORDER BY 1";

/// The findings as SQL computes them: the oracle.
fn asked(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let field = |row: &Row<'_>| row.get::<_, String>(1);
    each(connection, SETTINGS, |row| {
        let name: String = row.get(0)?;
        findings.add(CheckFinding::new(&SETTING).table("setting").row(&name));
        Ok(())
    })?;
    each(connection, VALUES, |row| {
        findings.add(CheckFinding::new(&VALUE).need(row.get(0)?).with("field", field(row)?));
        Ok(())
    })?;
    each(connection, GAPS, |row| {
        findings.add(CheckFinding::new(&GAP).need(row.get(0)?).with("field", field(row)?));
        Ok(())
    })?;
    each(connection, VERSIONS, |row| {
        let (version, writes): (i64, u32) = (row.get(1)?, row.get(2)?);
        let finding = CheckFinding::new(&VERSION).need(row.get(0)?);
        findings.add(finding.with("version", version.to_string()).with("writes", writes));
        Ok(())
    })?;
    moments(connection, findings)?;
    each(connection, TALLIES, |row| {
        let review: i64 = row.get(0)?;
        findings.add(CheckFinding::new(&TALLY).table("tally").row(&review.to_string()));
        Ok(())
    })?;
    each(connection, AHEAD, |row| {
        findings.add(CheckFinding::new(&DRAFT).table("draft").need(row.get(0)?));
        Ok(())
    })
}

/// The moments of the last writes that stand, each need's lines asked for by themselves.
fn moments(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let mut undone_by: HashMap<i64, i64> = HashMap::new();
    each(connection, "SELECT undoes, id FROM batch WHERE undoes IS NOT NULL", |row| {
        undone_by.insert(row.get(0)?, row.get(1)?);
        Ok(())
    })?;
    let mut said: Vec<(i64, Option<i64>)> = Vec::new();
    each(connection, "SELECT id, changed_at FROM need ORDER BY id", |row| {
        said.push((row.get(0)?, row.get(1)?));
        Ok(())
    })?;
    for (need, said) in said {
        let mut lines: Vec<(i64, String, i64, bool)> = Vec::new();
        let of = format!(
            "SELECT c.batch_id, c.field, b.at, b.undoes IS NOT NULL
             FROM change c JOIN batch b ON b.id = c.batch_id
             WHERE c.kind = 'need' AND c.record = {need} ORDER BY c.id DESC"
        );
        each(connection, &of, |row| {
            lines.push((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
            Ok(())
        })?;
        let undone = |batch: i64, field: &str| {
            let undo = undone_by.get(&batch).copied();
            undo.filter(|undo| lines.iter().any(|line| line.0 == *undo && line.1 == field))
        };
        let stands = |line: &&(i64, String, i64, bool)| {
            let (mut batch, mut undos) = (line.0, 0);
            while let Some(undo) = undone(batch, &line.1).filter(|_| undos < lines.len()) {
                (batch, undos) = (undo, undos + 1);
            }
            !line.3 && undos % 2 == 0
        };
        if lines.iter().find(stands).map(|line| line.2) != said {
            findings.add(CheckFinding::new(&MOMENT).need(need));
        }
    }
    Ok(())
}

/// The findings as the program computes them now.
fn worked_out(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    records::settings(connection, findings)?;
    rows::against_the_log(connection, findings)?;
    tallies::look(connection, findings)?;
    views::ahead(connection, findings)
}

/// Statements that leave a register with few needs in some state, sound or not.
fn edit() -> impl Strategy<Value = String> {
    let need = || 1..5_i64;
    let batch = || 1..6_i64;
    let number = || 0..4_i64;
    let words = || {
        select(vec!["NULL", "''", "'a'", "'b; c'", "'2'", "'2020-01-01'", "CAST(x'ff' AS TEXT)"])
    };
    let field = || {
        let all = [
            "priority",
            "horizon",
            "response",
            "focal",
            "notes",
            "projected",
            "theme",
            "duplicate",
        ];
        select(all.to_vec())
    };
    let column = || {
        select(vec![
            "priority",
            "horizon",
            "response",
            "notes",
            "projected_on",
            "version",
            "changed_at",
            "focal_point_id",
            "duplicate_of",
            "review_id",
        ])
    };
    prop_oneof![
        3 => (need(), 1..3_i64).prop_map(|(need, review)| format!(
            "INSERT OR IGNORE INTO need (id, review_id, text, language)
             VALUES ({need}, {review}, 'x', 'en')")),
        1 => need().prop_map(|need| format!("DELETE FROM need WHERE id = {need}")),
        4 => (need(), column(), words(), number()).prop_map(|(need, column, words, number)| {
            let value = match column {
                "notes" if words == "NULL" => "''".to_owned(),
                "priority" | "horizon" | "response" | "notes" | "projected_on" => words.to_owned(),
                _ => number.to_string(),
            };
            format!("UPDATE need SET {column} = {value} WHERE id = {need}")
        }),
        2 => (batch(), number(), batch(), any::<bool>()).prop_map(|(batch, at, undoes, is_undo)| {
            let undoes = if is_undo { undoes.to_string() } else { "NULL".to_owned() };
            format!("INSERT OR IGNORE INTO batch (id, at, who, undoes)
                     VALUES ({batch}, {at}, 'x', {undoes})")
        }),
        8 => (batch(), need(), field(), words(), words(), number()).prop_map(
            |(batch, need, field, before, after, version)| format!(
                "INSERT INTO change (batch_id, kind, record, field, before, after, version)
                 VALUES ({batch}, 'need', {need}, '{field}', {before}, {after}, {version})")),
        2 => (need(), 901..904_i64).prop_map(|(need, theme)| format!(
            "INSERT OR IGNORE INTO need_theme VALUES ({need}, {theme})")),
        1 => (need(), select(vec![5, 8, 15, 52, 61, 99])).prop_map(|(need, article)| format!(
            "INSERT OR IGNORE INTO need_article VALUES ({need}, {article})")),
        1 => need().prop_map(|need| format!("DELETE FROM need_article WHERE need_id = {need}")),
        1 => (1..3_i64, number(), number(), number()).prop_map(|(review, chapters, needs, articles)| {
            format!("INSERT OR REPLACE INTO tally VALUES ({review}, 0, 'review', {chapters}, {needs}, {articles})")
        }),
        1 => (select(vec![("overdue-days", 1), ("x", 2)]), number(), number()).prop_map(
            |((name, id), value, version)| format!(
                "INSERT OR REPLACE INTO setting (name, value, version, id)
                 VALUES ('{name}', '{value}', {version}, {id})")),
        1 => (batch(), 1..3_i64, number(), number()).prop_map(
            |(batch, setting, value, version)| format!(
                "INSERT INTO change (batch_id, kind, record, field, before, after, version)
                 VALUES ({batch}, 'setting', {setting}, 'value', '', '{value}', {version})")),
        1 => (need(), number(), number()).prop_map(|(need, version, session)| format!(
            "INSERT OR REPLACE INTO draft (who, need_id, text, version, at, session)
             VALUES ('x', {need}, '', {version}, 0, {session})")),
    ]
}

const PREPARED: &str = "
  PRAGMA foreign_keys = OFF;
  PRAGMA ignore_check_constraints = ON;
  INSERT INTO review (id, state_id, cycle) VALUES (1, 1, 1), (2, 1, 2);
  INSERT OR REPLACE INTO person (id, code, kind) VALUES (2, 'a', '');
  INSERT INTO theme (id, code) VALUES (901, 'c'), (902, 'a'), (903, CAST(x'62ff' AS TEXT));
  INSERT INTO need (id, review_id, text, language) VALUES (1, 1, 'x', 'en'), (2, 2, 'x', 'en')";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_worked_out_is_what_sqlite_answers(edits in prop::collection::vec(edit(), 0..40)) {
        let store = Store::in_memory().unwrap();
        store.connection.execute_batch(PREPARED).unwrap();
        for edit in &edits {
            if let Err(error) = store.connection.execute_batch(edit) {
                // A trigger may refuse the made-up values.
                let code = error.sqlite_error_code();
                prop_assert_eq!(code, Some(ErrorCode::ConstraintViolation), "{}: {}", edit, error);
            }
        }
        let (mut expected, mut found) = (Findings::default(), Findings::default());
        asked(&store.connection, &mut expected).unwrap();
        worked_out(&store.connection, &mut found).unwrap();
        prop_assert_eq!(found.sorted(), expected.sorted());
    }
}

/// Statistics that say of every table that it has so many rows, and of every index that so many
/// of them have the same value.
fn made_up(connection: &Connection, rows: &str, same: &str) {
    let made_up = format!(
        "ANALYZE;
         DELETE FROM sqlite_stat1;
         INSERT INTO sqlite_stat1
           SELECT tbl_name, name, '{rows} {same} {same} {same} {same}'
           FROM sqlite_schema WHERE type = 'index';
         INSERT INTO sqlite_stat1
           SELECT name, NULL, '{rows}' FROM sqlite_schema
           WHERE type = 'table' AND name NOT IN (SELECT tbl FROM sqlite_stat1);
         ANALYZE sqlite_schema;"
    );
    connection.execute_batch(&made_up).unwrap();
}

/// About how many steps SQLite takes for something.
fn steps(store: &mut Store, run: impl FnOnce(&Store)) -> u64 {
    const EVERY: u32 = 50;
    let taken = Arc::new(AtomicU64::new(0));
    let count = Arc::clone(&taken);
    let counting = move || {
        count.fetch_add(u64::from(EVERY), Ordering::Relaxed);
        false
    };
    store.connection.progress_handler(EVERY.cast_signed(), Some(counting)).unwrap();
    run(store);
    taken.load(Ordering::Relaxed)
}

/// A piece of work with a register of any size.
type Work = (&'static str, fn(&Store));

const WORKS: [Work; 4] = [
    ("check", |store| {
        let mut findings = Findings::default();
        super::readable(&store.connection, &mut findings).unwrap();
        contents(store, &mut findings).unwrap();
        counts::counts(&store.connection).unwrap();
    }),
    ("load", |store| drop(store.load(&mut |_| true).unwrap())),
    ("load the texts later", |store| {
        let mut loading = store.loading(false).unwrap();
        while loading.step(store).unwrap() {}
        let register = loading.finish(store).unwrap().register;
        store.with_texts(&register).unwrap();
    }),
    ("refresh", |store| {
        let register = store.load(&mut |_| true).unwrap();
        // Pretends that another program has written everything since.
        store.seen.set(None);
        store.unlogged.set(None);
        store.refresh(&register, 0).unwrap();
    }),
];

#[test]
fn statistics_that_make_every_index_useless_make_nothing_slow() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.db");
    std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/sample.db"), &path).unwrap();
    let open = || Connection::open(&path).unwrap();
    let store = || Store::over(open(), Path::new(""), Access::ReadOnly, None);
    let usual = WORKS.map(|(_, work)| steps(&mut store(), work));
    let claims = [
        ("1000000", "1"),
        ("1000000", "1000000"),
        ("1", "1"),
        ("1", "1000000"),
        ("0", "0"),
        ("9223372036854775807", "1"),
        ("", "noquery unordered"),
    ];
    for (rows, same) in claims {
        made_up(&open(), rows, same);
        for ((name, work), usual) in WORKS.into_iter().zip(usual) {
            let now = steps(&mut store(), work);
            // Where an index matters, going without it takes many times as many.
            assert!(4 * now < 9 * usual, "{name} with {rows}, {same}: {now} for {usual} steps");
        }
    }
}
