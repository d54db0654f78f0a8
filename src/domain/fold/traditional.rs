//! Traditional Chinese characters as simplified ones, by the pairs of `traditional.txt`.

/// The simplified character of a traditional one; any other as it is.
pub(super) fn simplified(c: char) -> char {
    let place = u32::from(c).wrapping_sub(FIRST) as usize;
    SIMPLIFIED.get(place).and_then(|c| char::from_u32((*c).into())).unwrap_or(c)
}

const FIRST: u32 = 0x4e00;
const COUNT: usize = 0xa000 - FIRST as usize;

/// The simplified form of each character from U+4E00 to U+9FFF: read at compile time, so that one
/// look tells it.
static SIMPLIFIED: [u16; COUNT] = read(include_bytes!("traditional.txt"));

#[allow(clippy::large_stack_arrays)] // it stands on no stack: this runs at compile time
const fn read(text: &[u8]) -> [u16; COUNT] {
    let mut all = [0; COUNT];
    let mut place = 0;
    while place < COUNT {
        all[place] = FIRST as u16 + place as u16;
        place += 1;
    }
    let mut at = 0;
    while at < text.len() {
        if text[at] == b'#' {
            while text[at] != b'\n' {
                at += 1;
            }
        }
        if text[at].is_ascii_whitespace() {
            at += 1;
        } else {
            all[ideograph(text, at) as usize - FIRST as usize] = ideograph(text, at + 3);
            at += 6;
        }
    }
    all
}

/// The character of three bytes at a place.
const fn ideograph(text: &[u8], at: usize) -> u16 {
    (text[at] as u16 & 0xf) << 12 | (text[at + 1] as u16 & 0x3f) << 6 | text[at + 2] as u16 & 0x3f
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn b5_each_traditional_character_has_one_simplified_one_that_is_no_traditional_one() {
        let lines = include_str!("traditional.txt").lines().filter(|line| !line.starts_with('#'));
        let pairs: Vec<&str> = lines.flat_map(|line| line.split(' ')).collect();
        let mut known = BTreeMap::new();
        for pair in &pairs {
            let two: Vec<char> = pair.chars().collect();
            let [traditional, one] = two[..] else { panic!("{pair}") };
            assert!(two.iter().all(|c| ('\u{4e00}'..='\u{9fff}').contains(c)), "{pair}");
            assert_ne!(traditional, one, "{pair}");
            assert_eq!(known.insert(traditional, one), None, "{pair} stands twice");
            assert_eq!(simplified(traditional), one, "{pair}");
        }
        assert!(pairs.is_sorted(), "in the order of code points");
        for (traditional, one) in &known {
            assert!(!known.contains_key(one), "{traditional}{one}: {one} becomes another");
        }
        let changed = ('\u{4e00}'..='\u{9fff}').filter(|c| simplified(*c) != *c).count();
        assert_eq!(changed, known.len());
        assert!(known.len() > 1_500, "{}", known.len());
        assert_eq!(
            [simplified('a'), simplified('\u{a000}'), simplified('中')],
            ['a', '\u{a000}', '中']
        );
    }
}
