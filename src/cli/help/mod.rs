//! The help texts, put into the command that clap builds: their words come from the language files, by
//! the names of commands and arguments. The short help (`-h`) has a line for each argument; the long one
//! (`--help`) tells the rest, with examples, exit statuses, environment and files.

mod examples;
mod headings;
mod manual;
mod program;
mod roff;
mod sections;
mod values;
mod words;

use super::args::Arguments;
use super::failure::{Failure, Status};
use super::lists::lists;
use super::nearest::nearest;
use super::{misnamed, version};
use crate::domain::{Coded, Kind, clean_line};
use crate::text::{Text, width, wrapped};
use clap::{Arg, ArgAction, Command, CommandFactory};
pub(super) use headings::with_colons;
pub(super) use manual::pages;
pub(super) use program::PROGRAM;
use words::{about_id, arg_id};

/// The command without texts: enough to read arguments.
pub(super) fn bare() -> Command {
    Arguments::command()
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true))
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version))
}

/// The command with its texts in a language.
pub(super) fn command(text: &Text) -> Command {
    let root = bare()
        .subcommand_help_heading(text.tr("cli-heading-commands").into_owned())
        .subcommand_value_name(values::named("COMMAND", text))
        .version(version::in_short())
        .long_version(version::with_libraries(text));
    let globals: Vec<Arg> =
        root.get_arguments().filter(|arg| arg.is_global_set()).cloned().collect();
    let root = worded(root, PROGRAM, text, &[]);
    root.mut_subcommands(|sub| {
        let path = format!("{PROGRAM} {}", sub.get_name());
        worded(sub, &path, text, &globals)
    })
}

/// The columns of a help text.
const WIDTH: usize = 80;

/// How far clap sets in the long help of an argument.
const BESIDE: usize = 10;

/// The command as help shows it: its words in lines, which clap ends at spaces alone, and Chinese has few.
pub(super) fn shown(text: &Text) -> Command {
    let lines = |words: String, width: usize| wrapped(&words, width).join("\n");
    let of_one = |one: Command| {
        let about = one.get_long_about().map(ToString::to_string).unwrap_or_default();
        one.long_about(lines(about, WIDTH)).mut_args(|arg| {
            let help = arg.get_long_help().map(ToString::to_string);
            match help {
                Some(help) => arg.long_help(lines(help, WIDTH - BESIDE)),
                None => arg,
            }
        })
    };
    of_one(command(text)).mut_subcommands(of_one)
}

/// The long help of a command, or of the program where none is named; `None` where there is no such
/// command.
pub(super) fn long(name: Option<&str>, text: &Text) -> Option<String> {
    let mut root = shown(text);
    // Inherited arguments, such as the global options, are handed down when it is built.
    root.build();
    let asked = match name {
        Some(name) => root.find_subcommand_mut(name)?,
        None => &mut root,
    };
    Some(asked.render_long_help().to_string())
}

