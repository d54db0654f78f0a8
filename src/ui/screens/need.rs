//! One need in lines: what its page says of it, and its short form under the triage queue.

use super::around::{self, write};
use super::decisions::{self, key};
use crate::app::context::KeyContext;
use crate::app::layers::comments;
use crate::columns::needs::{self, NeedRow};
use crate::columns::reader::Reader;
use crate::domain::{Coded, NeedNumber};
use crate::query::register::{NeedRef, Slot};
use crate::query::{label_of_value, search_hits};
use crate::store::NeedDetail;
use crate::text::{Arg, Named};
use crate::ui::Pen;
use crate::ui::line::{Line, padded, put_hits, width, wrapped};
use crate::ui::names;
use crate::ui::theme::{DUPLICATE, NIL, OPEN, VOID};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::borrow::Cow;

/// So many of the needs that repeat another are named.
const REPEATED: usize = 5;

/// Columns that stay empty at the right of a need in full.
pub(super) const MARGIN: u16 = 1;

/// The need in a few lines: what it is, what it says, where it stands.
/// `under` stays in sight: the text gives way to it. `besides` goes for a text that would be cut
/// for it.
pub(super) fn summary(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    need: NeedRef<'_>,
    under: &[Line],
    besides: Option<Line>,
) {
    let height = usize::from(area.height);
    let area = Rect { width: area.width.saturating_sub(MARGIN), ..area };
    let mut said = text(pen, need, area.width.into());
    let room = |under: &[Line]| height.saturating_sub(1 + under.len()).max(1);
    let with_all: Vec<Line> = under.iter().cloned().chain(besides).collect();
    let under = if said.len() == room(under) { under } else { &with_all };
    let room = room(under);
    if said.len() > room {
        said.truncate(room);
        if let Some((last, _)) = said.last_mut().and_then(|line| line.last_mut()) {
            last.push('…');
        }
    }
    let mut lines = vec![title(pen, need)];
    lines.extend(said);
    if lines.len() + under.len() < height {
        lines.push(Line::new());
    }
    lines.extend(under.iter().cloned());
    if lines.len() + 1 < height {
        lines.push(Line::new());
        lines.extend(fields_lines(pen, fact_fields(pen, need), area.width.into()));
    }
    for (y, line) in lines.iter().take(height).enumerate() {
        write(buffer, area, y as u16, line);
        decisions::tell(pen, area, y as u16, line);
    }
    if let Some(answer) = &pen.app.answer {
        let said = need.text();
        let found = search_hits(&said, &answer.plan);
        let on_one_line = !said.contains('\n') && width(&said) <= usize::from(area.width);
        if !found.is_empty() && on_one_line {
            put_hits(buffer, area, (0, 1), &said, &said, &found, pen.theme.hit);
        }
    }
}

fn title(pen: &Pen<'_>, need: NeedRef<'_>) -> Line {
    let (text, lang) = (pen.text, pen.text.lang());
    let args = [("id", Arg::from(need.id().to_string()))];
    let numbers = names::articles(need.articles(), text);
    let about = format!(
        "  {} · {} · {}",
        need.state().in_lang(lang),
        need.review().map_or_else(
            || text.value("source", need.source().code()),
            |review| text.value("cycle", review.cycle.code()),
        ),
        if need.articles().is_empty() && need.articles().chapters_alone().next().is_some() {
            text.tra("chapters-numbered", &[("numbers", Arg::from(numbers))])
        } else if need.articles().is_empty() {
            format!("{} {numbers}", text.tr("head-articles"))
        } else {
            text.tra("articles-numbered", &[("numbers", Arg::from(numbers))])
        },
    );
    let mut line =
        vec![(text.tra("need-title", &args), pen.theme.strong), (about, pen.theme.plain)];
    let named = |who: &str| {
        if who == pen.app.settings.who {
            // At another terminal, or in a program that was killed less than a minute ago.
            return text.tr("need-open-by-you").into_owned();
        }
        super::history::person(pen, who)
    };
    let others: Vec<String> = pen.app.also_open(need.id()).map(named).collect();
    if !others.is_empty() {
        let also = text.tra("need-also-open", &[("who", others.into_iter().collect())]);
        line.push((format!("  {OPEN} {also}"), pen.theme.caution));
    }
    let detail = pen.app.detail.as_ref().filter(|detail| detail.id == need.id());
    let repeated_by = detail.map(|detail| &detail.repeated_by);
    if let Some(repeated_by) = repeated_by.filter(|ids| !ids.is_empty()) {
        let more = (repeated_by.len() > REPEATED).then(|| "…".to_owned());
        let ids = repeated_by.iter().take(REPEATED).map(NeedNumber::to_string).chain(more);
        let args = [("ids", ids.collect())];
        let said = format!("  {DUPLICATE} {}", text.tra("need-repeated", &args));
        line.push((said, pen.theme.caution));
    }
    if let Some(other) = need.duplicate_of() {
        let args = [("id", Arg::from(other.to_string()))];
        line.push((
            format!("  {DUPLICATE} {}", text.tra("need-duplicate", &args)),
            pen.theme.caution,
        ));
    }
    line
}

