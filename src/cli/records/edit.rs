//! `ta-tui edit`: corrects fields of one record, or of many of one kind.

use super::add::refuse_beside_input;
use super::values::{Given, Reading, record};
use super::{WriteArgs, json_lines, kind_parser};
use crate::cli::failure::{Failure, Status};
use crate::cli::format::FormatArgs;
use crate::cli::session::Session;
use crate::domain::{Kind, Record};
use crate::store::{Edited, RecordEdit};
use crate::text::Message;
use clap::Args;

/// The properties of a line that name the record and the version that the writer saw.
const ID: &str = "id";
const VERSION: &str = "version";

#[derive(Debug, Args)]
pub(in crate::cli) struct EditArgs {
    #[arg(value_parser = kind_parser(), value_name = "KIND")]
    pub(in crate::cli) kind: Kind,
    // The record, or `-` for JSON lines of standard input, each with its `id`.
    #[arg(value_name = "ID")]
    pub(in crate::cli) record: String,
    #[arg(value_name = "FIELD=VALUE", required_unless_present = "record")]
    pub(in crate::cli) values: Vec<String>,
    #[arg(long, value_name = "TEXT", default_value = "", allow_hyphen_values = true)]
    note: String,
    #[arg(long, value_name = "N")]
    if_version: Option<u32>,
    #[command(flatten)]
    write: WriteArgs,
}

impl EditArgs {
    /// New values of a record that is named as people name it; they are printed in this form.
    pub(in crate::cli) fn of(
        kind: Kind,
        record: &str,
        values: Vec<String>,
        format: FormatArgs,
    ) -> Self {
        let (record, note) = (record.to_owned(), String::new());
        Self { kind, record, values, note, if_version: None, write: WriteArgs::of(format) }
    }
}

pub(in crate::cli) fn run(session: &Session<'_>, args: &EditArgs) -> Result<(), Failure> {
    let is_input = args.record == "-";
    refuse_beside_input(&args.values)?;
    match (is_input, args.values.is_empty(), args.if_version) {
        (true, false, _) => {
            return Err(Failure::new(Status::Usage, Message::new("cli-records-beside-input")));
        }
        (true, true, Some(_)) => {
            return Err(Failure::new(Status::Usage, Message::new("cli-records-version-of-line")));
        }
        (false, true, _) => {
            return Err(Failure::new(Status::Usage, Message::new("cli-set-no-field")));
        }
        _ => {}
    }
    let store = args.write.open(session)?;
    let vocabulary = store.vocabulary()?;
    let reading = Reading { kind: args.kind, vocabulary: &vocabulary, lang: session.lang };
    let edits = if is_input {
        json_lines::read_from_standard_input(json_lines::OF_EDITED, |object| {
            let id = json_lines::word(object, ID)
                .ok_or_else(|| Failure::new(Status::BadData, Message::new("cli-records-no-id")))?;
            let record = record(&store, args.kind, &id, &vocabulary)?;
            let version = json_lines::version(object, VERSION)?;
            let values = json_lines::values(&reading, object, &[ID, VERSION])?;
            Ok(edited(record, values, version))
        })?
    } else {
        let record = record(&store, args.kind, &args.record, &vocabulary)?;
        vec![edited(record, reading.words(&args.values)?, args.if_version)]
    };
    args.write.edit(session, &store, &args.note, edits)
}

fn edited(record: Record, values: Vec<Given>, if_version: Option<u32>) -> RecordEdit {
    RecordEdit { record: Edited::Known(record), values, void: None, if_version }
}
