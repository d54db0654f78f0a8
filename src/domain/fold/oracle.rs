//! Folding once more, slowly, straight from the classes of `docs/folding.md`: for tests of texts that consist of
//! [`AWKWARD`] characters.

use proptest::prelude::*;

/// Folded characters with those that become them. The mark behind a letter goes with it.
const BECOME: &[(&str, &[&str])] = &[
    ("a", &["A", "á", "Å", "ａ", "a\u{301}"]),
    ("e", &["E", "é", "ɛ", "Ê"]),
    ("i", &["I", "İ", "ı", "ï", "Ⅰ"]),
    ("s", &["S", "ſ", "š"]),
    ("ss", &["ß", "ẞ"]),
    ("ae", &["æ", "Æ", "ǽ"]),
    ("oe", &["Œ", "œ"]),
    ("th", &["Þ"]),
    ("d", &["Đ", "đ", "ð", "ɗ"]),
    ("o", &["Ø", "ø", "ő"]),
    ("l", &["Ł", "ℓ"]),
    ("h", &["ħ"]),
    ("fi", &["ﬁ"]),
    ("ffi", &["ﬃ"]),
    ("ij", &["ĳ"]),
    ("σ", &["ς", "Σ"]),
    ("е", &["ё", "Е"]),
    ("и", &["й", "И"]),
    ("'", &["’", "‘", "‛", "ʼ", "´", "`", "′", "＇"]),
    ("''", &["″"]),
    ("\"", &["“", "”", "„"]),
    ("-", &["‐", "‑", "‒", "–", "—", "−", "－", "\u{5be}"]),
    ("1", &["１", "١", "۱", "१", "①"]),
    (",", &["，"]),
    ("ا", &["أ", "آ", "ٱ", "اَ"]),
    ("ه", &["ة"]),
    ("ي", &["ى", "ی"]),
    ("لا", &["ﻻ"]),
    ("败", &["敗"]),
    ("发", &["發", "髮"]),
    ("干", &["乾", "幹"]),
];

/// Characters that stay, among them some that others become.
const STAY: &str = "aesthodlfij' -1,ασе败发干腐。中ا";

/// Characters of which nothing is left.
const VANISH: &str = "\u{ad}\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{640}\u{301}\u{64e}\u{fe0f}";

/// White space without line breaks; `¨` is a space with a mark on it.
const BLANK: &str = " \t\u{a0}\u{2003}\u{202f}\u{3000}¨";

/// Line breaks.
const BREAK: &str = "\n\r\u{85}\u{2028}";

/// The form of a text in which it is compared.
pub(crate) fn folded(text: &str) -> String {
    let seen: Vec<char> = text.chars().filter(|c| !VANISH.contains(*c)).collect();
    let is_blank = |c: char| BLANK.contains(c) || BREAK.contains(c);
    let mut out = String::new();
    for (place, &c) in seen.iter().enumerate() {
        if !is_blank(c) {
            out.push_str(&became(c));
        } else if place == 0 || !is_blank(seen[place - 1]) {
            let after = seen[place..].iter().position(|c| !is_blank(*c));
            let end = after.map_or(seen.len(), |after| place + after);
            let breaks = seen[place..end].iter().any(|c| BREAK.contains(*c));
            if !(breaks && goes_on(&seen[..place], &seen[end..])) {
                out.push(' ');
            }
        }
    }
    out
}

fn became(c: char) -> String {
    let is_it = |(_, written): &&(&str, &[&str])| written.iter().any(|one| one.starts_with(c));
    match BECOME.iter().find(is_it) {
        Some((became, _)) if !STAY.contains(c) => (*became).to_owned(),
        _ => c.to_string(),
    }
}

fn goes_on(before: &[char], after: &[char]) -> bool {
    let is_wide = |c: &char| "败敗发發髮干乾幹腐。中，－＇１ａ".contains(*c);
    let is_letter = |c: &char| c.is_alphanumeric();
    match (before, after) {
        ([.., last], [next, ..]) if is_wide(last) && is_wide(next) => true,
        ([.., letter, hyphen], [next, ..]) => {
            is_letter(letter) && became(*hyphen) == "-" && is_letter(next)
        }
        _ => false,
    }
}

/// Texts of the characters above, close together.
pub(crate) fn awkward(
    length: impl Into<prop::collection::SizeRange>,
) -> impl Strategy<Value = String> {
    let single = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
    let become_another = BECOME.iter().flat_map(|(_, all)| all.iter().map(|one| (*one).to_owned()));
    let one = prop_oneof![
        6 => prop::sample::select(single(STAY)),
        4 => prop::sample::select(become_another.collect::<Vec<_>>()),
        1 => prop::sample::select(single(VANISH)),
        1 => prop::sample::select(single(BLANK)),
        1 => prop::sample::select(single(BREAK)),
        1 => Just("anti-corruption of officials ".to_owned()),
    ];
    prop::collection::vec(one, length).prop_map(|all| all.concat())
}
