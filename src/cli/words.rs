//! Filter words on the command line: `-focal:any` is a filter term that looks like options. Before
//! clap reads the arguments, every word that is no option is moved behind `--`.

use clap::{Arg, ArgAction, Command};
use std::ffi::{OsStr, OsString};

/// The arguments with options first and words behind `--`, in their order. `args` begins with the
/// name of the program; `command` says which options there are.
pub(super) fn sorted(command: &Command, args: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut args = args.into_iter();
    let mut options: Vec<OsString> = args.next().into_iter().collect();
    let mut words: Vec<OsString> = Vec::new();
    // Help that is asked for before the name of a command is help on the command.
    let mut helps: Vec<OsString> = Vec::new();
    let mut current = command;
    while let Some(arg) = args.next() {
        match kind(&arg, command, current) {
            Kind::Option { .. } if arg == "-h" || arg == "--help" => helps.push(arg),
            Kind::End => {
                words.extend(args);
                break;
            }
            Kind::Option { with_value } => {
                options.push(arg);
                if with_value {
                    options.extend(args.next());
                }
            }
            Kind::Word => {
                let named = || current.find_subcommand(&arg);
                match (std::ptr::eq(current, command) && words.is_empty()).then(named).flatten() {
                    Some(found) => {
                        current = found;
                        options.push(arg);
                    }
                    None => words.push(arg),
                }
            }
        }
    }
    options.append(&mut helps);
    if !words.is_empty() {
        options.push("--".into());
        options.append(&mut words);
    }
    options
}

/// The first word, unless it stands behind `--`, which says that it names no command. `args` begins with
/// the name of the program.
pub(super) fn first<'a>(command: &Command, args: &'a [OsString]) -> Option<&'a OsStr> {
    let mut args = args.iter().skip(1);
    while let Some(arg) = args.next() {
        match kind(arg, command, command) {
            Kind::End => return None,
            Kind::Option { with_value } => {
                if with_value {
                    args.next();
                }
            }
            Kind::Word => return Some(arg),
        }
    }
    None
}

/// Whether there is one word and no more. `args` begins with the name of the program.
pub(super) fn only(command: &Command, args: &[OsString]) -> bool {
    let sorted = sorted(command, args.iter().cloned());
    sorted.iter().skip_while(|arg| *arg != "--").count() == 2
}

/// An option that is given twice, once before and once behind the name of a command, where each side
/// has it once and clap takes the second in silence. `sorted` is the result of [`sorted`].
pub(super) fn given_twice<'c>(command: &'c Command, sorted: &[OsString]) -> Option<&'c Arg> {
    let mut args = sorted.iter().skip(1);
    let mut current = command;
    let mut given: Vec<&str> = Vec::new();
    while let Some(arg) = args.next() {
        match kind(arg, command, current) {
            Kind::End => break,
            Kind::Word => current = current.find_subcommand(arg).unwrap_or(current),
            Kind::Option { with_value } => {
                if with_value {
                    args.next();
                }
                let text = arg.to_string_lossy();
                let name = text.strip_prefix("--").unwrap_or_default().split('=').next();
                let own = command.get_arguments().chain(current.get_arguments());
                let once = |arg: &&Arg| {
                    matches!(arg.get_action(), ArgAction::Set | ArgAction::SetTrue)
                        && arg.get_long() == name
                };
                let Some(known) = own.into_iter().find(once) else { continue };
                let name = known.get_long().unwrap_or_default();
                if given.contains(&name) {
                    return Some(known);
                }
                given.push(name);
            }
        }
    }
    None
}

/// The kind of an argument.
pub(super) enum Kind {
    /// `--`: everything behind it is words.
    End,
    /// An option, or a word that clap shall refuse as one.
    Option { with_value: bool },
    /// A word of the filter, the name of a command, a file.
    Word,
}

