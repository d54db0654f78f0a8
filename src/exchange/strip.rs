//! A total over the years as text for people: a line of upright bars, their years and numbers
//! below, then the published totals.

use crate::analysis::trend::{Strip, TrendColumn};
use crate::domain::clean_line;
use crate::text::{padded, upright, width, wrapped};
use std::io::{self, Write};

/// How wide it is where no terminal says.
const USUAL: usize = 100;
/// How high the bars are.
const ROWS: usize = 8;

/// Writes a total over the years, as wide as the terminal if there is one.
pub fn write_strip(
    strip: &Strip,
    width_of_terminal: Option<usize>,
    out: &mut dyn Write,
) -> io::Result<()> {
    // narrower, years would have to be left out
    let most = width_of_terminal.unwrap_or(USUAL).max(72);
    let columns: Vec<_> = strip.columns.iter().map(TrendColumn::standing).collect();
    let drawn = upright(&columns, columns.len(), most, ROWS);
    let mut lines = wrapped(&clean_line(&strip.title), most);
    lines.extend(wrapped(&clean_line(&strip.subtitle), most));
    lines.push(String::new());
    if let Some(nothing) = &strip.nothing {
        lines.extend(wrapped(nothing, most));
    } else {
        lines.extend(drawn.bars);
    }
    lines.push("─".repeat(width(&drawn.years)));
    lines.push(drawn.years);
    lines.extend(drawn.values);
    if !strip.points.is_empty() {
        lines.push(String::new());
        lines.extend(points(strip));
    }
    lines.push(String::new());
    lines.extend(strip.notes.iter().flat_map(|note| wrapped(&clean_line(note), most)));
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.iter().try_for_each(|line| writeln!(out, "{}", line.trim_end()))
}

/// The published totals, in aligned columns.
fn points(strip: &Strip) -> Vec<String> {
    let rows = || strip.points.iter().map(|point| &point.cells).chain([&strip.heads]);
    let wide = |at: usize| rows().map(|cells| width(&clean_line(&cells[at]))).max().unwrap_or(0);
    let widths: Vec<usize> = (0..strip.heads.len()).map(wide).collect();
    let line = |cells: &[String; 5]| {
        let cell = |(at, cell): (usize, &String)| {
            let number = (1..=3).contains(&at);
            padded(&clean_line(cell), widths[at], number)
        };
        cells.iter().enumerate().map(cell).collect::<Vec<_>>().join("  ")
    };
    let mut lines = vec![line(&strip.heads)];
    lines.push("─".repeat(width(&lines[0])));
    lines.extend(strip.points.iter().map(|point| line(&point.cells)));
    lines
}
