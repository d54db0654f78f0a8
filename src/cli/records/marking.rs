//! `ta-tui mark`: says what was found out about two activities that seem to do the same work, or takes that back.

use super::WriteArgs;
use crate::cli::failure::{Failure, Status};
use crate::cli::named_record::record_of;
use crate::cli::output;
use crate::cli::person::acting;
use crate::cli::session::Session;
use crate::domain::{Kind, Mark};
use crate::query::register::Vocabulary;
use crate::store::{MarkWrite, Store};
use crate::text::Message;
use clap::{Args, ValueEnum};

/// A finding about an overlap, as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Finding {
    Coordinated,
    Real,
    None,
    // No mark: nobody has found anything out, or a mark is taken away.
    Unmarked,
}

impl Finding {
    /// The mark; `None` for no mark.
    pub(in crate::cli) fn mark(self) -> Option<Mark> {
        match self {
            Self::Coordinated => Some(Mark::Coordinated),
            Self::Real => Some(Mark::Real),
            Self::None => Some(Mark::NoOverlap),
            Self::Unmarked => None,
        }
    }
}

#[derive(Debug, Args)]
pub(in crate::cli) struct MarkArgs {
    #[arg(value_name = "ACTIVITY-CODE")]
    first: String,
    #[arg(value_name = "ACTIVITY-CODE")]
    second: String,
    #[arg(value_enum, value_name = "FINDING")]
    finding: Finding,
    #[arg(long, value_name = "TEXT", default_value = "", allow_hyphen_values = true)]
    why: String,
    #[command(flatten)]
    write: WriteArgs,
}

pub(in crate::cli) fn run(session: &Session<'_>, args: &MarkArgs) -> Result<(), Failure> {
    let mark = args.finding.mark();
    if mark == Some(Mark::NoOverlap) && args.why.trim().is_empty() {
        return Err(Failure::new(Status::Usage, Message::new("cli-mark-no-reason")));
    }
    let store = args.write.open(session)?;
    let vocabulary = store.vocabulary()?;
    let activities =
        [code(&store, &args.first, &vocabulary)?, code(&store, &args.second, &vocabulary)?];
    if mark.is_none() && !is_marked(&vocabulary, &activities) {
        let [first, second] = activities;
        let message = Message::new("cli-mark-none").with("first", first).with("second", second);
        output::notice(session.text(), &message);
        return args.write.writer(session, &store).print(&[]);
    }
    let who = acting(session.globals.who.as_deref(), &store)?;
    let write = MarkWrite { who, activities, mark, why: args.why.clone(), seen: None };
    args.write.writer(session, &store).carry_out(
        args.write.dry_run,
        || store.rehearse_mark(&write),
        || store.mark_overlap(&write),
    )
}

/// The code of the activity that a word names.
fn code(store: &Store, word: &str, vocabulary: &Vocabulary) -> Result<String, Failure> {
    let found = record_of(store, Kind::Activity, word, vocabulary)?;
    let known = vocabulary.activities.iter().find(|one| one.id == i64::from(found.number));
    // The store says what is wrong with one that is taken out.
    Ok(known.map_or_else(|| word.trim().to_owned(), |one| one.code.clone()))
}

/// Whether two activities have a mark.
fn is_marked(vocabulary: &Vocabulary, codes: &[String; 2]) -> bool {
    let of = |code: &String| vocabulary.activities.iter().find(|one| one.code == *code);
    match (of(&codes[0]), of(&codes[1])) {
        (Some(first), Some(second)) => vocabulary.mark_of([first, second]).is_some(),
        _ => false,
    }
}
