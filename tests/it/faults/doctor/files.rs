//! C8, C16: damaged files, and the files beside them.

use super::found;
use crate::support::home::Home;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

fn beside(home: &Home, ending: &str) -> PathBuf {
    home.db().with_file_name(format!("register.db{ending}"))
}

/// Cuts a file, or overwrites a part of it.
fn damage(path: &Path, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(path).unwrap();
    change(&mut bytes);
    fs::write(path, bytes).unwrap();
}

#[test]
fn c8_damaged_files_are_found_and_keep_their_bytes() {
    type Change = fn(&mut Vec<u8>);
    let cases: [(&str, &str, Change); 6] = [
        ("a page of zeros", "integrity", |bytes| bytes[300 * 4096..301 * 4096].fill(0)),
        ("a truncated file", "", |bytes| bytes.truncate(bytes.len() / 2)),
        ("a garbled schema", "", |bytes| bytes[100..160].fill(0xEE)),
        ("another program's file", "cannot-open", |bytes| bytes[68..72].fill(7)),
        ("a newer schema", "cannot-open", |bytes| bytes[60..64].copy_from_slice(&[0, 0, 0, 99])),
        ("no file of SQLite's", "cannot-open", |bytes| bytes[..16].fill(b'x')),
    ];
    for (name, id, change) in cases {
        let home = Home::new();
        damage(&home.db(), change);
        let (ids, status) = found(&home, name);
        assert!(id.is_empty() || ids.iter().any(|found| found == id), "{name}: {ids:?}");
        assert_eq!(status, 65, "{name}: {ids:?}");
    }
}

#[test]
fn c16_what_stands_beside_the_file_is_found_and_left_alone() {
    let home = Home::new();
    fs::write(beside(&home, "-wal"), b"garbage".repeat(5_000)).unwrap();
    let (ids, status) = found(&home, "garbage");
    assert_eq!((ids.as_slice(), status), (&["stray-log".to_owned()][..], 65));
    fs::remove_file(beside(&home, "-wal")).unwrap();
    fs::write(beside(&home, "-journal"), b"garbage".repeat(5_000)).unwrap();
    let (ids, status) = found(&home, "a journal");
    assert_eq!(
        (ids.as_slice(), status),
        (&["foreign-journal".to_owned(), "not-covered".into()][..], 65)
    );
}

/// The `.restore` of the sqlite3 program, killed midway, leaves a log of another register than the file's. No program
/// can tell that from a file that was copied over a register with a log.
#[test]
fn c16_a_log_that_holds_another_register_is_said_by_check_as_by_the_opening() {
    let (open, other, left) = (Home::new(), Home::new(), Home::new());
    for home in [&open, &other] {
        home.run(&["set", "1", "priority=low", "--as", "secretariat"]);
    }
    let mut into = rusqlite::Connection::open(open.db()).unwrap();
    let from = rusqlite::Connection::open(other.db()).unwrap();
    into.query_row("SELECT count(*) FROM meta", [], |_| Ok(())).unwrap();
    let backup = rusqlite::backup::Backup::new(&from, &mut into).unwrap();
    backup.run_to_completion(1_000, std::time::Duration::ZERO, None).unwrap();
    drop(backup);
    fs::copy(open.db(), left.db()).unwrap();
    fs::copy(beside(&open, "-wal"), beside(&left, "-wal")).unwrap();
    let (ids, status) = found(&left, "killed");
    assert_eq!((ids.as_slice(), status), (&["stray-log".to_owned()][..], 65));
    assert_eq!(left.run(&["states"]).1, Some(65));
}

#[test]
fn c16_the_log_of_another_file_is_not_taken_in() {
    let (home, other) = (Home::new(), Home::new());
    let sql = rusqlite::Connection::open(other.db()).unwrap();
    sql.execute_batch("PRAGMA journal_mode = WAL; UPDATE need SET notes = 'theirs'").unwrap();
    fs::copy(beside(&other, "-wal"), beside(&home, "-wal")).unwrap();
    let (ids, status) = found(&home, "another log");
    assert_eq!((ids.as_slice(), status), (&["stray-log".to_owned()][..], 65));
}

#[test]
fn c1_check_looks_at_modes() {
    let home = Home::new();
    let mode = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    mode(&home.db(), 0o666);
    let (ids, status) = found(&home, "for everybody");
    assert!(ids.contains(&"file-mode".to_owned()) && status == 0, "{ids:?}");
    mode(&home.db(), 0o660);
    mode(home.db().parent().unwrap(), 0o750);
    let (ids, status) = found(&home, "the folder");
    assert!(ids.contains(&"folder-mode".to_owned()) && status == 0, "{ids:?}");
    mode(home.db().parent().unwrap(), 0o2770);
    let sql = rusqlite::Connection::open(home.db()).unwrap();
    sql.execute_batch("PRAGMA journal_mode = WAL; UPDATE need SET text = text WHERE id = 1")
        .unwrap();
    mode(&beside(&home, "-shm"), 0o600);
    let (out, status) = home.run(&["check"]);
    assert!(out.contains("register.db-shm") && status == Some(1), "{out}");
}
