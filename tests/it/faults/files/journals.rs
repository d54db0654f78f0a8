//! Tests of files beside a register: the journal of another file, and files that are not regular.

use super::{Folder, Ran};
use rusqlite::Connection;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Every command that opens a register.
const OPENS: [&[&str]; 8] = [
    &["needs"],
    &["--read-only", "needs"],
    &["set", "1", "priority=low"],
    &["log"],
    &["frame"],
    &["check"],
    &["backup", "copy.db"],
    &["verify"],
];

/// Gives the files that a program killed in a large write leaves: the register and its journal.
fn cut_off(folder: &Folder, name: &str, sql: &str) -> (Vec<u8>, Vec<u8>) {
    let path = folder.path(name);
    let other = Connection::open(&path).unwrap();
    let begin = "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 2; BEGIN EXCLUSIVE";
    other.execute_batch(&format!("{begin}; {sql}")).unwrap();
    let mut journal = path.into_os_string();
    journal.push("-journal");
    let left = [folder.path(name), PathBuf::from(journal)].map(|file| fs::read(file).unwrap());
    assert!(left[1].len() > 4_096, "nothing was written before its end");
    let [file, journal] = left;
    (file, journal)
}

fn kept(folder: &Folder, what: &str) {
    let journal = folder.path("register.db-journal");
    for args in OPENS {
        let before = folder.files();
        let ran: Ran = folder.run(args);
        assert_eq!(ran.status, 65, "{what} {args:?}: {ran:?}");
        assert!(format!("{}{}", ran.out, ran.err).contains("register.db-journal"), "{ran:?}");
        assert!(folder.files() == before, "{what} {args:?}: something was changed");
        assert!(journal.exists());
    }
}

#[test]
fn c16_the_journal_of_another_file_is_not_played_back_into_a_register() {
    let made = Folder::new();
    let other = Connection::open(made.path("o.db")).unwrap();
    other
        .execute_batch("CREATE TABLE t (x); INSERT INTO t SELECT printf('%.4000c', 'x') FROM pragma_function_list")
        .unwrap();
    drop(other);
    let (_, foreign) = cut_off(&made, "o.db", "UPDATE t SET x = x || 'y'");
    for with_log in [false, true] {
        let folder = Folder::new();
        if with_log {
            folder.run(&["set", "1", "priority=high"]).done();
        }
        for (what, bytes) in [
            ("a hot journal", foreign.clone()),
            ("a text", b"my own diary".to_vec()),
            ("anything", (1..=255).cycle().take(9_000).collect()),
        ] {
            fs::write(folder.path("register.db-journal"), bytes).unwrap();
            kept(&folder, what);
        }
        fs::remove_file(folder.path("register.db-journal")).unwrap();
        folder.run(&["needs"]).done();
    }
}

/// The journal of a write to the register itself is played back, whatever the write had reached.
#[test]
fn c16_the_journal_of_a_write_that_was_cut_off_is_played_back() {
    for sql in [
        "UPDATE need SET text = text || printf('%.4000c', 'y')",
        "CREATE TABLE begun (x); UPDATE need SET text = text || printf('%.4000c', 'y')",
        "PRAGMA user_version = 3; UPDATE need SET text = text || printf('%.4000c', 'y')",
    ] {
        let folder = Folder::new();
        let before = folder.run(&["--read-only", "needs", "--format", "csv"]);
        let (file, journal) = cut_off(&folder, "register.db", sql);
        fs::write(folder.path("register.db"), file).unwrap();
        fs::write(folder.path("register.db-journal"), journal).unwrap();
        let ran = folder.run(&["needs", "--format", "csv"]);
        assert_eq!((ran.status, &ran.out), (0, &before.out), "{sql}: {ran:?}");
        assert!(!folder.path("register.db-journal").exists(), "{sql}");
        assert_eq!(folder.run(&["check"]).status, 0, "{sql}");
    }
}

#[test]
fn c17_what_is_no_regular_file_beside_a_register_is_named_and_left() {
    let folder = Folder::new();
    fs::write(folder.path("elsewhere"), "theirs").unwrap();
    for ending in ["-journal", "-wal", "-shm"] {
        let path = folder.path(&format!("register.db{ending}"));
        for kind in ["pipe", "folder", "link"] {
            // Either of these there only keeps the index from being made: the register opens to be read.
            if ending == "-shm" && kind != "pipe" {
                continue;
            }
            match kind {
                "pipe" => {
                    let made = Command::new("mkfifo").arg(&path).status().unwrap();
                    assert!(made.success());
                }
                "folder" => fs::create_dir(&path).unwrap(),
                _ => symlink("elsewhere", &path).unwrap(),
            }
            let before = folder.files();
            for args in OPENS {
                let mut command = folder.command();
                command.args(args).stdout(Stdio::piped()).stderr(Stdio::piped());
                let mut child = command.spawn().unwrap();
                let until = Instant::now() + Duration::from_secs(20);
                while child.try_wait().unwrap().is_none() {
                    assert!(Instant::now() < until, "{kind} {ending} {args:?}: it waits");
                    std::thread::sleep(Duration::from_millis(10));
                }
                let ran = Ran::of(&child.wait_with_output().unwrap());
                assert_eq!(ran.status, 65, "{kind} {ending} {args:?}: {ran:?}");
                let said = format!("{}{}", ran.out, ran.err);
                assert!(said.contains(&format!("register.db{ending}")), "{said}");
                assert!(folder.files() == before, "{kind} {ending} {args:?}");
            }
            if kind == "folder" { fs::remove_dir(&path) } else { fs::remove_file(&path) }.unwrap();
        }
    }
    folder.run(&["needs"]).done();
}

/// A moment that no register can keep, written by other means, does not spoil what is written after it.
#[test]
fn c10_a_write_after_a_moment_that_cannot_be_kept_can_be_read() {
    for at in [4_294_967_296_i64, 32_503_680_000, i64::MAX] {
        let folder = Folder::new();
        folder.run(&["set", "1", "priority=high"]).done();
        folder.sql().execute("INSERT INTO batch (at, who) VALUES (?1, 'x')", [at]).unwrap();
        let checked = folder.run(&["check", "--format", "json"]);
        assert!(checked.status == 1 && checked.out.contains("time-range"), "{checked:?}");
        folder.run(&["set", "5", "priority=low"]).done();
        folder.run(&["needs"]).done();
    }
}
