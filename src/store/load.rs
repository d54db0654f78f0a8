//! Loading: the file becomes a register in memory. Two readers share the work, each part of which
//! can be looked at as soon as it is there.
//!
//! The parts are read one after the other, not in one moment: changes meanwhile are caught up with
//! at the end ([`Store::refresh`] from the change that was the newest at the beginning), which is
//! right whether a part holds them already or not.

use super::late_activities::{self, LateActivities};
use super::names::Called;
use super::needs::{self, Places};
use super::second_reader::{Part, SecondReader, Work};
use super::{
    DataVersion, Refreshed, Store, StoreError, chapter_totals, own_day, themes, vocabulary,
};
use crate::domain::Day;
use crate::query::register::{
    Activity, CHUNK, ChapterTotals, Chunk, Disclosure, Register, Vocabulary,
};
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::sync::mpsc::Receiver;

/// The first parts are small: the first screen waits for one of them, and two readers of a small
/// register end at about the same time.
const FIRST: (u32, u32) = (8, 512);

/// A register whose ids are far apart is still read in no more parts than this.
const MOST: u32 = 4_096;

/// Up to this number the texts of needs can be read afterwards in the time of a few frames.
const SOON: u32 = 20_000;

/// Below this number a second reader would come too late.
const WORTH_IT: u32 = 1_024;

impl Store {
    /// Reads everything. `progress` gets the number of needs read after each part and stops the
    /// loading by giving `false`.
    pub fn load(&self, progress: &mut dyn FnMut(usize) -> bool) -> Result<Register, StoreError> {
        let mut loading = self.loading(true)?;
        while loading.step(self)? {
            if !progress(loading.read()) {
                return Err(StoreError::Stopped);
            }
        }
        Ok(loading.finish(self)?.register)
    }

    /// Begins to read everything. Without `texts` the needs' texts may be left for later, where
    /// they are few: see [`Loading::has_texts`] and [`Store::with_texts`].
    pub fn loading(&self, texts: bool) -> Result<Loading, StoreError> {
        let begun = self.read_in_turn(|| Loading::begin(self, texts));
        begun.map_err(|error| error.at(&self.path))
    }
}

/// A register that is being read.
pub struct Loading {
    work: Arc<Work>,
    vocabulary: Vocabulary,
    /// Activities that are not read with the other small tables.
    late: Option<LateActivities>,
    /// Those, when they are read: the parts so far are shown without them.
    activities: Option<Vec<Activity>>,
    illustrative: bool,
    own_day: Option<Day>,
    tally: Arc<ChapterTotals>,
    parts: BTreeMap<usize, Vec<Arc<Chunk>>>,
    /// Parts from the second reader; closed when it is done.
    beside: Option<Receiver<Part>>,
    since_change: i64,
    began: DataVersion,
    /// The number of changes outside the log at the beginning.
    unlogged: i64,
    texts: bool,
}

impl Loading {
    fn begin(store: &Store, texts: bool) -> Result<Self, StoreError> {
        let transaction = store.connection.unchecked_transaction()?;
        let began = DataVersion::now(&store.connection)?;
        // The change before the rows: a write between the two is then caught up with twice,
        // rather than never.
        let since_change = store.last_change()?;
        let last: Option<u32> =
            transaction.query_row("SELECT max(id) FROM need", [], |row| row.get(0))?;
        let last = last.unwrap_or(0);
        // The second reader opens the file while this one lists the parts, or has opened it before.
        let start = || SecondReader::start(store.source.as_ref()?);
        let ready = store.second.take();
        let second = if last > WORTH_IT { ready.or_else(start) } else { None };
        let next = AtomicUsize::new(0);
        let texts = texts || last > SOON;
        let mut places = Places::read(&transaction, texts)?;
        if store.kept.is_some() {
            places.ids.documents.clear();
        }
        let whole = !needs::are_found_by_range(&transaction)?;
        let parts = if whole && last > 0 { vec![1..=last] } else { parts(last) };
        let is_late = LateActivities::are_due(store, places.ids.activities.len());
        let (ending, with_activities) = (store.ending.clone(), !is_late);
        let work = Arc::new(Work { places, parts, with_activities, ending, next });
        let (called, beside) = second.map(|second| second.read(&work)).unzip();
        let called = || {
            let read = called.and_then(|called| called.recv().ok());
            read.map_or_else(|| Called::read(&transaction, with_activities), Ok)
        };
        let (kept, day) = (store.kept, store.day);
        let vocabulary = vocabulary::read_beside(&transaction, kept, day, with_activities, called)?;
        let loading = Self {
            late: is_late.then(|| LateActivities::of(&vocabulary)),
            activities: None,
            vocabulary,
            illustrative: own_day::illustrative(&transaction)?,
            own_day: own_day::read(&transaction, store.day)?,
            tally: Arc::new(chapter_totals::read(&transaction, &work.places.ids)?),
            work,
            parts: BTreeMap::new(),
            beside,
            since_change,
            began,
            unlogged: themes::unlogged(&transaction)?,
            texts,
        };
        transaction.finish()?;
        Ok(loading)
    }

    /// How many needs are there.
    pub fn read(&self) -> usize {
        self.parts.values().flatten().map(|chunk| chunk.len()).sum()
    }

    /// Whether the needs' texts are read with the rest.
    pub fn has_texts(&self) -> bool {
        self.texts
    }

    /// How many needs there are of each review and set of chapters.
    pub fn tally(&self) -> &Arc<ChapterTotals> {
        &self.tally
    }

