//! Triage: the people with their waiting needs on the left, the queue of the chosen one on the
//! right, the need under the cursor in full below, with its surroundings.

use super::people;
use super::{around, decisions, need};
use crate::app::layout;
use crate::app::screens::{Triage, triage};
use crate::query::Measure;
use crate::query::register::Slot;
use crate::text::{Arg, grouped};
use crate::ui::Pen;
use crate::ui::line::{put, shortened, width, wrapped};
use crate::worker::{Answer, Whose};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the triage screen.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, state: &Triage) {
    let Some(answer) = &pen.app.answer else { return };
    let (left, right, below) = layout::triage(area);
    people::draw(pen, buffer, left, answer, state);
    if answer.counts.total(Measure::Needs) == 0 {
        pen.empty(buffer, right, "empty-needs");
    } else if answer.rows.is_empty() {
        empty_queue(pen, buffer, right, answer);
    } else {
        super::needs::queue(pen, buffer, right, &state.queue, !state.among_people);
    }
    let rule = "─".repeat(usize::from(below.width));
    put(buffer, below, 0, 0, &rule, pen.theme.dim);
    // The rule of the queue matters most; a long name gives way to it.
    let rule = pen.text.tr("queue-rule");
    let room = usize::from(below.width.saturating_sub(4)).saturating_sub(width(&rule) + 5);
    let title = if state.whose == Whose::All {
        pen.text.tr("queue-title-all").into_owned()
    } else {
        let of = |name: String| pen.text.tra("queue-title", &[("person", name.into())]);
        let rest = width(&of(String::new()));
        of(people::post(pen, answer, pen.app.shown_person(), room.saturating_sub(rest)))
    };
    if room < NAME {
        put(buffer, below, 1, 0, &format!(" {rule} "), pen.theme.dim);
    } else {
        let title = format!(" {} · {rule} ", shortened(&title, room));
        put(buffer, below, 2, 0, &title, pen.theme.dim);
    }
    let inside = Rect::new(
        below.x + 1,
        below.y + 1,
        below.width.saturating_sub(2),
        below.height.saturating_sub(1),
    );
    in_full(pen, buffer, inside);
}

/// Says that nothing is in the queue, though needs match: they are in the queues of others.
fn empty_queue(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, answer: &Answer) {
    let slot = pen.app.shown_person();
    let id = if slot == Slot::NONE { "empty-queue-nobody" } else { "empty-queue-person" };
    let count = answer.counts.total(Measure::Needs);
    let room = usize::from(area.width.saturating_sub(3));
    let args = [("person", people::post(pen, answer, slot, room).into()), ("count", count.into())];
    let said = wrapped(&pen.text.tra(id, &args), room);
    let below = 2 + said.len() as u16;
    for (y, line) in (2..).zip(said) {
        put(buffer, area, 2, y, &line, pen.theme.strong);
    }
    for (y, line) in (below..).zip(wrapped(&elsewhere(pen, answer), room)) {
        put(buffer, area, 2, y, &line, pen.theme.plain);
    }
}

/// Says which queues have needs, those with most to decide first, and the keys that lead there.
fn elsewhere(pen: &Pen<'_>, answer: &Answer) -> String {
    let needs = |slot: &Slot| answer.people.get(slot.entry()).map_or(0, |load| load.needs);
    let queues: Vec<Slot> =
        triage::people(answer).into_iter().filter(|slot| needs(slot) > 0).collect();
    let name = |slot: &Slot| {
        format!("{} {}", people::post(pen, answer, *slot, POST), grouped(needs(slot).into()))
    };
    let mut named: Vec<String> = queues.iter().take(NAMED).map(name).collect();
    let more = queues.len().saturating_sub(named.len());
    if more > 0 {
        named.push(pen.text.tra("more-values", &[("count", Arg::from(more))]));
    }
    let args = [
        ("queues", Arg::from(named.join(" · "))),
        ("left", Arg::from(pen.app.key_of("pane.previous"))),
        ("down", Arg::from(pen.app.key_of("move.down"))),
    ];
    pen.text.tra("empty-queue-elsewhere", &args)
}

/// The most queues that are named.
const NAMED: usize = 5;

/// The most columns of a post in the line that names queues.
const POST: usize = 24;

/// The least columns for whose queue it is.
const NAME: usize = 8;

/// Below so many rows, the decisions about a need are on one line.
const FEW: u16 = 6;

/// The least columns for a need in full.
const FULL: u16 = 68;

/// The need under the cursor, with its surroundings beside it where there is room.
fn in_full(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect) {
    let Some(current) = pen.app.queue_need() else { return };
    let columns = match area.width {
        ..100 => 1,
        100..150 => 2,
        _ => 3,
    };
    let wide = match columns {
        1 => area.width,
        columns => (area.width * 5 / (columns * 5 - 1)).max(FULL),
    };
    let first = Rect { width: wide, ..area };
    let under = match area.height {
        ..FEW => vec![decisions::in_short(pen, current)],
        _ => decisions::lines(pen, current, usize::from(wide).saturating_sub(need::MARGIN.into())),
    };
    let besides = (columns == 1).then(|| around::in_short(pen, current));
    need::summary(pen, buffer, first, current, &under, besides);
    if columns == 1 {
        return;
    }
    let rest = (area.width - wide) / (columns - 1);
    let parts = around::parts(pen, current, usize::from(rest));
    for column in 1..columns {
        let x = area.x + wide + (column - 1) * rest;
        for y in 0..area.height {
            put(buffer, Rect { x, width: 1, ..area }, 0, y, "│", pen.theme.dim);
        }
        let inside = Rect { x: x + 2, width: rest.saturating_sub(2), ..area };
        // on two columns everything is in the second; on three, history is in the third
        let here = match (columns, column) {
            (2, _) => &parts[..],
            (_, 1) => &parts[..2],
            _ => &parts[2..],
        };
        around::draw(pen, buffer, inside, here);
    }
}
