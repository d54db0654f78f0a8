//! What lies over a screen, drawn in boxes; an overlay a file where it has more than a list.

mod completions;
mod confirm;
mod panel;
mod pickers;

use super::Pen;
use crate::app::overlay::Overlay;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

/// Draws an overlay. Returns where the terminal's cursor is to stand: where text is typed.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, overlay: &Overlay) -> Option<Position> {
    match overlay {
        Overlay::Filter(line) => {
            completions::draw(pen, buffer, line);
            None
        }
        Overlay::Palette(picker) => {
            let title = pen.text.tr("palette-title").into_owned();
            Some(pickers::draw(pen, buffer, &title, picker, None))
        }
        Overlay::Help(picker) => Some(pickers::help(pen, buffer, picker)),
        Overlay::Picker(picker) => {
            let title = pen.text.tr("picker-title").into_owned();
            Some(pickers::draw(pen, buffer, &title, picker, None))
        }
        Overlay::Chooser(chooser) => {
            pickers::chooser(pen, buffer, chooser);
            None
        }
        Overlay::Confirm(confirm) => {
            confirm::draw(pen, buffer, confirm);
            None
        }
        Overlay::Notes(notes) => confirm::notes(pen, buffer, notes),
    }
}