    /// Reads one more part and takes in the parts from the other reader. False when nothing is
    /// left.
    pub fn step(&mut self, store: &Store) -> Result<bool, StoreError> {
        if let Some((number, part)) = self.work.take() {
            self.read_part(number, &part, store)?;
        } else if let Some(beside) = &self.beside {
            // Nothing is left to take: wait for the part that the other reader has in hand.
            match beside.recv() {
                Ok(part) => self.put(part, store)?,
                Err(_) => self.beside = None,
            }
        } else if let Some(late) = &mut self.late {
            self.activities = late.take(store)?;
            if self.activities.is_some() {
                self.late = None;
            }
        } else {
            return Ok(false);
        }
        if let Some(late) = &mut self.late {
            late.start(store.source.as_ref(), &store.ending);
        }
        while let Some(Ok(part)) = self.beside.as_ref().map(Receiver::try_recv) {
            self.put(part, store)?;
        }
        Ok(true)
    }

    fn read_part(
        &mut self,
        number: usize,
        part: &RangeInclusive<u32>,
        store: &Store,
    ) -> Result<(), StoreError> {
        let read = || needs::read(&store.connection, part.clone(), &self.work.places);
        let chunks = store.read_in_turn(read).map_err(|error| error.at(&store.path))?;
        self.parts.insert(number, chunks);
        Ok(())
    }

    /// Takes what the other reader has read, which waits in silence: what it could not read is read here.
    fn put(&mut self, (number, chunks): Part, store: &Store) -> Result<(), StoreError> {
        match (chunks, self.work.parts.get(number).cloned()) {
            (Err(StoreError::Busy), Some(part)) => self.read_part(number, &part, store),
            (chunks, _) => {
                self.parts.insert(number, chunks.map_err(|error| error.at(&store.path))?);
                Ok(())
            }
        }
    }

    /// Whether what needs have of activities can be told of the parts so far.
    pub fn has_activities(&self) -> bool {
        !self.vocabulary.lacks_activities
    }

    /// Gives the register as far as it is read. Where it lacks activities, its needs are matched with none.
    pub fn so_far(&self) -> Register {
        let mut register = self.register(self.vocabulary.clone());
        let vocabulary = Arc::make_mut(&mut register.vocabulary);
        if vocabulary.lacks_activities {
            vocabulary.match_sets.fill_with(Box::default);
        }
        register
    }

    fn register(&self, mut vocabulary: Vocabulary) -> Register {
        self.work.places.tell(&mut vocabulary);
        Register {
            stamp: 0,
            illustrative: self.illustrative,
            own_day: self.own_day,
            is_void: false,
            void_reasons: Arc::default(),
            void_reviews: Arc::default(),
            vocabulary: Arc::new(vocabulary),
            chunks: self.parts.values().flatten().cloned().collect(),
            text_ranks: None,
        }
    }

    /// The whole register, with the changes made while it was read, once [`Loading::step`] has
    /// nothing left.
    pub fn finish(mut self, store: &Store) -> Result<Refreshed, StoreError> {
        let mut vocabulary = std::mem::take(&mut self.vocabulary);
        if let Some(activities) = self.activities.take() {
            late_activities::put(&mut vocabulary, activities, &self.work.places.ids.activities);
        }
        let register = self.register(vocabulary);
        store.unlogged.set(Some(self.unlogged));
        if DataVersion::now(&store.connection)? == self.began {
            store.seen.set(Some(self.began));
            let (last_change, changed) = (self.since_change, Vec::new());
            return Ok(Refreshed { register, last_change, changed, earliest: None, whole: false });
        }
        store.refresh(&register, self.since_change)
    }
}

impl Drop for Loading {
    fn drop(&mut self) {
        self.work.stop();
    }
}

/// Cuts the ids up to the last one into parts: a few small ones, then such as fill a chunk.
fn parts(last: u32) -> Vec<RangeInclusive<u32>> {
    let (count, small) = FIRST;
    let large = (last / MOST).max(CHUNK as u32);
    let mut parts: Vec<RangeInclusive<u32>> = Vec::new();
    let mut before = 0;
    while before < last {
        let size = if parts.len() < count as usize { small } else { large };
        let end = before.saturating_add(size).min(last);
        parts.push(before + 1..=end);
        before = end;
    }
    parts
}

/// Everything in one reading, inside the caller's transaction. `day` is one that was set for it.
pub(super) fn whole(
    connection: &Connection,
    kept: Option<Disclosure>,
    day: Option<Day>,
) -> Result<Register, StoreError> {
    let mut vocabulary = vocabulary::read(connection, kept, day)?;
    let places = Places::of(&vocabulary);
    let chunks = needs::read(connection, 0..=u32::MAX, &places)?;
    places.tell(&mut vocabulary);
    let vocabulary = Arc::new(vocabulary);
    let illustrative = own_day::illustrative(connection)?;
    let own_day = own_day::read(connection, day)?;
    Ok(Register { illustrative, own_day, vocabulary, chunks, ..Register::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_in_one_part() {
        for last in [0, 1, 1_024, 1_025, 4_096, 30_000, 1_000_000, u32::MAX - 1, u32::MAX] {
            let parts = parts(last);
            let mut next = 1_u64;
            for part in &parts {
                assert_eq!(u64::from(*part.start()), next);
                assert!(part.start() <= part.end());
                next = u64::from(*part.end()) + 1;
            }
            assert_eq!(next, u64::from(last) + 1);
            assert!(parts.len() <= MOST as usize + 8, "{last}");
        }
    }
}
