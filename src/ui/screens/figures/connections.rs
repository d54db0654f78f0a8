//! The connections between articles: the pairs that are needed together as a list with bars, the most frequent
//! articles as a matrix, and below them the pair under the cursor in words.

use super::matrix::Matrix;
use super::pane::{Cursor, FigurePane, list};
use crate::analysis::{Connection, FEW, Ranking, day_in_words};
use crate::app::layout;
use crate::app::state::figures::Figures;
use crate::domain::Article;
use crate::paint::targets::{Pane, Target};
use crate::query::register::Slot;
use crate::query::{Field, Measure, name_of_value};
use crate::text::{Arg, grouped, hundredths};
use crate::ui::Pen;
use crate::ui::bar::bar;
use crate::ui::line::{padded, put, put_more, width, wrapped};
use crate::ui::theme::{FALLING, NIL};
use crate::worker::Connected;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The columns of a pair: its two articles.
const PAIR: usize = 7;
/// The widest bars: longer ones are no easier to compare.
const MOST: usize = 40;

/// Draws the connections, with the list of figures beside them.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, state: &Figures) {
    let areas = layout::connections(area, state.together.in_matrix);
    list(pen, buffer, areas.entries, state);
    let (text, theme) = (pen.text, &pen.theme);
    put(buffer, areas.title, 0, 0, &text.tr("connections-title"), theme.strong);
    let Some(connected) = pen.app.connected() else {
        put(buffer, areas.title, 0, 1, &text.tr("count-searching"), theme.dim);
        return;
    };
    let counts = &connected.connections;
    let by = if counts.by == Measure::States { "state" } else { "need" };
    let order = if connected.ranking == Ranking::Lift { "lift" } else { "count" };
    let args = [
        ("by", Arg::from(by)),
        ("order", Arg::from(order)),
        ("until", Arg::from(day_in_words(connected.until, text))),
    ];
    put(buffer, areas.title, 0, 1, &text.tra("connections-subtitle", &args), theme.dim);
    let heard = !state.in_list && !pen.app.facets.focused;
    let in_matrix = state.together.in_matrix;
    if areas.list.width > 0 {
        let cursor =
            Cursor { line: state.together.list.row, column: 0, active: heard && !in_matrix };
        pairs(&FigurePane { pen, cursor }, buffer, areas.list, (connected, state));
    }
    let under = state.together.under_cursor(connected);
    if areas.matrix.width > 0 {
        let area = Rect { x: areas.matrix.x + 1, width: areas.matrix.width - 1, ..areas.matrix };
        let matrix = Matrix { pen, connected, under, active: heard && in_matrix };
        matrix.draw(buffer, area);
    }
    notes(pen, buffer, areas.notes, (connected, areas.matrix.width > 0), under);
}

/// The numbers of a pair: both, each, by chance, the lift.
fn numbers(pair: &Connection) -> [String; 5] {
    let [both, first, second] =
        [pair.both, pair.each[0], pair.each[1]].map(|number| grouped(number.into()));
    [both, first, second, hundredths(pair.expected()), hundredths(pair.lift())]
}

