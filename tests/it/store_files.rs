//! A file that is no register is refused by its reason and keeps every byte; a register opens as
//! far as its place allows.

use crate::store_fixture::{Fixture, number, write};
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;
use ta_tui::domain::{Change, NeedNumber, Priority};
use ta_tui::store::{APPLICATION_ID, Access, ErrorKind, SCHEMA_VERSION, Store, StoreError};

/// A way of opening a register.
type Opening = fn(&Path, Access) -> Result<Store, StoreError>;

/// Every file of a directory with its bytes.
fn files(directory: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(directory).unwrap().map(Result::unwrap);
    entries
        .filter(|entry| entry.path().is_file())
        .map(|e| (e.file_name().into_string().unwrap(), fs::read(e.path()).unwrap()))
        .collect()
}

/// Opens, which must fail and leave the directory as it was.
fn refused(path: &Path) -> StoreError {
    let directory = path.parent().unwrap();
    let before = files(directory);
    let mut errors = Vec::new();
    for access in [Access::ReadWrite, Access::ReadOnly] {
        let opens: [Opening; 2] =
            [Store::open, |path, access| Store::open_to_load(path, access, &|_| {})];
        for open in opens {
            let Err(error) = open(path, access) else { panic!("{} opened", path.display()) };
            assert!(files(directory) == before, "the files were touched");
            assert!(!error.to_string().contains("store-"), "{error}");
            errors.push(error);
        }
    }
    assert!(errors.iter().all(|error| *error == errors[0]), "{errors:?}");
    errors.remove(0)
}

#[test]
fn what_is_not_there_or_no_file_is_said() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("none.db");
    assert_eq!(refused(&path), StoreError::Missing(path.clone()));
    assert_eq!(refused(&path).kind(), ErrorKind::CouldNot);
    let inner = directory.path().join("folder");
    fs::create_dir(&inner).unwrap();
    assert_eq!(refused(&inner), StoreError::Directory(inner.clone()));
}

#[test]
fn what_is_no_database_is_said() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("file.db");
    fs::write(&path, "").unwrap();
    assert_eq!(refused(&path), StoreError::Empty(path.clone()));
    for bytes in [&b"x"[..], b"SQLite format 3\0", &[b'x'; 4096]] {
        fs::write(&path, bytes).unwrap();
        assert_eq!(refused(&path), StoreError::NoDatabase(path.clone()));
        assert_eq!(refused(&path).kind(), ErrorKind::BadData);
    }
}

#[test]
fn another_programs_database_is_said() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("other.db");
    let sql = Connection::open(&path).unwrap();
    sql.execute_batch("CREATE TABLE need (id INTEGER)").unwrap();
    drop(sql);
    assert_eq!(refused(&path), StoreError::Foreign(path.clone()));
}

#[test]
fn a_newer_schema_is_said() {
    let fixture = Fixture::with_needs(1);
    fixture.sql().execute_batch("PRAGMA journal_mode = DELETE; PRAGMA user_version = 99").unwrap();
    let error = refused(&fixture.path);
    assert!(matches!(error, StoreError::Newer(_, 99, _)), "{error:?}");
    // Also where only the log says so yet.
    let other = Fixture::with_needs(1);
    let holder = other.sql();
    holder.execute_batch("PRAGMA user_version = 98").unwrap();
    let error = Store::open(&other.path, Access::ReadWrite).err();
    assert!(matches!(error, Some(StoreError::Newer(_, 98, _))), "{error:?}");
}

#[test]
fn a_mark_without_tables_is_damage() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("hollow.db");
    let sql = Connection::open(&path).unwrap();
    sql.execute_batch("CREATE TABLE need (id INTEGER)").unwrap();
    sql.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
    drop(sql);
    assert!(matches!(refused(&path), StoreError::Damaged(Some(_), _)));
}

