//! The encoding of a text: asked for, marked, proved or guessed.

use super::Unreadable;
use super::mac_roman::MacRoman;
use super::source::{BLOCK, Source};
use super::stop::Stop;
use super::survey::Survey;
use crate::text::Message;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    BIG5, Encoding, GB18030, GBK, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, X_MAC_CYRILLIC,
};

/// In UTF-16 without a mark, one in so many characters or more is below U+0100: at least commas and line ends.
const LEAST_LOW: u64 = 50;

/// The same for bytes that are ASCII or UTF-8 but for their NULs, as those of UTF-16 are in Latin letters only.
const LEAST_LATIN: u64 = 2;

/// So many characters beyond ASCII stand in UTF-8 by chance in no text of another encoding.
const MANY_LETTERS: u64 = 8;

/// The most bytes of a line that is shown to judge the encoding by.
const EXAMPLE: usize = 300;

/// The encoding that a text is read in.
#[derive(Clone, Debug)]
pub(super) struct TextEncoding {
    /// The encoding.
    pub(super) encoding: &'static Encoding,
    /// The length of the byte-order mark at the beginning.
    pub(super) mark: usize,
    /// Whether it was neither asked for, nor marked, nor proved.
    pub(super) is_guess: bool,
    /// The first line with a letter that another encoding would give as another one: its number and the line.
    pub(super) example: Option<(u32, String)>,
}

impl TextEncoding {
    /// UTF-8 without a mark.
    pub(super) fn utf8() -> Self {
        Self { encoding: UTF_8, mark: 0, is_guess: false, example: None }
    }

    /// Tells the encoding of a text: the one that was asked for, else by its byte-order mark, else UTF-8 where all bytes
    /// are, else by what the letters look like.
    ///
    /// # Errors
    /// The name that was asked for is that of no encoding, or the file has NUL bytes and is no UTF-16.
    pub(super) fn of(
        source: &Source,
        survey: &Survey,
        asked: Option<&str>,
        stop: &Stop,
    ) -> Result<Self, Unreadable> {
        let marked = Encoding::for_bom(&source.part(0, LONGEST_MARK)?);
        let mark = marked.map_or(0, |(_, mark)| mark);
        let certain = |encoding| Self { encoding, mark, is_guess: false, example: None };
        if let Some(name) = asked {
            let encoding = named(name).ok_or_else(|| {
                let unknown = Message::new("sheet-unknown-encoding").with("name", name);
                Unreadable::choice(unknown)
            })?;
            // A mark of another encoding is text in this one.
            let mark = marked.filter(|(of, _)| *of == encoding).map_or(0, |(_, mark)| mark);
            let mut chosen = Self { mark, ..certain(encoding) };
            chosen.example = chosen.example(source, survey, stop)?;
            return Ok(chosen);
        }
        if let Some((encoding, _)) = marked {
            return Ok(certain(encoding));
        }
        if let Some(encoding) = utf16(survey, source.len()) {
            return Ok(certain(encoding));
        }
        if let Some(place) = survey.first_nul {
            let line = source.line_of(place, stop)?.to_string();
            let message = Message::new("sheet-nul").with("line", line);
            return Err(Unreadable::content(message));
        }
        // A text that is UTF-8 but for one place is damaged there, and its line is named when it is read.
        if survey.is_utf8 || survey.utf8_letters >= MANY_LETTERS {
            return Ok(certain(UTF_8));
        }
        let mut guessed = Self { is_guess: true, ..certain(guess(source, survey, stop)?) };
        guessed.example = guessed.example(source, survey, stop)?;
        Ok(guessed)
    }

    /// The name for people.
    pub(super) fn name(&self) -> &'static str {
        name(self.encoding)
    }

    /// Whether the letters may be others all the same: nothing but their frequency tells Mac Roman.
    pub(super) fn is_doubtful(&self) -> bool {
        self.is_guess && self.encoding == MACINTOSH
    }

    fn example(
        &self,
        source: &Source,
        survey: &Survey,
        stop: &Stop,
    ) -> Result<Option<(u32, String)>, Unreadable> {
        let is_wide = self.encoding == UTF_16LE || self.encoding == UTF_16BE;
        let Some(place) = survey.first_high.filter(|_| !is_wide) else { return Ok(None) };
        let from = place.saturating_sub(EXAMPLE as u64);
        let around = source.part(from, 2 * EXAMPLE)?;
        let here = ((place - from) as usize).min(around.len());
        let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let start = around[..here].iter().rposition(is_end).map_or(0, |end| end + 1);
        let end = around[here..].iter().position(is_end).map_or(around.len(), |end| here + end);
        let (line, _) = self.encoding.decode_without_bom_handling(&around[start..end]);
        Ok(Some((source.line_of(place, stop)?, line.trim().to_owned())))
    }
}

/// The most bytes of a byte-order mark.
const LONGEST_MARK: usize = 3;

