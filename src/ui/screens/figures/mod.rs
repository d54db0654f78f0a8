//! The figures of a note: which there are on the left, the chosen one on the right.

mod bars;
mod connections;
mod findings;
pub(in crate::ui) mod heat;
mod matrix;
mod needs;
mod pane;
mod trend;

use crate::analysis::chart::Body;
use crate::analysis::{Look, chart};
use crate::app::layout;
use crate::app::state::figures::{DrawnFigure, FigureEntry, Figures};
use crate::paint::labels;
use crate::query::{Field, slots};
use crate::ui::Pen;
use crate::ui::line::{put, wrapped};
use pane::{Cursor, FigurePane, list, numbered};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the screen.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, state: &Figures) {
    match state.entry {
        FigureEntry::Figure(_) => figure(pen, buffer, area, state),
        FigureEntry::Trend | FigureEntry::Standing => {
            let (left, right) = layout::figures(area);
            list(pen, buffer, left, state);
            trend::draw(pen, buffer, right, state);
        }
        FigureEntry::Connections => connections::draw(pen, buffer, area, state),
        FigureEntry::Published => {
            let (left, right) = layout::figures(area);
            list(pen, buffer, left, state);
            findings::draw(pen, buffer, right, state);
        }
    }
}

/// A figure of the note.
fn figure(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, state: &Figures) {
    let chart = pen.app.drawn().and_then(|drawn| {
        let register = pen.app.register()?;
        let look = Look {
            vocabulary: &register.vocabulary,
            text: pen.text,
            until: drawn.until,
            since: drawn.since,
            illustrative: register.illustrative,
            beside: state.beside,
        };
        Some((drawn, chart(drawn.figure, look)))
    });
    let Some((drawn, mut chart)) = chart else {
        let (left, right) = layout::figures(area);
        list(pen, buffer, left, state);
        put(buffer, right, 1, 0, &pen.text.tr("count-searching"), pen.theme.dim);
        return;
    };
    let (left, right) = layout::figures(area);
    let (right, beside) = needs::divide(pen, right, area.width);
    needs::draw(pen, buffer, beside);
    list(pen, buffer, left, state);
    let title = numbered(pen, &chart.heading, &chart.title);
    let room = usize::from(right.width.saturating_sub(2));
    let mut y = 0;
    for line in wrapped(&title, room).iter().take(3) {
        put(buffer, right, 1, y, line, pen.theme.strong);
        y += 1;
    }
    for line in wrapped(&chart.subtitle, room).iter().take(2) {
        put(buffer, right, 1, y, line, pen.theme.dim);
        y += 1;
    }
    if let Some(why) = pen.app.not_compared() {
        put(buffer, right, 1, y, &format!("! {}", pen.text.say(&why)), pen.theme.caution);
        y += 1;
    }
    y += u16::from(right.height >= 30);
    let below = Rect {
        x: right.x + 1,
        y: right.y + y.min(right.height),
        width: right.width.saturating_sub(2),
        height: right.height.saturating_sub(y),
    };
    let figure = FigurePane { pen, cursor: cursor(pen, state, drawn) };
    name_in_short(pen, drawn, &mut chart.body, usize::from(below.width));
    // The command line that gives the figure stands at the foot.
    let query = wrapped(&chart.query, usize::from(below.width.saturating_sub(1)));
    let foot = query.len().min(2).min(usize::from(below.height / 7)) as u16;
    for (y, line) in (below.bottom() - foot..).zip(query.iter().take(foot.into())) {
        let line_area = Rect { y, height: 1, ..below };
        put(buffer, line_area, 1, 0, line, pen.theme.dim);
    }
    let below = Rect { height: below.height - foot, ..below };
    let notes: Vec<String> = match foot {
        0 => chart.below().cloned().collect(),
        _ => chart.notes.clone(),
    };
    match &chart.body {
        Body::Bars(bars) => figure.bars(buffer, below, bars, (&notes, split(pen, drawn).as_ref())),
        Body::Heat(heat) => figure.heat(buffer, below, heat, &notes),
    }
}

/// The field by which the bars of a figure are split, and the needs of each line by part.
fn split(pen: &Pen<'_>, drawn: DrawnFigure<'_>) -> Option<(Field, Vec<Vec<u32>>)> {
    let (rows, of) = (&drawn.figure.rows, &pen.app.register()?.vocabulary);
    // A field split by itself has one part in each bar.
    let parts = drawn.parts.filter(|parts| parts.by != rows.field)?;
    let mut whole = vec![0; slots(rows.field, of)];
    for (place, slot) in rows.slots.iter().enumerate() {
        whole[usize::from(*slot)] = drawn.figure.now.rows[place];
    }
    let of_slots = parts.of(rows.field, &whole, false);
    Some((parts.by, rows.slots.iter().map(|slot| of_slots[usize::from(*slot)].clone()).collect()))
}

/// Names the lines of a figure in a form that leaves bars their room.
fn name_in_short(pen: &Pen<'_>, drawn: DrawnFigure<'_>, body: &mut Body, room: usize) {
    let Some(register) = pen.app.register() else { return };
    let rows = &drawn.figure.rows;
    let room = match body {
        Body::Bars(bars) => bars::room_for_names(bars, room),
        Body::Heat(heat) => heat::room_for_names(heat, room),
    };
    let names = labels::labels(rows.field, &rows.slots, &register.vocabulary, pen.text, room);
    let labelled: Vec<&mut String> = match body {
        Body::Bars(bars) => bars.bars.iter_mut().map(|bar| &mut bar.label).collect(),
        Body::Heat(heat) => heat.rows.iter_mut().map(|row| &mut row.label).collect(),
    };
    for (label, name) in labelled.into_iter().zip(names) {
        *label = name;
    }
}

/// The line and column that the cursor is on, and whether keys are heard there.
fn cursor(pen: &Pen<'_>, state: &Figures, drawn: DrawnFigure<'_>) -> Cursor {
    let (line, column) = state.place(drawn.figure);
    Cursor { line, column, active: !state.in_list && !pen.app.facets.focused }
}
