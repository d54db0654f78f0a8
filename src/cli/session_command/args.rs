//! The arguments of `session`, for help and completions.

use clap::Args;

#[derive(Debug, Args)]
pub(in crate::cli) struct SessionArgs {
    // `begin` reads it before the other commands are known.
    #[arg(long, value_name = "ROLE")]
    role: Option<String>,
}