/// When and why a void need was taken out, or the need that it became a part of.
fn fate(pen: &Pen<'_>, detail: &NeedDetail) -> String {
    let text = pen.text;
    let Some(voided) = &detail.voided else { return text.value("is", "void") };
    let args = [
        ("by", Arg::from(super::history::person(pen, &voided.who))),
        ("at", Arg::from(voided.at.day().to_string())),
        ("reason", Arg::from(voided.reason.as_str())),
        ("into", Arg::from(detail.merged_into.map(|into| into.to_string()).unwrap_or_default())),
    ];
    text.tra(if detail.merged_into.is_some() { "need-merged" } else { "need-void" }, &args)
}

fn text(pen: &Pen<'_>, need: NeedRef<'_>, room: usize) -> Vec<Line> {
    wrapped(&need.text(), room).into_iter().map(|line| vec![(line, pen.theme.strong)]).collect()
}

/// Gives the facts of the need in lines of so many cells.
pub(super) fn lines(pen: &Pen<'_>, need: NeedRef<'_>, room: usize) -> Vec<Line> {
    let (theme, words) = (&pen.theme, pen.text);
    let mut lines = vec![title(pen, need), Line::new()];
    let detail = pen.app.detail.as_ref().filter(|detail| detail.id == need.id());
    if let Some(detail) = detail.filter(|_| pen.app.shows_void()) {
        let fate = format!("{VOID} {}", fate(pen, detail));
        lines.extend(wrapped(&fate, room).into_iter().map(|line| vec![(line, theme.caution)]));
        lines.push(Line::new());
    }
    lines.extend(text(pen, need, room));
    lines.push(Line::new());
    lines.extend(decisions::page(pen, need, fields_width(pen), room));
    let notes = detail.map_or_else(|| words.tr("need-loading").into_owned(), |d| d.notes.clone());
    let notes = if notes.is_empty() { NIL.to_owned() } else { notes };
    let notes = match pen.app.drafts.get(need.id()) {
        Some(draft) => {
            let text = draft.text.lines().next().unwrap_or_default();
            format!("{notes}\n{}", words.tra("need-draft", &[("text", Arg::from(text))]))
        }
        None => notes,
    };
    let mut fields = vec![("field-notes".into(), Some("triage.notes"), notes, theme.plain)];
    fields.extend(fact_fields(pen, need));
    if let Some(detail) = detail {
        fields.push(("need-document".into(), None, source(pen, detail), theme.plain));
        for words in &detail.recommendations {
            fields.push(("field-recommendation".into(), None, words.clone(), theme.plain));
        }
        let origin = words.value("origin", detail.origin.code());
        fields.push(("need-origin".into(), None, origin, theme.plain));
    }
    lines.extend(fields_lines(pen, fields, room));
    let comments = pen.app.comments_on(need.id());
    if !comments.is_empty() {
        let args = [("count", Arg::from(comments.len()))];
        lines.push(Line::new());
        lines.push(vec![(words.tra("need-comments", &args), theme.strong)]);
        let said = comments.iter().flat_map(|one| comments::lines(pen.app, one, room));
        lines.extend(said.map(|line| vec![(line, theme.plain)]));
    }
    lines
}

/// Gives the lines with the need's UUID, which stand below all else, since it is only copied now and then.
pub(super) fn identity(pen: &Pen<'_>, need: NeedRef<'_>, room: usize) -> Vec<Line> {
    let detail = pen.app.detail.as_ref().filter(|detail| detail.id == need.id());
    let uuid = detail.map(|detail| &detail.uuid).filter(|uuid| !uuid.is_empty());
    let field = |uuid: &String| ("need-uuid".into(), None, uuid.clone(), pen.theme.dim);
    let fields = |uuid| fields_lines(pen, vec![field(uuid)], room);
    uuid.map(fields).map_or_else(Vec::new, |lines| [vec![Line::new()], lines].concat())
}

