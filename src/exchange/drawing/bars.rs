//! A bar chart on a page: the label on the left, its bar, its numbers on the right.

use super::page::{Area, Fill, INK, LEFT, Length, Page, RIGHT, Side, THICK, THIN, Type, many};
use crate::analysis::chart::{Bar, Bars};

const WORDS: Type = Type::of(10);
const HEADS: Type = Type::of(9);
/// Between columns.
const GAP: Length = 900;
/// The widest that labels are written in; longer ones take several lines.
const LABELS: Length = 15_000;
/// The height of a bar, and of each of two below each other.
const BAR: Length = 1_100;
const HALF: Length = 800;
/// The space above and below a line.
const AROUND: Length = 350;
/// The shortest bar of something that is there, and the shortest part that shows a change.
const LEAST: Length = 60;
const LEAST_CHANGE: Length = 150;

/// The places of the parts of a chart.
struct Columns {
    /// The right edge of each column of numbers.
    numbers: Vec<Length>,
    labels: Length,
    /// The left edge of bars, and the length of the longest.
    bars: (Length, Length),
    /// The value of the longest bar.
    scale: u32,
}

/// Draws the chart at the top of the page and goes on below it.
pub(super) fn draw(page: &mut Page<'_>, bars: &Bars) {
    let columns = columns(page, bars);
    page.rule(THICK);
    page.top += HEADS.leading() + AROUND;
    let heads = page.top - AROUND - HEADS.size / 4 + 100;
    for (head, right) in bars.heads.iter().zip(&columns.numbers) {
        page.write(head, HEADS, (*right, heads), Side::Left, INK);
    }
    page.rule(THIN);
    page.top += AROUND / 2;
    let begin = page.top;
    for bar in &bars.bars {
        line(page, bars, bar, &columns);
    }
    // The line from which bars are measured, so that nothing can be told from missing.
    page.area(Area(columns.bars.0 - THIN, begin, THIN, page.top - begin), INK);
    page.top += AROUND / 2;
    page.rule(THIN);
    words(page, &bars.total, &columns, WORDS.bold(), WORDS.leading() + AROUND);
    page.top += WORDS.leading() + AROUND;
    page.rule(THICK);
    legend(page, bars, &columns);
}

fn columns(page: &Page<'_>, bars: &Bars) -> Columns {
    let all = || bars.bars.iter().chain([&bars.total]);
    let mut right = RIGHT;
    let mut numbers = Vec::new();
    for (place, head) in bars.heads.iter().enumerate().rev() {
        numbers.push(right);
        let widest = all().filter_map(|bar| bar.numbers.get(place));
        let widest = widest.map(|number| page.width(number, WORDS.bold())).max().unwrap_or(0);
        right -= widest.max(page.width(head, HEADS)) + GAP;
    }
    numbers.reverse();
    let labels = all().map(|bar| page.width(&bar.label, WORDS.bold())).max().unwrap_or(0);
    let labels = labels.min(LABELS);
    let start = LEFT + labels + GAP;
    let largest = bars.bars.iter().map(|bar| bar.value.max(bar.before.unwrap_or(0)));
    Columns {
        numbers,
        labels,
        bars: (start, (right - start).max(GAP)),
        scale: largest.max().unwrap_or(0).max(1),
    }
}

impl Columns {
    /// How long the bar of a value is.
    fn length(&self, value: u32) -> Length {
        if value == 0 {
            return 0;
        }
        let length = i64::from(self.bars.1) * i64::from(value) / i64::from(self.scale);
        (length as Length).max(LEAST)
    }
}

fn line(page: &mut Page<'_>, bars: &Bars, bar: &Bar, columns: &Columns) {
    let lines = many(&page.lines(&bar.label, WORDS, columns.labels));
    let two = bars.beside && bar.before.is_some();
    let thick = if two { 2 * HALF + 50 } else { BAR };
    let height = thick.max(lines * WORDS.leading()) + 2 * AROUND;
    words(page, bar, columns, WORDS, height);
    let (left, top) = (columns.bars.0, page.top + (height - thick) / 2);
    match bar.before {
        Some(before) if bars.beside => {
            part(page, Area(left, top, columns.length(before), HALF), Fill::Hatched);
            let below = top + HALF + 50;
            part(page, Area(left, below, columns.length(bar.value), HALF), Fill::Full);
        }
        Some(before) => {
            // One behind the other: the part that stayed, then the part added or gone.
            let kept = columns.length(bar.value.min(before));
            part(page, Area(left, top, kept, BAR), Fill::Full);
            let whole = columns.length(bar.value.max(before));
            let (more, fill) = match bar.value.cmp(&before) {
                std::cmp::Ordering::Less => (true, Fill::Dashed),
                std::cmp::Ordering::Equal => (false, Fill::Full),
                std::cmp::Ordering::Greater => (true, Fill::Hatched),
            };
            if more {
                part(page, Area(left + kept, top, (whole - kept).max(LEAST_CHANGE), BAR), fill);
            }
        }
        None => part(page, Area(left, top, columns.length(bar.value), BAR), Fill::Full),
    }
    page.top += height;
}

fn part(page: &mut Page<'_>, area: Area, fill: Fill) {
    if area.2 > 0 {
        page.bar(area, fill);
    }
}

/// The label and the numbers, in the middle of a line.
fn words(page: &mut Page<'_>, bar: &Bar, columns: &Columns, kind: Type, height: Length) {
    let middle = page.top + height / 2;
    let lines = page.lines(&bar.label, kind, columns.labels);
    let first = middle - (many(&lines) - 1) * kind.leading() / 2 + kind.below_middle();
    for (place, line) in (0..).zip(lines) {
        page.write(&line, kind, (LEFT, first + place * kind.leading()), Side::Right, INK);
    }
    for (number, right) in bar.numbers.iter().zip(&columns.numbers) {
        page.write(number, kind, (*right, middle + kind.below_middle()), Side::Left, INK);
    }
}

/// Draws the legend of the fills, where two dates are compared.
fn legend(page: &mut Page<'_>, bars: &Bars, columns: &Columns) {
    let Some([since, until]) = &bars.dates else { return };
    let [added, gone] = &bars.changes;
    let went = bars.bars.iter().any(|bar| bar.before.is_some_and(|before| before > bar.value));
    let mut entries = if bars.beside {
        vec![(Fill::Hatched, since), (Fill::Full, until)]
    } else {
        vec![(Fill::Full, since), (Fill::Hatched, added)]
    };
    if went && !bars.beside {
        entries.push((Fill::Dashed, gone));
    }
    page.top += AROUND;
    let middle = page.top + BAR / 2 + 100;
    let mut left = columns.bars.0;
    let wide = |page: &Page<'_>, words: &str| 1_600 + 500 + page.width(words, HEADS) + GAP;
    let all: Length = entries.iter().map(|(_, words)| wide(page, words)).sum();
    if left + all - GAP > RIGHT {
        left = (RIGHT - all + GAP).max(LEFT);
    }
    for (fill, words) in entries {
        page.bar(Area(left, middle - HALF / 2, 1_600, HALF), fill);
        let place = (left + 2_100, middle + HEADS.below_middle());
        page.write(words, HEADS, place, Side::Right, INK);
        left += wide(page, words);
    }
    page.top += BAR + 200;
}
