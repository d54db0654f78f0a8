//! What one wanted to write beside what others have written: before, theirs, mine.

use super::panel;
use crate::app::overlay::{Conflicts, Keep};
use crate::domain::Coded;
use crate::store::Conflict;
use crate::text::Arg;
use crate::ui::Pen;
use crate::ui::line::{put, wrapped};
use crate::ui::names;
use crate::ui::screens::history;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Draws the field under the cursor, and how many there are.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, conflicts: &Conflicts) {
    let Some(conflict) = conflicts.found.get(conflicts.row) else { return };
    let (columns, rows) = pen.app.settings.size;
    let args = [("row", Arg::from(conflicts.row + 1)), ("count", Arg::from(conflicts.found.len()))];
    let title = pen.text.tra("conflict-title", &args);
    let size = (columns.saturating_sub(4).min(110), rows.saturating_sub(6).min(14));
    let inside = panel::draw(pen, buffer, size, &title);
    let field = pen.text.tr(&format!("field-{}", conflict.field.code())).into_owned();
    let state = pen.app.need(conflict.need).map(|n| names::state(n.state(), pen.text.lang()));
    let about = format!(
        "{} · {} · {field}",
        pen.text.tra("need-title", &[("id", Arg::from(conflict.need.to_string()))]),
        names::or_nil(state),
    );
    put(buffer, inside, 1, 0, &about, pen.theme.strong);
    put(buffer, inside, 1, 1, &by(pen, conflict), pen.theme.caution);
    let kept = conflicts.kept.get(conflicts.row).copied().flatten();
    let sides = [
        ("conflict-before", &conflict.before, pen.theme.dim, false),
        ("conflict-theirs", &conflict.theirs, pen.theme.plain, kept == Some(Keep::Theirs)),
        ("conflict-mine", &conflict.mine, pen.theme.strong, kept == Some(Keep::Mine)),
    ];
    let wide = inside.width / 3;
    for (place, (head, value, style, chosen)) in sides.into_iter().enumerate() {
        let x = inside.x + 1 + place as u16 * wide;
        let area =
            Rect::new(x, inside.y + 3, wide.saturating_sub(2), inside.height.saturating_sub(3));
        let mark = if chosen { "● " } else { "" };
        put(buffer, area, 0, 0, &format!("{mark}{}", pen.text.tr(head)), pen.theme.heading);
        side(pen, buffer, area, conflict, (value.as_deref(), style));
    }
}

fn side(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    conflict: &Conflict,
    (value, style): (Option<&str>, Style),
) {
    let words = history::field_value(pen, conflict.field, value);
    let words = match value {
        // notes keep their lines here
        Some(value) if words == value.replace('\n', " ") => value.to_owned(),
        _ => words,
    };
    for (y, line) in wrapped(&words, area.width.into()).iter().enumerate() {
        put(buffer, area, 0, y as u16 + 1, line, style);
    }
}

/// Who was quicker, and when.
fn by(pen: &Pen<'_>, conflict: &Conflict) -> String {
    let at = conflict.at.map(|at| at.to_string()).unwrap_or_default();
    let at = at.get(..16).unwrap_or(&at).replace('T', " ");
    let args = [("by", Arg::from(history::person(pen, &conflict.by))), ("at", Arg::from(at))];
    pen.text.tra("conflict-by", &args)
}
