//! A question before much is changed: what it is, the States with how many needs each, and a list of
//! all of it that one can look through.

use crate::app::App;
use crate::app::state::affected::Which;
use crate::paint::Canvas;
use crate::paint::line::wrapped;
use crate::paint::theme::CURSOR;
use crate::text::{Arg, Named, grouped};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// How many States are named at most.
const NAMED: usize = 12;

/// The most lines that the States take, and on a small screen.
const LINES: usize = 3;
const FEW_LINES: usize = 1;

/// Below so many rows a screen is small: what is said of the needs makes room for their list.
fn is_small(canvas: &Canvas<'_>) -> bool {
    canvas.size.1 < 16
}

/// The States with how many of the needs each has, as many as there is room for, and how many more
/// there are.
pub(super) fn states(app: &App, canvas: &Canvas<'_>, which: &Which, wide: u16) -> String {
    let Some(register) = app.register() else { return String::new() };
    let named = which.states.iter().take(NAMED).filter_map(|(place, count)| {
        let state = register.vocabulary.states.get(usize::from(*place))?;
        Some(format!("{} {}", state.in_lang(canvas.text.lang()), grouped((*count).into())))
    });
    let mut named: Vec<String> = named.collect();
    let most = if is_small(canvas) { FEW_LINES } else { LINES };
    loop {
        let more = which.states.len() - named.len();
        let more =
            (more > 0).then(|| canvas.text.tra("more-values", &[("count", Arg::from(more))]));
        let said: Vec<&str> = named.iter().chain(&more).map(String::as_str).collect();
        let said = said.join(" · ");
        if wrapped(&said, room(wide)).len() <= most || named.pop().is_none() {
            return said;
        }
    }
}

/// A list under its heading, which says what part of it is shown.
pub(super) struct List<'a> {
    /// The id of the heading, which takes `from`, `to` and `count`.
    pub heading: &'static str,
    /// How many lines there are.
    pub count: usize,
    /// How many of them are shown at once, at most.
    pub most: usize,
    /// The cursor.
    pub row: usize,
    /// What stands on a line.
    pub line: &'a dyn Fn(usize) -> (String, Style),
}

/// The columns that a box of this width has for words.
pub(super) fn room(wide: u16) -> usize {
    usize::from(wide.saturating_sub(4))
}

/// Draws a question in a box of this width: what is said, as wide as there is room, above the list.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    (wide, title): (u16, &str),
    said: &[(String, Style)],
    list: &List<'_>,
) {
    let lines: Vec<(String, Style)> = said
        .iter()
        .flat_map(|(words, style)| wrapped(words, room(wide)).into_iter().map(|l| (l, *style)))
        .collect();
    let used = lines.len() as u16 + u16::from(!is_small(canvas));
    let listed = list.count.min(list.most).min(100) as u16;
    let most = canvas.size.1.saturating_sub(2);
    let inside = canvas.panel((wide, (used + listed + 3).min(most)), title);
    for (y, (line, style)) in (0..).zip(&lines) {
        canvas.put(inside, 1, y, line, *style);
    }
    let below = Rect {
        y: inside.y + used.min(inside.height),
        height: inside.height.saturating_sub(used),
        ..inside
    };
    draw_list(canvas, below, list);
}

/// Draws a list in the whole of an area.
fn draw_list(canvas: &mut Canvas<'_>, area: Rect, list: &List<'_>) {
    let page = usize::from(area.height.saturating_sub(1));
    if page == 0 || list.count == 0 {
        return;
    }
    let top = (list.row / page * page).min(list.count.saturating_sub(page));
    let end = (top + page).min(list.count);
    let number = |number: usize| Arg::from(grouped(number as u64));
    let args = [("from", number(top + 1)), ("to", number(end)), ("count", number(list.count))];
    canvas.put(area, 1, 0, &canvas.text.tra(list.heading, &args), canvas.theme.heading);
    let room = Rect { width: area.width.saturating_sub(1), ..area };
    for (y, row) in (1..).zip(top..end) {
        let (words, style) = (list.line)(row);
        let here = row == list.row;
        if here {
            canvas.put(area, 0, y, CURSOR, canvas.theme.key);
        }
        canvas.put(room, 2, y, &words, if here { canvas.theme.cursor } else { style });
    }
}
