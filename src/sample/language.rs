//! The six official languages of the United Nations, and which of them a State's authorities use.

/// An official language of the United Nations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    English,
    Chinese,
    French,
    Spanish,
    Russian,
    Arabic,
}

const FRENCH: &[&str] = &[
    "BE", "BF", "BI", "BJ", "CD", "CF", "CG", "CI", "CM", "DJ", "FR", "GA", "GN", "HT", "KM", "LU",
    "MG", "ML", "NE", "SN", "TD", "TG",
];
const SPANISH: &[&str] = &[
    "AR", "BO", "CL", "CO", "CR", "CU", "DO", "EC", "ES", "GQ", "GT", "HN", "MX", "NI", "PA", "PE",
    "PY", "SV", "UY", "VE",
];
const RUSSIAN: &[&str] = &["AM", "BY", "KG", "KZ", "RU", "TJ", "TM", "UZ"];
const ARABIC: &[&str] = &[
    "AE", "BH", "DZ", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD",
    "TN", "YE",
];

impl Language {
    /// The language in which the State with this code writes to the United Nations; English for all
    /// that are not in the lists.
    pub(super) fn of_state(iso2: &str) -> Self {
        if iso2 == "CN" {
            return Self::Chinese;
        }
        [
            (FRENCH, Self::French),
            (SPANISH, Self::Spanish),
            (RUSSIAN, Self::Russian),
            (ARABIC, Self::Arabic),
        ]
        .into_iter()
        .find(|(states, _)| states.contains(&iso2))
        .map_or(Self::English, |(_, language)| language)
    }

    /// The two-letter code.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Russian => "ru",
            Self::Arabic => "ar",
        }
    }
}
