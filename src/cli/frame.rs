//! `ta-tui frame`: one screen without a terminal.

use super::failure::Failure;
use super::globals::FilterArgs;
use super::interface::{FrameArgs, FrameFormat, Interface, Start};
use super::opening::{self, OpeningArgs};
use super::output::Output;
use super::session::Session;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct FrameCommand {
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[arg(long, default_value = "80x24", value_parser = size, value_name = "SIZE")]
    pub(super) size: (u16, u16),
    #[arg(long, default_value = "", allow_hyphen_values = true, value_name = "KEYS")]
    pub(super) keys: String,
    #[arg(long, value_name = "FILE")]
    pub(super) ledger: Option<PathBuf>,
    #[command(flatten)]
    opening: OpeningArgs,
    #[arg(long, value_name = "NEED-ID", conflicts_with_all = ["screen", "view"])]
    need: Option<String>,
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub(super) format: FrameFormat,
}

// Reads `120x40`. The message of a mistake is made from the kind of the error, not from this one.
fn size(text: &str) -> Result<(u16, u16), String> {
    let side = |figures: &str| figures.parse().ok().filter(|n| (1..=1000).contains(n));
    text.split_once('x').and_then(|(c, r)| Some((side(c)?, side(r)?))).ok_or_else(String::new)
}

pub(super) fn run(
    session: &Session<'_>,
    args: &FrameCommand,
    ledger: Option<&PathBuf>,
    interface: &dyn Interface,
) -> Result<(), Failure> {
    let (columns, rows) = args.size;
    let frame = FrameArgs { columns, rows, keys: args.keys.clone(), format: args.format };
    let mut out = Output::data();
    let opening = match &args.need {
        Some(id) => opening::need(id)?,
        None => args.opening.opening()?,
    };
    let start = Start { opening, ledger: ledger.cloned(), ..session.start(args.filter.text())? };
    interface.frame(start, frame, &mut out)?;
    out.finish()
}
