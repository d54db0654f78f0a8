//! `ta-tui restore`.

use super::{ALICE, Folder, GROUP, note, notes, other_accounts, own};
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::PathBuf;
use std::process::Command;

/// A register with a backup, and changed since.
fn with_backup() -> Folder {
    let folder = Folder::new();
    folder.run(&["set", "1", "notes=in the backup", "--as", "secretariat"]).done();
    folder.run(&["backup", "backup.db"]).done();
    folder.run(&["set", "1", "notes=since", "--as", "secretariat"]).done();
    folder
}

/// The one file under which the register is kept that stood there before.
fn kept(folder: &Folder) -> PathBuf {
    let kept: Vec<_> = folder
        .names()
        .into_iter()
        .filter(|name| name.contains(".before-restore-") && !name.ends_with("-wal"))
        .collect();
    assert_eq!(kept.len(), 1, "{kept:?}");
    folder.path(&kept[0])
}

#[test]
fn c3_restore_puts_the_backup_there_and_keeps_what_stood_there() {
    let folder = with_backup();
    fs::set_permissions(&folder.db, Permissions::from_mode(0o640)).unwrap();
    let backup = fs::read(folder.path("backup.db")).unwrap();
    let ran = folder.run(&["restore", "backup.db"]);
    assert!(ran.done().is_empty() && ran.err.contains(".before-restore-"), "{ran:?}");
    assert_eq!(notes(&folder.db, 1), "in the backup");
    assert_eq!(notes(&kept(&folder), 1), "since");
    assert_eq!(fs::metadata(&folder.db).unwrap().mode() & 0o777, 0o640);
    assert!(fs::read(folder.path("backup.db")).unwrap() == backup, "the backup stays as it is");
    folder.run(&["check"]).done();
    folder.run(&["set", "1", "notes=goes on", "--as", "secretariat"]).done();
    assert_eq!(folder.names().len(), 3);
}

/// The changes of a killed program stand in the log: they belong to the old register.
#[test]
fn c3_restore_keeps_the_old_log_with_the_old_register() {
    let folder = with_backup();
    let copy = Folder::empty();
    let store = folder.store();
    note(&store, 1, "in the log").unwrap();
    for name in ["register.db", "register.db-wal", "register.db-shm", "backup.db"] {
        fs::copy(folder.path(name), copy.path(name)).unwrap();
    }
    copy.run(&["restore", "backup.db"]).done();
    assert!(!copy.path("register.db-wal").exists() && !copy.path("register.db-shm").exists());
    assert_eq!(notes(&kept(&copy), 1), "in the log");
    assert_eq!(notes(&copy.db, 1), "in the backup");
    copy.run(&["check"]).done();
}

#[test]
fn c3_restore_is_refused_while_a_program_has_the_register_open() {
    let folder = with_backup();
    let store = folder.store();
    let before = folder.names();
    let ran = folder.run(&["restore", "backup.db"]);
    assert!(ran.failed(75).contains("open"), "{ran:?}");
    assert_eq!(folder.names(), before);
    note(&store, 2, "goes on").unwrap();
    drop(store);
    let reader = ta_tui::store::Store::open(&folder.db, ta_tui::store::Access::ReadOnly).unwrap();
    folder.run(&["restore", "backup.db"]).failed(75);
    drop(reader);
    folder.run(&["restore", "backup.db"]).done();
}

