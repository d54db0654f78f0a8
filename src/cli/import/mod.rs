//! `ta-tui import`: the rows of a file of another program as records of the register, all of them in one batch or none.
//!
//! A file is read twice: once to find the meanings of its columns, once to judge each row. Then the rows are compared with
//! the register, and only when all that is said is good, or the person has accepted the rest, they are written.

mod arguments;
mod interrupt;
mod listed;
mod mapping_file;
mod reading;
mod rejects;
mod said;
mod within;

pub(super) use arguments::ImportArgs;
pub(super) use listed::OF_IMPORT;

use super::export::run_register_import;
use super::failure::{Failure, Status};
use super::output;
use super::person::acting;
use super::progress::Progress;
use super::session::Session;
use crate::domain::{Coded, clean_line};
use crate::import::{Candidate, Outcome, Plan, Staged, Target, Verdict, plan};
use crate::store::{GoOn, ImportWrite, ImportedFile, Store, StoreError, Written};
use crate::text::Message;
use interrupt::{Interrupt, stopped};
use reading::{Judged, Source};

/// How often a file is compared anew with a register that others change meanwhile.
const TRIES: usize = 5;

pub(super) fn run(session: &Session<'_>, args: &ImportArgs) -> Result<(), Failure> {
    let Some(target) = args.target() else { return run_register_import(session, &args.file) };
    if args.dry_run && session.globals.read_only {
        return Err(Failure::new(Status::Failed, Message::new("cli-set-dry-run-read-only")));
    }
    let store = session.open_to_write()?;
    let who = acting(session.globals.who.as_deref(), &store)?;
    // While standard input is awaited, a signal ends the program as usual.
    let input = args.is_input().then(reading::input).transpose()?;
    let interrupt = Interrupt::watch()?;
    let mut source = Source::open(session, args, input, &interrupt)?;
    let judged = source.judge(session, &store, (args, target), &interrupt)?;
    let (store, source, interrupt) = (&store, &source, &interrupt);
    let import = Import { session, args, target, store, source, interrupt };
    import.carry_out(&judged, &who)
}

/// An import whose rows are judged.
struct Import<'a> {
    session: &'a Session<'a>,
    args: &'a ImportArgs,
    target: Target,
    store: &'a Store,
    source: &'a Source,
    interrupt: &'a Interrupt,
}

