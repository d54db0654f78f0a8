//! A figure as text for people: bars of block elements, tables whose cells carry a shade beside
//! their number. It can be read without colour, and aligns whatever the script.

use crate::analysis::chart::{Bar, Bars, Body, Chart, Heat, HeatRow, SHADES};
use crate::domain::clean_line;
use crate::text::{Signs, bar, grouped, padded, signed, stacked, width, wrapped};
use std::io::{self, Write};

/// How wide a figure is where no terminal says.
const USUAL: usize = 100;
/// The least that bars are drawn in.
const LEAST: usize = 8;
/// The widest bars: longer ones are no easier to compare.
const MOST: usize = 60;
/// The fills: the earlier part, the part added, the part gone.
const FILLS: [char; 3] = ['█', '▒', '░'];
/// The shades of cells, the lightest first; nothing has none.
const SHADE: [char; SHADES as usize + 1] = [' ', '░', '▒', '▓', '█'];

/// Words that belong to no figure in particular.
#[derive(Clone, Copy)]
pub struct ChartWords<'a> {
    /// The word before the ranges of the shades.
    pub shades: &'a str,
    /// The word before the names of the columns, with a space where the language has one there.
    pub key: &'a str,
    /// The sign between the names of the columns.
    pub between: &'a str,
}

/// Writes a figure, as wide as the terminal if there is one. Of its signs only the bars follow
/// `signs`; the rest is for the writer that `out` is.
pub fn write_chart(
    chart: &Chart,
    words: ChartWords<'_>,
    signs: Signs,
    width_of_terminal: Option<usize>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let most = width_of_terminal.unwrap_or(USUAL).max(20);
    let mut lines = vec![clean_line(&chart.heading)];
    lines.extend(wrapped(&clean_line(&chart.title), most));
    lines.extend(wrapped(&clean_line(&chart.subtitle), most));
    lines.push(String::new());
    match &chart.body {
        Body::Bars(bars) => lines.extend(bar_lines(bars, signs, most)),
        Body::Heat(heat) => lines.extend(heat_lines(heat, words, most)),
    }
    lines.push(String::new());
    lines.extend(chart.notes.iter().flat_map(|note| wrapped(&clean_line(note), most)));
    // A command in pieces would be several.
    lines.push(clean_line(&chart.query));
    lines.iter().try_for_each(|line| writeln!(out, "{}", line.trim_end()))
}

fn bar_lines(bars: &Bars, signs: Signs, most: usize) -> Vec<String> {
    let all = || bars.bars.iter().chain([&bars.total]);
    let numbers: Vec<usize> = (bars.heads.iter().enumerate())
        .map(|(place, head)| {
            all().map(|bar| width(&bar.numbers[place])).fold(width(head), usize::max)
        })
        .collect();
    let taken = numbers.iter().map(|wide| wide + 2).sum::<usize>();
    let longest = all().map(|bar| width(&clean_line(&bar.label))).max().unwrap_or(0);
    let labels = longest.min(most.saturating_sub(taken + LEAST + 2)).max(LEAST);
    let room = most.saturating_sub(labels + taken + 2).min(MOST);
    let largest = |bar: &Bar| bar.value.max(bar.before.unwrap_or(0));
    let scale = bars.bars.iter().map(largest).max().unwrap_or(0);
    let line = |label: &str, cells: &[String], drawn: &str| {
        let mut line = padded(&clean_line(label), labels, false);
        for (cell, wide) in cells.iter().zip(&numbers) {
            line.push_str("  ");
            line.push_str(&padded(cell, *wide, true));
        }
        format!("{line}  {drawn}")
    };
    let rule = "─".repeat(labels + taken);
    let mut lines = vec![line("", &bars.heads, ""), rule.clone()];
    for one in &bars.bars {
        match one.before {
            Some(before) if bars.beside => {
                lines.push(line(&one.label, &one.numbers, &drawn(before, scale, room, FILLS[1])));
                // The second bar stands under the first, behind no numbers.
                let indent = " ".repeat(labels + taken + 2);
                lines.push(indent + &bar(one.value, scale, room, signs));
            }
            Some(before) => {
                lines.push(line(&one.label, &one.numbers, &grown(one, before, scale, room)));
            }
            None => {
                lines.push(line(&one.label, &one.numbers, &bar(one.value, scale, room, signs)));
            }
        }
    }
    lines.push(rule);
    lines.push(line(&bars.total.label, &bars.total.numbers, ""));
    if let Some([since, until]) = &bars.dates {
        let gone = bars.bars.iter().any(|bar| bar.before.is_some_and(|before| before > bar.value));
        let [added, lost] = &bars.changes;
        let legend = if bars.beside {
            vec![format!("{} {since}", FILLS[1]), format!("{} {until}", FILLS[0])]
        } else {
            vec![format!("{} {since}", FILLS[0]), format!("{} {added}", FILLS[1])]
        };
        let lost = (gone && !bars.beside).then(|| format!("{} {lost}", FILLS[2]));
        lines.push(String::new());
        lines.push(legend.into_iter().chain(lost).collect::<Vec<_>>().join("   "));
    }
    lines
}

