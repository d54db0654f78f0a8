//! A register with a few needs for the tests of the store, made with plain SQL.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used)] // each test takes what it needs

use rusqlite::Connection;
use std::path::{Path, PathBuf};
use ta_tui::domain::{Change, Edit, NeedNumber};
use ta_tui::store::{Access, Store, Write};

/// A directory that goes with the test, and a register in it.
pub struct Fixture {
    pub directory: tempfile::TempDir,
    pub path: PathBuf,
}

impl Fixture {
    /// A register with this many needs under three reviews.
    pub fn with_needs(needs: u32) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("register.db");
        drop(Store::create(&path).unwrap());
        let fixture = Self { directory, path };
        let sql = fixture.sql();
        sql.execute_batch(
            "INSERT INTO review (id, state_id, cycle, reviewer1_id, reviewer2_id, stakeholders)
               VALUES (7, 10, 1, 3, 4, NULL), (8, 10, 2, 5, 6, 1), (11, 20, 2, 7, 8, 0);
             INSERT INTO review_step VALUES (7, 'started', '2011-03-01', NULL),
               (8, 'direct-dialogue', '2018-02-03', 'joint meeting'),
               (11, 'executive-summary', '2019-05-06', NULL);
             INSERT INTO theme (id, code) VALUES (1, 'asset declarations'), (5, 'whistle-blowers')",
        )
        .unwrap();
        Fixture::add_needs(&sql, 1, needs);
        fixture
    }

    /// Adds needs with ids from `first` to `last`, every field a function of the id.
    pub fn add_needs(sql: &Connection, first: u32, last: u32) {
        sql.execute_batch(&format!(
            "BEGIN;
             CREATE TEMP TABLE fresh AS WITH RECURSIVE n (id) AS
               (SELECT {first} WHERE {first} <= {last} UNION ALL SELECT id + 1 FROM n WHERE id < {last})
               SELECT id FROM n;
             INSERT INTO need (id, review_id, category_id, text, language, identified_on, priority,
                               horizon, response, focal_point_id)
             SELECT id, CASE id % 3 WHEN 0 THEN 7 WHEN 1 THEN 8 ELSE 11 END,
                    CASE WHEN id % 4 = 0 THEN NULL WHEN id % 3 = 0 THEN 1 + id % 9
                         ELSE 10 + id % 7 END, 'Besoin n° ' || id || ' 资产', 'fr',
                    CASE WHEN id % 5 THEN date('2015-01-01', (id % 900) || ' days') END,
                    CASE id % 4 WHEN 0 THEN 'high' WHEN 1 THEN 'medium' WHEN 2 THEN 'low' END,
                    CASE id % 3 WHEN 0 THEN 'current' WHEN 1 THEN 'projected' END,
                    CASE id % 6 WHEN 0 THEN 'unmet' WHEN 1 THEN 'planned' WHEN 2 THEN 'under way'
                                WHEN 3 THEN 'met' WHEN 4 THEN 'withdrawn' END,
                    CASE WHEN id % 2 THEN 10 + id % 20 END FROM fresh;
             INSERT INTO need_article SELECT id, 5 + id % 58 FROM fresh WHERE id % 7;
             INSERT INTO need_article SELECT id, 62 - id % 10 FROM fresh
               WHERE id % 11 = 0 AND 62 - id % 10 <> 5 + id % 58;
             INSERT INTO need_theme SELECT id, 5 FROM fresh WHERE id % 2;
             INSERT INTO need_theme SELECT id, 1 FROM fresh WHERE id % 3 = 0;
             INSERT INTO need_activity (need_id, activity_id) SELECT id, 1 + id % 61 FROM fresh WHERE id % 13 = 0;
             DROP TABLE temp.fresh;
             COMMIT"
        ))
        .unwrap();
    }

    /// The store, to read and write.
    pub fn store(&self) -> Store {
        Store::open(&self.path, Access::ReadWrite).unwrap()
    }

    /// The file through SQL, as another process would have it.
    pub fn sql(&self) -> Connection {
        Connection::open(&self.path).unwrap()
    }

    /// Every triage field of every need, versions left out.
    pub fn rows(&self) -> Vec<String> {
        let sql = self.sql();
        let mut statement = sql
            .prepare(
                "SELECT concat_ws('|', id, coalesce(priority, '-'), coalesce(horizon, '-'),
                   coalesce(response, '-'), coalesce(focal_point_id, '-'), notes,
                   coalesce(projected_on, '-'), coalesce(duplicate_of, '-'),
                   (SELECT coalesce(group_concat(theme_id ORDER BY theme_id), '-')
                      FROM need_theme WHERE need_id = need.id))
                 FROM need ORDER BY id",
            )
            .unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }
}

/// One number from a query.
pub fn number(path: &Path, query: &str) -> i64 {
    Connection::open(path).unwrap().query_row(query, [], |row| row.get(0)).unwrap()
}

/// A write of some edits that overwrite whatever is there.
pub fn write(who: &str, edits: &[(u32, Change)]) -> Write {
    let edit = |(need, change): &(u32, Change)| Edit {
        need: NeedNumber::new(*need),
        change: change.clone(),
        if_version: None,
    };
    Write { who: who.into(), note: String::new(), edits: edits.iter().map(edit).collect() }
}
