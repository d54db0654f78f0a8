//! The overview: what the register comes to under the filter, and a chart for each field.

use crate::app::charts::{self, CHARTS, Charts};
use crate::app::screens::reviews::lists_review;
use crate::domain::{Coded, Cycle};
use crate::query::{Condition, Field, Measure, label_of_value};
use crate::text::grouped;
use crate::ui::Pen;
use crate::ui::chart::{Chart, ChartLine};
use crate::ui::line::{put, width};
use crate::ui::names;
use crate::worker::Answer;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The least lines that a chart can be read in: a title and six bars.
const LINES: u16 = 7;

/// How many charts stand side by side on a screen of so many columns.
fn across(columns: u16) -> u16 {
    match columns {
        ..76 => 1,
        76..168 => 2,
        _ => 3,
    }
}

/// Draws the overview.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, state: &Charts) {
    let Some(answer) = &pen.app.answer else { return };
    let head = totals(pen, buffer, area, answer) + 1;
    let below = Rect::new(area.x, area.y + head, area.width, area.height.saturating_sub(head));
    if state.large {
        chart(pen, buffer, below, state, state.chart);
        return;
    }
    let across = across(below.width);
    let wanted = (CHARTS.len() as u16).div_ceil(across);
    let down = (below.height / LINES).clamp(1, wanted);
    let shown = usize::from(across * down).min(CHARTS.len());
    // whole pages of charts: the one with the cursor is always on the screen
    let first = state.chart / shown * shown;
    let (wide, high) = (below.width / across, below.height / down);
    for (place, number) in (first..CHARTS.len()).take(shown).enumerate() {
        let (column, row) = (place as u16 % across, place as u16 / across);
        let spare = u16::from(row + 1 < down);
        let cell = Rect::new(
            below.x + column * wide,
            below.y + row * high,
            wide.saturating_sub(1),
            high.saturating_sub(spare),
        );
        chart(pen, buffer, cell, state, number);
    }
}

fn chart(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, state: &Charts, number: usize) {
    let (Some(answer), Some(&field)) = (&pen.app.answer, CHARTS.get(number)) else { return };
    let vocabulary = &answer.register.vocabulary;
    let bars = charts::bars(field, &answer.counts, pen.app.measure, vocabulary);
    let cursor = (state.chart == number && !pen.app.facets.focused).then(|| state.row(&bars));
    let lines: Vec<ChartLine> = bars
        .iter()
        .map(|bar| ChartLine {
            name: label(pen, field, bar.slot),
            value: bar.value,
            barred: bar.slot > 0 || field == Field::Focal,
        })
        .collect();
    let measure = match pen.app.measure {
        Measure::Needs => "measure-needs",
        Measure::States => "measure-states",
        Measure::Reviews => "measure-reviews",
    };
    let field_name = pen.text.tr(&charts::title_id(field)).into_owned();
    let args = [("field", field_name.into()), ("measure", pen.text.tr(measure).as_ref().into())];
    let title = pen.text.tra("chart-title", &args);
    let empty = pen.text.tr("chart-empty");
    Chart { title: &title, lines: &lines, cursor, empty: &empty }.draw(buffer, area, &pen.theme);
}

/// The name of a value, with its number where people name it by number.
fn label(pen: &Pen<'_>, field: Field, slot: u16) -> String {
    let Some(answer) = &pen.app.answer else { return String::new() };
    let vocabulary = &answer.register.vocabulary;
    let person = usize::from(slot).checked_sub(1).and_then(|place| vocabulary.people.get(place));
    match (field, person) {
        (Field::Focal | Field::Adviser, Some(person)) => {
            names::person_short(person, vocabulary, pen.text)
        }
        _ => label_of_value(field, slot, vocabulary, pen.text.lang()),
    }
}

/// Writes the totals; returns how many lines they take.
fn totals(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, answer: &Answer) -> u16 {
    let counts = &answer.counts;
    let reviews = &answer.register.vocabulary.reviews;
    // Those that the list of reviews shows: beside needs of a chapter stand the reviews with such needs.
    let completed = |cycle: Cycle| {
        let done = reviews.iter().enumerate().filter(|(place, review)| {
            review.cycle == cycle
                && review.reached().is_some_and(crate::domain::Step::is_completed)
                && lists_review(answer, *place)
        });
        done.count() as u32
    };
    let conditions = counts.of(Field::Is, Measure::Needs);
    let condition =
        |condition: Condition| conditions.get(condition.index() + 1).copied().unwrap_or(0);
    let totals = [
        (counts.total(Measure::Needs), "total-needs"),
        (counts.total(Measure::States), "total-states"),
        (condition(Condition::Untriaged), "total-untriaged"),
        (condition(Condition::Unmet), "total-unmet"),
        (completed(Cycle::First), "total-completed-1"),
        (completed(Cycle::Second), "total-completed-2"),
    ];
    let (mut x, mut y) = (1, 0);
    for (value, id) in totals {
        let number = grouped(value.into());
        let name = pen.text.tr(id);
        let space = width(&pen.text.tr("total-space"));
        let wide = (width(&number) + space + width(&name)) as u16;
        if x > 1 && x + wide > area.width {
            (x, y) = (1, y + 1);
        }
        put(buffer, area, x, y, &number, pen.theme.strong);
        put(buffer, area, x + (width(&number) + space) as u16, y, &name, pen.theme.plain);
        x += wide + 3;
    }
    y + 1
}
