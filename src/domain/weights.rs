//! The weights of the rule by which activities are candidates for needs: how many of 100 points each part can give.

use std::fmt;

/// The most points that each part of the rule can give: together 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Weights {
    /// Whether the activity is for the State.
    pub place: u8,
    /// Articles and chapters in common.
    pub subject: u8,
    /// A theme in common.
    pub theme: u8,
    /// Whether the kind of the activity suits the category of the need.
    pub kind: u8,
    /// When the activity is or was.
    pub time: u8,
}

impl Weights {
    /// The sum of all parts.
    pub const SUM: u8 = 100;

    /// Reads the five numbers in their order, with commas between; `None` where they are not five whole numbers that add
    /// up to [`Weights::SUM`].
    pub fn read(typed: &str) -> Option<Self> {
        let number = |typed: &str| {
            let typed = typed.trim();
            let figures = typed.bytes().all(|byte| byte.is_ascii_digit());
            typed.parse::<u8>().ok().filter(|_| figures)
        };
        let numbers: Option<Vec<u8>> = typed.split([',', '，']).map(number).collect();
        let [place, subject, theme, kind, time] = *numbers?.as_slice() else { return None };
        let read = Self { place, subject, theme, kind, time };
        let sum: u32 = read.all().into_iter().map(u32::from).sum();
        (sum == u32::from(Self::SUM)).then_some(read)
    }

    /// The five numbers, in their order.
    pub fn all(self) -> [u8; 5] {
        [self.place, self.subject, self.theme, self.kind, self.time]
    }
}

impl Default for Weights {
    fn default() -> Self {
        Self { place: 40, subject: 30, theme: 10, kind: 10, time: 10 }
    }
}

/// As [`Weights::read`] reads them.
impl fmt::Display for Weights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [place, subject, theme, kind, time] = self.all();
        write!(f, "{place},{subject},{theme},{kind},{time}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_five_numbers_that_add_up() {
        let usual = Weights::default();
        assert_eq!(usual.to_string(), "40,30,10,10,10");
        assert_eq!(Weights::read("40,30,10,10,10"), Some(usual));
        assert_eq!(Weights::read(" 40, 30，10 ,10,10 "), Some(usual));
        let others = Weights::read("0,100,0,0,0").map(Weights::all);
        assert_eq!(others, Some([0, 100, 0, 0, 0]));
        for typed in [
            "",
            "100",
            "40,30,10,10",
            "40,30,10,10,11",
            "40,30,10,10,10,0",
            "+40,30,10,10,10",
            "40,30,10,10,",
            "41,30,10,10,9.0",
            "255,1,0,0,100",
            "300,0,0,0,0",
        ] {
            assert_eq!(Weights::read(typed), None, "{typed}");
        }
    }
}
