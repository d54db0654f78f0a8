//! What is wrong with a command line, in the user's language: clap finds it, the words are ours.

use super::failure::{Failure, Status};
use crate::domain::clean_line;
use crate::text::Message;
use clap::Arg;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

/// The failure for a command line that clap refused. `path` is how the command is called.
pub(super) fn failure(error: &Error, path: &str) -> Failure {
    let argument = said(error, ContextKind::InvalidArg);
    let value = said(error, ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::UnknownArgument => Message::new("cli-usage-unknown").with("argument", argument),
        ErrorKind::InvalidValue | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues
            if value.is_empty() =>
        {
            Message::new("cli-usage-no-value").with("argument", argument)
        }
        ErrorKind::InvalidValue => Message::new("cli-usage-not-one-of")
            .with("argument", argument)
            .with("value", value)
            .with("known", said(error, ContextKind::ValidValue)),
        ErrorKind::ValueValidation => {
            Message::new("cli-usage-value").with("argument", argument).with("value", value)
        }
        ErrorKind::TooManyValues => {
            Message::new("cli-usage-too-many").with("argument", argument).with("value", value)
        }
        ErrorKind::ArgumentConflict => Message::new("cli-usage-twice").with("argument", argument),
        ErrorKind::MissingRequiredArgument => {
            Message::new("cli-usage-missing").with("argument", argument)
        }
        ErrorKind::InvalidUtf8 => Message::new("cli-usage-not-text"),
        _ => Message::new("cli-usage-unreadable"),
    };
    let nearest =
        [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand];
    let mut failure = Failure::new(Status::Usage, message);
    if let Some(word) = nearest.into_iter().map(|kind| said(error, kind)).find(|w| !w.is_empty()) {
        failure = failure.and(Message::new("cli-nearest").with("word", word));
    }
    failure.and(Message::new("cli-usage-see").with("command", format!("{path} --help")))
}

/// The failure for an option that is given twice.
pub(super) fn twice(option: &Arg, path: &str) -> Failure {
    let message = Message::new("cli-usage-twice").with("argument", option.to_string());
    let see = Message::new("cli-usage-see").with("command", format!("{path} --help"));
    Failure::new(Status::Usage, message).and(see)
}

fn said(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        None | Some(ContextValue::None) => String::new(),
        Some(value) => clean_line(&value.to_string()),
    }
}
