//! Regional groups of the United Nations, and the groups of countries in special situations.

use super::coded;

coded! {
    /// A regional group of Member States.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Region {
        /// African States.
        African => "AFR",
        /// Asia-Pacific States.
        AsiaPacific => "APAC",
        /// Eastern European States.
        EasternEuropean => "EEG",
        /// Latin American and Caribbean States.
        LatinAmericanAndCaribbean => "GRULAC",
        /// Western European and other States.
        WesternEuropeanAndOthers => "WEOG",
    }
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

coded! {
    /// A group of countries in a special situation; a State can be in several or in none.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum CountryGroup {
        /// Least developed countries.
        Ldc => "ldc",
        /// Landlocked developing countries.
        Lldc => "lldc",
        /// Small island developing States.
        Sids => "sids",
    }
}
