//! One change of one need: written and taken over by the register in memory, by this program and
//! by another one.

use super::registers::{Size, copy, sizes};
use divan::Bencher;
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;
use ta_tui::domain::{Change, Edit, NeedNumber, Priority};
use ta_tui::query::register::Register;
use ta_tui::store::{Access, Store, Write};

const UPDATE: &str =
    "UPDATE need SET priority = ?2, version = version + 1, changed_at = unixepoch()
                      WHERE id = ?1";
const BATCH: &str = "INSERT INTO batch (at, who) VALUES (unixepoch(), 'secretariat')";
const CHANGE: &str = "INSERT INTO change (batch_id, kind, record, field, before, after, version)
                      SELECT ?1, 'need', id, 'priority', ?3, ?4, version FROM need WHERE id = ?2";

/// Writes that change something each time: one need's priority is high and low in turn.
struct Turns {
    store: Store,
    need: u32,
    high: bool,
}

impl Turns {
    fn new(path: &Path, size: Size) -> Self {
        let store = Store::open(path, Access::ReadWrite).unwrap();
        let turns = Self { store, need: size.0 / 2, high: false };
        turns.write_as_it_is();
        turns
    }

    fn turn(&mut self) {
        self.high = !self.high;
        assert_eq!(self.write_as_it_is(), [NeedNumber::new(self.need)], "each turn is a change");
    }

    fn write_as_it_is(&self) -> Vec<NeedNumber> {
        let priority = if self.high { Priority::High } else { Priority::Low };
        let change = Change::Priority(Some(priority));
        let edits = vec![Edit { need: NeedNumber::new(self.need), change, if_version: None }];
        let write = Write { who: "secretariat".into(), note: String::new(), edits };
        self.store.write(&write).unwrap().needs
    }
}

/// A register in memory that follows its file.
struct Follower {
    store: Store,
    register: Register,
    last_change: i64,
}

impl Follower {
    fn new(path: &Path) -> Self {
        let store = Store::open(path, Access::ReadWrite).unwrap();
        let register = store.load(&mut |_| true).unwrap();
        let last_change = store.last_change().unwrap();
        Self { store, register, last_change }
    }

    fn catch_up(&mut self) {
        let refreshed = self.store.refresh(&self.register, self.last_change).unwrap();
        assert!(!refreshed.whole, "one change is no reason to read everything");
        assert_eq!(refreshed.changed.len(), 1);
        self.register = refreshed.register;
        self.last_change = refreshed.last_change;
    }
}

/// Written here, and taken over.
#[divan::bench(args = sizes())]
fn own(bencher: Bencher, size: Size) {
    let (_folder, path) = copy(size);
    let mut turns = Turns::new(&path, size);
    let mut last_change = turns.store.last_change().unwrap();
    let mut register = turns.store.load(&mut |_| true).unwrap();
    bencher.bench_local(|| {
        turns.turn();
        let refreshed = turns.store.refresh(&register, last_change).unwrap();
        last_change = refreshed.last_change;
        register = refreshed.register;
    });
}

/// Written by another program, and taken over: the time beyond the second in which changes are
/// looked for.
#[divan::bench(args = sizes())]
fn elsewhere(bencher: Bencher, size: Size) {
    let (_folder, path) = copy(size);
    let mut turns = Turns::new(&path, size);
    let mut follower = Follower::new(&path);
    bencher.with_inputs(|| turns.turn()).bench_local_values(|()| follower.catch_up());
}

/// One change written in SQL: the same rows, as safely.
#[divan::bench(args = sizes())]
fn sql(bencher: Bencher, size: Size) {
    let (_folder, path) = copy(size);
    let mut db = Connection::open(&path).unwrap();
    db.pragma_update(None, "synchronous", "FULL").unwrap();
    let need = size.0 / 2;
    let (mut before, mut after) = ("high", "low");
    bencher.bench_local(|| {
        let write = db.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
        write.prepare_cached(UPDATE).unwrap().execute((need, after)).unwrap();
        write.prepare_cached(BATCH).unwrap().execute(()).unwrap();
        let batch = write.last_insert_rowid();
        write.prepare_cached(CHANGE).unwrap().execute((batch, need, before, after)).unwrap();
        write.commit().unwrap();
        std::mem::swap(&mut before, &mut after);
    });
}
