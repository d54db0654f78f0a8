//! A file with a table: opened, looked at, and its rows given as often as they are asked for.

use super::decoded::Decoded;
use super::encoding::TextEncoding;
use super::json::Properties;
use super::kind::{self, FileKind, Form};
use super::packed::{self, Budget};
use super::source::Source;
use super::survey::survey;
use super::workbook::{self, Sheet};
use super::{Choice, Ended, Row, SheetName, Stop, Unreadable, csv, delimiter, ods, xls, xlsx};
use crate::text::{Arg, Message};
use std::ops::ControlFlow;
use std::path::Path;

/// The bytes of a text that tell its kind and the sign between its columns.
const BEGINNING: usize = 64 << 10;

/// The first sheet of the workbooks that this program writes: it tells of the others and has no table.
const OWN_SHEET: &str = "ta-tui";

/// A file with a table, opened and looked at. It holds no rows; the file stays open, so that another one that takes its
/// place is not read.
#[derive(Debug)]
pub struct TableFile {
    source: Source,
    sha256: String,
    content: Content,
    sheets: Vec<SheetName>,
    sheet: usize,
    remarks: Vec<Message>,
}

/// What was found out about the content.
#[derive(Debug)]
enum Content {
    Csv(TextEncoding, u8),
    Json(TextEncoding, Properties),
    Xlsx(Vec<Sheet>),
    Ods,
    Xls,
}

impl TableFile {
    /// Opens a file and looks through all of it.
    ///
    /// # Errors
    /// The system does not give the file, it is no table that is read, or a damaged one, it has no such sheet, no
    /// encoding has that name, or the reader was asked to end.
    pub fn open(path: &Path, choice: &Choice, stop: &Stop) -> Result<Self, Unreadable> {
        let mut file = Self::of(Source::open(path)?, choice, stop)?;
        if let Some(named) = FileKind::of_name(path)
            && named != file.kind()
        {
            let said = Message::new("sheet-named-otherwise")
                .with("named", named.name())
                .with("kind", file.kind().name());
            file.remarks.insert(0, said);
        }
        Ok(file)
    }

    /// Looks through the bytes of a file, as they come from standard input.
    ///
    /// # Errors
    /// Those of [`TableFile::open`].
    pub fn of_bytes(bytes: Vec<u8>, choice: &Choice, stop: &Stop) -> Result<Self, Unreadable> {
        Self::of(Source::Bytes(bytes.into()), choice, stop)
    }

    fn of(source: Source, choice: &Choice, stop: &Stop) -> Result<Self, Unreadable> {
        let form = kind::form(&source.part(0, BEGINNING)?)?;
        let found = survey(&source, stop)?;
        let mut file = Self {
            source,
            sha256: found.sha256.clone(),
            content: Content::Csv(TextEncoding::utf8(), delimiter::SIGNS[0]),
            sheets: vec![SheetName::default()],
            sheet: 0,
            remarks: Vec::new(),
        };
        match form {
            Form::Text => {
                let asked = choice.encoding.as_deref();
                let encoding = TextEncoding::of(&file.source, &found, asked, stop)?;
                file.look_at_text(encoding, choice, stop)?;
            }
            Form::Zip => file.look_at_archive(choice, stop)?,
            Form::Ole => {
                file.sheets = xls::look(&file.source, stop)?;
                file.choose(choice)?;
                file.content = Content::Xls;
            }
        }
        if file.sheets.len() == 1
            && file.sheets[0].name.is_empty()
            && let Some(name) = &choice.sheet
        {
            let message = Message::new("sheet-no-sheets").with("sheet", &**name);
            return Err(Unreadable::choice(message));
        }
        Ok(file)
    }

    fn look_at_text(
        &mut self,
        encoding: TextEncoding,
        choice: &Choice,
        stop: &Stop,
    ) -> Result<(), Unreadable> {
        let beginning = Decoded::new(&self.source, &encoding, stop).beginning(BEGINNING)?;
        let kind = kind::of_text(&beginning)?;
        let sign = choice
            .delimiter
            .or_else(|| delimiter::named(&beginning))
            .unwrap_or_else(|| delimiter::guess(&beginning));
        let read_as = match kind {
            FileKind::Json => Message::new("sheet-read-as-json"),
            _ => Message::new("sheet-read-as").with("sign", delimiter::name(sign)),
        };
        self.remarks.push(read_as.with("encoding", encoding.name()));
        if let Some((line, text)) = &encoding.example {
            let said = Message::new("sheet-judge-by").with("line", line.to_string());
            self.remarks.push(said.with("text", &**text));
        }
        if encoding.is_doubtful() {
            let said = Message::new("sheet-encoding-guessed");
            self.remarks.push(said.with("encoding", encoding.name()));
        }
        self.content = if kind == FileKind::Json {
            let text = Decoded::new(&self.source, &encoding, stop);
            Content::Json(encoding, Properties::of(text)?)
        } else {
            Content::Csv(encoding, sign)
        };
        Ok(())
    }

    fn look_at_archive(&mut self, choice: &Choice, stop: &Stop) -> Result<(), Unreadable> {
        let mut archive = packed::open(self.source.reader(), stop)?;
        let budget = Budget::new(stop);
        if kind::of_archive(archive.file_names_raw())? == FileKind::Xlsx {
            let sheets = workbook::look(&mut archive, &budget)?;
            self.sheets = sheets.iter().map(|sheet| sheet.name.clone()).collect();
            self.choose(choice)?;
            let stray = sheets[self.sheet].facts.stray;
            self.remarks.extend(workbook::stray(stray, &self.sheets[self.sheet].name)?);
            self.content = Content::Xlsx(sheets);
        } else {
            let looked = ods::look(&mut archive, &budget)?;
            self.sheets = looked.sheets;
            self.choose(choice)?;
            let stray = looked.stray[self.sheet];
            self.remarks.extend(workbook::stray(stray, &self.sheets[self.sheet].name)?);
            self.content = Content::Ods;
        }
        Ok(())
    }

