//! Standard output: a sheet in the format that was asked for, as wide as the terminal that reads.

use super::failure::{Failure, Status};
use super::format::Format;
use super::quoted::said;
use crate::columns::property::ILLUSTRATIVE;
use crate::domain::{Day, clean_text};
use crate::exchange::{
    About, Cell, Sheet, Shortened, write_csv, write_json, write_jsonl, write_markdown, write_table,
    write_xlsx,
};
use crate::text::{Arg, Message, Signs, Text};
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, IsTerminal, Seek, SeekFrom, Write};
use std::os::fd::AsFd;
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

/// How many names are tried for a file that has none.
const ATTEMPTS: u32 = 16;

/// Whether words for people are written with ASCII signs: one choice for the two streams, which are
/// the process's as well.
static ASCII: AtomicBool = AtomicBool::new(false);

/// Whether nothing but failures is said on standard error.
static QUIET: AtomicBool = AtomicBool::new(false);

/// The folder that no line on standard error names, with the sign behind it.
static HIDDEN: OnceLock<String> = OnceLock::new();

/// From now on, no line on standard error names this folder: files in it are told by their names alone.
pub(super) fn hide(folder: &Path) {
    // A second folder is a test's; the first stays.
    let _ = HIDDEN.set(format!("{}/", folder.display()));
}

/// From now on, nothing but failures is said on standard error.
pub(super) fn be_quiet() {
    QUIET.store(true, Ordering::Relaxed);
}

/// Whether nothing but failures is said on standard error.
pub(super) fn is_quiet() -> bool {
    QUIET.load(Ordering::Relaxed)
}

/// From now on, words for people are written with these signs.
pub(super) fn write_with(signs: Signs) {
    ASCII.store(signs == Signs::Ascii, Ordering::Relaxed);
}

/// The signs of words for people.
fn signs() -> Signs {
    if ASCII.load(Ordering::Relaxed) { Signs::Ascii } else { Signs::Unicode }
}

/// Standard output, buffered; without [`Output::finish`] at the end, the buffered rest is lost.
pub(super) struct Output {
    out: BufWriter<Stdout>,
    signs: Signs,
    /// The message about columns that have no room in the terminal.
    left_out: &'static str,
    /// What a workbook tells of itself, where more is known than the remarks.
    about: Option<About>,
}

/// Standard output as the system has it: that of the standard library takes an output that cannot be
/// written for one that was.
struct Stdout;

impl Write for Stdout {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(rustix::io::write(io::stdout().as_fd(), bytes)?)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Output {
    /// For words for people.
    pub(super) fn new() -> Self {
        Self { signs: signs(), ..Self::data() }
    }

    /// For data and for drawings: everything is written as it is.
    pub(super) fn data() -> Self {
        let out = BufWriter::with_capacity(64 * 1024, Stdout);
        Self { out, signs: Signs::Unicode, left_out: "cli-left-out", about: None }
    }

    /// For a list whose columns can be named.
    pub(super) fn with_columns() -> Self {
        Self { left_out: "cli-left-out-columns", ..Self::new() }
    }

    /// For a list of which a workbook tells this.
    pub(super) fn about(mut self, about: About) -> Self {
        self.about = Some(about);
        self
    }

    /// Writes a sheet. A table has the remarks for readers, such as that the register is
    /// illustrative, below its rows; the other formats hold data and nothing else, so that remarks
    /// go to standard error.
    pub(super) fn sheet(
        mut self,
        sheet: &Sheet<'_>,
        format: Format,
        remarks: &[Message],
        text: &Text,
    ) -> Result<(), Failure> {
        if !format.is_for_people() {
            self.signs = Signs::Unicode;
        }
        let mut left_out = Vec::new();
        match format {
            Format::Table => {
                let between = text.tr("list-separator");
                left_out = write_table(sheet, &between, columns(), &mut self)?;
                remarks_below(remarks, text, &mut self)?;
            }
            Format::Md => {
                write_markdown(sheet, &text.tr("list-separator"), &mut self)?;
                remarks_below(remarks, text, &mut self)?;
            }
            Format::Csv => write_csv(sheet, &mut self)?,
            Format::Xlsx => {
                let about =
                    self.about.take().unwrap_or_else(|| about(Vec::new(), None, remarks, text));
                let shortened = self.workbook(sheet, &about)?;
                if shortened.0 > 0 {
                    notice(text, &Message::new("export-shortened").with("count", shortened.0));
                }
            }
            Format::Json => write_json(sheet, &mut self)?,
            Format::Jsonl => write_jsonl(sheet, &mut self)?,
        }
        let id = self.left_out;
        self.finish()?;
        if !left_out.is_empty() {
            let columns = || left_out.iter().map(|place| &sheet.columns[*place]);
            let heads: Vec<&str> = columns().map(|column| column.head.as_str()).collect();
            let names: Vec<&str> = columns().map(|column| column.name.as_str()).collect();
            let message = Message::new(id).with("heads", heads.into_iter().collect::<Arg>());
            notice(text, &message.with("names", names.join(",")));
        }
        if !format.is_for_people() {
            for remark in remarks {
                notice(text, remark);
            }
        }
        Ok(())
    }

