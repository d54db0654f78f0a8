//! Horizontal bars in eighths of a cell, and bars of several parts in whole cells.

use super::Signs;

const EIGHTHS: [char; 8] = ['█', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/// The bar of `value` where `most` would take `room` cells. Zero draws nothing; everything above
/// zero draws at least an eighth, so that little does not look like nothing. ASCII has no parts of
/// a cell: there the bar has as many cells as come nearest, and at least one.
pub fn bar(value: u32, most: u32, room: usize, signs: Signs) -> String {
    if value == 0 || most == 0 || room == 0 {
        return String::new();
    }
    let whole = u64::from(value.min(most)) * room as u64 * 8;
    let eighths = (whole / u64::from(most)).max(1) as usize;
    if signs == Signs::Ascii {
        return "#".repeat(((eighths + 4) / 8).max(1));
    }
    let mut bar: String = std::iter::repeat_n(EIGHTHS[0], eighths / 8).collect();
    if !eighths.is_multiple_of(8) {
        bar.push(EIGHTHS[eighths % 8]);
    }
    bar
}

/// A bar of parts, each with the character that fills it, where `most` would take `room` cells.
/// Only whole cells: shades have no eighths. A part above zero has at least one.
pub fn stacked(parts: &[(u32, char)], most: u32, room: usize) -> String {
    let mut bar = String::new();
    let (mut sum, mut taken) = (0_u64, 0);
    for (value, fill) in parts.iter().filter(|(value, _)| *value > 0 && most > 0) {
        sum += u64::from(*value);
        let edge = (sum * room as u64 + u64::from(most) / 2) / u64::from(most);
        let edge = (edge as usize).max(taken + 1).min(room.max(taken));
        bar.extend(std::iter::repeat_n(*fill, edge - taken));
        taken = edge;
    }
    bar
}

/// How many whole cells each part of a bar has, where `most` would take `room` cells: by largest remainder, so that a
/// bar of fewer cells than parts shows its largest ones. A bar above zero has a cell.
pub fn split(parts: &[u32], most: u32, room: usize) -> Vec<usize> {
    let sum: u64 = parts.iter().copied().map(u64::from).sum();
    if sum == 0 || most == 0 || room == 0 {
        return vec![0; parts.len()];
    }
    let most = u64::from(most);
    let cells = ((sum * room as u64 + most / 2) / most).max(1);
    let share = |part: &u32| u64::from(*part) * cells;
    let mut split: Vec<usize> = parts.iter().map(|part| (share(part) / sum) as usize).collect();
    let mut rest: Vec<usize> = (0..parts.len()).collect();
    rest.sort_by_key(|place| std::cmp::Reverse((share(&parts[*place]) % sum, parts[*place])));
    let missing = cells as usize - split.iter().sum::<usize>();
    for place in rest.into_iter().take(missing) {
        split[place] += 1;
    }
    split
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        let bar = |value, most, room| bar(value, most, room, Signs::Unicode);
        assert_eq!(bar(8, 8, 4), "████");
        assert_eq!(bar(4, 8, 4), "██");
        assert_eq!(bar(1, 8, 1), "▏");
        assert_eq!(bar(7, 8, 1), "▉");
        assert_eq!(bar(0, 8, 4), "");
        assert_eq!(bar(1, 100_000, 4), "▏");
        assert_eq!(bar(9, 0, 4), "");
    }

    #[test]
    fn a_bar_in_ascii_has_whole_cells() {
        let bar = |value, most, room| bar(value, most, room, Signs::Ascii);
        assert_eq!(bar(8, 8, 4), "####");
        assert_eq!(bar(5, 8, 4), "###");
        assert_eq!(bar(1, 100_000, 4), "#");
        assert_eq!(bar(0, 8, 4), "");
    }

    #[test]
    fn parts_stand_behind_each_other_and_none_is_lost() {
        assert_eq!(stacked(&[(6, '#'), (2, '+')], 8, 8), "######++");
        assert_eq!(stacked(&[(3, '#'), (1, '+')], 8, 8), "###+");
        assert_eq!(stacked(&[(100, '#'), (1, '+')], 200, 10), "#####+");
        assert_eq!(stacked(&[(0, '#'), (1, '+')], 1_000, 10), "+");
        assert_eq!(stacked(&[(0, '#'), (0, '+')], 8, 8), "");
        assert_eq!(stacked(&[(8, '#'), (1, '+')], 9, 0), "");
    }

    #[test]
    fn cells_are_split_by_largest_remainder() {
        assert_eq!(split(&[6, 2], 8, 8), [6, 2]);
        assert_eq!(split(&[5, 4, 1], 10, 5), [3, 2, 0]);
        assert_eq!(split(&[1, 2, 3], 6, 2), [0, 1, 1]);
        assert_eq!(split(&[1, 1, 5], 700, 10), [0, 0, 1]);
        assert_eq!(split(&[10, 90], 10, 8), [8, 72]);
        assert_eq!(split(&[0, 0], 10, 8), [0, 0]);
        assert_eq!(split(&[3], 0, 8), [0]);
    }
}
