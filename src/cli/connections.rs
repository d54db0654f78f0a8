//! `ta-tui connections`: which articles are needed together, by the same need or the same State.

use super::failure::{Failure, Status};
use super::globals::FilterArgs;
use super::list::head;
use super::output::{Format, Output};
use super::session::Session;
use crate::analysis::{Connection, FEW, Ranking, connections};
use crate::domain::Article;
use crate::exchange::{Cell, Sheet};
use crate::query::{Field, Measure, slot_label};
use crate::store::StoreError;
use crate::text::Message;
use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(super) struct ConnectionsArgs {
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[arg(long, value_enum, default_value = "need", value_name = "BY")]
    by: By,
    #[arg(long, value_name = "N")]
    min: Option<u32>,
    #[arg(long, value_enum, default_value = "count", value_name = "ORDER")]
    sort: Order,
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    format: ConnectionsFormat,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum By {
    #[value(alias = "needs")]
    Need,
    #[value(alias = "states")]
    State,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Order {
    Count,
    Lift,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ConnectionsFormat {
    #[value(alias = "table")]
    Text,
    Csv,
    Json,
}

/// The columns: the names, which are a contract, and the messages of their heads.
const COLUMNS: [(&str, &str); 8] = [
    ("article", "connections-article"),
    ("with_article", "connections-with"),
    ("both", "connections-both"),
    ("first", "connections-first"),
    ("second", "connections-second"),
    ("base", "connections-base"),
    ("expected", "connections-expected"),
    ("lift", "connections-lift"),
];

pub(super) fn run(session: &Session<'_>, args: &ConnectionsArgs) -> Result<(), Failure> {
    if args.min == Some(0) {
        return Err(Failure::new(Status::Usage, Message::new("cli-connections-min-zero")));
    }
    let register = session.register()?;
    let question = session.ask(&register, &args.filter)?;
    let by = match args.by {
        By::Need => Measure::Needs,
        By::State => Measure::States,
    };
    let ranking = match args.sort {
        Order::Count => Ranking::Count,
        Order::Lift => Ranking::Lift,
    };
    let found = connections(&register, &question.selection.rows, by, &|| false)
        .ok_or_else(|| Failure::from(StoreError::Stopped))?;
    let mut pairs = found.ranked(ranking, args.min.unwrap_or(FEW));
    pairs.retain(|pair| args.min.is_none_or(|least| pair.both >= least));

    let text = question.text;
    let format = match args.format {
        ConnectionsFormat::Text => Format::Table,
        ConnectionsFormat::Csv => Format::Csv,
        ConnectionsFormat::Json => Format::Json,
    };
    let article = |article: Article| match format {
        Format::Table => {
            let slot = article.index() as u16 + 1;
            slot_label(Field::Article, slot, &register.vocabulary, text.lang()).into()
        }
        Format::Csv | Format::Json => Cell::Id(article.number().into()),
    };
    let row = |pair: &Connection| {
        let [first, second] = pair.articles.map(article);
        let counts = [pair.both, pair.each[0], pair.each[1], pair.base].map(Cell::from);
        let above = [pair.expected(), pair.lift()].map(Cell::Hundredths);
        [first, second].into_iter().chain(counts).chain(above).collect()
    };
    let columns = COLUMNS.map(|(name, id)| head(name, id, text));
    let mut remarks = question.remarks();
    if format == Format::Table {
        remarks.splice(..0, found.notes(ranking, args.min));
    }
    let sheet = Sheet::new(columns.into(), || pairs.iter().map(row));
    Output::new().sheet(&sheet, format, &remarks, text)
}
