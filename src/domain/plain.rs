//! The characters that most texts consist of and that cleaning never changes: a look that tells a
//! clean text from one to be cleaned, at the speed of reading it.

/// How many bytes are looked at together: few, so that one letter with an accent costs only those
/// beside it a look each.
const BLOCK: usize = 16;

/// Whether a text consists of plain characters with single spaces between them. Such a text is clean;
/// another may be.
pub(super) fn is_clean_line(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.first() == Some(&b' ') || bytes.last() == Some(&b' ') {
        return false;
    }
    let mut at = 0;
    while at < bytes.len() {
        if let (Some(block), Some(next)) = (block(bytes, at), block(bytes, at + 1))
            && is_clean_ascii(block, next)
        {
            at += BLOCK;
            continue;
        }
        let end = bytes.len().min(at + BLOCK);
        while at < end {
            at += match bytes[at] {
                b' ' if at > 0 && bytes[at - 1] == b' ' => return false,
                b' '..=b'~' => 1,
                // The first of the three bytes of a Chinese character.
                0xE4..=0xE9 => 3,
                // The first of the two bytes of U+00C0 to U+00FF, and of U+0400 to U+047F.
                0xC3 | 0xD0 | 0xD1 => 2,
                // U+0620 to U+063F and U+0640 to U+064A: Arabic letters without marks.
                0xD8 if bytes[at + 1] >= 0xA0 => 2,
                0xD9 if bytes[at + 1] <= 0x8A => 2,
                0x80.. => match text[at..].chars().next() {
                    Some(c) if is_plain(c) => c.len_utf8(),
                    _ => return false,
                },
                _ => return false,
            };
        }
    }
    true
}

/// The bytes from a place on, where there are enough.
fn block(bytes: &[u8], at: usize) -> Option<&[u8; BLOCK]> {
    bytes.get(at..at + BLOCK)?.try_into().ok()
}

/// Whether all bytes are letters, figures and signs of ASCII and none is a space before another; `next`
/// has the byte that follows each. It looks at every byte, all at once, which goes faster than
/// stopping at the first that is another.
fn is_clean_ascii(block: &[u8; BLOCK], next: &[u8; BLOCK]) -> bool {
    let mut other = 0;
    for (byte, next) in block.iter().zip(next) {
        other |= u8::from(!(0x20..=0x7e).contains(byte)) | u8::from(*byte | *next == b' ');
    }
    other == 0
}

/// Whether a character is one of those that cleaning leaves as they are and that join no other of them:
/// the letters of the UN's languages, figures and common signs, as composed characters.
pub(super) fn is_plain(c: char) -> bool {
    // The most frequent characters are checked first.
    matches!(c, ' '..='~' | '\u{4000}'..='\u{9FFF}') || is_plain_too(c)
}

fn is_plain_too(c: char) -> bool {
    matches!(c,
        '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{17F}'
        | 'Α'..='Ρ' | 'Σ'..='ώ' | '\u{400}'..='\u{482}' | '\u{48A}'..='\u{4FF}'
        | '\u{5D0}'..='\u{5EA}' | '\u{60C}' | '\u{61B}' | '\u{61F}' | '\u{620}'..='\u{64A}'
        | '\u{660}'..='\u{66D}' | '\u{671}'..='\u{6D3}' | '\u{6F0}'..='\u{6F9}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{3001}'..='\u{3029}'
        | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}'
        | '\u{AC00}'..='\u{D7A3}' | '\u{FF01}'..='\u{FF5E}')
}

#[cfg(test)]
mod tests {
    use super::super::clean::clean_line;
    use super::*;
    use crate::testing::characters;
    use unicode_normalization::{IsNormalized, is_nfc_quick};
    use unicode_segmentation::UnicodeSegmentation;

    #[test]
    fn a_plain_character_is_one_that_cleaning_leaves() {
        for c in characters::all().filter(|c| *c > ' ' && is_plain(*c)) {
            let text = format!("a{c}{c}b{c}");
            assert_eq!(clean_line(&text), text, "{c:?}");
            assert_eq!(is_nfc_quick(text.chars()), IsNormalized::Yes, "{c:?}");
            assert_eq!(text.graphemes(true).count(), 5, "{c:?}");
            assert!(!c.is_whitespace() && is_clean_line(&text), "{c:?}");
        }
    }

    #[test]
    fn each_plain_character_is_told_by_its_bytes_as_by_itself() {
        for c in characters::all().filter(|c| !c.is_ascii() && !c.is_control()) {
            assert_eq!(is_clean_line(&format!("a{c}b")), is_plain(c), "{c:?}");
        }
    }

    #[test]
    fn a_line_is_clean_wherever_its_words_end() {
        for length in 0..200 {
            let mut text: String = "asset declarations of officials "
                .chars()
                .cycle()
                .take(length)
                .collect::<String>()
                .trim_end()
                .to_owned();
            assert!(is_clean_line(&text), "{text:?}");
            text.push('é');
            assert!(is_clean_line(&text), "{text:?}");
            text.push_str(" \u{7} ");
            assert!(!is_clean_line(&text), "{text:?}");
            assert!(!is_clean_line(&format!("{}  x", "x".repeat(length))), "{length}");
            assert!(!is_clean_line(&format!("{} ", "中".repeat(length))), "{length}");
        }
    }
}
