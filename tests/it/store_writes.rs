//! Writes: all or nothing, recorded, compared by version, taken back by undo.

use crate::store_fixture::{Fixture, number, write};
use proptest::prelude::*;
use ta_tui::domain::{
    Change, Day, Edit, Horizon, Kinds, NeedNumber, Priority, Record, Response, TriageField,
};
use ta_tui::fields::RecordField;
use ta_tui::store::{ErrorKind, LogQuery, Staying, StoreError, Write, Written};

const HIGH: Change = Change::Priority(Some(Priority::High));
const LOW: Change = Change::Priority(Some(Priority::Low));

/// A write of one edit that names the version it saw.
fn seen(who: &str, need: u32, change: Change, version: u32) -> Write {
    let edit = Edit { need: NeedNumber::new(need), change, if_version: Some(version) };
    Write { who: who.into(), note: "why".into(), edits: vec![edit] }
}

fn everything() -> LogQuery<'static> {
    LogQuery { limit: 100, ..LogQuery::default() }
}

#[test]
fn a_write_sets_the_row_and_the_log() {
    let fixture = Fixture::with_needs(4);
    let store = fixture.store();
    let written = store
        .write(&write(
            "fp-gh",
            &[
                (2, Change::Priority(None)),
                (1, HIGH),
                (1, Change::FocalPoint(Some("fp-gh".into()))),
                (1, Change::notes("first\nsecond\u{202e}")),
                (1, Change::Horizon(Some(Horizon::Current))),
            ],
        ))
        .unwrap();
    let first = Written {
        batch: Some(1),
        needs: [1, 2].map(NeedNumber::new).to_vec(),
        changes: 5,
        ..Written::default()
    };
    assert_eq!(written, first);
    let rows = fixture.rows();
    let focal = number(&fixture.path, "SELECT id FROM person WHERE code = 'fp-gh'");
    assert_eq!(rows[0], format!("1|high|current|planned|{focal}|first\nsecond|-|-|5"));
    assert_eq!(rows[1].split('|').nth(1), Some("-"));
    assert_eq!(
        number(&fixture.path, "SELECT CAST(group_concat(version, '') AS INTEGER) FROM need"),
        2211
    );
    let detail = store.need_detail(NeedNumber::new(1)).unwrap();
    assert_eq!((detail.language.as_str(), detail.notes.as_str()), ("fr", "first\nsecond"));
    let newest = &detail.history[0];
    assert_eq!(newest.field, TriageField::Notes.into());
    assert_eq!((newest.before.as_deref(), newest.after.as_deref()), (None, Some("first\nsecond")));
    assert_eq!((newest.who.as_str(), newest.record.number, newest.batch), ("fp-gh", 1, 1));
    assert_eq!(detail.history.len(), 4);
    assert_eq!(store.check().unwrap(), []);
    let counts = store.counts().unwrap();
    assert_eq!((counts.needs, counts.batches, counts.changes, counts.states), (4, 1, 5, 187));
}

#[test]
fn what_changes_nothing_makes_no_batch() {
    let fixture = Fixture::with_needs(4);
    let store = fixture.store();
    assert_eq!(store.write(&write("me", &[(4, HIGH)])), Ok(Written::default()));
    // There and back within one write is nothing as well.
    assert_eq!(store.write(&write("me", &[(4, LOW), (4, HIGH)])), Ok(Written::default()));
    assert_eq!((store.last_change(), store.log(&everything())), (Ok(0), Ok(vec![])));
    let written = store.write(&write("me", &[(4, HIGH), (1, LOW)])).unwrap();
    assert_eq!((written.needs, written.changes), (vec![NeedNumber::new(1)], 1));
    assert_eq!(number(&fixture.path, "SELECT version FROM need WHERE id = 4"), 1);
}

