//! The place of the word that is being typed: in which command, behind which options.

use crate::cli::words::{Kind, kind};
use clap::{Arg, Command};
use std::ffi::OsString;

/// The standing of the word that is being typed, by the words before it.
pub(super) struct Standing<'c> {
    root: &'c Command,
    /// The command that is named, or the program.
    pub(super) command: &'c Command,
    /// The option whose value is being typed.
    pub(super) value_of: Option<&'c Arg>,
    /// The words that are neither options nor the name of the command.
    pub(super) words: Vec<String>,
    /// Whether nothing can be an option any more.
    pub(super) ended: bool,
    given: Vec<(&'c Arg, String)>,
}

impl<'c> Standing<'c> {
    /// Reads the words before, the first of which is the name of the program.
    pub(super) fn of(root: &'c Command, before: &[OsString]) -> Self {
        let mut standing = Self {
            root,
            command: root,
            value_of: None,
            words: Vec::new(),
            ended: false,
            given: Vec::new(),
        };
        let mut words = before.iter().skip(1);
        while let Some(word) = words.next() {
            if standing.ended {
                standing.words.push(word.to_string_lossy().into_owned());
                continue;
            }
            match kind(word, root, standing.command) {
                Kind::End => standing.ended = true,
                Kind::Option { with_value } => {
                    let typed = word.to_string_lossy();
                    let (name, value) = typed.split_once('=').unwrap_or((&typed, ""));
                    let Some(arg) = standing.option(name) else { continue };
                    let value = match with_value.then(|| words.next()) {
                        Some(Some(value)) => value.to_string_lossy().into_owned(),
                        Some(None) => {
                            standing.value_of = Some(arg);
                            continue;
                        }
                        None => value.to_owned(),
                    };
                    standing.given.push((arg, value));
                }
                Kind::Word => match root.find_subcommand(word) {
                    Some(command)
                        if std::ptr::eq(standing.command, root) && standing.words.is_empty() =>
                    {
                        standing.command = command;
                    }
                    _ => standing.words.push(word.to_string_lossy().into_owned()),
                },
            }
        }
        standing
    }

    /// The options that the command takes: its own, then those of every command.
    pub(super) fn options(&self) -> impl Iterator<Item = &'c Arg> + use<'c> {
        let (root, command) = (self.root, self.command);
        let global = move |arg: &&Arg| std::ptr::eq(root, command) || arg.is_global_set();
        let own = (!std::ptr::eq(root, command)).then(|| command.get_arguments());
        own.into_iter().flatten().chain(root.get_arguments().filter(global))
    }

    /// The option that is written so.
    pub(super) fn option(&self, written: &str) -> Option<&'c Arg> {
        let name = written.strip_prefix("--")?;
        self.options().find(|arg| arg.get_long() == Some(name))
    }

    /// Whether an option has been given.
    pub(super) fn is_given(&self, option: &Arg) -> bool {
        self.given.iter().any(|(arg, _)| arg.get_id() == option.get_id())
    }

    /// The value of an option, where it has been given one.
    pub(super) fn value(&self, option: &str) -> Option<&str> {
        let given = self.given.iter().find(|(arg, _)| arg.get_long() == Some(option));
        given.map(|(_, value)| value.as_str())
    }
}
