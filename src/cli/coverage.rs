//! `ta-tui coverage`: what each provider or donor does, for which States and needs, and with which money.

use super::failure::Failure;
use super::format::FormatArgs;
use super::globals::FilterArgs;
use super::output::{Output, marked};
use super::session::Session;
use crate::assistance::{Coverage, CoverageRole, Grant, MoneySum, coverage};
use crate::columns::property::{Property, ValueKind};
use crate::columns::reader::{Reader, articles};
use crate::domain::Coded;
use crate::exchange::{Cell, Room, Sheet};
use crate::query::register::Register;
use crate::store::Store;
use crate::text::Arg;
use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(super) struct CoverageArgs {
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[arg(long, value_enum, default_value = "provider", value_name = "BY")]
    by: By,
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    #[command(flatten)]
    format: FormatArgs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum By {
    Provider,
    Donor,
}

/// The properties; names and order are a contract.
pub(super) const PROPERTIES: [Property; 10] = [
    Property::new("code", "code", ValueKind::Text).stated().room(Room::Stays),
    Property::new("name", "name", ValueKind::Text).stated().room(Room::Fills),
    Property::new("activities", "covered-activities", ValueKind::Count).room(Room::Stays),
    Property::new("first_year", "covered-first-year", ValueKind::Number),
    Property::new("last_year", "covered-last-year", ValueKind::Number),
    Property::new("states", "covered-states", ValueKind::Count).unstated().room(Room::Stays),
    Property::new("articles", "covered-articles", ValueKind::Numbers),
    Property::new("needs", "covered-needs", ValueKind::Count).unstated().room(Room::Stays),
    Property::new("served", "covered-served", ValueKind::Count).unstated(),
    Property::new("money", "covered-money", ValueKind::Texts),
];

pub(super) fn run(session: &Session<'_>, args: &CoverageArgs) -> Result<(), Failure> {
    let (store, now) = session.loaded()?;
    let register = session.shown(&store, now)?;
    let question = session.ask(&register, &args.filter)?;
    let role = match args.by {
        By::Provider => CoverageRole::Provider,
        By::Donor => CoverageRole::Donor,
    };
    let mut found = coverage(&register, &question.selection, role, &grants(&store, &register)?);
    found.truncate(args.limit.unwrap_or(usize::MAX));
    let format = args.format.chosen();
    let reader = Reader::new(&register, format.is_for_people().then_some(question.text));
    let columns = PROPERTIES.map(|property| property.column(question.text));
    let sheet = Sheet::new(columns.into(), || found.iter().map(|of| row(of, reader)));
    let sheet = marked(sheet, register.illustrative, format);
    Output::new().sheet(&sheet, format, &question.remarks(), question.text)
}

fn row(of: &Coverage, to: Reader<'_>) -> Vec<Cell> {
    let organisation = &to.vocabulary.organisations[usize::from(of.organisation)];
    let year = |year: Option<&i16>| {
        year.map_or(Cell::Missing, |year| Cell::Id(u32::from(year.unsigned_abs())))
    };
    let told = |count: u32| if of.withheld { Cell::Missing } else { count.into() };
    let states = match to.person {
        Some(text) if of.withheld => text.tr("nameless-withheld").into(),
        _ => told(of.states.len() as u32),
    };
    vec![
        organisation.code.as_str().into(),
        to.name(&organisation.names),
        of.activities.into(),
        year(of.years.keys().next()),
        year(of.years.keys().next_back()),
        states,
        articles(of.articles.iter()),
        told(of.needs),
        told(of.served),
        Cell::List(of.money.iter().map(|sum| money(sum, to)).collect()),
    ]
}

/// A sum of money: `pledged 120 USD`, or only its stage where no amount is stated.
fn money(sum: &MoneySum, to: Reader<'_>) -> Cell {
    let amount = (!sum.currency.is_empty()).then(|| format!("{} {}", sum.amount, sum.currency));
    let Some(text) = to.person else {
        let parts = [Some(sum.stage.code().to_owned()), amount];
        return Cell::Text(parts.into_iter().flatten().collect::<Vec<_>>().join(" "));
    };
    let words = [
        ("stage", Arg::from(text.value("money", sum.stage.code()))),
        ("named", Arg::from(0_u32)),
        ("who", Arg::from("")),
        ("stated", Arg::from(usize::from(amount.is_some()))),
        ("amount", Arg::from(amount.unwrap_or_default())),
    ];
    Cell::Text(text.tra("activity-money", &words))
}

/// The money of the activities that the register has on its day.
fn grants(store: &Store, register: &Register) -> Result<Vec<Grant>, Failure> {
    let activities = &register.vocabulary.activities;
    let is_there = |id: i64| activities.binary_search_by_key(&id, |activity| activity.id).is_ok();
    let details = store.activity_details()?;
    let there = details.into_iter().filter(|detail| is_there(detail.id));
    Ok(there
        .flat_map(|detail| {
            let id = detail.id;
            detail.money.into_iter().map(move |money| Grant {
                activity: id,
                stage: money.stage,
                organisation: money.organisation,
                amount: money.amount,
                currency: money.currency,
            })
        })
        .collect())
}
