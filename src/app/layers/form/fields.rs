//! Draws the fields of a form in rows: name, typed words and offer; below them the problem and the values of others.

use super::alike;
use super::columns::{Columns, most_rows};
use super::record_form::RecordForm;
use crate::app::App;
use crate::app::state::form::Form;
use crate::app::state::form::field::{FieldInput, FormField};
use crate::fields::{FieldValue, Referred};
use crate::paint::Canvas;
use crate::paint::line::{shortened, skipped, width, wrapped};
use crate::paint::theme::{CURSOR, NIL};
use crate::paint::{names, values};
use crate::text::{Arg, Text, capital};
use ratatui::layout::{Position, Rect};

/// The mark of a field that differs from the register, and of one that a new record must have a value of.
const DIFFERS: &str = "*";
const LACKS: &str = "!";

/// The most rows of a text without the cursor, and of another user's value.
const AWAY: usize = 3;

/// The rows of a field.
struct Rows {
    /// The number of rows of the typed words.
    words: usize,
    /// The lines below the typed words: the problem (true), then the value of another user (false).
    below: Vec<(String, bool)>,
}

impl Rows {
    fn of(open: &RecordForm, place: usize, app: &App, columns: Columns, most: usize) -> Self {
        let own = &open.form.fields[place];
        let room = usize::from(columns.words());
        let words = match &own.input {
            FieldInput::Lines(editor) => {
                let most = if place == open.form.at { most } else { AWAY };
                editor.rows(room).len().clamp(1, most)
            }
            _ => 1,
        };
        let mut below: Vec<(String, bool)> = Vec::new();
        let problem = own.problem.as_ref().map(|problem| format!("✗ {}", app.text().say(problem)));
        below.extend(problem.iter().flat_map(|said| wrapped(said, room)).map(|line| (line, true)));
        if let Some(theirs) = &own.theirs {
            let said = said_of_theirs(theirs, app);
            let mut lines = wrapped(&said, room);
            if lines.len() > AWAY {
                let rest = lines.split_off(AWAY - 1).join(" ");
                lines.push(shortened(&rest, room));
            }
            below.extend(lines.into_iter().map(|line| (line, false)));
        }
        Self { words, below }
    }

    fn count(&self) -> usize {
        self.words + self.below.len()
    }
}

/// Gives the line about another user's value of the field: the writer, the time and the words.
fn said_of_theirs(theirs: &crate::app::state::form::field::Theirs, app: &App) -> String {
    let by = values::person(app.vocabulary(), &theirs.by, app.text());
    let words = if theirs.words.is_empty() { NIL } else { &theirs.words };
    let args =
        [("by", Arg::from(by)), ("at", Arg::from(theirs.at.minute())), ("words", Arg::from(words))];
    app.text().tra("form-theirs", &args)
}

/// Draws the fields around the cursor, as many as have room, and the lines below them. Gives the position of the
/// terminal's cursor.
pub(super) fn draw(
    open: &RecordForm,
    app: &App,
    canvas: &mut Canvas<'_>,
    area: Rect,
) -> Option<Position> {
    let form = &open.form;
    let columns = Columns::of(form, area.width, canvas.text);
    let most = usize::from(most_rows(canvas.size.1));
    let rows: Vec<Rows> =
        (0..form.fields.len()).map(|place| Rows::of(open, place, app, columns, most)).collect();
    let total: usize = rows.iter().map(Rows::count).sum();
    let below = alike::lines(open, app, canvas.text);
    let area = draw_below(&below, canvas, area, total);
    let page = usize::from(area.height).max(1);
    let before: usize = rows.iter().take(form.at).map(Rows::count).sum();
    let end = before + rows.get(form.at).map_or(1, Rows::count);
    let top = top_of(before, end, page, total);
    let mut cursor = None;
    let mut y = 0;
    for (place, of) in rows.iter().enumerate() {
        let from = y;
        y += of.count();
        if y <= top || from >= top + page {
            continue;
        }
        let own = &form.fields[place];
        let line = |at: usize| {
            let row = (from + at).checked_sub(top)?;
            let y = area.y + u16::try_from(row).ok()?;
            (y < area.bottom()).then_some(Rect { y, height: 1, ..area })
        };
        let here = place == form.at && !open.is_beside_fields();
        if let Some(first) = line(0) {
            canvas.tell_row(first, 0, place, form.at);
            draw_name((own, form.lacks(place)), here, canvas, first, columns);
        }
        let found = draw_words(open, place, app, canvas, columns, of.words, &line);
        cursor = cursor.or(found.filter(|_| here));
        for (at, (said, is_bad)) in of.below.iter().enumerate() {
            if let Some(area) = line(of.words + at) {
                let style = if *is_bad { canvas.theme.bad } else { canvas.theme.caution };
                canvas.put(area, columns.at(), 0, said, style);
            }
        }
    }
    canvas.put_more(area, top, total);
    cursor
}

