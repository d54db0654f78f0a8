//! The columns of a list, to be shown or hidden.

use crate::app::App;
use crate::app::keys::commands::command::Command;
use crate::app::keys::context::KeyContext;
use crate::app::layers::rows::{self, PanelLine};
use crate::app::state::layer::Layer;
use crate::app::state::list::{Move, stepped};
use crate::columns::{Head, WIDTHS, chosen_column, column_chosen};
use crate::paint::Canvas;
use crate::paint::theme::{CHOSEN, NOT_CHOSEN};
use ratatui::layout::Position;

/// The columns of a list while they are being chosen.
#[derive(Debug)]
pub struct Choosing {
    /// The list.
    pub list: &'static str,
    /// Each column.
    pub items: Vec<ColumnChoice>,
    /// The cursor.
    pub row: usize,
}

/// A column that can be chosen.
#[derive(Debug)]
pub struct ColumnChoice {
    /// Its head.
    pub head: Head,
    /// Whether it is shown.
    pub shown: bool,
    /// The cells that the user gives it.
    pub cells: Option<u16>,
    /// The cells that it has otherwise.
    pub usual: u16,
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
        let line = |column: &ColumnChoice| {
            let sign = if column.shown { CHOSEN } else { NOT_CHOSEN };
            let cells = column.cells.map_or_else(String::new, |cells| cells.to_string());
            (sign.to_owned(), column.head.name(text), cells)
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
    Command::in_layer("columns.narrower", &["<", "Left"], HERE, 4, App::narrow_column),
    Command::in_layer("columns.wider", &[">", "Right"], HERE, 5, App::widen_column),
    Command::in_layer("columns.accept", &["Enter"], HERE, 2, App::accept_columns).stays(),
    Command::in_layer("columns.reset", &["0"], HERE, 3, App::reset_columns),
];

impl App {
    /// Opens the columns of the list on the screen.
    pub(in crate::app) fn edit_columns(&mut self) {
        let list = self.place().view.table();
        let chosen = self.chosen.get(list.name());
        let wide = crate::app::navigate::areas::list_area(self).width;
        let choice = |head: Head| {
            let own = |code: &String| {
                let (code, cells) = chosen_column(code);
                (code == head.code).then_some(cells)
            };
            let own = chosen.and_then(|codes| codes.iter().find_map(own));
            let shown = match chosen {
                Some(_) => own.is_some(),
                None => head.width.is_shown(wide),
            };
            let usual = match head.width.in_list(wide) {
                0 => head.width.least(),
                cells => cells,
            };
            ColumnChoice { head, shown, cells: own.flatten(), usual }
        };
        let items = list.heads().into_iter().map(choice).collect();
        self.overlays.push(Choosing { list: list.name(), items, row: 0 });
    }

    /// Shows or hides the column under the cursor.
    pub(in crate::app) fn turn_column(&mut self) {
        if let Some(choosing) = self.overlays.top_mut::<Choosing>()
            && let Some(column) = choosing.items.get_mut(choosing.row)
        {
            column.shown = !column.shown;
        }
    }

    /// Makes the column under the cursor narrower by a cell.
    pub(in crate::app) fn narrow_column(&mut self) {
        self.give_cells(|cells| cells.saturating_sub(1));
    }

    /// Makes the column under the cursor wider by a cell.
    pub(in crate::app) fn widen_column(&mut self) {
        self.give_cells(|cells| cells.saturating_add(1));
    }

    /// Gives the column under the cursor other cells than it has. The column that takes the rest has no width of its
    /// own.
    fn give_cells(&mut self, change: fn(u16) -> u16) {
        let Some(choosing) = self.overlays.top_mut::<Choosing>() else { return };
        let Some(column) = choosing.items.get_mut(choosing.row) else { return };
        if column.head.width.takes_rest() {
            return self.warn("notice-column-takes-rest");
        }
        let cells = change(column.cells.unwrap_or(column.usual));
        column.cells = Some(cells.clamp(*WIDTHS.start(), *WIDTHS.end()));
        column.shown = true;
        self.notice = None;
    }

    /// Shows the columns as chosen.
    pub(in crate::app) fn accept_columns(&mut self) {
        let Some(choosing) = self.overlays.take::<Choosing>() else { return };
        let shown = choosing.items.iter().filter(|column| column.shown);
        let codes = shown.map(|column| column_chosen(column.head.code, column.cells)).collect();
        self.choose_columns(choosing.list, codes);
    }

    /// Back to the columns with room.
    pub(in crate::app) fn reset_columns(&mut self) {
        if let Some(choosing) = self.overlays.take::<Choosing>() {
            self.choose_columns(choosing.list, Vec::new());
        }
    }
}
