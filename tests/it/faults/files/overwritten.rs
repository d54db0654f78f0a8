//! A file that is written over while programs have it open.

use super::{Folder, note, notes};
use crate::support::home::{Home, SAMPLE, wait_whole};
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use ta_tui::domain::NeedNumber;
use ta_tui::store::{Access, ErrorKind, Store, StoreError};

/// An older copy of the register, which is open and has been written to since, with its log.
fn with_backup() -> (Folder, Store, PathBuf) {
    let folder = Folder::new();
    let store = folder.store();
    note(&store, 1, "in the backup").unwrap();
    let backup = folder.path("backup.db");
    store.backup(&backup, &mut |_, _| true).unwrap();
    for number in 0..30 {
        note(&store, 2, &format!("since {number}").repeat(100)).unwrap();
    }
    (folder, store, backup)
}

/// Nothing is written, and at the end the other file is there byte by byte, alone, and sound.
fn left_alone(folder: &Folder, store: Store, bytes: &[u8]) {
    let aside = folder.path("register.db-wal.old");
    let replaced = StoreError::Replaced(folder.db.clone(), Some(aside.clone()));
    assert_eq!(note(&store, 3, "late"), Err(replaced.clone()));
    assert_eq!(store.still_there(), Err(replaced.clone()));
    assert!(replaced.to_string().contains("register.db-wal.old"));
    assert_eq!(replaced.kind(), ErrorKind::CouldNot);
    drop(store);
    assert!(fs::read(&folder.db).unwrap() == bytes, "the file was changed");
    let beside: Vec<_> =
        folder.names().into_iter().filter(|name| name.starts_with("register.db-")).collect();
    assert_eq!(beside, ["register.db-wal.old"]);
}

#[test]
fn c3_a_backup_copied_over_an_open_register_stays_as_it_is() {
    let (folder, store, backup) = with_backup();
    folder.cp(&backup, &folder.db);
    left_alone(&folder, store, &fs::read(&backup).unwrap());
    let restored = folder.store();
    assert_eq!(restored.need_detail(NeedNumber::new(1)).unwrap().notes, "in the backup");
    assert_eq!(restored.need_detail(NeedNumber::new(2)).unwrap().notes, "");
    assert_eq!(restored.check().unwrap(), []);
    note(&restored, 2, "goes on").unwrap();
}

/// As it was copied, also when the log had been moved into the file before.
#[test]
fn c3_the_same_after_the_log_was_moved_into_the_file() {
    let (folder, store, backup) = with_backup();
    folder.sql().execute_batch("PRAGMA wal_checkpoint(PASSIVE)").unwrap();
    assert_eq!(store.still_there(), Ok(()));
    note(&store, 2, "in the log").unwrap();
    folder.cp(&backup, &folder.db);
    left_alone(&folder, store, &fs::read(&backup).unwrap());
}

#[test]
fn c3_another_register_a_part_of_one_and_nothing_at_all_are_noticed() {
    let other = Folder::new();
    other.run(&["backup", "other.db"]).done();
    let whole = fs::read(other.path("other.db")).unwrap();
    let newer = {
        let mut text = b"SQLite format 3\0".to_vec();
        text.extend(vec![0xEE; 40_000]);
        text
    };
    for bytes in [&whole[..], &whole[..whole.len() / 2], &whole[..5_000], b"", b"text", &newer] {
        let (folder, store, _) = with_backup();
        let content = folder.path("content");
        fs::write(&content, bytes).unwrap();
        folder.cp(&content, &folder.db);
        left_alone(&folder, store, bytes);
    }
}

/// A copy that differs little from the present register: nothing is written to it either.
#[test]
fn c3_a_backup_of_a_moment_ago_is_left_alone_too() {
    for checkpoint in ["TRUNCATE", "PASSIVE"] {
        let (folder, store, _) = with_backup();
        folder.sql().execute_batch(&format!("PRAGMA wal_checkpoint({checkpoint})")).unwrap();
        let backup = folder.path("now.db");
        store.backup(&backup, &mut |_, _| true).unwrap();
        drop(store);
        let store = folder.store();
        note(&store, 4, "after the backup").unwrap();
        folder.cp(&backup, &folder.db);
        let said = note(&store, 5, "late");
        assert!(matches!(said, Err(StoreError::Replaced(..))), "{said:?}");
        drop(store);
        assert!(fs::read(&folder.db).unwrap() == fs::read(&backup).unwrap());
        // The program opens the file, or names the log that is in the way.
        let ran = folder.run(&["needs"]);
        assert!(ran.status == 0 || ran.failed(65).contains("register.db-wal"), "{ran:?}");
    }
}

