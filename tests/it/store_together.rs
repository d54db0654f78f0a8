//! Several people at one register: merges, conflicts, undo, presence, and the drafts of unfinished
//! notes.

use crate::store_fixture::{Fixture, number, write};
use ta_tui::domain::{
    Change, Day, Edit, Kinds, Moment, NeedNumber, Priority, Record, Response, TriageField,
};
use ta_tui::store::{
    Access, Conflict, Draft, ErrorKind, LogQuery, PRESENCE_SECONDS, Present, Store, StoreError,
    Write, Written,
};
use ta_tui::text::{Lang, Text};

const HIGH: Change = Change::Priority(Some(Priority::High));
const LOW: Change = Change::Priority(Some(Priority::Low));
const MET: Change = Change::Response(Some(Response::Met));

/// Edits that name the version which their writer saw.
fn seen(who: &str, edits: &[(u32, Change, u32)]) -> Write {
    let edit = |(need, change, version): &(u32, Change, u32)| Edit {
        need: NeedNumber::new(*need),
        change: change.clone(),
        if_version: Some(*version),
    };
    Write { who: who.into(), note: String::new(), edits: edits.iter().map(edit).collect() }
}

fn conflicts(result: Result<Written, StoreError>) -> Vec<Conflict> {
    match result {
        Err(StoreError::Conflict(conflicts)) => conflicts,
        other => panic!("{other:?}"),
    }
}

#[test]
fn fields_that_do_not_collide_merge_in_one_batch() {
    let fixture = Fixture::with_needs(4);
    let (first, second) = (fixture.store(), fixture.store());
    first.write(&write("first", &[(1, HIGH), (2, Change::notes("theirs"))])).unwrap();
    first.write(&write("first", &[(1, LOW)])).unwrap();
    // Need 1 has version 3 by now, need 2 version 2, need 3 is as it was.
    let edits = [(1, MET, 1), (1, Change::notes("mine"), 1), (2, MET, 1), (3, HIGH, 1)];
    let written = second.write(&seen("second", &edits)).unwrap();
    assert_eq!((written.needs, written.changes), ([1, 2, 3].map(NeedNumber::new).to_vec(), 4));
    let log = second.log(&LogQuery { batch: written.batch, ..LogQuery::default() }).unwrap();
    assert_eq!(
        log.iter().filter(|e| e.record.number == 1).map(|e| e.version).collect::<Vec<_>>(),
        [4, 4]
    );
    let rows = fixture.rows();
    assert!(rows[0].starts_with("1|low|projected|met|") && rows[0].contains("|mine|"), "{rows:?}");
    assert!(rows[1].contains("|met|") && rows[1].contains("|theirs|"), "{rows:?}");
    assert_eq!(second.check().unwrap(), []);
    // One batch, one undo.
    second.undo(written.batch.unwrap(), "second").unwrap();
    assert!(fixture.rows()[0].starts_with("1|low|projected|planned|"));
}