#[test]
fn a_cut_or_overwritten_file_is_damage_and_keeps_its_bytes() {
    let fixture = Fixture::with_needs(500);
    fixture.sql().execute_batch("PRAGMA journal_mode = DELETE").unwrap();
    let whole = fs::read(&fixture.path).unwrap();
    fs::write(&fixture.path, &whole[..whole.len() / 2]).unwrap();
    assert!(matches!(refused(&fixture.path), StoreError::Damaged(Some(_), _)));
    // Overwritten where the needs begin, which opening does not come across by itself: found
    // before the file is prepared for writing.
    fs::write(&fixture.path, &whole).unwrap();
    let root = "SELECT rootpage FROM sqlite_schema WHERE name = 'need'";
    let at = (usize::try_from(number(&fixture.path, root)).unwrap() - 1) * 4096;
    let mut holed = whole.clone();
    holed[at..at + 64].fill(0xEE);
    fs::write(&fixture.path, &holed).unwrap();
    let error = Store::open(&fixture.path, Access::ReadWrite).err();
    assert!(matches!(error, Some(StoreError::Damaged(Some(_), _))), "{error:?}");
    assert!(fs::read(&fixture.path).unwrap() == holed);
    let reader = Store::open(&fixture.path, Access::ReadOnly);
    let error = reader.and_then(|store| store.load(&mut |_| true)).err();
    assert!(matches!(error, Some(StoreError::Damaged(Some(_), _))), "{error:?}");
    assert!(fs::read(&fixture.path).unwrap() == holed);
}

#[test]
fn create_refuses_what_is_there_and_leaves_nothing_when_it_fails() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("kept.txt");
    fs::write(&path, "kept").unwrap();
    assert_eq!(Store::create(&path).err(), Some(StoreError::Exists(path.clone())));
    assert_eq!(fs::read(&path).unwrap(), b"kept");
    let nowhere = directory.path().join("no/such/place.db");
    assert!(matches!(Store::create(&nowhere), Err(StoreError::CannotMake(..))));
    assert_eq!(files(directory.path()).len(), 1);
}

