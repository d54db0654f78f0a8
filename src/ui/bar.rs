//! Bars in eighths of a cell: across, and upright in one cell.

use super::theme::Theme;

/// A bar across so many cells, with the signs of the terminal.
pub(super) fn bar(theme: &Theme, value: u32, most: u32, room: usize) -> String {
    crate::text::bar(value, most, room, theme.signs)
}

/// A bar upright in one cell: as high as the share, from an eighth on.
pub(super) fn upright(value: u32, most: u32) -> String {
    const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    if value == 0 || most == 0 {
        return String::new();
    }
    let eighths = (u64::from(value.min(most)) * 8).div_ceil(u64::from(most)).max(1) as usize;
    HEIGHTS[eighths - 1].to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_high_as_its_share() {
        assert_eq!(upright(8, 8), "█");
        assert_eq!(upright(1, 1000), "▁");
        assert_eq!(upright(0, 8), "");
    }
}
