//! Keys by the names that terminals give them: characters, control characters, numbers.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The key that types a character; of a tab or a line end, the one that sends it.
pub(super) fn of_char(c: char) -> KeyEvent {
    let modifiers = if c.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
    match u8::try_from(c) {
        Ok(byte) if byte < 0x20 || byte == 0x7f => of_control(byte),
        _ => KeyEvent::new(KeyCode::Char(c), modifiers),
    }
}

/// The key that sends a control character. In raw mode Enter sends `\r`, so that `\n` is Ctrl-j.
pub(super) fn of_control(byte: u8) -> KeyEvent {
    let control = |c: u8| KeyEvent::new(KeyCode::Char(char::from(c)), KeyModifiers::CONTROL);
    match byte {
        b'\r' => KeyCode::Enter.into(),
        b'\t' => KeyCode::Tab.into(),
        0x1b => KeyCode::Esc.into(),
        0x7f => KeyCode::Backspace.into(),
        0x00 => control(b' '),
        0x01..=0x1a => control(byte - 0x01 + b'a'),
        _ => control(byte.wrapping_sub(0x1c) & 0x03 | b'4'),
    }
}

/// The key, with Alt where it came behind an Esc.
pub(super) fn with_alt(mut key: KeyEvent, alt: bool) -> KeyEvent {
    key.modifiers.set(KeyModifiers::ALT, alt || key.modifiers.contains(KeyModifiers::ALT));
    key
}

/// Whether the key is Ctrl-C, which gets out of everything.
pub(super) fn is_interrupt(key: &KeyEvent) -> bool {
    key.code == KeyCode::Char('c') && key.modifiers == KeyModifiers::CONTROL
}

/// The key that ends its sequence with this letter.
pub(super) fn lettered(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(letter - b'P' + 1),
        _ => return None,
    })
}

/// The key with this number before a `~`.
pub(super) fn numbered(number: u32) -> Option<KeyCode> {
    let f = |above: u32| u8::try_from(number - above).ok().map(KeyCode::F);
    match number {
        1 | 7 => Some(KeyCode::Home),
        2 => Some(KeyCode::Insert),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => f(10),
        17..=21 => f(11),
        23..=26 => f(12),
        28 | 29 => f(13),
        31..=34 => f(14),
        _ => None,
    }
}

/// The key with this code point, as kitty's protocol and xterm's `modifyOtherKeys` number them.
pub(super) fn coded(code: u32) -> Option<KeyCode> {
    Some(match code {
        8 | 127 => KeyCode::Backspace,
        9 => KeyCode::Tab,
        10 => KeyCode::Char('j'),
        13 | 57_414 => KeyCode::Enter,
        27 => KeyCode::Esc,
        // keys without a character, from F13 on, then those of the number pad
        57_376..=57_398 => KeyCode::F(u8::try_from(code - 57_376 + 13).ok()?),
        57_399..=57_408 => KeyCode::Char(char::from_digit(code - 57_399, 10)?),
        57_409 => KeyCode::Char('.'),
        57_410 => KeyCode::Char('/'),
        57_411 => KeyCode::Char('*'),
        57_412 => KeyCode::Char('-'),
        57_413 => KeyCode::Char('+'),
        57_415 => KeyCode::Char('='),
        57_416 => KeyCode::Char(','),
        57_417 => KeyCode::Left,
        57_418 => KeyCode::Right,
        57_419 => KeyCode::Up,
        57_420 => KeyCode::Down,
        57_421 => KeyCode::PageUp,
        57_422 => KeyCode::PageDown,
        57_423 => KeyCode::Home,
        57_424 => KeyCode::End,
        57_425 => KeyCode::Insert,
        57_426 => KeyCode::Delete,
        // the rest of that range: locks, media keys, Shift and its like by themselves
        57_344..=63_743 => return None,
        _ => KeyCode::Char(char::from_u32(code).filter(|c| !c.is_control())?),
    })
}

/// The key of the number pad in its application mode, by the letter behind `ESC O`.
pub(super) fn of_number_pad(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'M' => KeyCode::Enter,
        b'I' => KeyCode::Tab,
        b'X' => KeyCode::Char('='),
        b' ' => KeyCode::Char(' '),
        b'j'..=b'y' => KeyCode::Char(char::from(b"*+,-./0123456789"[usize::from(letter - b'j')])),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Single bytes give the keys of crossterm's own reader, so that settings made for it stay right.
    #[test]
    fn single_bytes_are_the_keys_that_they_always_were() {
        let key = |code, modifiers| KeyEvent::new(code, modifiers);
        for byte in 0..=0x7f_u8 {
            let expected = match byte {
                b'\r' => KeyCode::Enter.into(),
                b'\t' => KeyCode::Tab.into(),
                0x1b => KeyCode::Esc.into(),
                0x7f => KeyCode::Backspace.into(),
                0 => key(KeyCode::Char(' '), KeyModifiers::CONTROL),
                1..=0x1a => key(KeyCode::Char((byte - 1 + b'a') as char), KeyModifiers::CONTROL),
                0x1c..=0x1f => {
                    key(KeyCode::Char((byte - 0x1c + b'4') as char), KeyModifiers::CONTROL)
                }
                b'A'..=b'Z' => key(KeyCode::Char(byte as char), KeyModifiers::SHIFT),
                _ => key(KeyCode::Char(byte as char), KeyModifiers::NONE),
            };
            assert_eq!(of_char(byte as char), expected, "{byte:#x}");
        }
        assert_eq!(of_char('É'), key(KeyCode::Char('É'), KeyModifiers::SHIFT));
        assert_eq!(of_char('塞'), key(KeyCode::Char('塞'), KeyModifiers::NONE));
    }

    #[test]
    fn function_keys_skip_the_numbers_that_they_always_skipped() {
        let numbers: Vec<u32> = (0..60).filter(|n| numbered(*n).is_some()).collect();
        let f = numbers.iter().filter_map(|n| match numbered(*n) {
            Some(KeyCode::F(f)) => Some(f),
            _ => None,
        });
        assert_eq!(f.collect::<Vec<u8>>(), (1..=20).collect::<Vec<u8>>());
        assert_eq!(numbers.len(), 28);
    }
}
