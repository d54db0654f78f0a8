//! The sections of the assistance given, each with the number of its records: a column, or a line where there is no
//! room for one.

use crate::app::assistance::Section;
use crate::app::assistance_records::Records;
use crate::app::screens::Assistance;
use crate::config::RowMark;
use crate::domain::Coded;
use crate::paint::targets::{Pane, Target, below};
use crate::text::{grouped, padded};
use crate::ui::Pen;
use crate::ui::line::{put, width};
use crate::ui::table::whole;
use crate::ui::theme::CURSOR;
use crate::worker::Answer;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws them.
pub(super) fn draw(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    answer: &Answer,
    page: &Assistance,
) {
    let sections: Vec<Section> = Assistance::sections(pen.app.is_nameless()).collect();
    let here = sections.iter().position(|of| *of == page.section).unwrap_or(0);
    let count = |of: Section| {
        if matches!(of, Section::Gaps | Section::Coverage) {
            return String::new();
        }
        let records = Records::of(of.listing(), answer);
        records.map_or_else(String::new, |records| grouped(records.count() as u64))
    };
    let name = |of: Section| pen.text.tr(&format!("section-{}", of.code())).into_owned();
    pen.targets.tell(area, Target::Pane(Pane::Own(0)));
    if area.height <= 1 {
        let words = |(number, of): (usize, Section)| {
            let said = format!("{} {}", name(of), count(of)).trim().to_owned();
            (number, if number == here { format!("[{said}]") } else { said })
        };
        let all: Vec<(usize, String)> = sections.into_iter().enumerate().map(words).collect();
        let mut x = 1;
        for (number, said) in all.iter().skip(first_shown(&all, here, area.width.into())) {
            let style = match (*number == here, page.among_sections) {
                (true, true) => pen.theme.cursor,
                (true, false) => pen.theme.key,
                (false, _) => pen.theme.plain,
            };
            let wide = put(buffer, area, x, 0, said, style);
            let place = Rect { x: area.x + x, width: wide, ..area };
            pen.targets.tell_line(place, 0, Pane::Own(0), below(*number, here));
            x += wide + BETWEEN;
        }
        return;
    }
    let inner = Rect { width: area.width.saturating_sub(2), ..area };
    for y in 0..area.height {
        put(buffer, area, area.width - 1, y, "│", pen.theme.dim);
    }
    put(buffer, inner, 1, 0, &pen.text.tr("context-assistance"), pen.theme.heading);
    let active = page.among_sections && !pen.app.facets.focused;
    for ((number, of), y) in sections.into_iter().enumerate().zip(1..inner.height) {
        let line = Rect { y: inner.y + y, height: 1, ..inner };
        pen.targets.tell_line(line, 0, Pane::Own(0), below(number, here));
        let is_here = number == here;
        let style = match (is_here, active) {
            (true, true) => pen.theme.cursor,
            (true, false) => pen.theme.strong,
            (false, _) => pen.theme.plain,
        };
        if is_here {
            put(buffer, line, 0, 0, CURSOR, if active { pen.theme.mark } else { pen.theme.dim });
        }
        put(buffer, line, 1, 0, &name(of), style);
        let number = padded(&count(of), usize::from(inner.width.saturating_sub(2)), true);
        let blank = number.len() - number.trim_start().len();
        put(buffer, line, 1 + blank as u16, 0, number.trim_start(), style);
        if is_here && active && pen.app.settings.row == RowMark::Whole {
            whole(buffer, line, pen.theme.cursor);
        }
    }
}

/// The blanks between two sections in a line.
const BETWEEN: u16 = 2;

/// The first section of a line in which the one that is shown has room.
fn first_shown(all: &[(usize, String)], here: usize, room: usize) -> usize {
    let taken = |first: usize| -> usize {
        let shown = all.iter().take(here + 1).skip(first);
        shown.map(|(_, said)| width(said) + usize::from(BETWEEN)).sum()
    };
    (0..here).find(|first| taken(*first) <= room).unwrap_or(here)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_section_that_is_shown_has_room_in_the_line() {
        let all: Vec<(usize, String)> = ["Gaps", "Shared needs", "[Coverage]"]
            .map(str::to_owned)
            .into_iter()
            .enumerate()
            .collect();
        assert_eq!(first_shown(&all, 0, 20), 0);
        assert_eq!(first_shown(&all, 2, 40), 0);
        assert_eq!(first_shown(&all, 2, 26), 1);
        assert_eq!(first_shown(&all, 2, 5), 2);
    }
}
