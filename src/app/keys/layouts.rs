//! Keyboards of other letters: their letters count as those of a Latin keyboard at the same place.

use crate::app::keys::key::{Code, Key};

/// The key with the Latin letter that shares its place with a letter of another layout.
pub(super) fn latin_key(key: Key) -> Option<Key> {
    let Code::Char(c) = key.code else { return None };
    Some(Key { code: Code::Char(latin(c)?), ..key })
}

/// The Latin letter on the key that types this letter on a Russian, Greek or Arabic keyboard.
fn latin(c: char) -> Option<char> {
    const LATIN: &str = "qwertyuiopasdfghjklzxcvbnmQWERTYUIOPASDFGHJKLZXCVBNM";
    const OTHERS: [&str; 3] = [
        "йцукенгшщзфывапролдячсмитьЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ",
        " ςερτυθιοπασδφγηξκλζχψωβνμ  ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ",
        "ضصثقفغعهخحشسيبلاتنمئءؤر ىة",
    ];
    let of = |other: &str| other.chars().zip(LATIN.chars()).find(|(own, _)| *own == c);
    OTHERS.iter().filter(|_| !c.is_ascii()).find_map(|other| of(other)).map(|(_, latin)| latin)
}
