//! `ta-tui merge`: makes one need or theme a part of another, in one step that one undo takes back.

use super::WriteArgs;
use super::values::{field_named, record};
use crate::cli::failure::{Failure, Status};
use crate::cli::nearest::nearest;
use crate::cli::person::acting;
use crate::cli::session::Session;
use crate::domain::{Coded, clean_line};
use crate::store::{Mergeable, RecordMerge};
use crate::text::Message;
use clap::Args;

#[derive(Debug, Args)]
pub(in crate::cli) struct MergeArgs {
    // The record that goes and the one that stays; before them their kind, without which they are needs.
    #[arg(required = true, num_args = 2..=3, value_names = ["KIND", "ID", "INTO-ID"])]
    records: Vec<String>,
    // The fields that the record that stays takes over.
    #[arg(long, value_name = "FIELDS", value_delimiter = ',')]
    take: Vec<String>,
    #[arg(long, value_name = "TEXT", default_value = "", allow_hyphen_values = true)]
    note: String,
    // The version of the record that goes.
    #[arg(long, value_name = "N")]
    if_version: Option<u32>,
    #[command(flatten)]
    write: WriteArgs,
}

impl MergeArgs {
    /// Gives the kind of the records, and the words for the one that goes and the one that stays.
    fn words(&self) -> Result<(Mergeable, [&str; 2]), Failure> {
        match self.records.as_slice() {
            [kind, gone, stays] => Ok((kind_named(kind)?, [gone, stays])),
            [gone, stays] => Ok((Mergeable::Need, [gone, stays])),
            _ => Err(Failure::new(Status::Usage, Message::new("cli-merge-two"))),
        }
    }
}

/// The kind of records that a word names by its code.
fn kind_named(word: &str) -> Result<Mergeable, Failure> {
    let codes = Mergeable::ALL.map(|of| of.kind().code());
    let found = Mergeable::ALL.into_iter().find(|of| of.kind().code() == word);
    found.ok_or_else(|| {
        let message = Message::new("cli-merge-unknown-kind").with("kind", clean_line(word));
        nearest(Failure::new(Status::Usage, message), word, codes.into_iter())
    })
}

pub(in crate::cli) fn run(session: &Session<'_>, args: &MergeArgs) -> Result<(), Failure> {
    let (of, words) = args.words()?;
    let store = args.write.open(session)?;
    let vocabulary = store.vocabulary()?;
    let number = |word| record(&store, of.kind(), word, &vocabulary).map(|record| record.number);
    let [gone, stays] = words.map(number);
    let taken = args.take.iter().map(|code| field_named(of.kind(), code.trim(), session.lang));
    let merging = RecordMerge {
        who: acting(session.globals.who.as_deref(), &store)?,
        note: clean_line(&args.note),
        of,
        gone: (gone?, args.if_version),
        stays: (stays?, None),
        taken: taken.collect::<Result<_, _>>()?,
    };
    let writer = args.write.writer(session, &store);
    writer.carry_out(
        args.write.dry_run,
        || store.rehearse_merge(&merging),
        || store.merge_records(&merging),
    )
}