/// The list.
fn pairs(
    drawer: &FigurePane<'_>,
    buffer: &mut Buffer,
    area: Rect,
    (connected, state): (&Connected, &Figures),
) {
    let (text, theme) = (drawer.pen.text, &drawer.pen.theme);
    let by_lift = connected.ranking == Ranking::Lift;
    let mut heads = ["both", "first", "second", "expected", "lift"]
        .map(|id| text.tr(&format!("column-{id}")).into_owned());
    heads[if by_lift { 4 } else { 0 }].push_str(FALLING);
    // the widest numbers are those of the base, and lifts
    let widest = |at: usize| {
        let cells = connected.pairs.iter().map(|pair| width(&numbers(pair)[at]));
        cells.fold(width(&heads[at]), usize::max)
    };
    let widths = [0, 1, 2, 3, 4].map(widest);
    let taken = PAIR + 1 + widths.iter().map(|wide| wide + 2).sum::<usize>();
    let room = usize::from(area.width).saturating_sub(taken + 2).min(MOST);
    let cells = |buffer: &mut Buffer, y: u16, cells: &[String; 5], style| {
        let mut x = PAIR + 1;
        for (cell, wide) in cells.iter().zip(widths) {
            put(buffer, area, x as u16 + 2, y, &padded(cell, wide, true), style);
            x += wide + 2;
        }
    };
    let pair = padded(&text.tr("connections-pair"), PAIR, false);
    put(buffer, area, 1, 0, pair.trim_end(), theme.heading);
    cells(buffer, 0, &heads, theme.heading);
    if connected.pairs.is_empty() {
        put(buffer, area, 1, 1, NIL, theme.dim);
        return;
    }
    let is_few = |pair: &Connection| by_lift && pair.both < FEW;
    let length = |pair: &Connection| {
        if by_lift { u32::try_from(pair.lift()).unwrap_or(u32::MAX) } else { pair.both }
    };
    let scale = connected.pairs.iter().filter(|pair| !is_few(pair)).map(length).max();
    drawer.pen.targets.tell(area, Target::Pane(Pane::Own(1)));
    let page = usize::from(area.height.saturating_sub(1)).max(1);
    let top = state.together.list.top(page, connected.pairs.len());
    let shown = connected.pairs.iter().enumerate().skip(top).take(page);
    for (y, (row, pair)) in (1..area.height).zip(shown) {
        let [one, other] = pair.articles.map(Article::number);
        let label = format!("{one:>2} · {other}");
        drawer.label(buffer, area, y, (&label, PAIR), row == state.together.list.row);
        drawer.tell(area, y, row);
        let style = if is_few(pair) { theme.dim } else { theme.plain };
        cells(buffer, y, &numbers(pair), style);
        // beside the longest of the others, the bar of a few would say more than it knows
        if let Some(scale) = scale.filter(|_| !is_few(pair)) {
            put(
                buffer,
                area,
                taken as u16 + 2,
                y,
                &bar(theme, length(pair), scale, room),
                theme.bar,
            );
        }
    }
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    put_more(buffer, body, top, connected.pairs.len(), theme.dim);
}

/// Writes the pair under the cursor in words, and the notes on how it was counted.
fn notes(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    (connected, has_matrix): (&Connected, bool),
    under: Option<[Article; 2]>,
) {
    let (text, theme, counts) = (pen.text, &pen.theme, &connected.connections);
    let mut parts = Vec::new();
    if let (Some([one, other]), Some(register)) = (under, pen.app.register()) {
        let pair = counts.pair(one, other);
        let label = |article: Article| {
            let slot = Slot::at(article.index()).number();
            let title = name_of_value(Field::Article, slot, &register.vocabulary, text.lang());
            let number = Arg::from(article.number().to_string());
            text.tra("article-in-text", &[("number", number), ("title", Arg::from(title))])
        };
        let [first, second] = pair.articles.map(label);
        let by = if counts.by == Measure::States { "state" } else { "need" };
        let args = [
            ("by", Arg::from(by)),
            ("both", Arg::from(grouped(pair.both.into()))),
            ("base", Arg::from(grouped(pair.base.into()))),
            ("first", Arg::from(first)),
            ("second", Arg::from(second)),
            ("expected", Arg::from(hundredths(pair.expected()))),
            ("lift", Arg::from(hundredths(pair.lift()))),
        ];
        let id = if one == other { "connections-alone" } else { "connections-under-cursor" };
        parts.push((text.tra(id, &args), theme.strong));
    }
    let notes = counts.notes(connected.ranking, None);
    parts.extend(notes.iter().map(|note| (text.say(note), theme.dim)));
    if has_matrix {
        parts.push((text.tr("connections-diagonal").into_owned(), theme.dim));
    }
    let mut y = 0;
    for (place, (words, style)) in parts.iter().enumerate() {
        let lines = wrapped(words, area.width.into());
        // half a note may say something else than the whole
        if place > 0 && usize::from(y) + lines.len() > area.height.into() {
            continue;
        }
        for line in lines {
            put(buffer, area, 0, y, &line, *style);
            y += 1;
        }
    }
}
