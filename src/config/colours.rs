//! The table of colours of the configuration file: the roles, and the notation of a colour.

use super::FilePosition;

/// A part of the screen with a colour of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ColourRole {
    /// The tab, the focus, keys, bars, counts that open.
    Accent,
    Unmet,
    Planned,
    UnderWay,
    Met,
    Withdrawn,
    High,
    Medium,
    Low,
    /// Failures and mistakes.
    Error,
    /// A warning before going on.
    Warning,
    /// Success; the accent, where it has no colour of its own.
    Good,
    /// Less important text.
    Dim,
}

impl ColourRole {
    /// Every role, with its name.
    pub const ALL: [(&'static str, Self); 13] = [
        ("accent", Self::Accent),
        ("unmet", Self::Unmet),
        ("planned", Self::Planned),
        ("under-way", Self::UnderWay),
        ("met", Self::Met),
        ("withdrawn", Self::Withdrawn),
        ("high", Self::High),
        ("medium", Self::Medium),
        ("low", Self::Low),
        ("error", Self::Error),
        ("warning", Self::Warning),
        ("good", Self::Good),
        ("dim", Self::Dim),
    ];

    /// The role of a name.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(name, _)| *name == word).map(|(_, role)| *role)
    }

    /// Its name.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, role)| *role == self).map_or("", |(name, _)| name)
    }
}

/// A colour as a settings file writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColourValue {
    /// A colour of the terminal's 256; users can set the first 16 in the terminal.
    Indexed(u8),
    /// Red, green and blue.
    Rgb(u8, u8, u8),
}

/// The names of the 16 colours, in their order.
pub const SIXTEEN: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

impl ColourValue {
    /// Reads one of the 16 names, a number up to 255 or `#rrggbb`.
    pub fn parse(word: &str) -> Option<Self> {
        if let Some(hex) = word.strip_prefix('#') {
            let is_hex = hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
            let number = u32::from_str_radix(hex, 16).ok().filter(|_| is_hex)?;
            let [_, red, green, blue] = number.to_be_bytes();
            return Some(Self::Rgb(red, green, blue));
        }
        if let Some(place) = SIXTEEN.iter().position(|name| *name == word) {
            return u8::try_from(place).ok().map(Self::Indexed);
        }
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        word.parse().ok().filter(|_| is_number).map(Self::Indexed)
    }

    /// The colour as it is written in a settings file.
    pub fn word(self) -> String {
        match self {
            Self::Indexed(index) => {
                SIXTEEN.get(usize::from(index)).map_or_else(|| index.to_string(), |n| (*n).into())
            }
            Self::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        }
    }
}

/// A colour that the user gives to something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColourSetting {
    /// The role.
    pub role: ColourRole,
    /// The colour.
    pub value: ColourValue,
    /// Its position in the file.
    pub place: FilePosition,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_numbers_and_hexadecimal_colours_are_read() {
        for (word, value) in [
            ("red", ColourValue::Indexed(1)),
            ("bright-white", ColourValue::Indexed(15)),
            ("208", ColourValue::Indexed(208)),
            ("#5aa9FF", ColourValue::Rgb(0x5a, 0xa9, 0xff)),
        ] {
            assert_eq!(ColourValue::parse(word), Some(value), "{word}");
            assert_eq!(ColourValue::parse(&value.word()), Some(value), "{word}");
        }
        for word in
            ["", "256", "-1", "+1", "orange", "#fff", "#5aa9f", "#+5aa9f", "#5aa9ffé", "Red"]
        {
            assert_eq!(ColourValue::parse(word), None, "{word}");
        }
    }

    #[test]
    fn every_role_has_a_name_of_its_own() {
        for (name, role) in ColourRole::ALL {
            assert_eq!(ColourRole::from_word(name), Some(role));
            assert_eq!(role.word(), name);
        }
    }
}
