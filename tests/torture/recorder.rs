//! One writer of records: adds needs and comments, corrects them, makes them void, merges them and takes all of it back,
//! on the versions that it has seen last, and prints each acknowledgement after it has come.

use crate::dice::Dice;
use crate::writer::say;
use std::path::Path;
use std::time::{Duration, Instant};
use ta_tui::domain::{Kind, Kinds, NeedNumber, Record};
use ta_tui::fields::RecordField;
use ta_tui::query::register::Register;
use ta_tui::store::{
    Access, Edited, Mergeable, RecordEdit, RecordMerge, RecordWrite, Staying, Store, StoreError,
    Written,
};

struct Recorder {
    store: Store,
    who: String,
    dice: Dice,
    register: Register,
    last_change: i64,
    count: u64,
}

/// Writes until the time is over.
pub(crate) fn record(register: &Path, who: &str, seed: u64, time: Duration) {
    let until = Instant::now() + time;
    let store = Store::open(register, Access::ReadWrite).unwrap();
    let last_change = store.last_change().unwrap();
    let register = store.load(&mut |_| true).unwrap();
    let dice = Dice::new(seed);
    let mut recorder = Recorder { store, who: who.into(), dice, register, last_change, count: 0 };
    say("ready\n");
    while Instant::now() < until {
        recorder.step();
    }
}

pub(crate) fn field(kind: Kind, code: &str) -> RecordField {
    RecordField::from_code(kind, code).unwrap()
}

impl Recorder {
    fn step(&mut self) {
        self.count += 1;
        // Seldom enough that many writes are on outdated versions.
        if self.dice.once_in(4) {
            self.look();
        }
        match self.dice.below(20) {
            0..=3 => self.add_need(),
            4 => self.add_comment(),
            5 | 6 => self.void(),
            7 => self.merge(),
            8 | 9 => self.undo(),
            _ => self.correct(),
        }
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

    /// One of the needs that were there when the writer looked, with its version of then.
    fn any_need(&mut self) -> (u32, u32) {
        let place = self.dice.below(self.register.len() as u64) as usize;
        let row = self.register.rows().nth(place).unwrap();
        let need = self.register.need(row).unwrap();
        (need.id().get(), need.version())
    }

    fn words(&self) -> String {
        format!("{} {}", self.who, self.count)
    }

    fn edit(&self, edit: RecordEdit) -> Result<Written, StoreError> {
        let (who, note) = (self.who.clone(), String::new());
        self.store.edit(&RecordWrite { who, note, edits: vec![edit] })
    }

    fn add(&self, kind: Kind, values: &[(&str, &str)]) {
        let own = |(code, value): &(&str, &str)| (field(kind, code), Some((*value).to_owned()));
        let values = values.iter().map(own).collect();
        let done = self.edit(RecordEdit {
            record: Edited::New(kind),
            values,
            void: None,
            if_version: None,
        });
        match done {
            Ok(written) => {
                let (batch, number) = (written.batch.unwrap(), written.added[0].number);
                say(&format!("made\t{batch}\t{}\t{number}\t{}\n", kind as u8, self.words()));
            }
            Err(error) => refused(&error),
        }
    }

    fn add_need(&mut self) {
        let article = (5 + self.dice.below(58)).to_string();
        let review = ["7", "8", "11"][self.dice.below(3) as usize];
        self.add(Kind::Need, &[("review", review), ("text", &self.words()), ("article", &article)]);
    }

    fn add_comment(&mut self) {
        let need = self.any_need().0.to_string();
        self.add(Kind::Comment, &[("need", &need), ("text", &self.words())]);
    }

    /// Corrects a need in the version that was seen; after a conflict once more, over the other one's write.
    fn correct(&mut self) {
        let (need, mut version) = self.any_need();
        let (code, value) = match self.dice.below(4) {
            0 => ("text", self.words()),
            1 => ("paragraph", self.words()),
            2 => ("article", (5 + self.dice.below(58)).to_string()),
            _ => ("duplicate", self.any_need().0.to_string()),
        };
        for _ in 0..2 {
            let values = vec![(field(Kind::Need, code), Some(value.clone()))];
            let record = Edited::Known(Record::need(NeedNumber::new(need)));
            match self.edit(RecordEdit { record, values, void: None, if_version: Some(version) }) {
                Ok(written) => {
                    let batch = written.batch.unwrap_or(0);
                    return say(&format!("set\t{batch}\t{need}\t{code}\t{version}\t{value}\n"));
                }
                Err(StoreError::Conflict(found)) => {
                    say(&format!("conflict\t{}\n", found.len()));
                    version = found[0].version;
                }
                Err(error) => return refused(&error),
            }
        }
    }

    fn void(&mut self) {
        let (need, version) = self.any_need();
        let record = Edited::Known(Record::need(NeedNumber::new(need)));
        let values = Vec::new();
        match self.edit(RecordEdit { record, values, void: Some(true), if_version: Some(version) })
        {
            Ok(Written { batch: Some(batch), .. }) => say(&format!("void\t{batch}\t{need}\n")),
            Ok(_) => {}
            Err(error) => refused(&error),
        }
    }

    fn merge(&mut self) {
        let (gone, stays) = (self.any_need(), self.any_need());
        let seen = |(need, version)| (need, Some(version));
        let (gone, stays) = (seen(gone), seen(stays));
        let (who, note) = (self.who.clone(), String::new());
        let (of, taken) = (Mergeable::Need, vec![field(Kind::Need, "paragraph")]);
        let merging = RecordMerge { who, note, of, gone, stays, taken };
        match self.store.merge_records(&merging) {
            Ok(written) => {
                let batch = written.batch.unwrap();
                say(&format!("merged\t{batch}\t{}\t{}\n", gone.0, stays.0));
            }
            Err(error) => refused(&error),
        }
    }

    /// Takes the last write back; fields that others have changed since stay.
    fn undo(&mut self) {
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

/// Tells of a write that was refused: by a rule that other people's writes bring about, or by what must not be.
fn refused(error: &StoreError) {
    let is_rule = matches!(
        error,
        StoreError::Void(..)
            | StoreError::UnknownNeed(_)
            | StoreError::Referred(..)
            | StoreError::Circle(_)
            | StoreError::Refused(_)
    );
    match error {
        StoreError::Conflict(found) => say(&format!("conflict\t{}\n", found.len())),
        _ if is_rule => say("refused\n"),
        _ => say(&format!("error\t{error:?}\n")),
    }
}