/// The document that a need stands in, and where in it.
pub(super) fn source(pen: &Pen<'_>, detail: &NeedDetail) -> String {
    let document = names::document(&detail.document, pen.text);
    match detail.paragraph.as_str() {
        "" => document.into_owned(),
        paragraph => {
            let args = [("document", document.as_ref().into()), ("paragraph", paragraph.into())];
            pen.text.tra("source-paragraph", &args)
        }
    }
}

/// The facts of the need that are in memory.
fn fact_fields(pen: &Pen<'_>, need: NeedRef<'_>) -> Vec<Field> {
    let (theme, lang) = (&pen.theme, pen.text.lang());
    let category = need.category().map(|category| category.in_lang(lang));
    let mut fields = vec![("field-category".into(), None, names::or_nil(category), theme.plain)];
    for article in need.articles().iter() {
        let slot = Slot::at(article.index()).number();
        let name = label_of_value(crate::query::Field::Article, slot, need.vocabulary, lang);
        fields.push(("need-articles".into(), None, name, theme.plain));
    }
    for chapter in need.articles().chapters_alone() {
        let slot = Slot::coded(chapter).number();
        let name = label_of_value(crate::query::Field::Chapter, slot, need.vocabulary, lang);
        fields.push(("field-chapter".into(), None, name, theme.plain));
    }
    let themes: Vec<&str> = need.themes().map(|theme| theme.in_lang(lang)).collect();
    if !themes.is_empty() {
        let key = match pen.app.context() {
            KeyContext::Triage => "queue.themes",
            _ => "triage.themes",
        };
        fields.push(("need-themes".into(), Some(key), themes.join(" · "), theme.plain));
    }
    if let Some(register) = pen.app.register() {
        let (row, reader) = (NeedRow { need, words: None }, Reader::new(register, Some(pen.text)));
        for column in needs::PAGE {
            if let Some(value) = column.in_words(&row, reader, pen.text) {
                fields.push((column.property.head_id(pen.text).into(), None, value, theme.plain));
            }
        }
    }
    let (name, review) = around::review(pen, need);
    fields.push((name.into(), None, review, theme.plain));
    if let Some(day) = need.projected_on() {
        fields.push(("field-projected".into(), Some("triage.date"), day.to_string(), theme.plain));
    }
    fields.push(("field-identified".into(), None, names::or_nil(need.identified()), theme.plain));
    fields
}

type Field = (Cow<'static, str>, Option<&'static str>, String, Style);

/// The cells that the longest name of a field takes.
fn fields_width(pen: &Pen<'_>) -> usize {
    let ids = [
        "field-category",
        "field-focal",
        "field-identified",
        "need-articles",
        "need-document",
        "field-projected",
        "field-recommendation",
        "field-chapter",
        "need-source",
    ];
    let of_columns = needs::PAGE.iter().map(|column| column.property.head_id(pen.text));
    let ids = ids.into_iter().map(Cow::from).chain(of_columns.map(Cow::from));
    ids.map(|id| width(&pen.text.tr(&id))).max().unwrap_or(0)
}

/// Fields under each other: the key that sets it, the name, the value over as many lines as it takes.
fn fields_lines(pen: &Pen<'_>, fields: Vec<Field>, room: usize) -> Vec<Line> {
    let names = fields_width(pen);
    let mut lines = Vec::new();
    let mut before = Cow::from("");
    for (id, command, value, style) in fields {
        let key = command.and_then(|command| key(pen, command)).unwrap_or_default();
        // a field of several values is named once
        let name = if id == before { String::new() } else { pen.text.tr(&id).into_owned() };
        before = id;
        let indent = names + decisions::KEY + 3;
        for (place, part) in wrapped(&value, room.saturating_sub(indent)).iter().enumerate() {
            let (key, name) = if place == 0 { (key.as_str(), name.as_str()) } else { ("", "") };
            lines.push(vec![
                (padded(key, decisions::KEY, false), pen.theme.key),
                (padded(name, names + 3, false), pen.theme.dim),
                (part.clone(), style),
            ]);
        }
    }
    lines
}
