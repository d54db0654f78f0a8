//! The people of the triage screen, each with three figures and their bars: untriaged, of high
//! priority and unmet, overdue.

use crate::app::screens::triage::{self, Triage};
use crate::query::Load;
use crate::text::grouped;
use crate::ui::Pen;
use crate::ui::bar::{bar, upright};
use crate::ui::line::{padded, put, width};
use crate::ui::names;
use crate::ui::theme::CURSOR;
use crate::worker::Answer;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Reads one figure of somebody's load.
type Read = fn(&Load) -> u32;

/// The figures: the messages of their heading, long and short, and how each is read.
const FIGURES: [(&str, &str, Read); 3] = [
    ("people-untriaged", "people-untriaged-short", |load| load.untriaged),
    ("people-pressing", "people-pressing-short", |load| load.pressing),
    ("people-overdue", "people-overdue-short", |load| load.overdue),
];

/// From this many columns of the pane on the bars lie; in narrower panes they stand, one cell each.
const LYING: u16 = 40;

/// A name has at least this many cells: without it the figures say nothing.
const NAME: usize = 10;

/// The figures by what is given up first where there is little room: how many, and whether with bars.
const FITTING: [(usize, bool); 5] = [(3, true), (2, true), (2, false), (1, true), (1, false)];

/// The name of a line of the people; 0 is nobody.
pub(super) fn name(pen: &Pen<'_>, answer: &Answer, slot: u32) -> String {
    let vocabulary = &answer.register.vocabulary;
    match (slot as usize).checked_sub(1).and_then(|place| vocabulary.people.get(place)) {
        Some(person) => names::person_short(person, vocabulary, pen.text),
        None => pen.text.tr("nobody").into_owned(),
    }
}

/// Draws the pane.
pub(super) fn draw(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    answer: &Answer,
    state: &Triage,
) {
    let theme = &pen.theme;
    let area = Rect { width: area.width.saturating_sub(1), ..area };
    let people = triage::people(answer);
    let load = |slot: u32| answer.people.get(slot as usize).copied().unwrap_or_default();
    let lying = if area.width + 1 >= LYING { usize::from((area.width - 22) / 6) } else { 0 };
    // what waits for nobody would dwarf what waits for each: it has numbers, no bars
    let figure = |read: Read| {
        let most = |from: u32| {
            let slots = people.iter().filter(|slot| **slot >= from);
            slots.map(|slot| read(&load(*slot))).max().unwrap_or(0)
        };
        (grouped(most(0).into()).len().max(3), most(1))
    };
    let mut sizes: Vec<(usize, u32)> = FIGURES.iter().map(|(_, _, read)| figure(*read)).collect();
    let divided = |(count, with_bars): (usize, bool)| {
        let bars = if with_bars { lying.max(1) } else { 0 };
        let taken: usize = sizes.iter().take(count).map(|(figures, _)| figures + bars + 1).sum();
        (count, bars, usize::from(area.width).saturating_sub(taken + 1))
    };
    let fits = |(_, _, names): &(usize, usize, usize)| *names > NAME;
    let least = FITTING[FITTING.len() - 1];
    let (count, bars, names) =
        FITTING.into_iter().map(divided).find(fits).unwrap_or_else(|| divided(least));
    sizes.truncate(count);
    header(pen, buffer, area, names, &sizes, bars);

    let page = usize::from(area.height.saturating_sub(1)).max(1);
    let shown = pen.app.shown_person();
    let row = people.iter().position(|slot| *slot == shown).unwrap_or(0);
    let top = (row / page * page).min(people.len().saturating_sub(page));
    for (y, &slot) in people.iter().skip(top).take(page).enumerate() {
        let y = y as u16 + 1;
        let here = slot == shown;
        let active = state.among_people && !pen.app.facets.focused;
        let style = match (here, active) {
            (true, true) => theme.cursor,
            (true, false) => theme.cursor_away,
            _ => theme.plain,
        };
        if here {
            put(buffer, area, 0, y, CURSOR, if active { theme.key } else { theme.dim });
        }
        let name = padded(&name(pen, answer, slot), names.saturating_sub(1), false);
        put(buffer, area, 1, y, if here { &name } else { name.trim_end() }, style);
        let load = load(slot);
        let mut x = names + 1;
        for ((_, _, read), (figures, most)) in FIGURES.iter().zip(&sizes) {
            let value = read(&load);
            let share = if slot > 0 { value } else { 0 };
            let drawn =
                if lying > 0 { bar(theme, share, *most, bars) } else { upright(share, *most) };
            if bars > 0 {
                put(buffer, area, x as u16, y, &drawn, theme.bar);
            }
            let number = padded(&grouped(value.into()), *figures, true);
            let style = if value > 0 { theme.plain } else { theme.dim };
            put(buffer, area, (x + bars) as u16, y, &number, style);
            x += bars + figures + 1;
        }
    }
}

fn header(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    names: usize,
    sizes: &[(usize, u32)],
    bars: usize,
) {
    let title = padded(&pen.text.tr("people-title"), names.saturating_sub(1), false);
    put(buffer, area, 1, 0, title.trim_end(), pen.theme.heading);
    let mut x = names + 1;
    for ((long, short, _), (figures, _)) in FIGURES.iter().zip(sizes) {
        let wide = figures + bars;
        let long = pen.text.tr(long);
        let head = if width(&long) <= wide { long } else { pen.text.tr(short) };
        let head = padded(&head, wide, true);
        let blank = head.len() - head.trim_start().len();
        let at = (x + blank) as u16;
        put(buffer, area, at, 0, head.trim_start(), pen.theme.heading);
        x += wide + 1;
    }
}