/// The encoding with a name that people or programs give it.
fn named(name: &str) -> Option<&'static Encoding> {
    let plain: String =
        name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let found = match &*plain {
        "macroman" | "mac" | "macintosh" => Some(MACINTOSH),
        "maccyrillic" => Some(X_MAC_CYRILLIC),
        "utf16" => Some(UTF_16LE),
        "ansi" | "latin1" => Encoding::for_label(b"windows-1252"),
        "gb" | "cp936" => Some(GB18030),
        "cp950" => Some(BIG5),
        digits if digits.strip_prefix("cp").is_some_and(|page| page.starts_with("125")) => {
            Encoding::for_label(format!("windows-{}", &digits[2..]).as_bytes())
        }
        digits if digits.starts_with("win125") => {
            Encoding::for_label(format!("windows-{}", &digits[3..]).as_bytes())
        }
        _ => None,
    };
    let found = found.or_else(|| Encoding::for_label(name.trim().as_bytes()));
    let found = found.or_else(|| Encoding::for_label(plain.as_bytes()))?;
    // The label "replacement" and its like name no text.
    (found != encoding_rs::REPLACEMENT).then_some(if found == GBK { GB18030 } else { found })
}

/// The name of an encoding for people.
fn name(encoding: &'static Encoding) -> &'static str {
    if encoding == MACINTOSH {
        "Mac Roman"
    } else if encoding == UTF_16LE || encoding == UTF_16BE {
        "UTF-16"
    } else if encoding == GB18030 {
        "GB18030"
    } else {
        encoding.name()
    }
}

/// UTF-16 without a mark: half of the bytes of each comma and line end is NUL, always at the same side.
fn utf16(survey: &Survey, len: u64) -> Option<&'static Encoding> {
    let [even, odd] = survey.nuls;
    let one_in = if survey.is_utf8 { LEAST_LATIN } else { LEAST_LOW };
    let least = (len / 2).div_ceil(one_in).max(1);
    let is_side = |nuls: u64, others: u64| nuls >= least && others * 10 <= nuls;
    if !len.is_multiple_of(2) {
        None
    } else if is_side(odd, even) {
        Some(UTF_16LE)
    } else if is_side(even, odd) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Guesses from all bytes: in a real list of nine thousand rows the first byte above 0x7F is number 157,878.
fn guess(source: &Source, survey: &Survey, stop: &Stop) -> Result<&'static Encoding, Unreadable> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut mac_roman = MacRoman::default();
    // Nothing before the first byte above 0x7F tells encodings apart but its line ends.
    let plain = survey.first_high.unwrap_or_default().saturating_sub(BLOCK as u64);
    source.blocks(stop, &mut |at, block| {
        mac_roman.pass(block);
        if at + block.len() as u64 >= plain {
            detector.feed(block, false);
        }
        Ok(())
    })?;
    detector.feed(b"", true);
    let guessed = detector.guess(None, Utf8Detection::Deny);
    Ok(if guessed == GBK {
        GB18030
    } else if mac_roman.is_likely(guessed) {
        MACINTOSH
    } else {
        guessed
    })
}

#[cfg(test)]
mod tests {
    use super::super::survey::survey;
    use super::*;

    fn told(bytes: &[u8], asked: Option<&str>) -> Result<TextEncoding, Unreadable> {
        let source = Source::Bytes(bytes.into());
        let stop = Stop::default();
        let survey = survey(&source, &stop)?;
        TextEncoding::of(&source, &survey, asked, &stop)
    }

    #[test]
    fn marks_come_before_bytes_and_the_name_asked_for_before_marks() {
        let named = |bytes: &[u8], asked| told(bytes, asked).unwrap().name();
        assert_eq!(named(b"a,b", None), "UTF-8");
        assert_eq!(named(b"\xef\xbb\xbfa", None), "UTF-8");
        assert_eq!(named(b"\xff\xfea\0", None), "UTF-16");
        assert_eq!(named(b"\xfe\xff\0a", None), "UTF-16");
        assert_eq!(named("é".as_bytes(), Some("latin1")), "windows-1252");
        for name in ["Mac Roman", "macroman", "MACINTOSH", "mac_roman"] {
            assert_eq!(named(b"a", Some(name)), "Mac Roman");
        }
        for (name, is) in [("gbk", "GB18030"), ("cp1251", "windows-1251"), ("utf8", "UTF-8")] {
            assert_eq!(named(b"a", Some(name)), is);
        }
        let unknown = told(b"a", Some("EBCDIC")).unwrap_err();
        assert!(unknown.to_string().contains("EBCDIC"), "{unknown}");
    }

    #[test]
    fn utf16_without_a_mark_is_told_from_a_text_with_nuls() {
        let little: Vec<u8> =
            "国家,条\n加纳,52\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "state,x\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(told(&little, None).unwrap().encoding, UTF_16LE);
        assert_eq!(told(&big, None).unwrap().encoding, UTF_16BE);
        let refused = told(b"state,text\nGhana,a\0b\n", None).unwrap_err();
        assert!(refused.to_string().contains("line 2"), "{refused}");
    }

    #[test]
    fn the_first_line_with_another_letter_is_shown() {
        let told = told(b"\xc9tat;Article\nB\xe9nin;16\n", None).unwrap();
        assert_eq!((told.name(), told.is_guess), ("windows-1252", true));
        assert_eq!(told.example, Some((1, "État;Article".to_owned())));
        assert!(!told.is_doubtful());
    }
}
