//! Tests of imports: one batch, all or none, with UUIDs, origins and references between the records of one file.

use super::{field, register, values};
use crate::domain::{Kind, NeedNumber, Origin, Record};
use crate::store::{
    Differing, Edited, ImportWrite, ImportedFile, ImportedRecord, LogQuery, RecordEdit,
    RecordWrite, Store, StoreError,
};

const UUID: [u8; 16] = [7; 16];

fn record(kind: Kind, pairs: &[(&str, &str)], refers: &[(&str, usize)]) -> ImportedRecord {
    let values =
        values(pairs).into_iter().map(|(code, value)| (field(kind, &code), value)).collect();
    ImportedRecord {
        edit: RecordEdit { record: Edited::New(kind), values, void: None, if_version: None },
        refers: refers.iter().map(|(code, place)| (field(kind, code), *place)).collect(),
        uuid: None,
        origin: Origin::Imported,
    }
}

fn import(store: &Store, who: &str, records: Vec<ImportedRecord>) -> ImportWrite {
    let file = ImportedFile {
        target: "needs",
        name: "list.csv".to_owned(),
        sha256: "a".repeat(64),
        mapping: "[columns]\n".to_owned(),
        rows: records.len(),
    };
    let seen = store.last_change().unwrap();
    ImportWrite { who: who.to_owned(), note: String::new(), file, records, seen }
}

/// A review, a need of it with a UUID, and another one that repeats it.
fn three() -> Vec<ImportedRecord> {
    let review = record(Kind::Review, &[("state", "9"), ("cycle", "2")], &[]);
    let values = [("state", "9"), ("text", "first"), ("article", "52"), ("theme", "Brand new")];
    let mut need = record(Kind::Need, &values, &[("review", 0)]);
    need.uuid = Some(UUID);
    let mut again = record(Kind::Need, &[("state", "9"), ("text", "again")], &[("review", 0)]);
    again.refers.push((field(Kind::Need, "duplicate"), 1));
    again.origin = Origin::Illustrative;
    vec![review, need, again]
}

