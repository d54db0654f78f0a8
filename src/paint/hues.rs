//! The table of colours: one for the accent, one for each response, one for priorities. A colour of a
//! response is used for nothing that is not its like.

use crate::config::{ColourRole, ColourSetting, ColourValue};
use crate::paint::Palette;
use ratatui::style::Color;

/// The circumstances of the colours beside their set: the user's own, and the terminal's abilities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Colours {
    /// Whether the background is light; it decides which of the larger set are taken.
    pub on_light: bool,
    /// Whether the terminal is known not to draw dim text, which is in colour 8 then.
    pub draws_no_dim: bool,
    /// Whether the terminal's bright blue is too dark for thin letters.
    pub has_dark_blue: bool,
    pub(super) own: [Option<Color>; ColourRole::ALL.len()],
}

impl Colours {
    /// Takes over the single colours of a settings file.
    #[must_use]
    pub fn with_own(mut self, settings: &[ColourSetting]) -> Self {
        for setting in settings {
            self.own[setting.role as usize] = Some(colour_of(setting.value));
        }
        self
    }

    /// Whether words have no colours of their own in a set.
    pub(super) fn words_are_bare(&self, palette: Palette) -> bool {
        palette == Palette::Plain || self.are_on_light(palette)
    }

    /// Whether a set is meant for light backgrounds.
    pub fn are_on_light(&self, palette: Palette) -> bool {
        palette == Palette::Light || self.on_light && palette != Palette::Dark
    }

    /// The user's own colour of something.
    pub(super) fn own(&self, role: ColourRole) -> Option<Color> {
        self.own[role as usize]
    }

    /// Gives the colour of a role in a palette; `None` if weight alone marks it.
    pub(super) fn hue(&self, palette: Palette, role: ColourRole) -> Option<Color> {
        if palette == Palette::Plain {
            return None;
        }
        let accent = |role| self.own(role).or_else(|| self.of_table(palette, role));
        match role {
            ColourRole::Good => self.own(role).or_else(|| accent(ColourRole::Accent)),
            _ => accent(role),
        }
    }

    fn of_table(&self, palette: Palette, role: ColourRole) -> Option<Color> {
        let place = match palette {
            Palette::Dark => 0,
            Palette::Light => 1,
            Palette::More if self.on_light => 3,
            Palette::More => 2,
            Palette::Plain => return None,
        };
        row(role)[place].map(colour_of)
    }
}

/// The colour that something has on dark backgrounds, for the template of settings; dim ones are
/// near colour 8.
pub fn usual(role: ColourRole) -> ColourValue {
    let role = if role == ColourRole::Good { ColourRole::Accent } else { role };
    row(role)[0].unwrap_or(ColourValue::Indexed(8))
}

/// Gives the colours of a role: on dark, on light, and in the larger set on dark and on light; `None` if weight marks
/// it.
fn row(role: ColourRole) -> [Option<ColourValue>; 4] {
    let four = |dark, light, more_on_dark, more_on_light| {
        let sixteen = [dark, light].map(ColourValue::Indexed).map(Some);
        let more = [more_on_dark, more_on_light].map(rgb).map(Some);
        [sixteen[0], sixteen[1], more[0], more[1]]
    };
    match role {
        ColourRole::Accent => four(10, 2, 0x7d_dc_6f, 0x002e_7d32),
        ColourRole::Unmet | ColourRole::Error => four(9, 1, 0xff_6b_4a, 0x7a_00_19),
        ColourRole::Planned | ColourRole::Warning => four(11, 3, 0xf2_d6_49, 0x9a_7b_00),
        ColourRole::UnderWay => four(12, 4, 0x5a_a9_ff, 0x00_3a_9e),
        ColourRole::Met => four(14, 6, 0x3f_e0_cf, 0x00_8c_8a),
        ColourRole::Withdrawn => [None, None, Some(rgb(0x8a_8f_98)), Some(rgb(0x6b_70_78))],
        ColourRole::High => four(13, 5, 0xe5_8c_ff, 0x9c_2b_b0),
        ColourRole::Medium => four(5, 5, 0xb0_7a_d0, 0x9c_2b_b0),
        ColourRole::Low | ColourRole::Good | ColourRole::Dim => [None; 4],
    }
}

