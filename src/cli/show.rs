//! `ta-tui show`: one record with every field.

use super::failure::{Failure, Status};
use super::format::FormatArgs;
use super::nearest::nearest;
use super::session::Session;
use super::{assistance, documents, platforms};
use crate::domain::{Coded, Kind, clean_line, fold};
use crate::text::{Arg, Message};
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
    Activity,
    Document,
    Platform,
}

pub(super) fn run(session: &Session<'_>, args: &ShowArgs) -> Result<(), Failure> {
    let format = args.format.chosen();
    match args.kind {
        Shown::Activity => assistance::show(session, &args.code, format),
        Shown::Document => documents::show(session, &args.code, format),
        Shown::Platform => platforms::show(session, &args.code, format),
    }
}

/// The place of the record with a code, in whatever case, among all of its kind.
///
/// # Errors
/// None has it; the nearest one that there is.
pub(super) fn place_of<'a>(
    kind: Kind,
    code: &str,
    all: impl Iterator<Item = &'a str> + Clone,
) -> Result<usize, Failure> {
    let typed = code.trim();
    let exact = all.clone().position(|own| own == typed);
    let found = exact.or_else(|| all.clone().position(|own| fold(own) == fold(typed)));
    found.ok_or_else(|| {
        let message = Message::new("cli-show-unknown")
            .with("kind", Arg::Named(format!("kind-{}", kind.code())))
            .with("code", clean_line(typed));
        nearest(Failure::new(Status::Failed, message), typed, all)
    })
}
