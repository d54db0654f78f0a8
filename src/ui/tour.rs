//! The band of the tour: one line below the screen with the next key and its reason.

use super::Pen;
use super::line::{put, put_right};
use crate::text::Arg;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The names under which a message takes keys.
const NAMES: [&str; 3] = ["a", "b", "c"];

/// Draws the band below the screen, where there is a tour.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer) {
    let Some(tour) = &pen.app.tour else { return };
    let (columns, rows) = pen.app.settings.size;
    let area = Rect::new(0, rows, columns, 1).intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    let (_, id, commands) = tour.step();
    let (number, all) = tour.number();
    let key = |id: &str| pen.app.key_of(id).map(|key| key.name(pen.text)).unwrap_or_default();
    let keys = commands.iter().map(|command| Arg::from(key(command)));
    let args: Vec<(&str, Arg)> = NAMES.into_iter().zip(keys).collect();
    buffer.set_style(area, pen.theme.tab);
    let end = format!("{} ", pen.text.tr("tour-ends"));
    let edge = put_right(buffer, area, 0, &end, pen.theme.tab);
    let room = Rect { width: edge.saturating_sub(1), ..area };
    let step = pen.text.tra(id, &args);
    put(buffer, room, 0, 0, &format!(" {number}/{all} {step}"), pen.theme.tab);
}
