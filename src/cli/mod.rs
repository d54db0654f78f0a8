//! The command line: a stable contract for scripts, and the door to the interactive program.
//!
//! Data go to standard output, everything else to standard error. Every way to fail is a
//! [`Failure`] with the exit status of the contract ([`Status`]) and one plain line in the user's
//! language; a reader of the output that goes away is an ordinary end.

mod args;
mod assistance;
mod count;
mod failure;
mod files;
mod focal_points;
mod help;
mod interface;
mod list;
mod log;
mod nearest;
mod needs;
mod output;
mod reader;
mod register_file;
mod reviews;
mod session;
mod set;
mod shell;
mod states;
mod usage;
mod words;

pub use failure::{Failure, Status};
pub use interface::{FrameArgs, FrameFormat, Interface, Start};
pub use session::{DEFAULT_WHO, unreadable};

use crate::config::{self, Config};
use crate::text::{Lang, Text};
use args::{Arguments, Command, FrameCommand};
use clap::FromArgMatches;
use clap::error::ErrorKind;
use output::Output;
use session::Session;
use std::ffi::OsString;
use std::io::Write;

/// Runs the program with its arguments, the first of which is its own name.
///
/// Says what went wrong on standard error; the status is for the caller to end with.
pub fn run(args: impl IntoIterator<Item = OsString>, interface: &dyn Interface) -> Status {
    let args: Vec<OsString> = args.into_iter().collect();
    let config = config::config_file().map(|path| Config::read(&path)).unwrap_or_default();
    let variable = |name: &str| std::env::var(name).ok();
    let lang = config::choose(language_flag(&args), variable, config.language);
    let text = Text::of(lang);
    match execute(args, interface, &config, text) {
        Ok(()) => Status::Done,
        Err(failure) => {
            failure.lines(text).iter().for_each(|line| output::line(line));
            failure.status()
        }
    }
}

/// The language of `--lang`, read before the rest: mistakes in the rest are said in it.
fn language_flag(args: &[OsString]) -> Option<Lang> {
    let texts = args.iter().map(|arg| arg.to_string_lossy());
    let mut flagged = None;
    let mut before = false;
    for arg in texts.take_while(|arg| arg != "--") {
        if before {
            flagged = Lang::from_tag(&arg);
        } else if let Some(tag) = arg.strip_prefix("--lang=") {
            flagged = Lang::from_tag(tag);
        }
        before = arg == "--lang";
    }
    flagged
}

fn execute(
    args: Vec<OsString>,
    interface: &dyn Interface,
    config: &Config,
    text: &Text,
) -> Result<(), Failure> {
    let mut command = help::command(text);
    let sorted = words::sorted(&command, args);
    let name = sorted.iter().skip(1).find_map(|arg| command.find_subcommand(arg));
    let path = name.map_or("ta-tui".to_owned(), |name| format!("ta-tui {}", name.get_name()));
    let parsed = command
        .try_get_matches_from_mut(sorted)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error)
            if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) =>
        {
            let mut out = Output::new();
            write!(out, "{error}")?;
            return out.finish();
        }
        Err(error) => return Err(usage::failure(&error, &path)),
    };
    config.problems.iter().for_each(|problem| output::notice(text, problem));
    let session = Session { text, config, globals: &arguments.globals };
    let Some(command) = &arguments.command else {
        return interface.interactive(session.start(arguments.filter.text())?);
    };
    match command {
        Command::Needs(args) => needs::run(&session, args),
        Command::States(args) => states::run(&session, args),
        Command::Reviews(args) => reviews::run(&session, args),
        Command::Activities(args) => assistance::activities(&session, args),
        Command::FocalPoints(args) => focal_points::run(&session, args),
        Command::Organisations(args) => assistance::organisation_list(&session, args),
        Command::Count(args) => count::run(&session, args),
        Command::Set(args) => set::run(&session, args),
        Command::Log(args) => log::run(&session, args),
        Command::Frame(args) => frame(&session, args, interface),
        Command::New(args) => files::new(&session, &args.file),
        Command::Sample(args) => files::sample(&session, args),
        Command::Backup(args) => files::backup(&session, &args.file),
        Command::Check => files::check(&session),
        Command::Completions(args) => shell::completions(args, text),
        Command::Man => shell::man(text),
    }
}

fn frame(
    session: &Session<'_>,
    args: &FrameCommand,
    interface: &dyn Interface,
) -> Result<(), Failure> {
    let (columns, rows) = args.size;
    let frame = FrameArgs { columns, rows, keys: args.keys.clone(), format: args.format };
    let mut out = Output::new();
    interface.frame(session.start(args.filter.text())?, frame, &mut out)?;
    out.finish()
}
