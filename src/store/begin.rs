//! Beginning a write: waiting for one's turn, saying so, and giving up when the program ends.
//!
//! SQLite's own waiting looks less and less often the longer it lasts, so that among many writers
//! who go on and on one may never find the lock free. Here every look comes after a few
//! milliseconds, and by chance sooner or later than the others': each program that waits has the same
//! chance at each turn.
//!
//! A write waits as long as the program that holds the lock is running. Where the system does not
//! tell which program that is, the write waits for [`STRANGER`] at most.

use super::holder::{Holder, writer};
use super::waiting::Waiting;
use super::{Access, Ending, Store, StoreError};
use crate::domain::Moment;
use rusqlite::config::DbConfig;
use rusqlite::{Transaction, TransactionBehavior};
use std::time::{Duration, Instant};

/// How long a write waits unless told otherwise: as long as the program that holds the lock runs.
pub(super) const PATIENCE: Duration = Duration::MAX;

/// How long it waits for a program that cannot be seen. A turn takes milliseconds.
const STRANGER: Duration = Duration::from_secs(10);

/// At how many looks in a row a program that was seen is no longer seen before it counts as such a one.
const UNSEEN: usize = 3;

/// A write that waits longer than this says so.
const QUIET: Duration = Duration::from_millis(200);

/// How long it is until the next look at who holds the lock, which may be another one by then.
const LOOK: Duration = Duration::from_secs(1);

/// The longest pause between two looks.
const PAUSE: u32 = 4_000_000;

impl Store {
    /// Has `tell` called when a write waits longer than a moment: with the program that it waits
    /// for, again when that is another one by now, and with `None` when the waiting is over.
    pub fn tell_when_waiting(&self, tell: impl Fn(Option<Waiting>) + Send + 'static) {
        self.tell.replace(Some(Box::new(tell)));
    }

    /// A transaction that holds the write lock from the start.
    pub(super) fn begin(&self) -> Result<Transaction<'_>, StoreError> {
        self.plan_once()?;
        self.connection.busy_timeout(Duration::ZERO)?;
        let begun = self.wait_for_the_turn();
        self.connection.busy_timeout(super::secure::PATIENCE)?;
        let begun = begun?;
        // A trigger that has come since would run with this write.
        self.same_schema(Access::ReadWrite)?;
        Ok(begun)
    }

    /// Has SQLite plan a statement once, whatever values it is run with: otherwise one that is run for
    /// every need is planned anew for every need, which takes longer than all the rest.
    pub(super) fn plan_once(&self) -> Result<(), StoreError> {
        self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        Ok(())
    }

    fn wait_for_the_turn(&self) -> Result<Transaction<'_>, StoreError> {
        let immediate = TransactionBehavior::Immediate;
        let attempt = || Ok(Transaction::new_unchecked(&self.connection, immediate)?);
        let turn = Turn {
            patience: self.patience.get(),
            ending: &self.ending,
            holder: &|| writer(self.guard.as_ref()?.real()),
            reads: false,
            tell: &|waiting| self.say_waiting(waiting),
        };
        turn.wait(|error| *error == StoreError::Busy, attempt)
    }

    pub(super) fn say_waiting(&self, waiting: Option<Waiting>) {
        if let Some(tell) = &*self.tell.borrow() {
            tell(waiting);
        }
    }
}

/// The wait for a lock that another program holds.
pub(super) struct Turn<'a> {
    /// How long at most.
    pub(super) patience: Duration,
    /// Whether the program is ending meanwhile.
    pub(super) ending: &'a Ending,
    /// Finds the program that has it, where the system tells.
    pub(super) holder: &'a dyn Fn() -> Option<Holder>,
    /// Whether it is a reading that waits.
    pub(super) reads: bool,
    /// Is told of the waiting, and with nothing when it is over.
    pub(super) tell: &'a dyn Fn(Option<Waiting>),
}

impl Turn<'_> {
    /// Repeats `attempt` until no other program is in the way. The attempt must not wait by itself.
    pub(super) fn wait<T, E: From<StoreError>>(
        &self,
        is_busy: impl Fn(&E) -> bool,
        mut attempt: impl FnMut() -> Result<T, E>,
    ) -> Result<T, E> {
        let (start, since) = (Instant::now(), Moment::now());
        let mut told: Option<Waiting> = None;
        let mut unseen = 0;
        let mut next = QUIET;
        let done = loop {
            match attempt() {
                Err(error) if is_busy(&error) => {}
                done => break done,
            }
            let waited = start.elapsed();
            if self.ending.is_over() {
                let holder = told.as_ref().and_then(|waiting| waiting.holder.clone());
                break Err(StoreError::GivenUp(holder.or_else(self.holder)).into());
            }
            if waited >= self.patience {
                break Err(StoreError::Busy.into());
            }
            if waited >= next {
                next = waited + LOOK;
                let holder = (self.holder)();
                let most =
                    if holder.is_some() { self.patience } else { self.patience.min(STRANGER) };
                let most = (most < PATIENCE).then_some(most);
                let waiting = Waiting { holder, since, reads: self.reads, most };
                // The system's list can lack a line where it changes while it is read.
                unseen = if waiting.holder.is_none() { unseen + 1 } else { 0 };
                let is_stranger = unseen > 0 && told.as_ref().is_none_or(|t| t.holder.is_none());
                if waited >= STRANGER && (is_stranger || unseen >= UNSEEN) {
                    break Err(StoreError::Busy.into());
                }
                // Between two writes of others the lock is free for a moment: nothing is reported then.
                if told.is_none() || waiting.holder.is_some() && told.as_ref() != Some(&waiting) {
                    (self.tell)(Some(waiting.clone()));
                    told = Some(waiting);
                }
            }
            std::thread::sleep(pause());
        };
        if told.is_some() {
            (self.tell)(None);
        }
        done
    }
}

/// A few milliseconds, by chance: the clock's last figures are one.
fn pause() -> Duration {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let chance = now.map_or(0, |now| now.subsec_nanos().wrapping_mul(2_654_435_761)) % PAUSE;
    Duration::from_nanos(u64::from(PAUSE / 4 + chance))
}
