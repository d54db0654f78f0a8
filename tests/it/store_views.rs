//! Saved views in the register: kept by name and owner, compared with what their writer saw, taken
//! back in any session.

use crate::store_fixture::Fixture;
use ta_tui::store::{Access, SavedView, Store, StoreError, ViewTurned};

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
    let turned = |stays| Ok(Some(ViewTurned { name: "Ours".into(), stays }));
    assert_eq!(fixture.store().undo_view("me"), Ok(None));
    save("me", "is:unmet");
    save("me", "is:met");
    fixture.store().delete_view("me", &here().unwrap()).unwrap();
    for expected in [Some("is:met"), Some("is:unmet"), None] {
        assert_eq!(fixture.store().undo_view("me"), turned(false));
        assert_eq!(filter().as_deref(), expected);
    }
    assert_eq!(fixture.store().undo_view("me"), Ok(None));
    for expected in [Some("is:unmet"), Some("is:met"), None] {
        assert_eq!(fixture.store().redo_view("me"), turned(false));
        assert_eq!(filter().as_deref(), expected);
    }
    assert_eq!(fixture.store().redo_view("me"), Ok(None));
    // What somebody else has made of it stays, is said once, and blocks nothing.
    fixture.store().undo_view("me").unwrap();
    save("other", "is:open");
    assert_eq!(fixture.store().undo_view("me"), turned(true));
    assert_eq!(filter().as_deref(), Some("is:open"));
    assert_eq!(fixture.store().undo_view("other"), turned(false));
    assert_eq!(filter().as_deref(), Some("is:met"));
    // Something new ends what could be done again.
    save("me", "is:new");
    assert_eq!(fixture.store().redo_view("me"), Ok(None));
    assert_eq!(fixture.store().check().unwrap(), []);
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
