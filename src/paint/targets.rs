//! The mouse targets of a frame: the painter records each area while it draws, so that no layout is
//! worked out twice.

use ratatui::layout::{Position, Rect};
use std::cell::RefCell;

/// A pane of the screen, which has a cursor of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The layer over the screen.
    Layer,
    /// The facet pane.
    Facets,
    /// A pane of the page, by its number: a list, a chart.
    Own(usize),
}

/// The meaning of an area of the screen for the mouse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A key that is named there, as the table of commands writes it.
    Key(String),
    /// The key of a value that is decided about: it is pressed, never clicked.
    Decides(String),
    /// A line of a pane, so many lines below the cursor of the pane, or above it.
    Line(Pane, isize),
    /// The head of a column of the list in a pane: its place among the columns.
    Head(Pane, usize),
    /// The rest of a pane.
    Pane(Pane),
}

/// The areas recorded while a frame was drawn; later ones lie on top.
#[derive(Debug, Default)]
pub struct Targets(RefCell<Vec<(Rect, Target)>>);

impl Targets {
    /// Records the target of an area.
    pub fn tell(&self, area: Rect, target: Target) {
        if !area.is_empty() {
            self.0.borrow_mut().push((area, target));
        }
    }

    /// Records that one line of an area is a line of a pane.
    pub fn tell_line(&self, area: Rect, y: u16, pane: Pane, below: isize) {
        if y < area.height {
            let line = Rect { y: area.y + y, height: 1, ..area };
            self.tell(line, Target::Line(pane, below));
        }
    }

    /// Drops all recorded areas: a layer lies over them now.
    pub fn cover(&self) {
        self.0.borrow_mut().clear();
    }

    /// The topmost target at a position.
    pub fn at(&self, place: Position) -> Option<Target> {
        let all = self.0.borrow();
        all.iter().rev().find(|(area, _)| area.contains(place)).map(|(_, target)| target.clone())
    }
}

/// The distance of a row from the one under the cursor, in lines.
pub fn below(row: usize, cursor: usize) -> isize {
    row.cast_signed() - cursor.cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_told_last_lies_on_top_and_nothing_lies_under_what_covers() {
        let targets = Targets::default();
        let area = Rect::new(2, 1, 10, 4);
        targets.tell(area, Target::Pane(Pane::Own(0)));
        targets.tell_line(area, 1, Pane::Own(0), -2);
        targets.tell_line(area, 9, Pane::Own(0), 6);
        targets.tell(Rect::new(0, 0, 0, 3), Target::Key("x".to_owned()));
        let at = |x, y| targets.at(Position::new(x, y));
        assert_eq!(at(2, 2), Some(Target::Line(Pane::Own(0), -2)));
        assert_eq!(at(2, 1), Some(Target::Pane(Pane::Own(0))));
        assert_eq!(at(12, 2), None);
        assert_eq!(at(0, 0), None);
        targets.cover();
        assert_eq!(at(2, 2), None);
        assert_eq!(below(3, 5), -2);
    }
}
