//! The published figures against the register: each with its verdict, and below the list the
//! details of the one under the cursor.

use super::pane::{numbered, widest};
use crate::analysis::ledger::{Entry, Problem};
use crate::analysis::{Finding, Verdict, in_words};
use crate::app::layout;
use crate::app::state::figures::Figures;
use crate::config::ColourRole;
use crate::paint::targets::{Pane, Target, below};
use crate::text::{Arg, Message, grouped};
use crate::ui::Pen;
use crate::ui::line::{padded, put, put_more, wrapped};
use crate::ui::theme::{CURSOR, NIL, Styles};
use crate::worker::Verified;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The widths of the columns of numbers and of the paragraph.
const NUMBERS: usize = 10;
const PARAGRAPH: usize = 7;

/// The sign of a verdict, beside its word.
fn sign(verdict: Verdict, theme: &Styles) -> (&'static str, Style) {
    match verdict {
        Verdict::Reproduced => ("✓", theme.sign(ColourRole::Good)),
        Verdict::Differs => ("✗", theme.sign(ColourRole::Error)),
        Verdict::Contradicts => ("≠", theme.sign(ColourRole::Warning)),
        Verdict::Outside => ("·", theme.dim),
    }
}

/// Draws the published figures.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, state: &Figures) {
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let Some(verified) = pen.app.verified() else {
        put(buffer, area, 0, 0, &pen.text.tr("figures-verifying"), pen.theme.dim);
        return;
    };
    let taken = problems(pen, buffer, area, verified);
    if verified.findings.is_empty() {
        return;
    }
    let area = Rect { y: area.y + taken, height: area.height - taken, ..area };
    put(buffer, area, 0, 0, &summary(pen, verified), pen.theme.strong);
    let (rows, detail) = layout::findings(area);
    let widths = Widths::of(pen, area);
    widths.line(pen, buffer, rows, 0, &pen.theme.heading, &heads(pen));
    let page = usize::from(rows.height.saturating_sub(1)).max(1);
    let top = state.findings.top(page, verified.findings.len());
    let lines = verified.findings.iter().enumerate().skip(top).take(page);
    pen.targets.tell(rows, Target::Pane(Pane::Own(1)));
    for (y, (place, finding)) in (1..rows.height).zip(lines) {
        let Some(entry) = verified.ledger.get(finding.entry) else { continue };
        let here = place == state.findings.row;
        let active = !state.in_list && !pen.app.facets.focused;
        let style = match (here, active) {
            (true, true) => pen.theme.cursor,
            (true, false) => pen.theme.cursor_away,
            _ => pen.theme.plain,
        };
        if here {
            let mark = if active { pen.theme.mark } else { pen.theme.dim };
            put(buffer, rows, 0, y, CURSOR, mark);
        }
        widths.line(pen, buffer, rows, y, &style, &cells(pen, entry, finding));
        let from_cursor = below(place, state.findings.row);
        pen.targets.tell_line(rows, y, Pane::Own(1), from_cursor);
        let (sign, style) = sign(finding.verdict, &pen.theme);
        put(buffer, rows, 2, y, sign, style);
        if finding.broken.is_some() && finding.verdict != Verdict::Contradicts {
            let (sign, style) = self::sign(Verdict::Contradicts, &pen.theme);
            put(buffer, rows, 1, y, sign, style);
        }
    }
    let body = Rect { y: rows.y + 1, height: rows.height.saturating_sub(1), ..rows };
    put_more(buffer, body, top, verified.findings.len(), pen.theme.dim);
    let under = verified.findings.get(state.findings.row);
    let under = under.and_then(|finding| Some((verified.ledger.get(finding.entry)?, finding)));
    if let Some((entry, finding)) = under {
        about(pen, buffer, detail, entry, finding);
    }
    if !pen.app.place().filter.is_empty() {
        let line = pen.text.tr("figures-not-narrowed");
        put(buffer, detail, 0, detail.height.saturating_sub(1), &line, pen.theme.caution);
    }
}

