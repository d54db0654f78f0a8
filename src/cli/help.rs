//! The words of the help texts, put into the command that clap builds: they come from the language
//! files, by the names of commands and arguments.

use super::args::Arguments;
use crate::text::{Arg as Words, Text};
use clap::{Arg, ArgAction, Command, CommandFactory};

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
        .subcommand_value_name(value_name("COMMAND", text));
    let globals: Vec<Arg> =
        root.get_arguments().filter(|arg| arg.is_global_set()).cloned().collect();
    let root = worded(root, "ta-tui", text, &[]);
    root.mut_subcommands(|sub| {
        let path = format!("ta-tui {}", sub.get_name());
        worded(sub, &path, text, &globals)
    })
}

fn worded(command: Command, path: &str, text: &Text, globals: &[Arg]) -> Command {
    let name = command.get_name().to_owned();
    let template = format!(
        "{{about-with-newline}}\n{}\n{{tab}}{{usage}}\n\n{{all-args}}{{after-help}}",
        text.tr("cli-heading-usage")
    );
    let command = command.mut_args(|arg| {
        let own = arg.get_value_names().and_then(<[_]>::first).map(|name| value_name(name, text));
        match own {
            Some(own) => arg.value_name(own),
            None => arg,
        }
    });
    let usage = usage(&command, path, globals);
    let mut command = command.help_template(template).override_usage(usage);
    if let Some(id) = about_id(&name) {
        command = command.about(text.tr(id).into_owned());
    }
    if name == "ta-tui" {
        command = command.after_help(text.tr("cli-after").into_owned());
    }
    command.mut_args(|arg| {
        let heading = match (arg.is_positional(), arg.is_global_set()) {
            (true, _) => text.tr("cli-heading-arguments"),
            (_, true) => text.tr("cli-heading-everywhere"),
            _ => text.tr("cli-heading-options"),
        };
        let mut arg = arg.help_heading(heading.into_owned());
        if arg.get_action().takes_values() {
            arg = arg.hide_possible_values(true).hide_default_value(true);
        }
        match arg_id(&name, arg.get_id().as_str()) {
            Some(id) => arg.help(text.tr(id).into_owned()),
            None => arg,
        }
    })
}

/// What stands for the value of an argument, and the message with it in each language.
const VALUES: &[(&str, &str)] = &[
    ("FILTER", "cli-value-filter"),
    ("FILE", "cli-value-file"),
    ("FILE|FOLDER", "cli-value-file-or-folder"),
    ("NAME", "cli-value-name"),
    ("NAMES", "cli-value-names"),
    ("DATE", "cli-value-date"),
    ("DAY", "cli-value-day"),
    ("LANG", "cli-value-lang"),
    ("FORMAT", "cli-value-format"),
    ("N", "cli-value-number"),
    ("FIELDS", "cli-value-fields"),
    ("MEASURE", "cli-value-measure"),
    ("NEED-ID|FIELD=VALUE", "cli-value-change"),
    ("TEXT", "cli-value-text"),
    ("FROM", "cli-value-from"),
    ("TO", "cli-value-to"),
    ("SIZE", "cli-value-size"),
    ("KEYS", "cli-value-keys"),
    ("BACKUP", "cli-value-backup"),
    ("S", "cli-value-seed"),
    ("SHELL", "cli-value-shell"),
    ("COMMAND", "cli-value-command"),
    ("BY", "cli-value-by"),
    ("ORDER", "cli-value-order"),
];

fn value_name(word: &str, text: &Text) -> String {
    let known = VALUES.iter().find(|(name, _)| *name == word);
    known.map_or_else(|| word.to_owned(), |(_, id)| text.tr(id).into_owned())
}

/// A help text with the colon of its language behind each heading; clap writes that of English.
pub(super) fn with_colons(help: &str, text: &Text) -> String {
    let headings = [
        "cli-heading-commands",
        "cli-heading-arguments",
        "cli-heading-options",
        "cli-heading-everywhere",
    ];
    headings.iter().fold(help.to_owned(), |help, id| {
        let heading = text.tr(id).into_owned();
        let args = [("field", Words::from(heading.as_str())), ("value", Words::from(""))];
        let own = text.tra("name-and-value", &args);
        help.replace(&format!("\n{heading}:\n"), &format!("\n{}\n", own.trim_end()))
    })
}

