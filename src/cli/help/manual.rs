//! The manual pages: a page for the program and one for each command, with the sections that pages have, from the
//! same words as the help texts.

use super::roff::{argument, as_it_is, bold, italic, plain, together};
use super::sections::tables;
use super::{PROGRAM, command, examples, usages};
use crate::cli::version;
use crate::text::Text;
use clap::{Arg, Command};

/// The section of the manual that programs stand in.
const SECTION: &str = "1";

/// The day of the words, which stands at the foot: the same pages on every machine, whenever they are written.
const DATED: &str = "2026-11-29";

/// A manual page.
pub(in crate::cli) struct Page {
    /// Its name, without its section.
    name: String,
    /// Its text, in roff.
    pub(in crate::cli) roff: String,
}

impl Page {
    /// The name of its file.
    pub(in crate::cli) fn file(&self) -> String {
        format!("{}.{SECTION}", self.name)
    }

    /// Whether it explains a command; that of the program explains none.
    pub(in crate::cli) fn explains(&self, command: Option<&str>) -> bool {
        self.name == command.map_or_else(|| PROGRAM.to_owned(), page_of)
    }
}

/// The name of the page of a command.
fn page_of(command: &str) -> String {
    format!("{PROGRAM}-{command}")
}

/// All pages, that of the program first.
pub(in crate::cli) fn pages(text: &Text) -> Vec<Page> {
    let root = command(text);
    let globals: Vec<&Arg> = root.get_arguments().filter(|arg| arg.is_global_set()).collect();
    let commands: Vec<&Command> = root.get_subcommands().collect();
    let program = Writer::new(PROGRAM.to_owned(), PROGRAM, &root, text).page(&globals, &commands);
    let others = commands.iter().map(|one| {
        let path = format!("{PROGRAM} {}", one.get_name());
        Writer::new(page_of(one.get_name()), &path, one, text).page(&globals, &[])
    });
    std::iter::once(program).chain(others).collect()
}

/// A page that is being written.
struct Writer<'a> {
    name: String,
    path: &'a str,
    command: &'a Command,
    text: &'a Text,
    roff: String,
}

impl<'a> Writer<'a> {
    fn new(name: String, path: &'a str, command: &'a Command, text: &'a Text) -> Self {
        Self { name, path, command, text, roff: String::new() }
    }

    fn page(mut self, globals: &[&Arg], commands: &[&Command]) -> Page {
        self.title();
        self.synopsis(globals);
        self.heading("man-heading-description");
        let about = self.command.get_long_about().map(ToString::to_string).unwrap_or_default();
        self.paragraphs(&about);
        if !commands.is_empty() {
            self.heading("cli-heading-commands");
            for one in commands {
                self.entry(&reference(&page_of(one.get_name())), &about_in_short(one));
            }
        }
        let is_own = |arg: &&Arg| !globals.iter().any(|global| global.get_id() == arg.get_id());
        let own: Vec<&Arg> = self.command.get_arguments().filter(is_own).collect();
        let (places, options): (Vec<&Arg>, Vec<&Arg>) =
            own.into_iter().partition(|arg| arg.is_positional());
        if !places.is_empty() {
            self.heading("cli-heading-arguments");
            self.arguments(&places);
        }
        self.heading("cli-heading-options");
        self.arguments(&options);
        let shared = self.text.tr("cli-heading-globals");
        self.line(&format!(".SS {}", argument(&shared)));
        self.arguments(globals);
        for (heading, rows) in tables(self.command.get_name(), self.text) {
            self.heading(heading);
            for (name, about) in rows {
                self.entry(&bold(&name), &about);
            }
        }
        self.heading("cli-heading-examples");
        self.line(".nf\n.RS 4");
        let typed: Vec<String> = examples::of(self.command.get_name()).map(plain).collect();
        self.line(&typed.join("\n"));
        self.line(".RE\n.fi");
        self.heading("man-heading-see-also");
        self.line(&others(commands));
        Page { name: self.name, roff: self.roff }
    }

    fn title(&mut self) {
        let name = argument(&self.name.to_uppercase());
        let version = argument(&format!("{PROGRAM} {}", version::in_short()));
        let title = argument(&self.text.tr("man-title"));
        self.line(&format!(".TH {name} {SECTION} {DATED} {version} {title}"));
        // Neither words nor lines are stretched or cut: typed words stand as they are typed.
        self.line(".nh\n.ad l");
        self.heading("man-heading-name");
        let named =
            format!("{} \\- {}", as_it_is(&self.name), as_it_is(&about_in_short(self.command)));
        self.line(&named);
    }

    fn synopsis(&mut self, globals: &[&Arg]) {
        self.heading("man-heading-synopsis");
        let globals: Vec<Arg> = globals.iter().map(|arg| (*arg).clone()).collect();
        let usages = usages(self.command, self.path, &globals, self.text);
        for (place, parts) in usages.iter().enumerate() {
            if place > 0 {
                self.line(".br");
            }
            // A line ends between parts, never within them.
            let parts = parts.iter().skip(1).map(|part| together(part));
            let typed: Vec<String> = std::iter::once(bold(self.path)).chain(parts).collect();
            self.line(&typed.join(" "));
        }
    }

    fn arguments(&mut self, args: &[&Arg]) {
        for arg in args {
            let value = arg.get_value_names().and_then(<[_]>::first);
            let value = value.filter(|_| arg.get_action().takes_values());
            let short = arg.get_short().map(|short| bold(&format!("-{short}")));
            let long = arg.get_long().map(|long| bold(&format!("--{long}")));
            let names: Vec<String> = short.into_iter().chain(long).collect();
            let value = value.map(|value| italic(value));
            let tag = [Some(names.join(", ")).filter(|names| !names.is_empty()), value];
            let tag: Vec<String> = tag.into_iter().flatten().collect();
            let help = arg.get_long_help().or_else(|| arg.get_help());
            let help = help.map(ToString::to_string).unwrap_or_default();
            self.entry(&tag.join(" "), &help);
        }
    }

    fn heading(&mut self, id: &'static str) {
        let heading = self.text.tr(id).to_uppercase();
        self.line(&format!(".SH {}", argument(&heading)));
    }

    fn entry(&mut self, tag: &str, about: &str) {
        self.line(".TP");
        self.line(tag);
        let lines: Vec<String> = about.lines().map(plain).collect();
        self.line(&lines.join("\n.br\n"));
    }

    fn paragraphs(&mut self, words: &str) {
        for (place, line) in words.lines().enumerate() {
            if place > 0 {
                self.line(".PP");
            }
            self.line(&plain(line));
        }
    }

    fn line(&mut self, line: &str) {
        self.roff.push_str(line);
        self.roff.push('\n');
    }
}

/// The references to further pages: every command, or the page of the program.
fn others(commands: &[&Command]) -> String {
    if commands.is_empty() {
        return reference(PROGRAM);
    }
    let pages = commands.iter().map(|one| reference(&page_of(one.get_name())));
    pages.collect::<Vec<_>>().join(",\n")
}

/// The name of a page with its section.
fn reference(page: &str) -> String {
    format!("{}({SECTION})", bold(page))
}

/// The description of a command, in one line.
fn about_in_short(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}
