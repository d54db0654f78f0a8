//! Registers of earlier versions (`tests/it/fixtures/registers`), with people's writes in them: each is brought up to
//! date with every need, entry, moment, view and draft, and goes on as before.

mod before;

use before::{Before, after};
use rusqlite::Connection;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;
use ta_tui::domain::{Change, Edit, Kind, Kinds, NeedNumber, Priority};
use ta_tui::store::{Access, SCHEMA_VERSION, Store, StoreError, Write};

/// The registers by the version of their schema. No program that worked had the others as its
/// newest.
const REGISTERS: [(i64, &[u8]); 8] = [
    (1, include_bytes!("fixtures/registers/schema-1.db.gz")),
    (3, include_bytes!("fixtures/registers/schema-3.db.gz")),
    (4, include_bytes!("fixtures/registers/schema-4.db.gz")),
    (5, include_bytes!("fixtures/registers/schema-5.db.gz")),
    (6, include_bytes!("fixtures/registers/schema-6.db.gz")),
    (11, include_bytes!("fixtures/registers/schema-11.db.gz")),
    (12, include_bytes!("fixtures/registers/schema-12.db.gz")),
    (13, include_bytes!("fixtures/registers/schema-13.db.gz")),
];

/// The people who have written in them.
const PEOPLE: [&str; 2] = ["secretariat", "fp-gh"];

/// Puts the register of a version into a folder.
fn unpacked(folder: &Path, version: i64, packed: &[u8]) -> PathBuf {
    let path = folder.join(format!("schema-{version}.db"));
    unpack(packed, &path);
    path
}

fn unpack(packed: &[u8], path: &Path) {
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(packed).read_to_end(&mut bytes).unwrap();
    std::fs::write(path, bytes).unwrap();
}

/// Puts a register that a program of this schema made at a path.
pub(crate) fn put_older(path: &Path, schema: i64) {
    let (_, packed) = REGISTERS.iter().find(|(version, _)| *version == schema).unwrap();
    unpack(packed, path);
}

/// Each earlier version with its register in a folder of its own; one of the newest schema is there for the next.
fn each(mut test: impl FnMut(i64, &Path)) {
    for (version, packed) in REGISTERS.into_iter().filter(|(version, _)| *version < SCHEMA_VERSION)
    {
        let folder = tempfile::tempdir().unwrap();
        test(version, &unpacked(folder.path(), version, packed));
    }
}

fn open(path: &Path) -> Store {
    Store::open(path, Access::ReadWrite).unwrap()
}

fn sound(store: &Store) {
    assert_eq!(store.check().unwrap(), []);
}

/// The records of every table that have a UUID, each with it.
fn identities(path: &Path) -> Vec<String> {
    let sql = Connection::open(path).unwrap();
    let tables = "SELECT name, (SELECT pk FROM pragma_table_info(t.name) WHERE name = 'id') FROM sqlite_schema t
                  WHERE type = 'table' AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE name = 'uuid')";
    let mut tables = sql.prepare(tables).unwrap();
    let tables = tables.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    let tables: Vec<(String, Option<i64>)> = tables.unwrap().map(Result::unwrap).collect();
    assert!(tables.len() > 8, "{tables:?}");
    let mut all = Vec::new();
    for (table, numbered) in tables {
        let number = if numbered.is_some() { "id" } else { "need_id || ' ' || activity_id" };
        let rows = format!(
            "SELECT '{table} ' || {number} || ' ' || hex(uuid) || ' ' || origin FROM {table}"
        );
        let mut rows = sql.prepare(&rows).unwrap();
        all.extend(rows.query_map([], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap));
    }
    all
}

#[test]
fn every_need_entry_moment_view_and_draft_comes_over() {
    each(|version, path| {
        let before = Before::read(path, version);
        assert!(before.needs.len() >= 60 && before.entries.len() > 20, "{version}");
        assert!(before.entries.iter().any(|entry| entry.contains("undoes")), "{version}");
        assert_eq!(before.views.is_empty(), version < 3, "{version}");
        assert_eq!(before.drafts.is_empty(), version < 3, "{version}");
        let store = open(path);
        assert_eq!(after(&store, version, &before), before, "{version}");
        sound(&store);
    });
}

#[test]
fn undo_and_redo_go_on_across_the_upgrade() {
    each(|version, path| {
        // The officer's last write was a redo; the focal point's last write was an undo.
        let [officer, focal] = PEOPLE;
        let [undoable, redoable] = PEOPLE.map(|who| {
            let sql = Connection::open(path).unwrap();
            // Views stand in the same log since the seventh version.
            let of_needs = "AND id IN (SELECT batch_id FROM change WHERE kind = 'need')";
            let of_needs = if version < 7 { "" } else { of_needs };
            let last = format!("SELECT max(id) FROM batch WHERE who = ?1 {of_needs}");
            sql.query_row(&last, [who], |row| row.get(0)).unwrap()
        });
        let before = Before::read(path, version);
        let store = open(path);
        assert_eq!(
            store.last_undoable(officer, Kinds::of_assistance(), &[]),
            Ok(Some(undoable)),
            "{version}"
        );
        let undone = store.undo(undoable, officer).unwrap().batch;
        assert_eq!(
            store.last_redoable(focal, Kinds::of_assistance(), &[]),
            Ok(Some(redoable)),
            "{version}"
        );
        let redone = store.undo(redoable, focal).unwrap().batch;
        sound(&store);
        // Both taken back once more: the needs are as before, but for their versions.
        store.undo(redone.unwrap(), focal).unwrap();
        store.undo(undone.unwrap(), officer).unwrap();
        sound(&store);
        let same = after(&store, version, &before);
        assert_eq!(same.decided(), before.decided(), "{version}");
    });
}

