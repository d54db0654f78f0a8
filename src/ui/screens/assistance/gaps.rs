//! The matrix of gaps: in each cell unserved needs and their States, with a shade for how many States that is beside the
//! most of a cell, and below it the cell under the cursor in words.

use super::rule::rule;
use crate::app::assistance_records::Records;
use crate::app::screens::Assistance;
use crate::assistance::{FEWEST_OPEN, GapCell, Gaps};
use crate::config::RowMark;
use crate::domain::Coded;
use crate::paint::labels;
use crate::paint::targets::{Pane, Target, below};
use crate::query::{Field, code_of_value};
use crate::text::{Arg, grouped};
use crate::ui::Pen;
use crate::ui::line::{padded, put, put_more, put_right, shortened, width, wrapped};
use crate::ui::screens::figures::heat::SHADE;
use crate::ui::theme::{CURSOR, NIL};
use crate::worker::Answer;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use std::ops::Range;

/// The cells of what a column says, a blank before it included.
#[derive(Clone, Copy, Debug)]
struct Widths {
    /// Of a value of the second field.
    cell: u16,
    /// Of the last value.
    last: u16,
    /// Of the sums.
    sums: u16,
    /// Of what could be served now.
    now: u16,
}

impl Widths {
    /// The least: those of a register of a few thousand needs.
    const LEAST: Self = Self { cell: 12, last: 11, sums: 10, now: 4 };

    /// Those that the greatest numbers have room in.
    fn of(pen: &Pen<'_>, gaps: &Gaps) -> Self {
        let cells = || gaps.rows.iter().flat_map(|row| &row.cells);
        let at_end = gaps.rows.iter().filter_map(|row| row.cells.last());
        let sums = || gaps.rows.iter().map(|row| &row.all);
        let now = sums().filter_map(|sum| sum.candidates).max().unwrap_or(0);
        let wide = |said: &str| (width(said) + 1) as u16;
        let least = Self::LEAST;
        Self {
            cell: wide(&said(pen, &greatest(cells()), Some(1))).max(least.cell),
            last: wide(&said(pen, &greatest(at_end), Some(1))).max(least.last),
            sums: wide(&said(pen, &greatest(sums()), None)).max(least.sums),
            now: wide(&grouped(now.into())).max(least.now),
        }
    }
}

/// The most unserved needs and the most States of some cells.
fn greatest<'a>(cells: impl Iterator<Item = &'a GapCell>) -> GapCell {
    cells.fold(GapCell::default(), |most, cell| GapCell {
        unserved: most.unserved.max(cell.unserved),
        states_unserved: most.states_unserved.max(cell.states_unserved),
        ..most
    })
}

/// Stands for a count that is still to come.
const COUNTING: &str = "…";

/// The cells before the names of rows: those of the mark.
const EDGE: u16 = 1;

/// The columns of the matrix in the room that there is.
struct Columns {
    /// The cells of the names of rows.
    names: u16,
    /// The columns of the second field that are shown.
    shown: Range<usize>,
    /// The number of all columns.
    count: usize,
    /// Whether the sums have room, and what could be served now.
    sums: bool,
    now: bool,
    widths: Widths,
}

impl Columns {
    /// Divides so many cells; the column at `cursor` is among those shown. `told`: whether it is told what could be
    /// served now.
    fn of(width: u16, count: usize, cursor: usize, told: bool, widths: Widths) -> Self {
        let names = if width >= 97 { 23 } else { 19 };
        let all = (count as u16).saturating_sub(1) * widths.cell + widths.last;
        let room = width.saturating_sub(names + EDGE);
        let with_sums = all + widths.sums;
        let (sums, now) = (with_sums <= room, told && with_sums + widths.now <= room);
        let fit =
            if all <= room { count } else { usize::from((room / widths.cell).max(1)).min(count) };
        let first = (cursor + 1).saturating_sub(fit).min(count - fit);
        Self { names, shown: first..first + fit, count, sums, now, widths }
    }

    /// The cells of the column at a place.
    fn wide(&self, place: usize) -> u16 {
        if place + 1 == self.count { self.widths.last } else { self.widths.cell }
    }
}

