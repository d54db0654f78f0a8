//! Several accounts at one register: who may not write leaves nothing behind.

use super::{ALICE, BOB, Folder, GROUP, PROGRAM, Ran, note, other_accounts, own};
use crate::support::pty::Pty;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::channel;
use std::time::Duration;
use ta_tui::domain::{Clock, NeedNumber};
use ta_tui::store::{Access, Store};
use ta_tui::worker::{Report, Request, Worker, WorkerSettings};

const READS: [&[&str]; 4] =
    [&["needs"], &["--read-only", "count", "--by", "cycle"], &["log", "id:1"], &["frame"]];

#[test]
fn c1_a_reader_of_another_account_leaves_nothing_behind() {
    if !other_accounts() {
        return;
    }
    // With and without the reader's right to make files; alone, and while the owner has it open.
    for mode in [0o777, 0o1777, 0o2775, 0o755] {
        let folder = Folder::new();
        own(&folder.db, ALICE, ALICE, 0o644);
        own(folder.dir.path(), ALICE, GROUP, mode);
        for args in READS {
            folder.run_as((BOB, GROUP), args).done();
            assert_eq!(folder.names(), ["register.db"], "{args:?} {mode:o}");
        }
        let held = folder.store();
        note(&held, 1, "in the log").unwrap();
        let before = folder.names();
        let seen = folder.run_as((BOB, GROUP), &["needs", "--format", "json"]);
        assert_eq!(seen.done().matches("\"id\"").count(), 20);
        let log = folder.run_as((BOB, GROUP), &["log", "id:1"]);
        assert!(log.done().contains("in the log"), "{log:?}");
        assert_eq!(folder.names(), before);
        drop(held);
        assert_eq!(folder.names(), ["register.db"], "the last one removes what it made");
        folder.run_as((ALICE, ALICE), &["set", "1", "priority=low", "--as", "secretariat"]).done();
        assert_eq!(folder.names(), ["register.db"]);
        let metadata = fs::metadata(&folder.db).unwrap();
        assert_eq!((metadata.uid(), metadata.mode() & 0o777), (ALICE, 0o644));
    }
}

/// A log that a killed program has left, which the reader may read and not move into the file.
#[test]
fn c1_a_reader_reads_a_log_that_was_left_and_leaves_it() {
    if !other_accounts() {
        return;
    }
    let folder = Folder::new();
    let copy = Folder::empty();
    let held = folder.store();
    note(&held, 1, "in the log").unwrap();
    for name in ["register.db", "register.db-wal", "register.db-shm"] {
        fs::copy(folder.path(name), copy.path(name)).unwrap();
        own(&copy.path(name), ALICE, ALICE, 0o644);
    }
    own(copy.dir.path(), ALICE, ALICE, 0o777);
    let before = copy.files();
    let log = copy.run_as((BOB, BOB), &["log", "id:1"]);
    assert!(log.done().contains("in the log"), "{log:?}");
    assert!(copy.files() == before, "{:?}", copy.names());
    // Without the index it cannot be read, and none is made.
    fs::remove_file(copy.path("register.db-shm")).unwrap();
    let ran = copy.run_as((BOB, BOB), &["needs"]);
    assert!(ran.failed(1).contains("register.db-wal"), "{ran:?}");
    assert_eq!(copy.names(), ["register.db", "register.db-wal"]);
    copy.run_as((ALICE, ALICE), &["set", "1", "priority=low", "--as", "secretariat"]).done();
    assert_eq!(copy.names(), ["register.db"]);
}

#[test]
fn c1_what_is_made_in_a_shared_folder_is_the_groups_to_write() {
    if !other_accounts() {
        return;
    }
    let folder = Folder::empty();
    own(folder.dir.path(), ALICE, GROUP, 0o2770);
    let run = |uid, args: &[&str]| folder.run_as((uid, GROUP), args).status;
    assert_eq!(run(ALICE, &["new", "register.db"]), 0);
    assert_eq!(run(ALICE, &["sample", "sample.db", "--needs", "3"]), 0);
    assert_eq!(run(BOB, &["backup", "copy.db"]), 0);
    assert_eq!(run(BOB, &["--db", "restored.db", "restore", "copy.db"]), 0);
    for name in ["register.db", "sample.db", "copy.db", "restored.db"] {
        let metadata = fs::metadata(folder.path(name)).unwrap();
        assert_eq!((metadata.gid(), metadata.mode() & 0o660), (GROUP, 0o660), "{name}");
    }
    for uid in [BOB, ALICE] {
        let set = ["--db", "sample.db", "set", "1", "notes=x", "--as", "secretariat"];
        assert_eq!(run(uid, &set), 0);
    }
    // Elsewhere the account's own mask holds.
    let plain = Folder::empty();
    own(plain.dir.path(), ALICE, GROUP, 0o770);
    plain.run_as((ALICE, GROUP), &["new", "register.db"]).done();
    let mode = fs::metadata(&plain.db).unwrap().permissions().mode();
    assert_eq!(mode & 0o022, 0, "{mode:o}");
}

