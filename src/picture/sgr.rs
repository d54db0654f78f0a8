//! The look of a cell, and the sequences (ECMA-48, SGR) that go from one look to another.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

/// How a glyph looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextStyle {
    /// The foreground.
    pub fg: Color,
    /// The background.
    pub bg: Color,
    /// Bold, underlined and so on.
    pub modifier: Modifier,
}

impl TextStyle {
    /// The terminal's own.
    pub const PLAIN: Self =
        Self { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

    /// The look of a cell.
    pub fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// Whether a space in this look can be seen.
    pub fn shows_on_spaces(self) -> bool {
        self.bg != Color::Reset
            || self
                .modifier
                .intersects(Modifier::REVERSED | Modifier::UNDERLINED | Modifier::CROSSED_OUT)
    }
}

/// The attributes that SGR knows, with their numbers.
const ATTRIBUTES: [(Modifier, &str); 9] = [
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::SLOW_BLINK, "5"),
    (Modifier::RAPID_BLINK, "6"),
    (Modifier::REVERSED, "7"),
    (Modifier::HIDDEN, "8"),
    (Modifier::CROSSED_OUT, "9"),
];

/// Goes from one look to another. Attributes cannot be taken back one by one on every terminal (22
/// ends bold and dim alike), so any that must go, go with all others.
pub fn write_change(out: &mut String, from: TextStyle, to: TextStyle) {
    if from == to {
        return;
    }
    let mut codes: Vec<String> = Vec::new();
    let mut from = from;
    if to == TextStyle::PLAIN || !to.modifier.contains(from.modifier) {
        codes.push("0".to_owned());
        from = TextStyle::PLAIN;
    }
    for (modifier, code) in ATTRIBUTES {
        if to.modifier.contains(modifier) && !from.modifier.contains(modifier) {
            codes.push(code.to_owned());
        }
    }
    if to.fg != from.fg {
        codes.push(colour(to.fg, 30));
    }
    if to.bg != from.bg {
        codes.push(colour(to.bg, 40));
    }
    // Writing to a string cannot fail.
    let _ = write!(out, "\x1b[{}m", codes.join(";"));
}

/// The code of a colour; `base` is 30 for the foreground and 40 for the background.
fn colour(colour: Color, base: u8) -> String {
    let plain = |number: u8| (base + number).to_string();
    let bright = |number: u8| (base + 60 + number).to_string();
    match colour {
        Color::Reset => plain(9),
        Color::Black => plain(0),
        Color::Red => plain(1),
        Color::Green => plain(2),
        Color::Yellow => plain(3),
        Color::Blue => plain(4),
        Color::Magenta => plain(5),
        Color::Cyan => plain(6),
        Color::Gray => plain(7),
        Color::DarkGray => bright(0),
        Color::LightRed => bright(1),
        Color::LightGreen => bright(2),
        Color::LightYellow => bright(3),
        Color::LightBlue => bright(4),
        Color::LightMagenta => bright(5),
        Color::LightCyan => bright(6),
        Color::White => bright(7),
        Color::Indexed(index) => format!("{};5;{index}", base + 8),
        Color::Rgb(red, green, blue) => format!("{};2;{red};{green};{blue}", base + 8),
    }
}
