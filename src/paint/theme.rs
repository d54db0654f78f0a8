//! Colours and signs. The terminal's own foreground and background are the ground; the 16 colours
//! only add to what words, signs and weight already say.

use crate::paint::Palette;
use crate::text::Signs;
use ratatui::style::{Color, Modifier, Style};

/// The styles by what they are for.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// Ordinary text.
    pub plain: Style,
    /// What matters less.
    pub dim: Style,
    /// What matters more.
    pub strong: Style,
    /// Headings of panes and columns.
    pub heading: Style,
    /// The screen that one is on.
    pub tab: Style,
    /// The line or bar that the cursor is on.
    pub cursor: Style,
    /// The same where the cursor is not in the pane.
    pub cursor_away: Style,
    /// Bars.
    pub bar: Style,
    /// Keys in hints.
    pub key: Style,
    /// What one should know: illustrative, read-only.
    pub caution: Style,
    /// The day of the past that is shown.
    pub past: Style,
    /// What went well.
    pub good: Style,
    /// What went wrong; high priority.
    pub bad: Style,
    /// What a search has found.
    pub hit: Style,
    /// Which signs bars are drawn with; other signs are changed when a frame is finished.
    pub signs: Signs,
}

/// What the style of a cell or word stands for, where it is not known yet which colours there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Tone {
    Plain,
    Dim,
    Strong,
    Bar,
    Caution,
    Good,
    Bad,
}

impl Theme {
    /// The style of a tone.
    pub fn tone(&self, tone: Tone) -> Style {
        match tone {
            Tone::Plain => self.plain,
            Tone::Dim => self.dim,
            Tone::Strong => self.strong,
            Tone::Bar => self.bar,
            Tone::Caution => self.caution,
            Tone::Good => self.good,
            Tone::Bad => self.bad,
        }
    }

    /// The styles of a set of colours.
    pub fn of(palette: Palette, signs: Signs) -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let (accent, caution, good, bad) = match palette {
            Palette::Dark => {
                (Some(Color::Cyan), Some(Color::Yellow), Some(Color::Green), Some(Color::LightRed))
            }
            // yellow and cyan cannot be read on white
            Palette::Light => {
                (Some(Color::Blue), Some(Color::Magenta), Some(Color::Green), Some(Color::Red))
            }
            Palette::Plain => (None, None, None, None),
        };
        let coloured = |style: Style, colour: Option<Color>| match colour {
            Some(colour) => style.fg(colour),
            None => style,
        };
        Self {
            plain,
            dim: match palette {
                Palette::Dark | Palette::Light => plain.fg(Color::DarkGray),
                Palette::Plain => plain.add_modifier(Modifier::DIM),
            },
            strong: bold,
            heading: bold.add_modifier(Modifier::UNDERLINED),
            tab: bold.add_modifier(Modifier::REVERSED),
            cursor: plain.add_modifier(Modifier::REVERSED),
            cursor_away: bold,
            bar: coloured(plain, accent),
            key: coloured(bold, accent),
            caution: coloured(plain, caution),
            past: coloured(bold, caution).add_modifier(Modifier::REVERSED),
            good: coloured(plain, good),
            bad: coloured(bold, bad),
            hit: coloured(bold.add_modifier(Modifier::UNDERLINED), caution),
            signs,
        }
    }
}

/// The mark at the edge of the line that the cursor is on.
pub const CURSOR: &str = "▌";
/// The mark of a selected need.
pub const SELECTED: &str = "●";
/// The mark of a need that others have changed since one looked.
pub const FOREIGN: &str = "*";
/// Both at once.
pub const SELECTED_FOREIGN: &str = "◉";
/// The mark of a need that was put off.
pub const PUT_OFF: &str = "»";
/// Beside the column that a list is sorted by, rising.
pub const RISING: &str = "▲";
/// The same, falling.
pub const FALLING: &str = "▼";
/// A value that the filter has.
pub const CHOSEN: &str = "◼";
/// A value that it does not have.
pub const NOT_CHOSEN: &str = "◻";
/// Beside a value that the filter leaves out: the sign that it has there.
pub const LEFT_OUT: &str = "-";
/// A value that some of several needs have.
pub const SOME: &str = "◪";
/// The mark of a need that somebody else has open.
pub const OPEN: &str = "@";
/// The mark of a need on which notes were begun and not written.
pub const DRAFT: &str = "✎";
/// The mark of a need that repeats another.
pub const DUPLICATE: &str = "=";
/// Where nothing is stated.
pub const NIL: &str = "–";
