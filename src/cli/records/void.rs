//! `ta-tui void`: takes needs out of every list and count that were entered by mistake, with the reason, and brings
//! them back with `--undo`, whoever took them out.

use super::Writing;
use super::values::record;
use crate::cli::failure::{Failure, Status};
use crate::cli::format::FormatArgs;
use crate::cli::session::Session;
use crate::domain::{Kind, Record, clean_line};
use crate::store::{Edited, RecordEdit};
use crate::text::Message;
use clap::Args;
use std::collections::BTreeSet;

#[derive(Debug, Args)]
pub(in crate::cli) struct VoidArgs {
    #[arg(required = true, value_name = "NEED-ID")]
    needs: Vec<String>,
    #[arg(
        long,
        value_name = "TEXT",
        allow_hyphen_values = true,
        default_value = "",
        required_unless_present = "undo"
    )]
    reason: String,
    #[arg(long)]
    undo: bool,
    #[arg(long, value_name = "N")]
    if_version: Option<u32>,
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    format: FormatArgs,
}

pub(in crate::cli) fn run(session: &Session<'_>, args: &VoidArgs) -> Result<(), Failure> {
    if !args.undo && clean_line(&args.reason).is_empty() {
        return Err(Failure::new(Status::Usage, Message::new("cli-void-no-reason")));
    }
    let store = super::open(session, args.dry_run)?;
    let vocabulary = store.vocabulary()?;
    let named = |word: &String| match word.trim().parse() {
        // A void need is known by its number alone.
        Ok(number) if args.undo => Ok(Record::need(number)),
        _ => record(&store, Kind::Need, word, &vocabulary),
    };
    let needs = args.needs.iter().map(named);
    let needs: BTreeSet<_> = needs.collect::<Result<_, _>>()?;
    let turned = |need| RecordEdit {
        record: Edited::Known(need),
        values: Vec::new(),
        void: Some(!args.undo),
        if_version: args.if_version,
    };
    let how = Writing {
        note: &args.reason,
        dry_run: args.dry_run,
        format: args.format.chosen(),
        advice: "cli-records-conflicts",
    };
    super::write(session, &store, needs.into_iter().map(turned).collect(), &how)
}
