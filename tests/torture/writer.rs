//! One writer: writes as the program does, on the versions it has seen last, and prints each
//! acknowledgement after it has come.

use crate::seat::{Seat, say};
use std::path::Path;
use std::time::{Duration, Instant};
use ta_tui::domain::{Change, Coded, Day, Edit, Moment, NeedNumber, Priority, Response};
use ta_tui::store::{Draft, StoreError, Write};

struct Writer {
    seat: Seat,
}

/// Writes until the time is over.
pub(crate) fn write(register: &Path, who: &str, seed: u64, time: Duration) {
    let until = Instant::now() + time;
    let mut writer = Writer { seat: Seat::new(register, who, seed) };
    while Instant::now() < until {
        writer.step();
    }
    let _ = writer.seat.store.be_present(who, None);
}

impl Writer {
    fn step(&mut self) {
        self.seat.begin();
        match self.seat.dice.below(20) {
            0 | 1 => self.seat.undo(|error| say(&format!("error\t{error}\n"))),
            2 => self.tell_others(),
            3 | 4 => {
                let change = self.change();
                self.submit((0..5).map(|_| change.clone()).collect());
            }
            _ => {
                let change = self.change();
                self.submit(vec![change]);
            }
        }
        self.seat.end();
    }

    fn change(&mut self) -> Change {
        match self.seat.dice.below(6) {
            0 => Change::Priority(Priority::at(self.seat.dice.below(4) as usize)),
            1 => Change::Response(Response::at(self.seat.dice.below(6) as usize)),
            2 => Change::ProjectedOn(Some(Day::from_number(self.seat.dice.below(20_000) as i32))),
            3 => Change::add_theme(["whistle-blowers", "new"][self.seat.dice.below(2) as usize]),
            _ => Change::notes(&format!("{} {}", self.seat.who, self.seat.count)),
        }
    }

    /// Writes changes, each to a need of its own, in the version that was seen.
    fn submit(&mut self, changes: Vec<Change>) {
        let first = self.seat.dice.below(self.seat.register.len() as u64);
        let edits = changes.into_iter().zip(0..).filter_map(|(change, step)| {
            let row = (first + step) % self.seat.register.len() as u64;
            let row = self.seat.register.rows().nth(row as usize)?;
            let need = self.seat.register.need(row)?;
            Some(Edit { need: need.id(), change, if_version: Some(need.version()) })
        });
        let mut edits: Vec<Edit> = edits.collect();
        // Twice: the second time, after a conflict, over the other one's write.
        for _ in 0..2 {
            let write =
                Write { who: self.seat.who.clone(), note: String::new(), edits: edits.clone() };
            match self.seat.store.write(&write) {
                Ok(written) => return Self::acknowledge(written.batch.unwrap_or(0), &edits),
                Err(StoreError::Conflict(conflicts)) => {
                    say(&format!("conflict\t{}\n", conflicts.len()));
                    for edit in &mut edits {
                        let theirs =
                            conflicts.iter().find(|c| c.record.of_need() == Some(edit.need));
                        edit.if_version = theirs.map(|c| c.version).or(edit.if_version);
                    }
                }
                Err(error) => return say(&format!("error\t{error}\n")),
            }
        }
    }

    fn acknowledge(batch: i64, edits: &[Edit]) {
        let line = |edit: &Edit| {
            let relative = matches!(edit.change, Change::AddTheme(_));
            format!(
                "{}\t{batch}\t{}\t{}\t{}\t{}\n",
                if relative { "added" } else { "wrote" },
                edit.need,
                edit.change.field().code(),
                edit.if_version.unwrap_or(0),
                edit.change.code().as_deref().unwrap_or("-"),
            )
        };
        say(&edits.iter().map(line).collect::<String>());
    }

    /// Writes presence and a draft, which stand beside the log.
    fn tell_others(&mut self) {
        let need = NeedNumber::new(1 + self.seat.dice.below(100) as u32);
        let text = format!("draft {}", self.seat.count);
        let draft = Draft { need, text, version: 1, at: Moment::from_seconds(0), here: true };
        if let Err(error) = self.seat.store.save_draft(&self.seat.who, &draft) {
            say(&format!("error\t{error}\n"));
        }
        // A busy register is no error here: presence does not wait.
        let _ = self.seat.store.be_present(&self.seat.who, Some(need));
    }
}
