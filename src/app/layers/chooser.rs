//! The columns to sort by, each on a key of its own.

use crate::app::App;
use crate::app::keys::commands::command::Command;
use crate::app::keys::context::KeyContext;
use crate::app::keys::key::Key;
use crate::app::state::layer::{After, Layer};
use crate::app::state::list::{Move, stepped};
use crate::columns::states::GROWTH;
use crate::paint::Canvas;
use crate::paint::line::{padded, width};
use crate::paint::theme::CURSOR;
use ratatui::layout::Position;

/// The columns by which a list can be sorted.
#[derive(Debug)]
pub struct Chooser {
    /// The columns.
    pub choices: Vec<SortChoice>,
    /// The cursor.
    pub row: usize,
}

/// A column to sort by.
#[derive(Debug)]
pub struct SortChoice {
    /// Its key.
    pub key: char,
    /// Its name.
    pub label: String,
    /// Its place among the columns of the list.
    pub column: usize,
}

impl Chooser {
    fn sort(&self, app: &mut App, row: usize) -> After {
        if let Some(choice) = self.choices.get(row) {
            app.sort_by(choice.column);
        }
        After::Closes
    }
}

impl Layer<App> for Chooser {
    fn context(&self) -> KeyContext {
        KeyContext::Chooser
    }

    fn hear(&mut self, app: &mut App, key: Key) -> Option<After> {
        let row = self.choices.iter().position(|choice| key.typed() == Some(choice.key))?;
        Some(self.sort(app, row))
    }

    fn step(&mut self, _: &mut App, step: Move, page: usize) {
        self.row = stepped(step, self.row, self.choices.len(), page);
    }

    fn accept(&mut self, app: &mut App) -> After {
        self.sort(app, self.row)
    }

    fn draw(&self, _: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let title = canvas.text.tr("choose-sort");
        let labels = self.choices.iter().map(|choice| width(&choice.label)).max().unwrap_or(0);
        let size = ((labels.max(width(&title)) + 10) as u16, self.choices.len() as u16 + 2);
        let inside = canvas.panel(size, &title);
        let page = usize::from(inside.height).max(1);
        let top = (self.row / page * page).min(self.choices.len().saturating_sub(page));
        let shown = self.choices.iter().enumerate().skip(top).take(page);
        for (y, (row, choice)) in (0..).zip(shown) {
            let here = row == self.row;
            canvas.tell_row(inside, y, row, self.row);
            if here {
                canvas.put(inside, 0, y, CURSOR, canvas.theme.mark);
            }
            canvas.put(inside, 2, y, &choice.key.to_string(), canvas.theme.key);
            let label = padded(&choice.label, labels, false);
            let style = if here { canvas.theme.cursor } else { canvas.theme.plain };
            canvas.put(inside, 5, y, if here { &label } else { label.trim_end() }, style);
        }
        canvas.put_more(inside, top, self.choices.len());
        None
    }
}

const HERE: &[KeyContext] = &[KeyContext::Chooser];

/// The rows of the table of commands that are heard here alone.
pub(super) const COMMANDS: &[Command] =
    &[Command::of_rows("chooser.letter", &[], HERE, Some("keys-its-letter"))];

impl App {
    /// Opens the columns of the list on the screen.
    pub(in crate::app) fn choose_sort(&mut self) {
        // j, k and g move the cursor, q closes
        const KEYS: &str = "abcdefhilmnoprstv";
        let text = self.text();
        let choices = self
            .columns()
            .into_iter()
            .enumerate()
            .filter(|(_, head)| head.drawing.is_none())
            .filter(|(_, head)| head.code != GROWTH || self.since().is_some())
            .zip(KEYS.chars())
            .map(|((place, head), key)| SortChoice { key, label: head.title(text), column: place })
            .collect();
        let row = self.place().view.list().map_or(0, |list| list.column);
        self.overlays.push(Chooser { choices, row });
    }
}