#[test]
fn views_that_were_changed_before_are_undone_after() {
    each(|version, path| {
        let [officer, _] = PEOPLE;
        let before = Before::read(path, version);
        let store = open(path);
        let views = Kinds::one(Kind::View);
        let undo = store.last_undoable(officer, views, &[]).unwrap();
        assert_eq!(store.last_redoable(officer, views, &[]), Ok(None), "{version}");
        // The record of views came with the fourth version.
        assert_eq!(undo.is_some(), version > 3, "{version}");
        let Some(undo) = undo else { return };
        store.undo(undo, officer).unwrap();
        assert_ne!(after(&store, version, &before).views, before.views, "{version}");
        let redo = store.last_redoable(officer, views, &[]).unwrap().unwrap();
        store.undo(redo, officer).unwrap();
        let names =
            |views: &[Vec<String>]| views.iter().map(|view| view[1..].to_vec()).collect::<Vec<_>>();
        assert_eq!(
            names(&after(&store, version, &before).views),
            names(&before.views),
            "{version}"
        );
        sound(&store);
    });
}

#[test]
fn two_copies_that_are_upgraded_apart_have_the_same_records() {
    each(|version, path| {
        let copy = path.with_extension("copy");
        std::fs::copy(path, &copy).unwrap();
        let [one, other] = [path, &copy].map(|path| {
            drop(open(path));
            identities(path)
        });
        assert_eq!(one, other, "{version}");
        assert!(
            one.iter().any(|need| need.starts_with("need 1 ") && need.ends_with(" illustrative"))
        );
        assert!(one.iter().any(|row| row.starts_with("state ") && row.ends_with(" published")));
        // Records added later, to each register by itself, differ: here a theme.
        let [one, other] = [path, &copy].map(|path| {
            let edits = vec![Edit {
                need: NeedNumber::new(1),
                change: Change::add_theme("new"),
                if_version: None,
            }];
            open(path).write(&Write { who: "me".into(), note: String::new(), edits }).unwrap();
            identities(path)
        });
        let differing: Vec<_> =
            one.iter().zip(&other).filter(|(one, other)| one != other).collect();
        assert_eq!((one.len(), differing.len()), (other.len(), 1), "{version}: {differing:?}");
        assert!(differing[0].0.starts_with("theme ") && differing[0].0.ends_with(" recorded"));
    });
}

/// Another sample is another register, and so is the same one in which something else was decided first.
#[test]
fn registers_that_began_otherwise_have_other_records() {
    let folder = tempfile::tempdir().unwrap();
    let (version, packed) = REGISTERS[0];
    let ids = ["changed", "as it was"].map(|first| {
        let path = unpacked(folder.path(), version, packed);
        if first == "changed" {
            let sql = Connection::open(&path).unwrap();
            sql.execute_batch("UPDATE need SET text = text || '!'").unwrap();
        }
        drop(open(&path));
        let ids = identities(&path);
        std::fs::remove_file(&path).unwrap();
        ids
    });
    assert_eq!(ids[0].len(), ids[1].len());
    assert!(ids[0].iter().zip(&ids[1]).all(|(one, other)| one != other));
}

#[test]
fn what_may_only_be_read_says_that_it_is_older_and_stays_as_it_is() {
    each(|version, path| {
        let bytes = std::fs::read(path).unwrap();
        let error = Store::open(path, Access::ReadOnly).err();
        assert_eq!(error, Some(StoreError::Older(path.to_owned(), version, SCHEMA_VERSION)));
        let run = Command::new(env!("CARGO_BIN_EXE_ta-tui"))
            .env_clear()
            .env("HOME", path.parent().unwrap())
            .args(["needs", "--read-only", "--db"])
            .arg(path)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(
            said.contains("older version of ta-tui") && run.stdout.is_empty(),
            "{version}: {said}"
        );
        assert_eq!(said.lines().count(), 1, "{said}");
        assert_eq!(std::fs::read(path).unwrap(), bytes, "{version}");
    });
}

/// Today's refusal of a register from tomorrow; every program since the first has refused so.
#[test]
fn an_older_program_refuses_a_newer_register_with_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.db");
    drop(Store::create(&path).unwrap());
    let sql = Connection::open(&path).unwrap();
    sql.pragma_update(None, "user_version", SCHEMA_VERSION + 1).unwrap();
    drop(sql);
    let bytes = std::fs::read(&path).unwrap();
    let error = Store::open(&path, Access::ReadWrite).err();
    assert_eq!(error, Some(StoreError::Newer(path.clone(), SCHEMA_VERSION + 1, SCHEMA_VERSION)));
    let run = Command::new(env!("CARGO_BIN_EXE_ta-tui"))
        .env_clear()
        .env("HOME", folder.path())
        .args(["needs", "--db"])
        .arg(&path)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    assert_eq!((run.status.code(), said.lines().count()), (Some(65), 1), "{said}");
    assert!(said.contains("newer version of ta-tui"), "{said}");
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
}

/// Triage goes on in an upgraded register as in any other.
#[test]
fn an_upgraded_register_is_written_to() {
    each(|_, path| {
        let store = open(path);
        let change = Change::Priority(Some(Priority::High));
        let edits = (1..=60).map(|need| Edit {
            need: NeedNumber::new(need),
            change: change.clone(),
            if_version: None,
        });
        let write = Write { who: "fp-gh".into(), note: "all".into(), edits: edits.collect() };
        let written = store.write(&write).unwrap();
        assert!(written.changes > 20);
        store.undo(written.batch.unwrap(), "fp-gh").unwrap();
        sound(&store);
    });
}
