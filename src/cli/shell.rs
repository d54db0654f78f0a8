//! `ta-tui completions`: for bash, zsh and fish scripts that ask the program for the words at the
//! cursor; for the other shells completions made of the command alone.

use super::about_args::CompletionsArgs;
use super::failure::Failure;
use super::output::Output;
use super::{completing, help};
use crate::text::Text;
use clap_complete::Shell;
use std::io::Write;

pub(super) fn completions(args: &CompletionsArgs, text: &Text) -> Result<(), Failure> {
    let mut out = Output::data();
    match args.shell {
        Shell::Bash => out.write_all(completing::BASH.as_bytes())?,
        Shell::Fish => out.write_all(completing::FISH.as_bytes())?,
        Shell::Zsh => out.write_all(completing::ZSH.as_bytes())?,
        other => {
            // Into memory first: the generators panic when a pipe closes.
            let mut script = Vec::new();
            clap_complete::generate(other, &mut help::command(text), help::PROGRAM, &mut script);
            out.write_all(&script)?;
        }
    }
    out.finish()
}
