//! Characters from bytes that come in pieces, and the 8-bit control characters beside them.

/// The result of one more byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A character has begun or goes on.
    More,
    /// A character is complete.
    Char(char),
    /// A control character from 0x80 to 0x9f: a byte that belongs to no character, or its UTF-8
    /// form, which terminals that speak UTF-8 read as the same.
    C1(u8),
    /// The byte belongs to no character.
    Nothing,
}

/// A character on its way.
#[derive(Debug, Default)]
pub(super) struct Utf8 {
    bytes: [u8; 4],
    length: usize,
}

impl Utf8 {
    /// Whether a character has begun and is not complete.
    pub(super) fn is_open(&self) -> bool {
        self.length > 0
    }

    /// Forgets the character so far.
    pub(super) fn clear(&mut self) {
        self.length = 0;
    }

    /// Whether the byte goes on with the character. By the second byte it is already decided that
    /// the character is a valid one (no form that is too long, no surrogate, none beyond the last).
    pub(super) fn continues(&self, byte: u8) -> bool {
        match (self.length, self.bytes[0]) {
            (0, _) => false,
            (1, 0xe0) => (0xa0..=0xbf).contains(&byte),
            (1, 0xed) => (0x80..=0x9f).contains(&byte),
            (1, 0xf0) => (0x90..=0xbf).contains(&byte),
            (1, 0xf4) => (0x80..=0x8f).contains(&byte),
            _ => (0x80..=0xbf).contains(&byte),
        }
    }

    /// Takes a byte from 0x80 on, one that goes on with the character, where one has begun.
    pub(super) fn push(&mut self, byte: u8) -> Step {
        if self.length == 0 {
            return match byte {
                0xc2..=0xf4 => {
                    (self.bytes[0], self.length) = (byte, 1);
                    Step::More
                }
                0x80..=0x9f => Step::C1(byte),
                _ => Step::Nothing,
            };
        }
        self.bytes[self.length] = byte;
        self.length += 1;
        let whole = match self.bytes[0] {
            0xc2..=0xdf => 2,
            0xe0..=0xef => 3,
            _ => 4,
        };
        if self.length < whole {
            return Step::More;
        }
        self.length = 0;
        let c = std::str::from_utf8(&self.bytes[..whole]).ok().and_then(|text| text.chars().next());
        match c {
            Some(c @ '\u{80}'..='\u{9f}') => Step::C1(c as u8),
            Some(c) => Step::Char(c),
            None => Step::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(bytes: &[u8]) -> Vec<Step> {
        let mut utf8 = Utf8::default();
        let mut steps = Vec::new();
        for &byte in bytes {
            if utf8.is_open() && !utf8.continues(byte) {
                utf8.clear();
            }
            steps.push(utf8.push(byte));
        }
        steps.retain(|step| *step != Step::More);
        steps
    }

    #[test]
    fn every_character_is_read_and_only_the_controls_are_controls() {
        for c in ('\u{80}'..=char::MAX).step_by(7) {
            let expected = match c {
                '\u{80}'..='\u{9f}' => Step::C1(c as u8),
                _ => Step::Char(c),
            };
            assert_eq!(steps(c.to_string().as_bytes()), [expected], "{c:?}");
        }
    }

    #[test]
    fn what_is_not_utf_8_is_nothing_or_a_control() {
        assert_eq!(steps(b"\x9b"), [Step::C1(0x9b)]);
        assert_eq!(steps(b"\xa0\xff\xc0\xc1\xf5"), [Step::Nothing; 5]);
        assert_eq!(steps(b"\xc3\xc3\xa9"), [Step::Char('é')]);
        assert_eq!(steps(b"\xed\xa0\x80"), [Step::Nothing, Step::C1(0x80)]);
        assert_eq!(steps(b"\xe0\x9b"), [Step::C1(0x9b)]);
    }
}
