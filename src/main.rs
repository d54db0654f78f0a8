//! The program `ta-tui`: see the library of the same name.

use std::process::ExitCode;
use std::sync::Arc;
use ta_tui::cli;
use ta_tui::program::Program;

fn main() -> color_eyre::Result<ExitCode> {
    let args: Vec<_> = std::env::args_os().collect();
    if let Err(status) = cli::begin(&args) {
        return Ok(status.into());
    }
    // For unexpected failures; an expected one is one plain line, written by `cli`.
    color_eyre::install()?;
    // A limit on the size of files is an error of the write, and no end of the program in the middle
    // of it. Where the signal cannot be caught there is no such limit.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default());
    Ok(cli::run(args, &Program).into())
}