#[test]
fn the_second_writer_sees_both_values_and_nothing_is_written() {
    let fixture = Fixture::with_needs(4);
    let (first, second) = (fixture.store(), fixture.store());
    first.write(&seen("first", 1, LOW, 1)).unwrap();
    let before = fixture.rows();
    let mut late = seen("second", 1, HIGH, 1);
    late.edits.push(Edit { need: NeedNumber::new(2), change: LOW, if_version: Some(1) });
    let error = second.write(&late).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Conflict);
    assert!(error.to_string().contains("first") && error.to_string().contains("Low"), "{error}");
    let StoreError::Conflict(conflicts) = error else { panic!("{error}") };
    assert_eq!(conflicts.len(), 1);
    let conflict = &conflicts[0];
    assert_eq!(conflict.record, Record::need(NeedNumber::new(1)));
    assert_eq!(conflict.field, TriageField::Priority.into());
    assert_eq!((conflict.theirs.as_deref(), conflict.by.as_str()), (Some("low"), "first"));
    assert_eq!(
        (conflict.before.as_deref(), conflict.mine.as_deref()),
        (Some("medium"), Some("high"))
    );
    assert_eq!(conflict.version, 2);
    assert_eq!(fixture.rows(), before);
    // The person chooses the own value: over the version that was shown.
    second.write(&seen("second", 1, HIGH, conflict.version)).unwrap();
    assert_eq!(number(&fixture.path, "SELECT version FROM need WHERE id = 1"), 3);
    // Several edits of one need name the one version that was on the screen.
    let edit = |change| Edit { need: NeedNumber::new(1), change, if_version: Some(3) };
    let edits = vec![edit(LOW), edit(Change::notes("both"))];
    let written = second.write(&Write { who: "second".into(), note: String::new(), edits });
    assert_eq!(written.map(|written| written.changes), Ok(2));
}

#[test]
fn one_bad_edit_stops_the_whole_write() {
    let fixture = Fixture::with_needs(4);
    let store = fixture.store();
    let before = fixture.rows();
    let unknown = Change::FocalPoint(Some("nobody-there".into()));
    for (edits, error) in [
        (vec![(1, LOW), (99, LOW)], StoreError::UnknownNeed(NeedNumber::new(99))),
        (vec![(1, LOW), (2, unknown)], StoreError::UnknownPerson("nobody-there".into())),
    ] {
        assert_eq!(store.write(&write("me", &edits)), Err(error.clone()));
        assert_eq!(error.kind(), ErrorKind::Usage);
    }
    assert_eq!(store.write(&write(" \u{200b}", &[(1, LOW)])), Err(StoreError::Nobody));
    assert_eq!(fixture.rows(), before);
    assert_eq!(number(&fixture.path, "SELECT count(*) FROM batch"), 0);
    store.write(&write("me", &[(1, LOW)])).unwrap();
}

#[test]
fn a_reader_reads_on_while_somebody_writes() {
    let fixture = Fixture::with_needs(20);
    let store = fixture.store();
    let writer = fixture.sql();
    writer.execute_batch("BEGIN IMMEDIATE; UPDATE need SET notes = 'half done'").unwrap();
    let register = store.load(&mut |_| true).unwrap();
    assert_eq!(register.len(), 20);
    assert_eq!(store.need_detail(NeedNumber::new(1)).unwrap().notes, "");
    writer.execute_batch("COMMIT").unwrap();
    assert_eq!(store.need_detail(NeedNumber::new(1)).unwrap().notes, "half done");
}

#[test]
fn an_uncommitted_write_leaves_nothing() {
    let fixture = Fixture::with_needs(3);
    let before = fixture.rows();
    let writer = fixture.sql();
    writer.execute_batch("BEGIN IMMEDIATE; UPDATE need SET priority = 'low', version = 9").unwrap();
    drop(writer);
    assert_eq!(fixture.rows(), before);
    assert_eq!(fixture.store().check().unwrap(), []);
}

#[test]
fn the_log_can_only_grow() {
    let fixture = Fixture::with_needs(1);
    fixture.store().write(&write("me", &[(1, LOW)])).unwrap();
    for sql in [
        "UPDATE change SET after = 'high'",
        "DELETE FROM change",
        "UPDATE batch SET who = 'you'",
        "DELETE FROM batch",
    ] {
        let error = fixture.sql().execute_batch(sql).unwrap_err();
        assert!(error.to_string().contains("append-only"), "{sql}: {error}");
    }
}

