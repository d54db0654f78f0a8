//! A file with a table: opened, looked at, and its rows given as often as they are asked for.

use super::decoded::Decoded;
use super::encoding::TextEncoding;
use super::kind::{self, FileKind, Form};
use super::source::Source;
use super::survey::survey;
use super::{Choice, Ended, Row, SheetName, Stop, Unreadable, csv, delimiter};
use crate::text::Message;
use std::ops::ControlFlow;
use std::path::Path;

/// The bytes of a text that tell its kind and the sign between its columns.
const BEGINNING: usize = 64 << 10;

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
            Form::Zip | Form::Ole => {
                return Err(Unreadable::content(Message::new("sheet-unknown")));
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
        if kind::of_text(&beginning)? == FileKind::Json {
            return Err(Unreadable::content(Message::new("sheet-unknown")));
        }
        let sign = choice
            .delimiter
            .or_else(|| delimiter::named(&beginning))
            .unwrap_or_else(|| delimiter::guess(&beginning));
        let said = Message::new("sheet-read-as")
            .with("encoding", encoding.name())
            .with("sign", delimiter::name(sign));
        self.remarks.push(said);
        if let Some((line, text)) = &encoding.example {
            let said =
                Message::new("sheet-judge-by").with("line", line.to_string()).with("text", &**text);
            self.remarks.push(said);
        }
        if encoding.is_doubtful() {
            self.remarks
                .push(Message::new("sheet-encoding-guessed").with("encoding", encoding.name()));
        }
        self.content = Content::Csv(encoding, sign);
        Ok(())
    }

    /// The kind of the file, by its content.
    pub fn kind(&self) -> FileKind {
        match &self.content {
            Content::Csv(..) => FileKind::Csv,
        }
    }

    /// The sheets, in the order of the file; one without a name where there are none.
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
        match &self.content {
            Content::Csv(encoding, _) => Some(encoding.name()),
        }
    }

    /// Whether the letters beyond ASCII are guessed on so little that every row is doubtful until a person has confirmed
    /// the encoding, by naming it: so it is with Mac Roman.
    pub fn is_guess(&self) -> bool {
        match &self.content {
            Content::Csv(encoding, _) => encoding.is_doubtful(),
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
        }
    }
}