#[test]
fn every_colliding_field_is_told_and_nothing_is_written() {
    let fixture = Fixture::with_needs(4);
    let (first, second) = (fixture.store(), fixture.store());
    first.write(&write("earlier", &[(1, HIGH)])).unwrap();
    first.write(&write("first", &[(1, LOW), (1, MET), (2, HIGH)])).unwrap();
    let before = fixture.rows();
    let edits = [
        (1, HIGH, 1),
        (1, Change::Response(None), 1),
        (1, Change::notes("kept"), 1),
        (2, LOW, 1),
        (3, HIGH, 1),
    ];
    let found = conflicts(second.write(&seen("second", &edits)));
    assert_eq!(fixture.rows(), before, "nothing is written, nor what did not collide");
    let told: Vec<_> = found
        .iter()
        .map(|c| {
            let code = |code: &Option<String>| code.clone().unwrap_or_else(|| "-".into());
            let [before, theirs, mine] = [&c.before, &c.theirs, &c.mine].map(code);
            format!(
                "{} {} {before} {theirs} {mine} {} v{}",
                c.record.number,
                c.field.code(),
                c.by,
                c.version
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            // The value seen is the one before the earliest change since, not before the last.
            "1 priority medium low high first v3",
            "1 response planned met - first v3",
            // Also where the writer wants the value that was there before.
            "2 priority low high low first v2",
        ]
    );
    let said = Text::of(Lang::En).say(&found[0].message());
    let changed = "Need 1: first changed Priority from “Medium” to “Low” (";
    assert!(said.starts_with(changed) && said.contains("you asked for “High”"), "{said}");
    // With theirs seen, the same edit names the newer version.
    let edits = [(1, HIGH, found[0].version), (1, Change::Response(None), found[0].version)];
    assert_eq!(second.write(&seen("second", &edits)).map(|written| written.changes), Ok(2));
}

#[test]
fn the_same_value_or_what_was_changed_back_does_not_collide() {
    let fixture = Fixture::with_needs(4);
    let (first, second) = (fixture.store(), fixture.store());
    first.write(&write("first", &[(1, HIGH)])).unwrap();
    // Both want the same: there is nothing left to write.
    assert_eq!(second.write(&seen("second", &[(1, HIGH, 1)])), Ok(Written::default()));
    // Changed and taken back: the value there is the one seen.
    first.write(&write("first", &[(2, MET)])).unwrap();
    first
        .undo(first.last_undoable("first", Kinds::of_assistance(), &[]).unwrap().unwrap(), "first")
        .unwrap();
    let mine = Change::Response(Some(Response::Unmet));
    assert_eq!(
        second.write(&seen("second", &[(2, mine, 1)])).map(|w| w.needs),
        Ok(vec![NeedNumber::new(2)])
    );
    assert_eq!(second.check().unwrap(), []);
}

#[test]
fn a_version_that_a_need_never_had_is_told_as_such() {
    let fixture = Fixture::with_needs(2);
    let store = fixture.store();
    for version in [0, 7] {
        let refused = store.write(&seen("me", &[(2, HIGH, 1), (1, HIGH, version)]));
        let error = StoreError::NoSuchVersion {
            record: Record::need(NeedNumber::new(1)),
            version: 1,
            named: version,
        };
        assert_eq!(refused, Err(error));
    }
    assert_eq!(store.log(&LogQuery::default()).unwrap(), []);
}

#[test]
fn themes_added_by_two_people_are_both_there() {
    let fixture = Fixture::with_needs(4);
    let (first, second) = (fixture.store(), fixture.store());
    first.write(&write("first", &[(1, Change::add_theme("Training"))])).unwrap();
    let edits =
        [(1, Change::add_theme("asset DECLARATIONS"), 1), (1, Change::remove_theme("x"), 1)];
    let written = second.write(&seen("second", &edits)).unwrap();
    assert_eq!(written.changes, 1);
    let log = second.log(&LogQuery { batch: written.batch, ..LogQuery::default() }).unwrap();
    assert_eq!(log[0].field, TriageField::Themes.into());
    assert_eq!(log[0].before.as_deref(), Some("Training; whistle-blowers"));
    assert_eq!(log[0].after.as_deref(), Some("Training; asset declarations; whistle-blowers"));
    // The whole set conflicts, since it would take away the other one's addition.
    let set = Change::Themes(vec!["whistle-blowers".into()]);
    let found = conflicts(second.write(&seen("second", &[(1, set, 1)])));
    assert_eq!(found[0].before.as_deref(), Some("whistle-blowers"));
    assert_eq!(number(&fixture.path, "SELECT count(*) FROM theme"), 3, "spelling makes no theme");
    second.undo(written.batch.unwrap(), "second").unwrap();
    assert_eq!(second.check().unwrap(), []);
}

#[test]
fn a_need_is_no_duplicate_of_itself_by_any_way() {
    let fixture = Fixture::with_needs(4);
    let store = fixture.store();
    let of = |need: u32, of| write("me", &[(need, Change::DuplicateOf(of))]);
    assert_eq!(
        store.write(&of(1, Some(NeedNumber::new(99)))),
        Err(StoreError::UnknownNeed(NeedNumber::new(99)))
    );
    let own = NeedNumber::new(1);
    assert_eq!(store.write(&of(1, Some(own))), Err(StoreError::Circle(own)));
    store.write(&of(1, Some(NeedNumber::new(2)))).unwrap();
    let first = store.last_undoable("me", Kinds::of_assistance(), &[]).unwrap().unwrap();
    store.write(&of(2, Some(NeedNumber::new(3)))).unwrap();
    let before = fixture.rows();
    let error = store.write(&of(3, Some(NeedNumber::new(1)))).unwrap_err();
    assert_eq!(
        (error.clone(), error.kind()),
        (StoreError::Circle(NeedNumber::new(3)), ErrorKind::Usage)
    );
    assert_eq!(fixture.rows(), before);
    // Both at once, too.
    let both = [
        (3, Change::DuplicateOf(Some(NeedNumber::new(4)))),
        (4, Change::DuplicateOf(Some(NeedNumber::new(3)))),
    ];
    assert!(matches!(store.write(&write("me", &both)), Err(StoreError::Circle(_))));
    // A redo may not close a circle either.
    store.undo(first, "me").unwrap();
    store.write(&write("other", &[(2, Change::DuplicateOf(Some(NeedNumber::new(1))))])).unwrap();
    let redo = store.last_redoable("me", Kinds::of_assistance(), &[]).unwrap();
    assert!(redo.is_none() || store.undo(redo.unwrap(), "me").is_err());
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn an_undo_in_the_way_of_others_says_how_many_and_who() {
    let fixture = Fixture::with_needs(12);
    let store = fixture.store();
    let all: Vec<(u32, Change)> = (1..=12).map(|need| (need, Change::notes("mine"))).collect();
    let mine = store.write(&write("me", &all)).unwrap();
    assert_eq!(mine.needs.len(), 12, "one batch");
    store.write(&write("ada", &[(3, Change::notes("a"))])).unwrap();
    store.write(&write("bo", &[(5, Change::notes("b")), (7, Change::notes("b"))])).unwrap();
    store.write(&write("cy", &[(8, HIGH)])).unwrap();
    let before = fixture.rows();
    let error = store.undo(mine.batch.unwrap(), "me").unwrap_err();
    assert_eq!(fixture.rows(), before);
    for (lang, words) in [
        (
            Lang::En,
            ["ada then set Notes of need 3 to a", "3 needs", "ada, bo", "Nothing was written"],
        ),
        (Lang::Zh, ["需求3", "3项需求", "ada、bo", "未写入任何内容"]),
    ] {
        let said = Text::of(lang).say(&error.message());
        assert!(words.iter().all(|word| said.contains(word)), "{said}");
        assert!(!said.contains("cy"), "another field is not in the way: {said}");
    }
}

#[test]
fn the_log_is_asked_by_need_person_and_day() {
    let fixture = Fixture::with_needs(4);
    let store = fixture.store();
    store.write(&write("ada", &[(1, HIGH), (2, HIGH)])).unwrap();
    store.write(&write("bo", &[(1, LOW)])).unwrap();
    fixture
        .sql()
        .execute_batch(
            "INSERT INTO batch (id, at, who) VALUES (9, 86399, 'ada');
             INSERT INTO change (batch_id, kind, record, field, after, version)
               VALUES (9, 'need', 3, 'projected', '1970-02-01', 2)",
        )
        .unwrap();
    let needs = |query: LogQuery| -> Vec<u32> {
        store.log(&query).unwrap().iter().map(|entry| entry.record.number).collect()
    };
    let all = LogQuery::default();
    assert_eq!(needs(all), [3, 1, 2, 1]);
    assert_eq!(needs(LogQuery { who: Some("ada"), ..all }), [3, 2, 1]);
    assert_eq!(
        needs(LogQuery {
            who: Some("ada"),
            needs: Some(&[1, 2].map(NeedNumber::new)),
            limit: 1,
            ..all
        }),
        [2]
    );
    let (epoch, next) = (Day::from_number(0), Day::from_number(1));
    assert_eq!(needs(LogQuery { until: Some(epoch), ..all }), [3]);
    assert_eq!(needs(LogQuery { since: Some(next), ..all }), [1, 2, 1]);
    assert_eq!(needs(LogQuery { since: Some(next), until: Some(next), ..all }), [0; 0]);
    assert_eq!(needs(LogQuery { needs: Some(&[]), ..all }), [0; 0]);
}

#[test]
fn presence_is_seen_by_others_until_it_expires() {
    let fixture = Fixture::with_needs(3);
    let (mine, theirs) = (fixture.store(), fixture.store());
    theirs.be_present("ada", Some(NeedNumber::new(2))).unwrap();
    let ada = |need| Present { need, who: "ada".into() };
    assert_eq!(mine.present().unwrap(), [ada(NeedNumber::new(2))]);
    assert_eq!(theirs.present().unwrap(), []);
    // One program has one need open.
    theirs.be_present("ada", Some(NeedNumber::new(3))).unwrap();
    fixture.store().be_present("bo", Some(NeedNumber::new(1))).unwrap();
    assert_eq!(
        mine.present().unwrap(),
        [Present { need: NeedNumber::new(1), who: "bo".into() }, ada(NeedNumber::new(3))]
    );
    let past = format!("UPDATE presence SET until = until - {PRESENCE_SECONDS}");
    fixture.sql().execute_batch(&past).unwrap();
    assert_eq!(mine.present().unwrap(), []);
    mine.be_present("me", None).unwrap();
    assert_eq!(number(&fixture.path, "SELECT count(*) FROM presence"), 0, "cleared away");
    assert_eq!(mine.be_present(" ", None), Err(StoreError::Nobody));
    assert_eq!(
        mine.be_present("me", Some(NeedNumber::new(77))),
        Ok(()),
        "a need that is gone is nowhere open"
    );
    let reader = Store::open(&fixture.path, Access::ReadOnly).unwrap();
    assert_eq!(reader.be_present("me", Some(NeedNumber::new(1))), Err(StoreError::ReadOnly));
    assert_eq!(mine.last_change(), Ok(0), "no line of the log");
    assert_eq!(mine.check().unwrap(), []);
}

#[test]
fn two_sessions_of_one_person_keep_a_draft_each() {
    let fixture = Fixture::with_needs(1);
    let (here, there) = (fixture.store(), fixture.store());
    let draft = |text: &str| {
        let at = Moment::from_seconds(0);
        Draft { need: NeedNumber::new(1), text: text.into(), version: 1, at, here: true }
    };
    here.save_draft("me", &draft("here")).unwrap();
    there.save_draft("me", &draft("there")).unwrap();
    let texts = |store: &Store| {
        let mut drafts: Vec<_> =
            store.drafts("me").unwrap().into_iter().map(|d| (d.here, d.text)).collect();
        drafts.sort();
        drafts
    };
    assert_eq!(texts(&here), [(false, "there".to_owned()), (true, "here".to_owned())]);
    // A draft that was not offered stays when notes are written without it, seen or not.
    let third = fixture.store();
    third.write(&write("me", &[(1, Change::notes("done"))])).unwrap();
    assert_eq!(texts(&third).len(), 2);
    third.write(&write("me", &[(1, Change::notes("done."))])).unwrap();
    assert_eq!(third.offered_drafts("me").unwrap().len(), 2);
    third.write(&write("me", &[(1, Change::notes("here, there"))])).unwrap();
    assert_eq!(texts(&third), []);
}

#[test]
fn a_draft_is_kept_until_its_notes_are_written() {
    let fixture = Fixture::with_needs(3);
    let store = fixture.store();
    let draft = |need, text: &str| Draft {
        need,
        text: text.into(),
        version: 1,
        at: Moment::from_seconds(0),
        here: true,
    };
    let kept = |who: &str| -> Vec<(u32, String)> {
        let drafts = fixture.store().drafts(who).unwrap();
        drafts.into_iter().map(|draft| (draft.need.get(), draft.text)).collect()
    };
    store.save_draft("me", &draft(NeedNumber::new(1), "first\r\nsec\u{1b}")).unwrap();
    store.save_draft("me", &draft(NeedNumber::new(1), "first\nsecond")).unwrap();
    store.save_draft("me", &draft(NeedNumber::new(2), "b")).unwrap();
    store.save_draft("you", &draft(NeedNumber::new(1), "yours")).unwrap();
    assert_eq!(kept("me"), [(1, "first\nsecond".into()), (2, "b".into())]);
    assert!(store.drafts("me").unwrap()[0].at > Moment::from_seconds(0));
    // Refused notes keep their draft; written ones drop it, also where they change nothing.
    store.write(&write("you", &[(1, Change::notes("yours"))])).unwrap();
    assert_eq!(kept("you"), []);
    let late = seen("me", &[(1, Change::notes("first\nsecond"), 1)]);
    assert_eq!(conflicts(store.write(&late)).len(), 1);
    assert_eq!(kept("me").len(), 2);
    store.write(&write("me", &[(1, Change::notes("yours"))])).unwrap();
    assert_eq!(kept("me"), [(2, "b".into())]);
    assert_eq!(
        (store.drop_draft("me", NeedNumber::new(2)), store.drop_draft("me", NeedNumber::new(2))),
        (Ok(true), Ok(false))
    );
    assert_eq!(
        store.save_draft("me", &draft(NeedNumber::new(9), "x")),
        Err(StoreError::UnknownNeed(NeedNumber::new(9)))
    );
    assert_eq!(store.last_change(), Ok(1), "no line of the log for drafts");
}
