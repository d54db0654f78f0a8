//! `--format`, `--json`, `--out` and `--font`: the forms in which figures and totals over the years are written.

use super::format::Format;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct DrawnArgs {
    #[arg(
        long,
        value_enum,
        default_value = "text",
        conflicts_with = "json",
        value_name = "FORMAT"
    )]
    format: DrawnFormat,
    #[arg(long)]
    json: bool,
    #[arg(long, value_name = "FILE|FOLDER")]
    pub(super) out: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub(super) font: Option<String>,
}

impl DrawnArgs {
    /// The format that was asked for.
    pub(super) fn format(&self) -> DrawnFormat {
        if self.json { DrawnFormat::Json } else { self.format }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum DrawnFormat {
    #[value(alias = "table")]
    Text,
    Csv,
    Json,
    Jsonl,
    Svg,
    Png,
}

impl DrawnFormat {
    /// The format of its rows.
    pub(super) fn of_data(self) -> Format {
        match self {
            Self::Json => Format::Json,
            Self::Jsonl => Format::Jsonl,
            Self::Text | Self::Csv | Self::Svg | Self::Png => Format::Csv,
        }
    }
}
