//! The program `ta-tui`: see the library of the same name.

use std::process::ExitCode;
use ta_tui::cli;
use ta_tui::program::Program;

fn main() -> color_eyre::Result<ExitCode> {
    // For what nobody expects; a failure that is expected is one plain line, said by `cli`.
    color_eyre::install()?;
    Ok(cli::run(std::env::args_os(), &Program).into())
}
