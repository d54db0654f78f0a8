//! Keys in vim's notation, as the bytes that a terminal sends for them.

/// The bytes for `"4/chapter:5<Enter>"`: a name in angle brackets is a key, `<C-x>` a control
/// key, `<M-x>` one with Alt, `<lt>` the bracket itself, everything else is typed as it stands.
///
/// # Panics
/// On an unknown name, so that a mistyped test does not pass by typing nonsense.
pub fn bytes(keys: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        if let Some(end) = rest.find('>').filter(|_| c == '<') {
            // as two keys of a menu are shown: `<g v>`
            out.extend(rest[1..end].split(' ').flat_map(named));
            rest = &rest[end + 1..];
        } else {
            out.extend(c.to_string().as_bytes());
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// The keys of such a text, each with its bytes.
pub fn pressed(keys: &str) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        let end = rest.find('>').filter(|_| c == '<').map_or(c.len_utf8(), |end| end + 1);
        all.push(bytes(&rest[..end]));
        rest = &rest[end..];
    }
    all
}

fn named(name: &str) -> Vec<u8> {
    let bytes: &[u8] = match name {
        "Enter" | "CR" => b"\r",
        "Esc" => b"\x1b",
        "Tab" => b"\t",
        "S-Tab" => b"\x1b[Z",
        "Space" => b" ",
        "BS" => b"\x7f",
        "Del" => b"\x1b[3~",
        "lt" => b"<",
        "Up" => b"\x1b[A",
        "Down" => b"\x1b[B",
        "Right" => b"\x1b[C",
        "Left" => b"\x1b[D",
        "Home" => b"\x1b[H",
        "End" => b"\x1b[F",
        "PageUp" => b"\x1b[5~",
        "PageDown" => b"\x1b[6~",
        "F1" => b"\x1bOP",
        "F2" => b"\x1bOQ",
        "F3" => b"\x1bOR",
        "F4" => b"\x1bOS",
        "F5" => b"\x1b[15~",
        "F6" => b"\x1b[17~",
        "F7" => b"\x1b[18~",
        "F8" => b"\x1b[19~",
        name if name.chars().count() == 1 => return name.as_bytes().to_vec(),
        _ => match (name.get(..2), name.get(2..).map(str::as_bytes)) {
            (Some("C-"), Some(&[key])) => return vec![key.to_ascii_lowercase() & 0x1f],
            (Some("M-"), Some(&[key])) => return vec![0x1b, key],
            _ => panic!("there is no key <{name}>"),
        },
    };
    bytes.to_vec()
}
