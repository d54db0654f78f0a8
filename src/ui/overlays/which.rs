//! Which needs a question is about: the States with how many each, and a list that one can look
//! through.

use crate::app::overlay::Which;
use crate::text::{Arg, grouped};
use crate::ui::Pen;
use crate::ui::line::{put, wrapped};
use crate::ui::names;
use crate::ui::theme::CURSOR;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// How many States are named at most.
const NAMED: usize = 12;

/// The most lines that the States take, and on a small screen.
const LINES: usize = 3;
const FEW_LINES: usize = 1;

/// Below so many rows a screen is small: what is said of the needs makes room for their list.
pub(super) fn is_small(pen: &Pen<'_>) -> bool {
    pen.app.settings.size.1 < 16
}

/// The States with how many of the needs each has, as many as there is room for, and how many more
/// there are.
pub(super) fn states(pen: &Pen<'_>, which: &Which, room: usize) -> Vec<String> {
    let Some(register) = pen.app.register() else { return Vec::new() };
    let named = which.states.iter().take(NAMED).filter_map(|(place, count)| {
        let state = register.vocabulary.states.get(usize::from(*place))?;
        Some(format!("{} {}", names::state(state, pen.text.lang()), grouped((*count).into())))
    });
    let mut named: Vec<String> = named.collect();
    let most = if is_small(pen) { FEW_LINES } else { LINES };
    loop {
        let more = which.states.len() - named.len();
        let more = (more > 0).then(|| pen.text.tra("more-values", &[("count", Arg::from(more))]));
        let said: Vec<&str> = named.iter().chain(&more).map(String::as_str).collect();
        let lines = wrapped(&said.join(" · "), room);
        if lines.len() <= most || named.pop().is_none() {
            return lines;
        }
    }
}

/// A list under its heading, which says what part of it is shown.
pub(super) struct List<'a> {
    /// The id of the heading, which takes `from`, `to` and `count`.
    pub heading: &'static str,
    /// How many lines there are.
    pub count: usize,
    /// The cursor.
    pub row: usize,
    /// What stands on a line.
    pub line: &'a dyn Fn(usize) -> (String, Style),
}

/// Draws a list in the whole of an area.
pub(super) fn list(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, list: &List<'_>) {
    let page = usize::from(area.height.saturating_sub(1));
    if page == 0 || list.count == 0 {
        return;
    }
    let top = (list.row / page * page).min(list.count.saturating_sub(page));
    let end = (top + page).min(list.count);
    let number = |number: usize| Arg::from(grouped(number as u64));
    let args = [("from", number(top + 1)), ("to", number(end)), ("count", number(list.count))];
    put(buffer, area, 1, 0, &pen.text.tra(list.heading, &args), pen.theme.heading);
    let room = Rect { width: area.width.saturating_sub(1), ..area };
    for (y, row) in (1..).zip(top..end) {
        let (words, style) = (list.line)(row);
        let here = row == list.row;
        if here {
            put(buffer, area, 0, y, CURSOR, pen.theme.key);
        }
        put(buffer, room, 2, y, &words, if here { pen.theme.cursor } else { style });
    }
}
