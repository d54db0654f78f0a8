//! `ta-tui trend`: totals over the years, the register's numbers beside the published ones.

use super::failure::Failure;
use super::format::{Format, FormatArgs};
use super::globals::FilterArgs;
use super::output::{self, Output, marked};
use super::session::{Session, remarks};
use crate::analysis::day_in_words;
use crate::analysis::trend::{
    Ask, Held, Strip, Trend, TrendColumn, Untold, Worded, published, source, trend,
};
use crate::assistance::{StandingPart, StandingYear, standing_trend};
use crate::columns::property::{Property, ValueKind, codes};
use crate::domain::reference::{Exactness, HistoryRow};
use crate::domain::{Coded, Day};
use crate::exchange::{Cell, Sheet, write_strip};
use crate::query::parse;
use crate::query::register::Register;
use crate::store::{Backwards, StoreError};
use crate::text::{Arg, Lang, Text, grouped};
use clap::{Args, ValueEnum};
use std::io::Write;
use std::sync::Arc;

#[derive(Debug, Args)]
pub(super) struct TrendArgs {
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[arg(long, value_enum, value_name = "BY")]
    pub(super) by: Option<By>,
    #[command(flatten)]
    pub(super) format: FormatArgs,
}

/// By what the needs of each year are counted apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum By {
    /// How far activities serve them.
    #[value(alias = "match")]
    Standing,
}

pub(super) fn run(session: &Session<'_>, args: &TrendArgs) -> Result<(), Failure> {
    let typed = args.filter.text();
    let narrowed = parse(&typed).map_err(|error| session.unknown(&typed, &error))?;
    let store = session.open()?;
    let now = store.load(&mut |_| true)?;
    let shown = session.as_of.map(|day| session.past(&store, &now, day)).transpose()?;
    let register = shown.as_ref().unwrap_or(&now);
    let ask = Ask {
        register,
        now: session.as_of.is_none(),
        narrowed: &narrowed,
        context: session.context(register, session.day_shown()?)?,
        cancelled: &|| false,
    };
    let mut backwards = Backwards::new(&store, &now);
    let mut register_of = |day| backwards.on(day).map(Arc::new);
    let untold = |error| match error {
        Untold::Unreadable(error) => session.unknown(&typed, &error),
        Untold::Register(error) => Failure::from(error),
        Untold::Stopped => Failure::from(StoreError::Stopped),
    };
    if args.by == Some(By::Standing) {
        let years = standing_trend(ask, &mut register_of).map_err(untold)?;
        session.tell_meant_of(&narrowed, register)?;
        return by_standing(session, args.format.chosen(), &years, &ask);
    }
    let trend = trend(ask, &mut register_of).map_err(untold)?;
    session.tell_meant_of(&narrowed, register)?;
    match args.format.chosen() {
        Format::Table => text(session, &trend, register),
        format => rows(session, format, &trend, register),
    }
}

fn text(session: &Session<'_>, trend: &Trend, register: &Register) -> Result<(), Failure> {
    let text = session.text();
    let look =
        Worded { vocabulary: &register.vocabulary, text, illustrative: register.illustrative };
    let mut out = Output::new();
    for line in &trend.lines {
        write_strip(&trend.strip(line, look), output::columns(), &mut out)?;
        writeln!(out, "\n")?;
    }
    writeln!(out, "{}", text.tr("trend-others"))?;
    for (day, row) in &trend.others {
        let about = row.about.in_lang(text.lang());
        let args = [("about", Arg::from(about)), ("source", Arg::from(source(row, text)))];
        writeln!(out, "{day}  {}  {}", published(row, text), text.tra("trend-other", &args))?;
    }
    out.finish()
}

/// The open needs of each year, and how far they are served: a line of bars for each part, or its years as rows.
fn by_standing(
    session: &Session<'_>,
    format: Format,
    years: &[StandingYear],
    ask: &Ask<'_>,
) -> Result<(), Failure> {
    if format != Format::Table {
        let columns = PROPERTIES.iter().map(Property::data_column);
        let sheet = Sheet::new(columns.collect(), || standing_rows(years).into_iter());
        let sheet = marked(sheet, ask.register.illustrative, format);
        let remarks = remarks(ask.register, session.as_of);
        return Output::new().sheet(&sheet, format, &remarks, session.text());
    }
    let text = session.text();
    let mut out = Output::new();
    for part in StandingPart::ALL {
        write_strip(&standing_strip(*part, years, ask, text), output::columns(), &mut out)?;
        if part.index() + 1 < StandingPart::ALL.len() {
            writeln!(out, "\n")?;
        }
    }
    out.finish()
}

