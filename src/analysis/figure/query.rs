//! The command behind a figure: it counts the same numbers, for a reader who wants to check or
//! repeat them.

use super::{Figure, Look};
use crate::domain::{Coded, shell_word};
use crate::query::Measure;

/// The command that yields a figure's numbers from the same register, whole: with the days that it
/// compares and whether States are named. A POSIX shell reads it as it stands.
pub(super) fn command(figure: &Figure, look: Look<'_>) -> String {
    let fields = std::iter::once(figure.rows.field).chain(figure.columns.as_ref().map(|c| c.field));
    let fields: Vec<_> = fields.map(Coded::code).collect();
    let filter = shell_word(&figure.filter.to_string());
    let measure = if figure.measure == Measure::States { " --measure states" } else { "" };
    let since = look.since.map_or_else(String::new, |since| format!(" --since {since}"));
    let names = if look.vocabulary.nameless.is_some() { " --no-names" } else { "" };
    let by = fields.join(",");
    format!("ta-tui count {filter} --by {by}{measure}{since} --as-of {}{names}", look.until)
}
