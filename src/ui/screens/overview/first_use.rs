//! Lines below the charts for those who begin: keys to begin with for a person who uses the program with this register
//! for the first time, and in a register without needs what to record first. Each step goes when it is done.

use crate::text::Arg;
use crate::ui::Pen;
use crate::ui::line::{put, width, wrapped};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// From so many rows of the overview on there is room for them.
const ROOM: u16 = 18;

/// The lines: their title, and keys with what each does.
struct Lines {
    title: String,
    keys: Vec<(String, String)>,
    /// A key behind the last line, with its words.
    behind: Option<(String, String)>,
}

/// The part of the overview that the charts have: all but the lines, where they are shown.
pub(super) fn charts(pen: &Pen<'_>, area: Rect) -> Rect {
    let lines = lines(pen).filter(|_| area.height >= ROOM);
    let high = lines.map_or(0, |lines| lines.keys.len() as u16);
    Rect { height: area.height - high, ..area }
}

/// Draws the lines below the charts, where they are shown.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect) {
    let first = charts(pen, area).height;
    let Some(lines) = lines(pen).filter(|_| first < area.height) else { return };
    let at = 1 + width(&lines.title) as u16 + 2;
    let wide = lines.keys.iter().map(|(key, _)| width(key)).max().unwrap_or(0) as u16;
    put(buffer, area, 1, first, &lines.title, pen.theme.heading);
    let (x, last) = (at + wide + 2, lines.keys.len() - 1);
    for (y, (place, (key, words))) in (first..).zip(lines.keys.iter().enumerate()) {
        put(buffer, area, at, y, key, pen.theme.key);
        let end = put(buffer, area, x, y, words, pen.theme.plain);
        if let Some((key, words)) = lines.behind.as_ref().filter(|_| place == last) {
            let x = x + end + 4;
            let end = put(buffer, area, x, y, key, pen.theme.key);
            put(buffer, area, x + end + 2, y, words, pen.theme.plain);
        }
    }
}

fn lines(pen: &Pen<'_>) -> Option<Lines> {
    first_records(pen).or_else(|| pen.app.newcomer.then(|| first_keys(pen)))
}

/// The name of a command's key.
fn key_of(pen: &Pen<'_>, id: &str) -> String {
    pen.app.key_of(id).map(|key| key.name(pen.text)).unwrap_or_default()
}

/// The keys for a person who is new here.
fn first_keys(pen: &Pen<'_>) -> Lines {
    let text = pen.text;
    let word = format!("{} {}", key_of(pen, "filter.edit"), text.tr("first-use-example"));
    let keys = [
        (key_of(pen, "filter.chapter-5"), "first-use-chapter"),
        (word, "first-use-word"),
        (key_of(pen, "screen.triage"), "first-use-triage"),
    ];
    let tour = format!("{} {}", key_of(pen, "palette"), text.tr("first-use-tour-word"));
    Lines {
        title: text.tr("first-use-title").into_owned(),
        keys: keys.map(|(key, words)| (key, text.tr(words).into_owned())).into(),
        behind: Some((tour, text.tr("first-use-tour").into_owned())),
    }
}

/// What is recorded first in a register without needs: a person, a review, its needs; `None` where they are there or
/// cannot be recorded.
fn first_records(pen: &Pen<'_>) -> Option<Lines> {
    let (app, text) = (pen.app, pen.text);
    let register = app.register().filter(|register| register.is_empty())?;
    if app.is_reading() || app.shows_void() || app.can_record().is_err() {
        return None;
    }
    let vocabulary = &register.vocabulary;
    // The posts of focal points, advisers and the Secretariat come with the reference facts.
    let who = &app.settings.who;
    let is_known = vocabulary.people.iter().any(|person| person.code == *who);
    let person = format!("{} {}", key_of(pen, "palette"), text.tr("command-record-new-person"));
    let reviews = key_of(pen, "screen.reviews");
    let review = format!("{reviews} {}", key_of(pen, "record.new"));
    let needs = format!("{reviews} {}", key_of(pen, "record.sitting"));
    let steps = [
        (!is_known && !who.is_empty(), person, "first-record-person"),
        (vocabulary.reviews.is_empty(), review, "first-record-review"),
        (true, needs, "first-record-needs"),
    ];
    let own = [("who", Arg::from(who.as_str()))];
    let undone = steps.into_iter().filter(|(is_next, ..)| *is_next);
    Some(Lines {
        title: text.tr("first-record-title").into_owned(),
        keys: undone.map(|(_, key, words)| (key, text.tra(words, &own))).collect(),
        behind: None,
    })
}

/// Says in an empty list of a register without such records how the first one is recorded.
pub(in crate::ui) fn in_list(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, id: &str) {
    if pen.app.can_record().is_err() || !pen.app.place().filter.is_empty() {
        return;
    }
    let args = [
        ("new", Arg::from(key_of(pen, "record.new"))),
        ("reviews", Arg::from(key_of(pen, "screen.reviews"))),
        ("needs", Arg::from(key_of(pen, "record.sitting"))),
    ];
    let room = usize::from(area.width.saturating_sub(3));
    for (y, line) in (4..).zip(wrapped(&pen.text.tra(id, &args), room)) {
        put(buffer, area, 2, y, &line, pen.theme.plain);
    }
}
