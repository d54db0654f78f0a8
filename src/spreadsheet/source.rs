//! The bytes of a file, read anew as often as needed without being held.

use super::{Unreadable, stop::Stop};
use crate::text::Message;
use rustix::fs::OFlags;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom};
use std::os::unix::fs::{FileExt as _, OpenOptionsExt as _};
use std::path::Path;
use std::sync::Arc;

/// The bytes that are read in one go.
pub(super) const BLOCK: usize = 64 << 10;

/// Takes a block of bytes, with the place of its first one.
type TakeBlock<'a> = dyn FnMut(u64, &[u8]) -> Result<(), Unreadable> + 'a;

/// A file that stays open, or bytes in memory.
#[derive(Clone, Debug)]
pub(super) enum Source {
    File(Arc<File>, u64),
    Bytes(Arc<[u8]>),
}

impl Source {
    /// Opens a file.
    ///
    /// # Errors
    /// The system does not give it, or it is no regular file: a pipe would be waited for.
    pub(super) fn open(path: &Path) -> Result<Self, Unreadable> {
        let flags = OFlags::NONBLOCK.bits().cast_signed();
        let file = OpenOptions::new().read(true).custom_flags(flags).open(path)?;
        let about = file.metadata()?;
        if !about.is_file() {
            return Err(Unreadable::system(Message::new("sheet-no-file")));
        }
        Ok(Self::File(Arc::new(file), about.len()))
    }

    /// The number of bytes.
    pub(super) fn len(&self) -> u64 {
        match self {
            Self::File(_, len) => *len,
            Self::Bytes(bytes) => bytes.len() as u64,
        }
    }

    /// A reader from the first byte on.
    pub(super) fn reader(&self) -> SourceReader {
        SourceReader { source: self.clone(), at: 0 }
    }

    /// A reader from a place on.
    pub(super) fn reader_from(&self, at: u64) -> SourceReader {
        SourceReader { source: self.clone(), at }
    }

    /// The bytes from a place on, at most so many.
    pub(super) fn part(&self, at: u64, most: usize) -> io::Result<Vec<u8>> {
        let mut part = Vec::new();
        self.reader_from(at).take(most as u64).read_to_end(&mut part)?;
        Ok(part)
    }

    /// Gives all bytes, block by block, each with the place of its first byte.
    ///
    /// # Errors
    /// The system does not give them, `take` refuses them, or the reader was asked to end.
    pub(super) fn blocks(&self, stop: &Stop, take: &mut TakeBlock<'_>) -> Result<(), Unreadable> {
        let mut reader = self.reader();
        let mut block = vec![0; BLOCK];
        loop {
            let at = reader.at;
            let read = reader.read(&mut block)?;
            if read == 0 {
                return Ok(());
            }
            stop.advance(read)?;
            take(at, &block[..read])?;
        }
    }

    /// The number of the line in which a place stands, from 1. Lines end with LF, CRLF or CR.
    pub(super) fn line_of(&self, place: u64, stop: &Stop) -> Result<u32, Unreadable> {
        let mut lines = Lines::default();
        self.blocks(stop, &mut |at, block| {
            let wanted = place.saturating_sub(at).min(block.len() as u64) as usize;
            lines.pass(&block[..wanted]);
            Ok(())
        })?;
        Ok(lines.line)
    }
}

/// A reader of a source with a place of its own.
#[derive(Clone, Debug)]
pub(super) struct SourceReader {
    source: Source,
    at: u64,
}

impl Read for SourceReader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = match &self.source {
            Source::File(file, len) => {
                // What is appended meanwhile is not part of what was looked at.
                let rest = len.saturating_sub(self.at).min(into.len() as u64) as usize;
                file.read_at(&mut into[..rest], self.at)?
            }
            Source::Bytes(bytes) => {
                let mut rest = &bytes[(self.at as usize).min(bytes.len())..];
                rest.read(into)?
            }
        };
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for SourceReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let place = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::End(by) => self.source.len().checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = place.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

/// A count of lines over bytes that come in parts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lines {
    /// The number of the line that the next byte stands in, from 1.
    pub(super) line: u32,
    after_cr: bool,
}

impl Default for Lines {
    fn default() -> Self {
        Self { line: 1, after_cr: false }
    }
}

impl Lines {
    /// Goes over the next bytes.
    pub(super) fn pass(&mut self, bytes: &[u8]) {
        let mut before = None;
        for place in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            let follows_cr = match place.checked_sub(1) {
                None => self.after_cr,
                Some(last) => before == Some(last) && bytes[last] == b'\r',
            };
            if bytes[place] == b'\r' || !follows_cr {
                self.line = self.line.saturating_add(1);
            }
            before = Some(place);
        }
        if let Some(last) = bytes.last() {
            self.after_cr = *last == b'\r';
        }
    }
}
