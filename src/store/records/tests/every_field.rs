//! Tests that every field can be set, read back, undone and redone.

use super::{add, added_kinds, along_with, edit, examples, first_values, register};
use crate::domain::{Coded, Kind, NeedNumber, Record, TriageField};
use crate::fields::RecordField;
use crate::store::records::{Edited, Row};
use crate::store::{LogQuery, Store};

/// The fields of a kind that can be changed.
fn changed(kind: Kind) -> impl Iterator<Item = RecordField> {
    let fields = RecordField::of(kind).iter().copied();
    fields.filter(|field| !field.is_itself() && !field.is_given_once() && !field.is_kept())
}

fn set_and_undo(store: &Store, record: Record, field: RecordField) {
    let before = Row::read(&store.connection, record).unwrap();
    let examples = examples(store, field);
    let value = examples.iter().find(|value| before.get(field) != Some(value.as_str()));
    let value = value.unwrap_or_else(|| panic!("{field:?} has both of {examples:?}"));
    let mut values = along_with(field, value);
    values.push((field.code().to_owned(), Some(value.clone())));
    let written = edit(store, Edited::Known(record), &values, None, None);
    let written = written.unwrap_or_else(|error| panic!("{field:?} {value}: {error}"));
    let batch = written.batch.unwrap();
    let after = Row::read(&store.connection, record).unwrap();
    assert_eq!(after.get(field), Some(value.as_str()), "{field:?}");
    assert_eq!(after.version, before.version + 1);
    let log = store.log(&LogQuery {
        batch: Some(batch),
        kinds: crate::domain::Kinds::all(),
        ..LogQuery::default()
    });
    let entry = log.unwrap().into_iter().find(|entry| entry.field == field).unwrap();
    assert_eq!((entry.record, entry.before.as_deref()), (record, before.get(field)));
    let undone = store.undo(batch, "me").unwrap().batch.unwrap();
    let back = Row::read(&store.connection, record).unwrap();
    for other in RecordField::of(record.kind) {
        assert_eq!(back.get(*other), before.get(*other), "{field:?} undone: {other:?}");
    }
    store.undo(undone, "me").unwrap();
    let again = Row::read(&store.connection, record).unwrap();
    assert_eq!(again.get(field), Some(value.as_str()), "{field:?} redone");
    // Empty the field again, if it may be empty.
    if !field.is_required() && along_with(field, value).is_empty() {
        let nothing = vec![(field.code().to_owned(), None)];
        edit(store, Edited::Known(record), &nothing, None, None).unwrap();
        assert_eq!(Row::read(&store.connection, record).unwrap().get(field), None, "{field:?}");
    }
}

#[test]
fn every_field_of_every_kind_is_set_and_taken_back() {
    let store = register();
    for kind in added_kinds() {
        let record = add(&store, kind, &first_values(kind, 3));
        for field in changed(kind) {
            // A need with a review has the State of that review.
            let record = match kind {
                Kind::Need if field.triage().is_none() => Record::need(NeedNumber::new(1)),
                _ => record,
            };
            set_and_undo(&store, record, field);
        }
        assert_eq!(store.check().unwrap(), [], "{kind:?}");
    }
    let setting = Record { kind: Kind::Setting, number: 1 };
    for field in changed(Kind::Setting) {
        set_and_undo(&store, setting, field);
    }
    assert_eq!(store.check().unwrap(), []);
    assert!(store.load(&mut |_| true).is_ok());
}

#[test]
fn a_record_that_is_added_is_one_entry_and_is_taken_out_and_brought_back() {
    let store = register();
    for kind in added_kinds() {
        let first = first_values(kind, 5);
        let written = edit(&store, Edited::New(kind), &first, None, None).unwrap();
        let (record, batch) = (written.added[0], written.batch.unwrap());
        assert_eq!(written.changes, 1, "{kind:?}");
        let row = Row::read(&store.connection, record).unwrap();
        for (code, value) in &first {
            let held = row.get(super::field(kind, code));
            let sorted = if code == "article" { Some("5; 9") } else { value.as_deref() };
            assert_eq!(held, sorted, "{kind:?} {code}");
        }
        assert_eq!((row.version, row.is_there()), (1, true));
        let undone = store.undo(batch, "me").unwrap().batch.unwrap();
        let gone = Row::read(&store.connection, record).unwrap();
        assert!(!gone.is_there() && gone.version == 2, "{kind:?}");
        assert_eq!(store.check().unwrap(), [], "{kind:?} taken out");
        assert!(store.load(&mut |_| true).is_ok(), "{kind:?} taken out");
        store.undo(undone, "me").unwrap();
        assert!(Row::read(&store.connection, record).unwrap().is_there());
        edit(&store, Edited::Known(record), &Vec::new(), Some(true), None).unwrap();
        edit(&store, Edited::Known(record), &Vec::new(), Some(false), None).unwrap();
        assert!(Row::read(&store.connection, record).unwrap().is_there());
        assert_eq!(store.check().unwrap(), [], "{kind:?} there again");
    }
}

/// Every field has a name in every language.
#[test]
fn every_field_is_named_in_every_language() {
    use crate::text::{Lang, Text};
    for lang in Lang::ALL {
        let text = Text::of(*lang);
        for field in Kind::ALL.iter().flat_map(|kind| RecordField::of(*kind)) {
            let words = field.in_words(text);
            let is_code = words.contains("field-") || words.is_empty();
            assert!(!is_code, "{lang:?} {field:?}: {words}");
        }
    }
    assert_eq!(RecordField::of_triage().len(), TriageField::ALL.len());
}
