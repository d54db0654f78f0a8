//! Colours and signs. The terminal's own foreground and background are the ground; the 16 colours
//! only add to the meaning of words, signs and weight.

use crate::config::ColourRole;
use crate::paint::{Colours, Palette};
use crate::text::Signs;
use ratatui::style::{Color, Modifier, Style};

/// The styles by their purpose.
#[derive(Clone, Copy, Debug)]
pub struct Styles {
    /// Ordinary text.
    pub plain: Style,
    /// Less important text.
    pub dim: Style,
    /// More important text.
    pub strong: Style,
    /// Headings of panes and columns.
    pub heading: Style,
    /// The tab of the present screen.
    pub tab: Style,
    /// The line or bar that the cursor is on.
    pub cursor: Style,
    /// The line under the cursor while another pane has the focus.
    pub cursor_away: Style,
    /// Bars.
    pub bar: Style,
    /// Keys in hints, and the head of the chart with the focus.
    pub key: Style,
    /// Signs in the accent: the mark of the cursor, chosen, left out.
    pub mark: Style,
    /// Warnings: illustrative data, read-only.
    pub caution: Style,
    /// The day of the past that is shown.
    pub past: Style,
    /// Success.
    pub good: Style,
    /// Failure.
    pub bad: Style,
    /// Matches of a search.
    pub hit: Style,
    /// The signs of bars and responses; other signs are changed when a frame is finished.
    pub signs: Signs,
    palette: Palette,
    colours: Colours,
}

/// The meaning of the style of a cell or word, while the set of colours is not known yet.
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

impl Tone {
    /// The role of a tone in the colours of a settings file; `None` for tones without a colour.
    fn role(self) -> Option<ColourRole> {
        Some(match self {
            Self::Plain | Self::Strong => return None,
            Self::Dim => ColourRole::Dim,
            Self::Bar => ColourRole::Accent,
            Self::Good => ColourRole::Good,
            Self::High => ColourRole::High,
            Self::Medium => ColourRole::Medium,
            Self::Low => ColourRole::Low,
            Self::Unmet => ColourRole::Unmet,
            Self::Planned => ColourRole::Planned,
            Self::UnderWay => ColourRole::UnderWay,
            Self::Met => ColourRole::Met,
            Self::Withdrawn => ColourRole::Withdrawn,
        })
    }
}

impl Styles {
    /// The style of a tone, for signs, bars and blocks.
    pub fn tone(&self, tone: Tone) -> Style {
        let weight = self.weight(tone);
        match tone.role() {
            Some(ColourRole::Dim) | None => weight,
            Some(role) => self.coloured(weight, role),
        }
    }

    /// The style of a tone, for words. On light backgrounds words have no colour: yellow and cyan cannot
    /// be read there.
    pub fn word(&self, tone: Tone) -> Style {
        match tone {
            Tone::Bar => self.bar,
            Tone::Good => self.good,
            _ if self.colours.words_are_bare(self.palette) => self.weight(tone),
            _ => self.tone(tone),
        }
    }

    /// The style of a sign that is no value: that of a failure, of a warning.
    pub fn sign(&self, role: ColourRole) -> Style {
        self.coloured(self.strong, role)
    }

    /// The style of a value that is chosen, for its sign and word alike.
    pub fn chosen(&self, tone: Tone) -> Style {
        self.tone(tone).add_modifier(Modifier::REVERSED)
    }

    /// Bold, plain or dim.
    fn weight(&self, tone: Tone) -> Style {
        let thin_blue = self.palette == Palette::Dark
            && self.colours.has_dark_blue
            && self.colours.own(ColourRole::UnderWay).is_none();
        // a colour of its own is enough less
        let has_own = self.colours.hue(self.palette, ColourRole::Withdrawn).is_some()
            && !self.colours.words_are_bare(self.palette);
        match tone {
            Tone::Dim | Tone::Low => self.dim,
            Tone::Withdrawn if !has_own => self.dim,
            Tone::Strong | Tone::High => self.strong,
            Tone::UnderWay if thin_blue => self.strong,
            _ => self.plain,
        }
    }

    fn coloured(&self, style: Style, role: ColourRole) -> Style {
        match self.colours.hue(self.palette, role) {
            Some(colour) => style.fg(colour),
            None => style,
        }
    }