#[test]
fn c3_restore_takes_no_backup_that_is_damaged_foreign_or_no_file() {
    let folder = with_backup();
    let whole = fs::read(folder.path("backup.db")).unwrap();
    let mut holed = whole.clone();
    let middle = (holed.len() / 2) & !4095;
    holed[middle..middle + 4096].fill(0xEE);
    fs::write(folder.path("holed.db"), holed).unwrap();
    fs::write(folder.path("half.db"), &whole[..whole.len() / 2]).unwrap();
    fs::write(folder.path("text.db"), "text").unwrap();
    fs::write(folder.path("empty.db"), "").unwrap();
    let foreign = rusqlite::Connection::open(folder.path("foreign.db")).unwrap();
    foreign.execute_batch("CREATE TABLE t (x)").unwrap();
    drop(foreign);
    let mut newer = whole;
    newer[63] = 99;
    fs::write(folder.path("newer.db"), newer).unwrap();
    symlink("backup.db", folder.path("link.db")).unwrap();
    fs::create_dir(folder.path("folder.db")).unwrap();
    assert!(Command::new("mkfifo").arg(folder.path("fifo.db")).status().unwrap().success());
    let before = folder.files();
    for (backup, status) in [
        ("holed.db", 65),
        ("half.db", 65),
        ("text.db", 65),
        ("empty.db", 65),
        ("foreign.db", 65),
        ("newer.db", 65),
        ("fifo.db", 65),
        ("link.db", 1),
        ("folder.db", 1),
        ("missing.db", 1),
        ("register.db", 2),
    ] {
        let ran = folder.run(&["restore", backup]);
        assert!(ran.failed(status).contains(backup), "{ran:?}");
        assert!(folder.files() == before, "{backup}: {:?}", folder.names());
    }
}

#[test]
fn c3_restore_works_where_no_register_or_a_damaged_one_stands() {
    let folder = with_backup();
    folder.run(&["--db", "fresh.db", "restore", "backup.db"]).done();
    assert_eq!(notes(&folder.path("fresh.db"), 1), "in the backup");
    let damaged = vec![0; 20_000];
    fs::write(&folder.db, &damaged).unwrap();
    folder.run(&["restore", "backup.db"]).done();
    assert_eq!(notes(&folder.db, 1), "in the backup");
    assert!(fs::read(kept(&folder)).unwrap() == damaged);
    // Through a link the file is replaced that it leads to.
    symlink("register.db", folder.path("link.db")).unwrap();
    folder.run(&["--db", "link.db", "restore", "backup.db"]).done();
    assert!(folder.path("link.db").symlink_metadata().unwrap().is_symlink());
}

/// A register in use can be a backup too: its log is part of it.
#[test]
fn c3_restore_takes_what_stands_in_the_log_of_its_source() {
    let folder = with_backup();
    let store = folder.store();
    note(&store, 1, "in the log").unwrap();
    folder.run(&["--db", "fresh.db", "restore", "register.db"]).done();
    assert_eq!(notes(&folder.path("fresh.db"), 1), "in the log");
}

#[test]
fn c8_restore_says_what_keeps_the_backup_from_being_written() {
    let folder = with_backup();
    let trigger = "CREATE TRIGGER evil AFTER UPDATE ON need BEGIN SELECT 1; END";
    rusqlite::Connection::open(folder.path("backup.db")).unwrap().execute_batch(trigger).unwrap();
    let ran = folder.run(&["restore", "backup.db"]);
    assert!(ran.err.contains("“evil”") && ran.err.contains("DROP TRIGGER"), "{ran:?}");
    ran.done();
}

#[test]
fn c3_restore_wants_its_target_named() {
    let folder = with_backup();
    let mut command = folder.command();
    command.env_remove("TA_TUI_DB").args(["restore", "backup.db"]);
    let ran = super::Ran::of(&command.output().unwrap());
    assert!(ran.failed(2).contains("--db"), "{ran:?}");
    folder.run(&["--read-only", "restore", "backup.db"]).failed(1);
    assert_eq!(notes(&folder.db, 1), "since");
}

#[test]
fn c3_restore_keeps_owner_and_mode() {
    if !other_accounts() {
        return;
    }
    let folder = with_backup();
    own(&folder.db, ALICE, GROUP, 0o660);
    folder.run(&["restore", "backup.db"]).done();
    let metadata = fs::metadata(&folder.db).unwrap();
    assert_eq!((metadata.uid(), metadata.gid()), (ALICE, GROUP));
    assert_eq!(metadata.mode() & 0o777, 0o660);
}
