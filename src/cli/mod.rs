//! The command line: a stable contract for scripts, and the door to the interactive program.
//!
//! Data go to standard output, everything else to standard error. Every way to fail is a
//! [`Failure`] with the exit status of the contract ([`Status`]) and one plain line in the user's
//! language; a reader of the output that goes away is an ordinary end.

mod about_args;
mod anonymous;
mod args;
mod assignment;
mod assistance;
mod candidates;
mod check;
mod completing;
mod configuration;
mod connections;
mod count;
mod coverage;
mod documents;
mod drawn_args;
mod export;
mod export_file;
mod failure;
mod figure;
mod figure_args;
mod files;
mod format;
mod frame;
mod gaps;
mod globals;
mod handover;
mod help;
mod import;
mod interface;
mod kept;
mod language_flag;
mod lines;
mod list;
mod lists;
mod log;
mod log_file;
mod man;
mod meant;
mod misnamed;
mod named_record;
mod nearest;
mod needs;
mod opening;
mod organisations;
mod output;
mod overlaps;
mod people;
mod people_changes;
mod person;
mod pictures;
mod placed;
mod platforms;
mod progress;
mod quoted;
mod records;
mod register_file;
mod reviews;
mod rotation;
mod session;
mod session_command;
mod sessions;
mod set;
mod settings;
mod shared;
mod shell;
mod show;
mod states;
mod themes;
mod topics;
mod tour;
mod trend;
mod unreadable;
mod usage;
mod verify;
mod version;
mod words;
mod written;

pub use crate::columns::property::{Property, ShownWhere, ValueKind};
pub use failure::{Failure, Status};
pub use interface::{FrameArgs, FrameFormat, Interface, Opening, Served, Start};
pub use lists::{List, lists};
pub use output::notice;
pub use person::{acting, hold};
pub use unreadable::unreadable;

use crate::app::keymap::Keymap;
use crate::config::{self, Config};
use crate::domain::Sees;
use crate::store::HeldRole;
use crate::text::{Lang, Message, Text};
use args::{Arguments, Command};
use clap::FromArgMatches;
use clap::error::ErrorKind;
use output::Output;
use session::Session;
use std::cell::{Cell, OnceCell};
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

/// Runs the program with its arguments, the first of which is its own name.
///
/// Reports failures on standard error; the status is for the caller to end with.
pub fn run(args: impl IntoIterator<Item = OsString>, interface: &dyn Interface) -> Status {
    let args: Vec<OsString> = args.into_iter().collect();
    if session_command::is_asked(&args) {
        return run_session(&args, interface);
    }
    let mut config = config::config_file().map(|path| Config::read(&path)).unwrap_or_default();
    let variable = |name: &str| std::env::var(name).ok();
    let flagged = language_flag::language_flag(&args);
    let (lang, _) = config::choose(flagged, variable, config.language);
    // Until the arguments are read: mistakes in them are told with these signs.
    let ascii = args.iter().any(|arg| arg == "--ascii");
    output::write_with(config::signs(ascii, variable, config.signs).0);
    if let Some(asked) = completing::Asked::read(&args) {
        asked.answer(&config);
        return Status::Done;
    }
    config.problems.extend(log_file::begin(variable));
    if flagged.is_none() {
        config.problems.extend(config::unknown(variable));
    }
    // Whatever is asked, these are needed: both are kept once they are read. A system that gives no
    // thread for it makes nobody wait longer than that.
    let read = std::thread::Builder::new().name("words".into()).spawn(move || Text::of(lang));
    drop(read);
    ended(execute(args, interface, &config, lang, None), lang)
}

/// Begins the program anew without the variables that a session over SSH does not read, where its arguments begin one.
/// To be called before anything reads a variable.
///
/// Reports failures on standard error; the status is for the caller to end with.
///
/// # Errors
/// The program cannot be begun anew.
pub fn begin(args: &[OsString]) -> Result<(), Status> {
    if !session_command::is_asked(args) {
        return Ok(());
    }
    session_command::clear(args).map_err(|failure| ended(Err(failure), Lang::default()))
}

/// Runs a session over SSH: the command that the client has sent, or the screens.
fn run_session(args: &[OsString], interface: &dyn Interface) -> Status {
    let variable = |name: &str| std::env::var(name).ok();
    let begun = session_command::begin(args);
    let flagged = begun.as_ref().ok().and_then(|begun| language_flag::language_flag(&begun.asked));
    let config = Config::default();
    let (lang, _) = config::choose(flagged, variable, config.language);
    output::write_with(config::signs(false, variable, config.signs).0);
    let outcome = begun.and_then(|begun| {
        let words = std::iter::once(help::PROGRAM.into()).chain(begun.asked.iter().cloned());
        execute(words.collect(), interface, &config, lang, Some(&begun))
    });
    ended(outcome, lang)
}