    /// The styles of a set of colours.
    pub fn of(palette: Palette, colours: Colours, signs: Signs) -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let bare = colours.words_are_bare(palette);
        let coloured = |style: Style, role| match colours.hue(palette, role) {
            Some(colour) => style.fg(colour),
            None => style,
        };
        // a word: where it has no colour, it is bold in its place
        let word = |style: Style, role| match (palette, bare) {
            (Palette::Plain, _) => style,
            (_, true) => bold,
            (_, false) => coloured(style, role),
        };
        // letters of the background's colour stand on a block: on light, yellow would hide them
        let caution_block = if bare { bold } else { coloured(bold, ColourRole::Warning) };
        Self {
            plain,
            dim: match (palette, colours.draws_no_dim) {
                (Palette::Plain, _) => plain.add_modifier(Modifier::DIM),
                _ if colours.own(ColourRole::Dim).is_some() => coloured(plain, ColourRole::Dim),
                (_, true) => plain.fg(Color::DarkGray),
                (_, false) => plain.add_modifier(Modifier::DIM),
            },
            strong: bold,
            heading: bold,
            tab: coloured(bold, ColourRole::Accent).add_modifier(Modifier::REVERSED),
            cursor: plain.add_modifier(Modifier::REVERSED),
            cursor_away: bold,
            bar: coloured(plain, ColourRole::Accent),
            key: word(bold, ColourRole::Accent),
            mark: coloured(bold, ColourRole::Accent),
            caution: word(plain, ColourRole::Warning),
            past: caution_block.add_modifier(Modifier::REVERSED),
            good: word(plain, ColourRole::Good),
            bad: word(bold, ColourRole::Error),
            hit: word(bold, ColourRole::Warning).add_modifier(Modifier::UNDERLINED),
            signs,
            palette,
            colours,
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
/// The mark of a row that stands on top whatever the order.
pub const PINNED: &str = "↥";
/// An activity that is matched with the need looked at.
pub const SERVES: &str = "◆";
/// A match whose activity has changed since it was made.
pub const MATCH_CHANGED: &str = "!";
/// The mark of a need that was put off.
pub const PUT_OFF: &str = "»";
/// Beside the column that a list is sorted by, rising.
pub const RISING: &str = "▲";
/// The number is falling.
pub const FALLING: &str = "▼";
/// More lines above the shown ones.
pub const ABOVE: &str = "▴";
/// More stands below it.
pub const BELOW: &str = "▾";
/// Takes part: a column, a theme.
pub const CHOSEN: &str = "●";
/// Takes no part.
pub const NOT_CHOSEN: &str = "○";
/// Some of several needs have it.
pub const SOME: &str = "◐";
/// Beside a value that the filter has.
pub const TAKEN: &str = "+";
/// Beside a value that the filter leaves out: the sign that it has there.
pub const LEFT_OUT: &str = "-";
/// The mark of a need that another session has open.
pub const OPEN: &str = "@";
/// The mark of a need on which notes were begun and not written.
pub const DRAFT: &str = "✎";
/// The mark of a need that repeats another.
pub const DUPLICATE: &str = "=";
/// The mark of a need that is void.
pub const VOID: &str = "v";
/// The sign for "not stated".
pub const NIL: &str = "–";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

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

    fn styles(palette: Palette, on_light: bool) -> Styles {
        Styles::of(palette, Colours { on_light, ..Colours::default() }, Signs::Unicode)
    }

    #[test]
    fn each_response_has_a_hue_of_its_own_and_on_light_backgrounds_words_have_none() {
        let sets = [
            (Palette::Dark, false),
            (Palette::Light, true),
            (Palette::More, false),
            (Palette::More, true),
        ];
        for (palette, on_light) in sets {
            let theme = styles(palette, on_light);
            let seen = VALUES.map(|tone| theme.tone(tone));
            let coloured = seen.iter().filter(|style| style.fg.is_some()).count();
            assert!(coloured >= 6, "{palette:?}");
            for (at, style) in seen.iter().enumerate() {
                let alike = |other: &Style| style.fg.is_some() && other == style;
                assert!(!seen[..at].iter().any(alike), "{palette:?} {:?}", VALUES[at]);
                assert_ne!(style.fg.unwrap_or(Color::Reset), theme.bar.fg.unwrap());
            }
            let words = VALUES.map(|tone| theme.word(tone));
            let others = [theme.key, theme.good, theme.bad, theme.caution, theme.hit, theme.past];
            let bare = words.iter().chain(&others).all(|style| style.fg.is_none());
            assert_eq!(bare, on_light, "{palette:?}");
            assert!(
                !on_light
                    || others.iter().all(|word| word.add_modifier == theme.strong.add_modifier
                        || word.add_modifier.contains(Modifier::BOLD))
            );
        }
        let plain = styles(Palette::Plain, false);
        assert!(VALUES.iter().all(|tone| plain.tone(*tone).fg.is_none()));
        assert!(plain.dim.fg.is_none() && plain.dim.add_modifier.contains(Modifier::DIM));
    }

    #[test]
    fn a_single_colour_is_the_users_and_stands_in_every_set_but_none() {
        let parsed = Config::parse("c.toml", b"[colours]\nmet = \"blue\"\naccent = \"#102030\"\n");
        let own = Colours::default().with_own(&parsed.colours);
        for palette in [Palette::Dark, Palette::Light, Palette::More] {
            let theme = Styles::of(palette, own, Signs::Unicode);
            assert_eq!(theme.tone(Tone::Met).fg, Some(Color::Blue));
            assert_eq!(theme.bar.fg, Some(Color::Rgb(0x10, 0x20, 0x30)));
            assert_ne!(theme.tone(Tone::Unmet).fg, None);
        }
        let theme = Styles::of(Palette::Dark, own, Signs::Unicode);
        assert_eq!(theme.good.fg, theme.bar.fg, "what went well is in the accent");
        let plain = Styles::of(Palette::Plain, own, Signs::Unicode);
        assert_eq!((plain.bar.fg, plain.tone(Tone::Met).fg), (None, None));
    }

    #[test]
    fn what_a_terminal_cannot_draw_is_drawn_otherwise() {
        let poor = Colours { draws_no_dim: true, has_dark_blue: true, ..Colours::default() };
        let theme = Styles::of(Palette::Dark, poor, Signs::Unicode);
        assert_eq!(theme.dim, Style::new().fg(Color::DarkGray));
        assert!(theme.tone(Tone::UnderWay).add_modifier.contains(Modifier::BOLD));
        let usual = styles(Palette::Dark, false);
        assert_eq!(usual.dim, Style::new().add_modifier(Modifier::DIM));
        assert!(!usual.tone(Tone::UnderWay).add_modifier.contains(Modifier::BOLD));
    }
}