/// Gives the first row shown: the page turns by halves as soon as the current field leaves it.
fn top_of(before: usize, end: usize, page: usize, total: usize) -> usize {
    if total <= page {
        return 0;
    }
    let half = (page / 2).max(1);
    let behind = end.saturating_sub(page).div_ceil(half) * half;
    behind.min(before).min(total - page)
}

/// Draws the lines under the fields: proposals and similar needs. They get the rows that the fields leave, at least a
/// quarter of the form. Gives the area left to the fields.
fn draw_below(lines: &[(String, bool)], canvas: &mut Canvas<'_>, area: Rect, total: usize) -> Rect {
    let free = usize::from(area.height).saturating_sub(total + 1);
    let rows = lines.len().min(free.max(usize::from(area.height) / 4)) as u16;
    let height = area.height - rows;
    let (first, room) = (area.y + height, usize::from(area.width.saturating_sub(2)));
    for (y, (said, is_heading)) in (first..area.bottom()).zip(lines) {
        let style = if *is_heading { canvas.theme.heading } else { canvas.theme.plain };
        canvas.put(Rect { y, height: 1, ..area }, 1, 0, &shortened(said, room), style);
    }
    Rect { height, ..area }
}

fn draw_name(
    (own, lacks): (&FormField, bool),
    here: bool,
    canvas: &mut Canvas<'_>,
    area: Rect,
    columns: Columns,
) {
    if here {
        canvas.put(area, 0, 0, CURSOR, canvas.theme.mark);
    }
    if own.differs() {
        canvas.put(area, 1, 0, DIFFERS, canvas.theme.caution);
    } else if lacks {
        canvas.put(area, 1, 0, LACKS, canvas.theme.dim);
    }
    let name = capital(&own.field.in_words(canvas.text));
    let style = if here { canvas.theme.strong } else { canvas.theme.plain };
    canvas.put(area, 2, 0, &shortened(&name, columns.names()), style);
}

/// Draws the typed words. Gives the position of the terminal's cursor.
fn draw_words(
    open: &RecordForm,
    place: usize,
    app: &App,
    canvas: &mut Canvas<'_>,
    columns: Columns,
    rows: usize,
    line: &dyn Fn(usize) -> Option<Rect>,
) -> Option<Position> {
    let own = &open.form.fields[place];
    let here = place == open.form.at && !open.is_beside_fields();
    let (x, room) = (columns.at(), usize::from(columns.words()));
    match &own.input {
        FieldInput::Line(input) => {
            let area = line(0)?;
            let scroll = if here { input.visual_scroll(room) } else { 0 };
            let shown = skipped(input.value(), scroll);
            let said = if shown.is_empty() && !here { NIL } else { shown };
            let style = if said == NIL { canvas.theme.dim } else { canvas.theme.plain };
            let taken = canvas.put(area, x, 0, said, style);
            draw_hint(open, place, app, canvas, area, x + taken + 1);
            let column = input.visual_cursor().saturating_sub(scroll) as u16;
            Some(Position::new(area.x + (x + column).min(area.width - 1), area.y))
        }
        FieldInput::Lines(editor) => {
            let lines = editor.rows(room);
            let (row, column) = editor.cursor(&lines, room);
            let top = if here { (row + 1).saturating_sub(rows) } else { 0 };
            for at in 0..rows {
                let Some(area) = line(at) else { continue };
                let range = lines.get(top + at).cloned().unwrap_or(0..0);
                let words = editor.text().get(range).unwrap_or("").trim_end();
                let goes_on = at + 1 == rows && top + rows < lines.len();
                let nil = editor.text().is_empty() && !here;
                let (words, style) = match (nil, goes_on) {
                    (true, _) => (NIL.to_owned(), canvas.theme.dim),
                    (_, true) if !here => {
                        (shortened(&format!("{words} …"), room), canvas.theme.plain)
                    }
                    _ => (words.to_owned(), canvas.theme.plain),
                };
                let taken = canvas.put(area, x, 0, &words, style);
                if at == 0 {
                    draw_hint(open, place, app, canvas, area, x + taken + 1);
                }
            }
            let area = line(row - top.min(row))?;
            Some(Position::new(area.x + (x + column as u16).min(area.width - 1), area.y))
        }
        FieldInput::Choice(codes, chosen) => {
            let area = line(0)?;
            draw_choice(own, codes, *chosen, canvas, area, columns)
        }
    }
}

