//! Below the list of shared needs: the group under the cursor with its States, those dropped marked.

use super::rule::rule;
use crate::app::assistance_records::Records;
use crate::app::screens::Assistance;
use crate::columns::gaps::article_slot;
use crate::config::RowMark;
use crate::paint::labels;
use crate::query::Field;
use crate::query::register::Vocabulary;
use crate::text::{Arg, Named, grouped, padded, shortened};
use crate::ui::Pen;
use crate::ui::line::{put, put_more};
use crate::ui::theme::{CHOSEN, CURSOR, NOT_CHOSEN};
use crate::worker::Answer;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The least cells of a State with its needs.
const CELL: u16 = 31;

/// The cells of the name of a State before its needs.
const NAME: usize = 15;

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
    let (text, of) = (pen.text, &*answer.register.vocabulary);
    let article = article_slot(line.of.article);
    let values = [
        (Some(Field::Article), Some(article)),
        (line.by, line.of.group),
        (line.split, line.of.part),
    ];
    let named = values
        .into_iter()
        .filter_map(|(field, slot)| Some(labels::label_in(field?, slot?, of, text, usize::MAX)));
    rule(pen, buffer, area, 0, &named.collect::<Vec<_>>().join(" · "));
    let number = |count: u32| Arg::from(grouped(count.into()));
    let dropped = line.of.states.iter().filter(|state| page.dropped().contains(&state.state));
    let dropped = dropped.map(|state| state.needs);
    let args = [
        ("states", number(line.of.states.len() as u32 - dropped.clone().count() as u32)),
        ("needs", number(line.of.needs() - dropped.sum::<u32>())),
        ("high", number(line.of.high())),
    ];
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    put(buffer, inside, 0, 1, &text.tra("shared-group", &args), pen.theme.plain);
    let mut foot = area.height;
    if line.of.is_wide() && area.height > 3 {
        foot -= 1;
        let key = Arg::from(pen.app.key_of("shared.split"));
        let args = [("states", number(line.of.states.len() as u32)), ("key", key)];
        let said = text.tra("shared-wide", &args);
        put(buffer, inside, 0, foot, &said, pen.theme.caution);
    }
    if of.nameless.is_none() {
        let rows = Rect { y: area.y + 2, height: foot.saturating_sub(2), ..inside };
        states(pen, buffer, rows, of, line.of, page);
    }
}

/// Draws the States of a group side by side, those with the most needs first.
fn states(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    of: &Vocabulary,
    group: &crate::assistance::SharedNeeds,
    page: &Assistance,
) {
    let across = usize::from((area.width / CELL).max(1));
    let wide = area.width / across as u16;
    let rows = group.states.len().div_ceil(across);
    let here = page.state.map(|at| at.min(group.states.len().saturating_sub(1)));
    let shown = usize::from(area.height).max(1);
    let top = here.map_or(0, |at| (at / across / shown * shown).min(rows.saturating_sub(shown)));
    for (at, sharing) in group.states.iter().enumerate().skip(top * across) {
        let (row, column) = (at / across - top, (at % across) as u16);
        if row >= shown {
            break;
        }
        let Some(state) = of.states.get(usize::from(sharing.state)) else { continue };
        let cell = Rect {
            x: area.x + column * wide,
            y: area.y + row as u16,
            width: wide.saturating_sub(1),
            height: 1,
        };
        let is_out = page.dropped().contains(&sharing.state);
        let is_here = here == Some(at);
        let name = usize::from(wide).saturating_sub(CELL.into()) + NAME;
        let named = padded(&shortened(state.in_lang(pen.text.lang()), name), name, false);
        let high = match sharing.high {
            0 => String::new(),
            high => format!("  {}", pen.text.tra("shared-high", &[("high", Arg::from(high))])),
        };
        let said = format!("{named} {}{high}", padded(&grouped(sharing.needs.into()), 4, true));
        let style = match (is_here, is_out) {
            (true, _) if pen.app.settings.row == RowMark::Whole => pen.theme.cursor,
            (true, _) => pen.theme.strong,
            (false, true) => pen.theme.dim,
            (false, false) => pen.theme.plain,
        };
        let (sign, mark) =
            if is_out { (NOT_CHOSEN, pen.theme.dim) } else { (CHOSEN, pen.theme.mark) };
        if is_here {
            put(buffer, Rect { x: cell.x - 1, ..cell }, 0, 0, CURSOR, pen.theme.mark);
        }
        put(buffer, cell, 0, 0, sign, mark);
        put(buffer, cell, 2, 0, &said, style);
    }
    let more = Rect { width: area.width + 1, ..area };
    put_more(buffer, more, top, rows, pen.theme.dim);
}
