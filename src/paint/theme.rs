//! Colours and signs. The terminal's own foreground and background are the ground; the 16 colours
//! only add to what words, signs and weight already say.

use crate::paint::Palette;
use crate::text::Signs;
use ratatui::style::{Color, Modifier, Style};

/// The styles by what they are for.
#[derive(Clone, Copy, Debug)]
pub struct Styles {
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
    /// What went wrong.
    pub bad: Style,
    /// What a search has found.
    pub hit: Style,
    /// Which signs bars and responses are drawn with; other signs are changed when a frame is
    /// finished.
    pub signs: Signs,
    palette: Palette,
}

/// What the style of a cell or word stands for, where it is not known yet which colours there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Tone {
    Plain,
    Dim,
    Strong,
    Bar,
    Good,
    High,
    Medium,
    Low,
    Unmet,
    Planned,
    UnderWay,
    Met,
    Withdrawn,
}

/// The colour of a value on a dark and on a light background: one for each response and one for
/// priorities, which nothing else has. Values that matter least are dim.
fn hue(tone: Tone) -> Option<(Color, Color)> {
    match tone {
        Tone::High => Some((Color::LightMagenta, Color::Magenta)),
        Tone::Medium => Some((Color::Magenta, Color::Magenta)),
        Tone::Unmet => Some((Color::LightRed, Color::Red)),
        Tone::Planned => Some((Color::LightYellow, Color::Yellow)),
        Tone::UnderWay => Some((Color::LightBlue, Color::Blue)),
        Tone::Met => Some((Color::LightCyan, Color::Cyan)),
        _ => None,
    }
}

impl Styles {
    /// The style of a tone, for signs, bars and blocks.
    pub fn tone(&self, tone: Tone) -> Style {
        let style = self.word(tone);
        match (self.palette, hue(tone)) {
            (Palette::Dark, Some((colour, _))) | (Palette::Light, Some((_, colour))) => {
                style.fg(colour)
            }
            _ => style,
        }
    }

    /// The style of a tone, for words. On light backgrounds the words of values have no colour:
    /// yellow and cyan cannot be read there.
    pub fn word(&self, tone: Tone) -> Style {
        let style = match tone {
            Tone::Dim | Tone::Low | Tone::Withdrawn => self.dim,
            Tone::Strong | Tone::High => self.strong,
            Tone::Bar => self.bar,
            Tone::Good => self.good,
            Tone::Plain
            | Tone::Medium
            | Tone::Unmet
            | Tone::Planned
            | Tone::UnderWay
            | Tone::Met => self.plain,
        };
        match (self.palette, hue(tone)) {
            (Palette::Dark, Some((colour, _))) => style.fg(colour),
            _ => style,
        }
    }

    /// The style of a value that is chosen, for its sign and word alike.
    pub fn chosen(&self, tone: Tone) -> Style {
        self.tone(tone).add_modifier(Modifier::REVERSED)
    }

    /// The styles of a set of colours.
    pub fn of(palette: Palette, signs: Signs) -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let (accent, caution, good, bad) = match palette {
            Palette::Dark => {
                let accent = Some(Color::LightGreen);
                (accent, Some(Color::LightYellow), accent, Some(Color::LightRed))
            }
            // yellow cannot be read on white: there warnings are bold
            Palette::Light => {
                let accent = Some(Color::Green);
                (accent, None, accent, Some(Color::Red))
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
            heading: bold,
            tab: coloured(bold, accent).add_modifier(Modifier::REVERSED),
            cursor: plain.add_modifier(Modifier::REVERSED),
            cursor_away: bold,
            bar: coloured(plain, accent),
            key: coloured(bold, accent),
            caution: match palette {
                Palette::Light => bold,
                Palette::Dark | Palette::Plain => coloured(plain, caution),
            },
            past: coloured(bold, caution).add_modifier(Modifier::REVERSED),
            good: coloured(plain, good),
            bad: coloured(bold, bad),
            hit: coloured(bold.add_modifier(Modifier::UNDERLINED), caution),
            signs,
            palette,
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
/// More stands above what is shown.
pub const ABOVE: &str = "▴";
/// More stands below it.
pub const BELOW: &str = "▾";
/// What takes part: a column, a theme.
pub const CHOSEN: &str = "●";
/// What does not.
pub const NOT_CHOSEN: &str = "○";
/// What some of several needs have.
pub const SOME: &str = "◐";
/// Beside a value that the filter has.
pub const TAKEN: &str = "+";
/// Beside a value that the filter leaves out: the sign that it has there.
pub const LEFT_OUT: &str = "-";
/// The mark of a need that somebody else has open.
pub const OPEN: &str = "@";
/// The mark of a need on which notes were begun and not written.
pub const DRAFT: &str = "✎";
/// The mark of a need that repeats another.
pub const DUPLICATE: &str = "=";
/// Where nothing is stated.
pub const NIL: &str = "–";

#[cfg(test)]
mod tests {
    use super::*;

    const VALUES: [Tone; 8] = [
        Tone::High,
        Tone::Medium,
        Tone::Low,
        Tone::Unmet,
        Tone::Planned,
        Tone::UnderWay,
        Tone::Met,
        Tone::Withdrawn,
    ];

    #[test]
    fn each_response_has_a_hue_of_its_own_and_on_light_backgrounds_words_have_none() {
        for palette in [Palette::Dark, Palette::Light] {
            let theme = Styles::of(palette, Signs::Unicode);
            let hues: Vec<_> = VALUES.iter().filter_map(|tone| hue(*tone).map(|_| tone)).collect();
            let seen: Vec<_> = hues.iter().map(|tone| theme.tone(**tone)).collect();
            for (at, style) in seen.iter().enumerate() {
                assert!(style.fg.is_some() && !seen[..at].contains(style), "{palette:?} {at}");
                assert_ne!(style.fg, theme.bar.fg, "bars have the accent");
            }
            let words = VALUES.map(|tone| theme.word(tone).fg);
            let coloured = |fg: &Option<Color>| fg.is_some_and(|fg| fg != Color::DarkGray);
            assert_eq!(words.iter().any(coloured), palette == Palette::Dark, "{words:?}");
        }
        let plain = Styles::of(Palette::Plain, Signs::Unicode);
        assert!(VALUES.iter().all(|tone| plain.tone(*tone).fg.is_none()));
    }
}