#[test]
fn a_new_register_carries_its_marks_and_safe_settings() {
    let fixture = Fixture::with_needs(0);
    let store = fixture.store();
    assert_eq!((store.access(), store.notice()), (Access::ReadWrite, None));
    assert_eq!(number(&fixture.path, "PRAGMA application_id"), i64::from(APPLICATION_ID));
    assert_eq!(number(&fixture.path, "PRAGMA user_version"), SCHEMA_VERSION);
    let mode: String =
        fixture.sql().query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal");
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn reading_only_refuses_writes_as_such() {
    let fixture = Fixture::with_needs(2);
    let store = Store::open(&fixture.path, Access::ReadOnly).unwrap();
    assert_eq!((store.access(), store.notice()), (Access::ReadOnly, None));
    let edit = write("me", &[(1, Change::Priority(Some(Priority::Low)))]);
    assert_eq!(store.write(&edit), Err(StoreError::ReadOnly));
    assert_eq!(store.load(&mut |_| true).unwrap().len(), 2);
}

/// A link that leads nowhere where SQLite wants to put its index stops it as a read-only directory
/// does, for every user, also one who may write anywhere.
fn block_index(register: &Path) {
    let index = register.with_file_name("register.db-shm");
    std::os::unix::fs::symlink(register.with_file_name("no/where"), index).unwrap();
}

#[test]
fn where_nothing_can_be_written_the_register_still_opens_to_be_read() {
    let fixture = Fixture::with_needs(3);
    block_index(&fixture.path);
    let before = files(fixture.directory.path());
    let store = fixture.store();
    assert_eq!(store.access(), Access::ReadOnly);
    assert!(store.notice().is_some());
    assert_eq!(store.load(&mut |_| true).unwrap().len(), 3);
    drop(store);
    let asked = Store::open(&fixture.path, Access::ReadOnly).unwrap();
    assert_eq!(asked.notice(), None);
    drop(asked);
    let loaded = Store::open_to_load(&fixture.path, Access::ReadWrite, &|_| {}).unwrap();
    assert_eq!(loaded.load(&mut |_| true).unwrap().len(), 3);
    drop(loaded);
    assert!(files(fixture.directory.path()).get("register.db") == before.get("register.db"));
}

#[test]
fn a_log_that_cannot_be_read_is_not_passed_over() {
    let fixture = Fixture::with_needs(3);
    let holder = fixture.sql();
    holder.execute_batch("UPDATE need SET text = 'only in the log'").unwrap();
    let place = fixture.directory.path().join("copy");
    fs::create_dir(&place).unwrap();
    for name in ["register.db", "register.db-wal"] {
        fs::copy(fixture.directory.path().join(name), place.join(name)).unwrap();
    }
    let path = place.join("register.db");
    block_index(&path);
    assert_eq!(refused(&path), StoreError::PendingLog(path.clone()));
}

/// An index that can be opened but not written: SQLite reads the log without it.
#[test]
fn a_log_without_a_usable_index_is_read() {
    let fixture = Fixture::with_needs(3);
    let holder = fixture.sql();
    holder.execute_batch("UPDATE need SET notes = 'only in the log'").unwrap();
    let place = fixture.directory.path().join("copy");
    fs::create_dir_all(place.join("register.db-shm")).unwrap();
    for name in ["register.db", "register.db-wal"] {
        fs::copy(fixture.directory.path().join(name), place.join(name)).unwrap();
    }
    let before = files(&place);
    let store = Store::open(&place.join("register.db"), Access::ReadWrite).unwrap();
    assert_eq!(store.access(), Access::ReadOnly);
    assert!(store.notice().is_some());
    assert_eq!(store.need_detail(NeedNumber::new(2)).unwrap().notes, "only in the log");
    drop(store);
    assert!(files(&place) == before);
}

/// The copy is a register as a killed writer leaves it: one write in the log, another one under way.
#[test]
fn a_killed_writers_register_is_sound_and_holds_what_was_acknowledged() {
    let fixture = Fixture::with_needs(200);
    let store = fixture.store();
    store.write(&write("me", &[(1, Change::notes("acknowledged"))])).unwrap();
    let writer = fixture.sql();
    writer.execute_batch("PRAGMA cache_size = 1; BEGIN IMMEDIATE").unwrap();
    // More than the cache holds, so that unfinished pages reach the log.
    writer.execute_batch("UPDATE need SET notes = printf('%.2000c', 'x')").unwrap();
    let place = fixture.directory.path().join("after");
    fs::create_dir(&place).unwrap();
    for name in ["register.db", "register.db-wal"] {
        fs::copy(fixture.directory.path().join(name), place.join(name)).unwrap();
    }
    let survivor = Store::open(&place.join("register.db"), Access::ReadWrite).unwrap();
    assert_eq!(survivor.check().unwrap(), []);
    assert_eq!(survivor.need_detail(NeedNumber::new(1)).unwrap().notes, "acknowledged");
    assert_eq!(survivor.need_detail(NeedNumber::new(2)).unwrap().notes, "");
}

#[test]
fn a_backup_is_one_plain_file_with_the_same_content() {
    let fixture = Fixture::with_needs(50);
    let store = fixture.store();
    store.write(&write("me", &[(1, Change::notes("in the log"))])).unwrap();
    let copy = fixture.directory.path().join("backup.db");
    let mut last = (0, 0);
    store
        .backup(&copy, &mut |done, all| {
            last = (done, all);
            true
        })
        .unwrap();
    assert!(last.0 == last.1 && last.1 > 0);
    assert_eq!(fs::read(&copy).unwrap()[18..20], [1, 1], "not in WAL mode");
    assert!(!copy.with_file_name("backup.db-wal").exists());
    let copied = Store::open(&copy, Access::ReadOnly).unwrap();
    let (one, other) = (store.load(&mut |_| true).unwrap(), copied.load(&mut |_| true).unwrap());
    assert!(one.chunks == other.chunks && one.vocabulary == other.vocabulary);
    assert_eq!(
        copied.need_detail(NeedNumber::new(1)).unwrap(),
        store.need_detail(NeedNumber::new(1)).unwrap()
    );
    let again = store.backup(&copy, &mut |_, _| true);
    assert_eq!(again, Err(StoreError::Exists(copy)));
    let stopped = fixture.directory.path().join("stopped.db");
    assert_eq!(store.backup(&stopped, &mut |_, _| false), Err(StoreError::Stopped));
    assert!(!stopped.exists());
}

#[test]
fn whoever_opens_a_new_register_waits_for_those_who_write_in_it() {
    let fixture = Fixture::with_needs(4);
    let copy = fixture.path.with_file_name("copy.db");
    fixture.store().backup(&copy, &mut |_, _| true).unwrap();
    // A copy is one plain file; another program writes in it before it is ready for several.
    let other = Connection::open(&copy).unwrap();
    let writing = "PRAGMA journal_mode = DELETE; BEGIN IMMEDIATE; UPDATE need SET text = text";
    other.execute_batch(writing).unwrap();
    let (tell, told) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(|| drop(tell.send(Store::open(&copy, Access::ReadWrite))));
        let early = told.recv_timeout(Duration::from_millis(100)).map(Result::err);
        assert_eq!(early, Err(RecvTimeoutError::Timeout));
        other.execute_batch("COMMIT").unwrap();
        let store = told.recv().unwrap().unwrap();
        store.write(&write("me", &[(1, Change::Priority(Some(Priority::Low)))])).unwrap();
    });
}