/// Says the failure of a command, and gives the status to end with.
fn ended(outcome: Result<(), Failure>, lang: Lang) -> Status {
    let status = match outcome {
        Ok(()) => Status::Done,
        Err(failure) => {
            failure.lines(Text::of(lang)).iter().for_each(|line| output::line(line));
            ::log::error!("failed={:?}", failure.ids());
            failure.status()
        }
    };
    ::log::info!("end status={}", status as u8);
    status
}

fn execute(
    args: Vec<OsString>,
    interface: &dyn Interface,
    config: &Config,
    lang: Lang,
    begun: Option<&session_command::Begun>,
) -> Result<(), Failure> {
    let Some((mut arguments, path)) = understood(args, lang)? else { return Ok(()) };
    if let Some(begun) = begun {
        session_command::refuse(&arguments).map_err(|refused| refused.failure(&path))?;
        arguments.globals.db = Some(begun.file.clone());
        arguments.globals.who = Some(begun.who.clone());
    }
    let variable = |name: &str| std::env::var(name).ok();
    let (signs, _) = config::signs(arguments.globals.ascii, variable, config.signs);
    output::write_with(signs);
    if arguments.globals.quiet {
        output::be_quiet();
    }
    let (_, key_problems) = Keymap::new(&config.keys);
    for problem in config.problems.iter().chain(&key_problems) {
        notice(Text::of(lang), problem);
    }
    let kept = arguments
        .globals
        .no_names
        .then(|| kept::kept(arguments.command.as_ref(), &arguments.filter));
    let kept = kept.transpose()?;
    let globals = &arguments.globals;
    let day = Cell::new(None);
    let own_post = OnceCell::new();
    let mut session =
        Session { lang, signs, config, globals, as_of: None, day, own_post, kept, begun };
    session.log_start(&path);
    // A session's person who sees no names of States asks as with `--no-names`.
    let is_nameless = |held: &HeldRole| held.sees == Sees::NoNames;
    if begun.is_some() && session.open()?.rights().held().is_some_and(is_nameless) {
        session.kept = Some(kept::kept(arguments.command.as_ref(), &arguments.filter)?);
    }
    let Some(command) = &arguments.command else {
        return screens(&mut session, &arguments, arguments.opening.opening()?, interface);
    };
    fits(command, &session)?;
    if let Command::Need(args) = command {
        return screens(&mut session, &arguments, opening::need(&args.need)?, interface);
    }
    if let Some(begun) = begun {
        session_command::bound(begun);
    }
    session.read_as_of()?;
    run_command(command, &session, arguments.ledger.as_ref(), interface)
}

/// The parsed command line, and the command as mistakes name it; `None` where it asked for help,
/// which is written.
fn understood(args: Vec<OsString>, lang: Lang) -> Result<Option<(Arguments, String)>, Failure> {
    let mut command = help::bare();
    if let Some(failure) = misnamed::refused(&command, &args) {
        return Err(failure);
    }
    let without_help = misnamed::without_help(&command, &args);
    let sorted = words::sorted(&command, args);
    let name = sorted.iter().skip(1).find_map(|arg| command.find_subcommand(arg));
    let path = name.map_or("ta-tui".to_owned(), |name| format!("ta-tui {}", name.get_name()));
    let asked = sorted.clone();
    let parsed = command.try_get_matches_from_mut(sorted);
    let parsed = parsed.and_then(|matches| {
        let empty = usage::given_empty(&matches, &command).cloned();
        Ok((Arguments::from_arg_matches(&matches)?, empty))
    });
    let arguments = match parsed {
        Ok((_, Some(option))) => return Err(usage::empty(&option, &path)),
        Ok((arguments, None)) => arguments,
        Err(error)
            if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) =>
        {
            if let (Some(failure), ErrorKind::DisplayHelp) = (without_help, error.kind()) {
                return Err(failure);
            }
            return say_help(asked, lang).map(|()| None);
        }
        Err(error) => return Err(usage::failure(&error, &path, &command)),
    };
    if let Some(option) = words::given_twice(&command, &asked) {
        return Err(usage::twice(option, &path));
    }
    Ok(Some((arguments, path)))
}

