//! `--format` and `--json`: the forms in which a command writes its results.

use clap::{Args, ValueEnum};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    // For people: a table, or whatever the command draws.
    #[value(alias = "text")]
    Table,
    Csv,
    Json,
    Jsonl,
    // For people too: a table in a text.
    Md,
    // For spreadsheets: a file, which no terminal shows.
    Xlsx,
}

impl Format {
    /// Whether people read it, in their own language, and no program.
    pub(super) fn is_for_people(self) -> bool {
        matches!(self, Self::Table | Self::Md)
    }
}

#[derive(Clone, Debug, Args)]
pub(super) struct FormatArgs {
    #[arg(
        long,
        value_enum,
        default_value = "table",
        conflicts_with = "json",
        value_name = "FORMAT"
    )]
    format: Format,
    #[arg(long)]
    json: bool,
}

impl FormatArgs {
    /// The arguments that ask for a format.
    pub(super) fn of(format: Format) -> Self {
        Self { format, json: false }
    }

    /// The format that was asked for.
    pub(super) fn chosen(&self) -> Format {
        if self.json { Format::Json } else { self.format }
    }
}
