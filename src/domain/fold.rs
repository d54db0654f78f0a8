//! How text is compared: without case, accents and vowel marks, in every script.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The form of a text that searches and names are compared in: decomposed (NFKD), without
/// combining marks (accents, Arabic vowel marks and tatweel), lower case.
///
/// Chinese characters stay as they are, so that any substring of them can be found.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|c| fold_char(c, &mut folded));
    folded
}

/// Adds what a character becomes in that form; nothing for a mark.
///
/// Marks are dropped and not put in order, so each character can be taken by itself; those that
/// texts are full of need no table.
pub fn fold_char(c: char, folded: &mut String) {
    if let Some(plain) = plain(c) {
        folded.push(plain);
    } else {
        folded.extend(
            std::iter::once(c)
                .nfkd()
                .filter(|c| !is_combining_mark(*c) && *c != '\u{640}')
                .flat_map(char::to_lowercase),
        );
    }
}

/// Whether a text is written, at least in part, without blanks between words, as Chinese is.
pub fn is_unspaced(text: &str) -> bool {
    text.chars().any(|c| c > '\u{2e80}')
}

/// How many bytes at the beginning of a text are the same in that form, as far as that takes no
/// look into the tables: most texts have few capitals and accents, and are compared as written.
pub fn folded_already(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        while let Some(eight) = bytes.get(at..at + 8).and_then(|eight| eight.try_into().ok())
            && all_small(u64::from_ne_bytes(eight))
        {
            at += 8;
        }
        match text[at..].chars().next() {
            Some(c) if plain(c) == Some(c) => at += c.len_utf8(),
            _ => return at,
        }
    }
}

/// Whether eight bytes are ASCII without capitals, looked at together: a byte from `A` on reaches
/// the highest bit with 0x3f added, one beyond `Z` with 0x25.
fn all_small(eight: u64) -> bool {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * EACH;
    eight & HIGH == 0 && (eight + 0x3f * EACH) & !(eight + 0x25 * EACH) & HIGH == 0
}

/// What the letters from À to ÿ become; a blank where that takes a look into the tables.
const LATIN: &[u8; 64] = b"aaaaaa ceeeeiiii nooooo  uuuuy  aaaaaa ceeeeiiii nooooo  uuuuy y";

/// What a character becomes, where that takes no look into the tables of Unicode: ASCII, Latin
/// letters with the common accents, the letters of Russian and Arabic that do not decompose,
/// Chinese characters. A test holds each against the tables.
fn plain(c: char) -> Option<char> {
    match c {
        '\0'..='\x7f' => Some(c.to_ascii_lowercase()),
        'À'..='ÿ' => {
            let plain = LATIN[c as usize - 'À' as usize];
            (plain != b' ').then(|| plain.into())
        }
        'А'..='И' | 'К'..='Я' => char::from_u32(u32::from(c) + 32),
        'а'..='и' | 'к'..='я' | 'ا'..='غ' | 'ف'..='ي' | '一'..='鿿' => Some(c),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rule itself, over a whole text.
    fn by_the_tables(text: &str) -> String {
        text.nfkd()
            .filter(|c| !is_combining_mark(*c) && *c != '\u{640}')
            .flat_map(char::to_lowercase)
            .collect()
    }

    #[test]
    fn case_accents_and_vowel_marks_do_not_count() {
        assert_eq!(fold("Côte d'Ivoire"), "cote d'ivoire");
        assert_eq!(fold("ПРЕДУПРЕЖДЕНИЕ Ёлка"), "предупреждение елка");
        assert_eq!(fold("مُكافَحَة"), "مكافحة");
        assert_eq!(fold("资产追回"), "资产追回");
        assert_eq!(fold("Ελλάδα"), "ελλαδα");
    }

    #[test]
    fn every_character_is_folded_as_the_tables_say() {
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            assert_eq!(fold(&text), by_the_tables(&text), "{c:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_folded_already_stays_and_the_next_does_not(
            text in "[a-z '0éйß中м\u{640}A]{0,40}|[a-zA-Z@\\[`{ ]{0,40}|.{0,20}"
        ) {
            let already = folded_already(&text);
            proptest::prop_assert_eq!(fold(&text[..already]), &text[..already]);
            let next = text[already..].chars().next();
            proptest::prop_assert!(next.is_none_or(|c| plain(c) != Some(c)));
        }

        #[test]
        fn a_text_is_folded_as_the_tables_say(text in ".{0,20}") {
            proptest::prop_assert_eq!(fold(&text), by_the_tables(&text));
        }
    }
}
