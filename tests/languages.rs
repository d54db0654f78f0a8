//! Every word for people is a message, in every language, and every message is used.
//!
//! The language files are read here by their own small reader, not by the one that the program
//! has: a message is a line that begins with its name, up to the next such line.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // this is a test throughout

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use support::source::{Literal, Source, root, sources};
use ta_tui::domain::{
    Chapter, Coded, CountryGroup, Cycle, Horizon, PersonKind, Priority, Region, Response, Step,
};
use ta_tui::text::{Lang, value_id};

/// Literals with words that are no words for people: the file, the literal, and why.
const ALLOWED: &[(&str, &str, &str)] = &[];

/// Where words for people would be written by mistake.
const SPEAKING: [&str; 4] = ["app", "ui", "cli", "worker"];

/// The variables of each message of a language; two of one name are told by `twice`.
#[derive(Default)]
struct Messages {
    variables: BTreeMap<String, BTreeSet<String>>,
    twice: Vec<String>,
}

impl Messages {
    fn of(lang: Lang) -> Self {
        let mut messages = Self::default();
        let folder = root().join("src/text").join(lang.code());
        let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
        files.sort();
        for file in files {
            messages.read(&fs::read_to_string(file).unwrap());
        }
        messages
    }

    fn read(&mut self, text: &str) {
        let mut id = String::new();
        for line in text.lines() {
            let rest = match line.split_once('=') {
                Some((name, rest)) if line.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                    name.trim().clone_into(&mut id);
                    if self.variables.insert(id.clone(), BTreeSet::new()).is_some() {
                        self.twice.push(id.clone());
                    }
                    rest
                }
                _ if line.starts_with(' ') => line,
                _ => continue, // a comment or an empty line
            };
            let named = rest.split('$').skip(1).map(|after| {
                let end = after.find(|c: char| !c.is_ascii_alphanumeric() && !"-_".contains(c));
                after[..end.unwrap_or(after.len())].to_owned()
            });
            self.variables.entry(id.clone()).or_default().extend(named);
        }
    }

    fn has(&self, id: &str) -> bool {
        self.variables.contains_key(id)
    }
}

