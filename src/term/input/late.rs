//! Recognises the late rest of a sequence, as opposed to keys, by the bytes of one read.

/// Whether a read begins with the rest of a sequence whose Esc came before: a whole control
/// sequence, or a single shift that is the whole read.
pub(super) fn is_sequence(bytes: &[u8]) -> bool {
    match bytes {
        [b'[', rest @ ..] => {
            let end = rest.iter().find(|byte| !matches!(byte, 0x20..=0x3f));
            end.is_some_and(|end| matches!(end, 0x40..=0x7e))
        }
        [b'O', end] => matches!(end, b'A'..=b'D' | b'F' | b'H' | b'P'..=b'S'),
        _ => false,
    }
}

/// Whether a read can go on with a control sequence that was given up: with its parameters or its last byte. A key
/// looks the same and is lost with it: that is better than an unwanted decision.
pub(super) fn goes_on(bytes: &[u8]) -> bool {
    matches!(bytes, [0x20..=0x7e, ..])
}

/// How much of a read is the rest of a string: printable characters up to its end.
pub(super) fn end_of_string(bytes: &[u8]) -> Option<usize> {
    let place = bytes.iter().position(|byte| *byte < 0x20)?;
    match bytes[place..] {
        [0x07, ..] => Some(place + 1),
        [0x1b, b'\\', ..] => Some(place + 2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rest_is_told_from_keys() {
        for rest in ["[A", "[1;5B", "[24~jj", "[200~abc", "OP", "OA"] {
            assert!(is_sequence(rest.as_bytes()), "{rest}");
        }
        for keys in ["", "[", "[1", "O", "OAj", "j", "[\r", "[\u{1b}[A", "Oj"] {
            assert!(!is_sequence(keys.as_bytes()), "{keys}");
        }
        assert_eq!(end_of_string(b"dede/c\x1b\\j"), Some(8));
        assert_eq!(end_of_string(b"de\x07"), Some(3));
        for keys in [&b"de"[..], b"", b"de\rde\x07", b"de\x1b[A", b"\x1b"] {
            assert_eq!(end_of_string(keys), None, "{keys:?}");
        }
    }
}
