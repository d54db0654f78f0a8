//! Failures under a running program: the disk is full, the file has become read-only, is gone, or
//! was replaced. Each is reported plainly; no write is half done, and typed text is kept.

use crate::store_fixture::{Fixture, write};
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::channel;
use std::time::Duration;
use ta_tui::domain::{Change, Clock, Edit, Moment, NeedNumber, Priority};
use ta_tui::store::{Access, Draft, ErrorKind, SavedView, Store, StoreError};
use ta_tui::text::{Lang, Text};
use ta_tui::worker::{Asked, Report, Request, Worker, WorkerSettings};

const LOW: Change = Change::Priority(Some(Priority::Low));

fn draft(text: &str) -> Draft {
    Draft {
        need: NeedNumber::new(1),
        text: text.into(),
        version: 1,
        at: Moment::from_seconds(0),
        here: true,
    }
}

/// Every kind of write that a program makes, each with its result.
fn every_write(store: &Store) -> [Result<(), StoreError>; 5] {
    let view = SavedView { name: "a".into(), ..SavedView::default() };
    [
        store.write(&write("me", &[(1, LOW), (2, Change::notes("x"))])).map(drop),
        store.save_draft("me", &draft("typed")),
        store.be_present("me", Some(NeedNumber::new(1))),
        store.save_view("me", &view, None).map(drop),
        store.drop_draft("me", NeedNumber::new(1)).map(drop),
    ]
}

/// In both languages it names the file and says that nothing typed is lost.
fn is_plain(error: &StoreError, path: &Path) {
    for (lang, kept) in [(Lang::En, "nothing typed is lost"), (Lang::Zh, "已输入的内容没有丢失")]
    {
        let said = Text::of(lang).say(&error.message());
        assert!(said.contains(kept) && said.contains(&*path.to_string_lossy()), "{said}");
    }
    assert_eq!(error.kind(), ErrorKind::CouldNot);
}

#[test]
fn a_file_that_is_gone_is_written_no_more() {
    let fixture = Fixture::with_needs(3);
    let store = fixture.store();
    store.write(&write("me", &[(3, Change::notes("before"))])).unwrap();
    let aside = fixture.directory.path().join("aside.db");
    fs::rename(&fixture.path, &aside).unwrap();
    let gone = StoreError::Gone(fixture.path.clone());
    assert_eq!(store.still_there(), Err(gone.clone()));
    for result in every_write(&store) {
        assert_eq!(result, Err(gone.clone()));
    }
    is_plain(&gone, &fixture.path);
    assert_eq!(
        store.need_detail(NeedNumber::new(3)).unwrap().notes,
        "before",
        "it can still be read"
    );
    // Put back, it is the same register again.
    fs::rename(&aside, &fixture.path).unwrap();
    assert_eq!(store.still_there(), Ok(()));
    assert_eq!(every_write(&store), [const { Ok(()) }; 5]);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn another_file_in_its_place_is_left_alone() {
    let fixture = Fixture::with_needs(3);
    let store = fixture.store();
    store.write(&write("me", &[(3, Change::notes("before"))])).unwrap();
    let other = fixture.directory.path().join("other.db");
    store.backup(&other, &mut |_, _| true).unwrap();
    let bytes = fs::read(&other).unwrap();
    fs::rename(&other, &fixture.path).unwrap();
    let aside = fixture.directory.path().join("register.db-wal.old");
    let replaced = StoreError::Replaced(fixture.path.clone(), Some(aside));
    for result in every_write(&store) {
        assert_eq!(result, Err(replaced.clone()));
    }
    is_plain(&replaced, &fixture.path);
    drop(store); // which must not move its own log into the new file, nor remove what is beside it
    assert!(fs::read(&fixture.path).unwrap() == bytes);
}

#[test]
fn a_file_that_may_only_be_read_by_now_is_written_no_more() {
    let fixture = Fixture::with_needs(3);
    let store = fixture.store();
    fs::set_permissions(&fixture.path, Permissions::from_mode(0o444)).unwrap();
    let before = fixture.rows();
    for result in every_write(&store) {
        let Err(StoreError::NotWritable(entry)) = result else { panic!("{result:?}") };
        assert_eq!((entry.path, entry.mode), (fixture.path.clone(), 0o444));
    }
    assert_eq!(fixture.rows(), before);
    let late = Store::open(&fixture.path, Access::ReadWrite).unwrap();
    assert_eq!(late.access(), Access::ReadOnly);
    assert!(late.notice().is_some());
    for lang in Lang::ALL {
        let said = Text::of(*lang).say(&StoreError::ReadOnly.message());
        assert!(!said.contains("store-"), "{said}");
    }
    fs::set_permissions(&fixture.path, Permissions::from_mode(0o644)).unwrap();
    assert_eq!(every_write(&store), [const { Ok(()) }; 5]);
}

/// A file system of one mebibyte, where this user may make one.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn new(at: PathBuf) -> Option<Self> {
        fs::create_dir_all(&at).unwrap();
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", "size=1m", "tmpfs"]).arg(&at).output();
        mounted.is_ok_and(|done| done.status.success()).then_some(Self(at))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).output();
    }
}