/// Draws the matrix and what is below it.
pub(super) fn draw(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    (area, foot): (Rect, Rect),
    answer: &Answer,
    records: &Records<'_>,
    page: &Assistance,
) {
    let Some(gaps) = records.gaps() else { return };
    let (list, of) = (page.shown(), &*answer.register.vocabulary);
    let ids = records.ids(list, pen.text.lang());
    let [Some(rows), Some(across)] = [gaps.fields.first(), gaps.fields.get(1)] else { return };
    if ids.is_empty() {
        pen.empty(buffer, area, "empty-gaps");
        return;
    }
    let cursor = page.column_in(gaps);
    let told = of.nameless.is_none();
    let columns = Columns::of(area.width, gaps.columns.len(), cursor, told, Widths::of(pen, gaps));
    let most = most_states(gaps);
    pen.targets.tell(area, Target::Pane(Pane::Own(1)));
    let slots = &gaps.columns[columns.shown.clone()];
    let heads = labels::labels(*across, slots, of, pen.text, usize::from(columns.widths.cell) - 1);
    let heads = slots.iter().zip(heads).map(|(slot, head)| {
        // Regional groups have forms of ten cells for heads.
        let id = format!("narrow-region-{}", code_of_value(*across, *slot, of));
        let is_narrow = *across == Field::Region && pen.text.has(&id);
        if is_narrow { pen.text.tr(&id).into_owned() } else { head }
    });
    let heads: Vec<String> = heads.collect();
    heads_of(pen, buffer, area, &columns, gaps, &heads);
    let slots: Vec<u16> = ids.iter().filter_map(|id| u16::try_from(*id).ok()).collect();
    let room = usize::from(columns.names);
    let names = labels::labels(*rows, &slots, of, pen.text, room);
    let page_rows = usize::from(area.height.saturating_sub(1));
    let top = list.top(page_rows, ids.len());
    let active = !page.among_sections && !pen.app.facets.focused;
    for (y, row) in (1..area.height).zip(top..ids.len()) {
        let Some(line) = records.gap(ids[row]) else { continue };
        let here = row == list.row && list.current.is_some();
        let place = Rect { y: area.y + y, height: 1, ..area };
        pen.targets.tell_line(place, 0, Pane::Own(1), below(row, list.row));
        if here {
            put(buffer, place, 0, 0, CURSOR, if active { pen.theme.mark } else { pen.theme.dim });
        }
        let style = if here { pen.theme.strong } else { pen.theme.plain };
        put(buffer, place, EDGE, 0, &shortened(&names[row], room), style);
        let mut x = EDGE + columns.names;
        let mut cell = |said: String, wide: u16, at: Option<usize>| {
            let said = padded(&said, usize::from(wide), true);
            let blank = said.len() - said.trim_start().len();
            let is_cursor = here && active && at == Some(cursor);
            let style = match (is_cursor, said.trim_start() == NIL) {
                (true, _) if pen.app.settings.row == RowMark::Whole => pen.theme.cursor,
                (true, _) => pen.theme.strong.add_modifier(Modifier::REVERSED),
                (false, true) => pen.theme.dim,
                (false, false) => pen.theme.plain,
            };
            put(buffer, place, x + blank as u16, 0, said.trim_start(), style);
            x += wide;
        };
        for column in columns.shown.clone() {
            let of_cell = line.row.cells.get(column).copied().unwrap_or_default();
            cell(said(pen, &of_cell, Some(most)), columns.wide(column), Some(column));
        }
        if columns.sums {
            cell(said(pen, &line.row.all, None), columns.widths.sums, Some(gaps.columns.len()));
        }
        if columns.now {
            let now = line.row.all.candidates.filter(|count| *count > 0);
            let without = if records.goes_on() { COUNTING } else { NIL };
            let now = now.map_or_else(|| without.to_owned(), |count| grouped(count.into()));
            cell(now, columns.widths.now, None);
        }
    }
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    put_more(buffer, body, top, ids.len(), pen.theme.dim);
    in_words(pen, buffer, foot, answer, records, (page, most));
}

/// The heads of the columns; at the edge how many more there are.
fn heads_of(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    columns: &Columns,
    gaps: &Gaps,
    heads: &[String],
) {
    let (text, style) = (pen.text, pen.theme.heading);
    if let Some(field) = gaps.fields.first() {
        put(buffer, area, EDGE, 0, &text.tr(&format!("field-{}", field.code())), style);
    }
    let mut x = EDGE + columns.names;
    let mut head = |said: &str, wide: u16| {
        let said = padded(said, usize::from(wide), true);
        let blank = said.len() - said.trim_start().len();
        put(buffer, area, x + blank as u16, 0, said.trim_start(), style);
        x += wide;
    };
    for (place, name) in columns.shown.clone().zip(heads) {
        head(name, columns.wide(place));
    }
    if columns.sums {
        head(&text.tr("head-gap-all"), columns.widths.sums);
    }
    if columns.now {
        head(&text.tr("head-gap-now"), columns.widths.now);
    }
    let more = gaps.columns.len() - columns.shown.end;
    if more > 0 {
        let said = text.tra("gaps-more", &[("count", Arg::from(more))]);
        let names = Rect { x: area.x + EDGE, width: columns.names - 1, ..area };
        put_right(buffer, names, 0, &said, pen.theme.dim);
    }
}