/// Draws all values of a closed list, the chosen one marked; only that one if they have no room.
fn draw_choice(
    own: &FormField,
    codes: &[&'static str],
    chosen: Option<usize>,
    canvas: &mut Canvas<'_>,
    area: Rect,
    columns: Columns,
) -> Option<Position> {
    let text = canvas.text;
    let mut all: Vec<String> =
        codes.iter().map(|code| capital(&own.choice_in_words(code, text))).collect();
    all.push(NIL.to_owned());
    let at = chosen.unwrap_or(codes.len());
    let wide: usize = all.iter().map(|name| width(name) + 6).sum();
    let mut x = columns.at();
    if wide > usize::from(columns.words()) {
        let words = &all[at];
        canvas.put(area, x, 0, words, canvas.theme.plain);
        let right = Rect { width: area.width.saturating_sub(1), ..area };
        canvas.put_right(right, 0, &text.tr("form-space-opens"), canvas.theme.dim);
        return Some(Position::new(area.x + x, area.y));
    }
    let mut cursor = None;
    for (place, name) in all.iter().enumerate() {
        let is_it = place == at;
        let mark = if is_it { "(•) " } else { "( ) " };
        let style = if is_it { canvas.theme.strong } else { canvas.theme.dim };
        if is_it {
            cursor = Some(Position::new(area.x + x + 1, area.y));
        }
        x += canvas.put(area, x, 0, mark, style);
        x += canvas.put(area, x, 0, name, style) + 2;
    }
    cursor
}

/// Draws the offer for the typed words or, at the right edge, the hint of the field.
fn draw_hint(
    open: &RecordForm,
    place: usize,
    app: &App,
    canvas: &mut Canvas<'_>,
    area: Rect,
    from: u16,
) {
    let right = Rect { width: area.width.saturating_sub(1), ..area };
    let room = usize::from(right.width.saturating_sub(from + 2));
    if let (true, Some(known)) = (place == open.form.at, app.known())
        && let Some((_, offer)) = open.form.offer(known)
    {
        let key = app.key_of("form.next").map(|key| key.name(canvas.text)).unwrap_or_default();
        let offer = shortened(&offer.label, room.saturating_sub(width(&key) + 3));
        if !offer.is_empty() {
            let edge = canvas.put_right(right, 0, &key, canvas.theme.key);
            let before = Rect { width: edge.saturating_sub(3), ..area };
            canvas.put_right(before, 0, &offer, canvas.theme.dim);
        }
        return;
    }
    let own = &open.form.fields[place];
    let here = place == open.form.at;
    let proposed = app
        .vocabulary()
        .filter(|_| here)
        .and_then(|vocabulary| open.form.proposed(place, vocabulary, canvas.text.lang()));
    let hint = match proposed {
        Some(proposed) => {
            let said = |label: String| {
                canvas.text.tra("form-space-takes", &[("proposed", Arg::from(label))])
            };
            let rest = width(&said(String::new()));
            said(shortened(&proposed.label, room.saturating_sub(rest)))
        }
        None => hint(&open.form, own, here, app, canvas.text),
    };
    if width(&hint) <= room {
        canvas.put_right(right, 0, &hint, canvas.theme.dim);
    }
}

/// Gives the hint of a field: the likely person, or the key that opens its list; may be empty.
fn hint(form: &Form, own: &FormField, here: bool, app: &App, text: &Text) -> String {
    let is_empty = own.typed().is_empty();
    let of_person = own.field.stored().referred().contains(&Referred::PERSON);
    if let (true, true, Some(vocabulary)) = (is_empty, of_person, app.vocabulary())
        && let Some(person) = form.likely(vocabulary)
        && let Some(person) = vocabulary.people.get(usize::from(person))
    {
        let name = names::person_short(person, vocabulary, text);
        return text.tra("form-likely", &[("person", Arg::from(name))]);
    }
    if own.field.code() == "identified"
        && let Some(day) = app.vocabulary().and_then(|vocabulary| form.day_of_source(vocabulary))
    {
        return text.tra("form-day-of-source", &[("day", Arg::from(day.to_string()))]);
    }
    let guess = match own.field.code() {
        "language" => Some("form-guessed"),
        "text" if here => Some("form-text-in"),
        _ => None,
    };
    let language = guess.map_or("", |_| form.language_guess());
    if let (Some(id), false) = (guess, language.is_empty()) {
        return text.tra(id, &[("language", Arg::from(language))]);
    }
    match own.field.value() {
        FieldValue::References | FieldValue::Lines | FieldValue::Keys if here => {
            text.tr("form-several").into_owned()
        }
        _ if here && is_empty && form.has_list(own) => text.tr("form-space-opens").into_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_turns_by_halves_and_shows_the_field_under_the_cursor() {
        assert_eq!(top_of(3, 4, 20, 20), 0, "all fit");
        assert_eq!(top_of(3, 4, 20, 30), 0);
        assert_eq!(top_of(20, 21, 20, 30), 10);
        for at in 0..30 {
            let top = top_of(at, at + 1, 20, 30);
            assert!(top <= at && at < top + 20 && top <= 10, "{at}: {top}");
        }
        // a text that is longer than the page begins on its first line
        assert_eq!(top_of(2, 40, 20, 60), 2);
    }
}
