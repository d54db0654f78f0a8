//! A total over the years in words and numbers, ready to be drawn as a line of bars with the
//! published totals beside it.

use super::held::Held;
use super::series::{Series, TrendMeasure};
use super::totals::{Published, SeriesLine, Trend};
use crate::analysis::words::day_in_words;
use crate::domain::reference::{Exactness, HistoryRow, TotalStatus};
use crate::domain::{Coded, Day};
use crate::query::register::Vocabulary;
use crate::text::{Arg, Standing, Text, grouped, signed};

/// How a trend is to be worded.
#[derive(Clone, Copy)]
pub struct Worded<'a> {
    /// The small tables of the register of the day shown.
    pub vocabulary: &'a Vocabulary,
    /// The language.
    pub text: &'a Text,
    /// Whether the register is illustrative.
    pub illustrative: bool,
}

/// A total over the years, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    /// The name of the total.
    pub title: String,
    /// The day of the numbers, in words.
    pub subtitle: String,
    /// The years.
    pub columns: Vec<TrendColumn>,
    /// The sentence in place of the bars where no year has one.
    pub nothing: Option<String>,
    /// The heads of the cells of [`PointRow`], the source last.
    pub heads: [String; 5],
    /// The published totals.
    pub points: Vec<PointRow>,
    /// The lines below, each a sentence.
    pub notes: Vec<String>,
}

/// A year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendColumn {
    /// Its four figures.
    pub year: String,
    /// The number in the register, or two dots.
    pub value: String,
    /// The height of its bar.
    pub height: Option<u32>,
}

impl TrendColumn {
    /// The year as a bar to be drawn.
    pub fn standing(&self) -> Standing<'_> {
        Standing { year: &self.year, value: &self.value, height: self.height }
    }
}

/// A published total beside the number in the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointRow {
    /// The day, the published number, the register's number, the difference, the source.
    pub cells: [String; 5],
}

/// The name of a series.
pub fn name(series: &Series, text: &Text) -> String {
    if series.counted.is_of_standing() {
        let code = series.counted.code().replace(' ', "-");
        return text.tr(&format!("trend-standing-{code}")).into_owned();
    }
    let counted = text.tr(&format!("trend-{}", series.counted.code())).into_owned();
    if series.counted == TrendMeasure::Parties {
        return counted;
    }
    let cycle = match series.cycle {
        Some(cycle) => text.value("cycle", cycle.code()),
        None => text.tr("trend-both-cycles").into_owned(),
    };
    let args = [("what", Arg::from(counted)), ("cycle", Arg::from(cycle))];
    text.tra("trend-name", &args)
}

/// Whether a number fits a total published in round words: one more for "more than", otherwise one
/// within a twentieth, and for "almost" below it.
fn fits(row: &HistoryRow, count: u32) -> bool {
    let near = u64::from(count.abs_diff(row.value)) * 20 <= u64::from(row.value);
    match row.exactness {
        Exactness::Exact => false,
        Exactness::About => near,
        Exactness::Almost => near && count < row.value,
        Exactness::MoreThan => count > row.value,
    }
}

impl Trend {
    /// A total in words.
    pub fn strip(&self, line: &SeriesLine, look: Worded<'_>) -> Strip {
        let text = look.text;
        let column = |year: &super::Year| TrendColumn {
            year: year.day.date().year().to_string(),
            value: held(year.held, text),
            height: year.held.count(),
        };
        let heads = ["day", "published", "register", "more", "source"];
        let until = [("day", Arg::from(day_in_words(self.until, text)))];
        let columns: Vec<TrendColumn> = line.years.iter().map(column).collect();
        let is_blank = columns.iter().all(|column| column.height.is_none_or(|height| height == 0));
        Strip {
            title: name(line.series, text),
            subtitle: text.tra("trend-as-at", &until),
            columns,
            nothing: is_blank.then(|| text.tr("trend-nothing").into_owned()),
            heads: heads.map(|id| text.tr(&format!("trend-head-{id}")).into_owned()),
            points: line.published.iter().map(|point| self.point(point, text)).collect(),
            notes: self.notes(line, look),
        }
    }