/// A bar of one fill, in whole cells.
fn drawn(value: u32, scale: u32, room: usize, fill: char) -> String {
    stacked(&[(value, fill)], scale, room)
}

/// A bar in three fills: kept, added, gone.
fn grown(bar: &Bar, before: u32, scale: u32, room: usize) -> String {
    let kept = bar.value.min(before);
    let parts = [(kept, FILLS[0]), (bar.value - kept, FILLS[1]), (before - kept, FILLS[2])];
    stacked(&parts, scale, room)
}

fn heat_lines(heat: &Heat, words: ChartWords<'_>, most: usize) -> Vec<String> {
    let number = |cell: i64| if heat.growth { signed(cell) } else { grouped(cell.unsigned_abs()) };
    let all = || heat.rows.iter().chain([&heat.totals]);
    let cells: Vec<usize> = (0..heat.columns.len())
        .map(|at| all().map(|row| width(&number(row.cells[at]))).max().unwrap_or(1).max(2))
        .collect();
    let sums = all().map(|row| width(&number(row.sum))).fold(width(&heat.sums), usize::max);
    // A cell is a space, its number and its shade.
    let taken = cells.iter().map(|wide| wide + 2).sum::<usize>() + sums + 2;
    let longest =
        all().map(|row| width(&clean_line(&row.label))).fold(width(&heat.corner), usize::max);
    let labels = longest.min(most.saturating_sub(taken)).max(LEAST);
    let line = |label: &str, cells: Vec<(String, char)>, widths: &[usize], sum: String| {
        let mut line = padded(&clean_line(label), labels, false);
        for ((cell, shade), wide) in cells.into_iter().zip(widths) {
            line.push(' ');
            line.push_str(&padded(&cell, *wide, true));
            line.push(shade);
        }
        format!("{line}  {}", padded(&sum, sums, true))
    };
    let row = |row: &HeatRow, shaded: bool| {
        let cell = |cell: &i64| {
            let shade = if shaded { SHADE[usize::from(heat.shade(*cell))] } else { ' ' };
            (number(*cell), shade)
        };
        line(&row.label, row.cells.iter().map(cell).collect(), &cells, number(row.sum))
    };
    let heads = heat.columns.iter().map(|(letter, _)| (letter.clone(), ' ')).collect();
    let rule = "─".repeat(labels + taken);
    let mut lines = vec![line(&heat.corner, heads, &cells, heat.sums.clone()), rule.clone()];
    lines.extend(heat.rows.iter().map(|one| row(one, true)));
    lines.push(rule);
    lines.push(row(&heat.totals, false));
    lines.push(String::new());
    let ranges = (1..=SHADES).filter_map(|shade| {
        let (first, last) = heat.range(shade)?;
        let range = if first == last {
            number(first)
        } else {
            format!("{}–{}", number(first), number(last))
        };
        Some(format!("{} {range}", SHADE[usize::from(shade)]))
    });
    let ranges: Vec<String> = ranges.collect();
    if !ranges.is_empty() {
        lines.push(format!("{} {}", words.shades, ranges.join("   ")));
    }
    let key: Vec<String> = heat
        .columns
        .iter()
        .map(|(letter, name)| format!("{letter} {}", clean_line(name)))
        .collect();
    lines.extend(wrapped(&format!("{}{}", words.key, key.join(words.between)), most));
    lines
}
