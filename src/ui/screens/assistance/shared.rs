//! Below the list of shared needs: the group under the cursor with its States.

use super::rule::rule;
use crate::app::assistance_records::Records;
use crate::app::screens::Assistance;
use crate::columns::gaps::article_slot;
use crate::paint::labels;
use crate::query::Field;
use crate::text::{Arg, Named, grouped};
use crate::ui::Pen;
use crate::ui::line::{put, wrapped};
use crate::worker::Answer;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws it.
pub(super) fn foot(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    answer: &Answer,
    records: &Records<'_>,
    page: &Assistance,
) {
    let Some(line) = page.shown().current.and_then(|place| records.shared(place)) else { return };
    let (text, lang, of) = (pen.text, pen.text.lang(), &*answer.register.vocabulary);
    let article = article_slot(line.of.article);
    let values = [(Some(Field::Article), Some(article)), (line.by, line.of.group)];
    let named = values
        .into_iter()
        .filter_map(|(field, slot)| Some(labels::label_in(field?, slot?, of, text, usize::MAX)));
    rule(pen, buffer, area, 0, &named.collect::<Vec<_>>().join(" · "));
    let number = |count: u32| Arg::from(grouped(count.into()));
    let args = [
        ("states", number(line.of.states.len() as u32)),
        ("needs", number(line.of.needs())),
        ("high", number(line.of.high())),
    ];
    let mut lines = vec![text.tra("shared-group", &args)];
    if of.nameless.is_none() {
        let states = line.of.states.iter().filter_map(|state| {
            let name = of.states.get(usize::from(state.state))?.in_lang(lang);
            Some(format!("{name} {}", grouped(state.needs.into())))
        });
        lines.push(states.collect::<Vec<_>>().join(" · "));
    }
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let lines = lines.iter().flat_map(|line| wrapped(line, inside.width.into()));
    for (y, line) in (1..area.height).zip(lines) {
        put(buffer, inside, 0, y, &line, pen.theme.plain);
    }
}
