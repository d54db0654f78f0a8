//! Drawing where there is no terminal.

use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};

/// What `render` draws on a screen of so many columns and rows (at least one of each).
pub fn take((columns, rows): (u16, u16), render: impl FnOnce(&mut Frame)) -> Buffer {
    let area = Rect::from((Position::ORIGIN, (columns.max(1), rows.max(1)).into()));
    let options = TerminalOptions { viewport: Viewport::Fixed(area) };
    let backend = TestBackend::new(area.width, area.height);
    match Terminal::with_options(backend, options) {
        Ok(mut terminal) => match terminal.draw(render) {
            Ok(frame) => frame.buffer.clone(),
            Err(never) => match never {},
        },
        Err(never) => match never {},
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::text;

    #[test]
    fn what_is_drawn_is_taken() {
        let buffer = take((7, 2), |frame| frame.render_widget("资产 ok", frame.area()));
        assert_eq!(text(&buffer), "资产 ok\n\n");
    }

    #[test]
    fn no_size_is_too_small() {
        assert_eq!(text(&take((0, 0), |_| ())), "\n");
    }
}
