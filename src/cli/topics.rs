//! `ta-tui help`: the long help of a command, the filter language, the columns of the lists, the keys
//! of the screens. The last three are printed from the tables that the program works with.

use super::about_args::HelpArgs;
use super::failure::Failure;
use super::help;
use super::lists::lists;
use super::output::Output;
use super::session::Session;
use crate::app::keymap::Keymap;
use crate::app::keys::commands::{self, command::Group};
use crate::columns::property::ShownWhere;
use crate::domain::Coded;
use crate::paint::names::in_brackets;
use crate::query::register::Vocabulary;
use crate::query::{Field, Filter, Value, code_of_value, parse, slots};
use crate::text::{Lang, Text, padded, width, wrapped};
use std::io::Write;

/// The topics of help beside commands.
pub(super) const TOPICS: [&str; 3] = ["filter", "columns", "keys"];

/// More values of a field than these are not listed.
const MOST_VALUES: usize = 8;

/// The columns of a help text.
const WIDTH: usize = 80;

pub(super) fn run(session: &Session<'_>, args: &HelpArgs) -> Result<(), Failure> {
    let text = session.text();
    let mut out = Output::new();
    match args.topic.as_deref() {
        Some("filter") => filter(text, &mut out)?,
        Some("columns") => columns(text, &mut out)?,
        Some("keys") => keys(session, &mut out)?,
        topic => match help::long(topic, text) {
            Some(words) => write!(out, "{}", help::with_colons(&words, text))?,
            None => return Err(help::unknown(topic.unwrap_or_default(), &TOPICS)),
        },
    }
    out.finish()
}

/// The operators of the filter language, each with the message that explains it.
const OPERATORS: [(&str, &str); 10] = [
    ("chapter:V", "filter-help-field"),
    ("chapter:V region:african", "filter-help-and"),
    ("chapter:II,V", "filter-help-or"),
    ("-focal:any", "filter-help-not"),
    ("article:51..54", "filter-help-range"),
    ("priority:>=medium", "filter-help-compare"),
    ("category:none", "filter-help-none"),
    ("state:any", "filter-help-any"),
    ("corruption", "filter-help-word"),
    ("\"asset declaration\"", "filter-help-phrase"),
];

fn filter(text: &Text, out: &mut Output) -> Result<(), Failure> {
    paragraph(&text.tr("filter-help-about"), out)?;
    let typed = OPERATORS.map(|(typed, _)| in_words(typed, text));
    let longest = typed.iter().map(|typed| width(typed)).max().unwrap_or(0);
    for (typed, (_, about)) in typed.iter().zip(OPERATORS) {
        writeln!(out, "  {}  {}", padded(typed, longest, false), text.tr(about))?;
    }
    writeln!(out)?;
    let heads = [
        "filter-help-head-field",
        "filter-help-head-name",
        "filter-help-head-example",
        "filter-help-head-values",
    ];
    let heads = heads.map(|id| text.tr(id).into_owned());
    let rows: Vec<[String; 4]> = Field::ALL.iter().map(|field| about_field(*field, text)).collect();
    let wide = |place: usize| {
        let cells = std::iter::once(&heads).chain(&rows).map(|row| width(&row[place]));
        cells.max().unwrap_or(0)
    };
    let wide = [wide(0), wide(1), wide(2)];
    let beside = wide.iter().sum::<usize>() + 2 * wide.len();
    let rule = wide.map(|wide| "─".repeat(wide)).join("  ");
    for (place, row) in std::iter::once(&heads).chain(&rows).enumerate() {
        let [field, name, example, values] = row;
        let cells = [field, name, example].into_iter().zip(wide);
        let mut before = cells.map(|(cell, wide)| padded(cell, wide, false) + "  ").collect();
        for line in wrapped(values, WIDTH.saturating_sub(beside)) {
            let line = line.replace(WITHIN, " ");
            writeln!(out, "{}", format!("{before}{line}").trim_end())?;
            before = " ".repeat(beside);
        }
        if place == 0 {
            writeln!(out, "{rule}  {}", "─".repeat(WIDTH.saturating_sub(beside)))?;
        }
    }
    writeln!(out)?;
    paragraph(&text.tr("filter-help-more"), out)
}

