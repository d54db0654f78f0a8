//! The page of an activity, an organisation, a platform or an adviser: what is stated of it above, below that the needs,
//! activities, priorities or States that belong to it.

use super::around::write;
use super::assistance;
use crate::app::assistance::Records;
use crate::app::layout;
use crate::app::screens::AssistancePage;
use crate::paint::targets::{Pane, Target};
use crate::ui::Pen;
use crate::ui::line::{put, put_more};
use crate::ui::theme::CURSOR;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the page.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, page: &AssistancePage) {
    let Some(answer) = &pen.app.answer else { return };
    let (section, id) = page.of.in_section();
    let Some(own) = Records::of(section.listing(), answer) else {
        pen.loading(buffer, area);
        return;
    };
    let (above, below) = layout::assistance_record(area, page.of);
    pen.targets.tell(above, Target::Pane(Pane::Own(0)));
    let facts = Rect { height: above.height.saturating_sub(1), ..above };
    let inside = Rect { x: facts.x + 1, width: facts.width.saturating_sub(2), ..facts };
    let lines = assistance::lines(pen, answer, &own, id, inside.width.into());
    let top = page.scroll.min(lines.len().saturating_sub(inside.height.into()));
    for (y, line) in (0..inside.height).zip(lines.iter().skip(top)) {
        write(buffer, inside, y, line);
    }
    if page.in_facts {
        put(buffer, facts, 0, 0, CURSOR, pen.theme.mark);
    }
    put_more(buffer, facts, top, lines.len(), pen.theme.dim);
    let Some(records) = page.records(answer) else {
        assistance::rule(pen, buffer, above, facts.height, &pen.text.tr("count-searching"));
        return;
    };
    let counted = assistance::counted_in_words(pen, &records);
    assistance::rule(pen, buffer, above, facts.height, &counted);
    pen.targets.tell(below, Target::Pane(Pane::Own(1)));
    assistance::list(pen, buffer, below, answer, &records, (&page.list, !page.in_facts));
}
