//! What the writers were told against what the register holds.

use crate::store_fixture::Fixture;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use ta_tui::domain::{Coded, ThemeNames, TriageField};
use ta_tui::store::{Access, LogEntry, LogQuery, Store};

/// A line of a writer.
#[derive(Debug)]
pub(crate) enum Told {
    /// A field was set: the batch (0 where it had the value already), and the version seen.
    Wrote { batch: i64, need: u32, field: TriageField, seen: u32, value: Option<String> },
    /// A theme was added.
    Added { batch: i64, need: u32, theme: String },
    /// A batch was taken back by another.
    Undid { batch: i64, by: i64 },
    /// So many edits or fields were refused because somebody was quicker.
    Conflict(usize),
    /// Anything else went wrong.
    Error(String),
}

impl Told {
    /// Reads a whole line; what the kill cut off was not told.
    pub(crate) fn read(line: &str) -> Option<Self> {
        let parts: Vec<&str> = line.split('\t').collect();
        match parts[..] {
            ["wrote", batch, need, field, seen, value] => Some(Self::Wrote {
                batch: batch.parse().ok()?,
                need: need.parse().ok()?,
                field: TriageField::from_code(field)?,
                seen: seen.parse().ok()?,
                value: (value != "-").then(|| value.to_owned()),
            }),
            ["added", batch, need, _, _, theme] => Some(Self::Added {
                batch: batch.parse().ok()?,
                need: need.parse().ok()?,
                theme: theme.to_owned(),
            }),
            ["undid", batch, by] => {
                Some(Self::Undid { batch: batch.parse().ok()?, by: by.parse().ok()? })
            }
            ["conflict", count] => Some(Self::Conflict(count.parse().ok()?)),
            ["error", error] => Some(Self::Error(error.to_owned())),
            _ => None,
        }
    }
}

/// The changes of one field of one need, the earliest first.
type Trails = BTreeMap<(u32, TriageField), Vec<LogEntry>>;

pub(crate) struct Verdict {
    path: PathBuf,
    told: Vec<Told>,
    judged: usize,
    acknowledged: usize,
    conflicts: usize,
    undone: usize,
}

impl Verdict {
    pub(crate) fn of(fixture: &Fixture) -> Self {
        let path = fixture.path.clone();
        Self { path, told: Vec::new(), judged: 0, acknowledged: 0, conflicts: 0, undone: 0 }
    }

    pub(crate) fn hear(&mut self, told: Vec<Told>) {
        self.told.extend(told);
    }

    pub(crate) fn acknowledged(&self) -> usize {
        self.acknowledged
    }

    pub(crate) fn conflicts(&self) -> usize {
        self.conflicts
    }

    pub(crate) fn figures(&self) -> String {
        format!(
            "{} edits and {} undos acknowledged, all in the log; {} conflicts, all reported; \
             register sound",
            self.acknowledged, self.undone, self.conflicts
        )
    }

    /// Holds what was told since the last judgement against the register.
    pub(crate) fn judge(&mut self) {
        let store = Store::open(&self.path, Access::ReadWrite).unwrap();
        // SQLite's own check, rows against the log, versions against writes.
        assert_eq!(store.check().unwrap(), []);
        let mut log = store.log(&LogQuery::default()).unwrap();
        log.reverse();
        let undone: BTreeSet<(i64, i64)> =
            log.iter().filter_map(|entry| Some((entry.undoes?, entry.batch))).collect();
        let mut trails = Trails::new();
        for entry in log {
            trails.entry((entry.need, entry.field)).or_default().push(entry);
        }
        for told in &self.told[self.judged..] {
            match told {
                Told::Wrote { batch, need, field, seen, value } => {
                    let trail = trails.get(&(*need, *field)).map_or(&[][..], |t| t);
                    wrote(trail, *batch, *seen, value.as_deref(), told);
                    self.acknowledged += 1;
                }
                Told::Added { batch, need, theme } => {
                    let trail = trails.get(&(*need, TriageField::Themes)).map_or(&[][..], |t| t);
                    let here = trail.iter().find(|entry| entry.batch == *batch);
                    let has = here.is_none_or(|entry| {
                        ThemeNames::read(entry.after.as_deref()).iter().any(|own| own == theme)
                    });
                    assert!(has, "a theme was lost: {told:?}");
                    self.acknowledged += 1;
                }
                Told::Undid { batch, by } => {
                    assert!(undone.contains(&(*batch, *by)), "an undo was lost: {told:?}");
                    self.undone += 1;
                }
                Told::Conflict(count) => self.conflicts += count,
                Told::Error(error) => panic!("a writer was told: {error}"),
            }
        }
        self.judged = self.told.len();
    }
}

/// The write is in the log under its batch, and it was written over what its writer had seen.
fn wrote(trail: &[LogEntry], batch: i64, seen: u32, value: Option<&str>, told: &Told) {
    let Some(place) = trail.iter().position(|entry| entry.batch == batch) else {
        // The field had the value: by a change before the batch, or since the beginning.
        let earlier = trail.iter().take_while(|entry| batch == 0 || entry.batch < batch);
        let had = match (batch, trail.first()) {
            // Nobody knows when it was looked at: at some time it was so.
            (0, _) => {
                trail.iter().any(|e| e.after.as_deref() == value || e.before.as_deref() == value)
            }
            (_, Some(first)) => {
                let last = earlier.last();
                let before = last.map_or(first.before.as_deref(), |e| e.after.as_deref());
                before == value
            }
            (_, None) => true, // check() has compared the row with what it began with
        };
        assert!(had || trail.is_empty(), "a write was lost: {told:?}\n{trail:?}");
        return;
    };
    let entry = &trail[place];
    assert_eq!(entry.after.as_deref(), value, "another value was written: {told:?}");
    // What the field held in the version that the writer saw.
    let newer = trail.iter().find(|entry| entry.version > seen);
    let saw = newer.map_or(entry.before.as_deref(), |newer| newer.before.as_deref());
    assert_eq!(entry.before.as_deref(), saw, "overwritten unseen: {told:?}\n{trail:?}");
}
