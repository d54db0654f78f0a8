//! The program `ta-tui`: see the library of the same name.

use std::io::Write;
use std::process::ExitCode;
use ta_tui::cli::{self, Failure, FrameArgs, Interface, Start, Status};
use ta_tui::text::Message;

/// A build without the terminal interface: every command works, the screens do not.
struct CommandsOnly;

impl Interface for CommandsOnly {
    fn interactive(&self, _: Start) -> Result<(), Failure> {
        Err(Failure::new(Status::Failed, Message::new("cli-no-interface")))
    }

    fn frame(&self, _: Start, _: FrameArgs, _: &mut dyn Write) -> Result<(), Failure> {
        Err(Failure::new(Status::Failed, Message::new("cli-no-interface")))
    }
}

fn main() -> color_eyre::Result<ExitCode> {
    // For what nobody expects; a failure that is expected is one plain line, said by `cli`.
    color_eyre::install()?;
    Ok(cli::run(std::env::args_os(), &CommandsOnly).into())
}
