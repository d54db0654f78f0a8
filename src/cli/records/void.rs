//! `ta-tui void`: takes records out of every list and count that were entered by mistake, with the reason, and brings
//! them back with `--undo`, whoever took them out.

use super::WriteArgs;
use super::values::record;
use crate::cli::failure::{Failure, Status};
use crate::cli::named_record::{record_of, which};
use crate::cli::session::Session;
use crate::domain::{Coded, Kind, clean_line};
use crate::store::{Edited, RecordEdit, StoreError};
use crate::text::{Arg, Message};
use clap::Args;
use std::collections::BTreeSet;

/// The kinds of records that are taken out here: those to which nothing refers. Comments stay as they were signed, views
/// and settings have commands and keys of their own.
pub(in crate::cli) const VOIDED: [Kind; 10] = [
    Kind::Need,
    Kind::Review,
    Kind::State,
    Kind::Person,
    Kind::Organisation,
    Kind::Activity,
    Kind::Platform,
    Kind::Match,
    Kind::Theme,
    Kind::Document,
];

#[derive(Debug, Args)]
pub(in crate::cli) struct VoidArgs {
    // A kind and records of it, or the numbers of needs alone.
    #[arg(required = true, value_name = "KIND|NEED-ID")]
    records: Vec<String>,
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
    #[command(flatten)]
    write: WriteArgs,
}

pub(in crate::cli) fn run(session: &Session<'_>, args: &VoidArgs) -> Result<(), Failure> {
    if !args.undo && clean_line(&args.reason).is_empty() {
        return Err(Failure::new(Status::Usage, Message::new("cli-void-no-reason")));
    }
    let (kind, words) = meant(&args.records)?;
    let store = args.write.open(session)?;
    let vocabulary = store.vocabulary()?;
    let named = if args.undo { record_of } else { record };
    let records = words.iter().map(|word| named(&store, kind, word, &vocabulary));
    let records: BTreeSet<_> = records.collect::<Result<_, _>>()?;
    for record in &records {
        if !args.undo
            && !store.whole_record(*record)?.is_there
            && let Some(voided) = store.voided(*record)?
        {
            return Err(StoreError::Void(*record, voided).into());
        }
    }
    let turned = |record| RecordEdit {
        record: Edited::Known(record),
        values: Vec::new(),
        void: Some(!args.undo),
        if_version: args.if_version,
    };
    args.write.edit(session, &store, &args.reason, records.into_iter().map(turned).collect())
}

/// The kind of the records that words name, and the words for them: needs where no kind stands before them.
fn meant(words: &[String]) -> Result<(Kind, &[String]), Failure> {
    let named = words.split_first().and_then(|(first, rest)| Some((Kind::from_code(first)?, rest)));
    let Some((kind, rest)) = named else { return Ok((Kind::Need, words)) };
    let known = VOIDED.iter().map(|kind| kind.code()).collect::<Arg>();
    match (VOIDED.contains(&kind), rest) {
        (false, _) => {
            let kind = Arg::Named(format!("record-{}", kind.code()));
            let message = Message::new("cli-void-not-here").with("kind", kind);
            Err(Failure::new(Status::Usage, message.with("known", known)))
        }
        (true, []) => Err(which(kind, known)),
        (true, rest) => Ok((kind, rest)),
    }
}
