//! Drawing: a function of the program's state into a buffer. Nothing here changes anything.

mod ascii;
mod bar;
mod chart;
mod facets;
mod focus;
mod frame;
mod growth;
mod notice;
mod parts;
mod path;
mod pen;
mod screens;
mod table;
mod tabs;
mod tour;

use crate::app::App;
use crate::app::layout::SMALLEST;
use crate::app::navigate::areas;
use crate::paint::targets::{Pane, Target, Targets};
use crate::paint::{Canvas, line, names, theme};
use crate::picture;
use crate::text::Signs;
use pen::Pen;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use theme::Styles;

/// Draws the program. Returns the position for the terminal's cursor: where text is typed, else on
/// the part with the focus.
pub fn draw(app: &App, buffer: &mut Buffer) -> Option<Position> {
    draw_telling(app, buffer, &Targets::default())
}

/// Draws as [`draw`] does and records in `targets` the areas that the mouse can point at.
pub fn draw_telling(app: &App, buffer: &mut Buffer, targets: &Targets) -> Option<Position> {
    let cursor = unicode(app, buffer, targets);
    // at the end, where no sign can be forgotten
    if app.settings.signs == Signs::Ascii {
        ascii::signs(buffer);
    }
    cursor
}

/// Draws the program with all its signs; only bars are those of the terminal.
fn unicode(app: &App, buffer: &mut Buffer, targets: &Targets) -> Option<Position> {
    let settings = &app.settings;
    let theme = Styles::of(settings.palette, settings.colours, settings.signs);
    let pen = Pen { app, text: app.text(), theme, targets };
    let (columns, rows) = app.settings.size;
    if columns < SMALLEST.0 || rows < SMALLEST.1 {
        pen.too_small(buffer);
        return None;
    }
    let areas = areas::areas(app);
    targets.tell(areas.main, Target::Pane(Pane::Own(app.place().view.page().pane())));
    tabs::tabs(&pen, buffer, areas.tabs);
    let mut cursor = frame::filter(&pen, buffer, areas.filter);
    if app.answer.is_none() {
        pen.loading(buffer, areas.main);
    } else {
        screens::draw(&pen, buffer, areas.main, &app.place().view);
        screens::detail::draw(&pen, buffer, areas.detail, &app.place().view);
        facets::draw(&pen, buffer, areas.facets);
    }
    if !notice::is_there(&pen) {
        frame::status(&pen, buffer, areas.status);
    }
    if !app.overlays.is_empty() {
        targets.cover();
    }
    frame::hints(&pen, buffer, areas.hints);
    let below = if app.overlays.is_empty() { Vec::new() } else { focus::marks(buffer) };
    let mut canvas = Canvas::new(buffer, pen.text, pen.theme, app.settings.size, targets);
    for layer in app.overlays.iter() {
        cursor = layer.draw(app, &mut canvas).or(cursor);
    }
    notice::draw(&pen, buffer, areas.status);
    tour::draw(&pen, buffer);
    // the edge of a box may stand on half a character
    picture::mend_wide_cells(buffer);
    cursor.or_else(|| focus::place(buffer, &below, areas.main))
}
