//! The parts of split bars: the sign and style of each, and the legend that tells them apart.

use super::Pen;
use super::chart::{HATCHED, Part};
use super::line::{put, width};
use super::names;
use crate::domain::{Coded, Cycle, Priority, Response};
use crate::paint::theme::Tone;
use crate::query::register::Slot;
use crate::query::{Field, Parts};
use crate::text::Signs;
use crate::worker::Answer;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// How a part is drawn: its sign, and the tone of its style. In ASCII each has a letter or figure of its own.
fn drawn(by: Field, place: usize, pen: &Pen<'_>) -> (&'static str, Tone) {
    let plain = pen.theme.signs == Signs::Ascii;
    match by {
        Field::Priority => match Priority::at(place) {
            Some(Priority::High) => (if plain { "h" } else { "█" }, Tone::High),
            Some(Priority::Medium) => (if plain { "m" } else { "▓" }, Tone::Medium),
            Some(Priority::Low) => (if plain { "l" } else { "░" }, Tone::Low),
            None => (HATCHED, Tone::Dim),
        },
        Field::Cycle => match Cycle::at(place) {
            Some(Cycle::First) => (if plain { "1" } else { "█" }, Tone::Bar),
            Some(Cycle::Second) => (if plain { "2" } else { "▒" }, Tone::Bar),
            None => (HATCHED, Tone::Dim),
        },
        _ => match Response::at(place) {
            Some(response) => {
                let response = names::response(Some(response), pen.text, pen.theme.signs);
                (response.sign, response.tone)
            }
            None => (HATCHED, Tone::Dim),
        },
    }
}

/// The parts of a bar: the stated values, then "not stated".
pub(super) fn parts(by: Field, values: &[u32], pen: &Pen<'_>) -> Vec<Part> {
    let part = |(place, value): (usize, &u32)| {
        let (sign, tone) = drawn(by, place, pen);
        Part { value: *value, sign, style: pen.theme.tone(tone) }
    };
    values.iter().enumerate().map(part).collect()
}

/// The parts of the needs of each row of a list by the place of its record, where bars are split and counted so.
pub(super) fn of_records(
    pen: &Pen<'_>,
    answer: &Answer,
    of: impl Fn(&Parts) -> Vec<Vec<u32>>,
) -> Option<(Field, Vec<Vec<u32>>)> {
    let parts = answer.parts.as_deref().filter(|parts| Some(parts.by) == pen.app.split)?;
    Some((parts.by, of(parts)))
}

/// The parts of the bar of one record, by its place among those counted; none where bars are whole.
pub(super) fn of_record(
    pen: &Pen<'_>,
    split: Option<&(Field, Vec<Vec<u32>>)>,
    place: Option<usize>,
) -> Vec<Part> {
    let (Some((by, all)), Some(place)) = (split, place) else { return Vec::new() };
    parts(*by, all.get(place).map_or(&[], Vec::as_slice), pen)
}

/// Says which part is drawn how, in a line.
pub(super) fn legend(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, y: u16, by: Field) {
    let Some(vocabulary) = pen.app.vocabulary() else { return };
    let name = |slot: u16| crate::query::name_of_value(by, slot, vocabulary, pen.text.lang());
    let count = crate::query::slots(by, vocabulary);
    let mut x = 1;
    for place in 0..count {
        let (sign, tone) = drawn(by, place, pen);
        let slot = if place + 1 < count { Slot::at(place) } else { Slot::NONE };
        let name = name(slot.number());
        if usize::from(x) + 2 + width(&name) > usize::from(area.width) {
            return;
        }
        x += put(buffer, area, x, y, sign, pen.theme.tone(tone)) + 1;
        x += put(buffer, area, x, y, &name, pen.theme.plain) + 2;
    }
}
