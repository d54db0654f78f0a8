//! What one wanted to write beside what others have written: before, theirs, mine.

use super::panel;
use crate::app::layout::{self, CONFLICT_HEAD};
use crate::app::overlay::{Conflicts, Keep};
use crate::domain::{Coded, TriageField};
use crate::store::Conflict;
use crate::text::Arg;
use crate::ui::Pen;
use crate::ui::line::{put, wrapped};
use crate::ui::names;
use crate::ui::screens::history;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the field under the cursor, and how many there are.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, conflicts: &Conflicts) {
    let Some(conflict) = conflicts.found.get(conflicts.row) else { return };
    let args = [("row", Arg::from(conflicts.row + 1)), ("count", Arg::from(conflicts.found.len()))];
    let title = pen.text.tra("conflict-title", &args);
    let screen = pen.app.settings.size;
    let (size, (wide, high)) = layout::conflict(screen);
    let inside = panel::draw(pen, buffer, size, &title);
    let field = pen.text.tr(&format!("field-{}", conflict.field.code())).into_owned();
    let state = pen.app.need(conflict.need).map(|n| names::state(n.state(), pen.text.lang()));
    let about = format!(
        "{} · {} · {field}",
        pen.text.tra("need-title", &[("id", Arg::from(conflict.need.to_string()))]),
        names::or_nil(state),
    );
    put(buffer, inside, 1, 0, &about, pen.theme.strong);
    let room = inside.width.saturating_sub(2);
    for (y, line) in (1..CONFLICT_HEAD - 1).zip(wrapped(&by(pen, conflict), room.into())) {
        put(buffer, inside, 1, y, &line, pen.theme.caution);
    }
    let kept = conflicts.kept.get(conflicts.row).copied().flatten();
    let sides = [
        ("conflict-before", &conflict.before, pen.theme.dim, false),
        ("conflict-theirs", &conflict.theirs, pen.theme.plain, kept == Some(Keep::Theirs)),
        ("conflict-mine", &conflict.mine, pen.theme.strong, kept == Some(Keep::Mine)),
    ];
    let hidden = conflicts.hidden(screen);
    let top = conflicts.scroll.min(hidden);
    let y = inside.y + CONFLICT_HEAD;
    for (place, (head, value, style, chosen)) in (0..).zip(sides) {
        let x = inside.x + 1 + place * (wide + 2);
        let area = Rect::new(x, y, wide, high).intersection(inside);
        let above = Rect { y: y.saturating_sub(1), height: 1, ..area };
        let mark = if chosen { "● " } else { "" };
        put(buffer, above, 0, 0, &format!("{mark}{}", pen.text.tr(head)), pen.theme.heading);
        let words = words(pen, conflict, value.as_deref());
        let lines = wrapped(&words, wide.into());
        for (y, line) in (0..high).zip(lines.iter().skip(top)) {
            put(buffer, area, 0, y, line, style);
        }
    }
    if hidden > 0 {
        let count = hidden + usize::from(high);
        let args = [
            ("from", Arg::from(top + 1)),
            ("to", Arg::from(top + usize::from(high))),
            ("count", Arg::from(count)),
            ("down", Arg::from(pen.app.key_of("move.page-down"))),
            ("up", Arg::from(pen.app.key_of("move.page-up"))),
        ];
        let more = format!(" {} ", pen.text.tra("conflict-lines", &args));
        let edge = Rect { y: inside.bottom(), height: 1, ..inside };
        put(buffer, edge, 1, 0, &more, pen.theme.caution);
    }
}

/// A value in words; notes keep their lines here.
fn words(pen: &Pen<'_>, conflict: &Conflict, value: Option<&str>) -> String {
    match (conflict.field, value) {
        (TriageField::Notes, Some(value)) if !value.is_empty() => value.to_owned(),
        _ => history::field_value(pen, conflict.field, value),
    }
}

/// Who was quicker, and when.
fn by(pen: &Pen<'_>, conflict: &Conflict) -> String {
    let at = conflict.at.to_string();
    let at = at.get(..16).unwrap_or(&at).replace('T', " ");
    let by = if conflict.by == pen.app.settings.who {
        pen.text.tr("need-open-by-you").into_owned()
    } else {
        history::person(pen, &conflict.by)
    };
    let args = [("by", Arg::from(by)), ("at", Arg::from(at))];
    pen.text.tra("conflict-by", &args)
}
