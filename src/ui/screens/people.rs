//! The people of the triage screen, each with three figures: untriaged, of high priority and unmet,
//! overdue.

use crate::app::screens::triage::{self, Triage};
use crate::config::RowMark;
use crate::paint::targets::{Pane, Target, below};
use crate::query::Load;
use crate::query::register::Slot;
use crate::text::{Arg, Form, grouped};
use crate::ui::Pen;
use crate::ui::line::{padded, put, put_more, width};
use crate::ui::names;
use crate::ui::table::whole;
use crate::ui::theme::{CURSOR, NIL, Tone};
use crate::worker::Answer;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Reads one figure of a person's load.
type Read = fn(&Load) -> u32;

/// The figures: the messages of their heading, their cells, and how each is read. The last gives way
/// first where there is little room.
const FIGURES: [(&str, u16, Read); 3] = [
    ("people-untriaged", 9, |load| load.untriaged),
    ("people-pressing", 4, |load| load.pressing),
    ("people-overdue", 7, |load| load.overdue),
];

/// A name has at least this many cells: without it the figures say nothing.
const NAME: u16 = 11;

/// Names have at most so many.
const LONGEST: u16 = 28;

/// The name of a line of the people, "nobody" for the slot of none.
fn name(pen: &Pen<'_>, answer: &Answer, slot: Slot) -> String {
    let vocabulary = &answer.register.vocabulary;
    match slot.index().and_then(|place| vocabulary.people.get(place)) {
        Some(person) => names::person_short(person, vocabulary, pen.text),
        None => pen.text.tr("nobody").into_owned(),
    }
}

/// The post of a line of the people in at most `room` cells, "nobody" for the slot of none: away from the head of the
/// list, where a name of a State alone could be taken for the State.
pub(super) fn post(pen: &Pen<'_>, answer: &Answer, slot: Slot, room: usize) -> String {
    let vocabulary = &answer.register.vocabulary;
    match slot.index().and_then(|place| vocabulary.people.get(place)) {
        Some(person) => names::post_in(person, vocabulary, pen.text, room),
        None => pen.text.tr("nobody").into_owned(),
    }
}

/// Gives the name in at most `room` cells: the user first, and shorter forms for posts of advisers.
fn fitting(pen: &Pen<'_>, answer: &Answer, slot: Slot, room: usize) -> String {
    let name = name(pen, answer, slot);
    if triage::own_slot(answer) == Some(slot) {
        let own = pen.text.tra("people-you", &[("name", Arg::from(name))]);
        return if width(&own) <= room || room >= WIDE { own } else { pen.text.tr("you").into() };
    }
    let person = slot.index();
    let person = person.and_then(|place| answer.register.vocabulary.people.get(place));
    let form = |form| pen.text.short("adviser", &person?.code, form).map(str::to_owned);
    let forms = [Some(name.clone()), form(Form::Short), form(Form::Shortest)];
    let fits = |name: &String| width(name) <= room;
    forms.into_iter().flatten().find(fits).unwrap_or(name)
}

/// From so many cells on, a name says more than that it is that of the person who works.
const WIDE: usize = 20;

/// Draws the pane.
pub(super) fn draw(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    answer: &Answer,
    state: &Triage,
) {
    let theme = &pen.theme;
    let people = triage::people(answer);
    let taken = |count: usize| FIGURES.iter().take(count).map(|(_, wide, _)| wide + 1).sum::<u16>();
    let room = area.width.saturating_sub(1);
    let count = (1..=FIGURES.len()).rev().find(|count| room >= NAME + taken(*count)).unwrap_or(1);
    let figures = &FIGURES[..count];
    let names = room.saturating_sub(taken(count)).min(LONGEST);
    // A wide pane parts the figures more.
    let more = (room.saturating_sub(taken(count) + names) / FIGURES.len() as u16).min(2);
    header(pen, buffer, area, names, figures, more);
    pen.targets.tell(area, Target::Pane(Pane::Own(0)));

    let page = usize::from(area.height.saturating_sub(1)).max(1);
    let shown = pen.app.shown_person();
    let row = people.iter().position(|slot| *slot == shown).unwrap_or(0);
    let top = (row / page * page).min(people.len().saturating_sub(page));
    for (y, &slot) in people.iter().skip(top).take(page).enumerate() {
        let y = y as u16 + 1;
        let here = slot == shown;
        let from_cursor = below(top + usize::from(y) - 1, row);
        pen.targets.tell_line(area, y, Pane::Own(0), from_cursor);
        let active = state.among_people && !pen.app.facets.focused;
        let style = match (here, active) {
            (true, true) => theme.cursor,
            (true, false) => theme.cursor_away,
            _ => theme.plain,
        };
        if here {
            put(buffer, area, 0, y, CURSOR, if active { theme.mark } else { theme.dim });
        }
        let name = padded(&fitting(pen, answer, slot, names.into()), names.into(), false);
        put(buffer, area, 1, y, if here { &name } else { name.trim_end() }, style);
        let load = answer.people.get(slot.entry()).copied().unwrap_or_default();
        let mut x = 1 + names;
        for (place, (_, wide, read)) in figures.iter().enumerate() {
            let value = read(&load);
            let number = if value > 0 { grouped(value.into()) } else { NIL.to_owned() };
            let number = padded(&number, usize::from(wide + more), true);
            let style = match (value, place) {
                (0, _) => theme.dim,
                (_, PRESSING) => theme.word(Tone::High),
                _ => theme.plain,
            };
            put(buffer, area, x + 1, y, &number, style);
            x += wide + more + 1;
        }
        if here && active && pen.app.settings.row == RowMark::Whole {
            whole(buffer, Rect { y: area.y + y, height: 1, ..area }, theme.cursor);
        }
    }
    // If a blank separates the people from the queue, the marks stand in it, beside the numbers.
    let is_blank = buffer.cell((area.right(), area.y)).is_some_and(|cell| cell.symbol() == " ");
    let width = area.width + u16::from(is_blank && area.right() < buffer.area.right());
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), width, ..area };
    put_more(buffer, body, top, people.len(), theme.dim);
}

/// The place of the figure of high needs, which have their hue here too.
const PRESSING: usize = 1;

fn header(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    names: u16,
    figures: &[(&str, u16, Read)],
    more: u16,
) {
    let title = padded(&pen.text.tr("people-title"), names.into(), false);
    put(buffer, area, 1, 0, title.trim_end(), pen.theme.heading);
    let mut x = 1 + names;
    for (head, wide, _) in figures {
        let head = padded(&pen.text.tr(head), usize::from(wide + more), true);
        let blank = head.len() - head.trim_start().len();
        put(buffer, area, x + 1 + blank as u16, 0, head.trim_start(), pen.theme.heading);
        x += wide + more + 1;
    }
}
