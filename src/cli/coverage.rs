//! `ta-tui coverage`: what each provider or donor does, for which States and needs, and with which money.

use super::assistance::ask;
use super::failure::Failure;
use super::format::FormatArgs;
use super::globals::FilterArgs;
use super::output::{Output, marked};
use super::session::Session;
use crate::assistance::{Coverage, CoverageRole, coverage, grants};
use crate::columns::coverage::{CoverageRow, DATA};
use crate::columns::property::Property;
use crate::columns::reader::Reader;
use crate::exchange::Sheet;
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
pub(super) fn properties() -> impl Iterator<Item = Property> {
    DATA.iter().map(|column| column.property)
}

pub(super) fn run(session: &Session<'_>, args: &CoverageArgs) -> Result<(), Failure> {
    let (store, now) = session.loaded()?;
    let register = session.shown(&store, now)?;
    let (question, shown) = ask(session, &register, &args.filter, |shown| shown.activities)?;
    let role = match args.by {
        By::Provider => CoverageRole::Provider,
        By::Donor => CoverageRole::Donor,
    };
    let money = grants(&store.file_on(session.as_of)?.activity_details()?, &register.vocabulary);
    let mut found = coverage(&register, &question.selection, &shown, role, &money);
    found.truncate(args.limit.unwrap_or(usize::MAX));
    let format = args.format.chosen();
    let reader = Reader::new(&register, format.is_for_people().then_some(question.text));
    let known = &register.vocabulary.organisations;
    let row = |of: &Coverage| {
        let row = CoverageRow { organisation: known.get(usize::from(of.organisation))?, of };
        Some(DATA.iter().map(|column| column.of(&row, reader)).collect())
    };
    let columns = properties().map(|property| property.column(question.text));
    let sheet = Sheet::new(columns.collect(), || found.iter().filter_map(row));
    let sheet = marked(sheet, register.illustrative, format);
    Output::new().sheet(&sheet, format, &question.remarks(), question.text)
}
