//! A horizontal bar in eighths of a cell.

const EIGHTHS: [char; 8] = ['█', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/// The bar of `value` where `most` would take `room` cells. Zero draws nothing; everything above
/// zero draws at least an eighth, so that little does not look like nothing.
pub(super) fn bar(value: u32, most: u32, room: usize) -> String {
    if value == 0 || most == 0 || room == 0 {
        return String::new();
    }
    let whole = u64::from(value.min(most)) * room as u64 * 8;
    let eighths = (whole / u64::from(most)).max(1) as usize;
    let mut bar: String = std::iter::repeat_n(EIGHTHS[0], eighths / 8).collect();
    if !eighths.is_multiple_of(8) {
        bar.push(EIGHTHS[eighths % 8]);
    }
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        assert_eq!(bar(8, 8, 4), "████");
        assert_eq!(bar(4, 8, 4), "██");
        assert_eq!(bar(1, 8, 1), "▏");
        assert_eq!(bar(7, 8, 1), "▉");
        assert_eq!(bar(0, 8, 4), "");
        assert_eq!(bar(1, 100_000, 4), "▏");
        assert_eq!(bar(9, 0, 4), "");
    }
}
