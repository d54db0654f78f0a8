//! The panes beside the needs of a record: its needs by chapter, response and article, and the activities that help a
//! State by name.

use super::around;
use super::charts::{Shown, head_of_numbers};
use super::overview::layout::Page;
use crate::app::charts::{self, ChartBar};
use crate::app::navigate::areas;
use crate::app::screens::{Owner, RecordPage, RecordPane};
use crate::paint::targets::{Pane, Target, below};
use crate::query::{Field, Measure, code_of_value};
use crate::text::grouped;
use crate::ui::Pen;
use crate::ui::chart::top;
use crate::ui::line::{put, put_more};
use crate::ui::theme::CURSOR;
use crate::worker::Answer;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The area of the head of a page: over its list and over what stands beside that.
pub(super) fn head(pen: &Pen<'_>, main: Rect) -> Rect {
    let beside = areas::areas(pen.app).detail;
    Rect { width: beside.right().max(main.right()) - main.x, ..main }
}

/// The needs of a record by chapter in a line: `II 7 · III 53 …`.
pub(super) fn chapters(pen: &Pen<'_>, answer: &Answer) -> String {
    let bars = charts::bars(Field::Chapter, answer, Measure::Needs);
    let stated = bars.iter().filter(|bar| bar.slot > 0 && bar.value > 0);
    let vocabulary = &answer.register.vocabulary;
    let chapter = |slot: u16| code_of_value(Field::Chapter, slot, vocabulary);
    let named = |bar: &ChartBar| {
        let id = format!("head-{}", chapter(bar.slot));
        let head = pen.text.tr(&id);
        format!("{head} {}", grouped(bar.value.into()))
    };
    stated.map(named).collect::<Vec<_>>().join(" · ")
}

/// Draws the panes beside the list if they have room.
pub(super) fn beside<O: Owner>(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    page: &RecordPage<O>,
) {
    let Some(answer) = pen.app.answer.as_ref().filter(|_| area.width > 0) else { return };
    for y in 0..area.height {
        put(buffer, area, 0, y, "│", pen.theme.dim);
    }
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let panes = page.beside();
    let fields: Vec<Field> = panes.iter().filter_map(|pane| field(*pane)).collect();
    let at = page.beside_at();
    let split = answer.parts.as_deref().filter(|parts| Some(parts.by) == pen.app.split);
    let shown_charts = Shown {
        pen,
        answer,
        fields: &fields,
        measure: Measure::Needs,
        at: at.map(|at| (at, page.slot())),
        first_pane: 1,
        split,
        head: head_of_numbers(pen, Measure::Needs),
    };
    let activities = page.activities(answer);
    let length = |pane: &RecordPane| match pane {
        RecordPane::Chart(field) => shown_charts.bars(*field).len().max(1),
        RecordPane::Assistance => activities.len().max(1),
    };
    let lengths: Vec<usize> = panes.iter().map(length).collect();
    let shown = Page::with(&lengths, 1, inside.height, at.unwrap_or(0));
    let (mut column, mut y) = (Vec::new(), inside.y);
    for (number, bars) in (shown.first..).zip(&shown.bars) {
        let height = (bars + 1).min(inside.bottom().saturating_sub(y));
        let part = Rect { y, height, ..inside };
        match panes.get(number) {
            Some(RecordPane::Chart(_)) if height > 1 => column.push((number, part)),
            Some(RecordPane::Assistance) if height > 1 => {
                let cursor = at.filter(|at| *at == number).map(|_| page.line());
                pen.targets.tell(part, Target::Pane(Pane::Own(number + 1)));
                assistance(pen, buffer, part, (number + 1, cursor), answer, &activities);
            }
            _ => {}
        }
        y += bars + 2;
    }
    shown_charts.draw_column(buffer, &column);
}

/// The field of a pane that is a chart.
fn field(pane: RecordPane) -> Option<Field> {
    match pane {
        RecordPane::Chart(field) => Some(field),
        RecordPane::Assistance => None,
    }
}

/// The activities that help the State, under their heading.
fn assistance(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    (pane, cursor): (usize, Option<usize>),
    answer: &Answer,
    activities: &[usize],
) {
    let focused = cursor.is_some() && !pen.app.facets.focused;
    let style = if focused { pen.theme.key } else { pen.theme.heading };
    let all = &answer.register.vocabulary.activities;
    let heading = around::counted_given(pen, activities.iter().filter_map(|place| all.get(*place)));
    put(buffer, area, 1, 0, &heading, style);
    let below_head = Rect { y: area.y + 1, height: area.height - 1, ..area };
    if activities.is_empty() {
        put(buffer, below_head, 1, 0, &pen.text.tr("around-none"), pen.theme.dim);
        return;
    }
    let fit = usize::from(below_head.height).max(1);
    let first = top(cursor, activities.len(), fit);
    let listed = activities.iter().enumerate().skip(first).take(fit);
    for (y, (row, place)) in (0..).zip(listed) {
        let Some(activity) = all.get(*place) else { continue };
        let line = Rect { y: below_head.y + y, height: 1, ..below_head };
        pen.targets.tell_line(line, 0, Pane::Own(pane), below(row, cursor.unwrap_or(0)));
        around::write(buffer, Rect { x: line.x + 1, width: line.width - 1, ..line }, 0, &{
            around::activity(pen, activity, focused && cursor == Some(row))
        });
        if focused && cursor == Some(row) {
            put(buffer, line, 0, 0, CURSOR, pen.theme.mark);
        }
    }
    put_more(buffer, below_head, first, activities.len(), pen.theme.dim);
}
