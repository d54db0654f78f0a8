//! Totals over the years, ready to be drawn as a picture: an upright bar for each year, the years below, and below them
//! the numbers in rows.

use super::series::TrendMeasure;
use super::totals::{SeriesLine, Trend};
use super::words::{Worded, held, name};
use crate::domain::Coded;

/// Bars over the years with their numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Years {
    /// A short name for files, of letters and figures.
    pub code: String,
    /// The name of what is counted.
    pub title: String,
    /// The day of the numbers, in words.
    pub subtitle: String,
    /// The years, in four figures each.
    pub years: Vec<String>,
    /// The rows of numbers, of which the first is the whole; the others are its parts.
    pub rows: Vec<YearRow>,
    /// The sentence in place of the bars where no year has one.
    pub nothing: Option<String>,
    /// The lines below, each a sentence.
    pub notes: Vec<String>,
}

/// A row of numbers, one for each year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearRow {
    /// Its name.
    pub label: String,
    /// The numbers, in words.
    pub values: Vec<String>,
    /// The heights that they have in the bars; `None` where the number is not known.
    pub heights: Vec<Option<u32>>,
}

impl Trend {
    /// The pictures of it: each total by itself with what was published of it, or the open needs with their standings as
    /// the parts of one.
    pub fn pictures(&self, look: Worded<'_>) -> Vec<Years> {
        let is_of_standing = |line: &&SeriesLine| line.series.counted.is_of_standing();
        if let Some(open) = self.lines.iter().find(is_of_standing) {
            return vec![self.picture(open, &self.lines, look)];
        }
        let alone = |line| self.picture(line, std::slice::from_ref(line), look);
        self.lines.iter().map(alone).collect()
    }

    fn picture(&self, whole: &SeriesLine, rows: &[SeriesLine], look: Worded<'_>) -> Years {
        let text = look.text;
        let label = |line: &SeriesLine| match line.series.counted {
            TrendMeasure::Open => text.tr("head-gap-open").into_owned(),
            TrendMeasure::Standing(standing) => text.value("match", standing.code()),
            TrendMeasure::Needs
            | TrendMeasure::States
            | TrendMeasure::Reviews
            | TrendMeasure::Parties => text.tr("trend-head-register").into_owned(),
        };
        let row = |line: &SeriesLine| YearRow {
            label: label(line),
            values: line.years.iter().map(|year| held(year.held, text)).collect(),
            heights: line.years.iter().map(|year| year.held.count()).collect(),
        };
        let strip = self.strip(whole, look);
        let points = whole.published.iter().map(|point| self.about_point(point, text));
        let codes = [whole.series.counted.code(), whole.series.cycle_code()];
        let codes = codes.map(|code| code.replace('+', "-"));
        let codes = codes.iter().map(String::as_str).filter(|code| !code.is_empty());
        Years {
            code: codes.collect::<Vec<_>>().join("-"),
            title: name(whole.series, text),
            subtitle: strip.subtitle,
            years: strip.columns.into_iter().map(|column| column.year).collect(),
            rows: rows.iter().map(row).collect(),
            nothing: strip.nothing,
            notes: points.chain(strip.notes).collect(),
        }
    }
}
