//! `ta-tui trend`: totals over the years, the register's numbers beside the published ones.

use super::drawn_args::{DrawnArgs, DrawnFormat};
use super::failure::Failure;
use super::format::Format;
use super::globals::FilterArgs;
use super::output::{self, Output, marked};
use super::pictures::Wanted;
use super::session::{Session, remarks};
use crate::analysis::trend::{Ask, Held, SERIES, Trend, Untold, Worded, published, source, trend};
use crate::assistance::standing_trend;
use crate::columns::property::{Property, ValueKind, codes};
use crate::domain::reference::{Exactness, HistoryRow};
use crate::domain::{Coded, Day};
use crate::exchange::{Cell, Sheet, write_strip};
use crate::query::parse;
use crate::query::register::Register;
use crate::store::{Backwards, StoreError};
use crate::text::{Arg, Lang};
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
    pub(super) drawn: DrawnArgs,
}

/// By what the needs of each year are counted apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum By {
    /// How far activities serve them.
    #[value(alias = "match")]
    Standing,
}

pub(super) fn run(session: &Session<'_>, args: &TrendArgs) -> Result<(), Failure> {
    let several = if args.by.is_some() { 1 } else { SERIES.len() };
    let wanted = Wanted::of(&args.drawn, several)?;
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
    let trend = match args.by {
        Some(By::Standing) => standing_trend(ask, &mut register_of),
        None => trend(ask, &mut register_of),
    };
    let trend = trend.map_err(untold)?;
    session.tell_meant_of(&narrowed, register)?;
    let pictures = || trend.pictures(worded(session, register));
    match (args.drawn.format(), wanted) {
        (_, Some(wanted)) => wanted.write_years(&pictures()),
        (DrawnFormat::Text, _) => text(session, &trend, register),
        (format, _) => rows(session, format.of_data(), &trend, register),
    }
}

fn worded<'a>(session: &'a Session<'_>, register: &'a Register) -> Worded<'a> {
    let (vocabulary, text) = (&register.vocabulary, session.text());
    Worded { vocabulary, text, illustrative: register.illustrative }
}

fn text(session: &Session<'_>, trend: &Trend, register: &Register) -> Result<(), Failure> {
    let text = session.text();
    let look = worded(session, register);
    let mut out = Output::new();
    for (place, line) in trend.lines.iter().enumerate() {
        let mut strip = trend.strip(line, look);
        let is_last = place + 1 == trend.lines.len();
        if line.series.counted.is_of_standing() && !is_last {
            // Remarks on all parts stand below the last.
            strip.notes.clear();
        }
        write_strip(&strip, output::columns(), &mut out)?;
        if !is_last || !trend.others.is_empty() {
            writeln!(out, "\n")?;
        }
    }
    if trend.others.is_empty() {
        return out.finish();
    }
    writeln!(out, "{}", text.tr("trend-others"))?;
    for (day, row) in &trend.others {
        let about = row.about.in_lang(text.lang());
        let args = [("about", Arg::from(about)), ("source", Arg::from(source(row, text)))];
        writeln!(out, "{day}  {}  {}", published(row, text), text.tra("trend-other", &args))?;
    }
    out.finish()
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
        Held::NotAsked | Held::Hidden => [Cell::Missing, Cell::Missing, Cell::Missing],
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
