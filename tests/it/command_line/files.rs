//! Whole files: the built-in sample, new, sample, backup, check, and files that are no register.

use super::place::{Place, Ran};
use std::fs;
use std::os::unix::fs::PermissionsExt;

#[test]
fn without_a_register_the_built_in_sample_is_copied_once() {
    let place = Place::without_register();
    let run = |args: &[&str]| Ran::of(&place.command().args(args).output().unwrap());
    let first = run(&["count", "--by", "cycle", "--format", "csv"]);
    assert_eq!(first.done(), "cycle,value,illustrative\r\n1,3672,true\r\n2,282,true\r\n");
    let copy = place.file("data/ta-tui/sample.db");
    assert!(first.err.contains("copied") && first.err.contains("illustrative"), "{first:?}");
    assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(run(&["set", "1", "notes=mine", "--as", "secretariat"]).err.contains("illustrative"));
    let second = run(&["log", "id:1", "--limit", "1", "--format", "json"]);
    assert_eq!(second.json()[0]["after"], "mine", "the copy stays");
    assert!(!second.err.contains("copied"));
}

#[test]
fn the_sample_counts_169_completed_reviews_of_the_first_cycle() {
    let place = Place::without_register();
    let args = ["count", "cycle:1", "--by", "review", "--measure", "reviews", "--format", "json"];
    let rows = Ran::of(&place.command().args(args).output().unwrap()).json();
    let completed = |row: &&serde_json::Value| {
        row["review"] == "executive-summary" || row["review"] == "country-report"
    };
    let sum: u64 = rows.iter().filter(completed).map(|row| row["value"].as_u64().unwrap()).sum();
    assert_eq!(sum, 169);
}

#[test]
fn an_illustrative_register_says_so_in_every_export() {
    let place = Place::without_register();
    place.run(&["sample", place.db.to_str().unwrap(), "--needs", "50"]).done();
    let table = place.run(&["needs"]);
    assert!(table.done().trim_end().ends_with("illustrative."), "{table:?}");
    for format in ["csv", "json"] {
        let export = place.run(&["count", "--by", "state", "--format", format]);
        assert!(export.done().contains("illustrative"));
        assert!(export.err.contains("illustrative"));
    }
    assert!(!Place::new().run(&["needs"]).done().contains("illustrative"));
}

#[test]
fn a_data_directory_that_cannot_be_written_is_said() {
    let place = Place::without_register();
    fs::write(place.file("data"), "a file where the directory should be").unwrap();
    let ran = Ran::of(&place.command().arg("needs").output().unwrap());
    assert!(ran.failed(1).contains("sample.db"), "{ran:?}");
    let ran =
        Ran::of(&place.command().arg("needs").env("XDG_DATA_HOME", "/proc/x").output().unwrap());
    assert!(ran.failed(1).contains("/proc/x"), "{ran:?}");
}

#[test]
fn a_new_register_is_empty_and_sound_and_nothing_is_overwritten() {
    let place = Place::without_register();
    let path = place.db.to_str().unwrap();
    assert!(place.run(&["new", path]).done().is_empty());
    assert_eq!(place.run(&["needs", "--format", "json"]).json().len(), 0);
    assert!(place.run(&["check"]).done().contains("sound"));
    for command in ["new", "sample", "backup"] {
        let before = fs::read(&place.db).unwrap();
        place.run(&[command, path]).failed(1);
        assert_eq!(fs::read(&place.db).unwrap(), before, "{command}");
    }
}

#[test]
fn the_same_arguments_make_the_same_sample() {
    let place = Place::without_register();
    let made = |name: &str, seed: &str| {
        let file = place.file(name);
        let path = file.to_str().unwrap();
        let ran = place.run(&["sample", path, "--needs", "40", "--seed", seed]);
        assert!(ran.done().is_empty() && !ran.err.contains('\r'), "no progress off a terminal");
        let mut list = place.command();
        Ran::of(&list.args(["--db", path, "needs", "--format", "json"]).output().unwrap()).out
    };
    let first = made("a.db", "7");
    assert_eq!(first.lines().count(), 42);
    assert_eq!(first, made("b.db", "7"));
    assert_ne!(first, made("c.db", "8"));
}

#[test]
fn a_backup_holds_the_same_needs() {
    let place = Place::new();
    place.run(&["set", "1", "priority=low"]).done();
    let copy = place.file("copy.db");
    let path = copy.to_str().unwrap();
    place.run(&["backup", path]).done();
    let of = |db: &str| place.run(&["--db", db, "needs", "--format", "json"]).out;
    assert_eq!(of(path), of(place.db.to_str().unwrap()));
}

#[test]
fn a_check_that_fails_says_what_it_found() {
    let place = Place::new();
    place.run(&["set", "1", "priority=low"]).done();
    place.sql().execute("UPDATE need SET priority = 'medium' WHERE id = 1", []).unwrap();
    let ran = place.run(&["check"]);
    assert_eq!(ran.status, 1);
    assert!(ran.out.contains("priority"), "{ran:?}");
    assert!(ran.err.contains("one fault"), "{ran:?}");
}

#[test]
fn files_that_are_no_register_are_refused_and_left_as_they_are() {
    let place = Place::new();
    let foreign = place.file("foreign.db");
    rusqlite::Connection::open(&foreign).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    let newer = place.file("newer.db");
    fs::copy(&place.db, &newer).unwrap();
    rusqlite::Connection::open(&newer).unwrap().pragma_update(None, "user_version", 999).unwrap();
    let text = place.file("text.db");
    fs::write(&text, "not a database at all, but long enough to be read as a header".repeat(9))
        .unwrap();
    let empty = place.file("empty.db");
    fs::write(&empty, "").unwrap();
    for (file, status) in [(&foreign, 65), (&newer, 65), (&text, 65), (&empty, 65)] {
        let before = fs::read(file).unwrap();
        for command in [&["needs"][..], &["set", "1", "priority=low"], &["check"]] {
            let ran = place.run(&[&["--db", file.to_str().unwrap()], command].concat());
            assert_eq!(ran.failed(status).lines().count(), 1, "one line: {ran:?}");
        }
        assert_eq!(fs::read(file).unwrap(), before, "{}", file.display());
    }
    let missing = place.file("missing.db");
    place.run(&["--db", missing.to_str().unwrap(), "needs"]).failed(1);
    assert!(!missing.exists());
}
