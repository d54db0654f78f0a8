//! A writer's own place at the register: the version of it that the writer has seen last, and what every writer does there.

use crate::dice::Dice;
use std::io::Write as _;
use std::path::Path;
use std::time::Duration;
use ta_tui::domain::Kinds;
use ta_tui::query::register::Register;
use ta_tui::store::{Access, Staying, Store, StoreError, Written};

pub(crate) struct Seat {
    pub(crate) store: Store,
    pub(crate) who: String,
    pub(crate) dice: Dice,
    pub(crate) register: Register,
    pub(crate) count: u64,
    last_change: i64,
}

/// One write to the pipe, so that a kill cuts between two writes or after some bytes of one.
pub(crate) fn say(lines: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(lines.as_bytes()).unwrap();
    out.flush().unwrap();
}

impl Seat {
    pub(crate) fn new(register: &Path, who: &str, seed: u64) -> Self {
        let store = Store::open(register, Access::ReadWrite).unwrap();
        let last_change = store.last_change().unwrap();
        let register = store.load(&mut |_| true).unwrap();
        let seat =
            Self { store, who: who.into(), dice: Dice::new(seed), register, count: 0, last_change };
        say("ready\n");
        seat
    }

    /// Begins a step: seldom enough with a look at what is new that many writes are on outdated versions.
    pub(crate) fn begin(&mut self) {
        self.count += 1;
        if self.dice.once_in(4) {
            self.look();
        }
    }

    /// Ends a step, now and then after a while.
    pub(crate) fn end(&mut self) {
        if self.dice.once_in(3) {
            std::thread::sleep(Duration::from_micros(self.dice.below(4_000)));
        }
    }

    fn look(&mut self) {
        match self.store.refresh(&self.register, self.last_change) {
            Ok(fresh) => (self.register, self.last_change) = (fresh.register, fresh.last_change),
            Err(error) => say(&format!("error\t{error}\n")),
        }
    }

    /// Takes the last write back; fields that others have changed since stay, as with a user who is asked. `refused`
    /// tells of an undo that is refused as a whole.
    pub(crate) fn undo(&self, refused: impl Fn(&StoreError)) {
        let last = match self.store.last_undoable(&self.who, Kinds::of_assistance(), &[]) {
            Ok(Some(last)) => last,
            Ok(None) => return,
            Err(error) => return say(&format!("error\t{error}\n")),
        };
        let mut staying = Staying::new();
        loop {
            match self.store.undo_but(last, &self.who, &staying) {
                Ok(Written { batch: Some(by), .. }) => {
                    return say(&format!("undid\t{last}\t{by}\n"));
                }
                Ok(_) => return, // all of it stays
                Err(StoreError::ChangedSince(later)) => {
                    say(&format!("conflict\t{}\n", later.len()));
                    staying.extend(later.iter().map(|later| (later.record, later.field)));
                }
                Err(error) => return refused(&error),
            }
        }
    }
}
