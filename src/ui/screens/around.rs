//! The surroundings of a need: other needs of the State under the same articles, the assistance
//! given there, the need's history.

use crate::app::need_parts::NeedPart;
use crate::app::triage::related;
use crate::domain::{Coded, Extent};
use crate::query::register::{Activity, NeedRef};
use crate::store::{ChangedMatch, LogEntry};
use crate::text::{Arg, Named, Text, grouped};
use crate::ui::Pen;
use crate::ui::line::Line;
use crate::ui::line::{padded, put, shortened, width, wrapped};
use crate::ui::names;
use crate::ui::theme::{NIL, Tone};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// One part: its heading, and its lines.
pub(super) struct Part {
    pub(super) heading: String,
    pub(super) lines: Vec<Line>,
}

/// The parts that a pane beside a list shows, in order.
const PANE: [NeedPart; 3] = [NeedPart::Others, NeedPart::Assistance, NeedPart::History];

/// The parts of a pane, for lines of so many cells.
pub(super) fn parts(pen: &Pen<'_>, need: NeedRef<'_>, room: usize) -> Vec<Part> {
    PANE.iter().map(|which| part(pen, need, *which, room)).collect()
}

/// A part, for lines of so many cells: as many lines as it has that open.
pub(super) fn part(pen: &Pen<'_>, need: NeedRef<'_>, which: NeedPart, room: usize) -> Part {
    match which {
        NeedPart::Assistance => assistance(pen, need),
        NeedPart::Others => others(pen, need, room),
        NeedPart::History => history(pen, need),
    }
}

/// Draws parts under each other; each gets its share of the lines and states how many more there are.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, parts: &[Part]) {
    let mut room = usize::from(area.height);
    let mut y = 0;
    for (place, part) in parts.iter().enumerate() {
        let share = (room / (parts.len() - place)).max(1);
        let below = parts[place + 1..].iter().map(|p| p.lines.len() + 2).sum::<usize>();
        let share = share.max(room.saturating_sub(below)).min(part.lines.len() + 2);
        let shown = part.lines.len().min(share.saturating_sub(1));
        put(buffer, area, 0, y, &part.heading, pen.theme.heading);
        for (row, line) in part.lines.iter().take(shown).enumerate() {
            write(buffer, area, y + 1 + row as u16, line);
        }
        y += share as u16;
        room = room.saturating_sub(share);
    }
}

/// All parts in one line, as numbers: for small screens.
pub(super) fn in_short(pen: &Pen<'_>, need: NeedRef<'_>) -> Line {
    let register = pen.app.register();
    let others = register.map_or(0, |register| related::needs(register, need).len());
    let detail = pen.app.detail.as_ref().filter(|detail| detail.id == need.id());
    let args = [
        ("by", Arg::from(related::Common::of(need).code())),
        ("others", Arg::from(others)),
        (
            "assistance",
            Arg::from(related::assistance(need).iter().filter(|(a, _)| a.is_given()).count()),
        ),
        ("changes", Arg::from(detail.map_or(0, |detail| detail.history.len()))),
    ];
    vec![(pen.text.tra("around-short", &args), pen.theme.dim)]
}

/// A text over as many lines as it takes.
pub(super) fn wrapped_lines(text: &str, room: usize, style: Style) -> Vec<Line> {
    wrapped(text, room).into_iter().map(|line| vec![(line, style)]).collect()
}

/// Writes a line of pieces.
pub(super) fn write(buffer: &mut Buffer, area: Rect, y: u16, line: &Line) {
    let mut x = 0;
    for (piece, style) in line {
        x += put(buffer, area, x, y, piece, *style);
    }
}

fn counted(pen: &Pen<'_>, id: &'static str, count: usize) -> String {
    format!("{}  {}", pen.text.tr(id), grouped(count as u64))
}

fn others(pen: &Pen<'_>, need: NeedRef<'_>, room: usize) -> Part {
    let register = pen.app.register();
    let count = register.map_or(0, |register| related::needs(register, need).len());
    let others = register.map(|register| related::listed(register, need)).unwrap_or_default();
    let mut lines: Vec<Line> = others.iter().map(|other| one_line(pen, *other, room)).collect();
    if others.is_empty() {
        lines.push(vec![(pen.text.tr("around-none").into_owned(), pen.theme.dim)]);
    }
    let by = [("by", Arg::from(related::Common::of(need).code()))];
    let heading = format!("{}  {}", pen.text.tra("around-others", &by), grouped(count as u64));
    Part { heading, lines }
}