    fn point(&self, point: &Published, text: &Text) -> PointRow {
        let count = point.held.count().filter(|_| self.narrowed.is_empty());
        let more = count.map(|count| match i64::from(count) - i64::from(point.row.value) {
            0 => text.tr("trend-same").into_owned(),
            _ if fits(&point.row, count) => text.tr("trend-fits").into_owned(),
            more => signed(more),
        });
        let cells = [
            point.day.to_string(),
            published(&point.row, text),
            held(point.held, text),
            more.unwrap_or_default(),
            source(&point.row, text),
        ];
        PointRow { cells }
    }

    /// The number in the register on a day, in a sentence.
    pub fn about_year(&self, day: Day, of: Held, text: &Text) -> String {
        let day = ("day", Arg::from(day_in_words(day, text)));
        match of {
            Held::Count(count) => {
                text.tra("trend-holds", &[day, ("count", Arg::from(grouped(count.into())))])
            }
            Held::Between(least, most) => {
                let number = |number: u32| Arg::from(grouped(number.into()));
                text.tra("trend-between", &[day, ("least", number(least)), ("most", number(most))])
            }
            Held::NotAsked => text.tr("trend-not-asked").into_owned(),
            Held::Hidden => text.tra("trend-hidden", &[day]),
        }
    }

    /// A published total and the number in the register, in sentences.
    pub fn about_point(&self, point: &Published, text: &Text) -> String {
        let row = &point.row;
        let note = row.note.in_lang(text.lang());
        let said = text.tra(
            "trend-point",
            &[
                ("about", Arg::from(row.about.in_lang(text.lang()))),
                ("number", Arg::from(published(row, text))),
                ("source", Arg::from(source(row, text))),
            ],
        );
        let parts = [said, self.about_year(point.day, point.held, text), note.to_owned()];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(&text.tr("trend-space"))
    }

    /// The notes for readers of a total.
    fn notes(&self, line: &SeriesLine, look: Worded<'_>) -> Vec<String> {
        let text = look.text;
        let mut notes = Vec::new();
        if !self.narrowed.is_empty() && !line.series.counted.is_of_standing() {
            notes.push(text.tr("trend-not-narrowed").into_owned());
        }
        let last = line.years.last().map(|year| year.held);
        if line.series.counted == TrendMeasure::Parties {
            let parties = look.vocabulary.states.iter();
            let parties = parties.filter(|state| state.party != Some(false));
            let undated = parties.clone().filter(|state| state.party_since.is_none()).count();
            if last == Some(Held::NotAsked) {
                notes.push(text.tr("trend-not-asked").into_owned());
            } else if undated > 0 {
                let number = |number: usize| Arg::from(grouped(number as u64));
                let args = [("undated", number(undated)), ("all", number(parties.count()))];
                notes.push(text.tra("trend-undated", &args));
            }
        }
        if line.later > 0 {
            notes.push(text.tra("trend-later", &[("count", Arg::from(line.later as u32))]));
        }
        if look.vocabulary.nameless.is_some() {
            notes.push(text.tr("cli-no-names").into_owned());
        }
        if look.illustrative {
            notes.push(text.tr("cli-illustrative").into_owned());
        }
        notes
    }
}

/// The number in the register, for a cell.
pub(super) fn held(held: Held, text: &Text) -> String {
    let count = held.count().map(|count| grouped(count.into()));
    count.unwrap_or_else(|| text.tr("figure-not-available").into_owned())
}

/// A published number with how exact it is.
pub fn published(row: &HistoryRow, text: &Text) -> String {
    let number = Arg::from(grouped(row.value.into()));
    match row.exactness {
        Exactness::Exact => grouped(row.value.into()),
        other => text.tra(&format!("exactness-{}", other.code()), &[("number", number)]),
    }
}

/// The document that published the total, and how the total comes about where it is not stated
/// there itself.
pub fn source(row: &HistoryRow, text: &Text) -> String {
    let source = row.source.in_lang(text.lang());
    if row.status == TotalStatus::Published {
        return source.to_owned();
    }
    let status = text.tr(&format!("status-{}", row.status.code())).into_owned();
    text.tra("trend-source", &[("source", Arg::from(source)), ("status", Arg::from(status))])
}