/// A cell: `▇ 99 in 33`; `most`: the States of the fullest cell, where it has a shade.
fn said(pen: &Pen<'_>, cell: &GapCell, most: Option<u32>) -> String {
    if cell.withheld {
        return pen.text.tr("gap-withheld-short").into_owned();
    }
    if cell.unserved == 0 {
        return NIL.to_owned();
    }
    let number = |count: u32| Arg::from(grouped(count.into()));
    let args = [("needs", number(cell.unserved)), ("states", number(cell.states_unserved))];
    let said = pen.text.tra("gap-in", &args);
    match most {
        Some(most) => format!("{} {said}", SHADE[shade(cell.states_unserved, most)]),
        None => said,
    }
}

/// The shade of a cell with so many States, where the fullest one has `most`: 1 to 4.
fn shade(states: u32, most: u32) -> usize {
    (states * 4).div_ceil(most.max(1)).clamp(1, 4) as usize
}

/// The most States with unserved needs that a cell has.
fn most_states(gaps: &Gaps) -> u32 {
    let cells = gaps.rows.iter().flat_map(|row| &row.cells);
    cells.map(|cell| cell.states_unserved).max().unwrap_or(0)
}

/// The cell under the cursor in words.
fn in_words(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    answer: &Answer,
    records: &Records<'_>,
    (page, most): (&Assistance, u32),
) {
    let (Some(gaps), Some(id)) = (records.gaps(), page.shown().current) else { return };
    let Some(line) = records.gap(id) else { return };
    let (text, of) = (pen.text, &*answer.register.vocabulary);
    let cursor = page.column_in(gaps);
    let column = gaps.fields.get(1).zip(gaps.columns.get(cursor));
    let cell = line.row.cells.get(cursor).unwrap_or(&line.row.all);
    let named = [Some((&line.field, &line.row.slot)), column].into_iter().flatten();
    let named = named.map(|(field, slot)| labels::label_in(*field, *slot, of, text, usize::MAX));
    rule(pen, buffer, area, 0, &named.collect::<Vec<_>>().join(" · "));
    let number = |count: u32| Arg::from(grouped(count.into()));
    let mut lines = Vec::new();
    if cell.withheld {
        lines.push(text.tr("gap-withheld").into_owned());
    } else {
        let share = cell.per_cent_served();
        lines.push(text.tra(
            "gap-cell",
            &[
                ("unserved", number(cell.unserved)),
                ("states", Arg::from(cell.states_unserved)),
                ("shown", number(cell.states_unserved)),
                ("open", number(cell.open)),
                ("served", number(cell.served)),
                ("told", Arg::from(usize::from(share.is_some()))),
                ("share", Arg::from(share.unwrap_or(0))),
                ("planned", number(cell.planned_for)),
            ],
        ));
        let activities = cell.activities.map(|count| ("gap-activities", "activities", count));
        let now = cell.candidates.map(|count| ("gap-servable", "now", count));
        let beside = [activities, now].into_iter().flatten();
        let beside = beside.map(|(id, variable, count)| text.tra(id, &[(variable, number(count))]));
        lines.push(beside.collect::<Vec<_>>().join(" · "));
    }
    if of.nameless.is_some() {
        lines.push(text.tr("gap-nameless").into_owned());
    }
    let few = ("few", number(FEWEST_OPEN));
    lines.push(text.tra("gap-legend", &[("states", number(most)), few]));
    lines.retain(|line| !line.is_empty());
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let lines = lines.iter().flat_map(|line| wrapped(line, inside.width.into()));
    for (y, line) in (1..area.height).zip(lines) {
        put(buffer, inside, 0, y, &line, pen.theme.plain);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shade_is_a_quarter_of_the_fullest_cell() {
        let shades: Vec<usize> = [33, 28, 24, 12, 8, 1].map(|states| shade(states, 33)).to_vec();
        assert_eq!(shades, [4, 4, 3, 2, 1, 1]);
        assert_eq!(shade(3, 0), 4, "no division by nothing");
    }

    #[test]
    fn the_column_under_the_cursor_is_always_shown() {
        for width in 30..200 {
            for count in 1..12 {
                for cursor in 0..count {
                    let columns = Columns::of(width, count, cursor, true, Widths::LEAST);
                    assert!(columns.shown.contains(&cursor), "{width} {count} {cursor}");
                    assert!(columns.shown.end <= count);
                    assert!(columns.sums || !columns.now);
                }
            }
        }
    }
}
