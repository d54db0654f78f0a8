//! The overview: the totals of the register under the filter, and a chart for each field.

pub(super) mod first_use;
pub(super) mod layout;
mod totals;

use super::charts::{self, Shown};
use crate::app::charts::{CHARTS, Charts};
use crate::query::Measure;
use crate::text::Arg;
use crate::ui::Pen;
use crate::ui::line::put;
use crate::ui::parts;
use layout::Page;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells between two charts side by side.
const BETWEEN: u16 = 2;

/// Draws the overview.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, state: &Charts) {
    let Some(answer) = &pen.app.answer else { return };
    first_use::draw(pen, buffer, area);
    let area = first_use::charts(pen, area);
    let mut head = totals::draw(pen, buffer, area, answer);
    let split = answer.parts.as_deref().filter(|_| pen.app.measure == Measure::Needs);
    let split = split.filter(|parts| Some(parts.by) == pen.app.split);
    if let Some(parts) = split {
        parts::legend(pen, buffer, area, head, parts.by);
        head += 1;
    }
    head += 1;
    let below = Rect::new(area.x, area.y + head, area.width, area.height.saturating_sub(head));
    let all = Shown {
        pen,
        answer,
        fields: CHARTS,
        measure: pen.app.measure,
        at: Some((state.chart, state.slot)),
        first_pane: 0,
        split,
        head: charts::head_of_numbers(pen, pen.app.measure),
    };
    if state.large {
        let wide = Rect { width: below.width.saturating_sub(BETWEEN), ..below };
        all.draw_column(buffer, &[(state.chart, wide)]);
        return;
    }
    let lengths: Vec<usize> = CHARTS.iter().map(|field| all.bars(*field).len().max(1)).collect();
    let across = layout::across(below.width);
    let page = Page::with(&lengths, across, below.height, state.chart);
    let wide = below.width / across as u16;
    for column in 0..across {
        let (mut charts, mut y) = (Vec::new(), below.y);
        for (row, bars) in page.bars.iter().enumerate() {
            let number = page.first + row * across + column;
            let area = Rect::new(
                below.x + column as u16 * wide,
                y,
                wide.saturating_sub(BETWEEN),
                (bars + 1).min(below.bottom().saturating_sub(y)),
            );
            if number < CHARTS.len() && area.height > 1 {
                charts.push((number, area));
            }
            y += bars + 2;
        }
        all.draw_column(buffer, &charts);
    }
    others(&all, buffer, below, &page);
}

/// Names in the last line the charts that have no room.
fn others(all: &Shown<'_>, buffer: &mut Buffer, area: Rect, page: &Page) {
    let shown = page.first..page.end(CHARTS.len());
    let others = CHARTS.iter().enumerate().filter(|(number, _)| !shown.contains(number));
    let names: Vec<String> = others.map(|(_, field)| all.title(*field)).collect();
    if names.is_empty() || area.height < 3 {
        return;
    }
    let between = all.pen.text.tr("list-separator");
    let args =
        [("count", Arg::from(names.len() as u32)), ("names", Arg::from(names.join(&between)))];
    let words = all.pen.text.tra("chart-others", &args);
    put(buffer, area, 1, area.height - 1, &words, all.pen.theme.dim);
}
