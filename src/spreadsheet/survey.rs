//! One pass over all bytes of a file: their digest, and what tells the encoding of a text.

use super::Unreadable;
use super::source::Source;
use super::stop::Stop;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// The bytes behind the start of a character that the next block may finish.
const LONGEST_REST: usize = 3;

/// The facts about a file's bytes.
#[derive(Clone, Debug, Default)]
pub(super) struct Survey {
    /// The SHA-256 of all bytes, hexadecimal.
    pub(super) sha256: String,
    /// The place of the first byte above 0x7F.
    pub(super) first_high: Option<u64>,
    /// The place of the first NUL byte.
    pub(super) first_nul: Option<u64>,
    /// How many NUL bytes stand at even places, and how many at odd ones.
    pub(super) nuls: [u64; 2],
    /// Whether all bytes are UTF-8.
    pub(super) is_utf8: bool,
    /// How many characters beyond ASCII stand in UTF-8 before the first byte that is no UTF-8.
    pub(super) utf8_letters: u64,
}

/// Goes over a file.
///
/// # Errors
/// The system does not give it, or the reader was asked to end.
pub(super) fn survey(source: &Source, stop: &Stop) -> Result<Survey, Unreadable> {
    let mut found = Survey { is_utf8: true, ..Survey::default() };
    let mut digest = Sha256::new();
    let mut utf8 = Utf8::default();
    source.blocks(stop, &mut |at, block| {
        digest.update(block);
        if found.first_high.is_none() {
            let high = block.iter().position(|byte| !byte.is_ascii());
            found.first_high = high.map(|place| at + place as u64);
        }
        for place in memchr::memchr_iter(0, block) {
            let place = at + place as u64;
            found.first_nul.get_or_insert(place);
            found.nuls[(place % 2) as usize] += 1;
        }
        utf8.pass(block);
        Ok(())
    })?;
    found.is_utf8 = utf8.is_valid && utf8.rest.is_empty();
    found.utf8_letters = utf8.letters;
    for byte in digest.finalize() {
        // Writing to a text cannot fail.
        let _ = write!(found.sha256, "{byte:02x}");
    }
    Ok(found)
}

/// The strict reading of UTF-8 that comes in blocks.
struct Utf8 {
    is_valid: bool,
    letters: u64,
    /// The start of a character at the end of the last block.
    rest: Vec<u8>,
}

impl Default for Utf8 {
    fn default() -> Self {
        Self { is_valid: true, letters: 0, rest: Vec::new() }
    }
}

impl Utf8 {
    fn pass(&mut self, mut block: &[u8]) {
        while self.is_valid && !self.rest.is_empty() {
            let Some((next, others)) = block.split_first() else { return };
            self.rest.push(*next);
            block = others;
            match std::str::from_utf8(&self.rest) {
                Ok(_) => {
                    self.letters += 1;
                    self.rest.clear();
                }
                Err(error) => self.is_valid = error.error_len().is_none(),
            }
        }
        if !self.is_valid {
            return;
        }
        let checked = std::str::from_utf8(block);
        let valid = checked.map_or_else(|error| error.valid_up_to(), str::len);
        // The first byte of a character beyond ASCII.
        self.letters += block[..valid].iter().filter(|byte| **byte >= 0xC0).count() as u64;
        if let Err(error) = checked {
            let rest = &block[valid..];
            self.is_valid = error.error_len().is_none() && rest.len() <= LONGEST_REST;
            self.rest = rest.iter().copied().take(LONGEST_REST).collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_utf8(bytes: &[u8], block: usize) -> bool {
        let mut utf8 = Utf8::default();
        bytes.chunks(block).for_each(|part| utf8.pass(part));
        utf8.is_valid && utf8.rest.is_empty()
    }

    #[test]
    fn utf8_is_told_whatever_the_blocks_are() {
        let texts: [&[u8]; 7] = [
            "plain".as_bytes(),
            "é中😀".as_bytes(),
            b"caf\xe9",
            b"\xe4\xb8",
            b"a\xc0\x80b",
            b"\xed\xa0\x80",
            "x😀".as_bytes(),
        ];
        for text in texts {
            for block in 1..=text.len() {
                let is_text = std::str::from_utf8(text).is_ok();
                assert_eq!(is_utf8(text, block), is_text, "{text:x?} in blocks of {block}");
                let mut utf8 = Utf8::default();
                text.chunks(block).for_each(|part| utf8.pass(part));
                let letters = String::from_utf8_lossy(text);
                let letters = letters.chars().take_while(|c| *c != '\u{fffd}');
                let letters = letters.filter(|c| !c.is_ascii()).count() as u64;
                assert_eq!(utf8.letters, letters, "{text:x?} in blocks of {block}");
            }
        }
    }

    #[test]
    fn a_survey_tells_the_digest_and_the_first_places() {
        let source = Source::Bytes(b"ab\xc3\xa9\0c".as_slice().into());
        let found = survey(&source, &Stop::default()).unwrap();
        assert!(found.is_utf8 && found.sha256.starts_with("b62ec072"), "{found:?}");
        assert_eq!((found.first_high, found.first_nul, found.nuls), (Some(2), Some(4), [1, 0]));
    }
}
