//! Files beside a register: SQLite takes a log that stands there for its own.

use super::Folder;
use rusqlite::Connection;
use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;
use ta_tui::store::APPLICATION_ID;

/// The commands that make a new file at a path.
fn makers(target: &str) -> [Vec<&str>; 4] {
    [
        vec!["new", target],
        vec!["sample", target, "--needs", "5"],
        vec!["backup", target],
        vec!["--db", target, "restore", "backup.db"],
    ]
}

#[test]
fn c16_nothing_is_made_beside_a_foreign_companion_and_none_is_removed() {
    let folder = Folder::new();
    folder.run(&["backup", "backup.db"]).done();
    for ending in ["-journal", "-wal", "-shm"] {
        let companion = folder.path(&format!("y.db{ending}"));
        fs::write(&companion, "of another database").unwrap();
        let before = folder.files();
        for args in makers("y.db") {
            let said = folder.run(&args);
            let said = said.failed(1);
            assert!(said.contains(&format!("y.db{ending}")), "{said}");
            assert!(folder.files() == before, "{args:?} {ending}");
        }
        fs::remove_file(companion).unwrap();
    }
}

/// A journal that SQLite would play back over the new file.
#[test]
fn c16_a_hot_journal_of_somebody_elses_is_not_played_back() {
    let folder = Folder::new();
    let other = Connection::open(folder.path("y.db")).unwrap();
    other.execute_batch("CREATE TABLE t (x); PRAGMA cache_size = 1; BEGIN").unwrap();
    other
        .execute_batch("INSERT INTO t SELECT printf('%.4000c', 'x') FROM pragma_function_list")
        .unwrap();
    fs::rename(folder.path("y.db"), folder.path("moved.db")).unwrap();
    let journal = fs::read(folder.path("y.db-journal")).unwrap();
    assert!(journal.len() > 512);
    folder.run(&["backup", "y.db"]).failed(1);
    assert_eq!(fs::read(folder.path("y.db-journal")).unwrap(), journal);
    assert!(!folder.path("y.db").exists());
}

#[test]
fn c16_what_stands_at_the_target_stays_whatever_it_is() {
    let folder = Folder::new();
    folder.run(&["backup", "backup.db"]).done();
    symlink("nowhere", folder.path("dangling")).unwrap();
    fs::create_dir(folder.path("directory")).unwrap();
    assert!(Command::new("mkfifo").arg(folder.path("fifo")).status().unwrap().success());
    fs::write(folder.path("file"), "mine").unwrap();
    let before = folder.files();
    for target in ["dangling", "directory", "fifo", "file"] {
        for args in &makers(target)[..3] {
            let said = folder.run(args);
            assert!(said.failed(1).contains(target), "{said:?}");
        }
        if target != "file" {
            let said = folder.run(&makers(target)[3]);
            assert!([1, 65].contains(&said.status), "{said:?}");
        }
    }
    assert!(folder.files() == before);
    assert!(folder.path("dangling").symlink_metadata().unwrap().is_symlink());
}

#[test]
fn c16_the_working_copy_of_the_sample_is_not_made_beside_an_old_log() {
    let folder = Folder::empty();
    let data = folder.path("ta-tui");
    fs::create_dir(&data).unwrap();
    fs::write(data.join("sample.db-wal"), "stale").unwrap();
    let mut command = folder.command();
    command.env_remove("TA_TUI_DB").env("XDG_DATA_HOME", folder.dir.path()).arg("states");
    let ran = super::Ran::of(&command.output().unwrap());
    assert!(ran.failed(1).contains("sample.db-wal"));
    assert!(!data.join("sample.db").exists());
}

/// A register in WAL mode that has the mark of one and not its tables.
fn hollow(folder: &Folder) {
    let sql = folder.sql();
    sql.execute_batch(
        "PRAGMA foreign_keys = OFF; DROP TABLE change; PRAGMA wal_checkpoint(TRUNCATE)",
    )
    .unwrap();
    assert_eq!(
        sql.query_row("PRAGMA application_id", [], |row| row.get::<_, i32>(0)).unwrap(),
        APPLICATION_ID
    );
}

#[test]
fn c17_a_file_that_is_refused_gets_nothing_beside_it() {
    let folder = Folder::new();
    hollow(&folder);
    let before = folder.files();
    assert_eq!(before.len(), 1, "in WAL mode, with no log");
    assert_eq!(before["register.db"][18], 2);
    for args in
        [&["needs"][..], &["set", "1", "priority=low"], &["check"], &["--read-only", "needs"]]
    {
        let ran = folder.run(args);
        assert_eq!(ran.status, 65, "{ran:?}");
        assert!(folder.files() == before, "{args:?}: {:?}", folder.names());
    }
}

/// A hollow register, where a killed program has left a log without its index.
#[test]
fn c17_a_file_that_is_refused_with_its_log_gets_no_index() {
    let folder = Folder::new();
    let copy = Folder::empty();
    {
        let sql = folder.sql();
        sql.execute_batch("PRAGMA foreign_keys = OFF; DROP TABLE change").unwrap();
        for name in ["register.db", "register.db-wal"] {
            fs::copy(folder.path(name), copy.path(name)).unwrap();
        }
    }
    let before = copy.files();
    for args in [&["needs"][..], &["set", "1", "priority=low"], &["check"]] {
        let ran = copy.run(args);
        assert_eq!(ran.status, 65, "{ran:?}");
        assert!(copy.files() == before, "{args:?}: {:?}", copy.names());
    }
}

/// Half of the needs' table is overwritten.
fn damage(folder: &Folder) {
    let sql = folder.sql();
    let root: u32 = sql
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'need'", [], |row| row.get(0))
        .unwrap();
    sql.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    drop(sql);
    let mut bytes = fs::read(&folder.db).unwrap();
    let at = (root as usize - 1) * 4096;
    bytes[at..at + 64].fill(0xEE);
    fs::write(&folder.db, bytes).unwrap();
}

#[test]
fn c13_a_copy_of_a_damaged_register_is_not_called_one() {
    let folder = Folder::new();
    damage(&folder);
    let before = folder.files();
    let ran = folder.run(&["backup", "copy.db"]);
    assert!(ran.failed(65).contains("damaged"), "{ran:?}");
    assert!(folder.files() == before, "{:?}", folder.names());
}

#[test]
fn c13_rows_that_break_a_rule_are_no_damage_of_the_file() {
    let folder = Folder::new();
    let sql = folder.sql();
    sql.execute_batch(
        "PRAGMA ignore_check_constraints = ON;
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
         INSERT INTO need (review_id, text, language) SELECT 1, 'x', 'ENGLISH' FROM n;
         PRAGMA journal_mode = DELETE",
    )
    .unwrap();
    drop(sql);
    folder.run(&["set", "1", "priority=high"]).done();
    folder.run(&["backup", "copy.db"]).done();
    fs::remove_file(&folder.db).unwrap();
    folder.run(&["restore", "copy.db"]).done();
}

/// The check is of the copy, so that damage which nothing else comes across is found too.
#[test]
fn c13_an_index_that_does_not_fit_its_table_is_found() {
    let folder = Folder::new();
    let sql = folder.sql();
    sql.execute_batch(
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = 'CREATE INDEX batch_who ON batch (note)'
           WHERE name = 'batch_who';
         INSERT INTO batch (at, who, note) VALUES (1, 'a', 'z'), (2, 'b', 'y')",
    )
    .unwrap();
    drop(sql);
    let ran = folder.run(&["backup", "copy.db"]);
    assert_eq!(ran.status, 65, "{ran:?}");
    assert!(!folder.path("copy.db").exists());
}