#[test]
fn undo_and_redo_walk_back_and_forth() {
    let fixture = Fixture::with_needs(4);
    let store = fixture.store();
    let start = fixture.rows();
    assert_eq!(
        (
            store.last_undoable("me", Kinds::of_assistance(), &[]),
            store.last_redoable("me", Kinds::of_assistance(), &[])
        ),
        (Ok(None), Ok(None))
    );
    store.write(&write("me", &[(1, LOW), (2, HIGH)])).unwrap();
    let middle = fixture.rows();
    store.write(&write("me", &[(1, HIGH)])).unwrap();
    store.write(&write("other", &[(3, Change::notes("theirs"))])).unwrap();
    let end = fixture.rows();
    let undo = || {
        store
            .undo(store.last_undoable("me", Kinds::of_assistance(), &[]).unwrap().unwrap(), "me")
            .unwrap()
    };
    let redo = || {
        store
            .undo(store.last_redoable("me", Kinds::of_assistance(), &[]).unwrap().unwrap(), "me")
            .unwrap()
    };
    assert_eq!(undo().needs, [NeedNumber::new(1)]);
    assert_eq!(undo().needs, [1, 2].map(NeedNumber::new));
    assert_eq!(store.last_undoable("me", Kinds::of_assistance(), &[]), Ok(None));
    assert_eq!(fixture.rows()[..2], start[..2]);
    assert_eq!(redo().needs, [1, 2].map(NeedNumber::new));
    assert_eq!(fixture.rows()[..2], middle[..2]);
    redo();
    assert_eq!(fixture.rows(), end);
    assert_eq!(store.last_redoable("me", Kinds::of_assistance(), &[]), Ok(None));
    undo();
    assert_eq!(fixture.rows()[..2], middle[..2]);
    // Something new ends the way forward.
    store.write(&write("me", &[(4, LOW)])).unwrap();
    assert_eq!(store.last_redoable("me", Kinds::of_assistance(), &[]), Ok(None));
    assert_eq!(store.check().unwrap(), []);
    let log = store.log(&LogQuery { needs: Some(&[NeedNumber::new(3)]), ..everything() }).unwrap();
    assert_eq!((log.len(), log[0].who.as_str(), log[0].undoes), (1, "other", None));
    let mine = store.log(&LogQuery { who: Some("me"), limit: 2, ..everything() }).unwrap();
    assert_eq!(mine.iter().map(|entry| entry.record.number).collect::<Vec<_>>(), [4, 1]);
    assert!(mine[1].undoes.is_some() && mine[0].change > mine[1].change);
}

#[test]
fn undo_is_refused_when_somebody_has_gone_on() {
    let fixture = Fixture::with_needs(4);
    let store = fixture.store();
    let mine = store.write(&write("me", &[(1, LOW), (2, LOW)])).unwrap().batch.unwrap();
    let theirs = store.write(&write("other", &[(1, HIGH)])).unwrap().batch.unwrap();
    let before = fixture.rows();
    let error = store.undo(mine, "me").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Conflict);
    let StoreError::ChangedSince(later) = &error else { panic!("{error}") };
    assert_eq!((later.len(), later[0].record.number, later[0].by.as_str()), (1, 1, "other"));
    assert_eq!(later[0].value.as_deref(), Some("high"));
    assert!(error.to_string().contains("other"), "{error}");
    assert_eq!(fixture.rows(), before);
    // Also when the other one has set the same value on purpose.
    store.write(&write("other", &[(1, LOW)])).unwrap();
    assert!(matches!(store.undo(mine, "me"), Err(StoreError::ChangedSince(_))));
    // Once they have taken all of it back, the way is free.
    store
        .undo(store.last_undoable("other", Kinds::of_assistance(), &[]).unwrap().unwrap(), "other")
        .unwrap();
    store.undo(theirs, "other").unwrap();
    store.undo(mine, "me").unwrap();
    assert!(matches!(store.undo(mine, "me"), Err(StoreError::AlreadyUndone { .. })));
    assert_eq!(store.undo(999, "me"), Err(StoreError::UnknownBatch(999)));
    let not_mine = store.undo(theirs, "me");
    assert_eq!(not_mine, Err(StoreError::NotYours { batch: theirs, by: "other".into() }));
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_busy_register_says_so() {
    let fixture = Fixture::with_needs(1);
    let store = fixture.store();
    store.wait_at_most(std::time::Duration::ZERO);
    let holder = fixture.sql();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(store.write(&write("me", &[(1, LOW)])), Err(StoreError::Busy));
    holder.execute_batch("ROLLBACK").unwrap();
    store.write(&write("me", &[(1, LOW)])).unwrap();
}

