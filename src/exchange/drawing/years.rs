//! A total over the years on a page: an upright bar for each year, the years below, and the numbers in rows.

use super::page::{Area, Fill, INK, LEFT, Length, Page, RIGHT, Side, THICK, THIN, Type, many};
use crate::analysis::trend::{YearRow, Years};

const WORDS: Type = Type::of(9);
/// The smallest letters of numbers, in points.
const LEAST_POINTS: Length = 6;
/// How high the highest bar is.
const HIGHEST: Length = 15_000;
/// The shortest part of a bar of something that is there.
const LEAST: Length = 60;
/// Between the bars, of the width of a column in hundredths.
const BETWEEN: Length = 30;
/// Between labels and the first column, and between two numbers.
const GAP: Length = 400;
/// The fills of the parts of a bar, from its foot up.
const FILLS: [Fill; 3] = [Fill::Full, Fill::Hatched, Fill::Dashed];
/// The side of the sample of a fill before the name of a part.
const SAMPLE: Length = 700;

/// The places of the columns.
struct Columns {
    /// The left edge of the first, and how wide each is.
    left: Length,
    wide: Length,
    /// The first year that has room.
    first: usize,
    /// How numbers are written.
    numbers: Type,
}

/// Draws the total at the top of the page and goes on below it. Where not all years have room, the last ones have.
pub(super) fn draw(page: &mut Page<'_>, years: &Years) {
    let columns = columns(page, years);
    page.rule(THICK);
    page.top += GAP;
    if let Some(nothing) = &years.nothing {
        page.paragraph(nothing, WORDS);
        page.top += GAP;
    } else {
        bars(page, years, &columns);
    }
    page.rule(THIN);
    let heads = years.years.iter().map(String::as_str);
    line(page, &columns, ("", None), heads, WORDS.bold());
    page.rule(THIN);
    for (place, row) in years.rows.iter().enumerate() {
        let fill = place.checked_sub(1).and_then(|part| FILLS.get(part)).copied();
        let values = row.values.iter().map(String::as_str);
        line(page, &columns, (&row.label, fill), values, columns.numbers);
    }
    page.top += 100;
    page.rule(THICK);
}

fn columns(page: &Page<'_>, years: &Years) -> Columns {
    let labels = years.rows.iter().map(|row| page.width(&row.label, WORDS)).max().unwrap_or(0);
    let left = LEFT + SAMPLE + labels + 2 * GAP;
    let room = RIGHT - left;
    let widest = |kind: Type| {
        let values = years.rows.iter().flat_map(|row| &row.values);
        let values = values.map(|value| page.width(value, kind)).max().unwrap_or(0);
        values.max(page.width("0000", WORDS.bold())) + GAP
    };
    let all = many(&years.years).max(1);
    let sizes = (LEAST_POINTS..=9).rev().map(Type::of);
    let numbers = sizes.clone().find(|kind| widest(*kind) * all <= room);
    let numbers = numbers.unwrap_or(Type::of(LEAST_POINTS));
    let shown = all.min((room / widest(numbers)).max(1));
    let first = years.years.len().saturating_sub(shown.unsigned_abs() as usize);
    Columns { left, wide: room / shown, first, numbers }
}

/// The bars, each with its parts upon each other.
fn bars(page: &mut Page<'_>, years: &Years, columns: &Columns) {
    let (whole, parts) = years.rows.split_first().map_or((None, &[][..]), |(a, b)| (Some(a), b));
    let Some(whole) = whole else { return };
    let height = |row: &YearRow, year: usize| row.heights.get(year).copied().flatten();
    let known = |year: usize| {
        let of_parts: u32 = parts.iter().filter_map(|row| height(row, year)).sum();
        height(whole, year).unwrap_or(of_parts).max(of_parts)
    };
    let shown = columns.first..years.years.len();
    let most = shown.clone().map(known).max().unwrap_or(0).max(1);
    let foot = page.top + HIGHEST;
    for (at, year) in (0..).zip(shown) {
        let between = columns.wide * BETWEEN / 100;
        let left = columns.left + at * columns.wide + between;
        let wide = columns.wide - between;
        let mut top = foot;
        let mut part = |value: u32, fill: Fill| {
            if value > 0 {
                let high = i64::from(HIGHEST) * i64::from(value) / i64::from(most);
                let high = (high as Length).max(LEAST);
                top -= high;
                page.bar(Area(left, top, wide, high), fill);
            }
        };
        if parts.is_empty() {
            part(height(whole, year).unwrap_or(0), Fill::Full);
        }
        for (row, fill) in parts.iter().zip(FILLS) {
            part(height(row, year).unwrap_or(0), fill);
        }
    }
    page.top = foot;
}

/// A row of numbers with its name, before which a sample of the fill of its parts stands.
fn line<'t>(
    page: &mut Page<'_>,
    columns: &Columns,
    (label, fill): (&str, Option<Fill>),
    values: impl Iterator<Item = &'t str>,
    kind: Type,
) {
    let height = WORDS.leading() + 300;
    let middle = page.top + height / 2;
    if let Some(fill) = fill {
        page.bar(Area(LEFT, middle - SAMPLE / 2, SAMPLE, SAMPLE), fill);
    }
    let base = middle + WORDS.below_middle();
    page.write(label, WORDS, (LEFT + SAMPLE + GAP, base), Side::Right, INK);
    for (at, value) in (1..).zip(values.skip(columns.first)) {
        let right = columns.left + at * columns.wide;
        page.write(value, kind, (right, base), Side::Left, INK);
    }
    page.top += height;
}
