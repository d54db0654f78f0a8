//! The page of one State: its facts, its reviews, and its needs under the filter.

use super::around::wrapped_lines;
use crate::app::layout::below_page_head;
use crate::app::screens::StatePage;
use crate::app::state::page::Page;
use crate::columns::reviews::reached_on;
use crate::domain::Coded;
use crate::query::register::{Review, State};
use crate::text::{Arg, Named};
use crate::ui::Pen;
use crate::ui::line::{Line, put, width};
use crate::ui::names;
use crate::worker::Answer;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the page.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, page: &StatePage) {
    let Some(answer) = &pen.app.answer else { return };
    let vocabulary = &answer.register.vocabulary;
    let Some(state) = vocabulary.states.get(usize::from(page.place)) else { return };
    let (text, theme, lang) = (pen.text, &pen.theme, pen.text.lang());
    let high = page.head(pen.app.charts_shown());
    let (list, area) = (below_page_head(area, high), super::record::head(pen, area));
    // The name, then what it is; the adviser stands beside the reviews.
    let name = put(buffer, area, 1, 0, state.in_lang(lang), theme.heading);
    let x = 1 + name + 2;
    let whole = about(pen, state, false);
    let has_room = width(&whole) <= usize::from(area.width.saturating_sub(x));
    let said = if has_room { whole } else { about(pen, state, true) };
    put(buffer, area, x, 0, &said, theme.plain);
    let reviews = vocabulary.reviews.iter().filter(|review| review.state == page.place);
    let mut facts: Vec<String> = reviews.map(|review| summary(pen, review)).collect();
    let adviser = state.adviser.and_then(|place| vocabulary.people.get(usize::from(place)));
    facts.extend(adviser.map(|adviser| {
        text.tra("state-adviser", &[("adviser", Arg::from(adviser.in_lang(lang)))])
    }));
    let room = usize::from(area.width.saturating_sub(2));
    let mut lines = side_by_side(&facts, room);
    // If charts have no room beside the list, a line shows its needs by chapter.
    if !pen.app.charts_shown() && lines.len() + 2 < high.into() {
        lines.push(super::record::chapters(pen, answer));
    }
    for (y, line) in (1..high - 1).zip(lines) {
        put(buffer, area, 1, y, &line, theme.plain);
    }
    super::needs::draw(pen, buffer, list, &page.list, Some("state"));
}

/// Facts beside each other, as many in a line as have room.
fn side_by_side(facts: &[String], room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for fact in facts {
        match lines.last_mut() {
            Some(line) if width(line) + 3 + width(fact) <= room => {
                line.push_str(" │ ");
                line.push_str(fact);
            }
            _ => lines.push(fact.clone()),
        }
    }
    lines
}

/// The State in lines of so many cells: its name, its facts, its adviser and reviews.
pub(super) fn facts(pen: &Pen<'_>, answer: &Answer, place: u16, room: usize) -> Vec<Line> {
    let (text, theme, lang) = (pen.text, &pen.theme, pen.text.lang());
    let vocabulary = &answer.register.vocabulary;
    let Some(state) = vocabulary.states.get(usize::from(place)) else { return Vec::new() };
    let mut lines = wrapped_lines(state.in_lang(lang), room, theme.heading);
    lines.extend(wrapped_lines(&about(pen, state, false), room, theme.plain));
    let adviser = state.adviser.and_then(|place| vocabulary.people.get(usize::from(place)));
    if let Some(adviser) = adviser {
        let args = [("adviser", Arg::from(adviser.in_lang(lang)))];
        lines.extend(wrapped_lines(&text.tra("state-adviser", &args), room, theme.dim));
    }
    let reviews = vocabulary.reviews.iter().filter(|review| review.state == place);
    let summaries = reviews.map(|review| summary(pen, review));
    lines.extend(summaries.flat_map(|said| wrapped_lines(&said, room, theme.plain)));
    lines
}

/// What a State is: party or not, of which group; the groups beside the regional one by their short names (SIDS) where
/// `in_short`.
fn about(pen: &Pen<'_>, state: &State, in_short: bool) -> String {
    let text = pen.text;
    let mut parts = vec![match (state.party, state.party_since) {
        (Some(true), Some(day)) => {
            text.tra("state-party-since", &[("date", Arg::from(day.to_string()))])
        }
        (Some(true), None) => text.tr("state-party").into_owned(),
        (Some(false), _) => text.tr("state-not-party").into_owned(),
        (None, _) => text.tr("state-party-not-stated").into_owned(),
    }];
    parts.extend(state.region.map(|region| text.value("region", region.code())));
    let named = |code: &str| if in_short { code.to_uppercase() } else { text.value("group", code) };
    parts.extend(state.groups.iter().map(|group| named(group.code())));
    parts.join(" · ")
}

/// A review in a line: cycle, step reached, when.
pub(super) fn summary(pen: &Pen<'_>, review: &Review) -> String {
    let text = pen.text;
    let cycle = text.value("cycle", review.cycle.code());
    match review.reached() {
        Some(step) => {
            let step = text.value("review", step.code());
            format!("{cycle} · {step} · {}", names::or_nil(reached_on(review)))
        }
        None => format!("{cycle} · {}", text.tr("review-no-step")),
    }
}