/// In a folder without setgid a member's files have the member's own group.
#[test]
fn c1_the_log_has_the_registers_group_in_any_folder() {
    let setpriv = Path::new("/usr/bin/setpriv");
    if !other_accounts() || !setpriv.exists() {
        return;
    }
    let folder = Folder::new();
    own(&folder.db, ALICE, GROUP, 0o660);
    own(folder.dir.path(), ALICE, GROUP, 0o770);
    let (bob, alice, group) = (BOB.to_string(), ALICE.to_string(), GROUP.to_string());
    let member = |uid: &str| {
        ["--reuid", uid, "--regid", uid, "--groups", &group, PROGRAM].map(str::to_owned)
    };
    let args = member(&bob);
    let mut args: Vec<&str> = args.iter().map(String::as_str).collect();
    let db = folder.db.to_string_lossy();
    args.extend(["--db", &db, "--as", "secretariat"]);
    let env = [("HOME", "/nonexistent"), ("TERM", "xterm-256color"), ("LANG", "C.UTF-8")];
    let mut open = Pty::spawn(setpriv, &args, &env, (80, 24));
    open.wait_text("20 of 20 needs");
    for name in ["register.db-wal", "register.db-shm"] {
        let metadata = fs::metadata(folder.path(name)).unwrap();
        assert_eq!((metadata.uid(), metadata.gid()), (BOB, GROUP), "{name}");
    }
    let mut set = Command::new(setpriv);
    folder.prepare(&mut set);
    set.args(member(&alice)).args(["set", "1", "notes=x", "--as", "secretariat"]);
    Ran::of(&set.output().unwrap()).done();
    open.keys("q");
    assert_eq!(open.wait_exit(), 0);
    assert_eq!(folder.names(), ["register.db"]);
}

/// Another account's log that the group may not write: reported, and left.
#[test]
fn c1_a_companion_that_may_not_be_written_is_named() {
    if !other_accounts() {
        return;
    }
    let folder = Folder::new();
    own(&folder.db, ALICE, GROUP, 0o664);
    own(folder.dir.path(), ALICE, GROUP, 0o2775);
    for name in ["register.db-wal", "register.db-shm"] {
        fs::write(folder.path(name), "").unwrap();
        own(&folder.path(name), BOB, BOB, 0o644);
    }
    let ran = folder.run_as((ALICE, GROUP), &["set", "1", "notes=x", "--as", "secretariat"]);
    let said = ran.failed(1);
    for part in ["may not write", "register.db-wal", &BOB.to_string(), "0644"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    folder.run_as((ALICE, GROUP), &["needs"]).done();
}

#[test]
fn c1_a_refusal_names_what_may_not_be_written_its_owner_and_its_mode() {
    if !other_accounts() {
        return;
    }
    let set = ["set", "1", "priority=low", "--as", "secretariat"];
    let folder = Folder::new();
    own(&folder.db, ALICE, GROUP, 0o644);
    own(folder.dir.path(), ALICE, GROUP, 0o2775);
    let ran = folder.run_as((BOB, GROUP), &set);
    let said = ran.failed(1);
    for part in ["may not write", "register.db (", &ALICE.to_string(), &GROUP.to_string(), "0644"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    own(&folder.db, ALICE, GROUP, 0o664);
    own(folder.dir.path(), ALICE, GROUP, 0o755);
    let ran = folder.run_as((BOB, GROUP), &set);
    let said = ran.failed(1);
    let named = fs::canonicalize(folder.dir.path()).unwrap();
    for part in [&*format!("may not write {} (", named.display()), &ALICE.to_string(), "0755"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(folder.names(), ["register.db"]);
}

/// A reader that reads the file as one which does not change hears of the first change.
#[test]
fn c1_a_reader_who_may_not_write_still_sees_what_others_write() {
    let folder = Folder::new();
    fs::set_permissions(&folder.db, fs::Permissions::from_mode(0o444)).unwrap();
    let store = Store::open(&folder.db, Access::ReadWrite).unwrap();
    assert_eq!(store.access(), Access::ReadOnly);
    assert_eq!(folder.names(), ["register.db"]);
    let settings = WorkerSettings {
        who: "me".into(),
        watch: true,
        remembers: false,
        as_of: None,
        clock: Clock::System,
        few_needs: WorkerSettings::FEW_NEEDS,
        session: None,
        ledger: None,
        texts: true,
    };
    let (sender, reports) = channel();
    let worker = Worker::start(move || Some((store, settings)), move |r| sender.send(r).is_ok());
    let worker = worker.unwrap();
    let wait = |wanted: &dyn Fn(&Report) -> bool| loop {
        let report = reports.recv_timeout(Duration::from_secs(20)).expect("a report");
        if wanted(&report) {
            return;
        }
    };
    worker.send(Request::Detail { ticket: 1, need: NeedNumber::new(1) });
    wait(&|report| matches!(report, Report::Detail { .. }));
    fs::set_permissions(&folder.db, fs::Permissions::from_mode(0o644)).unwrap();
    let writer = folder.store();
    fs::set_permissions(&folder.db, fs::Permissions::from_mode(0o444)).unwrap();
    fs::set_permissions(&folder.db, fs::Permissions::from_mode(0o644)).unwrap();
    for text in ["first", "second"] {
        note(&writer, 2, text).unwrap();
        wait(
            &|report| matches!(report, Report::ChangedElsewhere(needs) if needs == &[NeedNumber::new(2)]),
        );
    }
    worker.send(Request::Detail { ticket: 2, need: NeedNumber::new(2) });
    wait(&|report| matches!(report, Report::Detail { detail, .. } if detail.notes == "second"));
}
