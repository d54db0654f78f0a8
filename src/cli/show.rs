//! `ta-tui show`: one record with every field.

use super::failure::Failure;
use super::format::FormatArgs;
use super::session::Session;
use super::{assistance, documents, needs, platforms};
use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    #[arg(value_enum, value_name = "KIND")]
    pub(super) kind: Shown,
    #[arg(value_name = "CODE")]
    pub(super) code: String,
    #[command(flatten)]
    pub(super) format: FormatArgs,
}

// The kinds of records that can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Shown {
    Need,
    Activity,
    Document,
    Platform,
}

pub(super) fn run(session: &Session<'_>, args: &ShowArgs) -> Result<(), Failure> {
    let format = args.format.chosen();
    match args.kind {
        Shown::Need => needs::show(session, &args.code, format),
        Shown::Activity => assistance::show(session, &args.code, format),
        Shown::Document => documents::show(session, &args.code, format),
        Shown::Platform => platforms::show(session, &args.code, format),
    }
}
