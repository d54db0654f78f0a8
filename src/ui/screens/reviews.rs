//! The list of reviews.

use crate::app::columns;
use crate::app::list::List;
use crate::app::navigate::rows::{self, ReviewLine};
use crate::domain::Coded;
use crate::query::register::Vocabulary;
use crate::ui::Pen;
use crate::ui::bar::bar;
use crate::ui::names;
use crate::ui::table::{Cell, Rows, Table};
use crate::ui::theme::NIL;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the reviews of the answer.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, list: &List) {
    let Some(answer) = &pen.app.answer else { return };
    let shown = rows::reviews(answer, list, pen.text.lang());
    if shown.is_empty() {
        pen.empty(buffer, area, "empty-reviews");
        return;
    }
    let most = shown.iter().map(|line| line.needs).max().unwrap_or(0);
    let table = Table::of(pen, "reviews", columns::REVIEWS, list, area.width);
    let vocabulary = &answer.register.vocabulary;
    let cell = |row: usize, code: &str| cell(pen, vocabulary, shown[row], most, code);
    let rows = Rows { count: shown.len(), cell: &cell, mark: &|_| None };
    table.draw(buffer, area, &rows);
}

fn cell(pen: &Pen<'_>, vocabulary: &Vocabulary, line: ReviewLine, most: u32, code: &str) -> Cell {
    let (text, theme, lang) = (pen.text, &pen.theme, pen.text.lang());
    let review = &vocabulary.reviews[usize::from(line.place)];
    let state = &vocabulary.states[usize::from(review.state)];
    let number = |value| Cell::count(value, theme);
    match code {
        "iso3" => {
            Cell::new(if state.iso3.is_empty() { &state.iso2 } else { &state.iso3 }, theme.dim)
        }
        "state" => Cell::new(names::state(state, lang), theme.plain),
        "cycle" => Cell::new(review.cycle.code(), theme.dim),
        "reached" => match review.reached() {
            Some(step) => {
                let style = if step.is_completed() { theme.good } else { theme.plain };
                Cell::new(text.value("review", step.code()), style)
            }
            None => Cell::new(text.tr("review-no-step"), theme.dim),
        },
        "since" => Cell::new(names::or_nil(rows::reached_on(review)), theme.dim),
        "reviewers" => {
            let reviewers: Vec<_> = review
                .reviewers
                .iter()
                .filter_map(|place| vocabulary.states.get(usize::from(*place)))
                .map(|state| names::state(state, lang))
                .collect();
            Cell::new(reviewers.join(" · "), theme.plain)
        }
        "stakeholders" => match review.stakeholders {
            Some(took_part) => {
                Cell::new(text.tr(if took_part { "yes" } else { "no" }), theme.plain)
            }
            None => Cell::new(NIL, theme.dim),
        },
        "needs" => number(line.needs),
        "untriaged" => number(line.untriaged),
        _ => Cell::new(bar(theme, line.needs, most, 24), theme.bar),
    }
}
