//! The charts of the overview that are on the screen, and the bars for each row of charts.

/// The bars that a row of charts has at least, where one of its charts has so many.
const LEAST: u16 = 6;

/// The fewest bars of a second row of charts without full room: one row of charts alone says too little.
const FEWEST: u16 = 3;

/// The charts that stand on the screen together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui::screens) struct Page {
    /// The place of the first chart.
    pub(in crate::ui::screens) first: usize,
    /// How many stand side by side.
    pub(in crate::ui::screens) across: usize,
    /// How many bars each row of charts has room for.
    pub(in crate::ui::screens) bars: Vec<u16>,
}

/// How many charts stand side by side in so many cells.
pub(in crate::ui::screens) fn across(width: u16) -> usize {
    match width {
        ..64 => 1,
        64..118 => 2,
        _ => 3,
    }
}

impl Page {
    /// The page with the chart under the cursor; `lengths` says how many bars each chart has.
    pub(in crate::ui::screens) fn with(
        lengths: &[usize],
        across: usize,
        height: u16,
        cursor: usize,
    ) -> Self {
        let mut first = 0;
        loop {
            let page = Self::from(first, lengths, across, height);
            let next = page.end(lengths.len());
            if cursor < next || next >= lengths.len() {
                return page;
            }
            first = next;
        }
    }

    /// The place behind the last chart.
    pub(in crate::ui::screens) fn end(&self, charts: usize) -> usize {
        (self.first + self.bars.len() * self.across).min(charts)
    }

    /// The page that begins with a chart. A line is kept for the names of the charts that have no room.
    fn from(first: usize, lengths: &[usize], across: usize, height: u16) -> Self {
        let rows: Vec<&[usize]> =
            lengths.get(first..).unwrap_or_default().chunks(across.max(1)).collect();
        let longest = |row: &[usize]| row.iter().copied().max().unwrap_or(1).max(1) as u16;
        let (mut bars, mut used) = (Vec::new(), 0);
        for (number, row) in rows.iter().enumerate() {
            let least = longest(row).min(LEAST);
            let taken = 1 + least + u16::from(number > 0);
            let named = u16::from(first > 0 || number + 1 < rows.len());
            let over = (used + taken + named).saturating_sub(height);
            let fewer = least.saturating_sub(over);
            if number > 1 && over > 0 || number == 1 && fewer < least.min(FEWEST) {
                break;
            }
            let least = if number == 1 { fewer } else { least };
            used += 1 + least + u16::from(number > 0);
            bars.push(least);
        }
        let named = u16::from(first > 0 || bars.len() < rows.len());
        let mut spare = height.saturating_sub(used + named);
        // Short charts are shown whole before long ones take the rest, in equal shares.
        let mut charts: Vec<(u16, usize)> = rows
            .iter()
            .take(bars.len())
            .enumerate()
            .flat_map(|(row, charts)| charts.iter().map(move |length| (*length as u16, row)))
            .collect();
        charts.sort_unstable();
        for (length, row) in charts {
            let more = length.saturating_sub(bars[row]);
            if more > spare {
                break;
            }
            bars[row] += more;
            spare -= more;
        }
        while spare > 0 {
            let before = spare;
            for (bars, row) in bars.iter_mut().zip(&rows) {
                if spare > 0 && *bars < longest(row) {
                    *bars += 1;
                    spare -= 1;
                }
            }
            if spare == before {
                break;
            }
        }
        Self { first, across, bars }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LENGTHS: [usize; 10] = [6, 5, 6, 17, 56, 111, 4, 33, 2, 1];

    #[test]
    fn short_charts_are_whole_and_long_ones_share_what_is_left() {
        let page = |height, cursor| Page::with(&LENGTHS, 3, height, cursor);
        assert_eq!(page(34, 0), Page { first: 0, across: 3, bars: vec![6, 10, 10, 1] });
        assert_eq!(page(60, 0), Page { first: 0, across: 3, bars: vec![6, 29, 17, 1] });
        assert_eq!(page(300, 9), Page { first: 0, across: 3, bars: vec![6, 111, 33, 1] });
    }

    #[test]
    fn the_chart_under_the_cursor_is_on_the_page() {
        for height in 1..60 {
            for across in 1..=3 {
                for cursor in 0..LENGTHS.len() {
                    let page = Page::with(&LENGTHS, across, height, cursor);
                    assert!((page.first..page.end(LENGTHS.len())).contains(&cursor), "{page:?}");
                    let lines: u16 = page.bars.iter().map(|bars| bars + 2).sum();
                    let named = u16::from(page.end(LENGTHS.len()) - page.first < LENGTHS.len());
                    assert!(page.bars.len() == 1 || lines - 1 + named <= height, "{page:?}");
                }
            }
        }
    }

    #[test]
    fn charts_stand_side_by_side_where_they_have_room() {
        assert_eq!([40, 63, 64, 117, 118, 300].map(across), [1, 1, 2, 2, 3, 3]);
    }
}