/// The failure for a word that is neither a command nor one of the other words.
pub(super) fn unknown(word: &str, others: &[&'static str]) -> Failure {
    let root = bare();
    let commands = root.get_subcommands().map(Command::get_name);
    let failure = Failure::new(Status::Usage, misnamed::no_command(&clean_line(word)));
    nearest(failure, word, commands.chain(others.iter().copied()))
}

fn worded(command: Command, path: &str, text: &Text, globals: &[Arg]) -> Command {
    let name = command.get_name().to_owned();
    let template = format!(
        "{{about-with-newline}}\n{}\n{{tab}}{{usage}}\n\n{{all-args}}{{after-help}}",
        text.tr("cli-heading-usage")
    );
    let command = command.mut_args(|arg| {
        let own =
            arg.get_value_names().and_then(<[_]>::first).map(|name| values::named(name, text));
        match own {
            Some(own) => arg.value_name(own),
            None => arg,
        }
    });
    let usage = usage(&usages(&command, path, globals, text));
    let mut command = command
        .help_template(template)
        .override_usage(usage)
        .after_help(text.tra("cli-after", &[("command", format!("{path} --help").into())]))
        .after_long_help(sections::after(&name, text));
    if let Some(id) = about_id(&name) {
        let (short, mut long) = said(id, text);
        if let Some(list) = lists().into_iter().find(|list| list.command == name) {
            let order = [("order", list.order(text).into())];
            long.extend(["\n", &text.tra("cli-order", &order)]);
        }
        command = command.about(short).long_about(long);
    }
    let mut order = 0;
    command.mut_args(|arg| {
        let heading = match (arg.is_positional(), arg.is_global_set()) {
            (true, _) => text.tr("cli-heading-arguments"),
            (_, true) => text.tr("cli-heading-globals"),
            _ => text.tr("cli-heading-options"),
        };
        let mut arg = arg.help_heading(heading.into_owned());
        if arg.is_positional() {
            // As they are typed; without it they stand by their names.
            order += 1;
            arg = arg.display_order(order);
        }
        if arg.get_action().takes_values() {
            arg = arg.hide_possible_values(true).hide_default_value(true);
        }
        match arg_id(&name, arg.get_id().as_str()) {
            Some(id) => {
                let (short, long) = said(id, text);
                arg.help(short).long_help(long)
            }
            None => arg,
        }
    })
}

/// The short text of a message, and the text with the rest that only the long help shows. The rest
/// may name every kind of record (`kinds`).
fn said(id: &str, text: &Text) -> (String, String) {
    let short = text.tr(id).into_owned();
    let more = format!("more-{id}");
    let kinds = Kind::ALL.iter().map(|kind| kind.code()).collect::<crate::text::Arg>();
    let long = if text.has(&more) {
        format!("{short}\n{}", text.tra(&more, &[("kinds", kinds)]))
    } else {
        short.clone()
    };
    (short, long)
}

/// The ways in which the command is written, each in parts that stay on one line: its path, its own options by
/// name and its words.
fn usages(command: &Command, path: &str, globals: &[Arg], text: &Text) -> Vec<Vec<String>> {
    let mut usage = vec![path.to_owned()];
    let own = command
        .get_arguments()
        .filter(|arg| !arg.is_global_set() && !globals.iter().any(|g| g.get_id() == arg.get_id()));
    for arg in own {
        let value = arg.get_value_names().and_then(<[_]>::first).map(clap::builder::Str::as_str);
        let many = matches!(arg.get_action(), ArgAction::Append);
        let dots = if many && arg.is_positional() { "..." } else { "" };
        let written = match (arg.get_long(), value) {
            (None, Some(value)) => value.to_owned(),
            (Some(long), Some(value)) if arg.get_action().takes_values() => {
                format!("--{long} {value}")
            }
            (Some(long), _) if long != "version" => format!("--{long}"),
            _ => continue,
        };
        let (open, close) = if arg.is_required_set() { ("", "") } else { ("[", "]") };
        usage.push([open, &written, close, dots].concat());
    }
    let mut usages = vec![usage];
    if command.has_subcommands() {
        let named = values::named("COMMAND", text);
        usages.push(vec![path.to_owned(), named, "[...]".to_owned()]);
    }
    usages
}

/// Usages in lines as a help text has them, those that go on set in.
fn usage(usages: &[Vec<String>]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for parts in usages {
        let mut line = String::new();
        for part in parts {
            if line.is_empty() {
                line.push_str(part);
            } else if width(&line) + width(part) + 1 + INDENT.len() <= WIDTH {
                line.extend([" ", part]);
            } else {
                lines.push(std::mem::replace(&mut line, [INDENT, INDENT, part].concat()));
            }
        }
        lines.push(line);
    }
    lines.join(&format!("\n{INDENT}"))
}

/// How far the lines of a usage are set in.
const INDENT: &str = "  ";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::made_up_language::english;
    use crate::text::Lang;

    #[test]
    fn every_command_and_argument_is_explained_in_every_language() {
        for &lang in Lang::ALL {
            let text = Text::of(lang);
            let root = command(text);
            for one in std::iter::once(&root).chain(root.get_subcommands()) {
                let name = one.get_name();
                assert!(about_id(name).is_some_and(|id| text.has(id)), "{lang:?} {name}");
                for arg in one.get_arguments() {
                    let id = arg_id(name, arg.get_id().as_str());
                    assert!(id.is_some_and(|id| text.has(id)), "{lang:?} {name} {arg:?}");
                }
            }
        }
    }

    /// Everything that is told of a command or an argument in short.
    fn short_words(one: &Command) -> Vec<String> {
        let args = one.get_arguments().filter_map(Arg::get_help);
        one.get_subcommands()
            .filter_map(Command::get_about)
            .chain(args)
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn in_another_language_nothing_is_explained_in_english() {
        let root = command(Text::of(Lang::MadeUp));
        let all = root.get_subcommands().chain([&root]).flat_map(short_words);
        let left: Vec<_> = all.flat_map(|said| english(&said, &[])).collect();
        assert!(left.is_empty(), "{left:?}");
    }

    #[test]
    fn e7_the_short_help_has_a_line_of_80_columns_for_each_argument() {
        for &lang in Lang::ALL {
            let mut root = command(Text::of(lang)).term_width(80);
            root.build();
            let names: Vec<String> =
                root.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
            let subs = names.iter().map(|name| root.find_subcommand(name).unwrap().clone());
            for mut one in subs.chain([root.clone()]) {
                let words = short_words(&one);
                let shown = one.render_help().to_string();
                for said in words {
                    let whole = |line: &str| line.starts_with(' ') && line.ends_with(&said);
                    assert!(shown.lines().any(whole), "not on one line: {said}\n{shown}");
                }
                let sections = one.render_long_help().to_string();
                assert!(sections.lines().count() > shown.lines().count() + 10);
            }
        }
    }

    /// The usage, and the rest, fit beside each other's columns: no line is wider than a terminal.
    #[test]
    fn no_line_of_a_help_text_is_wider_than_80_columns() {
        for &lang in Lang::ALL {
            let text = Text::of(lang);
            let mut root = shown(text).term_width(WIDTH);
            root.build();
            let names: Vec<String> =
                root.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
            let subs = names.iter().map(|name| root.find_subcommand(name).unwrap().clone());
            for mut one in subs.chain([root.clone()]) {
                let texts =
                    [one.render_help(), one.render_long_help()].map(|help| help.to_string());
                for line in texts.iter().flat_map(|help| help.lines()) {
                    // An example stays on one line, to be copied.
                    let typed = line.trim_start().starts_with("ta-tui ") && line.contains('"');
                    assert!(typed || width(line) <= WIDTH, "{lang:?} {}: {line}", one.get_name());
                }
            }
        }
    }

    #[test]
    fn what_stands_beside_the_options_stands_in_one_column() {
        for &lang in Lang::ALL {
            let help = shown(Text::of(lang)).term_width(WIDTH).render_help().to_string();
            let globals = help.lines().filter(|line| line.starts_with("      --"));
            let at = globals.map(|line| {
                let words = line.trim_end().rfind("  ").map_or(line.len(), |at| at + 2);
                width(&line[..words])
            });
            let at: Vec<usize> = at.collect();
            assert!(at.len() > 8 && at.iter().skip(4).all(|place| *place == at[4]), "{help}");
        }
    }

    #[test]
    fn what_stands_for_a_value_has_a_word_in_every_language() {
        let root = bare();
        for one in std::iter::once(&root).chain(root.get_subcommands()) {
            let takes_values = |arg: &&Arg| arg.get_action().takes_values();
            let args = one.get_arguments().filter(takes_values);
            for name in args.filter_map(Arg::get_value_names).flatten() {
                let takes_codes = name.contains("..");
                assert!(takes_codes || values::is_known(name), "{} {name}", one.get_name());
            }
        }
    }

    #[test]
    fn the_command_is_sound() {
        command(Text::of(Lang::En)).debug_assert();
    }

    #[test]
    fn no_english_word_stands_in_a_chinese_help_text() {
        let mut root = command(Text::of(Lang::Zh));
        root.build();
        let names: Vec<String> = root.get_subcommands().map(|c| c.get_name().to_owned()).collect();
        let mut texts = vec![root.render_long_help().to_string()];
        for name in names {
            let sub = root.find_subcommand_mut(&name).unwrap();
            texts.push(sub.render_long_help().to_string());
        }
        for text in texts {
            for word in
                ["Usage", "Options", "Arguments", "default", "possible", "Print", "Commands"]
            {
                assert!(!text.contains(word), "{word} in\n{text}");
            }
        }
    }
}