/// Work of other programs on the register itself does not count as a replacement.
#[test]
fn c3_what_sqlite_does_to_a_register_in_use_is_no_replacement() {
    let (folder, store, _) = with_backup();
    let other = folder.store();
    let reader = Store::open(&folder.db, Access::ReadOnly).unwrap();
    let sql = folder.sql();
    for round in 0..5 {
        for statement in [
            "PRAGMA wal_checkpoint(PASSIVE)",
            "VACUUM",
            "PRAGMA wal_checkpoint(RESTART)",
            "ANALYZE",
        ] {
            sql.execute_batch(statement).unwrap();
            note(&store, 3, &format!("one {round} {statement}")).unwrap();
            note(&other, 4, &format!("other {round} {statement}")).unwrap();
            assert_eq!(reader.still_there(), Ok(()), "{statement}");
        }
    }
    drop((other, sql));
    note(&store, 5, "alone").unwrap();
    // The file itself, touched and given other permissions.
    assert!(Command::new("touch").arg(&folder.db).status().unwrap().success());
    assert_eq!(store.still_there(), Ok(()));
    assert_eq!(store.check().unwrap(), []);
    drop((store, reader));
    assert_eq!(notes(&folder.db, 5), "alone");
}

/// The looks come once a second, and much may happen between two of them.
#[test]
fn c3_what_sqlite_does_several_times_between_two_looks_is_no_replacement() {
    let (folder, store, _) = with_backup();
    let reader = Store::open(&folder.db, Access::ReadOnly).unwrap();
    let sql = folder.sql();
    let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
    for (round, statements) in [
        ["VACUUM", checkpoint, "VACUUM"],
        ["VACUUM", checkpoint, "CREATE TABLE own (x)"],
        ["INSERT INTO own VALUES (zeroblob(1000000))", checkpoint, "DELETE FROM own"],
        ["VACUUM", checkpoint, "SELECT count(*) FROM own"],
        ["VACUUM", "PRAGMA wal_checkpoint(PASSIVE)", "DROP TABLE own"],
    ]
    .iter()
    .enumerate()
    {
        for statement in statements {
            sql.execute_batch(statement).unwrap();
        }
        note(&store, 3, &format!("round {round}")).unwrap();
        assert_eq!(reader.still_there(), Ok(()), "{statements:?}");
    }
    drop((sql, store, reader));
    assert_eq!(notes(&folder.db, 3), "round 4");
    assert!(!folder.names().iter().any(|name| name.contains(".old")), "{:?}", folder.names());
}

/// A program that only looks says it within a second or two, and leaves the other file alone.
#[test]
fn c3_a_program_that_only_looks_says_it_and_changes_nothing() {
    let home = Home::new();
    let backup = home.db().with_file_name("backup.db");
    assert_eq!(home.run(&["backup", backup.to_str().unwrap()]).1, Some(0));
    home.run(&["set", "1", "notes=since", "--as", "secretariat"]);
    let mut first = home.start();
    let mut second = home.open(&["--read-only"], &[], (80, 24));
    wait_whole(&second, SAMPLE);
    home.run(&["set", "2", "notes=in the log", "--as", "secretariat"]);
    assert!(Command::new("cp").arg(&backup).arg(home.db()).status().unwrap().success());
    for program in [&mut first, &mut second] {
        program.wait_text("Another file has taken the place");
        program.keys("q");
        assert_eq!(program.wait_exit(), 0);
    }
    assert!(fs::read(home.db()).unwrap() == fs::read(&backup).unwrap());
    let db = home.db();
    let beside = |ending: &str| PathBuf::from(format!("{}{ending}", db.display()));
    assert!(!beside("-wal").exists() && !beside("-shm").exists());
    assert!(beside("-wal.old").exists());
    assert_eq!(home.run(&["check"]).1, Some(0));
}

/// A program was killed, and its log stands beside a copy that was put there afterwards.
#[test]
fn c3_a_log_beside_another_file_is_not_played_back() {
    let (folder, store, backup) = with_backup();
    let kept = Folder::empty();
    fs::copy(folder.path("register.db-wal"), kept.path("register.db-wal")).unwrap();
    drop(store);
    let copies = |from: &Path| {
        fs::copy(from, &kept.db).unwrap();
        let before = kept.files();
        for args in [&["needs"][..], &["set", "1", "priority=low"], &["backup", "new.db"]] {
            let ran = kept.run(args);
            assert!(ran.failed(65).contains("register.db-wal"), "{ran:?}");
            assert!(kept.files() == before, "{:?}", kept.names());
        }
    };
    copies(&backup);
    // A register of its own, in use as this one was.
    let other = Folder::new();
    assert_eq!(fs::read(&other.db).unwrap()[18], 2);
    copies(&other.db);
    assert_eq!(Connection::open(&other.db).unwrap().is_readonly("main"), Ok(false));
}

/// A file renamed into the place: the log of the old one would be taken for that of the new one.
#[test]
fn c3_a_file_moved_into_the_place_is_left_without_the_old_log() {
    let (folder, store, backup) = with_backup();
    let bytes = fs::read(&backup).unwrap();
    fs::rename(&backup, &folder.db).unwrap();
    left_alone(&folder, store, &bytes);
    assert_eq!(folder.store().check().unwrap(), []);
}
