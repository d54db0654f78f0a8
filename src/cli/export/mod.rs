//! `ta-tui export`: lists, an empty form for needs, and whole registers, as files for other programs.

mod lists;
mod register;
mod template;

pub(super) use register::run_register_import;

use super::export_file::{ENDINGS, ExportFile, format_of};
use super::failure::{Failure, Status};
use super::format::Format;
use super::globals::FilterArgs;
use super::session::Session;
use crate::domain::clean_line;
use crate::text::{Arg, Message};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// What is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Exported {
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
pub(super) struct ExportArgs {
    #[arg(value_name = "WHAT", value_enum)]
    pub(super) what: Exported,
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[arg(long, value_name = "FILE|FOLDER", value_hint = clap::ValueHint::AnyPath)]
    pub(super) out: PathBuf,
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<Format>,
    #[arg(long, value_name = "NAMES", value_delimiter = ',', conflicts_with = "full")]
    columns: Vec<String>,
    #[arg(long)]
    full: bool,
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    sort: Option<String>,
    #[arg(long)]
    force: bool,
    #[arg(long)]
    bom: bool,
}

/// The place that an export goes to.
enum Place<'a> {
    Output,
    File(&'a Path),
}

impl ExportArgs {
    /// Whether a list is exported.
    pub(super) fn is_list(&self) -> bool {
        !matches!(self.what, Exported::Template | Exported::Register)
    }

    /// Whether it goes to standard output.
    pub(super) fn is_output(&self) -> bool {
        self.out.as_os_str() == "-"
    }

    fn place(&self) -> Place<'_> {
        if self.is_output() { Place::Output } else { Place::File(&self.out) }
    }

    /// The format: that of the file's ending, or the one that is named for standard output.
    fn format(&self) -> Result<Format, Failure> {
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

    fn file(&self) -> Option<ExportFile> {
        match self.place() {
            Place::Output => None,
            Place::File(path) => {
                let path = path.to_owned();
                Some(ExportFile { path, force: self.force, bom: self.bom })
            }
        }
    }

    /// Refuses what says something of lists alone.
    fn refuse_of_lists(&self) -> Result<(), Failure> {
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

/// `ta-tui export WHAT`.
pub(super) fn run(session: &Session<'_>, args: &ExportArgs) -> Result<(), Failure> {
    match args.what {
        Exported::Template => {
            args.refuse_of_lists()?;
            template::run(session, args)
        }
        Exported::Register => {
            args.refuse_of_lists()?;
            register::run(session, args)
        }
        _ => lists::run(session, args),
    }
}
