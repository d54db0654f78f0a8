//! The two passes over a file: the meanings of its columns, and the verdict on each row.

use super::arguments::ImportArgs;
use super::interrupt::{Interrupt, stopped};
use super::mapping_file;
use super::within::said;
use crate::cli::failure::{Failure, Status};
use crate::cli::output;
use crate::cli::progress::Progress;
use crate::cli::session::Session;
use crate::domain::clean_line;
use crate::import::{Judge, Looked, Looker, Mapping, Options, Staged, Tally, Target, Verdict};
use crate::query::register::Vocabulary;
use crate::spreadsheet::{Cause, Choice, FileKind, Row, TableFile, Unreadable};
use crate::store::Store;
use crate::text::{Lang, Message, Text};
use std::io::{self, Read as _};
use std::ops::ControlFlow;

/// The most bytes that are read from standard input.
const MOST_INPUT: u64 = 512 << 20;

/// The most lines of one kind that are shown; the others are counted.
pub(super) const MOST_LINES: usize = 20;

/// After so many rows the progress is told.
const ROWS: u32 = 1 << 11;

/// An opened file.
pub(super) struct Source {
    pub(super) file: TableFile,
    /// The name of the file for messages.
    pub(super) name: String,
    /// The name of the sheet that is read; empty for a file without sheets.
    pub(super) sheet: String,
    /// The lines on which the objects of JSON begin, by their numbers; empty for other files.
    pub(super) lines: Vec<u32>,
}

/// The rows of a file with their verdicts.
pub(super) struct Judged {
    pub(super) looked: Looked,
    /// Every row that says something.
    pub(super) rows: Vec<Staged>,
    /// The first rows that are no records.
    pub(super) left_out: Vec<Staged>,
    pub(super) tally: Tally,
}

impl Source {
    /// Opens the file, or what standard input has given, and says how it is read.
    pub(super) fn open(
        session: &Session<'_>,
        args: &ImportArgs,
        input: Option<Vec<u8>>,
        interrupt: &Interrupt,
    ) -> Result<Self, Failure> {
        let delimiter = args
            .delimiter
            .map(u8::try_from)
            .transpose()
            .map_err(|_| Failure::new(Status::Usage, Message::new("cli-import-delimiter")))?;
        let (sheet, encoding) = (args.sheet.clone(), args.encoding.clone());
        let choice = Choice { sheet, encoding, delimiter };
        let name = args.name();
        // A file that is not found is named as it was typed.
        let typed = clean_line(&args.file.to_string_lossy());
        let opened = match input {
            Some(bytes) => TableFile::of_bytes(bytes, &choice, interrupt.stop()),
            None => TableFile::open(&args.file, &choice, interrupt.stop()),
        };
        let file = opened.map_err(|error| unreadable(&error, &typed))?;
        for remark in file.remarks() {
            output::notice(session.text(), &of_file(&name, remark));
        }
        let sheet = file.sheets().get(file.sheet()).map(|sheet| sheet.name.clone());
        Ok(Self { file, name, sheet: clean_line(&sheet.unwrap_or_default()), lines: Vec::new() })
    }

    /// Gives every row to `take`.
    pub(super) fn each(
        &self,
        interrupt: &Interrupt,
        take: &mut dyn FnMut(Row),
    ) -> Result<(), Failure> {
        let read = self.file.rows(interrupt.stop(), &mut |row| {
            take(row);
            ControlFlow::Continue(())
        });
        read.map(drop).map_err(|error| unreadable(&error, &self.name))
    }