/// Below so many cells a response is its sign alone.
const WORDS: usize = 90;

/// A need in a line: number, decisions, text.
fn one_line(pen: &Pen<'_>, need: NeedRef<'_>, room: usize) -> Line {
    let (text, theme) = (pen.text, &pen.theme);
    let priority = names::priority(need.priority(), text);
    let response = names::response(need.response(), text, theme.signs);
    let word = match room {
        ..WORDS => " ".to_owned(),
        _ => padded(&format!(" {}", response.word), 11, false),
    };
    let mut line = vec![
        (format!("{:>5} ", need.id()), theme.dim),
        (padded(priority.sign, 4, false), theme.tone(priority.tone)),
        (response.sign.to_owned(), theme.tone(response.tone)),
        (word, theme.word(response.tone)),
    ];
    if room >= WORDS {
        let articles = names::articles_in(need.articles(), text, ARTICLES);
        line.push((padded(&articles, ARTICLES + 2, false), theme.plain));
    }
    line.push((shortened(&need.text(), room), theme.plain));
    line
}

/// Cells for the articles of a need.
const ARTICLES: usize = 6;

fn assistance(pen: &Pen<'_>, need: NeedRef<'_>) -> Part {
    let found = related::assistance(need);
    let detail = pen.app.detail.as_ref().filter(|detail| detail.id == need.id());
    let extent = |activity: &Activity| {
        let mut matches = detail.into_iter().flat_map(|detail| &detail.matches);
        matches.find(|(code, _)| *code == activity.code).map(|(_, extent)| *extent)
    };
    let said: Vec<[String; 4]> =
        found.iter().map(|(a, matched)| columns(pen, need, a, *matched, extent(a))).collect();
    // One grid for all: each column as wide as the longest of its words.
    let widest = |place: usize| said.iter().map(|line| width(&line[place])).max().unwrap_or(0);
    let widths = [widest(0).min(PROVIDER), widest(1), widest(2).min(WHEN), widest(3)];
    let mut lines: Vec<Line> = Vec::new();
    for ((activity, matched), words) in found.iter().zip(&said) {
        let sign = if *matched { "◆ " } else { "◇ " };
        let sign_style = if *matched { pen.theme.tone(Tone::Met) } else { pen.theme.mark };
        let mut line =
            vec![(sign.to_owned(), sign_style), (format!("{} ", activity.code), pen.theme.dim)];
        for (word, wide) in words.iter().zip(widths).filter(|(_, wide)| *wide > 0) {
            line.push((padded(word, wide + 1, false), pen.theme.dim));
        }
        let mut changed = detail.into_iter().flat_map(|detail| &detail.changed);
        if let Some(changed) = changed.find(|one| one.code == activity.code) {
            line.push((format!("{} ", match_changed(pen.text, changed)), pen.theme.caution));
        }
        line.push((activity.in_lang(pen.text.lang()).to_owned(), pen.theme.plain));
        lines.push(line);
    }
    if lines.is_empty() {
        lines.push(vec![(pen.text.tr("around-none").into_owned(), pen.theme.dim)]);
    }
    Part { heading: counted_given(pen, found.into_iter().map(|(activity, _)| activity)), lines }
}

/// What of an activity has changed since it was matched.
pub(super) fn match_changed(text: &Text, changed: &ChangedMatch) -> String {
    let fields = changed.named().map(|field| field.in_words(text)).collect::<Arg>();
    text.tra("match-changed", &[("fields", fields)])
}

/// The heading of activities: how many are given, and how many of the others are listed with them.
pub(super) fn counted_given<'a>(
    pen: &Pen<'_>,
    activities: impl Iterator<Item = &'a Activity>,
) -> String {
    let (given, others): (Vec<&Activity>, Vec<&Activity>) =
        activities.partition(|activity| activity.is_given());
    let heading = counted(pen, "around-assistance", given.len());
    if others.is_empty() {
        return heading;
    }
    let count = Arg::from(grouped(others.len() as u64));
    format!("{heading}{}", pen.text.tra("around-not-given", &[("count", count)]))
}

