//! The completions at the cursor of a command line that is being typed in a shell. The scripts for bash, zsh and
//! fish ask the program itself by a command that no help shows, so that it is answered from the tables that
//! commands, help and filters work with. Nothing is written for it, nothing is said on standard error.

mod candidate;
mod filter;
mod known;
mod line;
mod records;
mod standing;
mod values;

use super::help;
use super::language_flag::language_flag;
use super::output::Output;
use crate::config::{self, Config};
use crate::domain::clean_line;
use crate::text::Text;
use candidate::{Candidate, Found, about};
use clap::{Arg, ArgAction};
use known::Known;
use line::Line;
use standing::Standing;
use std::ffi::OsString;
use std::io::Write as _;

/// The command by which the scripts ask: the shell, the line up to the cursor and, in bash, the
/// part to replace.
const ASKED: &str = "__complete";

/// The answer that file names can stand there, which the shells find themselves.
const FILES: &str = "/";

/// The script for bash.
pub(super) const BASH: &str = include_str!("ta-tui.bash");
/// The script for fish.
pub(super) const FISH: &str = include_str!("ta-tui.fish");
/// The script for zsh.
pub(super) const ZSH: &str = include_str!("ta-tui.zsh");

/// The question of the script of a shell.
pub(super) struct Asked {
    line: Line,
    /// The part of the last word that bash replaces; the other shells replace the whole word.
    replaced: Option<String>,
}

impl Asked {
    /// Reads the arguments of the program; `None` where no script asks.
    pub(super) fn read(args: &[OsString]) -> Option<Self> {
        let mut args = args.iter().skip(1).map(|arg| arg.to_string_lossy());
        if args.next()? != ASKED {
            return None;
        }
        let in_bash = args.next().is_some_and(|shell| shell == "bash");
        let line = Line::read(&args.next().unwrap_or_default());
        let replaced = in_bash.then(|| args.next().unwrap_or_default().into_owned());
        Some(Self { line, replaced })
    }

    /// Writes the words that can stand at the cursor, a line for each, with its meaning behind a
    /// tab.
    pub(super) fn answer(&self, config: &Config) {
        let mut out = Output::data();
        let lines = match self.found(config) {
            Found::Files => vec![FILES.to_owned()],
            Found::Words(words) => words.iter().filter_map(|word| self.shown(word)).collect(),
        };
        // A shell that does not read the answer any more has no use for a reason.
        let _ = lines.iter().try_for_each(|line| writeln!(out, "{line}"));
        let _ = out.finish();
    }

    fn shown(&self, candidate: &Candidate) -> Option<String> {
        let word = clean_line(&candidate.word);
        match &self.replaced {
            Some(replaced) => self.line.in_bash(&word, replaced),
            None if candidate.about.is_empty() => Some(word),
            None => Some(format!("{word}\t{}", clean_line(&candidate.about))),
        }
    }

    fn found(&self, config: &Config) -> Found {
        let variable = |name: &str| std::env::var(name).ok();
        let before: Vec<OsString> = self.line.before.iter().map(OsString::from).collect();
        let (lang, _) = config::choose(language_flag(&before), variable, config.language);
        let root = help::command(Text::of(lang));
        let standing = Standing::of(&root, &before);
        let known = Known::new(lang, &standing);
        let last = self.line.last.as_str();
        if let Some(arg) = standing.value_of {
            return values::of(&standing, arg, last, &known);
        }
        if !standing.ended && (last == "-" || last.starts_with("--")) {
            return option(&standing, last, &known);
        }
        let places = standing.command.get_positionals().collect::<Vec<_>>();
        let words = standing.words.len();
        let place = words.min(places.len().saturating_sub(1));
        let word = places.get(place).filter(|arg| words == place || takes_many(arg));
        let found = word.map(|arg| values::of(&standing, arg, last, &known));
        let is_first = std::ptr::eq(standing.command, &raw const root) && words == 0;
        let commands = root.get_subcommands().filter(|_| is_first && !standing.ended);
        let mut words: Vec<Candidate> = commands
            .map(|command| Candidate::new(command.get_name(), about(command)))
            .filter(|candidate| candidate.goes_on(last))
            .collect();
        match found {
            Some(Found::Files) => return Found::Files,
            Some(Found::Words(found)) => words.extend(found),
            None => {}
        }
        Found::Words(words)
    }
}

fn takes_many(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::Append)
}

/// An option, or its value behind an equals sign.
fn option(standing: &Standing<'_>, typed: &str, known: &Known) -> Found {
    if let Some((name, value)) = typed.split_once('=') {
        let Some(arg) = standing.option(name).filter(|arg| arg.get_action().takes_values()) else {
            return Found::Words(Vec::new());
        };
        let found = values::of(standing, arg, value, known);
        let Found::Words(words) = found else { return found };
        let whole =
            |value: Candidate| Candidate::new(format!("{name}={}", value.word), value.about);
        return Found::Words(words.into_iter().map(whole).collect());
    }
    let again = |arg: &Arg| takes_many(arg) || !standing.is_given(arg);
    let options = standing.options().filter(|arg| again(arg)).filter_map(|arg| {
        let about = arg.get_help().map(ToString::to_string).unwrap_or_default();
        Some(Candidate::new(format!("--{}", arg.get_long()?), about))
    });
    Found::Words(options.filter(|option| option.goes_on(typed)).collect())
}
