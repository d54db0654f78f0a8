//! One writer of records: adds needs and comments, corrects them, makes them void, merges them and takes all of it back,
//! on the versions that it has seen last, and prints each acknowledgement after it has come.

use crate::seat::{Seat, say};
use std::path::Path;
use std::time::{Duration, Instant};
use ta_tui::domain::{Kind, NeedNumber, Record};
use ta_tui::fields::RecordField;
use ta_tui::store::{Edited, Mergeable, RecordEdit, RecordMerge, RecordWrite, StoreError, Written};

struct Recorder {
    seat: Seat,
}

/// Writes until the time is over.
pub(crate) fn record(register: &Path, who: &str, seed: u64, time: Duration) {
    let until = Instant::now() + time;
    let mut recorder = Recorder { seat: Seat::new(register, who, seed) };
    while Instant::now() < until {
        recorder.step();
    }
}

pub(crate) fn field(kind: Kind, code: &str) -> RecordField {
    RecordField::from_code(kind, code).unwrap()
}

impl Recorder {
    fn step(&mut self) {
        self.seat.begin();
        match self.seat.dice.below(20) {
            0..=3 => self.add_need(),
            4 => self.add_comment(),
            5 | 6 => self.void(),
            7 => self.merge(),
            8 | 9 => self.seat.undo(refused),
            _ => self.correct(),
        }
        self.seat.end();
    }

    /// One of the needs that were there when the writer looked, with its version of then.
    fn any_need(&mut self) -> (u32, u32) {
        let place = self.seat.dice.below(self.seat.register.len() as u64) as usize;
        let row = self.seat.register.rows().nth(place).unwrap();
        let need = self.seat.register.need(row).unwrap();
        (need.id().get(), need.version())
    }

    fn words(&self) -> String {
        format!("{} {}", self.seat.who, self.seat.count)
    }

    fn edit(&self, edit: RecordEdit) -> Result<Written, StoreError> {
        let (who, note) = (self.seat.who.clone(), String::new());
        self.seat.store.edit(&RecordWrite { who, note, edits: vec![edit] })
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
        let article = (5 + self.seat.dice.below(58)).to_string();
        let review = ["7", "8", "11"][self.seat.dice.below(3) as usize];
        self.add(Kind::Need, &[("review", review), ("text", &self.words()), ("article", &article)]);
    }

    fn add_comment(&mut self) {
        let need = self.any_need().0.to_string();
        self.add(Kind::Comment, &[("need", &need), ("text", &self.words())]);
    }

    /// Corrects a need in the version that was seen; after a conflict once more, over the other one's write.
    fn correct(&mut self) {
        let (need, mut version) = self.any_need();
        let (code, value) = match self.seat.dice.below(4) {
            0 => ("text", self.words()),
            1 => ("paragraph", self.words()),
            2 => ("article", (5 + self.seat.dice.below(58)).to_string()),
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
        let (who, note) = (self.seat.who.clone(), String::new());
        let (of, taken) = (Mergeable::Need, vec![field(Kind::Need, "paragraph")]);
        let merging = RecordMerge { who, note, of, gone, stays, taken };
        match self.seat.store.merge_records(&merging) {
            Ok(written) => {
                let batch = written.batch.unwrap();
                say(&format!("merged\t{batch}\t{}\t{}\n", gone.0, stays.0));
            }
            Err(error) => refused(&error),
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