/// Whether a command can be run without names of States, of an earlier day, on another day than today, where that is
/// asked for.
fn fits(command: &Command, session: &Session<'_>) -> Result<(), Failure> {
    if session.kept.is_some() && !command.reads_only() {
        return Err(Failure::new(Status::Usage, Message::new("cli-no-names-not-here")));
    }
    if session.globals.as_of.is_some() && !command.reads_the_past() {
        let id = match command {
            Command::Verify(_) => "cli-as-of-not-verify",
            _ => "cli-as-of-not-here",
        };
        return Err(Failure::new(Status::Usage, Message::new(id)));
    }
    if session.globals.today.is_some() && !command.opens_a_register() {
        return Err(Failure::new(Status::Usage, Message::new("cli-today-not-here")));
    }
    Ok(())
}

/// Runs a command that shows no screens on a terminal.
fn run_command(
    command: &Command,
    session: &Session<'_>,
    ledger: Option<&PathBuf>,
    interface: &dyn Interface,
) -> Result<(), Failure> {
    match command {
        // The screens of a need, and a session, begin before.
        Command::Need(_) | Command::Session(_) => Ok(()),
        Command::Needs(args) => needs::run(session, args),
        Command::States(args) => states::run(session, args),
        Command::Reviews(args) => reviews::run(session, args),
        Command::Activities(args) => assistance::activities(session, args),
        Command::People(args) => people::run(session, args),
        Command::FocalPoints(args) => people::of_all_kinds(session, args),
        Command::Organisations(args) => organisations::run(session, args),
        Command::Documents(args) => documents::run(session, args),
        Command::Platforms(args) => platforms::run(session, args),
        Command::Themes(args) => themes::run(session, args),
        Command::Show(args) => show::run(session, args),
        Command::Count(args) => count::run(session, args),
        Command::Figure(args) => figure::run(session, args),
        Command::Trend(args) => trend::run(session, args),
        Command::Connections(args) => connections::run(session, args),
        Command::Gaps(args) => gaps::run(session, args),
        Command::Shared(args) => shared::run(session, args),
        Command::Overlaps(args) => overlaps::run(session, args),
        Command::Coverage(args) => coverage::run(session, args),
        Command::Verify(args) => verify::run(session, args, args.ledger.as_ref().or(ledger)),
        Command::Set(args) => set::run(session, args),
        Command::Add(args) => records::run_add(session, args),
        Command::Edit(args) => records::run_edit(session, args),
        Command::Merge(args) => records::run_merge(session, args),
        Command::Import(args) => import::run(session, args),
        Command::Void(args) => records::run_void(session, args),
        Command::Match(args) => records::run_match(session, args),
        Command::Unmatch(args) => records::run_unmatch(session, args),
        Command::Mark(args) => records::run_mark(session, args),
        Command::Candidates(args) => candidates::run(session, args),
        Command::Handover(args) => handover::run(session, args),
        Command::Settings(args) => settings::run(session, args),
        Command::Sessions(args) => sessions::run(session, args),
        Command::SshKeys => sessions::ssh_keys(session),
        Command::Log(args) => log::run(session, args),
        Command::Frame(args) => {
            frame::run(session, args, args.ledger.as_ref().or(ledger), interface)
        }
        Command::Export(args) => export::run(session, args),
        Command::New(args) => files::new(session, &args.file),
        Command::Sample(args) => files::sample(session, args),
        Command::Backup(args) => files::backup(session, args),
        Command::Restore(args) => files::restore(session, &args.file),
        Command::Check(args) => check::run(session, args),
        Command::Help(args) => topics::run(session, args),
        Command::Config(args) => configuration::run(session, args),
        Command::Completions(args) => shell::completions(args, session.text()),
        Command::Man(args) => man::run(session, args),
        Command::Tour => tour::run(session, interface),
    }
}

/// The screens on the terminal.
fn screens(
    session: &mut Session<'_>,
    arguments: &Arguments,
    opening: Opening,
    interface: &dyn Interface,
) -> Result<(), Failure> {
    interface.ready()?;
    session.read_as_of()?;
    let start = session.start(arguments.filter.text())?;
    let ledger = arguments.ledger.clone();
    let watch = !arguments.no_watch;
    interface.interactive(Start { watch, remembers: true, ledger, opening, ..start })
}

/// The help or the version that was asked for, in the user's language.
fn say_help(asked: Vec<OsString>, lang: Lang) -> Result<(), Failure> {
    let mut out = Output::new();
    let text = Text::of(lang);
    if let Err(words) = help::shown(text).try_get_matches_from(asked) {
        write!(out, "{}", help::with_colons(&words.to_string(), text))?;
    }
    out.finish()
}
