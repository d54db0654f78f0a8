//! The frames in the output of the program.

/// The beginning of a frame: a synchronized update.
pub const FRAME_START: &[u8] = b"\x1b[?2026h";

/// The end of a frame.
pub const FRAME_END: &[u8] = b"\x1b[?2026l";

/// The frames in these bytes, each with its marks.
///
/// # Panics
/// Bytes stand outside the marks of a frame.
pub fn frames(bytes: &[u8]) -> Vec<&[u8]> {
    let mut found = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let told = || String::from_utf8_lossy(&rest[..rest.len().min(200)]);
        assert!(rest.starts_with(FRAME_START), "outside of a frame: {:?}", told());
        let end = find(rest, FRAME_END).unwrap_or_else(|| panic!("no end: {:?}", told()));
        let (frame, after) = rest.split_at(end + FRAME_END.len());
        let inner = &frame[FRAME_START.len()..end];
        assert_eq!(find(inner, FRAME_START), None, "a frame within a frame: {:?}", told());
        found.push(frame);
        rest = after;
    }
    found
}

/// The lines of the screen after each frame of all that a terminal of this size has received
/// since its start.
pub fn screens(received: &[u8], (columns, rows): (u16, u16)) -> Vec<Vec<String>> {
    let mut parser = vt100::Parser::new(rows, columns, 0);
    let mut screens = Vec::new();
    for part in received.split_inclusive(|byte| *byte == b'l') {
        // a mark ends with an l
        parser.process(part);
        if part.ends_with(FRAME_END) {
            let lines = parser.screen().rows(0, columns);
            screens.push(lines.map(|line| line.trim_end().to_owned()).collect());
        }
    }
    screens
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}
