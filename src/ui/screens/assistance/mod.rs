//! The screen of the assistance given: its sections on the left, where there is little room in a line, and the list of
//! one; and the lines of a record that its page and the pane beside the list share.

mod coverage;
mod gaps;
pub(super) mod organisation;
mod overlaps;
pub(super) mod rule;
mod sections;
mod shared;

use super::around::wrapped_lines;
use crate::app::assistance::{AssistanceRecord, Section};
use crate::app::assistance_records::Records;
use crate::app::layout;
use crate::app::list::List;
use crate::app::place::View;
use crate::app::screens::Assistance;
use crate::columns::candidates::BEST;
use crate::columns::gaps::PART;
use crate::columns::states::GROWTH;
use crate::columns::{CellContext, ListOnScreen};
use crate::domain::NeedNumber;
use crate::paint::targets::Pane;
use crate::text::{Arg, grouped};
use crate::ui::Pen;
use crate::ui::line::{Line, padded, width, wrapped};
use crate::ui::table::{Rows, Table};
use crate::ui::theme::{MATCH_CHANGED, PINNED, SELECTED, SERVES};
use crate::worker::Answer;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the screen.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, page: &Assistance) {
    let Some(answer) = &pen.app.answer else { return };
    let (left, right) = layout::assistance(area);
    sections::draw(pen, buffer, left, answer, page);
    let Some(records) = page.records(answer) else {
        pen.loading(buffer, right);
        return;
    };
    let (above, foot) = layout::above_foot(right);
    let right = match page.section {
        Section::Gaps => return gaps::draw(pen, buffer, (above, foot), answer, &records, page),
        Section::Shared => {
            let (above, foot) = layout::above_shared(right);
            shared::foot(pen, buffer, foot, answer, &records, page);
            above
        }
        Section::Coverage => {
            coverage::foot(pen, buffer, foot, answer, &records, page);
            above
        }
        Section::Overlaps => {
            let (above, foot) = layout::above_overlap(right);
            if records.overlaps().is_empty() {
                return overlaps::none(pen, buffer, right, &answer.register.vocabulary);
            }
            overlaps::foot(pen, buffer, foot, answer, &records, page);
            above
        }
        _ => right,
    };
    let cursor = (page.shown(), !page.among_sections);
    if !list(pen, buffer, right, answer, &records, cursor) {
        let is_whole = pen.app.place().filter.is_empty() && page.section != Section::Advisers;
        let id = match page.section {
            Section::Shared => "empty-shared",
            Section::Overlaps => "empty-marked",
            _ if is_whole => "empty-section",
            _ => "empty-assistance",
        };
        pen.empty(buffer, right, id);
    }
}

/// Draws a list in the second pane, `cursor` being its cursor and whether keys move it. False where it has no rows.
pub(super) fn list(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    answer: &Answer,
    records: &Records<'_>,
    (list, active): (&List, bool),
) -> bool {
    list_in(pen, buffer, area, answer, records, (Pane::Own(1), list, active))
}

/// Draws a list in a pane, `list` being its cursor and `active` whether keys move it. False where it has no rows.
pub(super) fn list_in(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    answer: &Answer,
    records: &Records<'_>,
    (pane, list, active): (Pane, &List, bool),
) -> bool {
    let ids = records.ids(list, pen.text.lang());
    let columns: &dyn ListOnScreen = records.table();
    let (view, growth) = (&pen.app.place().view, pen.app.since().is_none().then_some(GROWTH));
    let is_split = matches!(view, View::Assistance(of) if of.shared_split().is_some());
    let record = match view {
        View::AssistanceRecord(record) => Some(record),
        _ => None,
    };
    let is_of_cell = record.is_some_and(|of| matches!(of.of, AssistanceRecord::Cell(..)));
    let without = growth.into_iter().chain((!is_split).then_some(PART));
    let without = without.chain((!is_of_cell).then_some(BEST)).collect();
    let active = active && !pen.app.facets.focused;
    let table = Table { without, active, bars: false, pane, ..Table::of(pen, columns, list) };
    let look = pen.look(answer, records.most());
    let cell = |row: usize, place: usize, room: u16| {
        records.words(*ids.get(row)?, place, &CellContext { room, ..look })
    };
    let mark = |row: usize| {
        let id = *ids.get(row)?;
        let is_picked = record.is_some_and(|of| of.picks.holds(id, row, of.list.row));
        let picked = is_picked.then_some(SELECTED);
        let changed = || records.changed(NeedNumber::new(id)).map(|_| MATCH_CHANGED);
        let serves = || records.serves(id).then_some(SERVES);
        let pinned = || list.is_pinned(id).then_some(PINNED);
        picked.or_else(pinned).or_else(changed).or_else(serves)
    };
    let rows = Rows { count: ids.len(), cell: &cell, mark: &mark, whole: &|_| None, split: None };
    if !ids.is_empty() {
        table.draw(buffer, area, &rows);
    }
    !ids.is_empty()
}

/// The widest column of heads beside facts.
const HEADS: usize = 20;

/// A record in lines of so many cells: its name, and what is stated of it.
pub(in crate::ui) fn lines(
    pen: &Pen<'_>,
    answer: &Answer,
    records: &Records<'_>,
    id: u32,
    room: usize,
) -> Vec<Line> {
    let reader = pen.look(answer, 0).reader;
    let (text, theme) = (pen.text, &pen.theme);
    let title = records.title(id, text).unwrap_or_default();
    let mut lines = wrapped_lines(&title, room, theme.heading);
    lines.push(Line::new());
    let facts = records.facts(id, reader);
    let heads = facts.iter().map(|(head, _)| width(head)).max().unwrap_or(0).min(HEADS);
    for (head, words) in facts {
        let mut head = padded(&head, heads + 2, false);
        for line in wrapped(&words, room.saturating_sub(heads + 2)) {
            lines.push(vec![(head.clone(), theme.dim), (line, theme.plain)]);
            head = " ".repeat(heads + 2);
        }
    }
    lines
}

/// How many records the list of the screen or of a page has, in words; nothing elsewhere, and until they are there.
pub(in crate::ui) fn counted(pen: &Pen<'_>) -> Option<String> {
    let answer = pen.app.answer.as_deref()?;
    let records = match &pen.app.place().view {
        View::Assistance(page) => page.records(answer)?,
        View::AssistanceRecord(page) => page.records(answer)?,
        _ => return None,
    };
    Some(counted_in_words(pen, &records))
}

/// How many records a list has, in words.
pub(super) fn counted_in_words(pen: &Pen<'_>, records: &Records<'_>) -> String {
    if let Some(gaps) = records.gaps() {
        let number = |count: u32| Arg::from(grouped(count.into()));
        let of = [("unserved", number(gaps.sum.unserved)), ("open", number(gaps.sum.open))];
        return pen.text.tra(records.counted(), &of);
    }
    if matches!(&pen.app.place().view, View::Assistance(page) if page.section == Section::Overlaps)
    {
        return overlaps::counted(pen, records);
    }
    let count = records.count();
    let changed = records.count_changed();
    let shown = Arg::from(grouped(count as u64));
    let said = pen.text.tra(records.counted(), &[("count", Arg::from(count)), ("shown", shown)]);
    if changed == 0 {
        return said;
    }
    let before = [("count", Arg::from(grouped(changed as u64)))];
    format!("{said} · {MATCH_CHANGED} {}", pen.text.tra("matched-before", &before))
}
