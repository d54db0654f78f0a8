//! Standard output: a sheet in the format that was asked for, as wide as the terminal that reads.

use super::args::Format;
use super::failure::{Failure, Status};
use crate::domain::clean_text;
use crate::exchange::{Sheet, write_csv, write_json, write_table};
use crate::text::{Message, Signs, Text};
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether words for people are written with ASCII signs: one choice for the two streams, which are
/// the process's as well.
static ASCII: AtomicBool = AtomicBool::new(false);

/// From now on, words for people are written with these signs.
pub(super) fn write_with(signs: Signs) {
    ASCII.store(signs == Signs::Ascii, Ordering::Relaxed);
}

/// The signs of words for people.
fn signs() -> Signs {
    if ASCII.load(Ordering::Relaxed) { Signs::Ascii } else { Signs::Unicode }
}

/// Standard output, buffered; [`Output::finish`] at the end, or what is buffered is lost.
pub(super) struct Output {
    out: BufWriter<StdoutLock<'static>>,
    signs: Signs,
}

impl Output {
    /// For words for people.
    pub(super) fn new() -> Self {
        Self { signs: signs(), ..Self::data() }
    }

    /// For data and for what is drawn already: everything is written as it is.
    pub(super) fn data() -> Self {
        let out = BufWriter::with_capacity(64 * 1024, io::stdout().lock());
        Self { out, signs: Signs::Unicode }
    }

    /// Writes a sheet. What a reader must know beside it, such as that the register is illustrative,
    /// a table says below its rows; the other formats hold data and nothing else, so it is said on
    /// standard error.
    pub(super) fn sheet(
        mut self,
        sheet: &Sheet<'_>,
        format: Format,
        remarks: &[Message],
        text: &Text,
    ) -> Result<(), Failure> {
        if format != Format::Table {
            self.signs = Signs::Unicode;
        }
        match format {
            Format::Table => {
                write_table(sheet, columns(), &mut self)?;
                if !remarks.is_empty() {
                    let said: Vec<String> = remarks.iter().map(|m| text.say(m)).collect();
                    writeln!(self, "\n{}", said.join("\n"))?;
                }
            }
            Format::Csv => write_csv(sheet, &mut self)?,
            Format::Json => write_json(sheet, &mut self)?,
        }
        self.finish()?;
        if format != Format::Table {
            for remark in remarks {
                notice(text, remark);
            }
        }
        Ok(())
    }

    /// Writes what is still buffered.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        self.out.flush()?;
        Ok(())
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // What is formatted comes in whole characters.
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

/// How many columns the terminal that reads has; nothing where no terminal reads.
pub(super) fn columns() -> Option<usize> {
    let stdout = io::stdout();
    if !stdout.is_terminal() {
        return None;
    }
    let size = rustix::termios::tcgetwinsize(&stdout).ok()?;
    (size.ws_col > 0).then(|| usize::from(size.ws_col))
}

/// Ends a command that has written to the register, as `written` says, and printed what it has
/// written. Where it cannot be printed, the message says that the change was written, so that nobody
/// repeats it.
pub(super) fn after_writing(
    printed: Result<(), Failure>,
    written: &Message,
) -> Result<(), Failure> {
    printed.map_err(|failure| match failure.status() {
        Status::Done => failure, // the reader of the pipe went away, which is an ordinary end
        _ => Failure::new(Status::Failed, written.clone()).with_reasons_of(failure),
    })
}

/// Says something on standard error. Nobody may be reading; that is no failure.
pub fn notice(text: &Text, message: &Message) {
    line(&text.say(message));
}

/// Writes a line on standard error. It may quote what was typed, so it is cleaned.
pub(super) fn line(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", signs().of(&clean_text(line)));
}
