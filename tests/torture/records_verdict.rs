//! The acknowledgements of the writers of records against the register: each is in the log, the rows are what the log
//! comes to, and every reference leads somewhere.

use crate::recorder::field;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::path::PathBuf;
use ta_tui::domain::{Kind, Kinds, NeedNumber, Record};
use ta_tui::fields::RecordField;
use ta_tui::store::{Access, LogEntry, LogQuery, Store};

/// References that lead nowhere, or to what is void: each question gives their number.
const BROKEN: [&str; 5] = [
    "SELECT count(*) FROM pragma_foreign_key_check",
    "SELECT count(*) FROM need n JOIN need o ON o.id = n.duplicate_of WHERE n.void = 0 AND o.void = 1",
    "SELECT count(*) FROM need WHERE merged_into IS NOT NULL AND void = 0",
    "SELECT count(*) FROM need_activity m JOIN need n ON n.id = m.need_id WHERE m.void = 0 AND n.void = 1",
    "SELECT count(*) FROM comment c JOIN need n ON n.id = c.need_id WHERE n.merged_into IS NOT NULL",
];

/// The fields that the writers change.
const FIELDS: [&str; 5] = ["record", "text", "paragraph", "article", "duplicate"];

#[derive(Default)]
pub(crate) struct RecordsVerdict {
    path: PathBuf,
    acknowledged: BTreeMap<&'static str, usize>,
    conflicts: usize,
    refused: usize,
}

/// The log, by batch.
type Batches = BTreeMap<i64, Vec<LogEntry>>;

impl RecordsVerdict {
    pub(crate) fn of(path: PathBuf) -> Self {
        Self { path, ..Self::default() }
    }

    pub(crate) fn acknowledged(&self) -> usize {
        self.acknowledged.values().sum()
    }

    pub(crate) fn conflicts(&self) -> usize {
        self.conflicts
    }

    pub(crate) fn figures(&self) -> String {
        let each = self.acknowledged.iter().map(|(what, count)| format!("{count} {what}"));
        format!(
            "acknowledged and in the log: {}; {} conflicts and {} refusals by rules, all reported; register sound",
            each.collect::<Vec<_>>().join(", "),
            self.conflicts,
            self.refused
        )
    }

    /// Checks the register as it is, and that it holds what these lines of a writer acknowledge.
    pub(crate) fn judge(&mut self, lines: &[String]) {
        let store = Store::open(&self.path, Access::ReadWrite).unwrap();
        assert_eq!(store.check().unwrap(), []);
        for line in lines {
            // A line that a kill cut off acknowledges nothing.
            let parts: Vec<&str> = line.split('\t').collect();
            self.hear(&store, &parts);
        }
        let sql = Connection::open(&self.path).unwrap();
        for question in BROKEN {
            let count: u32 = sql.query_row(question, [], |row| row.get(0)).unwrap();
            assert_eq!(count, 0, "{question}");
        }
    }

