//! The page of one need, and its short form under the triage queue.

use crate::app::command;
use crate::app::place::NeedPage;
use crate::domain::Coded;
use crate::query::register::NeedRef;
use crate::query::{hits, slot_label};
use crate::store::LogEntry;
use crate::text::Arg;
use crate::ui::Pen;
use crate::ui::line::{padded, put, put_hits, width, wrapped};
use crate::ui::names;
use crate::ui::theme::NIL;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// A line of the page: pieces side by side, or a line of the text with what a search found.
type Line = Vec<(String, Style)>;

/// Draws the page.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, page: &NeedPage) {
    let Some(need) = pen.app.need(page.id) else {
        put(buffer, area, 2, 2, &pen.text.tr("need-gone"), pen.theme.strong);
        return;
    };
    let inside = Rect::new(area.x + 1, area.y, area.width.saturating_sub(2), area.height);
    let lines = lines(pen, need, inside.width.into());
    let last = lines.len().saturating_sub(usize::from(inside.height));
    for (y, line) in lines.iter().skip(page.scroll.min(last)).enumerate() {
        write(buffer, inside, y as u16, line);
    }
}

/// The need in a few lines: what it is, what it says, where it stands.
pub(in crate::ui) fn summary(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, need: NeedRef<'_>) {
    let mut lines = vec![title(pen, need)];
    lines.extend(text(pen, need, area.width.into()));
    lines.push(Line::new());
    lines.push(decided(pen, need));
    lines.extend(fields_lines(pen, fact_fields(pen, need), area.width.into()));
    for (y, line) in lines.iter().take(usize::from(area.height)).enumerate() {
        write(buffer, area, y as u16, line);
    }
    if let Some(answer) = &pen.app.answer {
        let found = hits(need.text(), &answer.plan);
        if !found.is_empty() && width(need.text()) <= usize::from(area.width) {
            put_hits(buffer, area, (0, 1), need.text(), need.text(), &found, pen.theme.hit);
        }
    }
}

fn write(buffer: &mut Buffer, area: Rect, y: u16, line: &Line) {
    let mut x = 0;
    for (piece, style) in line {
        x += put(buffer, area, x, y, piece, *style);
    }
}

fn title(pen: &Pen<'_>, need: NeedRef<'_>) -> Line {
    let (text, lang) = (pen.text, pen.text.lang());
    let review = need.review();
    let args = [("id", Arg::from(need.id().to_string()))];
    let about = format!(
        "  {} · {} · {} {}",
        names::state(need.state(), lang),
        text.value("cycle", review.cycle.code()),
        text.tr("head-articles"),
        names::articles(need.articles()),
    );
    vec![(text.tra("need-title", &args), pen.theme.strong), (about, pen.theme.plain)]
}

fn text(pen: &Pen<'_>, need: NeedRef<'_>, room: usize) -> Vec<Line> {
    wrapped(need.text(), room).into_iter().map(|line| vec![(line, pen.theme.plain)]).collect()
}

fn lines(pen: &Pen<'_>, need: NeedRef<'_>, room: usize) -> Vec<Line> {
    let (theme, words) = (&pen.theme, pen.text);
    let mut lines = vec![title(pen, need), Line::new()];
    lines.extend(text(pen, need, room.min(100)));
    lines.push(Line::new());
    let detail = pen.app.detail.as_ref().filter(|detail| detail.id == need.id());
    let mut fields = triage_fields(pen, need);
    let notes = detail.map_or_else(|| words.tr("need-loading").into_owned(), |d| d.notes.clone());
    let notes = if notes.is_empty() { NIL.to_owned() } else { notes };
    fields.push(("need-notes", Some("triage.notes"), notes, theme.plain));
    fields.extend(fact_fields(pen, need));
    if let Some(detail) = detail {
        let paragraph = match detail.paragraph.as_str() {
            "" => String::new(),
            paragraph => words.tra("need-paragraph", &[("paragraph", Arg::from(paragraph))]),
        };
        let source = format!("{} {paragraph}", detail.document);
        fields.push(("need-document", None, source, theme.plain));
    }
    for activity in need.activities() {
        let name = format!("{} {}", activity.code, activity.description);
        fields.push(("need-activities", None, name, theme.plain));
    }
    lines.extend(fields_lines(pen, fields, room));
    lines.push(Line::new());
    lines.push(vec![(words.tr("need-history").into_owned(), theme.strong)]);
    match detail.map(|detail| detail.history.as_slice()) {
        None => {}
        Some([]) => lines.push(vec![(words.tr("need-no-history").into_owned(), theme.dim)]),
        Some(history) => lines.extend(history.iter().map(|entry| change(pen, entry))),
    }
    lines
}