/// Lists the mistakes of the ledger, each with its place; returns the lines taken, at most half of
/// the area where there are findings too.
fn problems(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, verified: &Verified) -> u16 {
    if verified.problems.is_empty() {
        return 0;
    }
    let text = pen.text;
    let told = |problem: &Problem| {
        let what = text.say(&problem.message);
        if problem.place.line == 0 {
            // The problem is with the file as a whole, and the message names the file.
            return what;
        }
        text.say(&problem.place.mark(Message::new("ledger-problem").with("what", what)))
    };
    let room = if verified.findings.is_empty() { area.height } else { area.height / 2 };
    let lines = verified.problems.iter().map(told);
    let lines: Vec<String> =
        lines.flat_map(|line| wrapped(&line, area.width.saturating_sub(2).into())).collect();
    let head = if verified.findings.is_empty() {
        text.tr("figures-unverified").into_owned()
    } else {
        let count = Arg::from(verified.problems.len() as u32);
        text.tra("figures-problems", &[("count", count)])
    };
    put(buffer, area, 0, 0, &format!("! {head}"), pen.theme.bad);
    let shown = lines.len().min(usize::from(room.saturating_sub(2)));
    let mut y = 1;
    for line in &lines[..shown] {
        put(buffer, area, 2, y, line, pen.theme.plain);
        y += 1;
    }
    if shown < lines.len() {
        let more = padded("…", usize::from(area.width).saturating_sub(2), false);
        put(buffer, area, 2, y - 1, &more, pen.theme.dim);
    }
    (y + 1).min(area.height)
}

fn summary(pen: &Pen<'_>, verified: &Verified) -> String {
    let counts = Verdict::ALL.map(|verdict| {
        let count = verified.findings.iter().filter(|found| found.verdict == verdict).count();
        (verdict.code(), Arg::from(grouped(count as u64)))
    });
    pen.text.tra("verify-summary", &counts)
}

/// Verdict, figure, paragraph, statement, published, computed.
type Cells = [String; 6];

fn heads(pen: &Pen<'_>) -> Cells {
    let ids = ["verdict", "figure", "paragraph", "about", "published", "computed"];
    ids.map(|id| pen.text.tr(&format!("column-{id}")).into_owned())
}

fn cells(pen: &Pen<'_>, entry: &Entry, finding: &Finding) -> Cells {
    let computed = finding.computed.as_deref();
    [
        finding.verdict.word(pen.text),
        entry.id.clone(),
        entry.paragraph_in_words(pen.text),
        entry.about(pen.text.lang()).to_owned(),
        in_words(entry, &entry.published, pen.text),
        computed.map_or_else(|| NIL.to_owned(), |words| in_words(entry, words, pen.text)),
    ]
}

/// The widths of the columns; the words take the rest.
struct Widths([usize; 6]);

impl Widths {
    fn of(pen: &Pen<'_>, area: Rect) -> Self {
        let words = Verdict::ALL.map(|verdict| verdict.word(pen.text));
        let verdict = widest(words.iter().map(String::as_str));
        let fixed = verdict + 6 + PARAGRAPH + 2 * NUMBERS + 5 + 4;
        let rest = usize::from(area.width).saturating_sub(fixed).max(6);
        Self([verdict, 6, PARAGRAPH, rest, NUMBERS, NUMBERS])
    }

    fn line(
        &self,
        _: &Pen<'_>,
        buffer: &mut Buffer,
        area: Rect,
        y: u16,
        style: &Style,
        cells: &Cells,
    ) {
        let mut x = 4;
        for (at, (cell, wide)) in cells.iter().zip(self.0).enumerate() {
            let words = padded(cell, wide, at >= 4);
            let blank = words.len() - words.trim_start().len();
            put(buffer, area, (x + blank) as u16, y, words.trim(), *style);
            x += wide + 1;
        }
    }
}

/// The figure under the cursor in full: its statement, its finding, its query.
fn about(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, entry: &Entry, finding: &Finding) {
    let text = pen.text;
    let mut parts = vec![(numbered(pen, &entry.id, entry.about(text.lang())), pen.theme.strong)];
    let remark = finding.remark(entry, text);
    if !remark.is_empty() {
        parts.push((remark, pen.theme.plain));
    }
    if let Some(query) = &entry.query {
        let mut words = text.tra("figure-query", &[("query", Arg::from(query.text.as_str()))]);
        for (id, day) in [("as-of", query.as_of), ("figures-since", query.since)] {
            if let Some(day) = day {
                words.push_str(" · ");
                words.push_str(&text.tra(id, &[("day", Arg::from(day.to_string()))]));
            }
        }
        parts.push((words, pen.theme.dim));
    }
    let room = usize::from(area.width);
    let lines = parts.iter().flat_map(|(words, style)| {
        wrapped(words, room).into_iter().map(move |line| (line, *style))
    });
    for (y, (line, style)) in (0..area.height).zip(lines) {
        put(buffer, area, 0, y, &line, style);
    }
}