    /// Finds the meanings of the columns and judges the rows.
    pub(super) fn judge(
        &mut self,
        session: &Session<'_>,
        store: &Store,
        (args, target): (&ImportArgs, Target),
        interrupt: &Interrupt,
    ) -> Result<Judged, Failure> {
        let vocabulary = store.vocabulary()?;
        let mut first_pass = Looker::new(target, &vocabulary);
        self.each(interrupt, &mut |row| first_pass.row(&row))?;
        let given = match &args.map {
            Some(path) => mapping_file::read(path, target)?,
            None => None,
        };
        let looked = first_pass.finish(given.as_ref());
        let looked =
            match (given.is_none()).then(|| mapping_file::remembered(store, &looked.mapping)) {
                Some(known) => self.again(&vocabulary, looked, known?.as_ref(), interrupt)?,
                None => looked,
            };
        for remark in looked.remarks() {
            output::notice(session.text(), &of_file(&self.name, remark));
        }
        if let (Some(path), None) = (&args.map, &given) {
            mapping_file::write(path, &looked.mapping)?;
            let file = clean_line(&path.to_string_lossy());
            let message = Message::new("cli-import-map-written").with("file", file);
            output::notice(session.text(), &message);
        }
        if looked.is_cross_table {
            return Err(Failure::new(Status::BadData, Message::new("cli-import-nothing-written")));
        }
        let options = Options {
            today: store.today()?,
            is_csv: self.file.kind() == FileKind::Csv,
            is_json: self.file.kind() == FileKind::Json,
            encoding_is_guess: self.file.is_guess(),
            is_illustrative: self.is_illustrative(interrupt)?,
        };
        let mut judge = Judge::new(&looked, &vocabulary, options);
        let (mut rows, mut left_out, mut tally) = (Vec::new(), Vec::new(), Tally::default());
        let progress = Progress::new(session.text());
        let mut lines = Vec::new();
        let read = self.each(interrupt, &mut |row| {
            if options.is_json {
                lines.push(row.line);
            }
            let staged = judge.row(&row);
            staged.count_in(&mut tally);
            if tally.all() % ROWS == 0 {
                let message =
                    Message::new("cli-import-reading").with("count", tally.all() as usize);
                progress.show(&message);
            }
            if staged.verdict != Verdict::LeftOut {
                rows.push(staged);
            } else if left_out.len() < MOST_LINES && !staged.says_nothing() {
                left_out.push(staged);
            }
        });
        progress.clear();
        read?;
        self.lines = lines;
        Ok(Judged { looked, rows, left_out, tally })
    }

    /// Whether the first sheet of a workbook that this program has written says that its register is illustrative.
    fn is_illustrative(&self, interrupt: &Interrupt) -> Result<bool, Failure> {
        let words: Vec<_> =
            Lang::ALL.iter().map(|lang| Text::of(*lang).tr("cli-illustrative")).collect();
        let mut is_illustrative = false;
        let read = self.file.own_rows(interrupt.stop(), &mut |row| {
            let says = |text: &str| words.iter().any(|words| *words == text.trim());
            is_illustrative |= row.cells.iter().any(|cell| says(&cell.text));
            ControlFlow::Continue(())
        });
        read.map_err(|error| unreadable(&error, &self.name))?;
        Ok(is_illustrative)
    }

    /// Looks at the file once more with the mapping that an earlier import of these headings had.
    fn again(
        &self,
        vocabulary: &Vocabulary,
        looked: Looked,
        known: Option<&Mapping>,
        interrupt: &Interrupt,
    ) -> Result<Looked, Failure> {
        let Some(known) = known.filter(|known| **known != looked.mapping) else {
            return Ok(looked);
        };
        let mut next_pass = Looker::new(known.target, vocabulary);
        self.each(interrupt, &mut |row| next_pass.row(&row))?;
        Ok(next_pass.finish(Some(known)))
    }
}

/// A message about a file with its name.
pub(super) fn of_file(name: &str, message: Message) -> Message {
    Message::new("cli-import-of-file").with("file", name).with("message", said(message))
}

/// All of standard input.
pub(super) fn input() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    io::stdin().lock().take(MOST_INPUT + 1).read_to_end(&mut bytes).map_err(|error| {
        let message = Message::new("cli-lines-no-input").with("reason", error.to_string());
        Failure::new(Status::Failed, message)
    })?;
    if bytes.len() as u64 > MOST_INPUT {
        let message = Message::new("cli-import-input-long").with("most", MOST_INPUT >> 20);
        return Err(Failure::new(Status::BadData, message));
    }
    Ok(bytes)
}

/// The failure of a file that gives no table.
fn unreadable(error: &Unreadable, name: &str) -> Failure {
    let status = match error.cause() {
        Cause::Stopped => return stopped(),
        Cause::System => Status::Failed,
        Cause::Content => Status::BadData,
        Cause::Choice => Status::Usage,
    };
    Failure::new(status, of_file(name, error.message().clone()))
}
