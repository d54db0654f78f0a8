//! Three lines for a person who uses the program with this register for the first time: keys to begin with.

use crate::ui::Pen;
use crate::ui::line::{put, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The lines.
const HIGH: u16 = 3;

/// From so many rows of the overview on there is room for them.
const ROOM: u16 = 18;

/// The part of the overview that the charts have: all but the lines, where they are shown.
pub(super) fn charts(pen: &Pen<'_>, area: Rect) -> Rect {
    let shown = pen.app.newcomer && area.height >= ROOM;
    Rect { height: area.height - if shown { HIGH } else { 0 }, ..area }
}

/// Draws the lines below the charts, where they are shown.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect) {
    if charts(pen, area) == area {
        return;
    }
    let text = pen.text;
    let key_of = |id: &str| pen.app.key_of(id).map(|key| key.name(text)).unwrap_or_default();
    let word = format!("{} {}", key_of("filter.edit"), text.tr("first-use-example"));
    let lines = [
        (key_of("filter.chapter-5"), "first-use-chapter"),
        (word, "first-use-word"),
        (key_of("screen.triage"), "first-use-triage"),
    ];
    let title = text.tr("first-use-title");
    let at = 1 + width(&title) as u16 + 2;
    let wide = lines.iter().map(|(key, _)| width(key)).max().unwrap_or(0) as u16;
    let first = area.height - HIGH;
    put(buffer, area, 1, first, &title, pen.theme.heading);
    for (y, (key, words)) in (first..).zip(&lines) {
        put(buffer, area, at, y, key, pen.theme.key);
        let end = put(buffer, area, at + wide + 2, y, &text.tr(words), pen.theme.plain);
        if y + 1 == first + lines.len() as u16 {
            let tour = format!("{} {}", key_of("palette"), text.tr("first-use-tour-word"));
            let x = at + wide + 2 + end + 4;
            let end = put(buffer, area, x, y, &tour, pen.theme.key);
            put(buffer, area, x + end + 2, y, &text.tr("first-use-tour"), pen.theme.plain);
        }
    }
}
