//! Triage: the people with what waits for them on the left, the queue of the chosen one on the
//! right, the need under the cursor in full below.

use crate::app::layout;
use crate::app::lines;
use crate::app::place::Triage;
use crate::text::grouped;
use crate::ui::Pen;
use crate::ui::bar::bar;
use crate::ui::line::{padded, put, put_right, shortened, width};
use crate::ui::names;
use crate::ui::theme::CURSOR;
use crate::worker::Answer;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the triage screen.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, state: &Triage) {
    let Some(answer) = &pen.app.answer else { return };
    let (left, right, below) = layout::triage(area);
    people(pen, buffer, left, answer, state);
    if answer.rows.is_empty() {
        put(buffer, right, 2, 2, &pen.text.tr("empty-queue"), pen.theme.strong);
    } else {
        super::needs::queue(pen, buffer, right, &state.queue, !state.among_people);
    }
    let rule = "─".repeat(usize::from(below.width));
    put(buffer, below, 0, 0, &rule, pen.theme.dim);
    let title = pen.text.tra("queue-title", &[("person", name(pen, answer, state.person).into())]);
    let title = format!(" {title} · {} ", pen.text.tr("queue-rule"));
    put(buffer, below, 2, 0, &shortened(&title, usize::from(below.width) - 4), pen.theme.dim);
    if let Some(need) = state.queue.current.and_then(|id| pen.app.need(id)) {
        let inside = Rect::new(below.x + 1, below.y + 1, below.width - 2, below.height - 1);
        super::need::summary(pen, buffer, inside, need);
    }
}

fn name(pen: &Pen<'_>, answer: &Answer, slot: u16) -> String {
    let vocabulary = &answer.register.vocabulary;
    match usize::from(slot).checked_sub(1).and_then(|place| vocabulary.people.get(place)) {
        Some(person) => names::person_short(person, vocabulary, pen.text.lang()),
        None => pen.text.tr("nobody").into_owned(),
    }
}

fn people(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, answer: &Answer, state: &Triage) {
    let theme = &pen.theme;
    let area = Rect { width: area.width.saturating_sub(1), ..area };
    let people = lines::people(answer);
    put(buffer, area, 1, 0, &pen.text.tr("people-title"), theme.heading);
    put_right(buffer, area, 0, &pen.text.tr("people-untriaged"), theme.heading);
    let load = |slot: u32| answer.people.get(slot as usize).copied().unwrap_or_default();
    let untriaged = |slot: &u32| load(*slot).untriaged;
    let figures = people.iter().map(untriaged).max().unwrap_or(0);
    let figures = grouped(figures.into()).len().max(3);
    // what waits for nobody would dwarf what waits for each: it has a number, no bar
    let most = people.iter().filter(|slot| **slot > 0).map(untriaged).max().unwrap_or(0);
    let bars = usize::from(area.width / 6);
    let names = usize::from(area.width).saturating_sub(figures + bars + 3);
    let page = usize::from(area.height.saturating_sub(1)).max(1);
    let row = people.iter().position(|slot| *slot == u32::from(state.person)).unwrap_or(0);
    let top = (row / page * page).min(people.len().saturating_sub(page));
    for (y, &slot) in people.iter().skip(top).take(page).enumerate() {
        let y = y as u16 + 1;
        let here = slot == u32::from(state.person);
        let style = match (here, state.among_people && !pen.app.facets.focused) {
            (true, true) => theme.cursor,
            (true, false) => theme.cursor_away,
            _ => theme.plain,
        };
        if here {
            put(buffer, area, 0, y, CURSOR, if state.among_people { theme.key } else { theme.dim });
        }
        let name = padded(&name(pen, answer, slot as u16), names, false);
        put(buffer, area, 1, y, if here { &name } else { name.trim_end() }, style);
        let load = load(slot);
        let number = padded(&grouped(load.untriaged.into()), figures, true);
        let share = if slot > 0 { load.untriaged } else { 0 };
        put(buffer, area, (names + 2) as u16, y, &bar(share, most, bars), theme.bar);
        put(buffer, area, area.width - width(&number) as u16, y, &number, theme.plain);
    }
}