/// A test beside the store does this with a limit on pages, for accounts that may not mount.
#[test]
fn a_full_disk_keeps_every_row_and_takes_up_again_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let Some(disk) = SmallDisk::new(folder.path().join("disk")) else { return };
    let made = Fixture::with_needs(30);
    let path = disk.0.join("register.db");
    made.store().backup(&path, &mut |_, _| true).unwrap();
    let store = Store::open(&path, Access::ReadWrite).unwrap();
    let note = |need: u32| write("me", &[(need, Change::notes(&format!("{need} ").repeat(5_000)))]);
    store.write(&note(1)).unwrap();
    let filler = disk.0.join("filler");
    // As much as fits: the last piece does not.
    let mut full = 0;
    while fs::write(disk.0.join(format!("piece{full}")), vec![1; 8192]).is_ok() {
        full += 1;
    }
    fs::write(&filler, [1; 64]).ok();
    let refused = (2..=30).map(|need| (need, store.write(&note(need))));
    let (need, error) = refused.into_iter().find_map(|(n, r)| Some((n, r.err()?))).expect("full");
    assert_eq!(error, StoreError::Full);
    assert!(error.to_string().contains("nothing typed is lost"), "{error}");
    assert_eq!(store.need_detail(NeedNumber::new(need)).unwrap().notes, "");
    assert_eq!(store.save_draft("me", &draft(&"long ".repeat(12_000))), Err(StoreError::Full));
    assert_eq!(store.check().unwrap(), []);
    for piece in 0..=full {
        fs::remove_file(disk.0.join(format!("piece{piece}"))).ok();
    }
    assert_eq!(
        store.write(&note(need)).map(|written| written.needs),
        Ok(vec![NeedNumber::new(need)])
    );
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_running_program_says_once_that_its_file_is_gone_and_keeps_what_is_typed() {
    let fixture = Fixture::with_needs(3);
    let (sender, reports) = channel();
    let store = fixture.store();
    let settings = WorkerSettings {
        who: "me".into(),
        watch: true,
        remembers: false,
        as_of: None,
        clock: Clock::System,
        few_needs: WorkerSettings::FEW_NEEDS,
        session: None,
        ledger: None,
        texts: true,
    };
    let worker = Worker::start(move || Some((store, settings)), move |r| sender.send(r).is_ok());
    let worker = worker.unwrap();
    let wait = |wanted: &dyn Fn(&Report) -> bool| loop {
        let report = reports.recv_timeout(Duration::from_secs(20)).expect("a report");
        if wanted(&report) {
            return report;
        }
    };
    worker.send(Request::Detail { ticket: 3, need: NeedNumber::new(1) });
    wait(&|report| matches!(report, Report::Detail { ticket: 3, .. }));
    fs::remove_file(&fixture.path).unwrap();
    let gone = StoreError::Gone(fixture.path.clone());
    wait(
        &|report| matches!(report, Report::Failed { of: Asked::Nothing, error } if *error == gone),
    );
    worker.send(Request::Draft { need: NeedNumber::new(1), version: 1, text: "typed".into() });
    wait(
        &|report| matches!(report, Report::DraftFailed { need, error } if need.get() == 1 && *error == gone),
    );
    let edits = vec![Edit {
        need: NeedNumber::new(1),
        change: Change::notes("typed"),
        if_version: Some(1),
    }];
    worker.send(Request::Write { ticket: 7, edits, note: String::new() });
    let mut said = 0;
    loop {
        match reports.recv_timeout(Duration::from_secs(20)).expect("a report") {
            Report::Failed { .. } => said += 1,
            Report::Wrote { ticket: 7, result } => break assert_eq!(result, Err(gone)),
            _ => {}
        }
    }
    assert_eq!(said, 0, "said once");
}