/// An activity of a State in a line: its code, how far it is, what it is.
pub(super) fn activity(pen: &Pen<'_>, activity: &Activity, here: bool) -> Line {
    let style = if here { pen.theme.cursor } else { pen.theme.plain };
    let status = pen.text.value_in_words("status", &activity.status);
    vec![
        (format!("{} {status} ", activity.code), pen.theme.dim),
        (activity.in_lang(pen.text.lang()).to_owned(), style),
    ]
}

/// The most cells for when an activity takes place, as its source says it.
const WHEN: usize = 14;

/// The most cells for who gives an activity.
const PROVIDER: usize = 14;

/// The cells between an activity's code and its title: who gives it, its status, when it takes place, how far it serves
/// the need where that is not fully.
fn columns(
    pen: &Pen<'_>,
    need: NeedRef<'_>,
    activity: &Activity,
    matched: bool,
    extent: Option<Extent>,
) -> [String; 4] {
    let text = pen.text;
    let extent = extent.filter(|extent| matched && *extent != Extent::Fully);
    let provider = activity.providers.first();
    let provider =
        provider.and_then(|place| need.vocabulary.organisations.get(usize::from(*place)));
    let more = activity.providers.len().saturating_sub(1);
    let named = provider.map(|of| match more {
        0 => names::organisation_short(of, text.lang()).to_owned(),
        more => format!("{} +{more}", names::organisation_short(of, text.lang())),
    });
    [
        named.unwrap_or_default(),
        text.value_in_words("status", &activity.status),
        or_nil(activity.when.in_lang(text.lang())).to_owned(),
        extent.map_or_else(String::new, |extent| text.value("extent", extent.code())),
    ]
}

fn or_nil(text: &str) -> &str {
    if width(text) == 0 { NIL } else { text }
}

fn history(pen: &Pen<'_>, need: NeedRef<'_>) -> Part {
    let detail = pen.app.detail.as_ref().filter(|detail| detail.id == need.id());
    let entries = detail.map(|detail| detail.history.as_slice()).unwrap_or_default();
    let mut lines: Vec<Line> = entries.iter().map(|entry| change(pen, entry)).collect();
    if lines.is_empty() {
        let id = if detail.is_some() { "need-no-history" } else { "need-loading" };
        lines.push(vec![(pen.text.tr(id).into_owned(), pen.theme.dim)]);
    }
    Part { heading: counted(pen, "need-history", entries.len()), lines }
}

/// The most cells of the author of a change.
const AUTHOR: usize = 28;

fn change(pen: &Pen<'_>, entry: &LogEntry) -> Line {
    let both = [entry.before.as_deref(), entry.after.as_deref()];
    let change = crate::paint::values::change(pen.app.vocabulary(), entry.field, both, pen.text);
    let said = match entry.record.of_need() {
        Some(_) => crate::paint::values::becomes(entry.field, &change, pen.text),
        None => of_match(pen, entry, &change),
    };
    let text = format!(
        "{}  {said} · {}{}",
        entry.at.minute(),
        crate::paint::values::person_in(pen.app.vocabulary(), &entry.who, pen.text, AUTHOR),
        if entry.undoes.is_some() {
            format!(" ({})", pen.text.tr("need-undone"))
        } else {
            String::new()
        },
    );
    vec![(text, pen.theme.plain)]
}

/// A change of a match of the need, which goes by both.
fn of_match(pen: &Pen<'_>, entry: &LogEntry, change: &str) -> String {
    use crate::paint::values;
    let record = values::record(entry.record, entry.name.as_deref(), pen.text);
    let said = match (entry.field.is_itself(), entry.after.is_some()) {
        (true, true) => pen.text.tr("cli-records-added").into_owned(),
        (true, false) => pen.text.tr("cli-records-out").into_owned(),
        (false, _) => values::becomes(entry.field, change, pen.text),
    };
    pen.text.tra("name-and-value", &[("field", Arg::from(record)), ("value", Arg::from(said))])
}

/// The origin of the need: the step that its review has reached, or the source outside reviews, behind the message
/// that names it.
pub(super) fn review(pen: &Pen<'_>, need: NeedRef<'_>) -> (&'static str, String) {
    let Some(review) = need.review() else {
        return ("need-source", pen.text.value("source", need.source().code()));
    };
    let reached = review.reached().map(|step| pen.text.value("review", step.code()));
    ("need-review", names::or_nil(reached))
}
