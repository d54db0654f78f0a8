//! Turns reports of the mouse into actions: a position on the last frame is its target there, and two presses at once
//! on the same target are a double click.

use crate::app::state::pointing::{Gesture, Pointing};
use crate::paint::targets::{Target, Targets};
use crate::term::{Deed, Pointed};
use ratatui::layout::Position;
use std::time::{Duration, Instant};

/// The longest time between the presses of a double click.
const TWICE: Duration = Duration::from_millis(400);

/// The last press.
#[derive(Debug, Default)]
pub(super) struct Pointer {
    last: Option<(Instant, Position)>,
}

impl Pointer {
    /// The action that a mouse report means on a frame; `None` where nothing is drawn for the mouse.
    pub(super) fn on(&mut self, pointed: Pointed, frame: &Targets) -> Option<Pointing> {
        self.at(pointed, frame, Instant::now())
    }

    fn at(&mut self, pointed: Pointed, frame: &Targets, now: Instant) -> Option<Pointing> {
        let place = Position::new(pointed.x, pointed.y);
        let target = frame.at(place)?;
        let gesture = match pointed.deed {
            Deed::WheelUp => Gesture::WheelUp,
            Deed::WheelDown => Gesture::WheelDown,
            Deed::Press => {
                let is_second = self.last.take().is_some_and(|(before, there)| {
                    there == place && now.duration_since(before) < TWICE
                });
                // after the first press the line has the cursor; where a key was clicked, something else
                // may stand there now
                let is_line = matches!(target, Target::Line(_, 0));
                if is_second && is_line {
                    Gesture::Twice
                } else {
                    self.last = Some((now, place));
                    Gesture::Click
                }
            }
        };
        Some(Pointing { gesture, target })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paint::targets::Pane;
    use ratatui::layout::Rect;

    #[test]
    fn two_presses_at_once_on_the_line_with_the_cursor_are_a_double_click() {
        let frame = |below| {
            let targets = Targets::default();
            targets.tell(Rect::new(0, 0, 10, 2), Target::Key("x".to_owned()));
            targets.tell_line(Rect::new(0, 0, 10, 2), 1, Pane::Own(0), below);
            targets
        };
        let press = |x, y| Pointed { deed: Deed::Press, x, y };
        let (start, soon) = (Instant::now(), Duration::from_millis(200));
        let mut pointer = Pointer::default();
        let mut at = |pointed, frame: &Targets, now| {
            pointer.at(pointed, frame, now).map(|pointing| pointing.gesture)
        };
        assert_eq!(at(press(1, 1), &frame(4), start), Some(Gesture::Click));
        assert_eq!(at(press(1, 1), &frame(0), start + soon), Some(Gesture::Twice));
        assert_eq!(at(press(1, 1), &frame(0), start + soon), Some(Gesture::Click), "a third one");
        assert_eq!(at(press(1, 1), &frame(0), start + soon * 4), Some(Gesture::Click), "too late");
        assert_eq!(at(press(2, 1), &frame(0), start + soon * 4), Some(Gesture::Click), "elsewhere");
        assert_eq!(at(press(1, 0), &frame(0), start), Some(Gesture::Click));
        assert_eq!(at(press(1, 0), &frame(0), start), Some(Gesture::Click), "a key");
        assert_eq!(at(press(11, 0), &frame(0), start), None);
    }
}
