//! The page of the news since the last visit: three lists of needs, one of which is shown.

use super::needs;
use crate::app::screens::{News, NewsPart};
use crate::columns::CellContext;
use crate::columns::needs::{NeedRow, SCREEN};
use crate::paint::targets::{Pane, Target};
use crate::text::{Arg, grouped};
use crate::ui::Pen;
use crate::ui::line::{put, wrapped};
use crate::ui::table::{Rows, Table};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the page.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, news: &News) {
    let (Some(answer), Some(since)) = (&pen.app.answer, news.since) else {
        let lines = wrapped(&pen.text.tr("news-first"), area.width.saturating_sub(4).into());
        for (y, line) in (2..).zip(&lines) {
            put(buffer, area, 2, y, line, pen.theme.plain);
        }
        return;
    };
    parts(pen, buffer, area, news);
    let since = pen.text.tra("news-since", &[("at", Arg::from(since.at.to_string()))]);
    put(buffer, area, 1, area.height.saturating_sub(1), &since, pen.theme.dim);
    let area = Rect { y: area.y + 1, height: area.height.saturating_sub(2), ..area };
    let found = news.needs(news.part);
    if found.is_empty() {
        if news.found.is_some() {
            put(buffer, area, 2, 1, &pen.text.tr("news-nothing"), pen.theme.plain);
        }
        return;
    }
    let table = Table { active: true, sorted: false, ..Table::of(pen, &SCREEN, &news.list) };
    let look = pen.look(answer, 0);
    let need = |row: usize| pen.app.need(*found.get(row)?);
    let cell = |row: usize, place: usize, room: u16| {
        let need = need(row)?;
        SCREEN.words(place, &NeedRow { need, words: None }, &CellContext { room, ..look })
    };
    let mark = |row: usize| need(row).and_then(|need| needs::mark(pen, need.id(), row, &news.list));
    table.draw(
        buffer,
        area,
        &Rows { count: found.len(), cell: &cell, mark: &mark, whole: &|_| None, split: None },
    );
}

/// The parts with their numbers, the present one marked.
fn parts(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, news: &News) {
    let mut x = 1;
    for (number, part) in NewsPart::ALL.into_iter().enumerate() {
        let id = match part {
            NewsPart::Changed => "news-changed",
            NewsPart::Given => "news-given",
            NewsPart::Overdue => "news-overdue",
        };
        let count = match &news.found {
            Some(_) => grouped(news.needs(part).len() as u64),
            None => pen.text.tr("count-searching").into_owned(),
        };
        let name = pen.text.tra(id, &[("count", Arg::from(count))]);
        let here = part == news.part;
        let (name, style) =
            if here { (format!("[{name}]"), pen.theme.tab) } else { (name, pen.theme.plain) };
        let wide = put(buffer, area, x, 0, &name, style);
        let named = Rect { x: area.x + x, width: wide, height: 1, ..area };
        pen.targets.tell(named, Target::Pane(Pane::Own(number)));
        x += wide + 2;
    }
}