/// The kind of an argument, within a command of the program.
pub(super) fn kind(arg: &OsStr, root: &Command, current: &Command) -> Kind {
    let text = arg.to_string_lossy();
    if text == "--" {
        return Kind::End;
    }
    let known = || root.get_arguments().chain(current.get_arguments());
    if let Some(long) = text.strip_prefix("--") {
        let takes = |arg: &Arg| arg.get_long() == Some(long) && arg.get_action().takes_values();
        return Kind::Option { with_value: known().any(takes) };
    }
    let Some(shorts) = text.strip_prefix('-').filter(|rest| !rest.is_empty()) else {
        return Kind::Word;
    };
    let is_known = |c: char| known().any(|arg| arg.get_short() == Some(c));
    let mistyped = shorts.len() == 1 && shorts.is_ascii();
    if mistyped || shorts.chars().all(is_known) {
        Kind::Option { with_value: false }
    } else {
        Kind::Word
    }
}

#[cfg(test)]
mod tests {
    use super::super::help;
    use super::*;
    use crate::text::{Lang, Text};

    fn sort(args: &str) -> String {
        let command = help::command(Text::of(Lang::En));
        let args = std::iter::once("ta-tui").chain(args.split_whitespace()).map(OsString::from);
        let sorted: Vec<String> =
            sorted(&command, args).into_iter().map(|a| a.into_string().unwrap()).collect();
        sorted[1..].join(" ")
    }

    #[test]
    fn terms_that_begin_with_a_hyphen_are_words() {
        assert_eq!(sort("-focal:any"), "-- -focal:any");
        assert_eq!(
            sort("needs -focal:any chapter:V --format json -horizon:current"),
            "needs --format json -- -focal:any chapter:V -horizon:current"
        );
        assert_eq!(sort("needs -\"asset"), "needs -- -\"asset");
        assert_eq!(sort("needs -中"), "needs -- -中");
    }

    #[test]
    fn options_keep_their_values_wherever_they_stand() {
        assert_eq!(sort("--db x.db needs --sort -id V"), "--db x.db needs --sort -id -- V");
        assert_eq!(sort("needs V --db x.db"), "needs --db x.db -- V");
        assert_eq!(sort("needs --db=x.db V"), "needs --db=x.db -- V");
        assert_eq!(sort("set 1 - --note -x a=b"), "set --note -x -- 1 - a=b");
        assert_eq!(sort("-h needs"), "needs -h");
        assert_eq!(sort("--help needs V"), "needs --help -- V");
        assert_eq!(sort("needs -x"), "needs -x");
        assert_eq!(sort("needs --colour red"), "needs --colour -- red");
    }

    fn twice(args: &str) -> Option<String> {
        let command = help::bare();
        let args = std::iter::once("ta-tui").chain(args.split_whitespace()).map(OsString::from);
        let sorted = sorted(&command, args);
        given_twice(&command, &sorted).map(|arg| arg.get_long().unwrap().to_owned())
    }

    #[test]
    fn c4_an_option_on_both_sides_of_a_command_is_given_twice() {
        for twice_given in [
            "--db a needs --db b",
            "--db=a needs --db b",
            "needs --db a --db=b",
            "--as x set 1 a=b --as y",
            "--no-names needs --no-names",
            "--read-only --read-only",
            "--ledger a verify --ledger b",
            "--lang en check --lang zh",
        ] {
            assert!(twice(twice_given).is_some(), "{twice_given}");
        }
        for once in [
            "--db a needs --as b",
            "--as --db needs --db --as",
            "--db a needs -- --db b",
            "needs --columns a --columns b",
            "needs --help --help",
        ] {
            assert_eq!(twice(once), None, "{once}");
        }
    }

    #[test]
    fn only_the_first_word_names_a_command_and_none_behind_the_hyphens() {
        assert_eq!(sort("corruption needs"), "-- corruption needs");
        assert_eq!(sort("-- needs --x"), "-- needs --x");
        assert_eq!(sort("needs states"), "needs -- states");
        assert_eq!(sort(""), "");
    }
}
