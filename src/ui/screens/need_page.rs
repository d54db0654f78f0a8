//! The page of one need: what it is, and the parts below or beside that, in which the cursor moves.

use super::around::{self, write};
use super::{decisions, need};
use crate::app::need_parts::NeedPart;
use crate::app::screens::NeedPage;
use crate::config::RowMark;
use crate::paint::targets::{Pane, Target, below};
use crate::query::register::NeedRef;
use crate::ui::Pen;
use crate::ui::chart;
use crate::ui::line::{Line, put, put_more, width};
use crate::ui::table::whole;
use crate::ui::theme::CURSOR;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// From so many cells on, the parts of the page have a column of their own.
const TWO_COLUMNS: usize = 150;

/// The cells that part the two columns.
const BETWEEN: usize = 3;

/// A line of the page.
#[derive(Default)]
struct Shown {
    pieces: Line,
    /// The part and the line there that it is; `None` for a heading or a fact of the need.
    at: Option<(usize, usize)>,
    /// The cells before the column of the part.
    from: usize,
}

impl Shown {
    fn of(pieces: Line) -> Self {
        Self { pieces, ..Self::default() }
    }
}

/// Draws the page.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, page: &NeedPage) {
    let Some(need) = pen.app.need(page.id) else {
        let id = if pen.app.is_reading() { "loading" } else { "need-gone" };
        put(buffer, area, 2, 2, &pen.text.tr(id), pen.theme.strong);
        return;
    };
    let inside = Rect::new(area.x + 1, area.y, area.width.saturating_sub(2), area.height);
    let lines = lines(pen, need, inside.width.into());
    let here = cursor(&lines, page.at);
    let height = usize::from(inside.height);
    let top = match here {
        Some(y) => chart::top(Some(y), lines.len(), height),
        None => page.scroll.min(lines.len().saturating_sub(height)),
    };
    pen.targets.tell(area, Target::Pane(Pane::Own(page.at.map_or(0, |(part, _)| part + 1))));
    for (y, (number, line)) in (0..inside.height).zip(lines.iter().enumerate().skip(top)) {
        write(buffer, inside, y, &line.pieces);
        decisions::tell(pen, inside, y, &line.pieces);
        let row = Rect { y: inside.y + y, height: 1, ..inside };
        if let Some((part, place)) = line.at {
            let from = line.from as u16;
            let row = Rect { x: row.x + from, width: row.width.saturating_sub(from), ..row };
            let of_part = page.at.filter(|(other, _)| *other == part).map_or(0, |(_, row)| row);
            pen.targets.tell_line(row, 0, Pane::Own(part + 1), below(place, of_part));
            if here == Some(number) {
                mark(pen, buffer, Rect { x: row.x - 1, width: row.width + 1, ..row });
            }
        }
    }
    put_more(buffer, area, top, lines.len(), pen.theme.dim);
}

/// Marks the line under the cursor, over its whole width where the line of the terminal is fast.
fn mark(pen: &Pen<'_>, buffer: &mut Buffer, row: Rect) {
    let is_whole = pen.app.settings.row == RowMark::Whole;
    let style = if is_whole { pen.theme.mark } else { pen.theme.strong };
    put(buffer, row, 0, 0, CURSOR, style);
    if is_whole {
        whole(buffer, row, pen.theme.cursor);
    }
}

/// The place of the line under the cursor; of a part that has become shorter, its last line.
fn cursor(lines: &[Shown], at: Option<(usize, usize)>) -> Option<usize> {
    let (part, row) = at?;
    let is_before = |line: &Shown| line.at.is_some_and(|(own, place)| own == part && place <= row);
    lines.iter().rposition(is_before)
}

/// The lines of the page: where there is room, in two columns.
fn lines(pen: &Pen<'_>, need: NeedRef<'_>, room: usize) -> Vec<Shown> {
    let identity = |room: usize| need::identity(pen, need, room).into_iter();
    if room < TWO_COLUMNS {
        let own = need::lines(pen, need, room).into_iter().map(Shown::of);
        let identity = identity(room).map(Shown::of);
        return own.chain(of_parts(pen, need, room)).chain(identity).collect();
    }
    let right = (room - BETWEEN) * 2 / 5;
    let left = room - BETWEEN - right;
    // The first part of what stands around begins at the top.
    let mut beside = of_parts(pen, need, right).skip(1);
    let mut own = need::lines(pen, need, left).into_iter().chain(identity(left));
    let mut page = Vec::new();
    loop {
        let (line, other) = (own.next(), beside.next());
        if line.is_none() && other.is_none() {
            return page;
        }
        let mut pieces = line.unwrap_or_default();
        let other = other.unwrap_or_default();
        let taken: usize = pieces.iter().map(|(piece, _)| width(piece)).sum();
        let edge = " ".repeat(left.saturating_sub(taken));
        pieces.push((format!("{edge} │ "), pen.theme.dim));
        pieces.extend(other.pieces);
        page.push(Shown { pieces, at: other.at, from: left + BETWEEN });
    }
}

/// The lines of all parts, a blank and the heading before those of each.
fn of_parts<'a>(
    pen: &'a Pen<'_>,
    need: NeedRef<'a>,
    room: usize,
) -> impl Iterator<Item = Shown> + use<'a> {
    let parts: Vec<_> =
        NeedPart::ALL.iter().map(|part| around::part(pen, need, *part, room)).collect();
    let strong = pen.theme.strong;
    parts.into_iter().enumerate().flat_map(move |(number, part)| {
        let head = [Shown::default(), Shown::of(vec![(part.heading, strong)])];
        let line = move |(row, pieces)| Shown { pieces, at: Some((number, row)), from: 0 };
        head.into_iter().chain(part.lines.into_iter().enumerate().map(line))
    })
}
