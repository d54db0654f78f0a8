//! The acknowledgements of the writers against the register.

use crate::store_fixture::Fixture;
use rusqlite::Connection;
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
    /// So many edits or fields were refused, since another writer was first.
    Conflict(usize),
    /// Anything else went wrong.
    Error(String),
}

impl Told {
    /// Reads a whole line; `None` for one that the kill cut off.
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

/// A field of a need.
type Place = (u32, TriageField);

pub(crate) struct Verdict {
    path: PathBuf,
    /// The value of every field before the first write.
    beginning: BTreeMap<Place, Option<String>>,
    told: Vec<Told>,
    judged: usize,
    acknowledged: usize,
    conflicts: usize,
    undone: usize,
}

impl Verdict {
    pub(crate) fn of(fixture: &Fixture) -> Self {
        Self {
            path: fixture.path.clone(),
            beginning: beginning(&fixture.sql()),
            told: Vec::new(),
            judged: 0,
            acknowledged: 0,
            conflicts: 0,
            undone: 0,
        }
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

    /// Compares the acknowledgements since the last judgement with the register.
    pub(crate) fn judge(&mut self) {
        let store = Store::open(&self.path, Access::ReadWrite).unwrap();
        // SQLite's own check, rows against the log, versions against writes.
        assert_eq!(store.check().unwrap(), []);
        let mut log = store.log(&LogQuery::default()).unwrap();
        log.reverse();
        let undone: BTreeSet<(i64, i64)> =
            log.iter().filter_map(|entry| Some((entry.undoes?, entry.batch))).collect();
        let mut trails = BTreeMap::<Place, Vec<LogEntry>>::new();
        for entry in log {
            let field = entry.field.triage().unwrap();
            trails.entry((entry.record.number, field)).or_default().push(entry);
        }
        let trail = |need: u32, field: TriageField| {
            let entries = trails.get(&(need, field)).map_or(&[][..], |entries| entries);
            Trail { beginning: self.beginning[&(need, field)].as_deref(), entries }
        };
        for told in &self.told[self.judged..] {
            match told {
                Told::Wrote { batch, need, field, seen, value } => {
                    let trail = trail(*need, *field);
                    let own = trail.holds(*batch, told, |held| held == value.as_deref());
                    if let Some(entry) = own {
                        let saw = trail.seen_in(*seen, entry);
                        assert_eq!(entry.before.as_deref(), saw, "overwritten unseen: {told:?}");
                    }
                    self.acknowledged += 1;
                }
                Told::Added { batch, need, theme } => {
                    trail(*need, TriageField::Themes).holds(*batch, told, |held| {
                        ThemeNames::read(held).iter().any(|own| own == theme)
                    });
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

/// The values of a field, from the beginning on.
struct Trail<'a> {
    beginning: Option<&'a str>,
    /// Its changes, the earliest first.
    entries: &'a [LogEntry],
}

impl<'a> Trail<'a> {
    /// Checks an acknowledged write of a batch against the log, and gives its log line: `None` if the field already had
    /// the value, before the batch or, for a write without a batch (0), at some time.
    fn holds(
        &self,
        batch: i64,
        told: &Told,
        wanted: impl Fn(Option<&str>) -> bool,
    ) -> Option<&'a LogEntry> {
        let own = self.entries.iter().find(|entry| entry.batch == batch);
        let held = match own {
            Some(entry) => wanted(entry.after.as_deref()),
            None if batch == 0 => {
                wanted(self.beginning) || self.entries.iter().any(|e| wanted(e.after.as_deref()))
            }
            None => {
                let earlier = self.entries.iter().take_while(|entry| entry.batch < batch);
                wanted(earlier.last().map_or(self.beginning, |entry| entry.after.as_deref()))
            }
        };
        assert!(held, "a write was lost: {told:?}\n{:?} {:?}", self.beginning, self.entries);
        own
    }

    /// The value of the field in the version that the writer of a change saw.
    fn seen_in(&self, version: u32, change: &'a LogEntry) -> Option<&'a str> {
        let newer = self.entries.iter().find(|entry| entry.version > version);
        newer.unwrap_or(change).before.as_deref()
    }
}

/// The fields that the writers change, as the log writes them, of every need.
fn beginning(sql: &Connection) -> BTreeMap<Place, Option<String>> {
    let mut fields = BTreeMap::new();
    for (field, value) in [
        (TriageField::Priority, "priority"),
        (TriageField::Response, "response"),
        (TriageField::ProjectedOn, "projected_on"),
        (TriageField::Notes, "nullif(notes, '')"),
        (
            TriageField::Themes,
            "(SELECT group_concat(code, '; ' ORDER BY code)
              FROM need_theme JOIN theme ON theme.id = theme_id WHERE need_id = need.id)",
        ),
    ] {
        let mut select = sql.prepare(&format!("SELECT id, {value} FROM need")).unwrap();
        let mut rows = select.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            fields.insert((row.get(0).unwrap(), field), row.get(1).unwrap());
        }
    }
    fields
}
