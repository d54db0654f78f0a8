//! Block elements (U+2580 and on) as rectangles: fonts leave gaps between them, and bars are
//! made of them.

/// The part of the cell that a block element fills, in eighths: left, top, width, height.
pub(super) fn block(text: &str) -> Option<[u32; 4]> {
    let mut chars = text.chars();
    let (Some(c), None) = (chars.next(), chars.next()) else { return None };
    let step = u32::from(c).checked_sub(0x2580)?;
    Some(match step {
        0 => [0, 0, 8, 4],
        1..=8 => [0, 8 - step, 8, step],
        9..=15 => [0, 0, 16 - step, 8],
        0x10 => [4, 0, 4, 8],
        0x14 => [0, 0, 8, 1],
        0x15 => [7, 0, 1, 8],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_fill_their_part_of_the_cell() {
        assert_eq!(block("█"), Some([0, 0, 8, 8]));
        assert_eq!(block("▌"), Some([0, 0, 4, 8]));
        assert_eq!(block("▏"), Some([0, 0, 1, 8]));
        assert_eq!(block("▁"), Some([0, 7, 8, 1]));
        assert_eq!(block("▐"), Some([4, 0, 4, 8]));
        assert_eq!(block("─"), None);
        assert_eq!(block("a"), None);
    }
}
