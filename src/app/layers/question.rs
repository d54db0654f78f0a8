//! A question before much is changed: the change, the States with how many needs each, and a list of all needs to
//! look through.

use crate::app::App;
use crate::app::state::affected::Which;
use crate::domain::{NeedNumber, clean_line};
use crate::paint::Canvas;
use crate::paint::line::wrapped;
use crate::paint::names;
use crate::paint::theme::CURSOR;
use crate::text::{Arg, Named, grouped, padded, shortened};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The most States that are named.
const NAMED: usize = 12;

/// The cells of the State of a need and of its articles.
const STATE: usize = 14;
const ARTICLES: usize = 8;

/// The most lines that the States take, and on a small screen.
const LINES: usize = 3;
const FEW_LINES: usize = 1;

/// Below so many rows a screen is small: the words about the needs make room for their list.
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

/// A list, with the heading that names the part shown.
pub(super) struct List<'a> {
    /// The id of the heading that names the part shown; it takes `from`, `to` and `count`.
    pub heading: &'static str,
    /// The number of lines.
    pub count: usize,
    /// The most lines that are shown at once.
    pub most: usize,
    /// The cursor.
    pub row: usize,
    /// The words and style of a line.
    pub line: &'a dyn Fn(usize) -> (String, Style),
}

/// The columns that a box of this width has for words.
pub(super) fn room(wide: u16) -> usize {
    usize::from(wide.saturating_sub(4))
}

/// The keys that answer, which stand first.
pub(super) struct Answers {
    /// The id of the command that is yes.
    pub yes: &'static str,
    /// The id of the message with further keys.
    pub more: Option<&'static str>,
}

/// A line without words between two parts of the text.
pub(super) fn gap() -> (String, Style) {
    (String::new(), Style::new())
}

/// The line of a need: its number, State, articles and text.
pub(super) fn need_line(app: &App, id: NeedNumber) -> String {
    let Some(need) = app.need(id) else { return format!("{id:>5}") };
    let state = shortened(need.state().in_lang(app.text().lang()), STATE);
    let articles = names::articles(need.articles(), app.text());
    let about = format!("{}  {}", padded(&state, STATE, false), padded(&articles, ARTICLES, false));
    format!("{id:>5}  {about}  {}", clean_line(&need.text()))
}

/// Draws a question in a box of this width: the answers, the text, as wide as there is room, and the list.
pub(super) fn draw(
    app: &App,
    canvas: &mut Canvas<'_>,
    (wide, title): (u16, &str),
    answers: &Answers,
    said: &[(String, Style)],
    list: &List<'_>,
) {
    let small = is_small(canvas);
    let gaps = [gap()];
    let said =
        gaps.iter().chain(said).chain(&gaps).filter(|(words, _)| !small || !words.is_empty());
    let lines: Vec<(String, Style)> = said
        .flat_map(|(words, style)| wrapped(words, room(wide)).into_iter().map(|l| (l, *style)))
        .collect();
    let used = lines.len() as u16 + 1;
    let listed = list.count.min(list.most).min(100) as u16;
    let most = canvas.size.1.saturating_sub(2);
    let inside = canvas.panel((wide, (used + listed + 2).min(most)), title);
    draw_answers(app, canvas, inside, answers);
    for (y, (line, style)) in (1..).zip(&lines) {
        canvas.put(inside, 1, y, line, *style);
    }
    let below = Rect {
        y: inside.y + used.min(inside.height),
        height: inside.height.saturating_sub(used),
        ..inside
    };
    draw_list(canvas, below, list);
}

/// Draws the keys that answer in the first line.
fn draw_answers(app: &App, canvas: &mut Canvas<'_>, area: Rect, answers: &Answers) {
    let mut x = 1;
    for (command, name) in [(answers.yes, "hint-yes"), ("overlay.close", "hint-no")] {
        let Some(key) = app.key_of(command) else { continue };
        x += canvas.put(area, x, 0, &key.name(canvas.text), canvas.theme.key) + 1;
        x += canvas.put(area, x, 0, &canvas.text.tr(name), canvas.theme.strong) + 3;
    }
    if let Some(more) = answers.more {
        canvas.put(area, x, 0, &canvas.text.tr(more), canvas.theme.dim);
    }
}

/// Draws a list in the whole of an area; which part of it that is stands in the edge below.
fn draw_list(canvas: &mut Canvas<'_>, area: Rect, list: &List<'_>) {
    let page = usize::from(area.height);
    if page == 0 || list.count == 0 {
        return;
    }
    let top = (list.row / page * page).min(list.count.saturating_sub(page));
    let end = (top + page).min(list.count);
    let number = |number: usize| Arg::from(grouped(number as u64));
    let args = [("from", number(top + 1)), ("to", number(end)), ("count", number(list.count))];
    let more = match (top > 0, end < list.count) {
        (false, false) => "",
        (false, true) => " ↓",
        (true, false) => " ↑",
        (true, true) => " ↑↓",
    };
    let edge = Rect { y: area.bottom(), height: 1, width: area.width.saturating_sub(1), ..area };
    let part = format!(" {}{more} ", canvas.text.tra(list.heading, &args));
    canvas.put_right(edge, 0, &part, canvas.theme.dim);
    let room = Rect { width: area.width.saturating_sub(1), ..area };
    for (y, row) in (0..).zip(top..end) {
        let (words, style) = (list.line)(row);
        let here = row == list.row;
        if here {
            canvas.put(area, 0, y, CURSOR, canvas.theme.mark);
        }
        canvas.put(room, 1, y, &words, if here { canvas.theme.cursor } else { style });
    }
    canvas.put_more(area, top, list.count);
}