fn rgb(colour: u32) -> ColourValue {
    let [_, red, green, blue] = colour.to_be_bytes();
    ColourValue::Rgb(red, green, blue)
}

/// The terminal colour of a colour in a settings file.
fn colour_of(value: ColourValue) -> Color {
    const SIXTEEN: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match value {
        ColourValue::Indexed(index) => {
            SIXTEEN.get(usize::from(index)).copied().unwrap_or(Color::Indexed(index))
        }
        ColourValue::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
    }
}

#[cfg(test)]
mod tests {
    //! Contrast of the colours: for telling them apart, with normal sight and without one of the three kinds of cones
    //! (Machado, Oliveira and Fernandes 2009, severity 1), and for reading.

    use super::*;

    type Rgb = [u8; 3];

    /// The colours 1 to 6 and 9 to 14 of xterm, the VGA, Windows Terminal, GNOME and macOS.
    const TERMINALS: [(&str, [u32; 12]); 5] = [
        (
            "xterm",
            [
                0xcd_00_00, 0x00_cd_00, 0xcd_cd_00, 0x00_00_ee, 0xcd_00_cd, 0x00_cd_cd, 0xff_00_00,
                0x00_ff_00, 0xff_ff_00, 0x5c_5c_ff, 0xff_00_ff, 0x00_ff_ff,
            ],
        ),
        (
            "VGA",
            [
                0xaa_00_00, 0x00_aa_00, 0xaa_55_00, 0x00_00_aa, 0xaa_00_aa, 0x00_aa_aa, 0xff_55_55,
                0x55_ff_55, 0xff_ff_55, 0x55_55_ff, 0xff_55_ff, 0x55_ff_ff,
            ],
        ),
        (
            "Windows Terminal",
            [
                0xc5_0f_1f, 0x13_a1_0e, 0xc1_9c_00, 0x00_37_da, 0x88_17_98, 0x3a_96_dd, 0xe7_48_56,
                0x16_c6_0c, 0xf9_f1_a5, 0x3b_78_ff, 0xb4_00_9e, 0x61_d6_d6,
            ],
        ),
        (
            "GNOME",
            [
                0xc0_1c_28, 0x26_a2_69, 0xa2_73_4c, 0x12_48_8b, 0xa3_47_ba, 0x2a_a1_b3, 0xf6_61_51,
                0x33_d1_7a, 0xe9_ad_0c, 0x2a_7b_de, 0xc0_61_cb, 0x33_c7_de,
            ],
        ),
        (
            "macOS",
            [
                0x99_00_00, 0x00_a6_00, 0x99_99_00, 0x00_00_b2, 0xb2_00_b2, 0x00_a6_b2, 0xe5_00_00,
                0x00_d9_00, 0xe5_e5_00, 0x00_00_ff, 0xe5_00_e5, 0x00_e5_e5,
            ],
        ),
    ];

    const SIGHTS: [[[f64; 3]; 3]; 4] = [
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ];

    const RESPONSES: [ColourRole; 4] =
        [ColourRole::Unmet, ColourRole::Planned, ColourRole::UnderWay, ColourRole::Met];

