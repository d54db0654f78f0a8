//! The logs that saved views and settings had for themselves until schema 6 come over into the one log.

use crate::store_fixture::number;
use crate::support::older;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use ta_tui::domain::{Kind, Kinds, Moment};
use ta_tui::fields::RecordField;
use ta_tui::store::{Access, LogQuery, SavedView, Store};

const VIEWS: Kinds = Kinds::one(Kind::View);

/// A view as the log of views kept it.
fn json(name: &str, filter: &str) -> String {
    let rest = r#""owner":null,"screen":"needs","sort":"","columns":"","grouping":"","measure":"needs","key":"""#;
    format!(r#"'{{"name":"{name}","filter":"{filter}",{rest}}}'"#)
}

/// One need with two changes, the later one made after all that was done to views and to the setting.
fn sixth_version(folder: &Path) -> PathBuf {
    let path = folder.join("old.db");
    let sql = older::empty(&path, 6);
    let (unmet, met, open) =
        (json("Ours", "is:unmet"), json("Ours", "is:met"), json("Ours", "is:open"));
    let (theirs, x, y) = (json("Theirs", ""), json("X", ""), json("Y", ""));
    sql.execute_batch(&format!(
        "INSERT INTO meta VALUES ('illustrative', 'no');
         INSERT INTO state (id, name_en, name_zh, kind, party, ldc, lldc, sids)
           VALUES (9, 'Ghana', '加纳', 'state', 1, 0, 0, 0);
         INSERT INTO review (id, state_id, cycle) VALUES (7, 9, 1);
         INSERT INTO need (id, review_id, text, language, priority, version, changed_at)
           VALUES (3, 7, 'one', 'en', 'low', 3, 1500000000);
         INSERT INTO batch (id, at, who) VALUES (1, 1300000000, 'me'), (2, 1500000000, 'me');
         INSERT INTO change (batch_id, need_id, field, before, after, version)
           VALUES (1, 3, 'priority', NULL, 'high', 2), (2, 3, 'priority', 'high', 'low', 3);
         INSERT INTO saved_view (id, name, screen, filter)
           VALUES (1, 'Ours', 'needs', 'is:met'), (4, 'Y', 'needs', '');
         INSERT INTO view_change (at, who, before, after, state) VALUES
           (1400000000, 'me', NULL, {unmet}, 'done'),
           (1400000100, 'me', {unmet}, {met}, 'done'),
           (1400000200, 'ada', NULL, {theirs}, 'done'),
           (1400000300, 'ada', {theirs}, NULL, 'done'),
           (1400000400, 'me', {met}, {open}, 'undone'),
           (1400000500, 'bo', NULL, {x}, 'passed'),
           (1400000600, 'bo', NULL, {y}, 'done');
         UPDATE setting SET value = '30', version = 3;
         INSERT INTO setting_change (at, who, name, before, after, version) VALUES
           (1400000250, 'me', 'overdue-days', '90', '60', 2),
           (1400000350, 'ada', 'overdue-days', '60', '30', 3)"
    ))
    .unwrap();
    path
}

/// Each line of the log in one line of text, oldest first.
fn lines(path: &Path) -> Vec<String> {
    let sql = Connection::open(path).unwrap();
    let mut statement = sql
        .prepare(
            "SELECT concat_ws('|', b.id, b.at % 100000, b.who, coalesce(b.undoes, '-'), kind, record, field,
                              coalesce(before, '-'), coalesce(after, '-'), version)
             FROM change c JOIN batch b ON b.id = c.batch_id ORDER BY c.id",
        )
        .unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn view_named(store: &Store, name: &str) -> Option<SavedView> {
    store.saved_views("me").unwrap().into_iter().find(|view| view.name == name)
}

#[test]
fn every_entry_comes_over_with_its_moment_and_its_writer() {
    let folder = tempfile::tempdir().unwrap();
    let path = sixth_version(folder.path());
    let store = Store::open(&path, Access::ReadWrite).unwrap();
    assert_eq!(
        lines(&path),
        [
            "1|0|me|-|need|3|priority|-|high|2",
            "2|0|me|-|need|3|priority|high|low|3",
            "3|0|me|-|view|1|record|-|there|1",
            "4|100|me|-|view|1|filter|is:unmet|is:met|2",
            "5|200|ada|-|view|5|record|-|there|1",
            "6|250|me|-|setting|1|value|90|60|2",
            "7|300|ada|-|view|5|record|there|-|2",
            "8|350|ada|-|setting|1|value|60|30|3",
            "9|400|me|-|view|1|filter|is:met|is:open|3",
            "10|500|bo|-|view|6|record|-|there|1",
            // bo had undone this, and could not redo it once Y was saved.
            "11|500|bo|10|view|6|record|there|-|2",
            "12|600|bo|-|view|4|record|-|there|1",
            // me has undone this and can redo it.
            "13|600|me|9|view|1|filter|is:open|is:met|4",
        ]
    );
    let named = "SELECT group_concat(id || name || version || void ORDER BY id) FROM saved_view";
    let sql = Connection::open(&path).unwrap();
    let views: String = sql.query_row(named, [], |row| row.get(0)).unwrap();
    assert_eq!(views, "1Ours40,4Y10,5Theirs21,6X21");
    let gone = "SELECT count(*) FROM sqlite_schema WHERE name LIKE '%view_change%' OR name LIKE 'setting_change%'";
    assert_eq!(number(&path, gone), 0);
    assert_eq!(store.check().unwrap(), [], "moments that came over may run back");
    // The log of needs is unchanged.
    let log = store.log(&LogQuery::default()).unwrap();
    assert_eq!(log.iter().map(|entry| entry.change).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn undo_and_redo_go_on_across_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = sixth_version(folder.path());
    let store = Store::open(&path, Access::ReadWrite).unwrap();
    let filter = || view_named(&store, "Ours").map(|view| view.filter);
    assert_eq!(store.last_redoable("bo", VIEWS, &[]), Ok(None), "it was written over");
    assert_eq!(store.last_undoable("bo", VIEWS, &[]), Ok(Some(12)));
    assert_eq!(store.last_undoable("ada", VIEWS, &[]), Ok(Some(7)));
    assert_eq!(store.last_redoable("me", VIEWS, &[]), Ok(Some(13)));
    assert_eq!(store.last_undoable("me", VIEWS, &[]), Ok(Some(4)));
    store.undo(13, "me").unwrap();
    assert_eq!(filter().as_deref(), Some("is:open"));
    for (batch, expected) in [(14, Some("is:met")), (4, Some("is:unmet")), (3, None)] {
        assert_eq!(store.last_undoable("me", VIEWS, &[]), Ok(Some(batch)));
        store.undo(batch, "me").unwrap();
        assert_eq!(filter().as_deref(), expected);
    }
    store.undo(7, "ada").unwrap();
    assert!(view_named(&store, "Theirs").is_some());
    assert_eq!(store.last_undoable("me", Kinds::of_assistance(), &[]), Ok(Some(2)));
    assert_eq!(store.check().unwrap(), []);
}

/// A moment is never before one that is in the log, wherever in it that stands.
#[test]
fn what_is_written_next_is_not_before_anything() {
    let folder = tempfile::tempdir().unwrap();
    let path = sixth_version(folder.path());
    let sql = Connection::open(&path).unwrap();
    sql.execute_batch("UPDATE need SET id = id").unwrap();
    drop(Store::open(&path, Access::ReadWrite).unwrap());
    sql.execute_batch("INSERT INTO meta VALUES ('day', '2012-01-01'); UPDATE meta SET value = 'yes' WHERE key = 'illustrative'")
        .unwrap();
    let store = Store::open(&path, Access::ReadWrite).unwrap();
    store.set("me", ta_tui::domain::Setting::OverdueDays, "40", None).unwrap();
    let log =
        store.log(&LogQuery { kinds: Kinds::all(), limit: 1, ..LogQuery::default() }).unwrap();
    assert_eq!(
        log[0].at,
        Moment::from_seconds(1_500_000_000),
        "not before the last change of a need"
    );
}

/// Rows that no program wrote are passed over; their readable parts are kept.
#[test]
fn what_is_no_view_does_not_stop_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = sixth_version(folder.path());
    let sql = Connection::open(&path).unwrap();
    let odd = json("Odd", "is:met");
    sql.execute_batch(&format!(
        "INSERT INTO view_change (at, who, before, after, state) VALUES
           (1400000700, 'me', NULL, '17', 'done'),
           (1400000800, 'me', '{{\"name\":\"\"}}', NULL, 'done'),
           (1400000900, 'me', {odd}, NULL, 'undone'),
           (1400000050, 'me', {odd}, '[1]', 'passed')"
    ))
    .unwrap();
    let store = Store::open(&path, Access::ReadWrite).unwrap();
    let odd = store
        .log(&LogQuery { kinds: VIEWS, ..LogQuery::default() })
        .unwrap()
        .into_iter()
        .filter(|entry| entry.name.as_deref() == Some("Odd"));
    let fields: Vec<_> = odd.map(|entry| (entry.field, entry.after)).collect();
    assert!(fields.iter().all(|(field, _)| field.is_itself()), "{fields:?}");
    assert!(
        fields.len() >= 2
            && !fields.contains(&(RecordField::from_code(Kind::View, "name").unwrap(), None))
    );
}

#[test]
fn programs_that_open_an_older_register_at_once_take_it_all() {
    for _ in 0..6 {
        let folder = tempfile::tempdir().unwrap();
        let path = sixth_version(folder.path());
        let begin = std::sync::Barrier::new(4);
        let open = || {
            begin.wait();
            Store::open(&path, Access::ReadWrite).map(|store| store.access())
        };
        std::thread::scope(|scope| {
            let all: Vec<_> = (0..4).map(|_| scope.spawn(open)).collect();
            for one in all {
                assert_eq!(one.join().unwrap(), Ok(Access::ReadWrite));
            }
        });
    }
}