fn cell(store: &Store, sql: &str) -> String {
    store.connection.query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn an_import_is_one_batch_with_its_file_and_one_undo() {
    let store = register();
    let written = store.import(&import(&store, "me", three()), &mut |_| true).unwrap();
    assert_eq!((written.added.len(), written.changes), (3, 3));
    let of_import = "SELECT group_concat(origin || ' ' || hex(uuid), ' ' ORDER BY id) FROM need
                     WHERE review_id = (SELECT max(id) FROM review)";
    let found = cell(&store, of_import);
    assert!(found.starts_with(&format!("imported {} illustrative ", "07".repeat(16))), "{found}");
    let linked = "SELECT (n.duplicate_of - m.id) || ' ' || t.code FROM need n, need m
                  JOIN need_theme l ON l.need_id = m.id JOIN theme t ON t.id = l.theme_id
                  WHERE n.text = 'again' AND m.text = 'first'";
    assert_eq!(cell(&store, linked), "0 Brand new");
    assert_eq!(cell(&store, "SELECT origin FROM review ORDER BY id DESC"), "imported");
    let log = store.log(&LogQuery { batch: written.batch, ..LogQuery::default() }).unwrap();
    let file = log[0].import.as_ref().unwrap();
    assert_eq!((file.file.as_str(), file.mapping.as_str()), ("list.csv", "[columns]\n"));
    assert!(store.log(&LogQuery::default()).unwrap().last().unwrap().import.is_none());
    assert_eq!(store.check().unwrap(), []);
    store.undo(written.batch.unwrap(), "me").unwrap();
    assert_eq!(cell(&store, "SELECT count(*) || '' FROM need WHERE void = 0"), "2");
    assert_eq!(cell(&store, "SELECT count(*) || '' FROM review WHERE void = 0"), "3");
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_uuid_that_another_need_has_is_left_to_it() {
    let store = register();
    store.import(&import(&store, "me", three()), &mut |_| true).unwrap();
    let mut need = record(Kind::Need, &[("review", "1"), ("state", "1"), ("text", "third")], &[]);
    need.uuid = Some(UUID);
    store.import(&import(&store, "me", vec![need]), &mut |_| true).unwrap();
    assert_eq!(cell(&store, "SELECT (count(*) - count(DISTINCT uuid)) || '' FROM need"), "0");
    assert_eq!(
        cell(&store, &format!("SELECT text FROM need WHERE uuid = x'{}'", "07".repeat(16))),
        "first"
    );
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn an_import_that_is_stopped_refused_or_behind_writes_nothing() {
    let store = register();
    let (before, batches) = (store.last_change().unwrap(), "SELECT count(*) || '' FROM batch");
    let count = cell(&store, batches);
    let many = |n: usize| -> Vec<ImportedRecord> {
        let need = |n| {
            record(Kind::Need, &[("review", "1"), ("state", "1"), ("text", &format!("t{n}"))], &[])
        };
        (0..n).map(need).collect()
    };
    let mut asked = Vec::new();
    let stopped = store.import(&import(&store, "me", many(1_100)), &mut |done| {
        asked.push(done);
        done < 1_000
    });
    assert_eq!(stopped.err(), Some(StoreError::Stopped));
    assert_eq!(asked, [0, 500, 1_000]);
    let mut bad = many(600);
    bad.push(record(Kind::Need, &[("review", "1"), ("state", "2"), ("text", "of another")], &[]));
    assert!(matches!(
        store.import(&import(&store, "me", bad), &mut |_| true),
        Err(StoreError::Rule(..))
    ));
    let mut behind = import(&store, "me", three());
    behind.seen -= 1;
    assert_eq!(store.import(&behind, &mut |_| true), Err(StoreError::ChangedMeanwhile));
    let rehearsed = store.rehearse_import(&import(&store, "me", three()), &mut |_| true).unwrap();
    assert_eq!((rehearsed.added.len(), rehearsed.batch), (3, None));
    assert_eq!((store.last_change().unwrap(), cell(&store, batches)), (before, count));
    let nothing = store.import(&import(&store, "me", Vec::new()), &mut |_| true).unwrap();
    assert_eq!(nothing.batch, None);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn an_illustrative_register_stays_one_and_the_table_of_imports_is_final() {
    let store = register();
    let illustrative = "UPDATE meta SET value = 'yes' WHERE key = 'illustrative'";
    store.connection.execute_batch(illustrative).unwrap();
    let first = three().swap_remove(0);
    store.import(&import(&store, "me", vec![first]), &mut |_| true).unwrap();
    assert_eq!(cell(&store, "SELECT origin FROM review ORDER BY id DESC"), "illustrative");
    for sql in ["UPDATE import SET file = 'x'", "DELETE FROM import"] {
        assert!(store.connection.execute_batch(sql).is_err(), "{sql}");
    }
}

#[test]
fn a_role_binds_for_every_record_of_an_import() {
    let mut store = register();
    let person = record(
        Kind::Person,
        &[("code", "fp-x"), ("kind", "focal point"), ("post.en", "post"), ("state", "9")],
        &[],
    );
    store.import(&import(&store, "me", vec![person]), &mut |_| true).unwrap();
    let review = record(Kind::Review, &[("state", "9"), ("cycle", "1")], &[]);
    store.import(&import(&store, "me", vec![review]), &mut |_| true).unwrap();
    store.hold("fp-x", None, None).unwrap();
    let need = |state: &str, review: &str| {
        record(Kind::Need, &[("state", state), ("review", review), ("text", "one more")], &[])
    };
    let refused =
        store.import(&import(&store, "fp-x", vec![need("9", "4"), need("1", "1")]), &mut |_| true);
    assert!(matches!(refused, Err(StoreError::NotInRole { .. })), "{refused:?}");
    let own = store.import(&import(&store, "fp-x", vec![need("9", "4")]), &mut |_| true).unwrap();
    assert_eq!(own.needs, [NeedNumber::new(3)]);
    let reviews = store.import(&import(&store, "fp-x", three()), &mut |_| true);
    assert!(matches!(reviews, Err(StoreError::NotInRole { .. })), "nor a review: {reviews:?}");
}

/// Compares the first need of the import with values of a file: field, value in the file, and whether it stays.
fn compared(
    store: &Store,
    pairs: &[(&str, &str)],
) -> Vec<(&'static str, Option<String>, Option<String>)> {
    let first = "SELECT CAST(max(id) - 1 AS TEXT) FROM need";
    let need = Record::need(cell(store, first).parse().unwrap());
    let file = values(pairs).into_iter().map(|(code, value)| (field(Kind::Need, &code), value));
    let compared = store.compared(need, &file.collect::<Vec<_>>()).unwrap();
    let one = |one: Differing| (one.field.code(), one.file, one.changed_here.map(|(who, _)| who));
    compared.differing.into_iter().map(one).collect()
}

#[test]
fn what_people_have_changed_here_since_an_import_is_told_field_by_field() {
    let store = register();
    store.import(&import(&store, "me", three()), &mut |_| true).unwrap();
    let same = [("state", "9"), ("text", "first"), ("article", "52"), ("theme", "brand NEW")];
    assert_eq!(compared(&store, &same), []);
    let text = |value: &str| Some(value.to_owned());
    let other = [("text", "other"), ("priority", "high")];
    let open = [("text", text("other"), None), ("priority", text("high"), None)];
    assert_eq!(compared(&store, &other), open);
    let first = "SELECT CAST(max(id) - 1 AS TEXT) FROM need";
    let known = Edited::Known(Record::need(cell(&store, first).parse().unwrap()));
    let set = |who: &str, pairs: &[(&str, &str)]| {
        let values =
            values(pairs).into_iter().map(|(code, value)| (field(Kind::Need, &code), value));
        let edits = vec![RecordEdit {
            record: known,
            values: values.collect(),
            void: None,
            if_version: None,
        }];
        store.edit(&RecordWrite { who: who.into(), note: String::new(), edits }).unwrap()
    };
    set("anna", &[("text", "as it is here")]);
    let kept = [("text", text("other"), text("anna")), ("priority", text("high"), None)];
    assert_eq!(compared(&store, &other), kept);
    // An import of another field changes nothing about that.
    let mut update = record(Kind::Need, &[("priority", "low")], &[]);
    update.edit.record = known;
    store.import(&import(&store, "me", vec![update]), &mut |_| true).unwrap();
    assert_eq!(compared(&store, &other), kept);
    // A value that somebody has set back by hand is a decision of theirs; an undone change is none.
    set("ben", &[("text", "first")]);
    let set_back = [("text", text("other"), text("ben")), ("priority", text("high"), None)];
    assert_eq!(compared(&store, &other), set_back);
    let out = set("ben", &[("priority", "medium")]);
    store.undo(out.batch.unwrap(), "ben").unwrap();
    assert_eq!(compared(&store, &other), set_back);
}

#[test]
fn a_record_that_an_undo_took_out_is_told_from_one_that_somebody_took_out() {
    let store = register();
    let written = store.import(&import(&store, "me", three()), &mut |_| true).unwrap();
    let need = *written.needs.first().unwrap();
    let standing = || {
        let found = store.compared(Record::need(need), &[]).unwrap();
        (found.is_there, found.is_undone)
    };
    assert_eq!(standing(), (true, false));
    store.undo(written.batch.unwrap(), "me").unwrap();
    assert_eq!(standing(), (false, true));
    let out = |void| {
        let record = Edited::Known(Record::need(need));
        let edits =
            vec![RecordEdit { record, values: Vec::new(), void: Some(void), if_version: None }];
        store.edit(&RecordWrite { who: "me".into(), note: String::new(), edits }).unwrap();
    };
    let review = Record { kind: Kind::Review, number: 4 };
    let back = RecordEdit {
        record: Edited::Known(review),
        values: Vec::new(),
        void: Some(false),
        if_version: None,
    };
    store.edit(&RecordWrite { who: "me".into(), note: String::new(), edits: vec![back] }).unwrap();
    out(false);
    assert_eq!(standing(), (true, false));
    out(true);
    assert_eq!(standing(), (false, false));
}

#[test]
fn a_full_disk_leaves_nothing_of_an_import_and_the_next_try_writes_it() {
    let directory = tempfile::tempdir().unwrap();
    let store = Store::create(&directory.path().join("small.db")).unwrap();
    let text = "long ".repeat(2_000);
    let need =
        |_| record(Kind::Need, &[("state", "1"), ("source", "state-report"), ("text", &text)], &[]);
    let records: Vec<ImportedRecord> = (0..60).map(need).collect();
    store.connection.execute_batch("PRAGMA max_page_count = 1").unwrap();
    let full = store.import(&import(&store, "me", records.clone()), &mut |_| true);
    assert_eq!(full, Err(StoreError::Full));
    assert_eq!(cell(&store, "SELECT count(*) || '' FROM batch"), "0");
    assert_eq!(store.check().unwrap(), []);
    store.connection.execute_batch("PRAGMA max_page_count = 100000").unwrap();
    let written = store.import(&import(&store, "me", records), &mut |_| true).unwrap();
    assert_eq!(written.added.len(), 60);
}