/// Stands for a space within a value, where no line may end.
const WITHIN: &str = "\u{2423}";

/// A field of the filter language, its name, an example, and its values where they are few.
fn about_field(field: Field, text: &Text) -> [String; 4] {
    let vocabulary = Vocabulary::default();
    let listed = match slots(field, &vocabulary) {
        known if (2..=MOST_VALUES + 1).contains(&known) => {
            let codes = (1..known as u16).map(|slot| code_of_value(field, slot, &vocabulary));
            let written = |code: String| {
                let term = format!("{}:{}", field.code(), Value::Is(code.clone()));
                let typed = in_words(&term, text);
                let name = typed.split_once(':').map_or("", |(_, name)| name);
                let has_name = Lang::of_letters(name) != Lang::default();
                let said = if has_name { in_brackets(name, &code, text) } else { code };
                said.replace(' ', WITHIN)
            };
            codes.map(written).collect::<Vec<_>>().join(&text.tr("list-separator"))
        }
        _ => String::new(),
    };
    let example = in_words(field.other_example(), text);
    [field.code().to_owned(), field.name(text.lang()), example, listed]
}

/// A filter in the words of the language, as far as they are the same in every register.
fn in_words(filter: &str, text: &Text) -> String {
    let written = |filter: Filter| filter.in_words(text.lang(), &Vocabulary::default());
    parse(filter).map_or_else(|_| filter.to_owned(), written)
}

fn columns(text: &Text, out: &mut Output) -> Result<(), Failure> {
    paragraph(&text.tr("columns-help-about"), out)?;
    for list in lists().iter().filter(|list| list.has_columns) {
        writeln!(out, "ta-tui {}", list.command)?;
        let longest =
            list.properties.iter().map(|property| width(property.name)).max().unwrap_or(0);
        for property in &list.properties {
            let mark = if property.shown == ShownWhere::Always { '*' } else { ' ' };
            let name = padded(property.name, longest, false);
            let about = wrapped(&property.about(text), WIDTH.saturating_sub(longest + 6));
            for (line, words) in about.iter().enumerate() {
                match line {
                    0 => writeln!(out, "  {mark} {name}  {words}")?,
                    _ => writeln!(out, "{}{words}", " ".repeat(longest + 6))?,
                }
            }
        }
        writeln!(out)?;
    }
    Ok(())
}

fn keys(session: &Session<'_>, out: &mut Output) -> Result<(), Failure> {
    let text = session.text();
    let (keymap, _) = Keymap::new(&session.config.keys);
    paragraph(&text.tr("keys-help-about"), out)?;
    for group in Group::ALL {
        writeln!(out, "{}", text.tr(&format!("group-{}", group.code())))?;
        for command in commands::all().filter(|command| command.group == *group) {
            let named = command.keys_id().map(|id| text.tr(id).into_owned());
            let keys =
                named.into_iter().chain(keymap.keys(command).iter().map(ToString::to_string));
            let keys = keys.collect::<Vec<_>>().join(" ");
            let about = wrapped(&text.tr(&command.about_id()), WIDTH - KEYS - 4);
            for (line, words) in about.iter().enumerate() {
                let keys = if line == 0 { &keys } else { "" };
                writeln!(out, "  {}  {words}", padded(keys, KEYS, false))?;
            }
        }
        writeln!(out)?;
    }
    Ok(())
}

/// How wide the keys of a command stand.
const KEYS: usize = 22;

fn paragraph(words: &str, out: &mut Output) -> Result<(), Failure> {
    for line in wrapped(words, WIDTH) {
        writeln!(out, "{line}")?;
    }
    writeln!(out)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::parse;

    #[test]
    fn e1_every_example_of_the_filter_language_is_a_filter_of_its_field() {
        for field in Field::ALL {
            let filter = parse(field.other_example()).unwrap();
            let named = filter.terms.iter().all(
                |term| matches!(&term.test, crate::query::Test::Field(own, _) if own == field),
            );
            assert!(named, "{field:?}");
        }
        for (typed, _) in OPERATORS {
            assert!(parse(typed).is_ok_and(|filter| filter.hint().is_none()), "{typed}");
        }
    }
}
