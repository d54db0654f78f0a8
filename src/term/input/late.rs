//! Recognises the late rest of a sequence, as opposed to keys, by the bytes of one read.

/// Whether a read begins with the rest of a sequence whose Esc came before: a whole control
/// sequence, a whole string, or a single shift that is the whole read.
pub(super) fn is_sequence(bytes: &[u8]) -> bool {
    match bytes {
        [b'[', rest @ ..] => {
            let end = rest.iter().find(|byte| !matches!(byte, 0x20..=0x3f));
            end.is_some_and(|end| matches!(end, 0x40..=0x7e))
        }
        [b'O', end] => matches!(end, b'A'..=b'D' | b'F' | b'H' | b'P'..=b'S'),
        // A string that is whole in the read.
        [b']', rest @ ..] => end_of_string(rest).is_some(),
        [b'P' | b'X' | b'^' | b'_', rest @ ..] => {
            end_of_string(rest).is_some_and(|end| rest[..end].ends_with(b"\x1b\\"))
        }
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

/// The marks around a paste.
const PASTE_BEGINS: &[u8] = b"\x1b[200~";
const PASTE_ENDS: &[u8] = b"\x1b[201~";

/// Whether a paste ends in these bytes that did not begin in them: what stands before that end is text.
pub(super) fn has_end_of_paste(bytes: &[u8]) -> bool {
    let place = |mark: &[u8]| bytes.windows(mark.len()).position(|part| part == mark);
    match (place(PASTE_ENDS), place(PASTE_BEGINS)) {
        (Some(end), Some(begin)) => end < begin,
        (end, _) => end.is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rest_is_told_from_keys() {
        for rest in ["P0$r\x1b\\", "]ldd\x1b\\", "]11;rgb:1c\x07j", "_Gi=1;OK\x1b\\"] {
            assert!(is_sequence(rest.as_bytes()), "{rest:?}");
        }
        for keys in ["P0$r", "]ldd", "P0$r\x07", "X\r"] {
            assert!(!is_sequence(keys.as_bytes()), "{keys:?}");
        }
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
