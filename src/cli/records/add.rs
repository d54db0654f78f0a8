//! `ta-tui add`: records new records of one kind.

use super::values::{Given, Reading};
use super::{WriteArgs, json_lines, kind_parser};
use crate::cli::failure::{Failure, Status};
use crate::cli::format::FormatArgs;
use crate::cli::session::Session;
use crate::domain::Kind;
use crate::entry::day_identified;
use crate::fields::RecordField;
use crate::store::{Edited, RecordEdit};
use crate::text::Message;
use clap::Args;

#[derive(Debug, Args)]
pub(in crate::cli) struct AddArgs {
    #[arg(value_parser = kind_parser(), value_name = "KIND")]
    pub(in crate::cli) kind: Kind,
    // `field=value`, or `-` for JSON lines of standard input.
    #[arg(required = true, value_name = "FIELD=VALUE")]
    pub(in crate::cli) values: Vec<String>,
    #[arg(long, value_name = "TEXT", default_value = "", allow_hyphen_values = true)]
    note: String,
    #[command(flatten)]
    write: WriteArgs,
}

impl AddArgs {
    /// A new record with these values, which are printed in this form.
    pub(in crate::cli) fn of(kind: Kind, values: Vec<String>, format: FormatArgs) -> Self {
        Self { kind, values, note: String::new(), write: WriteArgs::of(format) }
    }
}

pub(in crate::cli) fn run(session: &Session<'_>, args: &AddArgs) -> Result<(), Failure> {
    refuse_beside_input(&args.values)?;
    let store = args.write.open(session)?;
    let vocabulary = store.vocabulary()?;
    let reading = Reading { kind: args.kind, vocabulary: &vocabulary, lang: session.lang };
    let edits = if args.values == ["-"] {
        json_lines::read_from_standard_input(json_lines::OF_ADDED, |object| {
            Ok(added(&reading, json_lines::values(&reading, object, &[])?))
        })?
    } else {
        vec![added(&reading, reading.words(&args.values)?)]
    };
    args.write.edit(session, &store, &args.note, edits)
}

/// A new record with its values. A need of which no day is given has that of its review or document, as in a sitting.
fn added(reading: &Reading<'_>, mut values: Vec<Given>) -> RecordEdit {
    let given = |code: &str| values.iter().find(|(field, _)| field.code() == code);
    let value = |code: &str| given(code).and_then(|(_, value)| value.as_deref());
    let identified = RecordField::from_code(Kind::Need, "identified");
    let identified =
        identified.filter(|of| reading.kind == Kind::Need && given(of.code()).is_none());
    let day = day_identified(value("review"), value("document"), reading.vocabulary);
    values.extend(identified.zip(day).map(|(field, day)| (field, Some(day.to_string()))));
    RecordEdit { record: Edited::New(reading.kind), values, void: None, if_version: None }
}

/// Refuses words beside `-`, which stands for all that is to be written.
pub(super) fn refuse_beside_input(values: &[String]) -> Result<(), Failure> {
    if values.len() > 1 && values.iter().any(|word| word == "-") {
        return Err(Failure::new(Status::Usage, Message::new("cli-records-beside-input")));
    }
    Ok(())
}
