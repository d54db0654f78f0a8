//! The pane beside a form: the needs entered in the sitting.

use crate::app::state::form::sitting::Sitting;
use crate::entry::Passage;
use crate::paint::Canvas;
use crate::paint::line::shortened;
use crate::paint::theme::CURSOR;
use crate::text::{Arg, padded};
use ratatui::layout::Rect;
use std::collections::VecDeque;

/// The widths of a need's number and of its articles.
const COLUMNS: [usize; 2] = [6, 8];

/// Draws the needs of a sitting, the last ones if not all have room.
pub(super) fn draw(
    sitting: &Sitting,
    pasted: &VecDeque<Passage>,
    canvas: &mut Canvas<'_>,
    area: Rect,
) {
    let (text, theme) = (canvas.text, canvas.theme);
    for y in 0..area.height {
        canvas.put(area, 0, y, "│", theme.dim);
    }
    let inside = Rect { x: area.x + 2, width: area.width.saturating_sub(3), ..area };
    canvas.put(inside, 0, 0, &text.tr("form-this-sitting"), theme.heading);
    let most = usize::from(area.height.saturating_sub(4));
    let top = sitting.entered.len().saturating_sub(most);
    let mut y = 1;
    for (place, entered) in sitting.entered.iter().enumerate().skip(top) {
        let is_open = sitting.open == Some(place);
        if is_open {
            canvas.put(inside, 0, y, CURSOR, theme.mark);
        }
        let line = format!(
            "{} {} {}",
            padded(&entered.need.to_string(), COLUMNS[0], false),
            padded(&shortened(&entered.articles, COLUMNS[1]), COLUMNS[1], false),
            entered.text
        );
        let style = if is_open { theme.strong } else { theme.plain };
        canvas.put(inside, 1, y, &line, style);
        y += 1;
    }
    if sitting.open.is_none() {
        canvas.put(inside, 0, y, CURSOR, theme.mark);
        canvas.put(inside, 1, y, &text.tr("form-next-need"), theme.strong);
    }
    for passage in pasted.iter().take(usize::from(area.height.saturating_sub(y + 4))) {
        y += 1;
        let said = text.tra("form-next-pasted", &[("text", Arg::from(passage.text.as_str()))]);
        canvas.put(inside, 1, y, &shortened(&said, inside.width.into()), theme.dim);
    }
    let said = text.tra("form-entered", &[("count", Arg::from(sitting.entered.len()))]);
    canvas.put(inside, 0, y + 2, &said, theme.dim);
}
