//! A workbook that is being written, sheet by sheet and row by row.

use super::cell::{XlsxCell, column_name};
use super::parts::{self, HEAD, Listed};
use crate::domain::Day;
use crate::xml::escaped_text;
use std::fmt::Write as _;
use std::io::{self, Seek, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The level of compression: a higher one takes twice the time for a tenth of the bytes.
const LEVEL: i64 = 4;

/// The most bytes of a sheet: a part has at most four gigabytes, and the longest row is far shorter than the rest.
const MOST_BYTES: u64 = 2 << 30;

/// The width of a column, in characters.
pub type ColumnWidth = u16;

/// The values among which the cells of a column are chosen.
#[derive(Debug)]
pub struct Choices {
    /// The place of the column, from 0.
    pub column: usize,
    /// The cells with the values: what [`Choices::range`] or [`Choices::either`] gives.
    pub formula: String,
    /// Whether another value is refused. Otherwise the list only proposes.
    pub only: bool,
}

impl Choices {
    /// The cells of a column of a sheet, below its heading: the place of the column, from 0, and how many values.
    pub fn range(sheet: &str, column: usize, count: usize) -> String {
        let (column, last) = (column_name(column), count + 1);
        format!("'{}'!${column}$2:${column}${last}", sheet.replace('\'', "''"))
    }

    /// One range where the cell of the same row in another column has a value, else the other range.
    pub fn either(column: usize, value: &str, then: &str, otherwise: &str) -> String {
        format!("IF(${}2&\"\"=\"{value}\",{then},{otherwise})", column_name(column))
    }
}

/// A workbook over a file that can be moved in.
pub struct Book<W: Write + Seek> {
    zip: ZipWriter<W>,
    sheets: Vec<Listed>,
    /// The names of the columns, as far as they were needed.
    columns: Vec<String>,
    /// The row that is written next, from 1.
    row: u32,
    /// How many bytes of XML the rows of the sheet have.
    bytes: u64,
    /// The XML of one row.
    line: String,
    /// What stands at the end of a cell that was cut.
    mark: String,
    /// How many cells were cut.
    cut: u64,
}

impl<W: Write + Seek> Book<W> {
    /// Begins a workbook; `mark` stands at the end of texts that are too long for a cell.
    pub fn new(out: W, mark: &str) -> Self {
        Self {
            zip: ZipWriter::new(out),
            sheets: Vec::new(),
            columns: Vec::new(),
            row: 1,
            bytes: 0,
            line: String::new(),
            mark: mark.to_owned(),
            cut: 0,
        }
    }

    fn options() -> SimpleFileOptions {
        SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Deflated)
            .compression_level(Some(LEVEL))
    }

    fn part(&mut self, name: &str, xml: &str) -> io::Result<()> {
        self.zip.start_file(name, Self::options())?;
        self.zip.write_all(HEAD.as_bytes())?;
        self.zip.write_all(xml.as_bytes())
    }

    /// Begins a sheet with columns of these widths; with `frozen`, its first row stays when the others are scrolled.
    ///
    /// # Errors
    /// The file cannot be written; so do all the following.
    pub fn begin_sheet(
        &mut self,
        name: &str,
        widths: &[ColumnWidth],
        frozen: bool,
    ) -> io::Result<()> {
        let number = self.sheets.len() + 1;
        // Not in the form of large files, which LibreOffice does not open.
        self.zip.start_file(format!("xl/worksheets/sheet{number}.xml"), Self::options())?;
        self.sheets.push(Listed { name: name.to_owned(), number, filtered: None });
        (self.row, self.bytes) = (1, 0);
        let mut head = format!(
            "{HEAD}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
             <sheetViews><sheetView workbookViewId=\"0\">"
        );
        if frozen {
            head.push_str(
                "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>",
            );
        }
        head.push_str("</sheetView></sheetViews><cols>");
        for (place, width) in (1..).zip(widths) {
            // A string takes everything; so below.
            let _ = write!(
                head,
                "<col min=\"{place}\" max=\"{place}\" width=\"{width}\" customWidth=\"1\"/>"
            );
        }
        head.push_str("</cols><sheetData>");
        self.zip.write_all(head.as_bytes())
    }

    /// Writes the next row of the sheet.
    pub fn row<'c>(&mut self, cells: impl Iterator<Item = XlsxCell<'c>>) -> io::Result<()> {
        self.line.clear();
        let _ = write!(self.line, "<row r=\"{}\">", self.row);
        for (place, cell) in cells.enumerate() {
            while self.columns.len() <= place {
                self.columns.push(column_name(self.columns.len()));
            }
            let cut = cell.write(&self.columns[place], self.row, &self.mark, &mut self.line);
            self.cut += u64::from(cut);
        }
        self.line.push_str("</row>");
        self.row += 1;
        self.bytes += self.line.len() as u64;
        self.zip.write_all(self.line.as_bytes())
    }

    /// Whether the sheet is to end, since its part of the file cannot hold much more.
    pub fn is_full(&self) -> bool {
        self.bytes > MOST_BYTES
    }

    /// Ends the sheet; with `filtered`, a filter stands over so many columns. `choices` hold for the rows below the
    /// first, down to the row `until`.
    pub fn end_sheet(
        &mut self,
        filtered: Option<usize>,
        choices: &[Choices],
        until: u32,
    ) -> io::Result<()> {
        let mut end = String::from("</sheetData>");
        if let Some(last) = filtered.and_then(|columns| columns.checked_sub(1)) {
            let (column, row) = (column_name(last), self.row.saturating_sub(1).max(1));
            let _ = write!(end, "<autoFilter ref=\"A1:{column}{row}\"/>");
            if let Some(sheet) = self.sheets.last_mut() {
                sheet.filtered = Some(format!("$A$1:${column}${row}"));
            }
        }
        if !choices.is_empty() {
            let _ = write!(end, "<dataValidations count=\"{}\">", choices.len());
            for choice in choices {
                let column = column_name(choice.column);
                let formula = escaped_text(&choice.formula);
                let only = u8::from(choice.only);
                let _ = write!(
                    end,
                    "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"{only}\" \
                     sqref=\"{column}2:{column}{until}\"><formula1>{formula}</formula1></dataValidation>"
                );
            }
            end.push_str("</dataValidations>");
        }
        end.push_str("</worksheet>");
        self.zip.write_all(end.as_bytes())
    }

    /// Ends the workbook, with its last sheet as the first one where `last_first` says so; gives how many cells were
    /// cut, and the file. `day` is the one on which it says that it was made.
    pub fn finish(mut self, day: Option<Day>, last_first: bool) -> io::Result<(u64, W)> {
        if last_first {
            self.sheets.rotate_right(1);
        }
        let count = self.sheets.len();
        let workbook = parts::workbook(&self.sheets);
        self.part("xl/workbook.xml", &workbook)?;
        self.part("xl/_rels/workbook.xml.rels", &parts::of_workbook(count))?;
        self.part("xl/styles.xml", parts::STYLES)?;
        self.part("docProps/core.xml", &parts::core(day))?;
        self.part("_rels/.rels", &parts::root())?;
        self.part("[Content_Types].xml", &parts::content_types(count))?;
        let mut out = self.zip.finish()?;
        out.flush()?;
        Ok((self.cut, out))
    }
}