    fn linear([red, green, blue]: Rgb) -> [f64; 3] {
        [red, green, blue].map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    fn dot(one: [f64; 3], other: [f64; 3]) -> f64 {
        one.iter().zip(other).map(|(a, b)| a * b).sum()
    }

    /// A colour as CIE L*a*b* (D65), seen with the cones that a matrix leaves.
    fn lab(colour: Rgb, sight: &[[f64; 3]; 3]) -> [f64; 3] {
        let seen = sight.map(|row| dot(row, linear(colour)).clamp(0.0, 1.0));
        let part = |row: [f64; 3], white: f64| {
            let value = dot(row, seen) / white;
            if value > 216.0 / 24_389.0 {
                value.cbrt()
            } else {
                (24_389.0 / 27.0 * value + 16.0) / 116.0
            }
        };
        let x = part([0.412_456_4, 0.357_576_1, 0.180_437_5], 0.950_47);
        let y = part([0.212_672_9, 0.715_152_2, 0.072_175], 1.0);
        let z = part([0.019_333_9, 0.119_192, 0.950_304_1], 1.088_83);
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    /// The smallest difference (CIE76) of any two.
    fn nearest(colours: &[Rgb], sight: &[[f64; 3]; 3]) -> f64 {
        let mut least = f64::INFINITY;
        for (at, one) in colours.iter().enumerate() {
            for other in &colours[..at] {
                let (one, other) = (lab(*one, sight), lab(*other, sight));
                let apart = one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum::<f64>();
                least = least.min(apart.sqrt());
            }
        }
        least
    }

    /// As WCAG 2 has it.
    fn contrast(one: Rgb, other: Rgb) -> f64 {
        let luminance = |rgb: Rgb| dot([0.2126, 0.7152, 0.0722], linear(rgb));
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn parts(colour: u32) -> Rgb {
        let [_, red, green, blue] = colour.to_be_bytes();
        [red, green, blue]
    }

    /// A colour of the table as a terminal with these colours shows it.
    fn shown(value: Option<ColourValue>, terminal: &[u32; 12]) -> Rgb {
        match value {
            Some(ColourValue::Rgb(red, green, blue)) => [red, green, blue],
            Some(ColourValue::Indexed(index @ 1..=6)) => parts(terminal[usize::from(index) - 1]),
            Some(ColourValue::Indexed(index @ 9..=14)) => parts(terminal[usize::from(index) - 3]),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn responses_can_be_told_apart_whatever_the_sight_and_the_terminal() {
        let floors = [
            (0, [56.0, 41.0, 32.0, 26.0]),
            (1, [31.0, 18.0, 11.0, 30.0]),
            (2, [67.0, 44.0, 25.0, 20.0]),
            (3, [64.0, 41.0, 39.0, 30.0]),
        ];
        for (set, floors) in floors {
            for (terminal, colours) in &TERMINALS {
                let seen = RESPONSES.map(|role| shown(row(role)[set], colours));
                for (sight, floor) in SIGHTS.iter().zip(floors) {
                    let found = nearest(&seen, sight);
                    assert!(found >= floor - 1.0, "{set} {terminal}: {found:.1} of {floor}");
                }
            }
        }
    }

    #[test]
    fn colours_can_be_read_on_their_background() {
        let (black, white) = ([0; 3], [255; 3]);
        for (terminal, colours) in &TERMINALS {
            for role in RESPONSES.into_iter().chain([ColourRole::Accent]) {
                let found = contrast(shown(row(role)[0], colours), black);
                // the blue of macOS is drawn in bold
                let is_dark_blue = *terminal == "macOS" && role == ColourRole::UnderWay;
                let floor = if is_dark_blue { 2.4 } else { 4.1 };
                assert!(found >= floor, "{terminal} {role:?}: {found:.2}");
            }
        }
        let [terminal, ..] = TERMINALS;
        for (_, role) in ColourRole::ALL {
            let [.., on_dark, on_light] = row(role);
            if on_dark.is_some() {
                let dark = contrast(shown(on_dark, &terminal.1), black);
                let light = contrast(shown(on_light, &terminal.1), white);
                // withdrawn and medium are less than the others on purpose
                assert!(dark >= 6.4, "{role:?}: {dark:.2}");
                assert!(light >= 4.0, "{role:?}: {light:.2}");
            }
        }
    }

    #[test]
    fn a_colour_of_the_settings_is_one_that_every_terminal_knows_where_it_is_one_of_16() {
        assert_eq!(colour_of(ColourValue::Indexed(7)), Color::Gray);
        assert_eq!(colour_of(ColourValue::Indexed(15)), Color::White);
        assert_eq!(colour_of(ColourValue::Indexed(16)), Color::Indexed(16));
        assert_eq!(usual(ColourRole::Good), ColourValue::Indexed(10));
    }
}
