//! The table of what runs in a session over SSH: an answer for every command. A session reads and writes the records of
//! its register under the name of its person; it names no file, no other register and no other person.

use super::super::args::{Arguments, Command};
use super::super::drawn_args::DrawnArgs;
use super::super::export::Exported;
use super::super::failure::{Failure, Status};
use crate::text::Message;

/// Why a command line does not run in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Refused {
    /// The command belongs to the person who runs the machine.
    Command,
    /// The option names a file.
    File(&'static str),
    /// A file to be read: it comes by standard input.
    Input,
    /// The option reads the machine's fonts.
    Font,
    /// `--db`: a session has one register.
    Register,
    /// `--as`: a session has one person.
    Person,
}

impl Refused {
    /// The failure that says so.
    pub(in crate::cli) fn failure(self, path: &str) -> Failure {
        let message = match self {
            Self::Command => Message::new("session-not-this-command").with("command", path),
            Self::File(option) => Message::new("session-no-file").with("option", option),
            Self::Input => Message::new("session-file-by-input"),
            Self::Font => Message::new("session-no-font"),
            Self::Register => Message::new("session-one-register"),
            Self::Person => Message::new("session-one-person"),
        };
        Failure::new(Status::Usage, message)
    }
}

/// Refuses a command line that does not run in a session.
pub(in crate::cli) fn refuse(arguments: &Arguments) -> Result<(), Refused> {
    if arguments.globals.db.is_some() {
        return Err(Refused::Register);
    }
    if arguments.globals.who.is_some() {
        return Err(Refused::Person);
    }
    if arguments.ledger.is_some() {
        return Err(Refused::File("--ledger"));
    }
    arguments.command.as_ref().map_or(Ok(()), refuse_command)
}

fn refuse_command(command: &Command) -> Result<(), Refused> {
    match command {
        Command::Need(_)
        | Command::Needs(_)
        | Command::States(_)
        | Command::Reviews(_)
        | Command::Activities(_)
        | Command::People(_)
        | Command::FocalPoints(_)
        | Command::Organisations(_)
        | Command::Documents(_)
        | Command::Platforms(_)
        | Command::Themes(_)
        | Command::Show(_)
        | Command::Count(_)
        | Command::Connections(_)
        | Command::Gaps(_)
        | Command::Shared(_)
        | Command::Overlaps(_)
        | Command::Coverage(_)
        | Command::Candidates(_)
        | Command::Log(_)
        | Command::Sessions(_)
        | Command::Help(_)
        | Command::Completions(_)
        | Command::Set(_)
        | Command::Add(_)
        | Command::Edit(_)
        | Command::Void(_)
        | Command::Merge(_)
        | Command::Match(_)
        | Command::Unmatch(_)
        | Command::Mark(_)
        | Command::Handover(_)
        | Command::Settings(_) => Ok(()),
        Command::Import(args) if args.makes_a_register() => Err(Refused::Command),
        Command::Import(args) if args.names_a_file() => Err(Refused::Input),
        Command::Import(args) => no_file(args.map.is_some(), "--map")
            .and_then(|()| no_file(args.rejects.is_some(), "--rejects")),
        Command::Export(args) if args.what == Exported::Register => Err(Refused::Command),
        Command::Export(args) => no_file(!args.is_output(), "--out"),
        Command::Figure(args) => drawn(&args.drawn),
        Command::Trend(args) => drawn(&args.drawn),
        Command::Man(args) => no_file(args.out.is_some(), "--out"),
        Command::Verify(args) => no_file(args.ledger.is_some(), "--ledger"),
        Command::Frame(args) => no_file(args.ledger.is_some(), "--ledger"),
        Command::New(_)
        | Command::Sample(_)
        | Command::Backup(_)
        | Command::Restore(_)
        // They tell the place of the register.
        | Command::SshKeys
        // It tells owners, modes and places of files.
        | Command::Check(_)
        | Command::Config(_)
        | Command::Tour
        | Command::Session(_) => Err(Refused::Command),
    }
}

/// Refuses an option that names a file, where it is given.
fn no_file(given: bool, option: &'static str) -> Result<(), Refused> {
    if given { Err(Refused::File(option)) } else { Ok(()) }
}

/// Pictures go to the client, in the program's own font.
fn drawn(args: &DrawnArgs) -> Result<(), Refused> {
    if args.font.is_some() { Err(Refused::Font) } else { no_file(args.out.is_some(), "--out") }
}
