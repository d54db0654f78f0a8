//! The mouse: turning the terminal's reports on and off, and reading them.
//!
//! The terminal is asked for presses and the wheel alone (mode 1000), by the form with numbers (mode 1006). While it
//! reports, it leaves the selecting of text to the program, which is why it is off until the user asks for it.

use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the terminal reports the mouse, or is to do so when it is taken again.
static REPORTS: AtomicBool = AtomicBool::new(false);

/// The sequences that begin and end reports of presses and the wheel.
pub(super) const BEGIN: &[u8] = b"\x1b[?1000h\x1b[?1006h";
pub(super) const END: &str = "\x1b[?1006l\x1b[?1000l";

/// Whether reports are heard. Those that were on their way when the mouse was switched off mean
/// nothing.
pub(super) fn is_heard() -> bool {
    REPORTS.load(Ordering::Relaxed)
}

/// From now on they are heard, or not.
pub(super) fn hear(reports: bool) {
    REPORTS.store(reports, Ordering::Relaxed);
}

/// An action of the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// The left button went down.
    Press,
    /// The wheel was turned up.
    WheelUp,
    /// The wheel was turned down.
    WheelDown,
}

/// A report of the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointed {
    /// The action.
    pub deed: Deed,
    /// The column, from 0.
    pub x: u16,
    /// The row, from 0.
    pub y: u16,
}

impl Pointed {
    /// Reads the text between `ESC [ <` and the `M` of a press: the button, column and row, from 1. Other buttons,
    /// motion, and actions with Shift, Alt or Ctrl mean nothing here.
    pub(super) fn read(report: &str) -> Option<Self> {
        let number = |field: &str| {
            let is_number = !field.is_empty() && field.bytes().all(|byte| byte.is_ascii_digit());
            field.parse::<u16>().ok().filter(|_| is_number)
        };
        let [button, x, y] = report.split(';').collect::<Vec<_>>().try_into().ok()?;
        let deed = match number(button)? {
            0 => Deed::Press,
            64 => Deed::WheelUp,
            65 => Deed::WheelDown,
            _ => return None,
        };
        Some(Self { deed, x: number(x)?.checked_sub(1)?, y: number(y)?.checked_sub(1)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_press_and_the_wheel_are_read_and_nothing_else() {
        let read = |report: &str| Pointed::read(report).map(|p| (p.deed, p.x, p.y));
        assert_eq!(read("0;1;1"), Some((Deed::Press, 0, 0)));
        assert_eq!(read("64;80;24"), Some((Deed::WheelUp, 79, 23)));
        assert_eq!(read("65;223;1000"), Some((Deed::WheelDown, 222, 999)));
        for other in
            ["", "0", "0;1", "0;0;1", "0;1;0", "1;2;3", "2;2;3", "32;2;3", "4;2;3", "66;2;3"]
        {
            assert_eq!(read(other), None, "{other}");
        }
        for wrong in ["0;1;1;1", "0;;1", "0;+1;1", "0;1;70000", "0;a;1", "0:1;1;1"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
