//! The mistakes of a command line, in the user's language: clap finds it, the words are ours.

use super::failure::{Failure, Status};
use super::words;
use crate::domain::{SshKey, clean_line};
use crate::text::Message;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};
use std::ffi::OsStr;

/// The forms of some arguments' values, by their names in the tree of commands.
const FORMS: [(&str, &str); 4] = [
    ("<DATE>", "cli-form-day"),
    ("<SIZE>", "cli-form-size"),
    ("<N>", "cli-form-number"),
    ("<S>", "cli-form-number"),
];

/// The failure for a command line that clap refused. `path` is how the command is called, which `root`
/// has.
pub(super) fn failure(error: &Error, path: &str, root: &Command) -> Failure {
    let argument = said(error, ContextKind::InvalidArg);
    let form_of = argument.clone();
    let value = said(error, ContextKind::InvalidValue);
    let message = match error.kind() {
        // It must not stand on a screen or in a log.
        ErrorKind::UnknownArgument if SshKey::is_private(&argument) => {
            Message::new("cli-key-private")
        }
        ErrorKind::UnknownArgument if is_word(&argument, root) => {
            Message::new("cli-usage-too-many").with("value", argument.as_str())
        }
        ErrorKind::UnknownArgument if is_of(&argument, path, root) => {
            Message::new("cli-usage-behind")
                .with("argument", argument.as_str())
                .with("command", path)
        }
        ErrorKind::UnknownArgument => {
            Message::new("cli-usage-unknown").with("argument", argument.as_str())
        }
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
            Message::new("cli-usage-value").with("argument", argument.as_str()).with("value", value)
        }
        ErrorKind::TooManyValues => Message::new("cli-usage-too-many").with("value", value),
        ErrorKind::ArgumentConflict => {
            let other = said(error, ContextKind::PriorArg);
            let is_other = !other.is_empty() && other != argument;
            let id = if is_other { "cli-usage-contradict" } else { "cli-usage-twice" };
            Message::new(id).with("argument", argument).with("other", other)
        }
        ErrorKind::MissingRequiredArgument => {
            Message::new("cli-usage-missing").with("argument", argument)
        }
        ErrorKind::InvalidUtf8 => Message::new("cli-usage-not-text"),
        _ => Message::new("cli-usage-unreadable"),
    };
    let nearest =
        [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand];
    let mut failure = Failure::new(Status::Usage, message);
    let form = FORMS.iter().find(|(value, _)| form_of.ends_with(value));
    if let Some((_, id)) = form.filter(|_| error.kind() == ErrorKind::ValueValidation) {
        failure = failure.and(Message::new(id));
    }
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

/// The failure for an option whose value is empty, as that of a variable that is not set is in a shell.
pub(super) fn empty(option: &Arg, path: &str) -> Failure {
    let message = Message::new("cli-usage-empty").with("argument", option.to_string());
    let see = Message::new("cli-usage-see").with("command", format!("{path} --help"));
    Failure::new(Status::Usage, message).and(see)
}

/// The option of a file or a name that is given on the command line and has an empty value.
pub(super) fn given_empty<'c>(matches: &ArgMatches, command: &'c Command) -> Option<&'c Arg> {
    let names_something = |arg: &&Arg| {
        let value = arg.get_value_names().and_then(<[_]>::first);
        !arg.is_positional()
            && value.is_some_and(|value| ["FILE", "NAME"].contains(&value.as_str()))
    };
    let is_empty = |arg: &&Arg| {
        let id = arg.get_id().as_str();
        matches.try_get_raw(id).ok().flatten().is_some_and(|mut raw| raw.any(OsStr::is_empty))
            && matches.value_source(id) == Some(ValueSource::CommandLine)
    };
    let here = command.get_arguments().filter(names_something).find(is_empty);
    here.or_else(|| {
        let (name, matches) = matches.subcommand()?;
        given_empty(matches, command.find_subcommand(name)?)
    })
}

/// Whether an argument is an option of the command that is called so: where it is not known, it stands before
/// the name of the command.
fn is_of(argument: &str, path: &str, root: &Command) -> bool {
    let named = path.split_once(' ').and_then(|(_, name)| root.find_subcommand(name));
    let long = argument.strip_prefix("--");
    named.is_some_and(|command| command.get_arguments().any(|arg| long == arg.get_long()))
        && long.is_some()
}

/// Whether an argument is a word of the line rather than an option.
fn is_word(argument: &str, root: &Command) -> bool {
    matches!(words::kind(OsStr::new(argument), root, root), words::Kind::Word)
}

fn said(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        None | Some(ContextValue::None) => String::new(),
        Some(value) => clean_line(&value.to_string()),
    }
}