/// A part of the open needs over the years, in words; the remarks stand below the last one.
fn standing_strip(part: StandingPart, years: &[StandingYear], ask: &Ask<'_>, text: &Text) -> Strip {
    let column = |year: &StandingYear| {
        let height = year.counts[part.index()];
        let value = height.map(|count| grouped(count.into()));
        TrendColumn {
            year: year.day.date().year().to_string(),
            value: value.unwrap_or_else(|| text.tr("figure-not-available").into_owned()),
            height,
        }
    };
    let columns: Vec<TrendColumn> = years.iter().map(column).collect();
    let is_blank = columns.iter().all(|column| column.height.is_none_or(|height| height == 0));
    let until = [("day", Arg::from(day_in_words(ask.context.today, text)))];
    let is_last = part.index() + 1 == StandingPart::ALL.len();
    let said = [
        (ask.register.vocabulary.nameless.is_some(), "cli-no-names"),
        (ask.register.illustrative, "cli-illustrative"),
    ];
    let notes = said.iter().filter(|(is_so, _)| is_last && *is_so);
    Strip {
        title: text.tr(&format!("trend-standing-{}", part.code().replace(' ', "-"))).into_owned(),
        subtitle: text.tra("trend-as-at", &until),
        columns,
        nothing: is_blank.then(|| text.tr("trend-nothing").into_owned()),
        heads: Default::default(),
        points: Vec::new(),
        notes: notes.map(|(_, id)| text.tr(id).into_owned()).collect(),
    }
}

/// The years of each part of the open needs.
fn standing_rows(years: &[StandingYear]) -> Vec<Vec<Cell>> {
    let row = |part: &StandingPart, year: &StandingYear| {
        let count = || year.counts[part.index()].map_or(Cell::Missing, Cell::from);
        let which = [part.code().into(), Cell::Missing, Some(year.day).into(), YEAR.into()];
        let said = [Cell::Missing, Cell::Missing, Cell::Missing];
        which.into_iter().chain([count(), count(), count()]).chain(said).collect()
    };
    let of = |part| years.iter().map(move |year| row(part, year));
    StandingPart::ALL.iter().flat_map(of).collect()
}

/// The properties of a trend as data; names and order are a contract.
pub(super) const PROPERTIES: [Property; 10] = [
    Property::new("measure", "measure", ValueKind::Text).stated(),
    Property::new("cycle", "trend-cycle", ValueKind::Text),
    Property::new("as_of", "as-of", ValueKind::Day).stated(),
    Property::new("kind", "trend-kind", ValueKind::OneOf(kinds)).stated(),
    Property::new("register", "register", ValueKind::Count).unstated(),
    Property::new("at_least", "at-least", ValueKind::Count).unstated(),
    Property::new("at_most", "at-most", ValueKind::Count).unstated(),
    Property::new("published", "published-total", ValueKind::Count).unstated(),
    Property::new("exactness", "exactness", ValueKind::OneOf(codes::<Exactness>)),
    Property::new("source", "source", ValueKind::Text),
];

const YEAR: &str = "year";
const PUBLISHED: &str = "published";

fn kinds() -> Vec<&'static str> {
    vec![YEAR, PUBLISHED]
}

fn rows(
    session: &Session<'_>,
    format: Format,
    trend: &Trend,
    register: &Register,
) -> Result<(), Failure> {
    let columns = PROPERTIES.iter().map(Property::data_column);
    let sheet = Sheet::new(columns.collect(), || lines(trend).into_iter());
    let sheet = marked(sheet, register.illustrative, format);
    let remarks = remarks(register, session.as_of);
    Output::new().sheet(&sheet, format, &remarks, session.text())
}

/// The years of each total, then its published numbers; last the published totals of no series.
fn lines(trend: &Trend) -> Vec<Vec<Cell>> {
    let held = |held: Held| match held {
        Held::Count(count) => [Cell::from(count), count.into(), count.into()],
        Held::Between(least, most) => [Cell::Missing, least.into(), most.into()],
        Held::NotAsked => [Cell::Missing, Cell::Missing, Cell::Missing],
    };
    let row = |[measure, cycle]: [&str; 2], day: Day, kind: &str, of: Held, said: [Cell; 3]| {
        let which = [measure.into(), Cell::stated(cycle), Some(day).into(), kind.into()];
        which.into_iter().chain(held(of)).chain(said).collect()
    };
    let nothing = || [Cell::Missing, Cell::Missing, Cell::Missing];
    let mut all: Vec<Vec<Cell>> = Vec::new();
    for line in &trend.lines {
        let of = [line.series.counted.code(), line.series.cycle_code()];
        all.extend(line.years.iter().map(|year| row(of, year.day, YEAR, year.held, nothing())));
        all.extend(
            line.published
                .iter()
                .map(|point| row(of, point.day, PUBLISHED, point.held, said(&point.row))),
        );
    }
    all.extend(
        trend.others.iter().map(|(day, of)| {
            row([&of.measure, &of.cycle], *day, PUBLISHED, Held::NotAsked, said(of))
        }),
    );
    all
}

fn said(row: &HistoryRow) -> [Cell; 3] {
    [row.value.into(), row.exactness.code().into(), row.source.in_lang(Lang::default()).into()]
}
