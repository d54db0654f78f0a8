//! The characters that texts are full of, folded without a look into tables: most of a text is the same in both
//! forms, and is taken over in one piece.

use super::traditional::simplified;

/// How many bytes at the beginning of a text are the same in the folded form, as far as that takes no look into the
/// tables, whatever follows.
pub(super) fn folded_already(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        while let Some((eight, next)) = eight(bytes, at).filter(|(eight, _)| eight & 0x80 == 0) {
            let stop = to_look_at(eight, next);
            at += stop.min(8);
            if stop < 8 {
                break;
            }
        }
        let mut chars = text[at..].chars();
        match chars.next() {
            // One space stays where no other white space follows, and nothing that may turn into it or vanish.
            Some(' ') if chars.next().is_some_and(|next| common(next).is_some()) => at += 1,
            Some(c) if common(c) == Some(c) => at += c.len_utf8(),
            _ => return at,
        }
    }
}

/// Eight bytes from a place on, and the one behind them; `None` where there are not so many.
fn eight(bytes: &[u8], at: usize) -> Option<(u64, u8)> {
    let (eight, next) = bytes.get(at..at + 9)?.split_first_chunk()?;
    Some((u64::from_le_bytes(*eight), next[0]))
}

/// The place, among eight bytes that are looked at together, of the first that may have to be folded; 8 where there is
/// none. `next` is the byte that follows.
///
/// The highest bit of each byte says so. A sum that runs over into the byte beside it comes of a byte that is not
/// ASCII, which is itself a place to stop, and spoils only what is behind it.
fn to_look_at(eight: u64, next: u8) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * EACH;
    let from = |first: u8| eight.wrapping_add(u64::from(0x80 - first) * EACH);
    let shifted = |bytes: u64, last: u64| bytes >> 8 | last << 56;
    let controls = !from(b' ');
    let up_to_space = !from(b'!');
    let capitals = from(b'A') & !from(b'Z' + 1);
    let graves = !(eight ^ (u64::from(b'`') * EACH)).wrapping_add(0x7f * EACH);
    // A space before another, a control character or one outside ASCII; the other control
    // characters stop anyway.
    let behind = shifted(eight | up_to_space, if next <= b' ' { 0x80 } else { next.into() });
    let beyond_tilde = eight | eight.wrapping_add(EACH);
    let stops = (beyond_tilde | controls | capitals | graves | up_to_space & behind) & HIGH;
    stops.trailing_zeros() as usize / 8
}

/// The folded letters from À to ÿ; a blank for those that take a look into the tables.
const LATIN: &[u8; 64] = b"aaaaaa ceeeeiiiidnooooo ouuuuy  aaaaaa ceeeeiiiidnooooo ouuuuy y";

/// The folded form of a character, where that is one character other than white space and takes no
/// look into the tables: ASCII, Latin letters with the common accents, Russian, Arabic and Chinese,
/// and the signs of their texts. A test holds each against the tables.
pub(super) fn common(c: char) -> Option<char> {
    match c {
        '`' | '‘' | '’' => Some('\''),
        '!'..='~' => Some(c.to_ascii_lowercase()),
        'À'..='ÿ' => {
            let plain = LATIN[c as usize - 'À' as usize];
            (plain != b' ').then(|| plain.into())
        }
        'А'..='И' | 'К'..='Я' => char::from_u32(u32::from(c) + 32),
        'Й' | 'й' => Some('и'),
        'Ё' | 'ё' => Some('е'),
        'آ' | 'أ' | 'إ' => Some('ا'),
        'ؤ' => Some('و'),
        'ئ' | 'ى' => Some('ي'),
        'ة' => Some('ه'),
        'а'..='и' | 'к'..='я' | 'ا'..='غ' | 'ف'..='ي' | '、'..='】' => Some(c),
        '‐'..='―' => Some('-'),
        '“' | '”' => Some('"'),
        '一'..='鿿' => Some(simplified(c)),
        '！'..='～' => common(char::from_u32(u32::from(c) - 0xfee0)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::plain::is_plain;
    use super::super::table::becomes;
    use super::*;
    use crate::testing::characters;

    #[test]
    fn what_takes_no_table_is_what_the_tables_say() {
        for c in characters::all() {
            if let Some(one) = common(c) {
                assert_eq!(becomes(c), one.to_string(), "{c:?}");
                assert!(!one.is_whitespace() && is_plain(c), "{c:?}");
            }
        }
    }

    #[test]
    fn every_byte_that_is_folded_is_stopped_at_wherever_it_stands() {
        for place in 0..8 {
            for byte in 0..=u8::MAX {
                let mut nine = *b"abcdefghi";
                nine[place] = byte;
                let (eight, next) = eight(&nine, 0).unwrap();
                let stops =
                    byte.is_ascii_uppercase() || byte == b'`' || !(b' '..=b'~').contains(&byte);
                let expected = if stops { place } else { 8 };
                assert_eq!(to_look_at(eight, next), expected, "{byte:#x} at {place}");
                nine[place] = b' ';
                nine[place + 1] = byte;
                let (eight, next) = super::eight(&nine, 0).unwrap();
                let at_space = byte <= b' ' || byte >= 0x80;
                let expected = if at_space {
                    place
                } else if stops && place < 7 {
                    place + 1
                } else {
                    8
                };
                assert_eq!(to_look_at(eight, next), expected, "space, {byte:#x} at {place}");
            }
        }
    }
}