/// How the command is written: its own options by name, then its words.
fn usage(command: &Command, path: &str, globals: &[Arg]) -> String {
    let mut usage = path.to_owned();
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
        usage.extend([" ", open, &written, close, dots]);
    }
    usage
}

/// The message that says what a command does.
fn about_id(command: &str) -> Option<&'static str> {
    Some(match command {
        "ta-tui" => "cli-about",
        "needs" => "cli-needs",
        "states" => "cli-states",
        "reviews" => "cli-reviews",
        "activities" => "cli-activities",
        "focal-points" => "cli-focal-points",
        "organisations" => "cli-organisations",
        "count" => "cli-count",
        "figure" => "cli-figure",
        "trend" => "cli-trend",
        "connections" => "cli-connections",
        "verify" => "cli-verify",
        "set" => "cli-set",
        "handover" => "cli-handover",
        "log" => "cli-log",
        "frame" => "cli-frame",
        "new" => "cli-new",
        "sample" => "cli-sample",
        "backup" => "cli-backup",
        "restore" => "cli-restore",
        "check" => "cli-check",
        "completions" => "cli-completions",
        "man" => "cli-man",
        _ => return None,
    })
}

/// The message that explains an argument of a command.
fn arg_id(command: &str, arg: &str) -> Option<&'static str> {
    Some(match (command, arg) {
        (_, "db") => "cli-arg-db",
        (_, "who") => "cli-arg-as",
        (_, "read_only") => "cli-arg-read-only",
        (_, "no_watch") => "cli-arg-no-watch",
        (_, "as_of") => "cli-arg-as-of",
        (_, "no_names") => "cli-arg-no-names",
        ("count" | "figure", "since") => "cli-arg-since",
        (_, "lang") => "cli-arg-lang",
        (_, "ascii") => "cli-arg-ascii",
        (_, "help") => "cli-arg-help",
        (_, "version") => "cli-arg-version",
        (_, "filter") => "cli-arg-filter",
        ("figure", "format") => "cli-figure-format",
        ("trend", "format") => "cli-trend-format",
        ("connections", "format") => "cli-connections-format",
        ("verify" | "check", "format") => "cli-verify-format",
        ("frame", "format") => "cli-frame-format",
        (_, "format") => "cli-arg-format",
        (_, "columns") => "cli-arg-columns",
        ("connections", "sort") => "cli-connections-sort",
        (_, "sort") => "cli-arg-sort",
        (_, "limit") => "cli-arg-limit",
        ("count", "by") => "cli-count-by",
        ("count", "measure") => "cli-count-measure",
        ("figure", "figure") => "cli-figure-which",
        ("figure", "measure") => "cli-figure-measure",
        ("figure", "beside") => "cli-figure-beside",
        ("figure", "out") => "cli-figure-out",
        ("figure", "font") => "cli-figure-font",
        ("connections", "by") => "cli-connections-by",
        ("connections", "min") => "cli-connections-min",
        ("ta-tui" | "frame" | "verify", "ledger") => "cli-verify-ledger",
        ("set", "change") => "cli-set-change",
        ("set" | "handover", "note") => "cli-set-note",
        ("set", "if_version") => "cli-set-if-version",
        ("set", "new_themes") => "cli-set-new-themes",
        ("handover", "from") => "cli-handover-from",
        ("handover", "to") => "cli-handover-to",
        ("handover", "dry_run") => "cli-handover-dry-run",
        ("log", "by") => "cli-log-who",
        ("log", "since") => "cli-log-since",
        ("log", "until") => "cli-log-until",
        ("frame", "size") => "cli-frame-size",
        ("frame", "keys") => "cli-frame-keys",
        ("new", "file") => "cli-new-file",
        ("sample", "file") => "cli-sample-file",
        ("sample", "needs") => "cli-sample-needs",
        ("sample", "seed") => "cli-sample-seed",
        ("backup", "file") => "cli-backup-file",
        ("restore", "file") => "cli-restore-file",
        ("completions", "shell") => "cli-completions-shell",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
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
