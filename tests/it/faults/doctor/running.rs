//! C8: foreign objects put into a register while the program has it open, or before.

use super::untouched;
use crate::support::home::{Home, SMALL};
use std::path::Path;
use ta_tui::domain::{Change, Edit, NeedNumber, Priority};
use ta_tui::store::{Access, ErrorKind, Store, StoreError, Write};

const TRIGGER: &str = "CREATE TRIGGER evil AFTER UPDATE ON need
                       BEGIN UPDATE need SET notes = 'evil' WHERE id <> new.id; END";

/// A way of opening a register.
type Opening = fn(&Path, Access) -> Result<Store, StoreError>;

fn sql(path: &Path, sql: &str) {
    rusqlite::Connection::open(path).unwrap().execute_batch(sql).unwrap();
}

fn low(need: u32) -> Write {
    let change = Change::Priority(Some(Priority::Low));
    let edits = vec![Edit { need: NeedNumber::new(need), change, if_version: None }];
    Write { who: "secretariat".into(), note: String::new(), edits }
}

#[test]
fn c8_a_register_with_a_trigger_opens_for_reading_only_and_names_it() {
    let home = Home::new();
    sql(&home.db(), TRIGGER);
    let store = Store::open(&home.db(), Access::ReadWrite).unwrap();
    assert_eq!(store.access(), Access::ReadOnly);
    let said = store.notice().unwrap().to_string();
    assert!(said.contains("“evil”") && said.contains("“need”"), "{said}");
    let error = store.write(&low(1)).unwrap_err();
    assert!(matches!(error, StoreError::Interfered(_)), "{error:?}");
    assert_eq!(error.to_string(), said);
    drop(store);
    let args = ["set", "1", "priority=low", "--as", "secretariat"];
    let (_, status) = untouched(&home, "set", || home.run(&args));
    assert_eq!(status, Some(1));
    // The program reports it too, and writes no decision.
    let mut pty = home.open(&["--as", "secretariat"], &[], SMALL);
    pty.wait_text("evil");
    pty.keys("q");
    assert_eq!(pty.wait_exit(), 0);
}

/// With it SQLite refuses every write to needs, with words that say nothing to a user.
#[test]
fn c8_a_register_that_others_keep_from_being_written_opens_for_reading_only_and_names_the_table() {
    let home = Home::new();
    sql(&home.db(), "CREATE TABLE own (x REFERENCES need (priority))");
    let store = Store::open(&home.db(), Access::ReadWrite).unwrap();
    assert_eq!(store.access(), Access::ReadOnly);
    let said = store.notice().unwrap().to_string();
    assert!(said.contains("“own”") && said.contains("no key"), "{said}");
    assert!(matches!(store.write(&low(1)), Err(StoreError::Interfered(_))));
    drop(store);
    // References to a key do not keep the program from writing.
    sql(&home.db(), "DROP TABLE own; CREATE TABLE own (x REFERENCES need (id))");
    let store = Store::open(&home.db(), Access::ReadWrite).unwrap();
    store.write(&low(1)).unwrap();
}

#[test]
fn c8_a_trigger_that_comes_while_the_register_is_open_does_not_run() {
    let home = Home::new();
    let store = Store::open(&home.db(), Access::ReadWrite).unwrap();
    store.write(&low(1)).unwrap();
    sql(&home.db(), TRIGGER);
    let error = store.write(&low(2)).unwrap_err();
    assert!(matches!(error, StoreError::Interfered(_)), "{error:?}");
    sql(&home.db(), "DROP TRIGGER evil");
    store.write(&low(2)).unwrap();
    let register = store.load(&mut |_| true).unwrap();
    sql(&home.db(), "DROP TABLE draft; CREATE VIEW draft AS SELECT 1");
    let since = store.last_change().unwrap();
    let error = store.refresh(&register, since).unwrap_err();
    assert!(matches!(error, StoreError::Altered(..)), "{error:?}");
    assert_eq!(error.kind(), ErrorKind::BadData);
}

#[test]
fn c17_a_refused_register_with_a_log_gets_no_companions() {
    let home = Home::new();
    sql(&home.db(), "PRAGMA journal_mode = WAL; DROP TRIGGER change_stays");
    for access in [Access::ReadWrite, Access::ReadOnly] {
        let opens: [Opening; 2] =
            [Store::open, |path, access| Store::open_to_load(path, access, &|_| {})];
        for open in opens {
            let error = untouched(&home, "refused", || open(&home.db(), access).err().unwrap());
            assert!(matches!(error, StoreError::Altered(..)), "{error:?}");
            assert!(error.to_string().contains("“change_stays”"), "{error}");
        }
    }
    untouched(&home, "checked", || assert_eq!(home.run(&["check"]).1, Some(65)));
}
