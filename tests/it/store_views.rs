//! Saved views in the register: kept by name and owner, compared with the view that their writer
//! saw, taken back in any session.

use crate::store_fixture::{Fixture, number as number_of, write};
use ta_tui::domain::{Change, Kind, Kinds, Priority, Setting};
use ta_tui::fields::RecordField;
use ta_tui::store::{Access, LogQuery, SavedView, Store, StoreError, Written};

const VIEWS: Kinds = Kinds::one(Kind::View);

#[test]
fn what_was_done_to_views_is_taken_back_in_order_in_any_session() {
    let fixture = Fixture::with_needs(1);
    let view = |filter: &str| SavedView {
        name: "Ours".into(),
        screen: "needs".into(),
        filter: filter.into(),
        measure: "needs".into(),
        ..SavedView::default()
    };
    // every step by another connection, as by programs after each other
    let here = || fixture.store().saved_views("me").unwrap().pop();
    let filter = || here().map(|view| view.filter);
    let save = |who: &str, to: &str| {
        fixture.store().save_view(who, &view(to), here().as_ref()).unwrap();
    };
    let undo = |who: &str| {
        let store = fixture.store();
        let last = store.last_undoable(who, VIEWS, &[]).unwrap()?;
        Some(store.undo(last, who))
    };
    let redo = |who: &str| {
        let store = fixture.store();
        let last = store.last_redoable(who, VIEWS, &[]).unwrap()?;
        Some(store.undo(last, who))
    };
    let done = |turned: Option<Result<Written, StoreError>>| assert!(turned.unwrap().is_ok());
    assert_eq!(undo("me"), None);
    save("me", "is:unmet");
    save("me", "is:met");
    fixture.store().delete_view("me", &here().unwrap()).unwrap();
    for expected in [Some("is:met"), Some("is:unmet"), None] {
        done(undo("me"));
        assert_eq!(filter().as_deref(), expected);
    }
    assert_eq!(undo("me"), None);
    for expected in [Some("is:unmet"), Some("is:met"), None] {
        done(redo("me"));
        assert_eq!(filter().as_deref(), expected);
    }
    assert_eq!(redo("me"), None);
    // A later change by another person stays, and blocks nothing.
    done(undo("me"));
    save("other", "is:open");
    let Some(Err(StoreError::ChangedSince(later))) = undo("me") else { panic!("it was undone") };
    assert_eq!((later[0].name.as_deref(), later[0].by.as_str()), (Some("Ours"), "other"));
    assert_eq!(later[0].field, RecordField::from_code(Kind::View, "filter").unwrap());
    assert_eq!(filter().as_deref(), Some("is:open"));
    done(undo("other"));
    assert_eq!(filter().as_deref(), Some("is:met"));
    // A new change ends the redo.
    save("me", "is:new");
    assert_eq!(redo("me"), None);
    assert_eq!(fixture.store().check().unwrap(), []);
}

#[test]
fn what_others_have_changed_is_neither_taken_out_nor_changed_when_it_is_gone() {
    let fixture = Fixture::with_needs(1);
    let store = fixture.store();
    let view = |filter: &str| SavedView {
        name: "Ours".into(),
        screen: "needs".into(),
        filter: filter.into(),
        measure: "needs".into(),
        ..SavedView::default()
    };
    let here = || store.saved_views("me").unwrap().pop();
    let number = store.save_view("me", &view("is:unmet"), None).unwrap();
    let added = store.last_undoable("me", VIEWS, &[]).unwrap().unwrap();
    store.save_view("other", &view("is:open"), here().as_ref()).unwrap();
    let changed = store.last_undoable("other", VIEWS, &[]).unwrap().unwrap();
    // The view is added, and another person has changed it.
    assert!(matches!(store.undo(added, "me"), Err(StoreError::ChangedSince(_))));
    store.delete_view("me", &here().unwrap()).unwrap();
    // The view is gone, so its filter cannot be set back.
    assert!(matches!(store.undo(changed, "other"), Err(StoreError::ChangedSince(_))));
    // A view of an earlier name is the same record, and its number is never reused.
    assert_eq!(store.save_view("me", &view("is:met"), None), Ok(number));
    let log = store.log(&LogQuery { kinds: VIEWS, ..LogQuery::default() }).unwrap();
    let said: Vec<_> = log
        .iter()
        .map(|entry| {
            let values = [entry.before.as_deref(), entry.after.as_deref()];
            (entry.record.number, entry.field.code(), values, entry.version)
        })
        .collect();
    let one = u32::try_from(number).unwrap();
    assert_eq!(
        said,
        [
            (one, "filter", [Some("is:open"), Some("is:met")], 4),
            (one, "record", [None, Some("there")], 4),
            (one, "record", [Some("there"), None], 3),
            (one, "filter", [Some("is:unmet"), Some("is:open")], 2),
            (one, "record", [None, Some("there")], 1),
        ]
    );
    assert!(log.iter().all(|entry| entry.name.as_deref() == Some("Ours")));
    let rows = number_of(&fixture.path, "SELECT count(*) FROM saved_view");
    assert_eq!(rows, 1, "nothing is erased and nothing is doubled");
    assert_eq!(store.check().unwrap(), []);
}

