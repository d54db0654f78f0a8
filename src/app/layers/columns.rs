//! The columns of a list, to be shown or hidden.

use crate::app::App;
use crate::app::keys::commands::command::Command;
use crate::app::keys::context::KeyContext;
use crate::app::layers::rows::{self, PanelLine};
use crate::app::state::layer::Layer;
use crate::app::state::list::{Move, stepped};
use crate::columns::Head;
use crate::paint::Canvas;
use crate::paint::theme::{CHOSEN, NOT_CHOSEN};
use ratatui::layout::Position;

/// The columns of a list while they are being chosen.
#[derive(Debug)]
pub struct Choosing {
    /// The list.
    pub list: &'static str,
    /// Each column and whether it is shown.
    pub items: Vec<(Head, bool)>,
    /// The cursor.
    pub row: usize,
}

impl Layer<App> for Choosing {
    fn context(&self) -> KeyContext {
        KeyContext::Columns
    }

    fn step(&mut self, _: &mut App, step: Move, page: usize) {
        self.row = stepped(step, self.row, self.items.len(), page);
    }

    fn draw(&self, _: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let text = canvas.text;
        let line = |(head, shown): &(Head, bool)| {
            let sign = if *shown { CHOSEN } else { NOT_CHOSEN };
            (sign.to_owned(), head.name(text), String::new())
        };
        let lines: Vec<PanelLine> = self.items.iter().map(line).collect();
        rows::draw(canvas, &text.tr("columns-title"), &lines, self.row);
        None
    }
}

const HERE: &[KeyContext] = &[KeyContext::Columns];

/// The rows of the table of commands that are heard here alone.
pub(super) const COMMANDS: &[Command] = &[
    Command::in_layer("columns.turn", &["space"], HERE, 1, App::turn_column),
    Command::in_layer("columns.accept", &["Enter"], HERE, 2, App::accept_columns).stays(),
    Command::in_layer("columns.reset", &["0"], HERE, 3, App::reset_columns),
];

impl App {
    /// Opens the columns of the list on the screen.
    pub(in crate::app) fn edit_columns(&mut self) {
        let list = self.place().view.table();
        let chosen = self.chosen.get(list.name());
        let wide = crate::app::navigate::areas::list_area(self).width;
        let items = list
            .heads()
            .into_iter()
            .map(|head| {
                let shown = match chosen {
                    Some(codes) => codes.iter().any(|code| code == head.code),
                    None => head.width.is_shown(wide),
                };
                (head, shown)
            })
            .collect();
        self.overlays.push(Choosing { list: list.name(), items, row: 0 });
    }

    /// Shows or hides the column under the cursor.
    pub(in crate::app) fn turn_column(&mut self) {
        if let Some(choosing) = self.overlays.top_mut::<Choosing>()
            && let Some((_, shown)) = choosing.items.get_mut(choosing.row)
        {
            *shown = !*shown;
        }
    }

    /// Shows the columns as chosen.
    pub(in crate::app) fn accept_columns(&mut self) {
        let Some(choosing) = self.overlays.take::<Choosing>() else { return };
        let shown = choosing.items.iter().filter(|(_, shown)| *shown);
        let codes = shown.map(|(head, _)| head.code.to_owned()).collect();
        self.choose_columns(choosing.list, codes);
    }

    /// Back to what has room.
    pub(in crate::app) fn reset_columns(&mut self) {
        if let Some(choosing) = self.overlays.take::<Choosing>() {
            self.choose_columns(choosing.list, Vec::new());
        }
    }
}
