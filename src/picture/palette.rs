//! The colours of a drawing: a terminal's sixteen on paper and at night.

use ratatui::style::Color;

/// Red, green, blue.
type Rgb = [u8; 3];

/// The colours of a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrawingColours {
    foreground: Rgb,
    background: Rgb,
    /// The sixteen in the order of SGR: eight plain ones, eight bright ones.
    sixteen: [Rgb; 16],
}

impl DrawingColours {
    /// Dark on light; every colour but white has a contrast of at least 4.5 to the background.
    pub const LIGHT: Self = Self {
        foreground: [0x1f, 0x23, 0x28],
        background: [0xff, 0xff, 0xff],
        sixteen: [
            [0x1f, 0x23, 0x28],
            [0xb3, 0x1d, 0x28],
            [0x11, 0x63, 0x29],
            [0x7d, 0x4e, 0x00],
            [0x05, 0x50, 0xae],
            [0x6f, 0x42, 0xc1],
            [0x0b, 0x60, 0x70],
            [0x6e, 0x77, 0x81],
            [0x57, 0x60, 0x6a],
            [0xcf, 0x22, 0x2e],
            [0x1a, 0x7f, 0x37],
            [0x8a, 0x5a, 0x00],
            [0x09, 0x69, 0xda],
            [0x82, 0x50, 0xdf],
            [0x1b, 0x6f, 0x7f],
            [0xd0, 0xd7, 0xde],
        ],
    };

    /// Light on dark; every colour but black has a contrast of at least 4.5 to the background.
    pub const DARK: Self = Self {
        foreground: [0xe6, 0xed, 0xf3],
        background: [0x0d, 0x11, 0x17],
        sixteen: [
            [0x48, 0x4f, 0x58],
            [0xff, 0x7b, 0x72],
            [0x3f, 0xb9, 0x50],
            [0xd2, 0x99, 0x22],
            [0x58, 0xa6, 0xff],
            [0xbc, 0x8c, 0xff],
            [0x39, 0xc5, 0xcf],
            [0xb1, 0xba, 0xc4],
            [0x8b, 0x94, 0x9e],
            [0xff, 0xa1, 0x98],
            [0x56, 0xd3, 0x64],
            [0xe3, 0xb3, 0x41],
            [0x79, 0xc0, 0xff],
            [0xd2, 0xa8, 0xff],
            [0x56, 0xd4, 0xdd],
            [0xff, 0xff, 0xff],
        ],
    };

    /// The colour of letters, as `#rrggbb`.
    pub(super) fn fg(&self, colour: Color) -> String {
        hex(self.rgb(colour).unwrap_or(self.foreground))
    }

    /// The colour of the ground.
    pub(super) fn bg(&self, colour: Color) -> String {
        hex(self.rgb(colour).unwrap_or(self.background))
    }

    fn rgb(&self, colour: Color) -> Option<Rgb> {
        let place = match colour {
            Color::Reset => return None,
            Color::Rgb(red, green, blue) => return Some([red, green, blue]),
            Color::Indexed(index @ 0..16) => index,
            Color::Indexed(index) => return Some(xterm(index)),
            Color::Black => 0,
            Color::Red => 1,
            Color::Green => 2,
            Color::Yellow => 3,
            Color::Blue => 4,
            Color::Magenta => 5,
            Color::Cyan => 6,
            Color::Gray => 7,
            Color::DarkGray => 8,
            Color::LightRed => 9,
            Color::LightGreen => 10,
            Color::LightYellow => 11,
            Color::LightBlue => 12,
            Color::LightMagenta => 13,
            Color::LightCyan => 14,
            Color::White => 15,
        };
        Some(self.sixteen[usize::from(place)])
    }
}

/// The colours from 16 on, as xterm has them: a cube of six steps and 24 greys.
fn xterm(index: u8) -> Rgb {
    let cube = index.saturating_sub(16);
    if cube >= 216 {
        return [8 + 10 * (cube - 216); 3];
    }
    [cube / 36, cube / 6 % 6, cube % 6].map(|step| if step == 0 { 0 } else { 55 + 40 * step })
}

fn hex([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast as WCAG 2 defines them.
    fn contrast(one: Rgb, other: Rgb) -> f64 {
        let luminance = |rgb: Rgb| {
            let [r, g, b] = rgb.map(|c| {
                let c = f64::from(c) / 255.0;
                if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        let (a, b) = (luminance(one), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_colour_that_text_has_can_be_read() {
        for (palette, without) in [(DrawingColours::LIGHT, 15), (DrawingColours::DARK, 0)] {
            assert!(contrast(palette.foreground, palette.background) > 7.0);
            for (place, colour) in palette.sixteen.into_iter().enumerate() {
                let contrast = contrast(colour, palette.background);
                assert!(place == without || contrast >= 4.5, "{place}: {contrast}");
            }
        }
    }

    #[test]
    fn the_cube_and_the_greys_are_xterms() {
        assert_eq!(xterm(16), [0, 0, 0]);
        assert_eq!(xterm(196), [255, 0, 0]);
        assert_eq!(xterm(231), [255, 255, 255]);
        assert_eq!(xterm(232), [8, 8, 8]);
        assert_eq!(xterm(255), [238, 238, 238]);
    }
}
