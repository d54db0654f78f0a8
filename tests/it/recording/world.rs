//! Three people with a store each on one file, beside the model. Every step is done in both, and must end alike.

use super::counts;
use super::edits::{Edit, for_store};
use super::model::{Batch, Held, Model, Put, Reason, Refusal};
use super::rules::{against, joined, merged, merged_themes};
use super::steps::{PEOPLE, Step};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::OnceLock;
use ta_tui::domain::{Coded, Day, Kind, Kinds, NeedNumber, Record};
use ta_tui::fields::RecordField;
use ta_tui::query::register::Register;
use ta_tui::store::{
    Access, LogQuery, Mergeable, RecordMerge, Store, StoreError, WholeRecord, Written,
};

/// The kinds of which records are added; needs mostly.
const ADDED: [Kind; 8] = [
    Kind::Need,
    Kind::Need,
    Kind::Need,
    Kind::Need,
    Kind::Theme,
    Kind::Person,
    Kind::Comment,
    Kind::Match,
];

/// The fields of needs that are set.
const OF_NEEDS: [&str; 10] = [
    "priority",
    "response",
    "focal",
    "theme",
    "duplicate",
    "text",
    "article",
    "paragraph",
    "identified",
    "notes",
];

/// The fields that a merge can take over.
const TAKEN: [&str; 5] = ["priority", "response", "focal", "text", "article"];

/// The first day of every history.
pub(super) const FIRST: &str = "2019-03-01";

/// A person at work.
struct Person {
    store: Store,
    /// The versions that the person has seen.
    seen: BTreeMap<Record, u32>,
    register: Register,
    last_change: i64,
}

/// The register, the people, and the model.
pub(super) struct World {
    people: Vec<Person>,
    pub(super) model: Model,
    pub(super) path: PathBuf,
    pub(super) day: i32,
    /// The day of each batch.
    days: BTreeMap<i64, i32>,
    /// Each record as it was added.
    pub(super) first: BTreeMap<Record, Held>,
    /// The refusals so far.
    pub(super) refused: Vec<Reason>,
    made: usize,
    _folder: tempfile::TempDir,
}

fn name(who: usize) -> String {
    format!("person-{who}")
}

/// The file with which every history begins: a review, and nothing else that the model speaks of.
fn beginning() -> &'static [u8] {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    FILE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.db");
        drop(Store::create(&path).unwrap());
        let sql = Connection::open(&path).unwrap();
        sql.execute_batch(
            "UPDATE meta SET value = 'yes' WHERE key = 'illustrative';
             INSERT INTO review (id, state_id, cycle) VALUES (1, 1, 1);
             PRAGMA wal_checkpoint(TRUNCATE)",
        )
        .unwrap();
        drop(sql);
        std::fs::read(&path).unwrap()
    })
}