    fn hear(&mut self, store: &Store, parts: &[&str]) {
        let number = |text: &str| text.parse::<u32>().unwrap();
        let batch = |text: &str| entries(store, text.parse().unwrap());
        let what = match parts {
            ["made", of, kind, made, words] => {
                let kind = if *kind == (Kind::Need as u8).to_string() {
                    Kind::Need
                } else {
                    Kind::Comment
                };
                let record = Record { kind, number: number(made) };
                let log = batch(of);
                assert_eq!((log.len(), log[0].record), (1, record), "lost: {parts:?}");
                let whole = store.whole_record(record).unwrap();
                // A comment is never written over; a need may be corrected by now, and its log has the first words.
                let first = first_words(store, record).unwrap_or_else(|| {
                    whole.value(field(kind, "text")).unwrap_or_default().to_owned()
                });
                assert_eq!(first, *words, "lost: {parts:?}");
                "made"
            }
            ["set", "0", ..] => "without a difference",
            ["set", of, need, code, seen, value] => {
                let of_field = field(Kind::Need, code);
                let trail = trail(store, number(need), of_field);
                let own = batch(of);
                let own = own
                    .iter()
                    .find(|entry| entry.field == of_field)
                    .expect("a correction was lost");
                assert_eq!(own.after.as_deref(), Some(*value), "lost: {parts:?}");
                let newer = trail.iter().find(|entry| entry.version > number(seen)).unwrap();
                assert_eq!(own.before, newer.before, "overwritten unseen: {parts:?}");
                "corrected"
            }
            ["void", of, need] => {
                // The matches of the need go with it.
                let mut log = batch(of);
                assert!(log.iter().all(|entry| entry.after.is_none()), "{parts:?}");
                log.retain(|entry| entry.record.kind != Kind::Match);
                let needs: Vec<Record> = log.iter().map(|entry| entry.record).collect();
                assert_eq!(needs, [Record::need(NeedNumber::new(number(need)))], "lost: {parts:?}");
                "voided"
            }
            ["merged", of, gone, stays] => {
                let into = field(Kind::Need, "merged-into");
                let is_it = |entry: &LogEntry| {
                    entry.record == Record::need(NeedNumber::new(number(gone)))
                        && entry.field == into
                        && entry.after.as_deref() == Some(*stays)
                };
                assert!(batch(of).iter().any(is_it), "lost: {parts:?}");
                "merged"
            }
            ["undid", of, by] => {
                let undoes = batch(by)[0].undoes;
                assert_eq!(
                    undoes.map(|of| of.to_string()).as_deref(),
                    Some(*of),
                    "lost: {parts:?}"
                );
                "undone"
            }
            ["conflict", count] => return self.conflicts += count.parse::<usize>().unwrap_or(0),
            ["refused"] => return self.refused += 1,
            ["error", error] => panic!("a writer was told: {error}"),
            _ => return,
        };
        *self.acknowledged.entry(what).or_default() += 1;
    }

    /// Compares the rows with what the whole log comes to. Nothing of a batch is missing.
    pub(crate) fn replay(&self) {
        let store = Store::open(&self.path, Access::ReadOnly).unwrap();
        let mut log =
            store.log(&LogQuery { kinds: Kinds::one(Kind::Need), ..LogQuery::default() }).unwrap();
        log.reverse();
        let mut last: BTreeMap<(Record, RecordField), Option<String>> = BTreeMap::new();
        let mut batches = Batches::new();
        for entry in log {
            let held = last.get(&(entry.record, entry.field));
            assert!(
                held.is_none_or(|held| *held == entry.before),
                "not over what was there: {entry:?}"
            );
            last.insert((entry.record, entry.field), entry.after.clone());
            batches.entry(entry.batch).or_default().push(entry);
        }
        for ((record, field), value) in &last {
            let whole = store.whole_record(*record).unwrap();
            let now = match field.code() {
                "record" => whole.is_there.then_some("there"),
                _ => whole.value(*field),
            };
            assert_eq!(now, value.as_deref(), "{record} {}", field.code());
        }
        let changed: Vec<&str> = last.keys().map(|(_, field)| field.code()).collect();
        assert!(
            FIELDS.iter().all(|code| changed.contains(code)) || batches.len() < 500,
            "{FIELDS:?}"
        );
    }
}

/// The entries of a batch, of whatever kind.
fn entries(store: &Store, batch: i64) -> Vec<LogEntry> {
    let query = LogQuery { batch: Some(batch), kinds: Kinds::all(), ..LogQuery::default() };
    let found = store.log(&query).unwrap();
    assert!(!found.is_empty(), "batch {batch} was acknowledged and is lost");
    found
}

/// The changes of a field of a need, the earliest first.
fn trail(store: &Store, need: u32, field: RecordField) -> Vec<LogEntry> {
    let query = LogQuery { needs: Some(&[NeedNumber::new(need)]), ..LogQuery::default() };
    let mut found = store.log(&query).unwrap();
    found.retain(|entry| entry.field == field);
    found.reverse();
    found
}

/// The words that a need had before its first correction; `None` where it has had none.
fn first_words(store: &Store, record: Record) -> Option<String> {
    let need = record.of_need()?;
    trail(store, need.get(), field(Kind::Need, "text")).into_iter().next()?.before
}