#[test]
fn a_check_finds_what_somebody_else_has_broken() {
    for (sql, finding) in [
        ("UPDATE need SET priority = 'high'", ("value", Some(1))),
        ("UPDATE need SET version = 7", ("version", Some(1))),
        ("UPDATE need SET changed_at = 5", ("moment", Some(1))),
        ("PRAGMA application_id = 1", ("mark", None)),
        ("PRAGMA foreign_keys = OFF; INSERT INTO need_theme VALUES (1, 77)", ("reference", None)),
        (
            "INSERT INTO change (batch_id, kind, record, field, before, after, version)
               VALUES (1, 'need', 1, 'priority', 'high', 'low', 2)",
            ("gap", Some(1)),
        ),
    ] {
        let fixture = Fixture::with_needs(1);
        let store = fixture.store();
        store.write(&write("me", &[(1, LOW)])).unwrap();
        assert_eq!(store.check().unwrap(), []);
        fixture.sql().execute_batch(sql).unwrap();
        let findings = store.check().unwrap();
        let found: Vec<_> = findings.iter().map(|found| (found.id, found.need)).collect();
        assert_eq!(found, [finding], "{sql}");
        assert!(!findings[0].message().to_string().starts_with("check-"));
    }
}

#[test]
fn a_field_that_stayed_counts_as_the_last_change_once_it_stands_again() {
    let fixture = Fixture::with_needs(1);
    let store = fixture.store();
    let both = [(1, LOW), (1, Change::Response(Some(Response::Unmet)))];
    let mine = store.write(&write("me", &both)).unwrap().batch.unwrap();
    let theirs = store.write(&write("other", &[(1, HIGH)])).unwrap().batch.unwrap();
    let staying = Staying::from([(Record::need(NeedNumber::new(1)), TriageField::Priority.into())]);
    store.undo_but(mine, "me", &staying).unwrap();
    store.undo(theirs, "other").unwrap();
    // the low priority of the first write stands
    let sql = "SELECT priority = 'low' AND changed_at IS NOT NULL FROM need WHERE id = 1";
    assert_eq!(fixture.sql().query_row(sql, [], |row| row.get(0)), Ok(true));
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn values_that_came_with_the_needs_are_no_fault_however_much_is_written() {
    let fixture = Fixture::with_needs(4);
    let store = fixture.store();
    let more = |need| {
        [
            (need, Change::Priority(Some(Priority::Medium))),
            (need, Change::notes("what was said")),
            (need, Change::FocalPoint(Some("fp-pe".into()))),
            (need, Change::ProjectedOn(Some(Day::from_number(3)))),
        ]
    };
    // By now most values that stand have a line in the log.
    store.write(&write("me", &(1..=4).flat_map(more).collect::<Vec<_>>())).unwrap();
    let sql = "SELECT count(DISTINCT record || field) FROM change";
    assert!(number(&fixture.path, sql) > 12);
    assert_eq!(store.check().unwrap(), []);
}

fn any_change() -> impl Strategy<Value = Change> {
    prop_oneof![
        prop::option::of(prop::sample::select(vec![
            Priority::High,
            Priority::Medium,
            Priority::Low
        ]))
        .prop_map(Change::Priority),
        prop::option::of(prop::sample::select(vec![Horizon::Current, Horizon::Projected]))
            .prop_map(Change::Horizon),
        prop::option::of(prop::sample::select(vec![Response::Unmet, Response::Met]))
            .prop_map(Change::Response),
        prop::option::of(prop::sample::select(vec!["fp-gh", "fp-pe", "secretariat"]))
            .prop_map(|code| Change::FocalPoint(code.map(str::to_owned))),
        "[a-c]{0,2}".prop_map(|text| Change::notes(&text)),
        prop::option::of(0..3i32).prop_map(|day| Change::ProjectedOn(day.map(Day::from_number))),
        prop::sample::select(vec!["asset declarations", "whistle-blowers", "new"])
            .prop_map(Change::add_theme),
        prop::sample::select(vec!["asset declarations", "whistle-blowers", "new"])
            .prop_map(Change::remove_theme),
        // Only the fourth need is repeated, so that there is no circle.
        prop::sample::select(vec![None, Some(NeedNumber::new(4))]).prop_map(Change::DuplicateOf),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Fields that others have written over stay; every other field of the batch is as before it.
    #[test]
    fn of_a_batch_all_but_what_stays_goes_back(
        mine in prop::collection::vec((1..4u32, any_change()), 1..8),
        theirs in prop::collection::vec((1..4u32, any_change()), 0..6),
    ) {
        let fixture = Fixture::with_needs(4);
        let store = fixture.store();
        let value = |record: Record, field: RecordField| {
            let query = LogQuery { needs: Some(&[NeedNumber::new(record.number)]), ..LogQuery::default() };
            let log = store.log(&query).unwrap();
            log.into_iter().find(|entry| entry.field == field).and_then(|entry| entry.after)
        };
        let Some(batch) = store.write(&write("me", &mine)).unwrap().batch else { return Ok(()) };
        store.write(&write("other", &theirs)).unwrap();
        let shown = store.undoable(batch).unwrap();
        let staying: Staying = shown
            .fields
            .iter()
            .filter(|field| field.since.is_some())
            .map(|field| (field.record, field.field))
            .collect();
        // The fields shown before are those that a plain undo refuses, and the effects are those of the undo.
        match store.undo(batch, "me") {
            Ok(_) => prop_assert!(staying.is_empty()),
            Err(StoreError::ChangedSince(later)) => {
                let later: Staying = later.iter().map(|l| (l.record, l.field)).collect();
                prop_assert_eq!(&later, &staying);
                store.undo_but(batch, "me", &staying).unwrap();
            }
            Err(error) => panic!("{error}"),
        }
        for field in &shown.fields {
            let expected = if field.since.is_some() { &field.now } else { &field.then };
            prop_assert_eq!(&value(field.record, field.field), expected, "{:?}", field);
        }
        prop_assert_eq!(store.check().unwrap(), []);
    }

    #[test]
    fn undos_in_reverse_restore_the_rows(
        writes in prop::collection::vec(prop::collection::vec((1..4u32, any_change()), 1..5), 1..8)
    ) {
        let fixture = Fixture::with_needs(4);
        let store = fixture.store();
        // Also when each was changed last: writes taken back do not count.
        let moments = || -> Vec<Option<i64>> {
            let sql = fixture.sql();
            let mut moments = sql.prepare("SELECT changed_at FROM need ORDER BY id").unwrap();
            moments.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
        };
        let mut states = vec![fixture.rows()];
        let mut changed = vec![moments()];
        let mut batches = Vec::new();
        for edits in &writes {
            if let Some(batch) = store.write(&write("me", edits)).unwrap().batch {
                batches.push(batch);
                states.push(fixture.rows());
                changed.push(moments());
            }
        }
        let forwards = states.clone();
        for batch in batches.iter().rev() {
            prop_assert_eq!(store.last_undoable("me", Kinds::of_assistance(), &[]).unwrap(), Some(*batch));
            prop_assert_eq!(&fixture.rows(), &states.pop().unwrap());
            prop_assert_eq!(moments(), changed.pop().unwrap());
            store.undo(*batch, "me").unwrap();
        }
        prop_assert_eq!(&fixture.rows(), &forwards[0]);
        prop_assert_eq!(store.last_undoable("me", Kinds::of_assistance(), &[]).unwrap(), None);
        for state in &forwards[1..] {
            store.undo(store.last_redoable("me", Kinds::of_assistance(), &[]).unwrap().unwrap(), "me").unwrap();
            prop_assert_eq!(&fixture.rows(), state);
        }
        prop_assert_eq!(store.last_redoable("me", Kinds::of_assistance(), &[]).unwrap(), None);
        prop_assert_eq!(store.check().unwrap(), vec![]);
    }
}
