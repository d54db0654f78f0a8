//! `ta-tui export needs` and its like: a list as a file, by the same path as the list on standard output, so that
//! filters, days, roles and names that are left out hold here as there.

use super::args::{ExportArgs, Exported};
use crate::cli::failure::Failure;
use crate::cli::format::{Format, FormatArgs};
use crate::cli::list::{ALL, ListArgs};
use crate::cli::reviews::ReviewsArgs;
use crate::cli::session::Session;
use crate::cli::{assistance, needs, people, reviews, states};

pub(super) fn run(session: &Session<'_>, args: &ExportArgs) -> Result<(), Failure> {
    let list = args.list()?;
    match args.what {
        Exported::Reviews => reviews::run(session, &ReviewsArgs::all(list)),
        Exported::States => states::run(session, &list),
        Exported::People => people::of_all_kinds(session, &list),
        Exported::Activities => {
            assistance::activities(session, &assistance::ActivitiesArgs::all(list))
        }
        Exported::Needs | Exported::Template | Exported::Register => needs::run(session, &list),
    }
}

impl ExportArgs {
    /// The arguments of the list. Every column is asked for where none is named; in a table for people, which would be
    /// too wide to read, the usual ones.
    fn list(&self) -> Result<ListArgs, Failure> {
        let format = self.format()?;
        let full = self.full || self.columns.is_empty() && !format.is_for_people();
        Ok(ListArgs {
            filter: self.filter.clone(),
            format: FormatArgs::of(format),
            columns: if full { vec![ALL.to_owned()] } else { self.columns.clone() },
            sort: self.sort.clone(),
            limit: None,
            bom: self.bom && format == Format::Csv,
            is_export: true,
            into: self.file(),
        })
    }
}
