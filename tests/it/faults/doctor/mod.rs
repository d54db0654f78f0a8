//! Registers that were changed by other means, and the findings of `check` on them.

mod contents;
mod files;
mod running;
mod schema;

use crate::support::desk::sample;
use crate::support::home::{Home, SMALL};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// The pragmas that switch off SQLite's checks, before a register is spoilt by SQL.
const UNCHECKED: &str = "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;
                         PRAGMA trusted_schema = ON; PRAGMA legacy_alter_table = ON;";

/// The program's reaction to a spoilt register.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opens {
    /// The program refuses the file with 65.
    No,
    /// The program opens the file, and `q` ends it.
    Yes,
    /// The outcome depends on more than this.
    Either,
}

/// One way to spoil a register.
struct Case {
    name: &'static str,
    sql: &'static str,
    /// The sort of finding that says so.
    id: &'static str,
    /// The exit status of `check`.
    status: i32,
    opens: Opens,
}

const fn case(
    name: &'static str,
    id: &'static str,
    status: i32,
    opens: Opens,
    sql: &'static str,
) -> Case {
    Case { name, sql, id, status, opens }
}

/// Every file of a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let files = entries.filter(|entry| entry.path().is_file());
    files.map(|e| (e.file_name().into_string().unwrap(), fs::read(e.path()).unwrap())).collect()
}

/// Runs something that must leave every file as it is and end within some seconds.
fn untouched<T>(home: &Home, name: &str, run: impl FnOnce() -> T) -> T {
    let folder = home.db().parent().unwrap().to_owned();
    let before = files(&folder);
    let began = Instant::now();
    let done = run();
    assert!(began.elapsed() < Duration::from_secs(20), "{name}: took {:?}", began.elapsed());
    let after = files(&folder);
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&before), names(&after), "{name}");
    assert!(before == after, "{name}: the bytes of a file were changed");
    done
}

/// The kinds of findings of `check`, and its status.
fn found(home: &Home, name: &str) -> (Vec<String>, i32) {
    let (out, status) = untouched(home, name, || home.run(&["check", "--format", "json"]));
    let list: Vec<serde_json::Value> = serde_json::from_str(&out).unwrap();
    for one in &list {
        let text = one["text"].as_str().unwrap();
        assert!(!text.is_empty() && !text.contains("check-"), "{name}: {one}");
        assert!(text.chars().all(|c| !c.is_control()), "{name}: {one}");
        assert!(["fault", "remark"].contains(&one["kind"].as_str().unwrap()), "{name}: {one}");
    }
    let ids = list.iter().map(|one| one["id"].as_str().unwrap().to_owned());
    (ids.collect(), status.unwrap_or(-1))
}

/// Spoils a register, has it checked and opened.
fn hold(case: &Case) {
    let Case { name, sql, id, status, opens } = case;
    let home = Home::new();
    let spoilt = rusqlite::Connection::open(home.db()).unwrap();
    spoilt.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false).unwrap();
    spoilt.execute_batch(UNCHECKED).unwrap();
    spoilt.execute_batch(sql).unwrap_or_else(|error| panic!("{name}: {error}"));
    drop(spoilt);
    let (ids, ended) = found(&home, name);
    assert!(ids.iter().any(|found| found == id), "{name}: {ids:?}");
    assert_eq!(ended, *status, "{name}: {ids:?}");
    match opens {
        Opens::No => {
            for args in [&["needs"][..], &["frame"], &["set", "1", "priority=low"]] {
                let (out, status) = untouched(&home, name, || home.run(args));
                assert_eq!((out.as_str(), status), ("", Some(65)), "{name}: {args:?}");
            }
        }
        Opens::Yes => {
            let mut pty = home.open(&["--as", "secretariat"], &[], SMALL);
            pty.keys("q");
            assert_eq!(pty.wait_exit(), 0, "{name}");
        }
        Opens::Either => {}
    }
}

fn hold_all(cases: &[Case]) {
    // Two at a time: most of the time is spent waiting for programs to start.
    std::thread::scope(|scope| {
        for half in cases.chunks(cases.len().div_ceil(2)) {
            scope.spawn(|| half.iter().for_each(hold));
        }
    });
}

#[test]
fn a_sound_register_has_one_remark_and_check_leaves_nothing_beside_it() {
    let home = Home::new();
    assert_eq!(found(&home, "sound"), (vec!["not-covered".to_owned()], 0));
    // With a log, as after the first write.
    home.run(&["set", "1", "priority=low", "--as", "secretariat"]);
    assert_eq!(found(&home, "with a log"), (vec!["not-covered".to_owned()], 0));
    // And while another program has it open.
    let open = rusqlite::Connection::open(home.db()).unwrap();
    let one: i64 = open.query_row("SELECT count(*) FROM meta", [], |row| row.get(0)).unwrap();
    assert!(one > 0 && home.db().with_file_name("register.db-wal").exists());
    let (out, status) = home.run(&["check"]);
    assert!(status == Some(0) && out.contains("sound") && out.contains("does not cover"), "{out}");
    assert!(fs::read(sample()).unwrap().len() > 1_000_000);
}

#[test]
fn a_sort_of_finding_is_listed_twenty_times_and_then_counted() {
    let home = Home::new();
    let sql = rusqlite::Connection::open(home.db()).unwrap();
    sql.execute_batch("UPDATE need SET version = version + 1 WHERE id <= 50").unwrap();
    drop(sql);
    let (out, status) = home.run(&["check"]);
    assert_eq!(status, Some(1));
    assert_eq!(out.lines().filter(|line| line.starts_with("Fault: Need")).count(), 20, "{out}");
    assert!(out.contains("30 more of this sort") && out.contains("50 faults"), "{out}");
    let (out, _) = home.run(&["check", "--lang", "zh"]);
    assert!(out.contains("另有同类30项"), "{out}");
}
