//! A line that is asked for.

use super::panel;
use crate::app::prompt::Prompt;
use crate::ui::Pen;
use crate::ui::line::{put, wrapped};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

/// Draws the line, what it may say, and why it cannot be taken.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, prompt: &Prompt) -> Position {
    let title = pen.text.tr("prompt-projected").into_owned();
    let wide = pen.app.settings.size.0.saturating_sub(8).min(64);
    let inside = panel::draw(pen, buffer, (wide, 6), &title);
    put(buffer, inside, 1, 0, prompt.input.value(), pen.theme.strong);
    let (words, style) = match &prompt.error {
        Some(error) => (pen.text.say(error), pen.theme.bad),
        None => (pen.text.tr("prompt-projected-help").into_owned(), pen.theme.dim),
    };
    let room = usize::from(inside.width.saturating_sub(2));
    for (y, line) in wrapped(&words, room).iter().take(2).enumerate() {
        put(buffer, inside, 1, y as u16 + 2, line, style);
    }
    let x = (1 + prompt.input.visual_cursor() as u16).min(inside.width.saturating_sub(1));
    Position::new(inside.x + x, inside.y)
}
