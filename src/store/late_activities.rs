//! The activities of a register that has many of them: read by a thread of its own while the needs are read, so that the
//! first screen waits for none of them.

use super::row_places::places_of;
use super::source::Source;
use super::vocabulary::{described, kinds, programmes};
use super::which_rows::Which;
use super::{Ending, Store, StoreError, activities};
use crate::query::register::{Activity, Vocabulary};
use rusqlite::Connection;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// From so many on they take longer than a first screen may.
pub(super) const MANY: usize = 1_000;

/// The loop of the worker asks for other messages after so long.
const TURN: Duration = Duration::from_millis(5);

/// Activities that are read while the needs are.
pub(super) struct LateActivities {
    refers: Refers,
    thread: Thread,
}

/// The thread that reads them.
enum Thread {
    /// It waits for the first needs to be read.
    Due,
    Reads(Receiver<Vec<Activity>>),
    /// It could not read them.
    Failed,
}

/// The ids of the rows that activities refer to, in the order of their places.
#[derive(Clone)]
struct Refers {
    areas: Vec<i64>,
    states: Vec<i64>,
    organisations: Vec<i64>,
    themes: Vec<i64>,
    sdgs: Vec<String>,
}

impl LateActivities {
    /// Whether so many activities of a store are read late: not where States are not named, since these are arranged
    /// by what activities say.
    pub(super) fn are_due(store: &Store, count: usize) -> bool {
        count >= MANY && store.kept.is_none() && store.source.is_some()
    }

    /// Those of a register whose other small tables are read.
    pub(super) fn of(vocabulary: &Vocabulary) -> Self {
        let refers = Refers {
            areas: vocabulary.areas.iter().map(|row| row.id).collect(),
            states: vocabulary.states.iter().map(|row| row.id).collect(),
            organisations: vocabulary.organisations.iter().map(|row| row.id).collect(),
            themes: vocabulary.themes.iter().map(|row| row.id).collect(),
            sdgs: vocabulary.sdgs.clone(),
        };
        Self { refers, thread: Thread::Due }
    }

    /// Begins to read them, unless that was done.
    pub(super) fn start(&mut self, source: Option<&Source>, ending: &Ending) {
        if !matches!(self.thread, Thread::Due) {
            return;
        }
        let (sender, read) = channel();
        let (refers, ending, source) = (self.refers.clone(), ending.clone(), source.cloned());
        let work = move || {
            let Some(Ok(mut connection)) = source.map(|source| source.open()) else { return };
            if ending.watch(&mut connection).is_ok()
                && let Ok(activities) = refers.read(&connection)
            {
                // The loading may have been given up.
                let _ = sender.send(activities);
            }
        };
        let started = std::thread::Builder::new().name("activities".into()).spawn(work);
        self.thread = started.map_or(Thread::Failed, |_| Thread::Reads(read));
    }

    /// The activities, once they are read; `None` while they are not. What the thread could not read is read here.
    pub(super) fn take(&mut self, store: &Store) -> Result<Option<Vec<Activity>>, StoreError> {
        self.start(store.source.as_ref(), &store.ending);
        if let Thread::Reads(read) = &self.thread {
            match read.recv_timeout(TURN) {
                Ok(activities) => return Ok(Some(activities)),
                Err(RecvTimeoutError::Timeout) => return Ok(None),
                Err(RecvTimeoutError::Disconnected) => {}
            }
        }
        let read = store.read_in_turn(|| self.refers.read(&store.connection));
        read.map(Some).map_err(|error| error.at(&store.path))
    }
}

impl Refers {
    /// Reads the activities with their names, as they are at one moment.
    fn read(&self, connection: &Connection) -> Result<Vec<Activity>, StoreError> {
        let transaction = connection.unchecked_transaction()?;
        let referred = activities::Referred {
            areas: &places_of(self.areas.iter().copied())?,
            sdgs: &self.sdgs,
            states: &places_of(self.states.iter().copied())?,
            organisations: &places_of(self.organisations.iter().copied())?,
            themes: &places_of(self.themes.iter().copied())?,
        };
        let mut all =
            activities::activities(&transaction, &referred, Which::There.condition(), None)?;
        described(&transaction, &mut all, None)?;
        transaction.finish()?;
        Ok(all)
    }
}

/// Gives a vocabulary its activities: those with the ids that the needs were read with. Others have come or gone
/// meanwhile; it is left without any, so that catching up finds the difference and reads everything.
pub(super) fn put(vocabulary: &mut Vocabulary, activities: Vec<Activity>, ids: &[i64]) {
    vocabulary.lacks_activities = false;
    if activities.iter().map(|activity| &activity.id).eq(ids) {
        (vocabulary.kinds, vocabulary.programmes) = (kinds(&activities), programmes(&activities));
        vocabulary.activities = activities;
    }
}
