//! A first word that seems to be the name of a command, mistyped. It would be a filter, which nobody
//! meant: it is refused with the name that is near.

use super::failure::{Failure, Status};
use super::words;
use crate::domain::{clean_line, misspelling};
use crate::text::Message;
use clap::Command;
use std::ffi::OsString;

/// Words that are commands elsewhere, with the options that do the same here.
const OPTIONS: [(&str, &str); 1] = [("version", "--version")];

/// A shorter word is no name mistyped.
const SHORTEST: usize = 3;

/// The failure for such a word. A word with a colon, a space or a quotation mark is a filter, and so is
/// one behind `--`.
pub(super) fn refused(command: &Command, args: &[OsString]) -> Option<Failure> {
    let word = words::first(command, args)?.to_str()?;
    let is_name = !word.starts_with('-') && word.chars().all(is_of_a_name);
    let is_code = word.chars().count() < SHORTEST;
    if command.find_subcommand(word).is_some() || !is_name || is_code {
        return None;
    }
    let commands = command.get_subcommands().map(|known| (known.get_name(), known.get_name()));
    let lower = word.to_lowercase().replace('_', "-");
    // A short name is never taken for another word that stands beside others: a word alone is, since a filter
    // has more to say as a rule, and what it is else is told too.
    let alone = words::only(command, args);
    let slips = |name: &str| {
        let slip = || (alone && strsim::osa_distance(&lower, name) == 1).then_some(1);
        misspelling(&lower, name).or_else(slip)
    };
    let near = commands.chain(OPTIONS).filter_map(|(name, meant)| Some((slips(name)?, meant)));
    let (_, meant) = near.min_by_key(|(slips, _)| *slips)?;
    let word = clean_line(word);
    let failure = Failure::new(Status::Usage, no_command(&word));
    Some(
        failure
            .and(Message::new("cli-nearest").with("word", meant))
            .and(Message::new("cli-search-for").with("word", word)),
    )
}

/// The failure for help on a word that names no command; `None` where the first word is no name, or stands behind
/// `--`.
pub(super) fn without_help(command: &Command, args: &[OsString]) -> Option<Failure> {
    let word = words::first(command, args)?.to_str()?;
    let is_name = word.chars().all(is_of_a_name) && command.find_subcommand(word).is_none();
    let failure = || Failure::new(Status::Usage, no_command(&clean_line(word)));
    is_name.then(|| failure().and(Message::new("cli-search-for").with("word", clean_line(word))))
}

/// The message that a word names no command.
pub(super) fn no_command(word: &str) -> Message {
    Message::new("cli-no-command").with("word", word)
}

fn is_of_a_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

#[cfg(test)]
mod tests {
    use super::super::help;
    use super::*;
    use crate::text::{Lang, Text};

    fn said(args: &[&str]) -> Option<String> {
        let args: Vec<OsString> =
            std::iter::once(&"ta-tui").chain(args).map(OsString::from).collect();
        let failure = refused(&help::bare(), &args)?;
        Some(failure.lines(Text::of(Lang::En)).join(" "))
    }

    #[test]
    fn e1_a_first_word_near_a_command_is_refused_with_its_name() {
        for (typed, meant) in [
            (&["neds", "chapter:V"][..], "“needs”"),
            (&["Needs"], "“needs”"),
            (&["state"], "“states”"),
            (&["versoin"], "“--version”"),
            (&["version"], "“--version”"),
            (&["--db", "x.db", "conut", "--by", "chapter"], "“count”"),
            (&["focalpoints"], "“focal-points”"),
            (&["focal_points"], "“focal-points”"),
            (&["logs"], "“log”"),
            (&["lgo"], "“log”"),
            (&["--as", "fp-gh", "sett"], "“set”"),
        ] {
            assert!(said(typed).is_some_and(|said| said.contains(meant)), "{typed:?}");
        }
    }

    #[test]
    fn e1_help_on_a_word_that_names_no_command_says_so() {
        let said = |args: &[&str]| {
            let args: Vec<OsString> =
                std::iter::once(&"ta-tui").chain(args).map(OsString::from).collect();
            Some(without_help(&help::bare(), &args)?.lines(Text::of(Lang::En)).join(" "))
        };
        for args in [&["gap", "-h"][..], &["report", "--help"], &["-h", "publish"]] {
            assert!(said(args).is_some_and(|said| said.contains("no command")), "{args:?}");
        }
        for args in [&["-h"][..], &["needs", "-h"], &["chapter:V", "-h"], &["--", "gaps"]] {
            assert_eq!(said(args), None, "{args:?}");
        }
    }

    #[test]
    fn e1_a_filter_is_no_mistyped_command() {
        for filter in [
            &["chapter:V"][..],
            &["seychelles"],
            &["report"],
            &["corruption", "neds"],
            &["--", "neds"],
            &["asset needs"],
            &["-neds"],
            &["塞舌尔"],
            &["needs", "neds"],
            &["--as", "neds", "chapter:V"],
            &["train"],
            &["logs", "chapter:V"],
            &["men", "women"],
            &["lo"],
            &[],
        ] {
            assert_eq!(said(filter), None, "{filter:?}");
        }
    }
}
