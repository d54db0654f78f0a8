//! `ta-tui completions` and `ta-tui man`: made from the same command as the parser, so that they
//! cannot say anything else.

use super::about_args::CompletionsArgs;
use super::failure::Failure;
use super::help;
use super::output::Output;
use crate::text::Text;
use std::io::Write;

pub(super) fn completions(args: &CompletionsArgs, text: &Text) -> Result<(), Failure> {
    // Into memory first: the generators panic when a pipe closes.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut help::command(text), "ta-tui", &mut script);
    written(&script)
}

pub(super) fn man(text: &Text) -> Result<(), Failure> {
    let command = help::command(text);
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    written(&page)
}

fn written(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = Output::data();
    out.write_all(bytes)?;
    out.finish()
}
