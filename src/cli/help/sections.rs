//! The sections below the arguments in a long help: examples, exit statuses, environment, files.

use super::PROGRAM;
use super::examples;
use super::headings::with_colon;
use crate::cli::failure::Status;
use crate::config;
use crate::text::{Text, padded, width, wrapped};

/// The columns of the rest of a help text.
const WIDTH: usize = 80;

/// How far a section is set in.
const INDENT: &str = "  ";

/// Names, each with its description.
pub(super) type Rows = Vec<(String, String)>;

/// The sections of a command, each with its heading.
pub(super) fn after(command: &str, text: &Text) -> String {
    let examples: Vec<String> =
        examples::of(command).map(|typed| [INDENT, typed, "\n"].concat()).collect();
    let tables = tables(command, text).map(|(heading, rows)| (heading, table(rows)));
    std::iter::once(("cli-heading-examples", examples.concat()))
        .chain(tables)
        .map(|(heading, lines)| format!("{}\n{lines}", with_colon(&text.tr(heading), text)))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The statuses of a command, the variables that it reads and its files, each with the message of its heading.
pub(super) fn tables(command: &str, text: &Text) -> [(&'static str, Rows); 3] {
    let whole = command == PROGRAM;
    let statuses = statuses(command).iter().map(|status| {
        let (number, about) = status_words(*status);
        (number.to_string(), text.tr(about).into_owned())
    });
    let variables = config::VARIABLES.iter().filter(|variable| whole || variable.is_own());
    let variables = variables.map(|v| (v.name.to_owned(), text.tr(v.about).into_owned()));
    let files =
        config::FILES.iter().map(|(path, about)| ((*path).to_owned(), text.tr(about).into_owned()));
    [
        ("cli-heading-status", statuses.collect()),
        ("cli-heading-environment", variables.collect()),
        ("cli-heading-files", files.collect()),
    ]
}

/// Names with their descriptions beside them.
fn table(rows: Rows) -> String {
    let longest = rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
    let beside = longest + 2 * INDENT.len();
    let mut lines = String::new();
    for (name, about) in rows {
        let mut name = padded(&name, longest, false);
        for line in wrapped(&about, WIDTH.saturating_sub(beside).max(WIDTH / 2)) {
            lines.extend([INDENT, &name, INDENT, &line]);
            lines.push('\n');
            name = " ".repeat(longest);
        }
    }
    lines
}

/// The statuses with which a command can end.
fn statuses(command: &str) -> &'static [Status] {
    match command {
        "help" | "config" | "completions" | "man" | "new" | "sample" | "tour" => {
            &[Status::Done, Status::Failed, Status::Usage]
        }
        PROGRAM | "need" | "session" | "set" | "add" | "edit" | "void" | "merge" | "match"
        | "unmatch" | "mark" | "import" | "handover" | "settings" | "people" | "sessions" => {
            &[Status::Done, Status::Failed, Status::Usage, Status::BadData, Status::Conflict]
        }
        _ => &[Status::Done, Status::Failed, Status::Usage, Status::BadData],
    }
}

/// The number of a status, and the message that explains it.
fn status_words(status: Status) -> (u8, &'static str) {
    let about = match status {
        Status::Done => "cli-status-done",
        Status::Failed => "cli-status-failed",
        Status::Usage => "cli-status-usage",
        Status::BadData => "cli-status-bad-data",
        Status::Conflict => "cli-status-conflict",
    };
    (status as u8, about)
}
