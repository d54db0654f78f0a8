//! The pane beside a list: the record of the row under the cursor, in full.

use super::around::{self, wrapped_lines};
use super::assistance;
use super::{need, record, review, state};
use crate::app::place::View;
use crate::app::screens::{reviews, states};
use crate::domain::Coded;
use crate::paint::labels;
use crate::query::register::{NeedRef, Slot};
use crate::query::{Field, name_of_value};
use crate::text::{Arg, Named, grouped};
use crate::ui::Pen;
use crate::ui::bar::bar;
use crate::ui::line::{Line, padded, put, width, wrapped};
use crate::ui::names;
use crate::ui::theme::NIL;
use crate::worker::Answer;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells for a number of needs.
const NUMBER: usize = 7;

/// Draws the pane if it has room.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, view: &View) {
    let Some(answer) = pen.app.answer.as_ref().filter(|_| area.width > 0) else { return };
    for y in 0..area.height {
        put(buffer, area, 0, y, "│", pen.theme.dim);
    }
    let inside = Rect { x: area.x + 2, width: area.width.saturating_sub(3), ..area };
    let room = usize::from(inside.width);
    let lines = match view {
        View::Needs(page) => {
            let Some(need) = page.list.need().and_then(|id| pen.app.need(id)) else { return };
            let lines = of_need(pen, need, room);
            let taken = write(buffer, inside, &lines);
            let below = Rect { y: inside.y + taken, height: inside.height - taken, ..inside };
            around::draw(pen, buffer, below, &around::parts(pen, need, room));
            return;
        }
        View::States(page) => {
            let rows = states::rows(answer, &page.list, pen.text.lang());
            let row = rows.into_iter().find(|row| page.list.current == Some(row.place.into()));
            let Some(row) = row else { return };
            let mut lines = state::facts(pen, answer, row.place, room);
            let numbers = [
                ("head-needs", row.needs),
                ("head-unmet", row.unmet),
                ("head-untriaged", row.untriaged),
            ];
            lines.extend(counted(pen, &numbers));
            lines.extend(chapters(pen, answer, row.chapters, room));
            lines
        }
        View::Reviews(page) => {
            let rows = reviews::rows(answer, &page.list, pen.text.lang());
            let row = rows.into_iter().find(|row| page.list.current == Some(row.place.into()));
            let Some(row) = row else { return };
            let mut lines = review::facts(pen, &answer.register.vocabulary, row.review, room);
            let numbers = [("head-needs", row.needs), ("head-untriaged", row.untriaged)];
            lines.extend(counted(pen, &numbers));
            lines
        }
        View::Assistance(page) => {
            let records = page.records(answer);
            let Some((records, id)) = records.zip(page.shown().current) else { return };
            assistance::lines(pen, answer, &records, id, room)
        }
        View::State(page) => return record::beside(pen, buffer, area, page),
        View::Review(page) => return record::beside(pen, buffer, area, page),
        View::Overview(_)
        | View::Triage(_)
        | View::Figures(_)
        | View::AssistanceRecord(_)
        | View::Need(_)
        | View::History(_)
        | View::News(_)
        | View::Themes(_) => return,
    };
    write(buffer, inside, &lines);
}

/// Writes as many lines as there is room for; gives how many.
fn write(buffer: &mut Buffer, area: Rect, lines: &[Line]) -> u16 {
    let shown = lines.iter().take(area.height.into());
    shown.zip(0..).for_each(|(line, y)| around::write(buffer, area, y, line));
    area.height.min(lines.len() as u16)
}

/// A need: its facts, its text and its decisions, as far as memory or its page holds them.
fn of_need(pen: &Pen<'_>, need: NeedRef<'_>, room: usize) -> Vec<Line> {
    let (text, theme, lang) = (pen.text, &pen.theme, pen.text.lang());
    let args = [("id", Arg::from(need.id().to_string()))];
    let mut lines = vec![vec![(text.tra("need-title", &args), theme.strong)]];
    let mut about = vec![need.state().in_lang(lang).to_owned()];
    about.extend(need.state().region.map(|region| text.value("region", region.code())));
    about.push(need.review().map_or_else(
        || text.value("source", need.source().code()),
        |review| text.value("cycle", review.cycle.code()),
    ));
    lines.extend(wrapped_lines(&about.join(" · "), room, theme.dim));
    for article in need.articles().iter() {
        let slot = Slot::at(article.index()).number();
        let number = Arg::from(article.number().to_string());
        let title = Arg::from(name_of_value(Field::Article, slot, need.vocabulary, lang));
        let name = text.tra("article-with-title", &[("number", number), ("title", title)]);
        lines.extend(wrapped_lines(&name, room, theme.plain));
    }
    lines.push(Line::new());
    let reason = pen.app.register().and_then(|register| register.void_reasons.get(&need.id()));
    if let Some(reason) = reason {
        let said = text.tra("need-void-reason", &[("reason", Arg::from(reason.as_str()))]);
        lines.extend(wrapped_lines(&said, room, theme.caution));
    }
    lines.extend(wrapped_lines(&need.text(), room, theme.plain));
    lines.push(Line::new());
    lines.extend(fields(pen, need, room));
    lines.push(Line::new());
    lines
}

