//! The parts of a packed workbook (XLSX, ODS), unpacked and read as XML within limits.

use super::source::SourceReader;
use super::{Stop, Unreadable};
use crate::text::Message;
use quick_xml::events::Event;
use quick_xml::{Error as XmlError, Reader};
use std::cell::Cell;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::rc::Rc;
use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

/// The most bytes of a text or a tag: a cell of Excel has 32,767 characters at most, each of at most six bytes when
/// those that mean something in XML are written out.
pub(super) const MOST_TEXT: usize = 200_000;

/// The most bytes of a part, unpacked.
const MOST_PART: u64 = 256 << 20;

/// The most bytes of all parts, unpacked.
const MOST_IN_ALL: u64 = 512 << 20;

/// The most parts: a workbook has a handful for each sheet.
const MOST_PARTS: usize = 10_000;

/// The most rows of a sheet, those of Excel.
pub(super) const MOST_ROWS: u32 = 1_048_576;

/// The end of a ZIP archive has this length and at most so many bytes of a comment behind it.
const END: u64 = 22 + 0xFFFF;

/// A packed workbook.
pub(super) type Archive = ZipArchive<BufReader<Stoppable>>;

/// Opens a packed workbook.
///
/// # Errors
/// It is damaged or cut short, or the system does not give it.
pub(super) fn open(reader: SourceReader, stop: &Stop) -> Result<Archive, Unreadable> {
    let mut reader = Stoppable { reader, stop: stop.clone() };
    check_end(&mut reader)?;
    ZipArchive::new(BufReader::new(reader)).map_err(broken)
}

/// Refuses an archive without its end, and one with more parts than any workbook has, before their names are read.
fn check_end(reader: &mut Stoppable) -> Result<(), Unreadable> {
    let len = reader.seek(SeekFrom::End(0))?;
    let from = reader.seek(SeekFrom::Start(len.saturating_sub(END)))?;
    let mut end = Vec::new();
    reader.take(len - from).read_to_end(&mut end)?;
    let Some(place) = memchr::memmem::rfind(&end, b"PK\x05\x06") else {
        return Err(Unreadable::content(Message::new("sheet-cut")));
    };
    let parts = end.get(place + 10..place + 12).map(|count| [count[0], count[1]]);
    if parts.is_none_or(|parts| usize::from(u16::from_le_bytes(parts)) > MOST_PARTS) {
        return Err(damaged("ZIP"));
    }
    Ok(())
}

/// The refusal of a workbook that contradicts itself, with the part or the words that tell where.
pub(super) fn damaged(detail: &str) -> Unreadable {
    Unreadable::content(Message::new("sheet-damaged").with("detail", detail))
}

/// The refusal of an archive.
pub(super) fn broken(error: ZipError) -> Unreadable {
    match error {
        ZipError::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
            Unreadable::content(Message::new("sheet-cut"))
        }
        ZipError::Io(error) => of_io(&error),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            Unreadable::content(Message::new("sheet-password"))
        }
        error => damaged(&error.to_string()),
    }
}

/// The refusal that an error carries, else that of a damaged part.
pub(super) fn of_io(error: &io::Error) -> Unreadable {
    Unreadable::within(error).unwrap_or_else(|| damaged(&error.to_string()))
}

/// A source whose reading ends when that is asked for.
#[derive(Clone, Debug)]
pub(super) struct Stoppable {
    reader: SourceReader,
    stop: Stop,
}

impl Stoppable {
    pub(super) fn new(reader: SourceReader, stop: &Stop) -> Self {
        Self { reader, stop: stop.clone() }
    }
}

impl Read for Stoppable {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.stop.advance(0).map_err(Unreadable::carried)?;
        self.reader.read(into)
    }
}

impl Seek for Stoppable {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.reader.seek(to)
    }
}

/// How much may still be unpacked, in all parts together.
#[derive(Clone, Debug)]
pub(super) struct Budget {
    stop: Stop,
    in_all: Rc<Cell<u64>>,
}

impl Budget {
    pub(super) fn new(stop: &Stop) -> Self {
        Self { stop: stop.clone(), in_all: Rc::new(Cell::new(0)) }
    }
}

/// The reasons why a part cannot be read on.
#[derive(Debug)]
pub(super) enum Fault {
    /// A text or a tag is longer than any that a program writes.
    LongText,
    /// Any other.
    Other(Unreadable),
}

impl From<Unreadable> for Fault {
    fn from(refusal: Unreadable) -> Self {
        Self::Other(refusal)
    }
}

/// A text or a tag is too long: carried through the reader of XML.
#[derive(Clone, Copy, Debug)]
struct LongText;

impl std::fmt::Display for LongText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a text is too long")
    }
}

impl std::error::Error for LongText {}

/// A part of a workbook, read as XML. No event is longer than [`MOST_TEXT`] and a buffer.
pub(super) struct Part<'a> {
    reader: Reader<BufReader<Measured<'a>>>,
    name: String,
    buffer: Vec<u8>,
    since: Rc<Cell<usize>>,
}

struct Measured<'a> {
    part: ZipFile<'a, BufReader<Stoppable>>,
    budget: Budget,
    unpacked: u64,
    /// The bytes since the last event.
    since: Rc<Cell<usize>>,
}

impl Read for Measured<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.part.read(into)?;
        self.budget.stop.advance(read).map_err(Unreadable::carried)?;
        self.unpacked += read as u64;
        let in_all = self.budget.in_all.get() + read as u64;
        self.budget.in_all.set(in_all);
        if self.unpacked > MOST_PART || in_all > MOST_IN_ALL {
            let most = if self.unpacked > MOST_PART { MOST_PART } else { MOST_IN_ALL };
            let message = Message::new("sheet-unpacked").with("most", most >> 20);
            return Err(Unreadable::content(message).carried());
        }
        self.since.set(self.since.get() + read);
        if self.since.get() > MOST_TEXT + into.len() {
            return Err(io::Error::other(LongText));
        }
        Ok(read)
    }
}

impl<'a> Part<'a> {
    /// Opens a part by its place in the archive.
    ///
    /// # Errors
    /// The part is locked by a password, or packed in a way that no workbook is.
    pub(super) fn open(
        archive: &'a mut Archive,
        index: usize,
        budget: &Budget,
    ) -> Result<Self, Unreadable> {
        let part = archive.by_index(index).map_err(broken)?;
        let name = part.name().map_err(broken)?.into_owned();
        let since = Rc::new(Cell::new(0));
        let measured =
            Measured { part, budget: budget.clone(), unpacked: 0, since: Rc::clone(&since) };
        let mut reader = Reader::from_reader(BufReader::new(measured));
        // As calamine reads it.
        let config = reader.config_mut();
        config.check_end_names = false;
        config.expand_empty_elements = true;
        Ok(Self { reader, name, buffer: Vec::new(), since })
    }

    /// The next event.
    ///
    /// # Errors
    /// The part is no XML, has a document type, is larger than any, or the reader was asked to end.
    pub(super) fn next(&mut self) -> Result<Event<'_>, Fault> {
        self.buffer.clear();
        self.since.set(0);
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(Event::DocType(_)) => Err(damaged(&self.name).into()),
            Ok(event) => Ok(event),
            Err(XmlError::Io(error)) => {
                let is_long =
                    error.get_ref().and_then(|inner| inner.downcast_ref::<LongText>()).is_some();
                if is_long { Err(Fault::LongText) } else { Err(of_io(&error).into()) }
            }
            Err(_) => Err(damaged(&self.name).into()),
        }
    }

    /// The name of the part.
    pub(super) fn name(&self) -> &str {
        &self.name
    }
}
