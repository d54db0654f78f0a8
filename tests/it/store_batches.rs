//! The change log by batches: the same as the log change by change, summed up.

use crate::store_fixture::{Fixture, write};
use crate::support::desk::sample;
use std::collections::BTreeSet;
use ta_tui::domain::{Change, Day, Kinds, NeedNumber, Priority, Response, Setting};
use ta_tui::query::register::Disclosure;
use ta_tui::store::{Access, Alike, BatchQuery, LogQuery, SavedView, Store};

const HIGH: Change = Change::Priority(Some(Priority::High));
const LOW: Change = Change::Priority(Some(Priority::Low));
const MET: Change = Change::Response(Some(Response::Met));

/// The batches of the log, change by change, for the same question.
fn of_log(store: &Store, query: &BatchQuery) -> Vec<i64> {
    let BatchQuery { kinds, needs, who, since, until, .. } = *query;
    let log = LogQuery { kinds, needs, who, since, until, ..LogQuery::default() };
    let batches: BTreeSet<i64> = store.log(&log).unwrap().iter().map(|e| e.batch).collect();
    batches.into_iter().rev().collect()
}

/// The batches read in parts of `limit`, and the total given beforehand.
fn in_parts(store: &Store, query: &BatchQuery, limit: usize) -> (Vec<i64>, u64) {
    let mut all: Vec<i64> = Vec::new();
    loop {
        let before = all.last().copied();
        let part = store.batches(&BatchQuery { before, limit, ..*query }).unwrap();
        if part.is_empty() {
            break;
        }
        all.extend(part.iter().map(|batch| batch.batch));
    }
    (all, store.batch_total(query).unwrap())
}

#[test]
fn batches_are_those_of_the_log_whatever_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.db");
    std::fs::copy(sample(), &path).unwrap();
    let writer = Store::open(&path, Access::ReadWrite).unwrap();
    writer.set("boss", Setting::OverdueDays, "60", None).unwrap();
    let view = SavedView { name: "Ours".into(), screen: "needs".into(), ..SavedView::default() };
    writer.save_view("boss", &view, None).unwrap();
    let many = (1..=3_954).filter(|id| id % 3 == 0).map(NeedNumber::new).collect::<Vec<_>>();
    let (few, none) = ([51, 55, 56, 3_000].map(NeedNumber::new), [NeedNumber::new(999_999)]);
    let day = |text: &str| Day::parse(text);
    let all = BatchQuery::default();
    for nameless in [false, true] {
        let store = Store::open(&path, Access::ReadOnly).unwrap();
        let store = if nameless { store.without_names(Disclosure::Regions) } else { store };
        for query in [
            all,
            BatchQuery { kinds: Kinds::all(), ..all },
            BatchQuery { needs: Some(&few), ..all },
            BatchQuery { needs: Some(&many), ..all },
            BatchQuery { needs: Some(&none), ..all },
            BatchQuery { who: Some("secretariat"), ..all },
            BatchQuery { who: Some("secretariat"), needs: Some(&many), ..all },
            BatchQuery { since: day("2019-12-01"), until: day("2019-12-20"), ..all },
            BatchQuery { until: day("2019-03-01"), ..all },
            BatchQuery { until: day("2019-03-01"), needs: Some(&many), ..all },
            BatchQuery { who: Some("nobody"), kinds: Kinds::all(), ..all },
        ] {
            let expected = of_log(&store, &query);
            let total = expected.len() as u64;
            assert_eq!(in_parts(&store, &query, 150), (expected, total), "{nameless} {query:?}");
        }
    }
}

#[test]
fn a_batch_is_summed_up_field_by_field() {
    let fixture = Fixture::with_needs(12);
    let store = fixture.store();
    let notes = |text: &str| Change::notes(text);
    store.write(&write("ada", &[(1, HIGH), (3, HIGH), (5, HIGH), (5, MET)])).unwrap();
    store.write(&write("ada", &[(1, LOW), (3, notes("three")), (5, notes("five"))])).unwrap();
    store.undo(2, "ada").unwrap();
    let found = store.batches(&BatchQuery::default()).unwrap();
    let told: Vec<_> = found.iter().map(|b| (b.batch, b.undoes, b.is_undone)).collect();
    assert_eq!(told, [(3, Some(2), false), (2, None, true), (1, None, false)]);
    let first = &found[2];
    assert_eq!(first.needs().map(NeedNumber::get).collect::<Vec<_>>(), [1, 3, 5]);
    let fields: Vec<_> = first.fields.iter().map(|f| (f.field.code(), f.count)).collect();
    assert_eq!(fields, [("priority", 3), ("response", 1)]);
    assert_eq!(first.fields[0].after, Alike::One(Some("high".into())));
    assert_eq!(first.fields[0].before, Alike::Several, "low and medium");
    let notes = &found[1].fields[1];
    assert_eq!((notes.field.code(), notes.count), ("notes", 2));
    assert_eq!((&notes.before, &notes.after), (&Alike::One(None), &Alike::Several));
    let (changes, total) = store.changes_of_batch(1, Kinds::all(), 3).unwrap();
    let read: Vec<_> = changes.iter().map(|c| (c.record.number, c.field.code())).collect();
    assert_eq!((read, total), (vec![(1, "priority"), (3, "priority"), (5, "priority")], 4));
}
