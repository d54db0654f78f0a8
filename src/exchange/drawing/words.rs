//! A figure in words alone, for readers who cannot see its picture: drawings hold outlines, and no
//! program reads those aloud.

use crate::analysis::chart::{Body, Chart};
use crate::analysis::trend::Years;
use crate::domain::clean_line;
use crate::text::{grouped, signed};

/// A line of text with nothing in it that acts, or that XML forbids.
pub(super) fn plain(text: &str) -> String {
    clean_line(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

/// The name of a picture.
pub(super) fn title(chart: &Chart) -> String {
    plain(&format!("{} – {}", chart.heading, chart.title))
}

/// The content of the figure, line by line.
pub(super) fn description(chart: &Chart) -> String {
    let mut lines = vec![chart.subtitle.clone()];
    match &chart.body {
        Body::Bars(bars) => {
            for bar in bars.bars.iter().chain([&bars.total]) {
                let numbers = bars.heads.iter().zip(&bar.numbers);
                let numbers: Vec<String> =
                    numbers.map(|(head, number)| format!("{head} {number}")).collect();
                lines.push(format!("{}: {}", bar.label, numbers.join(", ")));
            }
        }
        Body::Heat(heat) => {
            let number = |cell: &i64| {
                if heat.growth { signed(*cell) } else { grouped(cell.unsigned_abs()) }
            };
            for row in heat.rows.iter().chain([&heat.totals]) {
                let names = heat.columns.iter().map(|(_, name)| name).chain([&heat.sums]);
                let cells = names.zip(row.cells.iter().chain([&row.sum]));
                let cells: Vec<String> =
                    cells.map(|(name, cell)| format!("{name} {}", number(cell))).collect();
                lines.push(format!("{}: {}", row.label, cells.join(", ")));
            }
        }
    }
    lines.extend(chart.below().cloned());
    let lines: Vec<String> = lines.iter().map(|line| plain(line)).collect();
    lines.join("\n")
}

/// The content of a total over the years, line by line.
pub(super) fn of_years(years: &Years) -> String {
    let mut lines = vec![years.subtitle.clone()];
    for row in &years.rows {
        let numbers = years.years.iter().zip(&row.values);
        let numbers: Vec<String> =
            numbers.map(|(year, number)| format!("{year} {number}")).collect();
        lines.push(format!("{}: {}", row.label, numbers.join(", ")));
    }
    lines.extend(years.notes.iter().cloned());
    lines.iter().map(|line| plain(line)).collect::<Vec<_>>().join("\n")
}