impl World {
    /// The register as it is before the first step, with a few records of each kind.
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.db");
        std::fs::write(&path, beginning()).unwrap();
        let day = Day::parse(FIRST).unwrap().number();
        let person = |_| {
            let store = Store::open(&path, Access::ReadWrite).unwrap();
            let store = store.on_day(Some(Day::from_number(day))).unwrap();
            let register = store.load(&mut |_| true).unwrap();
            Person { store, seen: BTreeMap::new(), register, last_change: 0 }
        };
        let people = (0..PEOPLE).map(person).collect();
        let sql = Connection::open(&path).unwrap();
        let last = |(kind, table): (Kind, &str)| {
            let last =
                sql.query_row(&format!("SELECT coalesce(max(id), 0) FROM {table}"), [], |row| {
                    row.get(0)
                });
            (kind, last.unwrap())
        };
        let tables =
            [(Kind::Person, "person"), (Kind::Theme, "theme"), (Kind::Match, "need_activity")];
        let model = Model { numbers: tables.map(last).into(), ..Model::default() };
        let mut world = Self {
            people,
            model,
            path,
            day,
            days: BTreeMap::new(),
            first: BTreeMap::new(),
            refused: Vec::new(),
            made: 0,
            _folder: folder,
        };
        let kinds = [4, 4, 5, 5, 0, 0, 0, 0, 6, 7, 7];
        for (place, kind) in kinds.into_iter().enumerate() {
            world.take(&Step::Add { who: 0, kind, of: place, value: place });
        }
        for who in 0..PEOPLE {
            world.take(&Step::Look { who });
        }
        world
    }

    /// Does a step in the register and in the model. Gives the records that were written.
    pub(super) fn take(&mut self, step: &Step) -> Vec<Record> {
        self.made += 1;
        match step {
            Step::Look { who } => {
                let all = self.model.records.iter();
                self.people[*who].seen =
                    all.map(|(record, held)| (*record, held.version)).collect();
                Vec::new()
            }
            Step::Add { who, kind, of, value } => {
                let edit = self.new_record(ADDED[*kind], *of, *value);
                self.edit(*who, &[edit])
            }
            Step::Set { who, edits } => {
                let set = |(record, field, value): &(usize, usize, usize)| {
                    let record = self.pick(*record, |kind| kind != Kind::Comment)?;
                    let value = self.value(record, *field, *value);
                    Some(self.known(*who, record, vec![value], None))
                };
                let edits: Vec<Edit> = edits.iter().filter_map(set).collect();
                self.edit(*who, &edits)
            }
            Step::Void { who, record, void } => match self.pick(*record, |_| true) {
                Some(record) => {
                    let edit = self.known(*who, record, Vec::new(), Some(*void));
                    self.edit(*who, &[edit])
                }
                None => Vec::new(),
            },
            Step::Merge { who, gone, stays, taken } => self.merge(*who, (*gone, *stays), *taken),
            Step::MergeThemes { who, gone, stays } => self.merge_themes(*who, *gone, *stays),
            Step::Retire { who, person, to } => {
                let edits = self.retired(*who, *person, *to);
                self.edit(*who, &edits)
            }
            Step::Undo { who, back } => self.undo(*who, *back),
            Step::Later { days } => {
                self.day += days;
                let day = Some(Day::from_number(self.day));
                let people = std::mem::take(&mut self.people).into_iter();
                let later =
                    |person: Person| Person { store: person.store.on_day(day).unwrap(), ..person };
                self.people = people.map(later).collect();
                Vec::new()
            }
        }
    }

    /// The store of a person.
    pub(super) fn store(&self, who: usize) -> &Store {
        &self.people[who].store
    }

    /// The day on which a batch was written.
    pub(super) fn day_of(&self, batch: i64) -> i32 {
        self.days[&batch]
    }

    /// The days on which something was written.
    pub(super) fn batch_days(&self) -> BTreeSet<i32> {
        self.days.values().copied().collect()
    }

    fn pick(&self, place: usize, of: impl Fn(Kind) -> bool) -> Option<Record> {
        let records: Vec<Record> =
            self.model.records.keys().copied().filter(|record| of(record.kind)).collect();
        records.get(place.checked_rem(records.len())?).copied()
    }

    /// The names of the records of a kind, by code or number, there or not.
    fn names(&self, kind: Kind) -> Vec<String> {
        let of = self.model.records.iter().filter(|(record, _)| record.kind == kind);
        let name = |(record, held): (&Record, &Held)| {
            held.get("code").map_or_else(|| record.number.to_string(), str::to_owned)
        };
        of.map(name).collect()
    }

    /// An edit of a record in the version that a person has seen.
    fn known(
        &self,
        who: usize,
        record: Record,
        values: Vec<(&'static str, Option<String>)>,
        void: Option<bool>,
    ) -> Edit {
        let seen = self.people[who].seen.get(&record).copied();
        let seen = seen.unwrap_or(self.model.records[&record].version);
        Edit { record, is_new: false, values, void, seen }
    }

    /// The edit that adds a record.
    fn new_record(&self, kind: Kind, of: usize, value: usize) -> Edit {
        let known = self.names(kind);
        // Now and then the name of a record that exists.
        let code = match known.get(of.checked_rem(known.len()).unwrap_or(0)) {
            Some(known) if value % 8 == 7 => known.clone(),
            _ => format!("{}-{}", kind.code(), self.made),
        };
        let need = || {
            let needs = self.names(Kind::Need);
            needs
                .get(of.checked_rem(needs.len()).unwrap_or(0))
                .cloned()
                .unwrap_or_else(|| "1".into())
        };
        let own = |pairs: &[(&'static str, &str)]| {
            pairs.iter().map(|(code, value)| (*code, Some((*value).to_owned()))).collect::<Vec<_>>()
        };
        let values = match kind {
            Kind::Need => {
                let mut values = own(&[
                    ("state", "1"),
                    ("review", "1"),
                    ("source", "review"),
                    ("language", "en"),
                    ("text", &format!("Need {}", self.made)),
                ]);
                let record = self.model.next(kind);
                values
                    .extend([0, 2, 3, 6, 8].map(|field| self.value(record, field, value + field)));
                values.retain(|(_, value)| value.is_some());
                values
            }
            Kind::Theme => own(&[("code", &code), ("name.en", &code)]),
            Kind::Person => own(&[("code", &code), ("kind", "officer"), ("post.en", &code)]),
            Kind::Comment => own(&[("need", &need()), ("text", &code)]),
            _ => {
                let activity = format!("A00{}", 1 + value % 3);
                own(&[
                    ("need", &need()),
                    ("activity", &activity),
                    ("extent", "fully"),
                    ("note", &code),
                ])
            }
        };
        Edit { record: self.model.next(kind), is_new: true, values, void: None, seen: 0 }
    }

    /// A value of a field of a record, chosen by two numbers.
    fn value(&self, record: Record, field: usize, value: usize) -> (&'static str, Option<String>) {
        let one =
            |values: &[&str]| values.get(value % (values.len() + 1)).map(|one| (*one).to_owned());
        let name = |kind| {
            let names = self.names(kind);
            names.get(value % (names.len() + 1)).cloned()
        };
        match record.kind {
            Kind::Need => {
                let field = OF_NEEDS[field % OF_NEEDS.len()];
                let value = match field {
                    "priority" => one(&["high", "low"]),
                    "response" => one(&["unmet", "met"]),
                    "focal" => name(Kind::Person),
                    "theme" => {
                        let names = self.names(Kind::Theme).into_iter().enumerate();
                        joined(
                            names
                                .filter(|(place, _)| value >> place & 1 == 1)
                                .map(|(_, name)| name)
                                .collect(),
                        )
                    }
                    "duplicate" => name(Kind::Need),
                    "text" => Some(format!("Words {}", value % 3)),
                    "article" => one(&["5; 9", "53", "15"]),
                    "identified" => one(&["2018", "2019-03-20", "2019-05", "2019-08-31", "2019"]),
                    _ => one(&["1", "2"]),
                };
                (field, value)
            }
            Kind::Person if field.is_multiple_of(2) => {
                ("until", one(&["2019-01", "2019-05", "2030"]))
            }
            Kind::Person => ("post.en", Some(format!("Post {}", value % 3))),
            Kind::Theme => ("name.en", Some(format!("Theme {} {}", record.number, value % 3))),
            _ if field.is_multiple_of(2) => {
                ("extent", Some(["fully", "partly"][value % 2].to_owned()))
            }
            _ => ("note", one(&["1", "2"])),
        }
    }

    /// Merges a theme into another.
    fn merge_themes(&mut self, who: usize, gone: usize, stays: usize) -> Vec<Record> {
        let names = self.names(Kind::Theme);
        let [gone, stays] = [gone, stays].map(|place| {
            let theme = self.pick_named(Kind::Theme, &names[place % names.len()]);
            (theme.number, self.known(who, theme, Vec::new(), None).seen)
        });
        let foretold = merged_themes(&self.model, gone, stays);
        self.merge_records(who, Mergeable::Theme, (gone, stays), Vec::new(), foretold)
    }

    /// Merges two records in the store, which must end as the model foretells.
    fn merge_records(
        &mut self,
        who: usize,
        of: Mergeable,
        (gone, stays): ((u32, u32), (u32, u32)),
        taken: Vec<RecordField>,
        foretold: Result<Put, Refusal>,
    ) -> Vec<Record> {
        let merging = RecordMerge {
            who: name(who),
            note: String::new(),
            of,
            gone: (gone.0, Some(gone.1)),
            stays: (stays.0, Some(stays.1)),
            taken,
        };
        let (put, refusal) = match foretold {
            Ok(put) => {
                let refusal = against(&self.model, &put, self.day);
                (put, refusal)
            }
            Err(refusal) => (Put::new(), refusal),
        };
        let done = self.people[who].store.merge_records(&merging);
        self.settle(who, put, &refusal, done, None)
    }

    /// The edits that retire a person and hand the queue over.
    fn retired(&self, who: usize, person: usize, to: Option<usize>) -> Vec<Edit> {
        let names = self.names(Kind::Person);
        let code = &names[person % names.len()];
        let until = vec![("until", Some("2019-02".to_owned()))];
        let mut edits = vec![self.known(who, self.pick_named(Kind::Person, code), until, None)];
        if let Some(to) = to {
            let focal = || vec![("focal", Some(names[to % names.len()].clone()))];
            let queue =
                self.model.there(Kind::Need).filter(|(_, held)| held.get("focal") == Some(code));
            edits.extend(queue.map(|(need, _)| {
                self.known(who, Record::need(NeedNumber::new(need)), focal(), None)
            }));
        }
        edits
    }

    fn pick_named(&self, kind: Kind, code: &str) -> Record {
        let is_it = |(record, held): &(&Record, &Held)| {
            record.kind == kind && held.get("code") == Some(code)
        };
        *self.model.records.iter().find(is_it).unwrap().0
    }

    fn edit(&mut self, who: usize, edits: &[Edit]) -> Vec<Record> {
        let (put, mut refusal) = self.model.edited(edits);
        refusal.extend(against(&self.model, &put, self.day));
        let done = self.people[who].store.edit(&for_store(&name(who), edits));
        if let Ok(written) = &done {
            let added: Vec<Record> =
                edits.iter().filter(|edit| edit.is_new).map(|edit| edit.record).collect();
            assert_eq!(written.added, added);
        }
        self.settle(who, put, &refusal, done, None)
    }

    fn merge(&mut self, who: usize, (gone, stays): (usize, usize), taken: u8) -> Vec<Record> {
        let is_need = |kind| kind == Kind::Need;
        let (Some(gone), Some(stays)) = (self.pick(gone, is_need), self.pick(stays, is_need))
        else {
            return Vec::new();
        };
        let seen = |record: Record| self.known(who, record, Vec::new(), None).seen;
        let [gone, stays] = [gone, stays].map(|record| (record.number, seen(record)));
        let fields = TAKEN.iter().enumerate().filter(|(bit, _)| taken >> bit & 1 == 1);
        let fields: Vec<&'static str> = fields.map(|(_, field)| *field).collect();
        let of_store = |code: &&str| RecordField::from_code(Kind::Need, code).unwrap();
        let foretold = merged(&self.model, gone, stays, &fields);
        let taken = fields.iter().map(of_store).collect();
        self.merge_records(who, Mergeable::Need, (gone, stays), taken, foretold)
    }

    fn undo(&mut self, who: usize, back: usize) -> Vec<Record> {
        // Mostly the person's own batches.
        let own = self.model.batches.iter().filter(|(_, batch)| back == 4 || batch.who == who);
        let mut last = own.map(|(batch, _)| *batch).collect::<Vec<_>>().into_iter().rev();
        let Some(batch) = last.nth(back) else { return Vec::new() };
        let (put, refusal) = match self.model.undone(batch, who) {
            Ok(put) => {
                let refusal = against(&self.model, &put, self.day);
                (put, refusal)
            }
            Err(refusal) => (Put::new(), refusal),
        };
        let done = self.people[who].store.undo(batch, &name(who));
        self.settle(who, put, &refusal, done, Some(batch))
    }

    /// Compares the end of a write in the register with that in the model, which then goes on.
    fn settle(
        &mut self,
        who: usize,
        put: Put,
        refusal: &Refusal,
        done: Result<Written, StoreError>,
        undoes: Option<i64>,
    ) -> Vec<Record> {
        let written = match done {
            Ok(written) => written,
            Err(error) => {
                let reason = Reason::of(&error);
                assert!(refusal.contains(&reason), "{error:?}, and the model knows {refusal:?}");
                self.refused.push(reason);
                return Vec::new();
            }
        };
        // Where nothing would change, nothing is looked at.
        let nothing = self.model.changes_nothing(&put);
        assert!(refusal.is_empty() || nothing, "written in spite of {refusal:?}");
        assert_eq!(written.batch.is_none(), nothing, "{put:?}");
        let Some(batch) = written.batch else { return Vec::new() };
        let mut lines = self.model.commit(put, batch, Batch { who, undoes });
        lines.sort();
        assert_eq!(self.logged(batch, undoes), lines);
        let mut records: Vec<Record> = lines.iter().map(|line| line.record).collect();
        records.dedup();
        for record in &records {
            self.people[who].seen.insert(*record, self.model.records[record].version);
        }
        self.days.insert(batch, self.day);
        let added = lines.iter().filter(|line| line.version == 1);
        self.first
            .extend(added.map(|line| (line.record, self.model.records[&line.record].clone())));
        records
    }

    /// A batch as the log of the file has it.
    fn logged(&self, batch: i64, undoes: Option<i64>) -> Vec<super::model::Line> {
        let query = LogQuery { batch: Some(batch), kinds: Kinds::all(), ..LogQuery::default() };
        let log = self.people[0].store.log(&query).unwrap();
        assert!(log.iter().all(|entry| entry.undoes == undoes));
        let line = |entry: ta_tui::store::LogEntry| super::model::Line {
            batch,
            record: entry.record,
            field: entry.field.code(),
            before: entry.before,
            after: entry.after,
            version: entry.version,
        };
        let mut lines: Vec<_> = log.into_iter().map(line).collect();
        lines.sort();
        lines
    }

    /// Compares records of the file with the model.
    pub(super) fn compare(&self, records: impl IntoIterator<Item = Record>) {
        for record in records {
            let whole = self.people[0].store.whole_record(record).unwrap();
            assert_eq!(held(&whole), self.model.records[&record], "{record}");
        }
    }

    /// Has a person catch up with the register in memory, and compares all that it counts with SQL.
    pub(super) fn count(&mut self, who: usize) {
        let day = Day::from_number(self.day);
        let person = &mut self.people[who];
        let fresh = person.store.refresh(&person.register, person.last_change).unwrap();
        (person.register, person.last_change) = (fresh.register, fresh.last_change);
        let void = person.store.void_needs(&person.register).unwrap();
        counts::compare(&self.path, &person.register, &void, day);
    }
}

/// A record of the store as the model has it.
fn held(whole: &WholeRecord) -> Held {
    let values = whole.values.iter().map(|(field, value)| (field.code(), value.clone()));
    Held { there: whole.is_there, version: whole.version, values: values.collect() }
}
