//! One writer: writes as the program does, on the versions it has seen last, and prints each
//! acknowledgement after it has come.

use crate::dice::Dice;
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};
use ta_tui::domain::{Change, Coded, Day, Edit, Kinds, Moment, NeedNumber, Priority, Response};
use ta_tui::query::register::Register;
use ta_tui::store::{Access, Draft, Staying, Store, StoreError, Write, Written};

struct Writer {
    store: Store,
    who: String,
    dice: Dice,
    register: Register,
    last_change: i64,
    count: u64,
}

/// Writes until the time is over.
pub(crate) fn write(register: &Path, who: &str, seed: u64, time: Duration) {
    let until = Instant::now() + time;
    let store = Store::open(register, Access::ReadWrite).unwrap();
    let last_change = store.last_change().unwrap();
    let register = store.load(&mut |_| true).unwrap();
    let dice = Dice::new(seed);
    let mut writer = Writer { store, who: who.into(), dice, register, last_change, count: 0 };
    say("ready\n");
    while Instant::now() < until {
        writer.step();
    }
    let _ = writer.store.be_present(who, None);
}

/// One write to the pipe, so that a kill cuts between two writes or after some bytes of one.
pub(crate) fn say(lines: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(lines.as_bytes()).unwrap();
    out.flush().unwrap();
}

impl Writer {
    fn step(&mut self) {
        self.count += 1;
        // Seldom enough that many writes are on outdated versions.
        if self.dice.once_in(4) {
            self.look();
        }
        match self.dice.below(20) {
            0 | 1 => self.undo(),
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

    fn change(&mut self) -> Change {
        match self.dice.below(6) {
            0 => Change::Priority(Priority::at(self.dice.below(4) as usize)),
            1 => Change::Response(Response::at(self.dice.below(6) as usize)),
            2 => Change::ProjectedOn(Some(Day::from_number(self.dice.below(20_000) as i32))),
            3 => Change::add_theme(["whistle-blowers", "new"][self.dice.below(2) as usize]),
            _ => Change::notes(&format!("{} {}", self.who, self.count)),
        }
    }

    /// Writes changes, each to a need of its own, in the version that was seen.
    fn submit(&mut self, changes: Vec<Change>) {
        let first = self.dice.below(self.register.len() as u64);
        let edits = changes.into_iter().zip(0..).filter_map(|(change, step)| {
            let row = (first + step) % self.register.len() as u64;
            let row = self.register.rows().nth(row as usize)?;
            let need = self.register.need(row)?;
            Some(Edit { need: need.id(), change, if_version: Some(need.version()) })
        });
        let mut edits: Vec<Edit> = edits.collect();
        // Twice: the second time, after a conflict, over the other one's write.
        for _ in 0..2 {
            let write = Write { who: self.who.clone(), note: String::new(), edits: edits.clone() };
            match self.store.write(&write) {
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

    fn undo(&mut self) {
        let last = match self.store.last_undoable(&self.who, Kinds::of_assistance(), &[]) {
            Ok(Some(last)) => last,
            Ok(None) => return,
            Err(error) => return say(&format!("error\t{error}\n")),
        };
        // Fields with later changes stay, the rest is undone: as a user does who is asked.
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
                Err(error) => return say(&format!("error\t{error}\n")),
            }
        }
    }

    /// Writes presence and a draft, which stand beside the log.
    fn tell_others(&mut self) {
        let need = 1 + self.dice.below(100) as u32;
        let text = format!("draft {}", self.count);
        let draft = Draft {
            need: NeedNumber::new(need),
            text,
            version: 1,
            at: Moment::from_seconds(0),
            here: true,
        };
        if let Err(error) = self.store.save_draft(&self.who, &draft) {
            say(&format!("error\t{error}\n"));
        }
        // A busy register is no error here: presence does not wait.
        let _ = self.store.be_present(&self.who, Some(NeedNumber::new(need)));
    }
}
