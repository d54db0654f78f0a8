//! `ta-tui export`: lists, an empty form for needs, and whole registers, as files for other programs.

mod args;
mod lists;
mod register;
mod template;

pub(super) use args::{ExportArgs, Exported};
pub(super) use register::run_register_import;

use super::failure::Failure;
use super::session::Session;

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
