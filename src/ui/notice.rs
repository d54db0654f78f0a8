//! The last message, in full: where a line is too short for it, it takes more of the screen until
//! the next key.

use super::Pen;
use super::line::{put, put_right, shortened, width, wrapped};
use crate::app::layers::filter::FilterLine;
use crate::app::place::View;
use crate::app::{App, NoticeKind};
use crate::query::Measure;
use crate::text::Message;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// As many lines as a notice takes at most; the longest message at the smallest width has fewer.
const MOST: usize = 6;

/// Whether there is something to say.
pub(super) fn is_there(pen: &Pen<'_>) -> bool {
    let app = pen.app;
    app.notice.is_some()
        || app.delayed.is_some()
        || of_filter(app).is_some()
        || !of_words(pen).is_empty()
}

/// A remark on the filter being typed: a mistake in it, or a guess at its meaning.
enum OfFilter {
    Mistake(Message),
    Hint(Message),
}

fn of_filter(app: &App) -> Option<OfFilter> {
    let line = app.overlays.top::<FilterLine>()?;
    let mistake = line.error.as_ref().map(|error| OfFilter::Mistake(error.message()));
    mistake.or_else(|| line.hint().map(OfFilter::Hint))
}

/// Offers for words that find nothing, with the key that takes them; empty where the empty list shows them.
fn of_words(pen: &Pen<'_>) -> Vec<String> {
    let app = pen.app;
    let lists = match &app.place().view {
        View::Overview(_) | View::Figures(_) => false,
        View::States(_)
        | View::Reviews(_)
        | View::Needs(_)
        | View::Triage(_)
        | View::Assistance(_)
        | View::AssistanceRecord(_)
        | View::State(_)
        | View::Review(_)
        | View::Need(_)
        | View::History(_)
        | View::News(_)
        | View::Themes(_) => true,
    };
    let found = app.answer.as_ref().filter(|_| app.is_found() && app.overlays.is_empty());
    let is_empty = found.is_some_and(|found| found.counts.total(Measure::Needs) == 0);
    let Some(meant) = app.words_meant().filter(|_| is_empty && !lists) else { return Vec::new() };
    let told = meant.iter().filter_map(|meant| meant.told(app.text(), None));
    let said = told.map(|(said, offers)| {
        // Side by side, they need no columns.
        let one = |offer: &String| offer.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{said} {}", offers.iter().map(one).collect::<Vec<_>>().join(" · "))
    });
    said.chain(pen.taken()).collect()
}

/// A text in so many lines of a width at most; the last is shortened where there would be more.
fn wrapped_within(said: &str, room: usize, most: usize) -> Vec<String> {
    let mut lines = wrapped(said, room);
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(shortened(&rest, room));
    }
    lines
}

/// Draws the sign of a message, which has a colour where words have none.
fn sign<'a>(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, lines: impl Iterator<Item = &'a str>) {
    let Some(kind) = pen.app.notice.as_ref().map(|notice| notice.kind) else { return };
    let begins = |line: &&str| line.starts_with(kind.sign());
    if let Some((y, _)) = (0..area.height).zip(lines).find(|(_, line)| begins(line)) {
        put(buffer, area, 1, y, kind.sign(), pen.theme.sign(kind.colour()));
    }
}

/// Says it in a line, and in those above it as far as they are needed.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, line: Rect) {
    let (text, theme) = (pen.text, &pen.theme);
    let delayed = pen.app.delayed.as_ref();
    let said = match (of_filter(pen.app), delayed, &pen.app.notice) {
        (Some(OfFilter::Mistake(mistake)), _, _) => Some((text.say(&mistake), theme.bad)),
        // The notice is older than the waiting.
        (_, Some(waiting), _) => {
            Some((format!("· {}", text.say(&waiting.message())), theme.caution))
        }
        (Some(OfFilter::Hint(hint)), _, _) => Some((text.say(&hint), theme.caution)),
        (None, None, Some(notice)) => {
            let style = match notice.kind {
                NoticeKind::Done => theme.good,
                NoticeKind::Warning => theme.caution,
                NoticeKind::Failed => theme.bad,
            };
            let mut said = format!("{} {}", notice.kind.sign(), text.say(&notice.message));
            if let Some(besides) = &notice.besides {
                said = format!("{said} · {}", text.say(besides));
            }
            Some((said, style))
        }
        (None, None, None) => None,
    };
    // Warnings about the register at the right stay uncovered.
    let moved = super::tabs::moved(pen);
    let taken = if moved.is_empty() { 0 } else { width(&moved) + 2 };
    let room = usize::from(line.width.saturating_sub(2)).saturating_sub(taken);
    // Once a key has come, a message that stays covers nothing but its own line.
    let is_notice = delayed.is_none() && of_filter(pen.app).is_none();
    let most = if is_notice && pen.app.is_notice_passed() { 1 } else { MOST };
    // The message stands below the offers, so that both are seen.
    let words = of_words(pen).into_iter().map(|said| (said, theme.caution, MOST));
    let lines: Vec<(String, Style)> = words
        .chain(said.map(|(said, style)| (said, style, most)))
        .flat_map(|(said, style, most)| {
            wrapped_within(&said, room, most).into_iter().map(move |line| (line, style))
        })
        .collect();
    if lines.is_empty() {
        return;
    }
    let top = line.bottom().saturating_sub(lines.len() as u16);
    let area = Rect { y: top, height: line.bottom() - top, ..line }.intersection(buffer.area);
    for (y, (part, style)) in (0..area.height).zip(&lines) {
        put(buffer, area, 0, y, &" ".repeat(usize::from(area.width)), theme.plain);
        put(buffer, area, 1, y, part, *style);
    }
    sign(pen, buffer, area, lines.iter().map(|(line, _)| line.as_str()));
    let inner = Rect { width: line.width.saturating_sub(1), ..line };
    put_right(buffer, inner, 0, &moved, theme.caution);
}
