//! The most frequent articles against each other: how many have both, with a shade that can be read
//! without colour; on the diagonal how many have the one.

use super::heat::{SHADE, shades};
use crate::analysis::chart::{Heat, HeatRow};
use crate::app::connections::in_matrix;
use crate::domain::Article;
use crate::paint::targets::{Pane, Target, below};
use crate::query::register::Slot;
use crate::query::{Field, label_of_value};
use crate::text::{Arg, grouped};
use crate::ui::Pen;
use crate::ui::line::{padded, put, put_more, width};
use crate::ui::theme::CURSOR;
use crate::worker::Connected;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::ops::Range;

/// The least room for the names of the lines: a number.
const LABELS: usize = 2;
/// With less room than this a name says nothing that its number does not.
const SHORT: usize = 10;
/// The longest label: the rest of a cut one stands below.
const LONGEST: usize = 40;

/// A matrix being drawn.
pub(super) struct Matrix<'a> {
    pub(super) pen: &'a Pen<'a>,
    pub(super) connected: &'a Connected,
    /// The articles under the cursor: line and column.
    pub(super) under: Option<[Article; 2]>,
    /// Whether keys are heard here.
    pub(super) active: bool,
}

impl Matrix<'_> {
    pub(super) fn draw(&self, buffer: &mut Buffer, area: Rect) {
        self.pen.targets.tell(area, Target::Pane(Pane::Own(2)));
        let articles = in_matrix(self.connected);
        let counts = &self.connected.connections;
        let number = |article: &Article| grouped(counts.both(*article, *article).into());
        let wide = articles.iter().map(|article| width(&number(article))).fold(2, usize::max);
        let names: Vec<String> = articles.iter().map(|article| self.name(*article)).collect();
        let longest = names.iter().map(|name| width(name)).fold(LABELS, usize::max).min(LONGEST);
        // a cell is a space, its number and its shade
        let cells = articles.len() * (wide + 2);
        let labels = longest.min(usize::from(area.width).saturating_sub(cells + 1));
        let labels = if labels < longest.min(SHORT) { LABELS } else { labels };
        let fit = (usize::from(area.width).saturating_sub(labels + 1) / (wide + 2)).max(1);
        let place = |article: Article| articles.iter().position(|other| *other == article);
        let [line, column] = self.under.map_or([None; 2], |pair| pair.map(place));
        let columns = paged(column, fit, articles.len());
        // the heads, and the ranges of the shades
        let rows = paged(line, usize::from(area.height.saturating_sub(2)).max(1), articles.len());
        let heat = self.heat(&articles);
        let grid = Grid { matrix: self, articles: &articles, heat: &heat, wide, labels, columns };
        grid.heads(buffer, area, column);
        for (y, row) in (1..area.height).zip(rows.clone()) {
            let number = articles[row].number().to_string();
            let name = if labels == LABELS { &number } else { &names[row] };
            grid.label(buffer, area, y, name, line == Some(row));
            grid.cells(buffer, area, y, row, column.filter(|_| line == Some(row)));
            self.pen.targets.tell_line(area, y, Pane::Own(2), below(row, line.unwrap_or(0)));
        }
        let shown = Rect { y: area.y + 1, height: rows.len() as u16, ..area };
        put_more(buffer, shown, rows.start, articles.len(), self.pen.theme.dim);
        let y = rows.len() as u16 + 1;
        let x = 4 + put(buffer, area, 1, y, &shades(self.pen, &heat), self.pen.theme.plain);
        if rows.len() < articles.len() || grid.columns.len() < articles.len() {
            let part = self.part(&rows, &grid.columns, articles.len());
            let fits = usize::from(x) + width(&part) <= usize::from(area.width);
            let (x, y) = if fits { (x, y) } else { (1, y + 1) };
            put(buffer, area, x, y, &part, self.pen.theme.dim);
        }
    }

    /// Gives the words for the visible part of the matrix.
    fn part(&self, rows: &Range<usize>, columns: &Range<usize>, all: usize) -> String {
        let range = |part: &Range<usize>| Arg::from(format!("{}–{}", part.start + 1, part.end));
        let args = [("lines", range(rows)), ("columns", range(columns)), ("all", Arg::from(all))];
        self.pen.text.tra("connections-part", &args)
    }

    /// The style of the line and column under the cursor.
    fn marked(&self) -> Style {
        if self.active { self.pen.theme.cursor } else { self.pen.theme.cursor_away }
    }

    fn name(&self, article: Article) -> String {
        let Some(register) = self.pen.app.register() else { return article.number().to_string() };
        let slot = Slot::at(article.index()).number();
        label_of_value(Field::Article, slot, &register.vocabulary, self.pen.text.lang())
    }

    /// The cells beside the diagonal, for their shades.
    fn heat(&self, articles: &[Article]) -> Heat {
        let most = self.connected.connections.most(articles);
        let cells = |cells| HeatRow { label: String::new(), cells, sum: 0 };
        Heat {
            corner: String::new(),
            columns: Vec::new(),
            heads: Vec::new(),
            rows: vec![cells(vec![most.into()])],
            totals: cells(Vec::new()),
            sums: String::new(),
            growth: false,
        }
    }
}

