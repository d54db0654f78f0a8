//! A table of two fields on a page: cells shaded, each with its number, sums at the edges.

use super::page::{Area, INK, LEFT, Length, Page, RIGHT, Side, THICK, THIN, Type, many};
use super::shade::colours;
use crate::analysis::chart::{Heat, HeatRow, SHADES};
use crate::text::{grouped, signed};

/// Small enough for the articles of a cycle on one page.
const WORDS: Type = Type::of(9);
const KEY: Type = Type::of(9);
/// The height of a line with one line of words, and of each further one.
const LINE: Length = 1_100;
const MORE: Length = 960;
/// The least and the most that a cell is wide.
const NARROW: Length = 2_000;
const WIDE: Length = 4_800;
/// Left and right of a number.
const PAD: Length = 270;
/// The least room for labels.
const LABELS: Length = 9_000;

/// The places of the parts of a table.
struct Columns {
    labels: Length,
    /// The left edge of the first cell, and how wide cells are.
    cells: (Length, Length),
}

fn number(heat: &Heat, cell: i64) -> String {
    if heat.growth { signed(cell) } else { grouped(cell.unsigned_abs()) }
}

/// Draws the table at the top of the page and goes on below it.
pub(super) fn draw(page: &mut Page<'_>, heat: &Heat, shades_are: &str) {
    let columns = columns(page, heat);
    page.rule(THICK);
    page.top += 150;
    row(page, &columns, Line::heads(heat));
    page.top += 50;
    page.rule(THIN);
    page.top += 100;
    for one in &heat.rows {
        row(page, &columns, Line::of(heat, one, true));
    }
    page.top += 100;
    page.rule(THIN);
    page.top += 50;
    row(page, &columns, Line::of(heat, &heat.totals, false));
    page.top += 100;
    page.rule(THICK);
    page.top += 250;
    shades(page, heat, shades_are);
    key(page, heat);
}

fn columns(page: &Page<'_>, heat: &Heat) -> Columns {
    let all = || heat.rows.iter().chain([&heat.totals]);
    let wide = |cell: i64| page.width(&number(heat, cell), WORDS.bold());
    let sums = all().map(|row| wide(row.sum)).max().unwrap_or(0);
    let sums = sums.max(page.width(&heat.sums, WORDS.bold())) + PAD;
    let cell = all().flat_map(|row| &row.cells).map(|cell| wide(*cell)).max().unwrap_or(0);
    let cell = (cell + 2 * PAD).max(NARROW);
    let count = many(&heat.columns).max(1);
    let longest = all().map(|row| page.width(&row.label, WORDS)).max().unwrap_or(0);
    // Labels take what cells leave them; where they need less, cells get it.
    let labels = (RIGHT - LEFT - sums - count * cell).max(LABELS).min(longest + PAD);
    let room = (RIGHT - LEFT - sums - labels) / count;
    let cell = room.min(WIDE.max(cell));
    Columns { labels, cells: (RIGHT - sums - count * cell, cell) }
}

/// The words of a line, with the shades of the cells.
struct Line {
    label: String,
    cells: Vec<(String, u8)>,
    sum: String,
    kind: Type,
}

impl Line {
    fn heads(heat: &Heat) -> Self {
        let letters = heat.columns.iter().map(|(letter, _)| (letter.clone(), 0));
        Self {
            label: heat.corner.clone(),
            cells: letters.collect(),
            sum: heat.sums.clone(),
            kind: WORDS.bold(),
        }
    }

    fn of(heat: &Heat, row: &HeatRow, shaded: bool) -> Self {
        let shade = |cell: i64| if shaded { heat.shade(cell) } else { 0 };
        let cells = row.cells.iter().map(|cell| (number(heat, *cell), shade(*cell)));
        Self {
            label: row.label.clone(),
            cells: cells.collect(),
            sum: number(heat, row.sum),
            kind: if shaded { WORDS } else { WORDS.bold() },
        }
    }
}

fn row(page: &mut Page<'_>, columns: &Columns, line: Line) {
    let (left, wide) = columns.cells;
    let labels = page.lines(&line.label, line.kind, columns.labels - PAD);
    let height = LINE + (many(&labels) - 1) * MORE;
    let middle = page.top + height / 2;
    let base = middle + line.kind.below_middle();
    let first = base - (many(&labels) - 1) * MORE / 2;
    for (place, words) in (0..).zip(labels) {
        page.write(&words, line.kind, (LEFT, first + place * MORE), Side::Right, INK);
    }
    for (place, (number, shade)) in (0..).zip(line.cells) {
        let cell = left + place * wide;
        let (colour, ink) = colours(shade);
        if shade > 0 {
            // White between cells, so that neighbours of one shade stay two.
            page.area(Area(cell + 30, page.top + 30, wide - 60, height - 60), colour);
        }
        page.write(&number, line.kind, (cell + wide - PAD, base), Side::Left, ink);
    }
    page.write(&line.sum, line.kind, (RIGHT, base), Side::Left, INK);
    page.top += height;
}

/// Draws the legend of the shades, each with its range of numbers.
fn shades(page: &mut Page<'_>, heat: &Heat, title: &str) {
    let ranges = (1..=SHADES).filter_map(|shade| heat.range(shade).map(|range| (shade, range)));
    let ranges: Vec<_> = ranges.collect();
    if ranges.is_empty() {
        return;
    }
    let middle = page.top + LINE / 2;
    let base = middle + KEY.below_middle();
    page.write(title, KEY, (LEFT, base), Side::Right, INK);
    let mut left = LEFT + page.width(title, KEY) + 600;
    for (shade, (first, last)) in ranges {
        page.area(Area(left, middle - 400, 1_600, 800), colours(shade).0);
        let range = if first == last {
            number(heat, first)
        } else {
            format!("{}–{}", number(heat, first), number(heat, last))
        };
        page.write(&range, KEY, (left + 2_000, base), Side::Right, INK);
        left += 2_000 + page.width(&range, KEY) + 1_000;
    }
    page.top += LINE + 50;
}

/// The names of the columns, by their letters, in two columns themselves.
fn key(page: &mut Page<'_>, heat: &Heat) {
    let half = (RIGHT - LEFT) / 2;
    let indent = 1_100;
    let (first, second) = heat.columns.split_at(heat.columns.len().div_ceil(2));
    let begin = page.top;
    let mut lowest = begin;
    for (left, names) in [(LEFT, first), (LEFT + half, second)] {
        page.top = begin;
        for (letter, name) in names {
            let base = |page: &Page<'_>| page.top + LINE / 2 + KEY.below_middle();
            page.write(letter, KEY.bold(), (left, base(page)), Side::Right, INK);
            for line in page.lines(name, KEY, half - indent - PAD) {
                page.write(&line, KEY, (left + indent, base(page)), Side::Right, INK);
                page.top += KEY.leading();
            }
        }
        lowest = lowest.max(page.top);
    }
    page.top = lowest;
}
