//! The drawing of screens and pages, a file for each.

mod around;
pub(super) mod assistance;
mod assistance_record;
mod by_theme;
mod charts;
mod decisions;
pub(super) mod detail;
mod figures;
mod history;
mod need;
mod need_page;
mod needs;
mod news;
mod overview;
mod people;
mod record;
mod review;
mod reviews;
mod state;
mod states;
mod triage;

use crate::app::place::View;
use crate::ui::Pen;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws a screen or page within its frame.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, view: &View) {
    match view {
        View::Overview(charts) => overview::draw(pen, buffer, area, charts),
        View::States(page) => states::draw(pen, buffer, area, &page.list),
        View::Reviews(page) => reviews::draw(pen, buffer, area, &page.list),
        View::Needs(page) => needs::draw(pen, buffer, area, &page.list, None),
        View::Triage(triage) => triage::draw(pen, buffer, area, triage),
        View::Assistance(page) => assistance::draw(pen, buffer, area, page),
        View::AssistanceRecord(page) => assistance_record::draw(pen, buffer, area, page),
        View::Figures(figures) => figures::draw(pen, buffer, area, figures),
        View::State(page) => state::draw(pen, buffer, area, page),
        View::Review(page) => review::draw(pen, buffer, area, page),
        View::Need(page) => need_page::draw(pen, buffer, area, page),
        View::Themes(themes) => by_theme::draw(pen, buffer, area, themes),
        View::News(news) => news::draw(pen, buffer, area, news),
        View::History(history) => history::draw(pen, buffer, area, history),
    }
}