/// The layout of the matrix: its widths in cells and the columns that are seen.
struct Grid<'a> {
    matrix: &'a Matrix<'a>,
    articles: &'a [Article],
    heat: &'a Heat,
    /// The width of a number.
    wide: usize,
    /// The width of the names of the lines.
    labels: usize,
    /// The columns that are seen.
    columns: Range<usize>,
}

impl Grid<'_> {
    fn x(&self, column: usize) -> u16 {
        (self.labels + 2 + (column - self.columns.start) * (self.wide + 2)) as u16
    }

    fn heads(&self, buffer: &mut Buffer, area: Rect, cursor: Option<usize>) {
        for column in self.columns.clone() {
            let number = self.articles[column].number().to_string();
            let here = cursor == Some(column);
            let style = if here { self.matrix.marked() } else { self.matrix.pen.theme.strong };
            let indent = self.wide.saturating_sub(width(&number)) as u16;
            put(buffer, area, self.x(column) + indent, 0, &number, style);
        }
    }

    fn label(&self, buffer: &mut Buffer, area: Rect, y: u16, name: &str, here: bool) {
        let theme = &self.matrix.pen.theme;
        if here {
            put(
                buffer,
                area,
                0,
                y,
                CURSOR,
                if self.matrix.active { theme.mark } else { theme.dim },
            );
        }
        let name = padded(name, self.labels, false);
        let style = if here { theme.cursor_away } else { theme.plain };
        put(buffer, area, 1, y, name.trim_end(), style);
    }

    /// The cells of a line; `cursor` is the column of the cursor where it is in this line.
    fn cells(&self, buffer: &mut Buffer, area: Rect, y: u16, row: usize, cursor: Option<usize>) {
        let theme = &self.matrix.pen.theme;
        for column in self.columns.clone() {
            let (one, other) = (self.articles[row], self.articles[column]);
            let count = self.matrix.connected.connections.both(one, other);
            let style = match (cursor == Some(column), row == column, count) {
                (true, ..) => self.matrix.marked(),
                (_, true, _) | (_, _, 0) => theme.dim,
                _ => theme.plain,
            };
            let number = padded(&grouped(count.into()), self.wide, true);
            put(buffer, area, self.x(column), y, &number, style);
            let shade = if row == column { 0 } else { self.heat.shade(count.into()) };
            let shade = SHADE[usize::from(shade)].to_string();
            put(buffer, area, self.x(column) + self.wide as u16, y, &shade, theme.bar);
        }
    }
}

/// The page, of so many places, with the cursor on it.
fn paged(cursor: Option<usize>, page: usize, of: usize) -> Range<usize> {
    let first = (cursor.unwrap_or(0) / page * page).min(of.saturating_sub(page));
    first..(first + page).min(of)
}