/// What triage sets, each with its key.
fn triage_fields(pen: &Pen<'_>, need: NeedRef<'_>) -> Vec<Field> {
    let (text, theme) = (pen.text, &pen.theme);
    let (priority, priority_style) = names::priority(need.priority(), text, theme);
    let (response, response_style) = names::response(need.response(), text, theme);
    let horizon = names::horizon(need.horizon(), text);
    let focal = names::focal(need, text.lang());
    vec![
        ("head-priority", Some("triage.priority"), priority, priority_style),
        ("head-response", Some("triage.response"), response, response_style),
        ("head-horizon", Some("triage.horizon"), horizon, theme.plain),
        ("head-focal", Some("triage.focal"), focal, theme.plain),
    ]
}

/// What triage has set, on one line.
fn decided(pen: &Pen<'_>, need: NeedRef<'_>) -> Line {
    let mut line = Line::new();
    for (id, command, value, style) in triage_fields(pen, need) {
        let key = command.and_then(|command| key(pen, command)).unwrap_or_default();
        line.push((format!("{key} "), pen.theme.key));
        line.push((format!("{} ", pen.text.tr(id)), pen.theme.dim));
        line.push((format!("{value}   "), style));
    }
    line
}

/// The key of a command, as it is shown.
fn key(pen: &Pen<'_>, id: &str) -> Option<String> {
    let command = command::by_id(id)?;
    pen.app.settings.keymap.keys(command).first().map(ToString::to_string)
}

/// What the need is, as far as memory holds it.
fn fact_fields(pen: &Pen<'_>, need: NeedRef<'_>) -> Vec<Field> {
    let (text, theme, lang) = (pen.text, &pen.theme, pen.text.lang());
    let category = need.category().map(|category| names::category(category, lang));
    let mut fields = vec![("head-category", None, names::or_nil(category), theme.plain)];
    for article in need.articles().iter() {
        let slot = article.index() as u16 + 1;
        let name = slot_label(crate::query::Field::Article, slot, need.vocabulary, lang);
        fields.push(("need-articles", None, name, theme.plain));
    }
    let themes: Vec<&str> = need.themes().map(|theme| names::theme(theme, lang)).collect();
    if !themes.is_empty() {
        fields.push(("need-themes", None, themes.join(" · "), theme.plain));
    }
    let reached = need.review().reached().map(|step| text.value("review", step.code()));
    fields.push(("need-review", None, names::or_nil(reached), theme.plain));
    fields.push(("head-identified", None, names::or_nil(need.identified()), theme.plain));
    fields
}

type Field = (&'static str, Option<&'static str>, String, Style);

/// Fields under each other: the key that sets it, the name, the value over as many lines as it takes.
fn fields_lines(pen: &Pen<'_>, fields: Vec<Field>, room: usize) -> Vec<Line> {
    let names = fields.iter().map(|(id, ..)| width(&pen.text.tr(id))).max().unwrap_or(0);
    let mut lines = Vec::new();
    let mut before = "";
    for (id, command, value, style) in fields {
        let key = command.and_then(|command| key(pen, command)).unwrap_or_default();
        // a field of several values is named once
        let name = if id == before { String::new() } else { pen.text.tr(id).into_owned() };
        before = id;
        let indent = names + 5;
        for (place, part) in wrapped(&value, room.saturating_sub(indent).min(90)).iter().enumerate()
        {
            let (key, name) = if place == 0 { (key.as_str(), name.as_str()) } else { ("", "") };
            lines.push(vec![
                (padded(key, 2, false), pen.theme.key),
                (padded(name, names + 3, false), pen.theme.dim),
                (part.clone(), style),
            ]);
        }
    }
    lines
}

fn change(pen: &Pen<'_>, entry: &LogEntry) -> Line {
    let text = format!(
        "{}  {}  {}: {} → {}{}",
        super::history::minute(entry),
        super::history::who(pen, entry),
        super::history::field(pen, entry),
        super::history::value(pen, entry, entry.before.as_deref()),
        super::history::value(pen, entry, entry.after.as_deref()),
        if entry.undoes.is_some() {
            format!(" ({})", pen.text.tr("need-undone"))
        } else {
            String::new()
        },
    );
    vec![(text, pen.theme.plain)]
}
