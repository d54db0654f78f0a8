//! Drawing: a function of the program's state into a buffer. Nothing here changes anything.

mod ascii;
mod bar;
mod chart;
mod facets;
mod frame;
mod line;
mod names;
mod notice;
mod overlays;
mod screens;
mod table;
mod theme;

use crate::app::App;
use crate::app::layout::{self, SMALLEST};
use crate::app::place::View;
use crate::domain::clean_line;
use crate::picture;
use crate::text::{Arg, Signs};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use theme::Theme;

/// What drawing one thing needs to know.
struct Pen<'a> {
    app: &'a App,
    text: &'static crate::text::Text,
    theme: Theme,
}

/// Draws the program. Returns where the terminal's cursor is to stand: where text is typed.
pub fn draw(app: &App, buffer: &mut Buffer) -> Option<Position> {
    let cursor = unicode(app, buffer);
    // at the end, where no sign can be forgotten
    if app.settings.signs == Signs::Ascii {
        ascii::signs(buffer);
    }
    cursor
}

/// Draws the program with all its signs; only bars are those of the terminal.
fn unicode(app: &App, buffer: &mut Buffer) -> Option<Position> {
    let theme = Theme::of(app.settings.palette, app.settings.signs);
    let pen = Pen { app, text: app.text(), theme };
    let (columns, rows) = app.settings.size;
    if columns < SMALLEST.0 || rows < SMALLEST.1 {
        pen.too_small(buffer);
        return None;
    }
    let areas = layout::areas(app);
    frame::tabs(&pen, buffer, areas.tabs);
    let mut cursor = frame::filter(&pen, buffer, areas.filter);
    match &app.place().view {
        _ if app.answer.is_none() => pen.loading(buffer, areas.main),
        View::Overview(charts) => screens::overview::draw(&pen, buffer, areas.main, charts),
        View::States(list) => screens::states::draw(&pen, buffer, areas.main, list),
        View::Reviews(list) => screens::reviews::draw(&pen, buffer, areas.main, list),
        View::Needs(list) => screens::needs::draw(&pen, buffer, areas.main, list, true),
        View::Triage(triage) => screens::triage::draw(&pen, buffer, areas.main, triage),
        View::Figures(state) => screens::figures::draw(&pen, buffer, areas.main, state),
        View::State(place, list) => screens::state::draw(&pen, buffer, areas.main, *place, list),
        View::Review(place, list) => screens::review::draw(&pen, buffer, areas.main, *place, list),
        View::Need(page) => screens::need::draw(&pen, buffer, areas.main, page),
        View::Themes(page) => screens::by_theme::draw(&pen, buffer, areas.main, page),
        View::History(history) => screens::history::draw(&pen, buffer, areas.main, history),
    }
    if app.answer.is_some() {
        facets::draw(&pen, buffer, areas.facets);
    }
    if !notice::is_there(&pen) {
        frame::status(&pen, buffer, areas.status);
    }
    frame::hints(&pen, buffer, areas.hints);
    for overlay in &app.overlays {
        cursor = overlays::draw(&pen, buffer, overlay).or(cursor);
    }
    notice::draw(&pen, buffer, areas.status);
    // the edge of a box may stand on half a character
    picture::whole(buffer);
    cursor
}

impl Pen<'_> {
    fn too_small(&self, buffer: &mut Buffer) {
        let (columns, rows) = self.app.settings.size;
        let quit = self.app.settings.keymap.way_out();
        let args = [
            ("quit", Arg::from(quit)),
            ("columns", Arg::from(u32::from(columns))),
            ("rows", Arg::from(u32::from(rows))),
            ("needed-columns", Arg::from(u32::from(SMALLEST.0))),
            ("needed-rows", Arg::from(u32::from(SMALLEST.1))),
        ];
        let message = self.text.tra("too-small", &args);
        let area = Rect::new(0, 0, columns, rows).intersection(buffer.area);
        for (y, part) in line::wrapped(&message, columns.into()).iter().enumerate() {
            line::put(buffer, area, 0, y as u16, part, self.theme.plain);
        }
    }

    fn loading(&self, buffer: &mut Buffer, area: Rect) {
        let id = if self.app.is_settled() { "no-answer" } else { "loading" };
        line::put(buffer, area, 2, 1, &self.text.tr(id), self.theme.dim);
    }

    /// Says from a line on which words stand in no text, and what they probably meant. Gives the line for what follows.
    fn meant(&self, buffer: &mut Buffer, area: Rect, from: u16) -> u16 {
        let mut y = from;
        let room = usize::from(area.width.saturating_sub(2));
        let found = self.app.answer.iter().filter(|_| self.app.is_found());
        for meant in found.flat_map(|answer| answer.meant.iter()) {
            let Some((said, offers)) = meant.told(self.text, Some(room)) else { continue };
            for line in line::wrapped(&said, room).iter().chain(&offers) {
                line::put(buffer, area, 2, y, line, self.theme.plain);
                y += 1;
            }
            y += 1;
        }
        y
    }

    /// Which key takes the first offer, in words.
    fn taken(&self) -> Option<String> {
        let (_, offer) = self.app.offer()?;
        let key = Arg::from(self.app.key_of("filter.complete")?);
        let args = [("key", key), ("term", Arg::from(clean_line(&offer.term)))];
        Some(self.text.tra("filter-meant-take", &args))
    }

    /// An empty list says why it is empty, what was probably meant and what to do.
    fn empty(&self, buffer: &mut Buffer, area: Rect, id: &'static str) {
        line::put(buffer, area, 2, 2, &self.text.tr(id), self.theme.strong);
        if !self.app.place().filter.is_empty() {
            let args = [
                ("edit", Arg::from(self.app.key_of("filter.edit"))),
                ("clear", Arg::from(self.app.key_of("filter.clear"))),
            ];
            let mut hint = self.text.tra("empty-needs-hint", &args);
            if let Some(take) = self.taken() {
                hint = format!("{take}{}{hint}", self.text.tr("filter-meant-between"));
            }
            let y = self.meant(buffer, area, 4);
            for (y, line) in (y..).zip(line::wrapped(&hint, area.width.saturating_sub(2).into())) {
                line::put(buffer, area, 2, y, &line, self.theme.plain);
            }
        }
    }
}
