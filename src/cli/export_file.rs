//! A file with the rows of a list: of the kind that its name says, whole or not at all, never over another unasked.

use super::failure::{Failure, Status};
use super::format::Format;
use super::output::{self, remarks_below};
use super::progress::Progress;
use crate::domain::clean_line;
use crate::exchange::{
    About, NotReplaced, Sheet, Shortened, WholeFile, write_csv, write_json, write_jsonl,
    write_markdown, write_xlsx,
};
use crate::text::{Message, Text};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use std::cell::Cell;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The byte-order mark, by which some programs know UTF-8.
pub(super) const BOM: &str = "\u{feff}";

/// After so many rows the progress is told, and whether to stop is asked.
const ROWS: u64 = 1 << 10;

/// The file to write.
#[derive(Clone, Debug)]
pub(super) struct ExportFile {
    pub(super) path: PathBuf,
    /// Whether it may take the place of another.
    pub(super) force: bool,
    /// Whether a file of CSV begins with a byte-order mark.
    pub(super) bom: bool,
}

/// The formats of files, by their endings.
pub(super) const ENDINGS: [(&str, Format); 5] = [
    ("csv", Format::Csv),
    ("xlsx", Format::Xlsx),
    ("json", Format::Json),
    ("jsonl", Format::Jsonl),
    ("md", Format::Md),
];

/// The format that the ending of a file's name says.
pub(super) fn format_of(path: &Path) -> Option<Format> {
    let ending = path.extension()?;
    let found = ENDINGS.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known));
    found.map(|(_, format)| *format)
}

impl ExportFile {
    /// Writes the rows of a sheet into the file, and says so. Below a table in Markdown stand the remarks for readers; a
    /// workbook has them on its first sheet.
    ///
    /// # Errors
    /// Something stands at the place, it cannot be written, or a signal has ended it; no file is left then.
    pub(super) fn write(
        &self,
        sheet: &Sheet<'_>,
        format: Format,
        about: &About,
        remarks: &[Message],
        text: &Text,
    ) -> Result<(), Failure> {
        let failed = |error: io::Error| failed(&self.path, &error);
        let stop = stop_asked().map_err(failed)?;
        let mut file = WholeFile::create(&self.path, self.force).map_err(failed)?;
        let (rows, progress) = (Cell::new(0), Progress::new(text));
        let counted = Sheet {
            columns: sheet.columns.clone(),
            rows: Box::new(|visit| {
                (sheet.rows)(&mut |row| {
                    if rows.get() % ROWS == 0 {
                        if stop.load(Ordering::Relaxed) {
                            return Err(ErrorKind::Interrupted.into());
                        }
                        progress.show(&Message::new("export-progress").with("rows", rows.get()));
                    }
                    rows.set(rows.get() + 1);
                    visit(row)
                })
            }),
        };
        if self.bom && format == Format::Csv {
            file.write_all(BOM.as_bytes()).map_err(failed)?;
        }
        let written = rows_into(&mut file, &counted, format, about, remarks, text);
        progress.clear();
        let shortened = written.map_err(failed)?;
        file.finish().map_err(failed)?;
        let made = Message::new("export-made").with("rows", rows.get());
        output::notice(text, &made.with("file", clean_line(&self.path.to_string_lossy())));
        tell_shortened(shortened, text);
        if !format.is_for_people() {
            for remark in remarks {
                output::notice(text, remark);
            }
        }
        Ok(())
    }
}

/// Writes the rows in the format of a file.
fn rows_into(
    file: &mut WholeFile,
    sheet: &Sheet<'_>,
    format: Format,
    about: &About,
    remarks: &[Message],
    text: &Text,
) -> io::Result<Shortened> {
    match format {
        Format::Csv => write_csv(sheet, file)?,
        Format::Json => write_json(sheet, file)?,
        Format::Jsonl => write_jsonl(sheet, file)?,
        Format::Xlsx => return write_xlsx(sheet, about, file),
        Format::Md | Format::Table => {
            write_markdown(sheet, &text.tr("list-separator"), file)?;
            remarks_below(remarks, text, file)?;
        }
    }
    Ok(Shortened(0))
}

/// Says how many texts had no room in the cells of a workbook.
pub(super) fn tell_shortened(shortened: Shortened, text: &Text) {
    if shortened.0 > 0 {
        output::notice(text, &Message::new("export-shortened").with("count", shortened.0));
    }
}

/// The failure of a file that could not be written: what happened, and that no file is left.
pub(super) fn failed(path: &Path, error: &io::Error) -> Failure {
    let file = clean_line(&path.to_string_lossy());
    if let Some(why) = NotReplaced::of(error) {
        return not_replaced(path, why);
    }
    match error.kind() {
        ErrorKind::AlreadyExists => {
            Failure::new(Status::Failed, Message::new("export-there").with("file", file))
        }
        ErrorKind::Interrupted => {
            Failure::new(Status::Failed, Message::new("export-stopped").with("file", file))
        }
        _ => Failure::file(path, error).and(Message::new("export-nothing-left")),
    }
}

/// The failure of a place at which no file is written, whatever is asked.
pub(super) fn not_replaced(path: &Path, why: NotReplaced) -> Failure {
    let message = match why {
        NotReplaced::Database => Message::new("export-onto-register"),
        NotReplaced::NoFile => Message::new("export-onto-no-file"),
    };
    Failure::new(Status::Failed, message.with("file", clean_line(&path.to_string_lossy())))
}

/// The flag that a signal to end the program sets from now on.
pub(super) fn stop_asked() -> io::Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM, SIGHUP] {
        signal_hook::flag::register(signal, Arc::clone(&stop))?;
    }
    Ok(stop)
}
