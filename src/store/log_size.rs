//! Tests that a question about one record takes the same work however long the log is: no question goes through
//! all of it.

use super::{Access, LogQuery, SavedView, Store, Write};
use crate::domain::{Change, Edit, Kind, Kinds, NeedNumber, Priority, Setting};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

const VIEWS: Kinds = Kinds::one(Kind::View);

/// Makes a register in memory with so many needs, each with three changes by others, and a few of mine.
fn register(needs: u32) -> Store {
    let store = Store::in_memory().unwrap();
    let sql = format!(
        "INSERT INTO review (id, state_id, cycle) VALUES (1, 1, 1);
         CREATE TEMP TABLE n AS WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < {needs})
           SELECT id FROM n;
         INSERT INTO need (id, review_id, text, language, response, notes, horizon, version, changed_at)
           SELECT id, 1, 'x', 'en', 'met', 'seen', 'current', 4, 1500000000 FROM n;
         INSERT INTO batch (id, at, who) SELECT id, 1500000000, 'other' FROM n;
         INSERT INTO change (batch_id, kind, record, field, after, version)
           SELECT id, 'need', id, 'response', 'met', 2 FROM n
           UNION ALL SELECT 1 + id / 2, 'need', id, 'notes', 'seen', 3 FROM n
           UNION ALL SELECT {needs}, 'need', id, 'horizon', 'current', 4 FROM n;
         DROP TABLE temp.n"
    );
    store.connection.execute_batch(&sql).unwrap();
    save(&store, "is:unmet");
    save(&store, "is:met");
    decide(&store, Change::Priority(Some(Priority::High)), None);
    store
}

fn save(store: &Store, filter: &str) {
    let seen = store.saved_views("me").unwrap().pop();
    let (name, screen, filter) = ("Ours".to_owned(), "needs".to_owned(), filter.to_owned());
    let view = SavedView { name, screen, filter, ..SavedView::default() };
    store.save_view("me", &view, seen.as_ref()).unwrap();
}

fn decide(store: &Store, change: Change, if_version: Option<u32>) {
    let edit = Edit { need: NeedNumber::new(1), change, if_version };
    store.write(&Write { who: "me".into(), note: String::new(), edits: vec![edit] }).unwrap();
}

/// How many steps SQLite takes for something.
fn steps(store: &mut Store, run: fn(&Store)) -> u64 {
    let taken = Arc::new(AtomicU64::new(0));
    let count = Arc::clone(&taken);
    let counting = move || {
        count.fetch_add(1, Ordering::Relaxed);
        false
    };
    store.connection.progress_handler(1, Some(counting)).unwrap();
    run(store);
    store.connection.progress_handler(0, None::<fn() -> bool>).unwrap();
    taken.load(Ordering::Relaxed)
}

/// A piece of work with its name.
type Work = (&'static str, fn(&Store));

/// Works on one record, or on records other than needs.
const WORKS: [Work; 10] = [
    ("the log of a need", |store| {
        let log = store
            .log(&LogQuery { needs: Some(&[NeedNumber::new(1)]), ..LogQuery::default() })
            .unwrap();
        assert_eq!(log.len(), 4);
    }),
    ("how many that are", |store| {
        let query = LogQuery { needs: Some(&[NeedNumber::new(1)]), ..LogQuery::default() };
        assert_eq!(store.log_total(&query), Ok(4));
    }),
    ("the log of views", |store| {
        let log = store.log(&LogQuery { kinds: VIEWS, ..LogQuery::default() }).unwrap();
        assert_eq!(log.len(), 2);
    }),
    ("how many these are", |store| {
        let query = LogQuery { kinds: VIEWS, ..LogQuery::default() };
        assert_eq!(store.log_total(&query), Ok(2));
    }),
    ("the newest changes", |store| {
        let log = store.log(&LogQuery { limit: 10, ..LogQuery::default() }).unwrap();
        assert_eq!(log.len(), 10);
    }),
    ("an edit on an older version", |store| decide(store, Change::add_theme("new"), Some(2))),
    ("an undo and a redo", |store| {
        let kinds = Kinds::of_assistance();
        store.undo(store.last_undoable("me", kinds, &[]).unwrap().unwrap(), "me").unwrap();
        store.undo(store.last_redoable("me", kinds, &[]).unwrap().unwrap(), "me").unwrap();
    }),
    ("a view", |store| save(store, "is:open")),
    ("an undo and a redo of a view", |store| {
        store.undo(store.last_undoable("me", VIEWS, &[]).unwrap().unwrap(), "me").unwrap();
        store.undo(store.last_redoable("me", VIEWS, &[]).unwrap().unwrap(), "me").unwrap();
    }),
    ("a setting", |store| drop(store.set("me", Setting::OverdueDays, "60", None).unwrap())),
];

#[test]
fn what_is_asked_about_one_record_takes_no_longer_in_a_long_log() {
    let (mut short, mut long) = (register(30), register(3_000));
    assert_eq!(long.access(), Access::ReadWrite);
    assert_eq!(long.path(), Path::new(""));
    for (name, work) in WORKS {
        let (few, many) = (steps(&mut short, work), steps(&mut long, work));
        assert!(
            many < few + few / 2 + 100,
            "{name}: {few} steps, in a log of a hundred times as much {many}"
        );
    }
}
