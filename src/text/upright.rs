//! Bars that stand side by side, in eighths of a cell, with a year and a number below each.

use super::{padded, width};

const EIGHTHS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// The narrowest and the widest column, the space behind its bar included.
const COLUMN: (usize, usize) = (3, 8);

/// The bar of one column with its labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing<'a> {
    /// The year, in four figures.
    pub year: &'a str,
    /// Its number in words.
    pub value: &'a str,
    /// The number as a height; `None` where it is unknown.
    pub height: Option<u32>,
}

/// Bars side by side, line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upright {
    /// The place of the first column that has room.
    pub first: usize,
    /// The cells before the first column.
    pub indent: usize,
    /// The cells of a column.
    pub wide: usize,
    /// The bars, the top line first.
    pub bars: Vec<String>,
    /// The years.
    pub years: String,
    /// The numbers, in as many lines as keep them apart.
    pub values: Vec<String>,
}

/// Draws columns in so much room, with bars of at most `rows` lines. Where not all have room, the
/// one at `seen` does, and the ones before it.
pub fn upright(columns: &[Standing<'_>], seen: usize, room: usize, rows: usize) -> Upright {
    let longest = columns.iter().map(|column| width(column.value)).max().unwrap_or(0);
    let fits = |wide: usize| longest.saturating_sub(wide - 1) + wide * columns.len() <= room;
    let wide = (COLUMN.0..=COLUMN.1).rev().find(|wide| fits(*wide)).unwrap_or(COLUMN.0);
    let indent = longest.saturating_sub(wide - 1);
    let count = (room.saturating_sub(indent) / wide).clamp(1, columns.len().max(1));
    let last = (seen + 1).max(count).min(columns.len());
    let first = last.saturating_sub(count);
    let shown = &columns[first..last];

    let most = columns.iter().filter_map(|column| column.height).max().unwrap_or(0);
    let line = |row: usize| {
        let cell = |column: &Standing<'_>| {
            let eighths = column.height.map_or(0, |height| eighths(height, most, rows));
            let fill = EIGHTHS[eighths.saturating_sub(row * 8).min(8)];
            format!("{} ", String::from(fill).repeat(wide - 1))
        };
        " ".repeat(indent) + &shown.iter().map(cell).collect::<String>()
    };
    let year = |column: &Standing<'_>| match wide {
        ..=3 => padded(column.year.get(2..).unwrap_or_default(), wide, false),
        4 => padded(&format!("’{}", column.year.get(2..).unwrap_or_default()), wide, false),
        _ => padded(column.year, wide, false),
    };
    let lines = (longest + 1).div_ceil(wide).max(1);
    let value = |row: usize| {
        let mut line = " ".repeat(indent);
        for (place, column) in shown.iter().enumerate() {
            line.push_str(&" ".repeat(wide));
            if (shown.len() - 1 - place) % lines != row {
                continue;
            }
            // it ends where its bar ends
            let end = indent + (place + 1) * wide - 1;
            line.truncate(end - width(column.value));
            line.push_str(column.value);
            line.push(' ');
        }
        line
    };
    Upright {
        first,
        indent,
        wide,
        bars: (0..rows).rev().map(line).collect(),
        years: " ".repeat(indent) + &shown.iter().map(year).collect::<String>(),
        values: (0..lines).map(value).collect(),
    }
}

/// The bars as one line of single cells.
pub fn spark(heights: &[Option<u32>]) -> String {
    let most = heights.iter().flatten().max().copied().unwrap_or(0);
    let cell = |height: &Option<u32>| match height {
        Some(height) => EIGHTHS[eighths(*height, most, 1)],
        None => '·',
    };
    heights.iter().map(cell).collect()
}

/// Zero is nothing; everything above it at least an eighth.
fn eighths(height: u32, most: u32, rows: usize) -> usize {
    if height == 0 || most == 0 {
        return 0;
    }
    let whole = u64::from(height.min(most)) * rows as u64 * 8;
    (whole / u64::from(most)).max(1) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [Standing<'_>; 4] = [
        Standing { year: "2010", value: "0", height: Some(0) },
        Standing { year: "2011", value: "8", height: Some(8) },
        Standing { year: "2012", value: "..", height: None },
        Standing { year: "2013", value: "1,600", height: Some(1_600) },
    ];

    #[test]
    fn bars_stand_over_their_years_and_numbers() {
        let drawn = upright(&COLUMNS, 3, 40, 2);
        assert_eq!((drawn.first, drawn.indent, drawn.wide), (0, 0, 8));
        assert_eq!(drawn.bars[0], "                        ███████ ");
        assert_eq!(drawn.bars[1], "        ▁▁▁▁▁▁▁         ███████ ");
        assert_eq!(drawn.years, "2010    2011    2012    2013    ");
        assert_eq!(drawn.values, ["      0       8      ..   1,600 "]);
    }

    #[test]
    fn numbers_that_would_touch_stand_in_several_lines() {
        let drawn = upright(&COLUMNS, 3, 16, 1);
        assert_eq!((drawn.indent, drawn.wide), (3, 3));
        assert_eq!(drawn.years, "   10 11 12 13 ");
        assert_eq!(drawn.values, ["       8 1,600 ", "    0    ..    "]);
    }

    #[test]
    fn where_not_all_have_room_the_one_looked_at_has() {
        for seen in 0..4 {
            let drawn = upright(&COLUMNS, seen, 10, 1);
            let shown = (drawn.years.len() - drawn.indent) / drawn.wide;
            assert!((drawn.first..drawn.first + shown).contains(&seen), "{seen}: {drawn:?}");
        }
        assert_eq!(upright(&[], 0, 10, 3).bars.len(), 3);
    }

    #[test]
    fn a_spark_is_one_line() {
        assert_eq!(spark(&[Some(0), Some(1), None, Some(100), Some(50)]), " ▁·█▄");
        assert_eq!(spark(&[]), "");
    }
}
