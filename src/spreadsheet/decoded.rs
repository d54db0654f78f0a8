//! A text in UTF-8, decoded block by block.

use super::Unreadable;
use super::encoding::TextEncoding;
use super::source::{BLOCK, Lines, Source, SourceReader};
use super::stop::Stop;
use crate::text::Message;
use encoding_rs::{Decoder, DecoderResult};
use std::io::{self, BufRead, Read};

/// A text of a file in UTF-8, without its byte-order mark.
pub(super) struct Decoded {
    reader: SourceReader,
    decoder: Decoder,
    name: &'static str,
    stop: Stop,
    raw: Vec<u8>,
    /// The bytes of `raw` that are still to be decoded.
    waiting: std::ops::Range<usize>,
    text: Vec<u8>,
    /// The bytes of `text` that are still to be given.
    ready: std::ops::Range<usize>,
    has_ended: bool,
    /// The lines of what was decoded.
    lines: Lines,
}

impl Decoded {
    /// The text from its first letter on.
    pub(super) fn new(source: &Source, encoding: &TextEncoding, stop: &Stop) -> Self {
        Self {
            reader: source.reader_from(encoding.mark as u64),
            decoder: encoding.encoding.new_decoder_without_bom_handling(),
            name: encoding.name(),
            stop: stop.clone(),
            raw: vec![0; BLOCK],
            waiting: 0..0,
            text: vec![0; 2 * BLOCK],
            ready: 0..0,
            has_ended: false,
            lines: Lines::default(),
        }
    }

    /// The next bytes of the text; empty at its end.
    ///
    /// # Errors
    /// The system does not give the file, a byte is no letter of the encoding, or the reader was asked to end.
    pub(super) fn block(&mut self) -> Result<&[u8], Unreadable> {
        while self.ready.is_empty() && !self.has_ended {
            self.decode()?;
        }
        Ok(&self.text[self.ready.clone()])
    }

    /// Takes bytes that [`Decoded::block`] has given as read.
    pub(super) fn used(&mut self, bytes: usize) {
        self.ready.start = (self.ready.start + bytes).min(self.ready.end);
    }

    /// The beginning of the text, at most so many bytes, without a character that is cut; for what stands in them only.
    ///
    /// # Errors
    /// Those of [`Decoded::block`].
    pub(super) fn beginning(mut self, most: usize) -> Result<String, Unreadable> {
        let mut bytes = Vec::new();
        while bytes.len() < most {
            let block = self.block()?;
            if block.is_empty() {
                break;
            }
            let part = block.len().min(most - bytes.len());
            bytes.extend_from_slice(&block[..part]);
            self.used(part);
        }
        Ok(String::from_utf8_lossy(&bytes).trim_end_matches('\u{fffd}').to_owned())
    }

    fn decode(&mut self) -> Result<(), Unreadable> {
        if self.waiting.is_empty() {
            let read = self.reader.read(&mut self.raw)?;
            self.stop.advance(read)?;
            self.waiting = 0..read;
        }
        let is_last = self.waiting.is_empty();
        let raw = &self.raw[self.waiting.clone()];
        let (result, read, written) =
            self.decoder.decode_to_utf8_without_replacement(raw, &mut self.text, is_last);
        self.waiting.start += read;
        self.ready = 0..written;
        self.lines.pass(&self.text[..written]);
        match result {
            DecoderResult::InputEmpty => self.has_ended = is_last,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => {
                let message = Message::new("sheet-not-in-encoding")
                    .with("line", self.lines.line.to_string())
                    .with("encoding", self.name);
                return Err(Unreadable::content(message));
            }
        }
        Ok(())
    }
}

impl Read for Decoded {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Decoded {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.block().map_err(Unreadable::carried)
    }

    fn consume(&mut self, bytes: usize) {
        self.used(bytes);
    }
}
