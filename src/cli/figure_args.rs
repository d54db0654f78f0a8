//! The arguments of `ta-tui figure`, which its figures and their pictures read.

use super::drawn_args::DrawnArgs;
use super::globals::FilterArgs;
use crate::analysis::DESIGNS;
use crate::query::Measure;
use clap::{Args, ValueEnum};

/// The figures as an argument names them, `1..7|all` where there are seven.
const WHICH: &str = {
    const DIGITS: [u8; 8] = {
        // One digit has room.
        assert!(DESIGNS.len() < 10);
        let mut text = *b"1..0|all";
        text[3] += DESIGNS.len() as u8;
        text
    };
    match std::str::from_utf8(&DIGITS) {
        Ok(text) => text,
        Err(_) => "",
    }
};

#[derive(Debug, Args)]
pub(super) struct FigureArgs {
    #[arg(value_name = WHICH)]
    pub(super) figure: String,
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[arg(long, value_name = "DATE")]
    pub(super) since: Option<String>,
    #[arg(long, value_enum, value_name = "MEASURE")]
    pub(super) measure: Option<FigureMeasure>,
    #[arg(long)]
    pub(super) beside: bool,
    #[command(flatten)]
    pub(super) drawn: DrawnArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FigureMeasure {
    Needs,
    States,
}

impl FigureMeasure {
    pub(super) fn measure(self) -> Measure {
        match self {
            Self::Needs => Measure::Needs,
            Self::States => Measure::States,
        }
    }
}
