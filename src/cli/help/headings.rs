//! The headings of a help text. clap writes the colon of English behind each.

use crate::text::{Arg, Text};

/// The messages with the headings that clap writes.
const HEADINGS: [&str; 4] =
    ["cli-heading-commands", "cli-heading-arguments", "cli-heading-options", "cli-heading-globals"];

/// A help text with the colon of its language behind each heading.
pub(in crate::cli) fn with_colons(help: &str, text: &Text) -> String {
    HEADINGS.iter().fold(help.to_owned(), |help, id| {
        let heading = text.tr(id).into_owned();
        help.replace(&format!("\n{heading}:\n"), &format!("\n{}\n", with_colon(&heading, text)))
    })
}

/// A heading with the colon of its language.
pub(super) fn with_colon(heading: &str, text: &Text) -> String {
    let args = [("field", Arg::from(heading)), ("value", Arg::from(""))];
    text.tra("name-and-value", &args).trim_end().to_owned()
}
