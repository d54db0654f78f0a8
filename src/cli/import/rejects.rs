//! The rows that were not written, as a file of their own: as they came, with the verdict, the column and the reason behind
//! them, so that they can be mended and imported again.

use super::interrupt::{Interrupt, stopped};
use super::reading::{Judged, Source};
use super::said;
use crate::cli::export_file::not_replaced;
use crate::cli::failure::Failure;
use crate::domain::{Coded, as_stated, cleaned_text, neutralised};
use crate::exchange::{NotReplaced, WholeFile};
use crate::import::{Plan, Verdict};
use crate::spreadsheet::{FileKind, Row};
use crate::text::{Lang, Text};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// The columns behind those of the file.
pub(super) const COLUMNS: [&str; 3] = ["verdict", "column", "reason"];

/// The verdict, column and reason of a row.
pub(super) type Reasons = [String; 3];

/// The rows that are not written, by their numbers.
pub(super) fn wanted(judged: &Judged, plan: &Plan, accepts: bool) -> BTreeMap<u32, Reasons> {
    let text = Text::of(Lang::En);
    let mut wanted = BTreeMap::new();
    for staged in &judged.rows {
        let is_open = match staged.verdict {
            Verdict::Bad => true,
            Verdict::Doubtful => !accepts,
            Verdict::Good | Verdict::LeftOut => false,
        };
        if is_open {
            let worst = staged.reasons.iter().filter(|own| own.verdict() == staged.verdict);
            let worst: Vec<_> = worst.collect();
            let columns = worst.iter().filter_map(|own| said::heading(judged, own.column));
            let reasons = worst.iter().map(|own| text.say(&own.message()));
            let columns = columns.collect::<Vec<_>>().join("; ");
            let reasons = reasons.collect::<Vec<_>>().join("; ");
            wanted.insert(staged.row, [staged.verdict.code().to_owned(), columns, reasons]);
        }
    }
    for row in &plan.rows {
        if let Some((verdict, reason)) = said::against(row) {
            let reasons = [verdict.code().to_owned(), String::new(), text.say(&reason)];
            wanted.insert(row.row, reasons);
        }
    }
    wanted
}

/// Writes the rows into a file that is not there yet, whole or not at all, below the headings of the file. Gives how many
/// rows it holds.
///
/// # Errors
/// Something stands at the place, or the file cannot be written or read.
pub(super) fn write(
    path: &Path,
    source: &Source,
    judged: &Judged,
    wanted: &BTreeMap<u32, Reasons>,
    interrupt: &Interrupt,
) -> Result<usize, Failure> {
    let failed = |error: io::Error| match NotReplaced::of(&error) {
        Some(why) => not_replaced(path, why),
        None => Failure::file(path, &error),
    };
    let width = width(source, judged, wanted, interrupt)?;
    let mut out = csv::Writer::from_writer(WholeFile::create(path, false).map_err(failed)?);
    let earlier = earlier_reasons(judged);
    let is_csv = source.file.kind() == FileKind::Csv;
    let headings = &judged.looked.headings;
    let last = headings.last().copied();
    let (mut count, mut outcome) = (0, Ok(()));
    source.each(interrupt, &mut |row| {
        let more = if Some(row.number) == last {
            Some(&COLUMNS.map(str::to_owned))
        } else {
            wanted.get(&row.number)
        };
        let is_heading = headings.contains(&row.number);
        if outcome.is_err() || (more.is_none() && !is_heading) {
            return;
        }
        let empty = Reasons::default();
        count += usize::from(!is_heading);
        let mut cells = cells(&row, width, is_csv);
        if let Some(place) = earlier {
            cells.drain(place..place + COLUMNS.len());
        }
        let reasons = more.unwrap_or(&empty).iter().map(|own| neutralised(own).into_owned());
        outcome = out.write_record(cells.into_iter().chain(reasons));
    })?;
    if interrupt.is_asked() {
        return Err(stopped());
    }
    outcome.map_err(|error| failed(error.into()))?;
    let file = out.into_inner().map_err(|error| failed(error.into_error()))?;
    file.finish().map_err(failed)?;
    Ok(count)
}

/// The number of cells of the longest row that is written, and of the headings.
fn width(
    source: &Source,
    judged: &Judged,
    wanted: &BTreeMap<u32, Reasons>,
    interrupt: &Interrupt,
) -> Result<usize, Failure> {
    let mut width = judged.looked.mapping.columns.len();
    source.each(interrupt, &mut |row| {
        if wanted.contains_key(&row.number) || judged.looked.headings.contains(&row.number) {
            width = width.max(row.cells.len());
        }
    })?;
    Ok(width)
}

/// The place of the three columns in a file of rejected rows that is imported again: they are replaced.
fn earlier_reasons(judged: &Judged) -> Option<usize> {
    let headings = judged.looked.mapping.columns.iter().map(|column| column.heading.trim());
    let headings: Vec<&str> = headings.collect();
    headings.windows(COLUMNS.len()).rposition(|three| three == COLUMNS)
}

/// The cells of a row as they came, without signs that act on a terminal. What could act as a formula is made harmless,
/// as in an export.
fn cells(row: &Row, width: usize, is_csv: bool) -> Vec<String> {
    let written = |text: &str| {
        let text = if is_csv { as_stated(text) } else { text };
        neutralised(&cleaned_text(text)).into_owned()
    };
    let mut cells: Vec<String> = row.cells.iter().map(|cell| written(&cell.text)).collect();
    if cells.len() < width {
        cells.resize(width, String::new());
    }
    cells
}
