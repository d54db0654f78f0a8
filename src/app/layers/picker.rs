//! A list over a screen, narrowed by typing: the common part of all such lists. Each kind is a [`Choice`], which says
//! what choosing does and where it differs from the others.

use crate::app::App;
use crate::app::keys::commands::command::Group;
use crate::app::keys::context::KeyContext;
use crate::app::keys::key::Key;
use crate::app::state::layer::{After, Layer};
use crate::app::state::list::Move;
use crate::app::state::picker::{Item, Picker};
use crate::domain::Coded;
use crate::paint::Canvas;
use crate::paint::line::{shortened, width};
use crate::paint::theme::CURSOR;
use crate::text::Arg;
use ratatui::layout::{Position, Rect};
use std::fmt::Debug;
use tui_input::Input;

/// The blanks between an item, the reason why it cannot be chosen, and its keys.
const BETWEEN: usize = 2;

/// In fewer cells a reason says too little.
const LEAST_REASON: usize = 12;

/// The kind of a list to choose from.
pub trait Choice: Debug + 'static {
    /// The value of an item.
    type Value: Debug;

    /// The title of the list.
    fn title(&self, app: &App) -> String;

    /// Takes the item under the cursor. The typed text stands in `picker`.
    fn choose(&mut self, picker: &mut Picker<Self::Value>, app: &mut App) -> After;

    /// Hears a key before it is typed behind the words so far; `None` if it has no effect of its own.
    fn hear(&mut self, typed: &str, key: Key, app: &mut App) -> Option<After> {
        let _ = (typed, key, app);
        None
    }

    /// The context of its keys.
    fn context(&self) -> KeyContext {
        KeyContext::Picker
    }

    /// Whether it is a small box, for a few values.
    fn is_small(&self) -> bool {
        false
    }

    /// How many items it may come to have, where what is typed brings others.
    fn most(&self) -> usize {
        0
    }

    /// The most columns of its box.
    fn widest(&self) -> u16 {
        76
    }

    /// The heading that an item stands under while nothing is typed.
    fn heading(&self, value: &Self::Value) -> Option<Group> {
        let _ = value;
        None
    }

    /// The sign before an item.
    fn sign(&self, value: &Self::Value) -> Option<&'static str> {
        let _ = value;
        None
    }

    /// Matches anew after the text has changed.
    fn narrow(&mut self, picker: &mut Picker<Self::Value>, app: &App) {
        let _ = app;
        picker.narrow();
    }

    /// Draws further remarks; the terminal's cursor is at a place.
    fn draw_more(&self, picker: &Picker<Self::Value>, cursor: Position, canvas: &mut Canvas<'_>) {
        let _ = (picker, cursor, canvas);
    }
}

/// A list to choose from that lies over a screen.
#[derive(Debug)]
pub struct Pick<C: Choice> {
    /// The kind of the list.
    pub of: C,
    /// The list.
    pub picker: Picker<C::Value>,
}

impl<C: Choice> Pick<C> {
    /// A list with nothing typed.
    pub fn new(of: C, items: Vec<Item<C::Value>>) -> Self {
        Self { of, picker: Picker::new(items) }
    }
}

impl<C: Choice> Layer<App> for Pick<C> {
    fn context(&self) -> KeyContext {
        self.of.context()
    }

    fn hear(&mut self, app: &mut App, key: Key) -> Option<After> {
        self.of.hear(self.picker.input.value(), key, app)
    }

    fn line(&self) -> Option<&Input> {
        Some(&self.picker.input)
    }

    fn line_mut(&mut self) -> Option<&mut Input> {
        Some(&mut self.picker.input)
    }

    fn typed(&mut self, app: &mut App) {
        self.of.narrow(&mut self.picker, app);
    }

    fn step(&mut self, _: &mut App, step: Move, page: usize) {
        self.picker.step(step, page);
    }

    fn accept(&mut self, app: &mut App) -> After {
        self.of.choose(&mut self.picker, app)
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let title = self.of.title(app);
        let size = if self.of.is_small() {
            let label = |item: &Item<_>| width(&item.label) + width(&item.detail);
            let wide = self.picker.items.iter().map(label).max().unwrap_or(0).max(width(&title));
            (wide as u16 + 12, self.picker.items.len() as u16 + 3)
        } else {
            let (columns, rows) = canvas.size;
            // the edges, the line that is typed, one for what is said where nothing matches
            let high = 3 + self.whole().max(1) as u16;
            (columns.saturating_sub(6).min(self.of.widest()), high.min(rows.saturating_sub(4)))
        };
        let inside = canvas.panel(size, &title);
        let cursor = self.draw_in(inside, canvas);
        self.of.draw_more(&self.picker, cursor, canvas);
        Some(cursor)
    }
}

