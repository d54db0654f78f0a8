//! Links that lead to a register: resolved once, when it is opened.

use super::{Folder, note, notes};
use std::fs;
use std::os::unix::fs::symlink;
use ta_tui::domain::NeedNumber;
use ta_tui::store::{Access, Store, StoreError};

#[test]
fn c2_a_register_is_written_through_links_of_every_kind() {
    let folder = Folder::new();
    let real = folder.path("real");
    fs::create_dir(&real).unwrap();
    fs::rename(&folder.db, real.join("register.db")).unwrap();
    symlink("real/register.db", folder.path("link.db")).unwrap();
    symlink(folder.path("link.db"), folder.path("chain.db")).unwrap();
    symlink("real", folder.path("linked")).unwrap();
    let before = folder.names();
    for (number, db) in
        ["link.db", "chain.db", "linked/register.db", "real/../link.db"].iter().enumerate()
    {
        let set = format!("notes=by {number}");
        folder.run(&["--db", db, "set", "1", &set, "--as", "secretariat"]).done();
        folder.run(&["--db", db, "--read-only", "needs"]).done();
        folder.run(&["--db", db, "check"]).done();
        assert_eq!(notes(&real.join("register.db"), 1), format!("by {number}"));
        assert_eq!(folder.names(), before, "{db}");
    }
}

#[test]
fn c2_the_log_stands_beside_the_file_and_not_beside_the_link() {
    let folder = Folder::new();
    let link = folder.path("link.db");
    symlink("register.db", &link).unwrap();
    let by_link = Store::open(&link, Access::ReadWrite).unwrap();
    assert_eq!((by_link.access(), by_link.path()), (Access::ReadWrite, &*link));
    let by_name = folder.store();
    note(&by_link, 1, "by link").unwrap();
    note(&by_name, 2, "by name").unwrap();
    assert_eq!(by_link.need_detail(NeedNumber::new(2)).unwrap().notes, "by name");
    let names = ["link.db", "register.db", "register.db-shm", "register.db-wal"];
    assert_eq!(folder.names(), names);
}

#[test]
fn c2_a_link_that_comes_to_lead_elsewhere_is_noticed_and_both_registers_stay_whole() {
    let folder = Folder::new();
    let link = folder.path("link.db");
    symlink("register.db", &link).unwrap();
    let store = Store::open(&link, Access::ReadWrite).unwrap();
    note(&store, 1, "before").unwrap();
    let other = folder.path("other.db");
    drop(Store::create(&other).unwrap());
    let bytes = fs::read(&other).unwrap();
    fs::remove_file(&link).unwrap();
    assert_eq!(store.still_there(), Err(StoreError::Gone(link.clone())));
    symlink("other.db", &link).unwrap();
    let replaced = StoreError::Replaced(link.clone(), None);
    assert_eq!(store.still_there(), Err(replaced.clone()));
    assert_eq!(note(&store, 1, "after"), Err(replaced));
    drop(store);
    assert!(fs::read(&other).unwrap() == bytes);
    assert_eq!(notes(&folder.db, 1), "before");
    folder.run(&["check"]).done();
}

/// A name that is a link in the middle of its path, which comes to lead elsewhere.
#[test]
fn c2_a_folder_that_is_replaced_is_noticed() {
    let folder = Folder::new();
    for name in ["one", "two"] {
        fs::create_dir(folder.path(name)).unwrap();
    }
    fs::copy(&folder.db, folder.path("one/r.db")).unwrap();
    drop(Store::create(&folder.path("two/r.db")).unwrap());
    symlink("one", folder.path("now")).unwrap();
    let path = folder.path("now/r.db");
    let store = Store::open(&path, Access::ReadWrite).unwrap();
    note(&store, 1, "before").unwrap();
    fs::remove_file(folder.path("now")).unwrap();
    symlink("two", folder.path("now")).unwrap();
    assert_eq!(note(&store, 1, "x"), Err(StoreError::Replaced(path, None)));
}
