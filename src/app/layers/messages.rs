//! The messages of this session, the newest first, in full.

use crate::app::App;
use crate::app::keys::commands::command::{Act, Command, Group, Where};
use crate::app::keys::context::KeyContext;
use crate::app::state::layer::{After, Layer};
use crate::app::state::list::{Move, stepped};
use crate::paint::Canvas;
use crate::paint::line::wrapped;
use crate::paint::theme::CURSOR;
use ratatui::layout::Position;

/// The cells before a message: the cursor's, the time, a sign.
const EDGE: u16 = 14;

/// The list while it is shown.
#[derive(Debug, Default)]
pub struct MessageList {
    /// The cursor.
    row: usize,
}

impl Layer<App> for MessageList {
    fn context(&self) -> KeyContext {
        KeyContext::Chooser
    }

    fn step(&mut self, app: &mut App, step: Move, page: usize) {
        self.row = stepped(step, self.row, app.messages.newest_first().len(), page);
    }

    fn accept(&mut self, _: &mut App) -> After {
        After::Closes
    }

    /// From the message under the cursor on, each on as many lines as it needs.
    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let (columns, rows) = canvas.size;
        let size = (columns.saturating_sub(6), rows.saturating_sub(4));
        let inside = canvas.panel(size, &canvas.text.tr("messages-title"));
        let room = usize::from(inside.width.saturating_sub(EDGE + 1));
        let mut y = 0;
        let shown = app.messages.newest_first().enumerate().skip(self.row);
        for (row, (moment, notice)) in shown {
            if y >= inside.height {
                break;
            }
            if row == self.row {
                canvas.put(inside, 0, y, CURSOR, canvas.theme.mark);
            }
            // In UTC, as every moment of the program: `2019-12-31T16:39:05Z`.
            let time = moment.to_string();
            canvas.put(inside, 2, y, time.get(11..19).unwrap_or_default(), canvas.theme.dim);
            let sign = canvas.theme.sign(notice.kind.colour());
            canvas.put(inside, 11, y, notice.kind.sign(), sign);
            let besides = notice.besides.iter();
            let said = std::iter::once(&notice.message).chain(besides);
            let said: Vec<String> = said.map(|message| canvas.text.say(message)).collect();
            for line in wrapped(&said.join(" · "), room) {
                if y < inside.height {
                    canvas.put(inside, EDGE, y, &line, canvas.theme.plain);
                }
                y += 1;
            }
        }
        None
    }
}

fn has_messages(app: &App) -> Result<(), &'static str> {
    if app.messages.newest_first().len() > 0 { Ok(()) } else { Err("reason-no-messages") }
}

/// The row of the table of commands that opens it.
pub(super) const COMMANDS: &[Command] = &[Command::new(
    "messages",
    &["z m"],
    Where::If(KeyContext::is_screen),
    Group::View,
    Act::Do(|app: &mut App| app.overlays.push(MessageList::default())),
)
.ready(has_messages)];
