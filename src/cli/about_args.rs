//! The arguments of the commands that tell about the program itself.

use super::format::FormatArgs;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct HelpArgs {
    #[arg(value_name = "COMMAND|TOPIC")]
    pub(super) topic: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct ConfigArgs {
    #[arg(value_enum, default_value = "show", value_name = "WHAT")]
    pub(super) what: ConfigPart,
    #[command(flatten)]
    pub(super) format: FormatArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ConfigPart {
    Show,
    Path,
    Template,
}

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    #[arg(value_enum, value_name = "SHELL")]
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(super) struct ManArgs {
    #[arg(value_name = "COMMAND")]
    pub(super) command: Option<String>,
    #[arg(long, value_name = "FOLDER")]
    pub(super) out: Option<PathBuf>,
}
