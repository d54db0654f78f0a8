//! What lies over a screen, drawn in boxes; an overlay a file where it has more than a list.

mod completions;
mod confirm;
mod conflicts;
mod lists;
mod notes;
mod panel;
mod pickers;
mod prompt;
mod question;
mod taking_back;

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
        Overlay::Value(title, picker) => Some(pickers::few(pen, buffer, title, picker)),
        Overlay::Themes(picker) => Some(pickers::themes(pen, buffer, picker)),
        Overlay::Tagging(tagging) => Some(pickers::tagging(pen, buffer, tagging)),
        Overlay::Duplicate(open) => {
            let title = pen.text.tr("duplicate-title").into_owned();
            Some(pickers::draw(pen, buffer, &title, &open.picker, None))
        }
        Overlay::Dates(dates) => {
            let title = pen.text.tr(dates.purpose.title()).into_owned();
            Some(pickers::draw(pen, buffer, &title, &dates.picker, None))
        }
        Overlay::Counted(title, picker) => Some(pickers::draw(pen, buffer, title, picker, None)),
        Overlay::Handover(picker) => {
            let title = pen.text.tr("handover-title").into_owned();
            Some(pickers::draw(pen, buffer, &title, picker, None))
        }
        Overlay::Views(views) => {
            lists::views(pen, buffer, views);
            None
        }
        Overlay::NewView(view) => Some(lists::form(pen, buffer, view)),
        Overlay::Columns(choosing) => {
            lists::columns(pen, buffer, choosing);
            None
        }
        Overlay::Prompt(prompt) => Some(prompt::draw(pen, buffer, prompt)),
        Overlay::Conflicts(conflicts) => {
            conflicts::draw(pen, buffer, conflicts);
            None
        }
        Overlay::Chooser(chooser) => {
            pickers::chooser(pen, buffer, chooser);
            None
        }
        Overlay::Confirm(confirm) => {
            confirm::draw(pen, buffer, confirm);
            None
        }
        Overlay::TakingBack(taking) => {
            taking_back::draw(pen, buffer, taking);
            None
        }
        Overlay::Notes(notes) => notes::draw(pen, buffer, notes),
    }
}
