//! The page of one review: its steps with their dates, who reviewed, and its needs.

use super::around::wrapped_lines;
use crate::app::layout::below_page_head;
use crate::app::screens::ReviewPage;
use crate::app::state::page::Page;
use crate::domain::{Coded, Stakeholder, Step};
use crate::query::register::{Review, Vocabulary};
use crate::text::{Arg, Named};
use crate::ui::Pen;
use crate::ui::line::{Line, padded, put};
use crate::ui::names;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the page.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, page: &ReviewPage) {
    let Some(answer) = &pen.app.answer else { return };
    let vocabulary = &answer.register.vocabulary;
    let Some(review) = vocabulary.reviews.get(usize::from(page.place)) else { return };
    let (text, theme, lang) = (pen.text, &pen.theme, pen.text.lang());
    let list = below_page_head(area, page.head(pen.app.charts_shown()));
    let area = super::record::head(pen, area);
    let state = &vocabulary.states[usize::from(review.state)];
    let args = [
        ("state", Arg::from(state.in_lang(lang))),
        ("cycle", Arg::from(text.value("cycle", review.cycle.code()))),
    ];
    put(buffer, area, 1, 0, &text.tra("review-title", &args), theme.heading);
    // the six steps in two columns of three
    let half = area.width / 2;
    for step in Step::ALL {
        let (column, row) = ((step.index() / 3) as u16, (step.index() % 3) as u16);
        let name = step_name(pen, review, *step);
        let day = review.steps[step.index()];
        let style = if day.is_some() { theme.plain } else { theme.dim };
        let x = 1 + column * half;
        let cell = Rect { width: (x + half).saturating_sub(1).min(area.width), ..area };
        let end = x
            + put(buffer, cell, x, 1 + row, &padded(&names::or_nil(day), 10, false), theme.dim)
            + 1;
        put(buffer, cell, end, 1 + row, &name, style);
    }
    put(buffer, area, 1, 4, &reviewers(pen, review, vocabulary), theme.plain);
    if let Some(said) = stakeholders(pen, review) {
        put(buffer, area, 1, 5, &said, theme.plain);
    }
    super::needs::draw(pen, buffer, list, &page.list, Some("state"));
}

/// The name of a step, with how the dialogue was held.
fn step_name(pen: &Pen<'_>, review: &Review, step: Step) -> String {
    let name = pen.text.value("review", step.code());
    match (step, review.joint_meeting) {
        (Step::DirectDialogue, Some(joint)) => {
            let how = if joint { "review-joint-meeting" } else { "review-country-visit" };
            names::in_brackets(&name, &pen.text.tr(how), pen.text)
        }
        _ => name,
    }
}

/// The review in lines of so many cells: its steps with their days, who reviewed, who took part.
pub(super) fn facts(pen: &Pen<'_>, of: &Vocabulary, review: &Review, room: usize) -> Vec<Line> {
    let (text, theme) = (pen.text, &pen.theme);
    let state = &of.states[usize::from(review.state)];
    let args = [
        ("state", Arg::from(state.in_lang(text.lang()))),
        ("cycle", Arg::from(text.value("cycle", review.cycle.code()))),
    ];
    let mut lines = wrapped_lines(&text.tra("review-title", &args), room, theme.heading);
    for step in Step::ALL {
        let day = review.steps[step.index()];
        let style = if day.is_some() { theme.plain } else { theme.dim };
        let day = padded(&names::or_nil(day), 11, false);
        lines.push(vec![(day, theme.dim), (step_name(pen, review, *step), style)]);
    }
    lines.extend(wrapped_lines(&reviewers(pen, review, of), room, theme.plain));
    let took_part = stakeholders(pen, review).into_iter();
    lines.extend(took_part.flat_map(|said| wrapped_lines(&said, room, theme.plain)));
    lines
}

/// Whether stakeholders outside government took part, and which did and did not, as far as that is stated.
fn stakeholders(pen: &Pen<'_>, review: &Review) -> Option<String> {
    let text = pen.text;
    let id =
        if review.stakeholders? { "review-stakeholders-yes" } else { "review-stakeholders-no" };
    let of = |took_part: bool| -> Vec<String> {
        let all = Stakeholder::ALL.iter();
        let those = all.filter(|who| review.took_part[who.index()] == Some(took_part));
        those.map(|who| text.value("stakeholder", who.code())).collect()
    };
    let mut parts = vec![text.tr(id).into_owned()];
    for (id, who) in [("review-took-part", of(true)), ("review-took-no-part", of(false))] {
        if !who.is_empty() && review.stakeholders == Some(true) {
            parts.push(text.tra(id, &[("who", who.into_iter().collect())]));
        }
    }
    Some(parts.join(" · "))
}

fn reviewers(pen: &Pen<'_>, review: &Review, vocabulary: &Vocabulary) -> String {
    let name = |place: &u16| {
        vocabulary.states.get(usize::from(*place)).map(|s| s.in_lang(pen.text.lang()))
    };
    match review.reviewers.iter().filter_map(name).collect::<Vec<_>>().as_slice() {
        [first, second] => {
            let args = [("first", Arg::from(*first)), ("second", Arg::from(*second))];
            pen.text.tra("review-reviewers", &args)
        }
        others => others.join(" · "),
    }
}