impl<C: Choice> Pick<C> {
    /// Draws the line being typed, then the matches. Returns the position of the cursor in the line.
    fn draw_in(&self, inside: Rect, canvas: &mut Canvas<'_>) -> Position {
        let picker = &self.picker;
        let x = canvas.put(inside, 1, 0, "> ", canvas.theme.key) + 1;
        let shown = inside.width.saturating_sub(x + 1).max(1);
        let scroll = picker.input.visual_scroll(shown.into());
        canvas.put(inside, x, 0, picker.input.value(), canvas.theme.plain);
        let height = inside.height.saturating_sub(1);
        let below = Rect { y: inside.y + 1, height, ..inside };
        let lines = self.lines();
        let at = lines.iter().position(|line| *line == Ok(picker.row)).unwrap_or(0);
        let page = usize::from(below.height).max(1);
        let top = (at / page * page).min(lines.len().saturating_sub(page));
        for (y, line) in (0..).zip(lines.iter().skip(top).take(page)) {
            match line {
                Ok(row) => self.draw_item(*row, below, y, canvas),
                Err(group) => {
                    let id = format!("group-{}", group.code());
                    canvas.put(below, 1, y, &canvas.text.tr(&id), canvas.theme.heading);
                }
            }
        }
        canvas.put_more(below, top, lines.len());
        if lines.len() > page {
            let args = [
                ("from", Arg::from(top + 1)),
                ("to", Arg::from((top + page).min(lines.len()))),
                ("count", Arg::from(lines.len())),
            ];
            let part = format!(" {} ", canvas.text.tra("menu-lines", &args));
            let edge = Rect { y: inside.bottom(), height: 1, width: inside.width - 1, ..inside };
            canvas.put_right(edge, 0, &part, canvas.theme.dim);
        }
        if picker.matched.is_empty() {
            let id = if picker.items.is_empty() { "picker-empty" } else { "picker-nothing" };
            canvas.put(below, 2, 0, &canvas.text.tr(id), canvas.theme.dim);
        }
        let column = picker.input.visual_cursor().saturating_sub(scroll) as u16;
        Position::new(inside.x + (x + column).min(inside.width), inside.y)
    }

    /// The most lines that it has: all items under their headings. The box is as high whatever is typed.
    fn whole(&self) -> usize {
        let headings = self.picker.items.iter().map(|item| self.of.heading(&item.value));
        let mut before = None;
        let is_new = |heading: &Option<Group>| {
            let is_new = heading.is_some() && *heading != before;
            before = *heading;
            is_new
        };
        self.picker.items.len().max(self.of.most()) + headings.filter(is_new).count()
    }

    /// The rows with the headings above them; headings only while nothing is typed, since the best
    /// match comes first then.
    fn lines(&self) -> Vec<Result<usize, Group>> {
        let with_headings = self.picker.input.value().is_empty();
        let mut lines = Vec::new();
        let mut before = None;
        for (row, place) in self.picker.matched.iter().enumerate() {
            let group = self.of.heading(&self.picker.items[*place].value).filter(|_| with_headings);
            if before != group {
                lines.extend(group.map(Err));
                before = group;
            }
            lines.push(Ok(row));
        }
        lines
    }

    fn draw_item(&self, row: usize, area: Rect, y: u16, canvas: &mut Canvas<'_>) {
        let item = &self.picker.items[self.picker.matched[row]];
        let theme = canvas.theme;
        let here = row == self.picker.row;
        canvas.tell_row(area, y, row, self.picker.row);
        if here {
            canvas.put(area, 0, y, CURSOR, theme.mark);
        }
        let right = Rect { width: area.width.saturating_sub(1), ..area };
        let detail = if item.ready { theme.key } else { theme.caution };
        let edge = canvas.put_right(right, y, &item.detail, detail);
        // the label stands whole before the reason has room
        let left = usize::from(edge).saturating_sub(width(&item.label) + 2 + 2 * BETWEEN);
        let edge = if item.reason.is_empty() || left < LEAST_REASON {
            edge
        } else {
            let reason = shortened(&item.reason, left);
            let before = Rect { width: edge.saturating_sub(BETWEEN as u16), ..area };
            canvas.put_right(before, y, &reason, theme.caution)
        };
        let room = Rect { width: edge.saturating_sub(1), ..area };
        let style = match (here, item.ready) {
            (true, _) => theme.cursor,
            (_, true) => theme.plain,
            _ => theme.dim,
        };
        match self.of.sign(&item.value) {
            Some(sign) => canvas.put(room, 2, y, &format!("{sign} {}", item.label), style),
            None => canvas.put(room, 2, y, &item.label, style),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Grouped;

    impl Choice for Grouped {
        type Value = Group;

        fn title(&self, _: &App) -> String {
            String::new()
        }

        fn choose(&mut self, _: &mut Picker<Group>, _: &mut App) -> After {
            After::Closes
        }

        fn heading(&self, group: &Group) -> Option<Group> {
            Some(*group)
        }
    }

    #[test]
    fn items_stand_under_headings_only_while_nothing_is_typed() {
        let items = [(Group::Move, "up"), (Group::Move, "down"), (Group::View, "width")];
        let items = items.map(|(group, label)| Item::new(group, label)).into();
        let mut pick = Pick::new(Grouped, items);
        let headed = [Err(Group::Move), Ok(0), Ok(1), Err(Group::View), Ok(2)];
        assert_eq!(pick.lines(), headed);
        pick.picker.input = "w".into();
        pick.picker.narrow();
        assert_eq!(pick.lines(), [Ok(0), Ok(1)], "width and down");
    }
}