impl Import<'_> {
    /// Compares the rows with the register, and writes them, where nothing stands against it.
    fn carry_out(&self, judged: &Judged, who: &str) -> Result<(), Failure> {
        let mut tries = 0;
        loop {
            tries += 1;
            let plan = self.plan(&judged.rows)?;
            let refused = self.refused(judged, &plan);
            self.write_rejects(judged, &plan, refused.is_some())?;
            if let Some(failure) = refused {
                return Err(failure);
            }
            match self.write(judged, &plan, who) {
                Err(StoreError::ChangedMeanwhile) if tries < TRIES => {}
                Err(StoreError::Stopped) => return Err(stopped()),
                Err(error) => return Err(error.into()),
                Ok(written) => return self.tell(judged, &plan, &written),
            }
        }
    }

    /// Compares the rows that may be written with the register.
    fn plan(&self, rows: &[Staged]) -> Result<Plan, Failure> {
        let is_taken = |row: &&Staged| match row.verdict {
            Verdict::Good => true,
            Verdict::Doubtful => self.args.accept_doubtful,
            Verdict::Bad | Verdict::LeftOut => false,
        };
        let records = rows
            .iter()
            .filter(is_taken)
            .flat_map(|staged| staged.records.iter().map(|record| (staged.row, record.clone())));
        let records: Vec<(u32, Candidate)> = records.collect();
        let progress = Progress::new(self.session.text());
        progress.show(&Message::new("cli-import-comparing").with("count", records.len()));
        let made =
            plan(self.store, records, self.args.choice(), &mut || !self.interrupt.is_asked());
        progress.clear();
        made.map_err(|error| match error {
            StoreError::Stopped => stopped(),
            other => other.into(),
        })
    }

    /// The failure with a line for each row that stands against the import; `None` where nothing does, or only good
    /// rows are to be written.
    fn refused(&self, judged: &Judged, plan: &Plan) -> Option<Failure> {
        let accepts = self.args.accept_doubtful;
        let is_open = |row: &&Staged| {
            row.verdict == Verdict::Bad || (row.verdict == Verdict::Doubtful && !accepts)
        };
        let open: Vec<&Staged> = judged.rows.iter().filter(is_open).collect();
        let asked = plan.rows.iter().filter_map(|row| said::asked(row, self.source));
        let lines: Vec<Message> = said::of_rows(&open, judged, self.source).chain(asked).collect();
        let (bad, doubtful) = said::counts(judged, plan, accepts);
        if bad + doubtful == 0 {
            return None;
        }
        let text = self.session.text();
        if self.args.good_only {
            for line in &lines {
                output::notice(text, line);
            }
            return None;
        }
        let mut lines = lines.into_iter();
        let first = lines.next()?;
        let failure = lines.fold(Failure::new(Status::BadData, first), Failure::and);
        let total = Message::new("cli-import-refused").with("bad", bad).with("doubtful", doubtful);
        let good = judged.tally.rows(Verdict::Good) as usize;
        let asked = plan.count(Outcome::LikelySame) + plan.count(Outcome::OtherState);
        Some(failure.and(total.with("good", good.saturating_sub(asked))))
    }

    /// Writes the rows that stand against the import into a file of their own, and says what is not written.
    fn write_rejects(&self, judged: &Judged, plan: &Plan, is_refused: bool) -> Result<(), Failure> {
        let Some(path) = &self.args.rejects else { return Ok(()) };
        let wanted = rejects::wanted(judged, plan, self.args.accept_doubtful);
        let count = rejects::write(path, self.source, judged, &wanted, self.interrupt)?;
        let message = if is_refused {
            let good = judged.rows.len().saturating_sub(count);
            Message::new("cli-import-rejects-refused").with("good", good)
        } else {
            Message::new("cli-import-rejects")
        };
        let message = message.with("count", count);
        let file = clean_line(&path.to_string_lossy());
        output::notice(self.session.text(), &message.with("file", file));
        Ok(())
    }

    fn write(&self, judged: &Judged, plan: &Plan, who: &str) -> Result<Written, StoreError> {
        let write = ImportWrite {
            who: who.to_owned(),
            note: clean_line(&self.args.note),
            file: ImportedFile {
                target: self.target.code(),
                name: if self.args.is_input() { "-".to_owned() } else { self.args.name() },
                sha256: self.source.file.sha256().to_owned(),
                mapping: judged.looked.mapping.to_toml(),
                rows: judged.tally.all() as usize,
            },
            records: plan.records.clone(),
            seen: plan.seen,
        };
        let (progress, all) = (Progress::new(self.session.text()), write.records.len());
        let go_on: GoOn<'_> = &mut |done| {
            let message = Message::new("cli-import-writing").with("done", done).with("all", all);
            progress.show(&message);
            !self.interrupt.is_asked()
        };
        let written = if self.args.dry_run {
            self.store.rehearse_import(&write, go_on)
        } else {
            self.store.import(&write, go_on)
        };
        progress.clear();
        written
    }

    /// Says what was written, or would be.
    fn tell(&self, judged: &Judged, plan: &Plan, written: &Written) -> Result<(), Failure> {
        let text = self.session.text();
        for line in said::kept(plan, self.source) {
            output::notice(text, &line);
        }
        if let Some(at) = written.clock {
            output::notice(text, &Message::new("store-clock-behind").with("at", at.to_string()));
        }
        let format = self.args.format.chosen();
        let mut summary = said::summary((judged, self.source), plan, written, self.args.dry_run);
        if format.is_for_people() {
            summary.splice(0..0, said::changes(plan, self.source));
            let done = Message::new("cli-import-unprinted");
            return output::after_writing(said::print(&summary, text), &done);
        }
        for line in &summary {
            output::notice(text, line);
        }
        listed::print(self.session, self.store, judged, plan, written, format)
    }
}
