//! The command line for the records shown: the same records under the same filter, in the same order, on the same
//! day, from the same register.

use crate::app::App;
use crate::app::state::place::Place;
use crate::app::state::told_by::ToldBy;
use crate::columns::{chosen_column, in_data};
use crate::domain::{Coded, shell_word};
use crate::query::{Filter, Measure};

/// The first word of every command line.
const PROGRAM: &str = "ta-tui";

impl App {
    /// The words of the command line for the records shown, without the program's own name and without a format;
    /// the error is the id of the message that says why the command line cannot give it.
    pub fn command_words(&self) -> Result<Vec<String>, &'static str> {
        let place = self.place();
        if place.since.is_some() {
            return Err("reason-grown-only-here");
        }
        let given = self.given();
        let asked = place.asked();
        let filter = || (!asked.is_empty()).then(|| asked.to_string());
        let mut words = match place.view.page().told_by(&given) {
            ToldBy::List(name) => {
                let mut words = vec![name.to_owned()];
                words.extend(filter());
                words.extend(self.columns_asked(name, place));
                words.extend(order_asked(name, place));
                words
            }
            ToldBy::Queue(term) => {
                let mut words = vec!["needs".to_owned()];
                words.extend(filter());
                words.push(term);
                words
            }
            ToldBy::Need(id) => vec!["needs".to_owned(), format!("id:{id}")],
            ToldBy::Count(field, measure) => {
                let mut words = vec!["count".to_owned()];
                words.extend(filter());
                words.extend(["--by".to_owned(), field.code().to_owned()]);
                if measure != Measure::Needs {
                    words.extend(["--measure".to_owned(), measure.code().to_owned()]);
                }
                if let Some(day) = self.since() {
                    words.extend(["--since".to_owned(), day.to_string()]);
                }
                words
            }
            ToldBy::Filtered(mut words) => {
                words.extend(filter());
                words
            }
            ToldBy::Whole(words) => words,
            ToldBy::Nothing => return Err("reason-only-here"),
        };
        if let Some(day) = self.as_of() {
            words.extend(["--as-of".to_owned(), day.to_string()]);
        }
        let asks = asks_who(&asked) || words.iter().any(|word| word == "is:mine");
        if asks && !self.settings.around.in_session {
            words.extend(["--as".to_owned(), self.settings.who.clone()]);
        }
        if self.is_nameless() {
            words.push("--no-names".to_owned());
        }
        words.extend(self.settings.around.register_options.iter().cloned());
        Ok(words)
    }

    /// The command line for people: with the program's name, as a POSIX shell takes it.
    pub fn command_line(&self) -> Result<String, &'static str> {
        let words = self.command_words()?;
        let words = std::iter::once(PROGRAM.to_owned()).chain(words);
        Ok(words.map(|word| shell_word(&word)).collect::<Vec<_>>().join(" "))
    }

    /// The columns that the user has chosen for the list, in their order in it.
    fn columns_asked(&self, list_name: &str, place: &Place) -> Vec<String> {
        let table = place.view.table();
        let Some(chosen) = self.chosen_columns(table.name()) else { return Vec::new() };
        let heads = table.heads();
        let is_chosen = |code: &str| chosen.iter().any(|chosen| chosen_column(chosen).0 == code);
        let shown = heads.iter().zip(table.names()).filter(|(head, _)| head.drawing.is_none());
        let asked = shown.filter(|(head, _)| is_chosen(head.code));
        let names = asked.map(|(_, name)| name).filter(|name| in_data(list_name).contains(name));
        let names: Vec<&str> = names.collect();
        if names.is_empty() { Vec::new() } else { vec!["--columns".to_owned(), names.join(",")] }
    }
}

/// The order of a list by the column that it is sorted by; `-NAME` is descending.
fn order_asked(list_name: &str, place: &Place) -> Vec<String> {
    let names = place.view.table().names();
    let list = place.view.list();
    let by = list.and_then(|list| Some((*names.get(list.column)?, list.descending)));
    match by {
        None | Some(("id", false)) => Vec::new(),
        // The screen alone has it.
        Some((name, _)) if !in_data(list_name).contains(&name) => Vec::new(),
        Some((name, descending)) => {
            let sign = if descending { "-" } else { "" };
            vec!["--sort".to_owned(), format!("{sign}{name}")]
        }
    }
}

/// Whether the meaning of a filter depends on the person who asks.
fn asks_who(filter: &Filter) -> bool {
    let written = filter.to_string();
    written.split([' ', '(', ',', '|']).any(|word| word.ends_with(":mine"))
}
