//! Clocks that were ahead, or go back.

use super::{Folder, note};
use ta_tui::domain::{Clock, Day, Moment, NeedNumber, Priority};
use ta_tui::store::LogQuery;

/// A register whose last change was written by a clock that was ahead by so many seconds.
fn ahead(seconds: i64) -> (Folder, i64) {
    let folder = Folder::new();
    folder.run(&["set", "1", "priority=low", "--as", "secretariat"]).done();
    let at = Clock::System.now().seconds() + seconds;
    folder
        .sql()
        .execute_batch(&format!(
            "INSERT INTO batch (at, who, note) VALUES ({at}, 'secretariat', '');
             INSERT INTO change (batch_id, kind, record, field, before, after, version)
               VALUES ((SELECT max(id) FROM batch), 'need', 1, 'priority', 'low', 'high', 3);
             UPDATE need SET priority = 'high', version = 3, changed_at = {at} WHERE id = 1"
        ))
        .unwrap();
    (folder, at)
}

#[test]
fn c11_no_change_is_written_down_before_the_one_before_it() {
    let (folder, at) = ahead(2 * 86_400);
    let ran = folder.run(&["set", "1", "priority=medium", "--as", "secretariat"]);
    ran.done();
    assert!(ran.err.contains(&Moment::from_seconds(at).to_string()), "{ran:?}");
    let store = folder.store();
    let written = note(&store, 2, "x").unwrap();
    assert_eq!(written.clock, Some(Moment::from_seconds(at)));
    store.undo(written.batch.unwrap(), "secretariat").unwrap();
    let moments: Vec<i64> =
        store.log(&LogQuery::default()).unwrap().iter().map(|entry| entry.at.seconds()).collect();
    assert!(moments.is_sorted_by(|later, earlier| later >= earlier), "{moments:?}");
    assert_eq!(moments[0], at);
    assert_eq!(store.check().unwrap(), []);
}

/// Clocks of several machines are never quite the same.
#[test]
fn c11_a_clock_behind_by_seconds_is_not_talked_about() {
    let (folder, at) = ahead(20);
    let written = note(&folder.store(), 2, "x").unwrap();
    assert_eq!(written.clock, None);
    let newest = "SELECT at FROM batch ORDER BY id DESC LIMIT 1";
    let newest: i64 = folder.sql().query_row(newest, [], |row| row.get(0)).unwrap();
    assert_eq!(newest, at);
}

/// Today is the register as it is now, and an earlier day is the log up to its end.
#[test]
fn c11_today_is_today_and_the_past_goes_by_the_order_of_the_log() {
    let (folder, _) = ahead(3 * 86_400);
    // A change behind it, by a clock that was put back: as registers hold of earlier versions.
    folder
        .sql()
        .execute_batch(
            "INSERT INTO batch (at, who, note) VALUES (1000, 'secretariat', '');
             INSERT INTO change (batch_id, kind, record, field, before, after, version)
               VALUES ((SELECT max(id) FROM batch), 'need', 1, 'priority', 'high', 'medium', 4);
             UPDATE need SET priority = 'medium', version = 4, changed_at = 1000 WHERE id = 1",
        )
        .unwrap();
    let store = folder.store();
    let now = store.load(&mut |_| true).unwrap();
    let priority = |day: Day| {
        let past = store.as_of(&now, day).unwrap();
        past.need(past.row_of(NeedNumber::new(1)).unwrap()).unwrap().priority()
    };
    let today = Clock::System.now().day();
    assert_eq!(priority(today), Some(Priority::Medium));
    assert_eq!(store.need_detail_as_of(NeedNumber::new(1), today).unwrap().history.len(), 3);
    // All of it was written since, the last two by the log's order or by their clock.
    let yesterday = Day::from_number(today.number() - 1);
    assert_eq!(priority(yesterday), None);
    assert_eq!(store.need_detail_as_of(NeedNumber::new(1), yesterday).unwrap().history.len(), 0);
    let seen = folder.run(&["needs", "id:1", "--as-of", "today", "--format", "json"]);
    assert!(seen.done().contains("medium"), "{seen:?}");
    let log = |day: &str| folder.run(&["log", "id:1", "--as-of", day, "--format", "json"]).out;
    assert_eq!(log("today").matches("\"batch\"").count(), 3, "{}", log("today"));
}
