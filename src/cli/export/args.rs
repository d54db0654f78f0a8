//! The arguments of `ta-tui export`, and what follows from them alone.

use crate::cli::export_file::{ENDINGS, ExportFile, format_of};
use crate::cli::failure::{Failure, Status};
use crate::cli::format::Format;
use crate::cli::globals::FilterArgs;
use crate::domain::clean_line;
use crate::text::{Arg, Message};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// What is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Exported {
    Needs,
    Reviews,
    States,
    People,
    Activities,
    // An empty form for needs.
    Template,
    // Every table of the register.
    Register,
}

#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools)] // each is an option that is given or not
pub(in crate::cli) struct ExportArgs {
    #[arg(value_name = "WHAT", value_enum)]
    pub(in crate::cli) what: Exported,
    #[command(flatten)]
    pub(in crate::cli) filter: FilterArgs,
    #[arg(long, value_name = "FILE|FOLDER", value_hint = clap::ValueHint::AnyPath)]
    pub(in crate::cli) out: PathBuf,
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(super) format: Option<Format>,
    #[arg(long, value_name = "NAMES", value_delimiter = ',', conflicts_with = "full")]
    pub(super) columns: Vec<String>,
    #[arg(long)]
    pub(super) full: bool,
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    pub(super) sort: Option<String>,
    #[arg(long)]
    pub(super) force: bool,
    #[arg(long)]
    pub(super) bom: bool,
}

/// The place that an export goes to.
enum Place<'a> {
    Output,
    File(&'a Path),
}

impl ExportArgs {
    /// Whether a list is exported.
    pub(in crate::cli) fn is_list(&self) -> bool {
        !matches!(self.what, Exported::Template | Exported::Register)
    }

    /// Whether it goes to standard output.
    pub(in crate::cli) fn is_output(&self) -> bool {
        self.out.as_os_str() == "-"
    }

    fn place(&self) -> Place<'_> {
        if self.is_output() { Place::Output } else { Place::File(&self.out) }
    }

    /// The format: that of the file's ending, or the one that is named for standard output.
    pub(super) fn format(&self) -> Result<Format, Failure> {
        let Place::File(path) = self.place() else {
            return self.format.ok_or_else(|| usage("export-no-format"));
        };
        let file = clean_line(&path.to_string_lossy());
        let Some(format) = format_of(path) else {
            let message = Message::new("export-no-ending").with("file", file);
            let known = ENDINGS.iter().map(|(ending, _)| *ending).collect::<Arg>();
            return Err(Failure::new(Status::Usage, message.with("known", known)));
        };
        match self.format {
            Some(other) if other != format => {
                let message = Message::new("export-other-ending").with("file", file);
                Err(Failure::new(Status::Usage, message))
            }
            _ => Ok(format),
        }
    }

    pub(super) fn file(&self) -> Option<ExportFile> {
        match self.place() {
            Place::Output => None,
            Place::File(path) => {
                let path = path.to_owned();
                Some(ExportFile { path, force: self.force, bom: self.bom })
            }
        }
    }

    /// Refuses what says something of lists alone.
    pub(super) fn refuse_of_lists(&self) -> Result<(), Failure> {
        let filtered = !self.filter.filter.is_empty();
        let given = [
            ("FILTER", filtered),
            ("--columns", !self.columns.is_empty()),
            ("--full", self.full),
            ("--sort", self.sort.is_some()),
            ("--format", self.format.is_some()),
            ("--bom", self.bom),
        ];
        match given.into_iter().find(|(_, given)| *given) {
            None => Ok(()),
            Some((option, _)) => {
                let message = Message::new("export-of-lists").with("option", option);
                Err(Failure::new(Status::Usage, message))
            }
        }
    }
}

fn usage(id: &'static str) -> Failure {
    Failure::new(Status::Usage, Message::new(id))
}