/// The fields of a need, their names padded to the longest.
fn fields(pen: &Pen<'_>, need: NeedRef<'_>, room: usize) -> Vec<Line> {
    let (text, theme, lang) = (pen.text, &pen.theme, pen.text.lang());
    let priority = names::priority(need.priority(), text);
    let response = names::response(need.response(), text, theme.signs);
    let said = |value: &str| vec![(value.to_owned(), theme.plain)];
    let decided = |decided: &names::Decided| {
        vec![
            (decided.sign.to_owned(), theme.tone(decided.tone)),
            (format!(" {}", decided.word), theme.word(decided.tone)),
        ]
    };
    let nobody = || text.tr("nobody").into_owned();
    let person = need.focal_point().map_or_else(nobody, |person| person.in_lang(lang).to_owned());
    let themes: Vec<&str> = need.themes().map(|theme| theme.in_lang(lang)).collect();
    let category = names::or_nil(need.category().map(|category| category.in_lang(lang)));
    let mut fields: Vec<(&str, Line)> = vec![
        ("field-priority", decided(&priority)),
        ("field-response", decided(&response)),
        ("field-horizon", said(&names::horizon(need.horizon(), text))),
        ("field-focal", said(&person)),
        ("field-category", said(&category)),
        ("field-identified", said(&names::or_nil(need.identified()))),
    ];
    if !themes.is_empty() {
        fields.push(("need-themes", said(&themes.join(" · "))));
    }
    let detail = pen.app.detail.as_ref().filter(|detail| detail.id == need.id());
    if let Some(detail) = detail {
        fields.push(("need-document", said(&need::source(pen, detail))));
        let notes = if detail.notes.is_empty() { NIL } else { &detail.notes };
        fields.push(("field-notes", said(notes)));
    }
    let names = fields.iter().map(|(id, _)| width(&text.tr(id))).max().unwrap_or(0);
    let mut lines = Vec::new();
    for (id, value) in fields {
        let name = padded(&text.tr(id), names + 1, false);
        match value.as_slice() {
            [(words, style)] => {
                let parts = wrapped(words.trim_end(), room.saturating_sub(names + 1));
                for (place, part) in parts.into_iter().enumerate() {
                    let name = if place == 0 { name.clone() } else { " ".repeat(names + 1) };
                    lines.push(vec![(name, theme.dim), (part, *style)]);
                }
            }
            _ => lines.push(std::iter::once((name, theme.dim)).chain(value).collect()),
        }
    }
    lines
}

/// Numbers under each other, each behind its name.
fn counted(pen: &Pen<'_>, numbers: &[(&str, u32)]) -> Vec<Line> {
    let (text, theme) = (pen.text, &pen.theme);
    let names = numbers.iter().map(|(id, _)| width(&text.tr(id))).max().unwrap_or(0);
    let line = |(id, number): &(&str, u32)| {
        let shown = if *number > 0 { grouped((*number).into()) } else { NIL.to_owned() };
        let name = padded(&text.tr(id), names, false);
        vec![(name, theme.dim), (padded(&shown, NUMBER, true), theme.plain)]
    };
    std::iter::once(Line::new()).chain(numbers.iter().map(line)).collect()
}

/// The needs of a State by chapter, as bars.
fn chapters(pen: &Pen<'_>, answer: &Answer, counts: [u32; 4], room: usize) -> Vec<Line> {
    let (text, theme) = (pen.text, &pen.theme);
    let most = counts.into_iter().max().unwrap_or(0);
    let slots: Vec<u16> = (1..=counts.len() as u16).collect();
    let vocabulary = &answer.register.vocabulary;
    let least = room.saturating_sub(NUMBER + 10);
    let labels = labels::labels(Field::Chapter, &slots, vocabulary, text, least);
    let wide = labels.iter().map(|label| width(label)).max().unwrap_or(0);
    let line = |(label, count): (&String, u32)| {
        let shown = if count > 0 { grouped(count.into()) } else { NIL.to_owned() };
        vec![
            (padded(label, wide, false), theme.plain),
            (padded(&shown, NUMBER, true), theme.plain),
            (
                format!(" {}", bar(theme, count, most, room.saturating_sub(wide + NUMBER + 1))),
                theme.bar,
            ),
        ]
    };
    let heading = text.tr(&crate::app::charts::title_id(Field::Chapter)).into_owned();
    let mut lines = vec![Line::new(), vec![(heading, theme.heading)]];
    lines.extend(labels.iter().zip(counts).map(line));
    lines
}
