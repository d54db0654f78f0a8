//! The folded form of each character, wherever it stands. The classes and where each comes from:
//!
//! | class | source |
//! | --- | --- |
//! | what is not seen: nothing | `DerivedCoreProperties.txt`, `Default_Ignorable_Code_Point`, as cleaning drops it |
//! | white space: a space | `PropList.txt`, `White_Space` |
//! | ligatures, full width, superscripts, Arabic letter forms: their letters | `UnicodeData.txt`, NFKD |
//! | accents, vowel marks: nothing | `UnicodeData.txt`, general category M, after NFKD |
//! | case: small letters, ß as ss, ς as σ, ſ as s | `CaseFolding.txt`, status C and F |
//! | apostrophes and single quotation marks: `'` | Unicode Standard, 6.2; the modifier letters of romanizations, 7.8 |
//! | double quotation marks: `"` | Unicode Standard, 6.2 |
//! | hyphens and dashes: `-` | `PropList.txt`, Dash, without waves and swung dashes |
//! | stroked and hooked Latin letters, æ, œ, þ, ı | CLDR, `Latin-ASCII.xml`, the letters of living languages |
//! | digits of other scripts: 0 to 9 | `UnicodeData.txt`, general category Nd |
//! | Arabic: tatweel nothing, ة as ه, ى and ی as ي, ک as ك, ٱ as ا | as Lucene's normalizers for Arabic and Persian |
//! | traditional Chinese: simplified | `traditional.txt` |
//!
//! Full case folding needs no crate: small letters of capital ones are `CaseFolding.txt`, C and F, for all that NFKD
//! leaves, with another letter for Cherokee (small instead of capital) and with `ı` as `i`, which is meant here.

use super::super::clean::acts_unseen;
use super::traditional::simplified;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Adds the folded form of a character. It is a space, or it neither begins nor ends with one.
pub(super) fn by_the_table(c: char, folded: &mut String) {
    if c.is_whitespace() {
        folded.push(' ');
    } else if let Some(spelt) = spelt(c) {
        folded.push_str(spelt);
    } else {
        decompose_compatible(c, |part| {
            if !vanishes(part) {
                part.to_uppercase().flat_map(char::to_lowercase).for_each(|c| push(c, folded));
            }
        });
    }
}

/// Adds the folded form of a small letter, a digit or a sign.
fn push(c: char, folded: &mut String) {
    match spelt(c) {
        Some(spelt) => folded.push_str(spelt),
        None => folded.push(digit(c).unwrap_or_else(|| simplified(c))),
    }
}

/// The folded form of a character.
pub(super) fn becomes(c: char) -> String {
    let mut folded = String::new();
    by_the_table(c, &mut folded);
    folded
}

/// Whether a part of a character vanishes: unseen characters, accents, vowel marks and tatweel.
fn vanishes(c: char) -> bool {
    !c.is_ascii() && (c == '\u{640}' || acts_unseen(c) || is_combining_mark(c))
}

/// Signs and small letters that are written otherwise.
fn spelt(c: char) -> Option<&'static str> {
    Some(match c {
        // apostrophes, primes, accents that stand by themselves, half rings and hooks of romanizations
        '`'
        | '´'
        | '\u{2b9}'
        | '\u{2bb}'..='\u{2bf}'
        | '\u{2c8}'
        | '\u{2ca}'
        | '\u{2cb}'
        | '\u{374}'
        | '\u{384}'
        | '\u{55a}'
        | '\u{5f3}'
        | '\u{1fbd}'
        | '\u{1fbf}'
        | '\u{1fcd}'..='\u{1fcf}'
        | '\u{1fdd}'..='\u{1fdf}'
        | '\u{1fef}'
        | '\u{1ffd}'
        | '\u{1ffe}'
        | '‘'
        | '’'
        | '‚'
        | '‛'
        | '′'
        | '‵'
        | '\u{a78c}' => "'",
        '“' | '”' | '„' | '‟' => "\"",
        // hyphens: Armenian, Hebrew, Canadian, Mongolian; the dashes; minus; double and triple hyphens and dashes
        '\u{58a}'
        | '\u{5be}'
        | '\u{1400}'
        | '\u{1806}'
        | '‐'..='―'
        | '\u{2043}'
        | '−'
        | '\u{2e17}'
        | '\u{2e1a}'
        | '\u{2e3a}'
        | '\u{2e3b}'
        | '\u{2e40}'
        | '\u{2e5d}'
        | '\u{30a0}'
        | '\u{10ead}' => "-",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ƀ' | 'ɓ' => "b",
        'ð' | 'đ' | 'ɖ' | 'ɗ' => "d",
        'ɛ' => "e",
        'ƒ' => "f",
        'ǥ' | 'ɠ' => "g",
        'ħ' => "h",
        'ı' | 'ɨ' => "i",
        'ƙ' => "k",
        'ł' | 'ƚ' => "l",
        'ŋ' | 'ɲ' => "n",
        'ø' | 'ɔ' | 'ɵ' => "o",
        'ƥ' => "p",
        'ŧ' | 'ƭ' => "t",
        'ʉ' => "u",
        'ʋ' => "v",
        'ƴ' => "y",
        'ƶ' => "z",
        'ͺ' => "ι",
        'ٱ' => "ا",
        'ة' => "ه",
        'ى' | 'ی' => "ي",
        'ک' => "ك",
        _ => return None,
    })
}

/// The zero of each script that has digits of its own, in order; the nine others follow it.
pub(super) const ZEROS: [char; 58] = [
    '\u{660}',
    '\u{6f0}',
    '\u{7c0}',
    '\u{966}',
    '\u{9e6}',
    '\u{a66}',
    '\u{ae6}',
    '\u{b66}',
    '\u{be6}',
    '\u{c66}',
    '\u{ce6}',
    '\u{d66}',
    '\u{de6}',
    '\u{e50}',
    '\u{ed0}',
    '\u{f20}',
    '\u{1040}',
    '\u{1090}',
    '\u{17e0}',
    '\u{1810}',
    '\u{1946}',
    '\u{19d0}',
    '\u{1a80}',
    '\u{1a90}',
    '\u{1b50}',
    '\u{1bb0}',
    '\u{1c40}',
    '\u{1c50}',
    '\u{a620}',
    '\u{a8d0}',
    '\u{a900}',
    '\u{a9d0}',
    '\u{a9f0}',
    '\u{aa50}',
    '\u{abf0}',
    '\u{104a0}',
    '\u{10d30}',
    '\u{11066}',
    '\u{110f0}',
    '\u{11136}',
    '\u{111d0}',
    '\u{112f0}',
    '\u{11450}',
    '\u{114d0}',
    '\u{11650}',
    '\u{116c0}',
    '\u{11730}',
    '\u{118e0}',
    '\u{11950}',
    '\u{11c50}',
    '\u{11d50}',
    '\u{11da0}',
    '\u{16a60}',
    '\u{16ac0}',
    '\u{16b50}',
    '\u{1e140}',
    '\u{1e2f0}',
    '\u{1e950}',
];

fn digit(c: char) -> Option<char> {
    let zero = *ZEROS.get(ZEROS.partition_point(|zero| *zero <= c).checked_sub(1)?)?;
    char::from_digit(u32::from(c) - u32::from(zero), 10)
}
