//! Regional groups of the United Nations, and the groups of countries in special situations.

use super::{Coded, coded_values};

/// A regional group of Member States.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Region {
    /// African States.
    African,
    /// Asia-Pacific States.
    AsiaPacific,
    /// Eastern European States.
    EasternEuropean,
    /// Latin American and Caribbean States.
    LatinAmericanAndCaribbean,
    /// Western European and other States.
    WesternEuropeanAndOthers,
}

impl Region {
    /// The name in exports, which no language setting changes.
    pub fn name(self) -> &'static str {
        match self {
            Self::African => "African",
            Self::AsiaPacific => "Asia-Pacific",
            Self::EasternEuropean => "Eastern European",
            Self::LatinAmericanAndCaribbean => "Latin American and Caribbean",
            Self::WesternEuropeanAndOthers => "Western European and others",
        }
    }
}

impl Coded for Region {
    coded_values! {
        African => "AFR",
        AsiaPacific => "APAC",
        EasternEuropean => "EEG",
        LatinAmericanAndCaribbean => "GRULAC",
        WesternEuropeanAndOthers => "WEOG",
    }
}

/// A group of countries in a special situation; a State can be in several or in none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CountryGroup {
    /// Least developed countries.
    Ldc,
    /// Landlocked developing countries.
    Lldc,
    /// Small island developing States.
    Sids,
}

impl Coded for CountryGroup {
    coded_values! {
        Ldc => "ldc",
        Lldc => "lldc",
        Sids => "sids",
    }
}
