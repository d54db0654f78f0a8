//! The arguments of `ta-tui import`.

use crate::cli::format::FormatArgs;
use crate::domain::clean_line;
use crate::import::{Choice, Likely, Target};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools)] // each is an option that is given or not
pub(in crate::cli) struct ImportArgs {
    #[arg(value_name = "LIST", value_enum)]
    list: Imported,
    // `-` is standard input.
    #[arg(value_name = "FILE|FOLDER", value_hint = clap::ValueHint::AnyPath)]
    pub(in crate::cli) file: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub(super) sheet: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) encoding: Option<String>,
    #[arg(long, value_name = "SIGN")]
    pub(super) delimiter: Option<char>,
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) map: Option<PathBuf>,
    #[arg(long)]
    pub(super) dry_run: bool,
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) rejects: Option<PathBuf>,
    #[arg(long)]
    pub(super) good_only: bool,
    #[arg(long)]
    pub(super) accept_doubtful: bool,
    #[arg(long, value_enum, value_name = "DO")]
    pub(super) likely: Option<DoLikely>,
    #[arg(long)]
    pub(super) repeats: bool,
    #[arg(long, value_name = "TEXT", default_value = "", allow_hyphen_values = true)]
    pub(super) note: String,
    #[command(flatten)]
    pub(super) format: FormatArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Imported {
    Needs,
    Reviews,
    People,
    Activities,
    // A folder that `export register` has written, as a new register.
    Register,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum DoLikely {
    New,
    Same,
    Update,
}

impl ImportArgs {
    /// Whether it reads standard input and names no file, as a session over SSH has to.
    pub(in crate::cli) fn names_a_file(&self) -> bool {
        !self.is_input()
    }

    /// Whether it makes a new register of a folder.
    pub(in crate::cli) fn makes_a_register(&self) -> bool {
        self.list == Imported::Register
    }

    /// The list that the file is imported into; `None` for a whole register.
    pub(super) fn target(&self) -> Option<Target> {
        match self.list {
            Imported::Needs => Some(Target::Needs),
            Imported::Reviews => Some(Target::Reviews),
            Imported::People => Some(Target::People),
            Imported::Activities => Some(Target::Activities),
            Imported::Register => None,
        }
    }

    pub(super) fn is_input(&self) -> bool {
        self.file == Path::new("-")
    }

    pub(super) fn choice(&self) -> Choice {
        let likely = match self.likely {
            Some(DoLikely::New) => Likely::New,
            Some(DoLikely::Same) => Likely::Same,
            Some(DoLikely::Update) => Likely::Update,
            None if self.accept_doubtful => Likely::Proposed,
            None => Likely::Ask,
        };
        Choice { repeats: self.repeats, likely }
    }

    /// The name of the file without its folder, for the log and messages.
    pub(super) fn name(&self) -> String {
        let name = self.file.file_name().unwrap_or(self.file.as_os_str());
        clean_line(&name.to_string_lossy())
    }
}
