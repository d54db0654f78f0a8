//! `ta-tui connections`: which articles are needed together, by the same need or the same State.

use super::failure::{Failure, Status};
use super::format::{Format, FormatArgs};
use super::globals::FilterArgs;
use super::output::{Output, marked};
use super::session::Session;
use crate::analysis::{Connection, FEW, Ranking, connections};
use crate::columns::property::{Property, ValueKind};
use crate::domain::Article;
use crate::exchange::{Cell, Room, Sheet};
use crate::query::register::Slot;
use crate::query::{Field, Measure, label_of_value};
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
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    #[command(flatten)]
    format: FormatArgs,
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

/// The properties; names and order are a contract.
pub(super) const PROPERTIES: [Property; 8] = [
    Property::new("article", "article", ValueKind::Number).stated().room(Room::Stays),
    Property::new("with_article", "with-article", ValueKind::Number).stated().room(Room::Stays),
    Property::new("both", "both", ValueKind::Count).room(Room::Stays),
    Property::new("first", "first", ValueKind::Count),
    Property::new("second", "second", ValueKind::Count),
    Property::new("base", "base", ValueKind::Count).room(Room::YieldsFirst),
    Property::new("expected", "expected", ValueKind::Decimal).stated(),
    Property::new("lift", "lift", ValueKind::Decimal).stated().room(Room::Stays),
];

pub(super) fn run(session: &Session<'_>, args: &ConnectionsArgs) -> Result<(), Failure> {
    if args.min == Some(0) {
        return Err(Failure::new(Status::Usage, Message::new("cli-connections-min-zero")));
    }
    let register = session.register(&args.filter)?;
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

    pairs.truncate(args.limit.unwrap_or(usize::MAX));

    let text = question.text;
    let format = args.format.chosen();
    let article = |article: Article| match format {
        Format::Table | Format::Md => {
            let slot = Slot::at(article.index()).number();
            label_of_value(Field::Article, slot, &register.vocabulary, text.lang()).into()
        }
        Format::Csv | Format::Json | Format::Jsonl | Format::Xlsx => {
            Cell::Id(article.number().into())
        }
    };
    let row = |pair: &Connection| {
        let [first, second] = pair.articles.map(article);
        let counts = [pair.both, pair.each[0], pair.each[1], pair.base].map(Cell::from);
        let above = [pair.expected(), pair.lift()].map(Cell::Hundredths);
        [first, second].into_iter().chain(counts).chain(above).collect()
    };
    let columns = PROPERTIES.map(|property| property.column(text));
    let mut remarks = question.remarks();
    if format.is_for_people() {
        remarks.splice(..0, found.notes(ranking, args.min));
    }
    let sheet = Sheet::new(columns.into(), || pairs.iter().map(row));
    let sheet = marked(sheet, register.illustrative, format);
    Output::new().sheet(&sheet, format, &remarks, text)
}