    /// Chooses the sheet that is read, and says which others there are.
    fn choose(&mut self, choice: &Choice) -> Result<(), Unreadable> {
        let place = |wanted: &dyn Fn(&SheetName) -> bool| self.sheets.iter().position(wanted);
        let chosen = match &choice.sheet {
            Some(name) => place(&|sheet| sheet.name == *name)
                .or_else(|| place(&|sheet| sheet.name.to_lowercase() == name.to_lowercase())),
            None => place(&|sheet| !sheet.is_hidden && sheet.name != OWN_SHEET)
                .or_else(|| place(&|sheet| !sheet.is_hidden)),
        };
        let Some(chosen) = chosen else {
            let all = self.sheets.iter().map(|sheet| sheet.name.clone()).collect::<Arg>();
            let message = match &choice.sheet {
                Some(name) => Message::new("sheet-unknown-sheet").with("sheet", &**name),
                None => Message::new("sheet-all-hidden"),
            };
            return Err(Unreadable::choice(message.with("sheets", all)));
        };
        self.sheet = chosen;
        let others = |is_hidden| {
            let others = self.sheets.iter().enumerate().filter(|(place, _)| *place != chosen);
            let others = others.filter(|(_, sheet)| sheet.is_hidden == is_hidden);
            others.map(|(_, sheet)| sheet.name.clone()).collect::<Vec<String>>()
        };
        let (shown, hidden) = (others(false), others(true));
        if !shown.is_empty() {
            let said = Message::new("sheet-others").with("sheet", &*self.sheets[chosen].name);
            self.remarks.push(said.with("sheets", shown.into_iter().collect::<Arg>()));
        }
        if !hidden.is_empty() {
            let said = Message::new("sheet-hidden");
            self.remarks.push(said.with("sheets", hidden.into_iter().collect::<Arg>()));
        }
        Ok(())
    }

    /// The kind of the file, by its content.
    pub fn kind(&self) -> FileKind {
        match &self.content {
            Content::Csv(..) => FileKind::Csv,
            Content::Json(..) => FileKind::Json,
            Content::Xlsx(..) => FileKind::Xlsx,
            Content::Ods => FileKind::Ods,
            Content::Xls => FileKind::Xls,
        }
    }

    /// The sheets, in the order of the file; a single one without a name for a file without sheets.
    pub fn sheets(&self) -> &[SheetName] {
        &self.sheets
    }

    /// The place of the sheet that is read: the one that was asked for, else the first that is not hidden.
    pub fn sheet(&self) -> usize {
        self.sheet
    }

    /// What a person should know about how the file is read: encoding and sign, a name that promises another kind,
    /// sheets that are left out.
    pub fn remarks(&self) -> Vec<Message> {
        self.remarks.clone()
    }

    /// The SHA-256 of the bytes, hexadecimal.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// The encoding of a text, as it is said to people; `None` for other kinds.
    pub fn encoding(&self) -> Option<&'static str> {
        self.text_encoding().map(TextEncoding::name)
    }

    /// Whether the letters beyond ASCII are guessed on so little that every row is doubtful until a person has confirmed
    /// the encoding, by naming it: so it is with Mac Roman.
    pub fn is_guess(&self) -> bool {
        self.text_encoding().is_some_and(TextEncoding::is_doubtful)
    }

    fn text_encoding(&self) -> Option<&TextEncoding> {
        match &self.content {
            Content::Csv(encoding, _) | Content::Json(encoding, _) => Some(encoding),
            Content::Xlsx(_) | Content::Ods | Content::Xls => None,
        }
    }

    /// Gives the rows of the sheet in which this program tells of a workbook of its own; of other files none.
    ///
    /// # Errors
    /// Those of [`TableFile::rows`].
    pub fn own_rows(
        &self,
        stop: &Stop,
        take: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> Result<Ended, Unreadable> {
        match &self.content {
            Content::Xlsx(sheets) => match sheets.first() {
                Some(own) if own.name.name == OWN_SHEET => {
                    xlsx::rows(&self.source, own, stop, take)
                }
                _ => Ok(Ended::AtEnd),
            },
            _ => Ok(Ended::AtEnd),
        }
    }

    /// Gives the rows in order, the same at every call. `take` ends the pass with [`ControlFlow::Break`].
    ///
    /// # Errors
    /// The file cannot be read on, or the reader was asked to end. The rows before were given.
    pub fn rows(
        &self,
        stop: &Stop,
        take: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> Result<Ended, Unreadable> {
        match &self.content {
            Content::Csv(encoding, sign) => {
                csv::rows(Decoded::new(&self.source, encoding, stop), *sign, take)
            }
            Content::Json(encoding, properties) => {
                properties.rows(Decoded::new(&self.source, encoding, stop), take)
            }
            Content::Xlsx(sheets) => xlsx::rows(&self.source, &sheets[self.sheet], stop, take),
            Content::Ods => {
                let mut archive = packed::open(self.source.reader(), stop)?;
                ods::rows(&mut archive, &Budget::new(stop), self.sheet, take)
            }
            Content::Xls => xls::rows(&self.source, &self.sheets[self.sheet].name, stop, take),
        }
    }
}