/// Undo in lists of needs and undo in the list of views do not cross, whatever was written last.
#[test]
fn needs_and_views_are_taken_back_each_by_themselves() {
    let fixture = Fixture::with_needs(2);
    let store = fixture.store();
    let high = Change::Priority(Some(Priority::High));
    let written = store.write(&write("me", &[(1, high)])).unwrap().batch.unwrap();
    let view = SavedView { name: "Mine".into(), screen: "needs".into(), ..SavedView::default() };
    store.save_view("me", &view, None).unwrap();
    store.set("me", Setting::OverdueDays, "60", None).unwrap();
    let assistance = Kinds::of_assistance();
    assert_eq!(store.last_undoable("me", assistance, &[]), Ok(Some(written)));
    assert_eq!(store.last_undoable("me", VIEWS, &[]), Ok(Some(written + 1)));
    let settings = Kinds::one(Kind::Setting);
    assert_eq!(store.last_undoable("me", settings, &[]), Ok(Some(written + 2)));
    store.undo(written, "me").unwrap();
    assert_eq!(store.last_redoable("me", VIEWS, &[]), Ok(None));
    assert_eq!(store.last_redoable("me", assistance, &[]), Ok(Some(written + 3)));
    store.undo(written + 2, "me").unwrap();
    assert_eq!(store.settings().unwrap()[0].value, "90");
    assert_eq!(store.settings().unwrap()[0].version, 3);
    // The log shows records of assistance, the others on request.
    let count = |kinds| {
        let query = LogQuery { kinds, ..LogQuery::default() };
        let total = store.log_total(&query).unwrap();
        assert_eq!(total, store.log(&query).unwrap().len() as u64);
        total
    };
    assert_eq!([assistance, VIEWS, settings, Kinds::all()].map(count), [2, 1, 2, 5]);
    assert_eq!(count(Kinds::of(&[Kind::Need, Kind::Setting])), 4);
    assert_eq!(count(Kinds::one(Kind::Review)), 0);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn saved_views_are_kept_by_name_and_owner() {
    let fixture = Fixture::with_needs(1);
    let store = fixture.store();
    let view = |owner: Option<&str>, filter: &str| SavedView {
        name: "Ours\u{1b}".into(),
        owner: owner.map(str::to_owned),
        screen: "needs".into(),
        filter: filter.into(),
        ..SavedView::default()
    };
    let save = |view: SavedView, seen: Option<&SavedView>| store.save_view("fp-gh", &view, seen);
    let shared = save(view(None, "is:unmet"), None).unwrap();
    let own = save(view(Some("fp-gh"), "is:mine"), None).unwrap();
    let changed = || StoreError::ViewChanged("Ours".into());
    assert_eq!(save(view(None, "chapter:V"), None), Err(changed()), "one of its name is there");
    let seen = store.saved_views("fp-gh").unwrap();
    assert_eq!(save(view(None, "chapter:V"), Some(&seen[0])), Ok(shared));
    assert_eq!(save(view(None, "chapter:II"), Some(&seen[0])), Err(changed()), "not what was seen");
    assert_eq!(save(view(None, "chapter:V"), None), Ok(shared), "the same again is no change");
    let views = store.saved_views("fp-gh").unwrap();
    assert_eq!(store.saved_views("local").map(|views| views.len()), Ok(1));
    assert_eq!(views.iter().map(|v| v.id).collect::<Vec<_>>(), [shared, own]);
    assert_eq!((views[0].filter.as_str(), views[0].name.as_str()), ("chapter:V", "Ours"));
    assert_eq!((views[1].owner.as_deref(), views[1].measure.as_str()), (Some("fp-gh"), "needs"));
    assert_eq!(store.delete_view("local", &views[1]), Err(changed()), "somebody else's");
    assert_eq!(store.delete_view("local", &views[0]), Ok(()));
    assert_eq!(store.delete_view("local", &views[0]), Err(changed()), "it is gone");
    assert_eq!(save(SavedView::default(), None), Err(StoreError::Nameless));
    let reader = Store::open(&fixture.path, Access::ReadOnly).unwrap();
    assert_eq!(reader.delete_view("fp-gh", &views[1]), Err(StoreError::ReadOnly));
}
