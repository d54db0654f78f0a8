//! The terminal's own cursor while nothing is typed: on the first letter of the part with the focus, which screen
//! readers and magnifiers follow.

use super::theme::CURSOR;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;

/// The marks of a screen. The pane that has the focus has a bold one, bars have none.
pub(super) fn marks(buffer: &Buffer) -> Vec<Position> {
    let is_mark = |place: &usize| {
        let cell = &buffer.content[*place];
        cell.symbol() == CURSOR && cell.modifier.contains(Modifier::BOLD)
            || cell.symbol() == CURSOR && cell.modifier.contains(Modifier::REVERSED)
    };
    let places = (0..buffer.content.len()).filter(is_mark);
    places.map(|place| buffer.pos_of(place).into()).collect()
}

/// The first letter behind the mark that the last layer has drawn, `before` being those below it; where
/// nothing is marked, the first letter of the screen itself.
pub(super) fn place(buffer: &Buffer, before: &[Position], main: Rect) -> Option<Position> {
    let all = marks(buffer);
    let mark = all.iter().find(|mark| !before.contains(mark)).or(all.first());
    match mark {
        Some(mark) => {
            let line =
                Rect::new(mark.x + 1, mark.y, buffer.area.right().saturating_sub(mark.x + 1), 1);
            letter(buffer, line).or(Some(*mark))
        }
        None => letter(buffer, main),
    }
}

/// The first letter or digit of an area.
fn letter(buffer: &Buffer, area: Rect) -> Option<Position> {
    area.intersection(buffer.area).positions().find(|at| {
        let cell = buffer.cell(*at);
        cell.is_some_and(|cell| cell.symbol().starts_with(char::is_alphanumeric))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    #[test]
    fn the_cursor_stands_on_the_first_letter_of_what_has_the_focus() {
        let mut buffer = Buffer::with_lines(["Head  ▌ bar", "▌* 12 text", "▌  other"]);
        let main = buffer.area;
        assert_eq!(place(&buffer, &[], main), Some(Position::new(0, 0)));
        buffer.set_string(0, 2, "▌", Style::new().add_modifier(Modifier::BOLD));
        assert_eq!(place(&buffer, &[], main), Some(Position::new(3, 2)));
        let below = marks(&buffer);
        buffer.set_string(0, 1, "▌", Style::new().add_modifier(Modifier::BOLD));
        assert_eq!(place(&buffer, &below, main), Some(Position::new(3, 1)));
    }
}
