//! The arguments of the commands that tell about the program itself.

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(super) struct HelpArgs {
    #[arg(value_name = "COMMAND|TOPIC")]
    pub(super) topic: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct ConfigArgs {
    #[arg(value_enum, default_value = "show", value_name = "WHAT")]
    pub(super) what: ConfigPart,
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub(super) format: ConfigFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ConfigPart {
    Show,
    Path,
    Template,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ConfigFormat {
    #[value(alias = "table")]
    Text,
    Json,
}

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    #[arg(value_enum, value_name = "SHELL")]
    pub(super) shell: clap_complete::Shell,
}
