//! The legend: each sign of the program that needs one, with its meaning.

use crate::app::App;
use crate::app::keys::commands::command::{Act, Command, Group, Where};
use crate::app::keys::context::KeyContext;
use crate::app::layers::rows::{self, PanelLine};
use crate::app::state::layer::{After, Layer};
use crate::app::state::list::{Move, stepped};
use crate::paint::Canvas;
use crate::text::signs::{LEGEND, Sign};
use ratatui::layout::Position;

/// The legend while it is shown.
#[derive(Debug, Default)]
pub struct Legend {
    /// The cursor.
    row: usize,
}

impl Layer<App> for Legend {
    fn context(&self) -> KeyContext {
        KeyContext::Chooser
    }

    fn step(&mut self, _: &mut App, step: Move, page: usize) {
        self.row = stepped(step, self.row, LEGEND.len(), page);
    }

    fn accept(&mut self, _: &mut App) -> After {
        After::Closes
    }

    fn draw(&self, _: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let (text, signs) = (canvas.text, canvas.theme.signs);
        let line = |sign: &Sign| {
            (sign.drawn(signs).to_owned(), text.tr(sign.means).into_owned(), String::new())
        };
        let lines: Vec<PanelLine> = LEGEND.iter().map(line).collect();
        rows::draw(canvas, &text.tr("legend-title"), &lines, self.row);
        None
    }
}

/// The rows of the table of commands that open it.
pub(super) const COMMANDS: &[Command] = &[Command::new(
    "legend",
    &["z k"],
    Where::If(KeyContext::is_screen),
    Group::View,
    Act::Do(|app: &mut App| app.overlays.push(Legend::default())),
)];