    /// Writes a workbook, which is made in a file without a name: its parts are told of at its end.
    fn workbook(&mut self, sheet: &Sheet<'_>, about: &About) -> Result<Shortened, Failure> {
        if io::stdout().is_terminal() {
            return Err(Failure::new(Status::Usage, Message::new("export-terminal")));
        }
        if let Some(file) = plain_file() {
            // Nothing else is written, so that its parts can be told of at its end at once.
            return Ok(write_xlsx(sheet, about, BufWriter::new(file))?);
        }
        let mut scratch = scratch()?;
        let shortened = write_xlsx(sheet, about, BufWriter::new(&mut scratch))?;
        scratch.seek(SeekFrom::Start(0))?;
        io::copy(&mut scratch, &mut self.out)?;
        Ok(shortened)
    }

    /// Writes the rest of the buffer.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        self.out.flush()?;
        Ok(())
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // Formatted text comes in whole characters.
        match std::str::from_utf8(bytes) {
            Ok(words) if self.signs == Signs::Ascii => {
                self.out.write_all(self.signs.of(words).as_bytes())?;
                Ok(bytes.len())
            }
            _ => self.out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// What a workbook tells of itself: some lines, then the remarks for readers. `day` is the one on which it says that it
/// was made.
pub(super) fn about(
    mut lines: Vec<(String, String)>,
    day: Option<Day>,
    remarks: &[Message],
    text: &Text,
) -> About {
    let remark = |message| (text.tr("export-about-remark").into_owned(), text.say(message));
    lines.extend(remarks.iter().map(remark));
    About { day, lines, mark: text.tr("export-cut").into_owned() }
}

/// Writes the remarks for readers below a table, if there are any.
pub(super) fn remarks_below(
    remarks: &[Message],
    text: &Text,
    out: &mut dyn Write,
) -> io::Result<()> {
    if remarks.is_empty() {
        return Ok(());
    }
    let said: Vec<String> = remarks.iter().map(|message| text.say(message)).collect();
    writeln!(out, "\n{}", said.join("\n"))
}

/// Standard output where that is a file with nothing in it, and not one that grows at its end.
fn plain_file() -> Option<File> {
    let mut file = File::from(io::stdout().as_fd().try_clone_to_owned().ok()?);
    let grows = rustix::fs::fcntl_getfl(&file).ok()?.contains(rustix::fs::OFlags::APPEND);
    let is_empty = file.metadata().is_ok_and(|it| it.is_file() && it.len() == 0);
    (is_empty && !grows && file.stream_position().ok()? == 0).then_some(file)
}

/// A file for reading and writing that has no name, so that nothing of it stays.
fn scratch() -> io::Result<File> {
    let folder = std::env::temp_dir();
    let mut last = io::ErrorKind::AlreadyExists.into();
    // What stands there may be another program's.
    for attempt in 0..ATTEMPTS {
        let path = folder.join(format!("ta-tui.{}.{attempt}.part", std::process::id()));
        match OpenOptions::new().read(true).write(true).create_new(true).open(&path) {
            Ok(file) => return std::fs::remove_file(&path).map(|()| file),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// The sheet; in data of an illustrative register, with a last column that says so in every row.
pub(super) fn marked(sheet: Sheet<'_>, illustrative: bool, format: Format) -> Sheet<'_> {
    if illustrative && !format.is_for_people() {
        return sheet.and(ILLUSTRATIVE.data_column(), Cell::Flag(true));
    }
    sheet
}

/// How many columns the terminal that reads has, as the variable `COLUMNS` says or the terminal;
/// `None` where no terminal reads.
pub(super) fn columns() -> Option<usize> {
    let stdout = io::stdout();
    if !stdout.is_terminal() {
        return None;
    }
    let said = std::env::var("COLUMNS").ok().and_then(|said| said.parse().ok());
    if let Some(said) = said.filter(|said| *said > 0) {
        return Some(said);
    }
    let size = rustix::termios::tcgetwinsize(&stdout).ok()?;
    (size.ws_col > 0).then(|| usize::from(size.ws_col))
}

/// Ends a command that has written to the register, as `written` says, and printed the changes. If printing failed, the
/// message says that the change was written, so that it is not repeated.
pub(super) fn after_writing(
    printed: Result<(), Failure>,
    written: &Message,
) -> Result<(), Failure> {
    printed.map_err(|failure| match failure.status() {
        Status::Done => failure, // the reader of the pipe went away, which is an ordinary end
        _ => Failure::new(Status::Failed, written.clone()).with_reasons_of(failure),
    })
}

/// Says something on standard error that is no failure, unless it is to be quiet. Nobody may be
/// reading; that is no failure either.
pub fn notice(text: &Text, message: &Message) {
    if !is_quiet() {
        line(&said(text, message));
    }
}

/// Writes a line on standard error. It may quote typed words, so it is cleaned.
pub(super) fn line(line: &str) {
    let line = clean_text(line);
    let shown = match HIDDEN.get() {
        Some(folder) => line.replace(folder, ""),
        None => line,
    };
    let _ = writeln!(io::stderr().lock(), "{}", signs().of(&shown));
}
