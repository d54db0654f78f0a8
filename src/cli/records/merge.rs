//! `ta-tui merge`: makes one need a part of another, in one step that one undo takes back.

use super::WriteArgs;
use super::values::record;
use crate::cli::failure::{Failure, Status};
use crate::cli::person::acting;
use crate::cli::session::Session;
use crate::domain::{Kind, clean_line};
use crate::fields::RecordField;
use crate::store::NeedMerge;
use crate::text::Message;
use clap::Args;

#[derive(Debug, Args)]
pub(in crate::cli) struct MergeArgs {
    #[arg(value_name = "NEED-ID")]
    pub(in crate::cli) need: String,
    #[arg(value_name = "INTO-ID")]
    into: String,
    // The fields that the need that stays takes over.
    #[arg(long, value_name = "FIELDS", value_delimiter = ',')]
    take: Vec<String>,
    #[arg(long, value_name = "TEXT", default_value = "", allow_hyphen_values = true)]
    note: String,
    #[command(flatten)]
    write: WriteArgs,
}

pub(in crate::cli) fn run(session: &Session<'_>, args: &MergeArgs) -> Result<(), Failure> {
    let store = args.write.open(session)?;
    let vocabulary = store.vocabulary()?;
    let need = |word: &str| record(&store, Kind::Need, word, &vocabulary);
    let (gone, stays) = (need(&args.need)?.number, need(&args.into)?.number);
    let taken = |code: &String| {
        let field = RecordField::from_code(Kind::Need, code.trim());
        field.filter(|field| !field.is_itself() && !field.is_kept()).ok_or_else(|| {
            let message = Message::new("cli-merge-unknown-field").with("field", clean_line(code));
            Failure::new(Status::Usage, message)
        })
    };
    let merging = NeedMerge {
        who: acting(session.globals.who.as_deref(), &store)?,
        note: clean_line(&args.note),
        gone: (gone, None),
        stays: (stays, None),
        taken: args.take.iter().map(taken).collect::<Result<_, _>>()?,
    };
    let writer = args.write.writer(session, &store);
    writer.carry_out(
        args.write.dry_run,
        || store.rehearse_merge(&merging),
        || store.merge_needs(&merging),
    )
}
