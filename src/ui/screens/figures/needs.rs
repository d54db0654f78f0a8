//! The needs that the number under the cursor of a figure counts: a pane beside the figure on wide screens.

use crate::paint::names;
use crate::query::register::NeedRef;
use crate::text::{Arg, Named, grouped};
use crate::ui::Pen;
use crate::ui::line::{Line, padded, put, put_marks, width};
use crate::ui::screens::around::write;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// From so many columns on the pane has room beside a figure.
const FROM: u16 = 150;

/// The widest pane.
const MOST: u16 = 76;

/// The cells of the name of a State and of articles.
const STATE: usize = 13;
const ARTICLES: usize = 7;

/// In registers of more needs than these there is no pane: finding its needs would keep the next key waiting.
const LARGEST: usize = 100_000;

/// Divides the area of a figure, in a screen of so many columns, into its own and that of the pane, which may be empty.
pub(super) fn divide(pen: &Pen<'_>, right: Rect, screen: u16) -> (Rect, Rect) {
    let is_large = pen.app.register().is_none_or(|register| register.len() > LARGEST);
    if screen < FROM || is_large {
        return (right, Rect { x: right.right(), width: 0, ..right });
    }
    let pane = (right.width * 2 / 5).min(MOST);
    let own = right.width - pane;
    (Rect { width: own, ..right }, Rect { x: right.x + own, width: pane, ..right })
}

/// Draws the pane if it has room.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect) {
    if area.width == 0 {
        return;
    }
    for y in 0..area.height {
        put(buffer, area, 0, y, "│", pen.theme.dim);
    }
    let inside = Rect { x: area.x + 2, width: area.width.saturating_sub(3), ..area };
    let page = usize::from(inside.height.saturating_sub(2));
    let Some((count, needs)) = pen.app.needs_of_figure(page) else { return };
    let args = [("count", Arg::from(grouped(count as u64)))];
    put(buffer, inside, 0, 0, &pen.text.tra("figure-needs", &args), pen.theme.heading);
    for (y, need) in (2..).zip(&needs) {
        write(buffer, inside, y, &line(pen, *need));
    }
    let lines = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    put_marks(buffer, lines, (false, needs.len() < count), pen.theme.dim);
}

/// A need in a line: number, State, articles, response, what it says.
fn line(pen: &Pen<'_>, need: NeedRef<'_>) -> Line {
    let (text, theme) = (pen.text, &pen.theme);
    let response = names::response(need.response(), text, theme.signs);
    let state = need.state().in_lang(text.lang());
    let articles = names::articles_in(need.articles(), text, ARTICLES - 1);
    let number = need.id().to_string();
    vec![
        (format!("{}{number} ", " ".repeat(6_usize.saturating_sub(width(&number)))), theme.dim),
        (format!("{} ", padded(state, STATE, false)), theme.plain),
        (padded(&articles, ARTICLES, false), theme.plain),
        (format!("{} ", response.sign), theme.tone(response.tone)),
        (need.text().into_owned(), theme.plain),
    ]
}