#[test]
fn every_language_has_every_message_with_the_same_variables() {
    let english = Messages::of(Lang::En);
    let mut wrong = Vec::new();
    for &lang in Lang::ALL {
        let other = Messages::of(lang);
        wrong.extend(other.twice.iter().map(|id| format!("{}: {id}: twice", lang.code())));
        for id in english.variables.keys().chain(other.variables.keys()) {
            match (english.variables.get(id), other.variables.get(id)) {
                (Some(here), Some(there)) if here == there => {}
                (Some(here), Some(there)) => {
                    wrong.push(format!("{}: {id}: {there:?}, not {here:?}", lang.code()));
                }
                (Some(_), None) => wrong.push(format!("{}: {id}: missing", lang.code())),
                (None, _) => wrong.push(format!("{}: {id}: not in English", lang.code())),
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_message_that_the_code_names_exists() {
    let wrong = missing(&sources(), &Messages::of(Lang::En));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn missing(sources: &[Source], messages: &Messages) -> Vec<String> {
    let mut wrong = Vec::new();
    for (source, literal) in literals(sources) {
        let named = [".tr(", ".tra(", "Message::new("].iter().any(|f| literal.before.ends_with(f));
        if named && !messages.has(&literal.text) {
            wrong.push(format!("{}:{}: {}", source.path, literal.line, literal.text));
        }
        if let Some(family) = family(&literal.text)
            && literal.before.ends_with(".tr(&format!(")
            && !messages.variables.keys().any(|id| id.starts_with(family))
        {
            wrong.push(format!("{}:{}: nothing begins with {family}", source.path, literal.line));
        }
    }
    wrong
}

#[test]
fn every_message_is_used() {
    let wrong = unused(&sources(), &Messages::of(Lang::En));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The messages that nothing uses. A message is used when a literal is its name, or when it is
/// of a family, whose names are put together (`"command-{}"`), and a literal is the rest of its
/// name.
fn unused(sources: &[Source], messages: &Messages) -> Vec<String> {
    let said: BTreeSet<&str> = literals(sources).map(|(_, literal)| &*literal.text).collect();
    let families: BTreeSet<&str> = said.iter().filter_map(|text| family(text)).collect();
    let codes: BTreeSet<String> =
        said.iter().map(|code| code.to_lowercase().replace(['.', ' '], "-")).collect();
    let is_used = |id: &str| {
        let of_family = |family: &&str| {
            id.strip_prefix(*family).is_some_and(|rest| codes.contains(&rest.to_lowercase()))
        };
        said.contains(id) || families.iter().any(of_family)
    };
    // The values have a test of their own.
    let others = messages.variables.keys().filter(|id| !id.starts_with("value-"));
    others.filter(|id| !is_used(id)).cloned().collect()
}

/// What stands before the first part that is filled in, where it begins the name of a message.
fn family(text: &str) -> Option<&str> {
    let (family, _) = text.split_once('{')?;
    let name = |c: char| c.is_ascii_alphabetic() || c == '-';
    (family.len() > 1 && family.ends_with('-') && family.chars().all(name)).then_some(family)
}

/// The names of the values of a closed vocabulary.
fn values<T: Coded>(field: &str) -> impl Iterator<Item = String> {
    T::ALL.iter().map(move |value| value_id(field, value.code()))
}

/// Every closed vocabulary whose values have names. A new one gets its line here.
fn all_values() -> BTreeSet<String> {
    values::<Chapter>("chapter")
        .chain(values::<Cycle>("cycle"))
        .chain(values::<Region>("region"))
        .chain(values::<CountryGroup>("group"))
        .chain(values::<Step>("review"))
        .chain(values::<Priority>("priority"))
        .chain(values::<Horizon>("horizon"))
        .chain(values::<Response>("response"))
        .chain(values::<PersonKind>("person"))
        .collect()
}

#[test]
fn the_values_with_a_name_are_the_values_that_there_are() {
    let messages = Messages::of(Lang::En);
    let named: BTreeSet<String> = messages
        .variables
        .keys()
        // The conditions of the filter language are no facts of the domain.
        .filter(|id| id.starts_with("value-") && !id.starts_with("value-is-"))
        .cloned()
        .collect();
    assert_eq!(named, all_values());
}

#[test]
fn the_code_has_no_words_for_people() {
    let sources = sources();
    let mut wrong = Vec::new();
    for (source, literal) in literals(&sources) {
        let allowed =
            ALLOWED.iter().any(|(path, text, _)| *path == source.path && *text == literal.text);
        if SPEAKING.contains(&source.module()) && has_words(&literal.text) && !allowed {
            wrong.push(format!("{}:{}: {:?}", source.path, literal.line, literal.text));
        }
    }
    for (path, text, _) in ALLOWED {
        let there =
            |(source, literal): (&Source, &Literal)| source.path == *path && literal.text == *text;
        if !literals(&sources).any(there) {
            wrong.push(format!("{path}: {text:?} is allowed and not there"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn literals(sources: &[Source]) -> impl Iterator<Item = (&Source, &Literal)> {
    sources.iter().flat_map(|source| source.literals.iter().map(move |literal| (source, literal)))
}

/// Whether two words of two letters or more stand beside each other.
fn has_words(text: &str) -> bool {
    let mut before = false;
    text.split(' ').any(|part| {
        let part = part.trim_end_matches([',', '.', ':', ';', '!', '?']);
        let word = part.len() > 1 && part.chars().all(|c| c.is_ascii_alphabetic());
        std::mem::replace(&mut before, word) && word
    })
}

// The checks themselves, on made-up files.

fn made_up(code: &str) -> Vec<Source> {
    vec![Source::new("src/ui/a.rs", code)]
}

fn messages(text: &str) -> Messages {
    let mut messages = Messages::default();
    messages.read(text);
    messages
}

#[test]
fn the_reader_finds_messages_and_variables() {
    let read = messages(
        "# a = b\none = { $a } of { NUMBER($b-c) }\ntwo =\n    { $n ->\n        [one] x\n       *[other] { $m }\n    }\none = again\n",
    );
    let names: Vec<_> = read.variables.keys().collect();
    assert_eq!(names, ["one", "two"]);
    assert_eq!(read.variables["two"], BTreeSet::from(["m".to_owned(), "n".to_owned()]));
    assert_eq!(read.twice, ["one"]);
    assert!(messages("x = { $a-b }").variables["x"].contains("a-b"));
}

#[test]
fn a_missing_message_is_found() {
    let english = messages("here = x\ntab-one = x");
    let code = "fn f() { text.tr(\"here\"); s.push_str(\"x\"); text.tra(\n\"gone\", &[]); Message::new(\"lost\");\
                text.tr(&format!(\"tab-{}\", x)); text.tr(&format!(\"column-{}\", x)); }";
    assert_eq!(missing(&made_up(code), &english).len(), 3);
}

#[test]
fn an_unused_message_is_found() {
    let english = messages("here = x\ngone = x\ncommand-move-down = x\ncommand-move-up = x");
    let code = "const A: &str = \"here\"; fn f() { format!(\"command-{}\", x); \"move.down\" }\
                #[cfg(test)] mod tests { const B: &str = \"gone\"; }";
    assert_eq!(unused(&made_up(code), &english), ["command-move-up", "gone"]);
}

#[test]
fn words_are_told_from_codes() {
    for words in ["not found", "Could not: open {file}", "{n} needs left"] {
        assert!(has_words(words), "{words}");
    }
    for code in ["chapter:V", "{} {}", "value-is-mine", "a b", "under-way", " ", "x {y} z"] {
        assert!(!has_words(code), "{code}");
    }
}
